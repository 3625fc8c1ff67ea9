import { useTranslation } from 'react-i18next';
import { SEARCH_ORDERS, type SearchAnswer } from '#core/calls/searching';
import { TABLE_FORMATS } from '#core/export/table-formats';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { useLibrary } from '../state/library';
import {
  SEARCH_TABS,
  searchQuestion,
  setOrder,
  setSearch,
  showContextNotes,
  showSearchTab,
  useSearch,
  type SearchOrder,
} from '../state/search';
import { Choice } from '../ui/choice';
import { CommandKey } from '../ui/controls';
import { ExportMenu } from '../ui/export-menu';
import { FoundActions, FoundChoice } from './found-actions';

/** By article or in their contexts, in which order; and how much of the library can be searched yet. */
export function ResultsBar({ answer }: { answer: SearchAnswer }) {
  const { t } = useTranslation();
  const tab = useSearch((state) => state.tab);
  const contexts = useSearch((state) => state.contexts?.total);
  const order = useSearch((state) => state.order);
  const counts = { articles: answer.total, contexts, years: undefined };
  const hasPanel = answer.total > 0;
  return (
    <>
      <div className="bar">
        <div className="tabs" role="tablist" aria-label={t('search.tabs.label')}>
          {SEARCH_TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`search-tab-${each}`}
              aria-selected={each === tab}
              aria-controls={hasPanel ? 'search-panel' : undefined}
              title={`${t('command.nextSearchTab')} (${capOf('nextSearchTab') ?? ''})`}
              onClick={() => showSearchTab(each)}
            >
              {t(`search.tabs.${each}`)}
              {counts[each] !== undefined && (
                <span className="cnt">{counts[each].toLocaleString('vi-VN')}</span>
              )}
            </button>
          ))}
        </div>
        <span className="hide-narrow">
          <CommandKey command="nextSearchTab" />
        </span>
        <span className="end" />
        {tab !== 'articles' && <NotesToo />}
        {tab === 'articles' ? (
          <Choice
            label={t('search.orders.label')}
            value={order}
            options={SEARCH_ORDERS.map((value) => ({ value, words: t(`search.orders.${value}`) }))}
            onChoose={(chosen) => setOrder(chosen as SearchOrder)}
          />
        ) : (
          <TakeOut />
        )}
        <FoundActions />
      </div>
      <FoundChoice />
      <IndexUnderWay />
    </>
  );
}

/** Whether contexts in notes are shown beside those in texts. */
function NotesToo() {
  const { t } = useTranslation();
  const on = useSearch((state) => state.contextNotes);
  return (
    <button
      type="button"
      className="how-switch xs"
      aria-pressed={on}
      title={`${t('command.contextNotes')} (${capOf('contextNotes') ?? ''})`}
      onClick={() => showContextNotes(!on)}
    >
      <i className="switch" aria-hidden /> {t('search.contexts.notes')}
    </button>
  );
}

/** Saves the contexts, all of them, in the order in which they are shown. */
function TakeOut() {
  const { t } = useTranslation();
  const open = useSearch((state) => state.exporting);
  const order = useSearch(({ tab, contextOrder }) => (tab === 'years' ? 'date' : contextOrder));
  const notes = useSearch((state) => state.contextNotes);
  const isEmpty = useSearch(({ contexts }) => (contexts?.total ?? 0) === 0);
  return (
    <ExportMenu
      formats={TABLE_FORMATS}
      words={t('search.contexts.export')}
      disabled={isEmpty}
      open={open}
      onOpenChange={(exporting) => setSearch({ exporting })}
      save={(format) => call('search.save', { ...searchQuestion(), order, notes, format })}
    />
  );
}

/** How far the indexing is; nothing once it is done. */
export function IndexUnderWay() {
  const { t } = useTranslation();
  const told = useLibrary((state) => state.searchable);
  const answered = useSearch((state) => state.answer?.indexed);
  // While the indexing goes on the question is asked again and again: the answer is as new as what is told.
  const indexed = answered ?? told;
  if (indexed === null || indexed.done >= indexed.total) return null;
  const { done, total } = indexed;
  return (
    <div className="index-under-way xs">
      <span role="status">
        {t('search.index.under', { done: done.toLocaleString('vi-VN'), count: total })}
      </span>
      <progress aria-label={t('search.index.building')} value={done} max={total} />
    </div>
  );
}
