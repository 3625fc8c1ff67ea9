import { create } from 'zustand';
import type { AnnotationKind, Colour } from '#core/annotation';
import type { BodyRow } from '#core/body';
import type { AnnotationFilter } from '#core/contract';
import type { ArticleSummary } from '#core/library';
import { hasOneOf } from '#core/annotation-filter';
import { withThoseUnder, type Collection, type CollectionId } from '#core/shelving';
import { foldedTag, isWithin } from '#core/tag';
import { call } from '../bridge';
import { importDay } from './article-order';
import { useLibrary } from './library';
import { attempt } from './status';
import { setView, useView } from './view';

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
  /** Names of bodies and people that its text mentions: one of them. */
  bodies: readonly string[];
  /** Each with those under it: one of them. */
  collections: readonly CollectionId[];
  published: DayRange;
  imported: DayRange;
}

const ANY_DAY: DayRange = { from: null, to: null };
export const NO_FILTER: ShelfFilter = {
  tags: [],
  kinds: [],
  colours: [],
  bodies: [],
  collections: [],
  published: ANY_DAY,
  imported: ANY_DAY,
};

interface ShelfFilterState {
  filter: ShelfFilter;
  /** The fields that change it are in sight. */
  open: boolean;
  /** How often it was asked for by key, so that its first field takes the focus each time. */
  asked: number;
  /** The articles that fit by what their rows in the list do not tell; null while nothing such is asked for. */
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

/** Whether an article of the list has what is asked for. `all`: the collections of the library. */
export function articleFits(
  { filter, found }: Pick<ShelfFilterState, 'filter' | 'found'>,
  all: readonly Collection[],
) {
  const { tags, kinds, published, imported, collections } = filter;
  const within = new Set(collections.flatMap((id) => [...withThoseUnder(id, all)]));
  return (article: ArticleSummary): boolean =>
    hasOneOf(tags, article.tags) &&
    (kinds.length === 0 || kinds.some((kind) => article.kinds[kind] > 0)) &&
    isOn(article.publishedOn, published) &&
    (imported === ANY_DAY || isOn(importDay(article), imported)) &&
    (collections.length === 0 || article.shelving.collections.some((id) => within.has(id))) &&
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

/** Whether the rows of the list do not tell all that is asked for. */
const asksForMore = (filter: ShelfFilter): boolean => question(filter) !== null || filter.bodies.length > 0;

const PAUSE = 150;
let timer = 0;
/** Counts the questions: the answer to an earlier one comes too late. */
let turn = 0;

function lookInArticles(): void {
  clearTimeout(timer);
  turn += 1;
  const mine = turn;
  const { filter } = get();
  if (!asksForMore(filter)) {
    if (get().found !== null) set({ found: null });
    return;
  }
  timer = window.setTimeout(() => {
    void attempt(async () => {
      const [marked, naming] = await Promise.all([articlesMarked(filter), articlesNaming(filter.bodies)]);
      const found = inBoth(marked, naming);
      if (mine === turn) set({ found });
    });
  }, PAUSE);
}

function inBoth(one: Set<string> | null, other: Set<string> | null): Set<string> | null {
  if (one === null || other === null) return one ?? other;
  return new Set([...one].filter((id) => other.has(id)));
}

async function articlesMarked(asked: ShelfFilter): Promise<Set<string> | null> {
  const filter = question(asked);
  if (filter === null) return null;
  const { articles } = await call('annotations.find', { filter, limit: 0 });
  return new Set(articles.map(({ id }) => id));
}

/** By the names that they have in the dictionary, and by those that were merged into them. */
async function articlesNaming(bodies: readonly string[]): Promise<Set<string> | null> {
  if (bodies.length === 0) return null;
  const { rows } = await call('bodies.list', {});
  const isAsked = ({ name, aliases }: BodyRow) => [name, ...aliases].some((each) => bodies.includes(each));
  return new Set(rows.filter(isAsked).flatMap(({ articles }) => articles));
}

useLibrary.subscribe((library, before) => {
  const isLookedFurther = library.recognised !== before.recognised && get().filter.bodies.length > 0;
  if (isLookedFurther) lookInArticles();
  if (library.revision === before.revision && library.folder === before.folder) return;
  if (library.folder !== before.folder) set({ filter: NO_FILTER, open: false, found: null });
  if (library.tags !== before.tags) forgetTags(library.tags.map(({ name }) => foldedTag(name)));
  if (library.collections !== before.collections) forgetCollections(library.collections);
  if (asksForMore(get().filter)) lookInArticles();
});

/** Shows the articles of a collection. */
export function filterByCollection(id: CollectionId): void {
  narrowArticles({ collections: [id] });
  setView({ view: 'library', show: 'all' });
}

/** A collection that is there no more asks for nothing. */
function forgetCollections(all: readonly Collection[]): void {
  const { filter } = get();
  const collections = filter.collections.filter((id) => all.some((each) => each.id === id));
  if (collections.length < filter.collections.length) set({ filter: { ...filter, collections } });
}

/** Shows the articles that mention a body or a person. */
export function filterByBody(name: string): void {
  narrowArticles({ bodies: [name] });
  setView({ view: 'library', show: 'all' });
}

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
