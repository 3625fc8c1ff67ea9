import { create } from 'zustand';
import type { AnnotationKind, Colour } from '#core/annotation';
import type { AnnotationFilter } from '#core/contract';
import type { ArticleSummary } from '#core/library';
import { hasOneOf } from '#core/annotation-filter';
import { localDay } from '#core/day';
import { foldedTag, isWithin } from '#core/tag';
import { call } from '../bridge';
import { useLibrary } from './library';
import { attempt } from './status';
import { useView } from './view';

/** First and last day; both count, and null asks for nothing. */
export interface DayRange {
  from: string | null;
  to: string | null;
}

/** What an article of the list must have, besides the words that are looked for. An empty list asks for nothing. */
export interface ShelfFilter {
  /** Each with those under it. */
  tags: readonly string[];
  kinds: readonly AnnotationKind[];
  colours: readonly Colour[];
  published: DayRange;
  imported: DayRange;
}

const ANY_DAY: DayRange = { from: null, to: null };
export const NO_FILTER: ShelfFilter = {
  tags: [],
  kinds: [],
  colours: [],
  published: ANY_DAY,
  imported: ANY_DAY,
};

interface ShelfFilterState {
  filter: ShelfFilter;
  /** The fields that change it are in sight. */
  open: boolean;
  /** How often it was asked for by key, so that its first field takes the focus each time. */
  asked: number;
  /** The articles with an annotation that fits, where their rows in the list do not tell; null while that is not needed. */
  found: ReadonlySet<string> | null;
}

export const useShelfFilter = create<ShelfFilterState>(() => ({
  filter: NO_FILTER,
  open: false,
  asked: 0,
  found: null,
}));

const { setState: set, getState: get } = useShelfFilter;

export const openShelfFilter = (): void => set({ open: true, asked: get().asked + 1 });
export const closeShelfFilter = (): void => set({ open: false });

export function narrowArticles(patch: Partial<ShelfFilter>): void {
  set({ filter: { ...get().filter, ...patch } });
  lookInArticles();
}

export function clearShelfFilter(): void {
  set({ filter: NO_FILTER, found: null });
  lookInArticles();
}

/** Whether an article of the list has what is asked for. */
export function articleFits({ filter, found }: Pick<ShelfFilterState, 'filter' | 'found'>) {
  const { tags, kinds, published, imported } = filter;
  return (article: ArticleSummary): boolean =>
    hasOneOf(tags, article.tags) &&
    (kinds.length === 0 || kinds.some((kind) => article.kinds[kind] > 0)) &&
    isOn(article.publishedOn, published) &&
    isOn(localDay(new Date(article.importedAt)), imported) &&
    (found === null || found.has(article.id));
}

const isOn = (day: string | null, { from, to }: DayRange): boolean =>
  (from === null && to === null) ||
  (day !== null && (from === null || day >= from) && (to === null || day <= to));

/**
 * What annotations themselves have to be asked for: a colour, or several things that one and the same annotation has to
 * have. The rest is told by the rows of the list.
 */
function question({ tags, kinds, colours }: ShelfFilter): AnnotationFilter | null {
  const asksForTwo = tags.length > 0 && kinds.length > 0;
  if (colours.length === 0 && !asksForTwo) return null;
  return { tags: [...tags], kinds: [...kinds], colours: [...colours] };
}

const PAUSE = 150;
let timer = 0;
/** Counts the questions: the answer to an earlier one comes too late. */
let turn = 0;

function lookInArticles(): void {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  const filter = question(get().filter);
  if (filter === null) {
    if (get().found !== null) set({ found: null });
    return;
  }
  timer = window.setTimeout(() => {
    void attempt(async () => {
      const { articles } = await call('annotations.find', { filter, limit: 0 });
      if (mine === turn) set({ found: new Set(articles.map(({ id }) => id)) });
    });
  }, PAUSE);
}

useLibrary.subscribe((library, before) => {
  if (library.revision === before.revision && library.folder === before.folder) return;
  if (library.folder !== before.folder) set({ filter: NO_FILTER, open: false, found: null });
  if (library.tags !== before.tags) forgetTags(library.tags.map(({ name }) => foldedTag(name)));
  if (question(get().filter) !== null) lookInArticles();
});

/** A tag that is there no more asks for nothing. */
function forgetTags(known: readonly string[]): void {
  const { filter } = get();
  const tags = filter.tags.filter((tag) => known.some((name) => isWithin(name, foldedTag(tag))));
  if (tags.length < filter.tags.length) set({ filter: { ...filter, tags } });
}

/** Shows all articles again. */
export function showAllArticles(): void {
  useView.setState({ filter: '', filterOpen: false, show: 'all' });
  clearShelfFilter();
}
