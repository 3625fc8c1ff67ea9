import type { ConcordanceRow, SearchHit } from '#core/calls/searching';
import { isComposing } from '../ui/fields';
import { askAboutFound, exportFound } from './found-actions';
import type { Stop } from './found-places';
import { hitId } from './found-places';
import { showOffset } from './going';
import { loadArticle, useLibrary } from './library';
import { showAnnotation } from './linking';
import { paneHandle, readerWidth } from './panes';
import {
  bringMore,
  SEARCH_TABS,
  searchHow,
  showContextNotes,
  setSearch,
  settleQuery,
  showSearchTab,
  stopsNow,
  takeField,
  typeQuery,
  unfold,
  useSearch,
} from './search';
import { attempt } from './status';
import { openBeside, openHere, setView, useView } from './view';

const { getState: get } = useSearch;

/** A place that can be opened; without a hit the article as a whole. */
export interface Place {
  articleId: string;
  hit: SearchHit | null;
}

export const rowId = ({ articleId, hit }: ConcordanceRow): string => hitId(articleId, hit);

/** The chosen stop of the list: the first one as long as none was chosen. */
export const chosenStop = (stops: readonly Stop[], chosen: string | null): Stop | undefined =>
  stops.find(({ id }) => id === chosen) ?? stops[0];

export const chosenRow = (
  rows: readonly ConcordanceRow[],
  chosen: string | null,
): ConcordanceRow | undefined => rows.find((row) => rowId(row) === chosen) ?? rows[0];

/** The place that is shown beside, and that Enter opens. */
export function placeNow(state: ReturnType<typeof get>): Place | null {
  if (state.tab !== 'articles') return chosenRow(state.contexts?.rows ?? [], state.chosenContext) ?? null;
  return chosenStop(stopsNow(state), state.chosen) ?? null;
}

/** How many results a page key passes. */
const BY_PAGE = 8;
/** So near to the end the next page of the list is brought. */
const NEAR_END = 12;

export const choosePlace = (id: string): void => {
  setSearch(get().tab !== 'articles' ? { chosenContext: id } : { chosen: id });
  setSearch({ isWalked: true });
};

/** Chooses a result with the mouse, and opens it beside if that is wanted; the way to all places of an article shows them. */
export function clickPlace(id: string, beside: boolean): void {
  choosePlace(id);
  const state = get();
  const stop = state.tab === 'articles' ? stopsNow(state).find((each) => each.id === id) : undefined;
  if (stop?.is === 'more') void unfold(stop);
  else if (beside) void openFound(true);
}

/** Goes on by so many results; to the first or the last with an infinite number. */
function step(by: number): void {
  const state = get();
  const inList = state.tab === 'articles';
  const stops = stopsNow(state);
  const rows = state.contexts?.rows ?? [];
  const ids = inList ? stops.map(({ id }) => id) : rows.map(rowId);
  const at = Math.max(0, ids.indexOf((inList ? state.chosen : state.chosenContext) ?? ''));
  const next = Math.min(ids.length - 1, Math.max(0, at + by));
  const id = ids[next];
  if (id !== undefined) choosePlace(id);
  if (inList && next > ids.length - NEAR_END) void bringMore();
}

/** Goes to the first place of the next article, or of the one before. */
function stepArticle(by: 1 | -1): void {
  const state = get();
  const stops = stopsNow(state);
  const now = chosenStop(stops, state.chosen)?.article ?? 0;
  const next = stops.find(({ article }) => article === now + by);
  if (state.tab !== 'articles') step(by);
  else if (next !== undefined) choosePlace(next.id);
}

/** Opens the chosen place in the reader; the way to all places of an article shows them in the list. */
export async function openFound(beside: boolean): Promise<void> {
  const state = get();
  const stop = state.tab === 'articles' ? chosenStop(stopsNow(state), state.chosen) : undefined;
  if (stop?.is === 'more') await unfold(stop);
  else {
    const place = placeNow(state);
    if (place !== null) await openFoundPlace(place, beside);
  }
}

