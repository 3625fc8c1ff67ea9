import { create } from 'zustand';
import type {
  CONCORDANCE_ORDERS,
  Narrowing,
  SEARCH_MARKS,
  SEARCH_ORDERS,
  SearchAnswer,
  SearchHit,
  SearchProblem,
} from '#core/calls/searching';
import type { CallInput, CallOutput } from '#core/contract';
import type { SavedSearch } from '#core/saved-search';
import { call } from '../bridge';
import { allStops, hitId, type Stop } from './found-places';
import { useLibrary } from './library';
import { mayFindMore } from './search-news';
import { attempt } from './status';
import { useView } from './view';

export const SEARCH_TABS = ['articles', 'contexts', 'years'] as const;
export type SearchTab = (typeof SEARCH_TABS)[number];
export type SearchMarks = (typeof SEARCH_MARKS)[number];
/** What counts as the words that were typed. */
type SearchHow = Required<Pick<SavedSearch, 'marks' | 'syllables' | 'otherWays' | 'matchCase'>>;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];
export type ContextOrder = (typeof CONCORDANCE_ORDERS)[number];
type Contexts = CallOutput<'search.concordance'>;

interface SearchState extends SearchHow {
  tab: SearchTab;
  /** As it stands in the field. */
  query: string;
  /** The last word may go on: nobody has pressed Enter since. */
  isTyping: boolean;
  narrowing: Narrowing;
  /** Contexts in notes are shown too. */
  contextNotes: boolean;
  order: SearchOrder;
  contextOrder: ContextOrder;
  /** Counts how often the field was asked for: each time it takes the keyboard. */
  asked: number;
  /** The newest answer that had no problem, with all articles that were brought; null where nothing is asked. */
  answer: SearchAnswer | null;
  contexts: Contexts | null;
  /** What is wrong with the query; the answer before it stays. */
  problem: SearchProblem | null;
  /** How long the answer took. Milliseconds. */
  took: number;
  isAsking: boolean;
  isBringing: boolean;
  /** All places of some articles, as far as they are known; the list has only the first of each. */
  places: ReadonlyMap<string, readonly SearchHit[]>;
  /** Articles of which the list shows all places. */
  unfolded: ReadonlySet<string>;
  /** Ids of the chosen stop in the list and of the chosen row of contexts; the first one where nothing is. */
  chosen: string | null;
  chosenContext: string | null;
  /** The chosen one was walked to: Enter opens it, even if the query is still being typed. */
  isWalked: boolean;
  exporting: boolean;
  /** The field for a name is open. */
  naming: boolean;
  /** What all that was found shall get: the choice of it is open. */
  choosing: 'tag' | 'collection' | null;
}

export const NO_NARROWING: Narrowing = {
  ...{ fields: [], years: [], sources: [], tags: [], kinds: [] },
  ...{ bodies: [], reading: [], kept: [], collections: [] },
};

const PLAIN_HOW: SearchHow = { marks: 'auto', syllables: 'auto', otherWays: true, matchCase: false };

const NOTHING_FOUND = {
  answer: null,
  contexts: null,
  problem: null,
  took: 0,
  isBringing: false,
  places: new Map<string, readonly SearchHit[]>(),
  unfolded: new Set<string>(),
  chosen: null,
  chosenContext: null,
  isWalked: false,
} as const;

const AT_FIRST: SearchState = {
  tab: 'articles',
  query: '',
  isTyping: false,
  ...PLAIN_HOW,
  narrowing: NO_NARROWING,
  contextNotes: false,
  order: 'best',
  contextOrder: 'date',
  asked: 0,
  isAsking: false,
  exporting: false,
  naming: false,
  choosing: null,
  ...NOTHING_FOUND,
};

export const useSearch = create<SearchState>(() => AT_FIRST);
const { setState: set, getState: get } = useSearch;

export const setSearch = (patch: Partial<SearchState>): void => set(patch);

