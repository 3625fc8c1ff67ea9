import { useMemo, useState } from 'react';
import { Building2, User } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BodyRow } from '#core/body';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { useLibrary } from '../state/library';
import { chooseBody, usePhrases } from '../state/phrases';
import { Segmented } from '../ui/controls';
import { filterBy } from '../ui/format';
import { SearchField } from '../ui/search-field';
import { BodyDetails } from './body-details';
import { walkRows } from './row-keys';

const KINDS = ['all', 'body', 'person'] as const;
type Kind = (typeof KINDS)[number];
/** Rows that are drawn: further ones are found by their names. */
const MOST_ROWS = 500;

/** Bodies and people on the left, the chosen one on the right. */
export function BodiesTab() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const chosen = usePhrases((state) => state.body);
  const searched = usePhrases((state) => state.searched);
  const progress = useLibrary((state) => state.recognised?.done);
  const list = useAnswer('bodies', () => call('bodies.list', {}), progress);
  const shown = useMemo(() => {
    const fits = filterBy(words);
    return (list?.rows ?? []).filter(
      ({ name, is, aliases, role }) =>
        (kind === 'all' || is === kind) && fits([name, ...aliases, role ?? ''].join(' ')),
    );
  }, [list, words, kind]);
  const row = list?.rows.find(({ name }) => name === chosen?.name);
  return (
    <>
      <section className="col phrase-list" aria-label={t('phrases.tabs.bodies')}>
        <div className="phrase-filter">
          <SearchField
            label={t('phrases.bodySearch')}
            value={words}
            asked={searched}
            command="findPhrase"
            onChange={setWords}
          />
          <Segmented
            label={t('phrases.tabs.bodies')}
            value={kind}
            options={KINDS.map((value) => ({ value, text: t(`phrases.${value}`) }))}
            onChange={setKind}
          />
          {list !== null && list.done < list.total && (
            <span className="xs t3 num phrase-total" role="status">
              {t('phrases.looking', { done: list.done, total: list.total })}
            </span>
          )}
        </div>
        {list === null && <p className="phrase-note">{t('phrases.loading')}</p>}
        {list !== null && shown.length === 0 && <p className="phrase-note">{t('phrases.noBodies')}</p>}
        {shown.length > 0 && <Table rows={shown.slice(0, MOST_ROWS)} />}
      </section>
      {row === undefined ? (
        <p className="phrase-note wide">{t('phrases.chooseBody')}</p>
      ) : (
        <BodyDetails key={row.name} row={row} rows={list?.rows ?? []} />
      )}
    </>
  );
}

function Table({ rows }: { rows: readonly BodyRow[] }) {
  const { t } = useTranslation();
  const chosen = usePhrases((state) => state.body);
  const stop = rows.find(({ name }) => name === chosen?.name) ?? rows[0];
  return (
    <div className="phrase-scroll">
      <table className="phrase-table" data-rows>
        <thead>
          <tr>
            <th scope="col">{t('phrases.columns.name')}</th>
            <th scope="col" className="figure">
              {t('phrases.columns.count')}
            </th>
            <th scope="col" className="figure">
              {t('phrases.columns.articles')}
            </th>
            <th scope="col">{t('phrases.columns.role')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.name}
              className={row.name === chosen?.name ? 'chosen' : undefined}
              onClick={() => chooseBody(row)}
            >
              <th scope="row">
                <button
                  type="button"
                  data-row={row.name}
                  onKeyDown={walkRows}
                  aria-current={row.name === chosen?.name}
                  tabIndex={row === stop ? 0 : -1}
                >
                  {row.is === 'body' ? <Building2 size={13} aria-hidden /> : <User size={13} aria-hidden />}
                  <span className="sr-only">{t(`phrases.${row.is}`)}: </span>
                  {row.name}
                </button>
              </th>
              <td className="figure num">{row.mentions}</td>
              <td className="figure num">{row.articles.length}</td>
              <td className="xs t2">{row.role}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