/** Opens an article at its words; a note with its card. */
export async function openFoundPlace({ articleId, hit }: Place, beside: boolean): Promise<void> {
  await attempt(async () => {
    if (hit?.in === 'text') {
      await showOffset(articleId, hit.start, beside);
      const { panes, active } = useView.getState();
      const handle = panes[active]?.articleId === articleId ? paneHandle(panes[active].key) : undefined;
      handle?.focus();
      handle?.reveal(hit.start);
      handle?.select({ start: hit.start, end: hit.end });
      return;
    }
    await loadArticle(articleId);
    const { annotations } = useLibrary.getState().views.get(articleId) ?? { annotations: [] };
    const annotation = annotations.find(({ id }) => id === hit?.annotationId);
    if (beside) openBeside(articleId, readerWidth());
    else openHere(articleId);
    if (annotation !== undefined) await showAnnotation(annotation);
  });
}

/** Does what a key of the field or of the results means. Returns whether it meant anything. */
export function pressInSearch(event: KeyboardEvent, inField: boolean): boolean {
  if (isComposing(event) || event.altKey || event.shiftKey) return false;
  const withCtrl = event.ctrlKey || event.metaKey;
  const { key } = event;
  if (withCtrl) {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
    stepArticle(key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  const steps: Partial<Record<string, number>> = {
    ...{ ArrowDown: 1, ArrowUp: -1, PageDown: BY_PAGE, PageUp: -BY_PAGE },
    ...(!inField && { Home: -Infinity, End: Infinity }),
  };
  const by = steps[key];
  if (by !== undefined) step(by);
  else if (key === 'Enter') enter(inField);
  else if (key === 'Escape' && inField) leaveField();
  else return false;
  return true;
}

/** While words are typed it ends them; then it opens what is chosen. */
function enter(inField: boolean): void {
  const { isTyping, isWalked } = get();
  if (inField && isTyping && !isWalked) settleQuery();
  else void openFound(false);
}

/** Empties the field; from an empty one back to the library. */
function leaveField(): void {
  if (get().query === '') setView({ view: 'library' });
  else typeQuery('', false);
}

/** From elsewhere in the view the keyboard goes back to the field. Returns whether it was elsewhere. */
export function backToField(): boolean {
  if (document.activeElement?.matches('[data-search-field]') === true) return false;
  takeField();
  return true;
}

const NEXT_MARKS = { auto: 'strict', strict: 'loose', loose: 'auto' } as const;

const FEW_LETTERS = 3;

/** Whether only whole syllables count: by themselves as soon as the query is settled, and for very short ones. */
export const isWhole = ({ syllables, isTyping, query }: ReturnType<typeof get>): boolean =>
  syllables === 'whole' ||
  (syllables === 'auto' && (!isTyping || (query.match(/\p{L}/gu) ?? []).length <= FEW_LETTERS));

/** What the keys of the view do. */
export const searchActions = {
  findInLibrary: takeField,
  nextSearchTab: () =>
    showSearchTab(SEARCH_TABS[(SEARCH_TABS.indexOf(get().tab) + 1) % SEARCH_TABS.length] ?? 'articles'),
  searchMarks: () => searchHow({ marks: NEXT_MARKS[get().marks] }),
  searchWhole: () => searchHow({ syllables: isWhole(get()) ? 'part' : 'whole' }),
  searchOtherWays: () => searchHow({ otherWays: !get().otherWays }),
  searchCase: () => searchHow({ matchCase: !get().matchCase }),
  contextNotes: () => showContextNotes(!get().contextNotes),
  tagFound: () => askAboutFound('tag'),
  collectFound: () => askAboutFound('collection'),
  exportFound,
  openBesideFound: () => openFound(true),
  saveSearch: () => {
    const { query } = get();
    if (query.trim() !== '' && !useLibrary.getState().readOnly) setSearch({ naming: true });
  },
};