/** While somebody types. Milliseconds. */
const PAUSE = 200;
const PAGE = 50;
const MOST_AT_ONCE = 500;
const MOST_PLACES = 500;
/** What is typed next ends the work on what was typed before. */
const ASKER = 'search';

export const isNarrowed = (narrowing: Narrowing): boolean =>
  Object.values(narrowing).some((values) => values.length > 0);

/** The question that the list and the table answer. */
export function searchQuestion(): CallInput<'search.find'> {
  const { query, isTyping, marks, syllables, otherWays, matchCase, narrowing } = get();
  return { query, isTyping, marks, syllables, otherWays, matchCase, narrowing };
}

let run = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks what the state now says, after a pause; an answer that another question overtook is dropped. */
function ask(pause = 0): void {
  clearTimeout(timer);
  const mine = ++run;
  set({ isAsking: get().query.trim() !== '' });
  timer = setTimeout(() => void attempt(() => answer(mine)), pause);
}

async function answer(mine: number): Promise<void> {
  const { tab, order, answer: before } = get();
  const question = { ...searchQuestion(), asker: ASKER };
  // The first question of all begins to index the library, before anything is typed.
  const limit = Math.min(MOST_AT_ONCE, Math.max(PAGE, before?.articles.length ?? 0));
  const began = performance.now();
  try {
    const found = await call('search.find', { ...question, order, limit });
    const took = performance.now() - began;
    if (mine !== run) return;
    const isEmpty = question.query.trim() === '';
    const hasContexts = tab !== 'articles' && found.problem === null && !isEmpty;
    const contexts = hasContexts ? await askContexts(question) : null;
    if (mine === run) show(isEmpty ? null : found, contexts, took);
  } catch (error) {
    // A question that was overtaken may fail as it likes.
    if (mine === run) throw error;
  } finally {
    if (mine === run) set({ isAsking: false });
  }
}

function askContexts(question: CallInput<'search.find'>): Promise<Contexts> {
  const { tab, contextOrder, contextNotes: notes } = get();
  return call('search.concordance', { ...question, order: tab === 'years' ? 'date' : contextOrder, notes });
}

/** A chosen place stays the chosen one where it was found again. */
function show(found: SearchAnswer | null, contexts: Contexts | null, took: number): void {
  if (found === null) {
    set(NOTHING_FOUND);
    return;
  }
  if (found.problem !== null) {
    set({ problem: found.problem });
    return;
  }
  const { chosen, isWalked, chosenContext } = get();
  const known = chosen !== null && found.articles.some((each) => chosen.startsWith(`${each.articleId}:`));
  set({
    ...NOTHING_FOUND,
    answer: found,
    contexts,
    took,
    ...(known && { chosen, isWalked }),
    chosenContext,
  });
}

/** Brings the next page of the list. */
export async function bringMore(): Promise<void> {
  const { answer: before, order, isBringing } = get();
  if (before === null || isBringing || before.articles.length >= before.total) return;
  const mine = run;
  set({ isBringing: true });
  await attempt(async () => {
    const offset = before.articles.length;
    const page = await call('search.find', { ...searchQuestion(), order, offset, limit: PAGE * 2 });
    if (mine !== run || page.problem !== null) return;
    const known = new Set(before.articles.map(({ articleId }) => articleId));
    const added = page.articles.filter(({ articleId }) => !known.has(articleId));
    set({ answer: { ...before, articles: [...before.articles, ...added] } });
  });
  set({ isBringing: false });
}

/** Brings all places of an article that was found, of which the list has the first ones. */
export async function bringPlaces(articleId: string): Promise<void> {
  const { answer: found, places, order } = get();
  const offset = found?.articles.findIndex((each) => each.articleId === articleId) ?? -1;
  const known = found?.articles[offset];
  if (known === undefined || places.has(articleId) || known.hits.length >= known.count) return;
  const mine = run;
  await attempt(async () => {
    const asked = { ...searchQuestion(), order, offset, limit: 1, hits: MOST_PLACES };
    const [only] = (await call('search.find', asked)).articles;
    if (mine !== run || only?.articleId !== articleId) return;
    set({ places: new Map(get().places).set(articleId, only.hits) });
  });
}

