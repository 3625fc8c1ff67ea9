import { useTranslation } from 'react-i18next';
import { useCompared } from '../state/alignment';
import { sideIds, useComparing } from '../state/comparing';
import { presentOf, useLibrary } from '../state/library';
import { ColumnHeads } from './column-heads';
import { Loading } from './loading';
import { Paragraphs } from './paragraphs';
import { Phrases } from './phrases';
import { Summary } from './summary';
import { CompareToolbar } from './toolbar';
import { TopicsTable } from './topics';
import './compare.css';
import './rows.css';
import './summary.css';
import './topics.css';

/** Two articles side by side: paragraph by paragraph, matter by matter, or by what they say in the same words. */
export function CompareView() {
  const { left, right } = sideIds(useComparing());
  const tab = useComparing((state) => state.tab);
  const compared = useCompared(left, right);
  const chosen = left !== null && right !== null;
  return (
    <div className={`cmp ${tab}`}>
      <CompareToolbar compared={compared} />
      <div className="cmp-main">
        {tab !== 'topics' && <ColumnHeads />}
        {!chosen && <Choose />}
        {chosen && compared === null && <Loading />}
        {compared !== null && tab === 'paragraphs' && <Paragraphs compared={compared} />}
        {compared !== null && tab === 'topics' && <TopicsTable />}
        {compared !== null && tab === 'phrases' && <Phrases compared={compared} />}
      </div>
      {compared !== null && tab !== 'topics' && <Summary compared={compared} />}
    </div>
  );
}

/** Until two articles are chosen. */
function Choose() {
  const { t } = useTranslation();
  const few = useLibrary(({ articles }) => presentOf(articles) < 2);
  return (
    <div className="empty">
      <p>{t(few ? 'compare.tooFew' : 'compare.chooseTwo')}</p>
    </div>
  );
}
