import { useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { isNarrowed, stopsNow, useSearch } from '../state/search';
import { chosenRow, chosenStop, placeNow, pressInSearch, rowId } from '../state/search-steps';
import { Contexts } from './contexts';
import { Facets } from './facets';
import { FoundList } from './found-list';
import { NothingFound } from './nothing-found';
import { Passage } from './passage';
import { QueryBar } from './query-bar';
import { QueryHelp } from './query-help';
import { ResultsBar } from './results-bar';
import './search.css';

/** Looks for words in all articles and notes: conditions on the left, what was found, and the passage beside it. */
export function SearchView() {
  const { t } = useTranslation();
  const tab = useSearch((state) => state.tab);
  const answer = useSearch((state) => state.answer);
  const narrowed = useSearch((state) => isNarrowed(state.narrowing));
  const isStale = useSearch((state) => state.problem !== null);
  const active = useActiveId();
  const hasResults = answer !== null && answer.total > 0;
  const keyed = (event: KeyboardEvent, inField: boolean) => {
    if (pressInSearch(event.nativeEvent, inField)) event.preventDefault();
  };
  return (
    <section className="search-view" aria-label={t('search.title')}>
      <h1 className="sr-only">{t('search.title')}</h1>
      <QueryBar active={active} onKey={(event) => keyed(event, true)} />
      {answer === null ? (
        <QueryHelp />
      ) : (
        <>
          {(hasResults || narrowed) && <Facets facets={answer.facets} />}
          <section
            className={`search-results col ${isStale ? 'stale' : ''} ${hasResults || narrowed ? '' : 'alone'}`}
            data-part
            aria-label={t('search.tabs.label')}
          >
            <ResultsBar answer={answer} />
            {hasResults ? (
              <div
                className="search-panel"
                role="tabpanel"
                id="search-panel"
                aria-labelledby={`search-tab-${tab}`}
              >
                {tab === 'articles' ? (
                  <FoundList active={active} onKey={(event) => keyed(event, false)} />
                ) : (
                  <Contexts active={active} onKey={(event) => keyed(event, false)} />
                )}
              </div>
            ) : (
              <NothingFound answer={answer} />
            )}
          </section>
          {hasResults && <ChosenPassage />}
        </>
      )}
    </section>
  );
}

/** The element of the chosen result, for screen readers: the keyboard may stay in the field. */
function useActiveId(): string | undefined {
  const state = useSearch(
    useShallow(({ tab, answer, places, unfolded, chosen, contexts, chosenContext }) => ({
      ...{ tab, answer, places, unfolded, chosen, contexts, chosenContext },
    })),
  );
  return useMemo(() => {
    if (state.tab === 'articles') {
      const id = chosenStop(stopsNow({ ...useSearch.getState(), ...state }), state.chosen)?.id;
      return id === undefined ? undefined : `found-${id}`;
    }
    const row = chosenRow(state.contexts?.rows ?? [], state.chosenContext);
    return row === undefined ? undefined : `context-${rowId(row)}`;
  }, [state]);
}

function ChosenPassage() {
  const place = useSearch(useShallow(placeNow));
  return <Passage articleId={place?.articleId ?? null} hit={place?.hit ?? null} />;
}