/** Shows all places of an article in the list, and chooses the first that was not shown before. */
export async function unfold({ articleId, article }: Stop): Promise<void> {
  const shown = get().answer?.articles[article]?.hits.length ?? 0;
  await bringPlaces(articleId);
  const next = get().places.get(articleId)?.[shown];
  if (next === undefined) return;
  set({ unfolded: new Set(get().unfolded).add(articleId), chosen: hitId(articleId, next), isWalked: true });
}

/** The stops of the list as it stands. */
export function stopsNow({ answer: found, places, unfolded }: SearchState): Stop[] {
  const all = new Map([...places].filter(([articleId]) => unfolded.has(articleId)));
  return allStops(found?.articles ?? [], all);
}

export function typeQuery(query: string, isComposing: boolean): void {
  if (query === get().query && get().isTyping) return;
  set({ query, isTyping: true, isWalked: false });
  if (!isComposing) ask(query.trim() === '' ? 0 : PAUSE);
}

/** Asks for the words as they stand: the last one goes on no more. */
export function settleQuery(): void {
  set({ isTyping: false });
  ask();
}

/** Asks for a whole query at once: an example, a saved one, words from elsewhere. */
export function runQuery(query: string, how: Partial<SearchHow> = {}, ticked: Partial<Narrowing> = {}): void {
  const narrowing = { ...NO_NARROWING, ...ticked };
  set({ query, ...how, isTyping: false, choosing: null, isWalked: false, narrowing });
  takeField();
  ask();
}

/** Asks again with other conditions for what counts as the words. */
export function searchHow(how: Partial<SearchHow>): void {
  set({ ...how, isWalked: false });
  ask();
}

export function showContextNotes(contextNotes: boolean): void {
  set({ contextNotes });
  ask();
}

export function setOrder(order: SearchOrder): void {
  set({ order, chosen: null, isWalked: false });
  ask();
}

export function setContextOrder(contextOrder: ContextOrder): void {
  set({ contextOrder, chosenContext: null });
  ask();
}

export function showSearchTab(tab: SearchTab): void {
  if (tab === get().tab) return;
  const isOther = tab !== 'articles' && (get().contexts === null || get().contextOrder !== 'date');
  set({ tab });
  if (isOther && get().query.trim() !== '') ask();
}

/** Ticks a value of a group, or takes the tick off. */
export function toggleNarrowing<G extends keyof Narrowing>(group: G, value: Narrowing[G][number]): void {
  const { narrowing } = get();
  const before: readonly Narrowing[G][number][] = narrowing[group];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  set({ narrowing: { ...narrowing, [group]: after }, isWalked: false });
  ask();
}

export function clearNarrowing(): void {
  set({ narrowing: NO_NARROWING });
  ask();
}

/** The field takes the keyboard. */
export const takeField = (): void => set({ asked: get().asked + 1 });

// What was found follows the library: articles come and go, notes are written, more of them can be searched.
const FOLLOW = 400;
let following: ReturnType<typeof setTimeout> | undefined;

useLibrary.subscribe((now, before) => {
  if (now.folder !== before.folder) {
    run++;
    clearTimeout(timer);
    set({ ...AT_FIRST, asked: get().asked });
  } else if (mayFindMore(now, before, get().answer?.indexed)) {
    if (useView.getState().view !== 'search' || get().query.trim() === '') return;
    following ??= setTimeout(() => {
      following = undefined;
      if (!get().isAsking) ask();
    }, FOLLOW);
  }
});

// The list may be older than the library when the view is opened again.
useView.subscribe((now, before) => {
  if (now.view === 'search' && before.view !== 'search') ask();
});
