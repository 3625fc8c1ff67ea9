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
import { EmptyView, NothingFits } from '../ui/empty-view';
import { SearchField } from '../ui/search-field';
import { BodyDetails } from './body-details';
import { RowTable } from './row-table';

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
  if (list?.rows.length === 0 && list.done >= list.total) {
    return <EmptyView title={t('phrases.empty.bodies')} lead={t('phrases.empty.bodiesLead')} />;
  }
  return (
    <>
      <div className="phrase-filter" data-part>
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
      <section className="col phrase-list" data-part aria-label={t('phrases.tabs.bodies')}>
        {list === null && <p className="phrase-note">{t('phrases.loading')}</p>}
        {list !== null && shown.length === 0 && (
          <NothingFits
            words={t('phrases.noBodies')}
            onShowAll={() => {
              setWords('');
              setKind('all');
            }}
          />
        )}
        {shown.length > 0 && <Table rows={shown.slice(0, MOST_ROWS)} />}
        {shown.length > MOST_ROWS && (
          <p className="xs t3 num places-total">
            {t('phrases.bodiesMore', { shown: MOST_ROWS, count: shown.length })}
          </p>
        )}
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
  return (
    <RowTable
      heads={[
        { words: t('phrases.columns.name') },
        { words: t('phrases.columns.count'), figure: true },
        { words: t('phrases.columns.articles'), figure: true },
        { words: t('phrases.columns.role') },
      ]}
      rows={rows}
      keyOf={({ name }) => name}
      chosen={chosen?.name ?? null}
      onChoose={chooseBody}
      nameOf={({ is, name }) => (
        <>
          {is === 'body' ? <Building2 size={13} aria-hidden /> : <User size={13} aria-hidden />}
          <span className="sr-only">{t(`phrases.${is}`)}: </span>
          {name}
        </>
      )}
      cellsOf={({ mentions, articles, role }) => [mentions, articles.length, role]}
    />
  );
}
