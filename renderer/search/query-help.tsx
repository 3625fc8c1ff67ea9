import { useTranslation } from 'react-i18next';
import { hasPresent, useLibrary } from '../state/library';
import { runQuery } from '../state/search';
import { EmptyView } from '../ui/empty-view';
import { IndexUnderWay } from './results-bar';
import { SavedSearches } from './saved-searches';

/** One query for each thing that the query language can say. */
const EXAMPLES = [
  ['phrase', 'cai cach hanh chinh'],
  ['quoted', '"chuyển đổi số"'],
  ['both', 'nghị quyết + cán bộ'],
  ['either', 'học tập OR bồi dưỡng'],
  ['without', 'hội nghị -tổng kết'],
  ['prefix', 'kiểm*'],
  ['near', 'cán bộ NEAR/5 trẻ'],
  ['title', 'tiêu-đề:"hội nghị"'],
  ['years', 'nhiệm vụ năm:2024..2026'],
  ['source', 'nguồn:báo loại:nhiệm-vụ'],
  ['document', 'văn-bản:"05-CT/TW"'],
  ['kept', 'đọc:chưa sao:có bộ:"hội nghị"'],
] as const;

/** Nothing is typed yet: what can be, by examples that can be tried. */
export function QueryHelp() {
  const { t } = useTranslation();
  const isEmpty = !useLibrary(hasPresent);
  if (isEmpty) return <EmptyView title={t('search.help.title')} lead={t('search.help.lead')} />;
  return (
    <section className="query-help" data-part aria-label={t('search.help.title')}>
      <IndexUnderWay />
      <div className="query-help-page">
        <div>
          <h2>{t('search.help.title')}</h2>
          <p className="lead">
            {t('search.help.lead')} {t('search.help.try')}
          </p>
          <ul className="examples">
            {EXAMPLES.map(([name, query]) => (
              <li key={name}>
                <button type="button" onClick={() => runQuery(query)}>
                  <code lang="vi">{query}</code>
                  <span className="t2 xs">{t(`search.help.examples.${name}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <SavedSearches />
      </div>
    </section>
  );
}
