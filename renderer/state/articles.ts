import { create } from 'zustand';
import type { ArticleSummary } from '#core/library';
import { withThoseUnder, type CollectionId } from '#core/shelving';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { inOrder, type ArticleOrder } from './article-order';
import { addCollection, collect, moveCollection, removeCollection, renameCollection } from './collections';
import { removeArticles, restoreArticles } from './changes';
import { useLibrary } from './library';
import { hasTypedWords } from './listed';
import { readerWidth } from './panes';
import { filterByCollection } from './shelf-filter';
import { attempt, saved, say } from './status';
import { openBeside, openHere, setView } from './view';

const t = i18next.t.bind(i18next);

export const PLACES = ['all', 'unread', 'reading', 'starred', 'archived', 'trash'] as const;
type PlaceName = (typeof PLACES)[number];
/** What the table lists: a collection with those under it, or one of the places that every library has. */
export type Place = { is: PlaceName } | { is: 'collection'; id: CollectionId };

export const COLUMNS = ['title', 'source', 'published', 'imported', 'reading', 'annotations'] as const;
export type ArticleColumn = (typeof COLUMNS)[number];

/** A question that has to be answered before anything is done. */
export type Asked =
  | { is: 'purge'; ids: readonly string[]; notes: number }
  | { is: 'removeCollection'; id: CollectionId; articles: number };

interface ArticlesState {
  place: Place;
  words: string;
  column: ArticleColumn;
  /** Against the order that a column begins with: the newest first, the alphabet, what is unread first, most notes first. */
  turned: boolean;
  /** The row that the keyboard is on. */
  current: string | null;
  /** Where a stretch of rows that is chosen with Shift begins. */
  anchor: string | null;
  picked: ReadonlySet<string>;
  open: ReadonlySet<CollectionId>;
  editing: { is: 'new'; under: CollectionId | null } | { is: 'rename'; id: CollectionId } | null;
  /** A collection is looked for: for the articles that are picked, or to move one under it. */
  choosing: 'collect' | 'move' | null;
  asked: Asked | null;
  /** How often the field was asked for by key, so that it takes the focus each time. */
  searched: number;
  /** How often the keyboard was sent back to the table. */
  focused: number;
}

export const useArticles = create<ArticlesState>(() => ({
  place: { is: 'all' },
  words: '',
  column: 'published',
  turned: false,
  current: null,
  anchor: null,
  picked: new Set(),
  open: new Set(),
  editing: null,
  choosing: null,
  asked: null,
  searched: 0,
  focused: 0,
}));

const { setState: set, getState: get } = useArticles;

export const setArticles = (patch: Partial<ArticlesState>): void => set(patch);

const NOTHING_ASKED = { editing: null, choosing: null, asked: null } as const;
const NOTHING_PICKED: Pick<ArticlesState, 'picked' | 'anchor'> = { picked: new Set(), anchor: null };

export const samePlace = (a: Place, b: Place): boolean =>
  a.is === b.is && (a.is !== 'collection' || b.is !== 'collection' || a.id === b.id);

export function goTo(place: Place): void {
  if (samePlace(place, get().place)) return;
  set({ place, current: null, ...NOTHING_PICKED, ...NOTHING_ASKED });
}

/** A column begins with its own order; asked for again, it is turned round. */
export function sortArticles(column: ArticleColumn): void {
  set(get().column === column ? { turned: !get().turned } : { column, turned: false });
}

/** Whether an article belongs to a place. */
export function placeTest(place: Place): (article: ArticleSummary) => boolean {
  const present = (article: ArticleSummary): boolean => article.removedAt === null;
  switch (place.is) {
    case 'trash':
      return (article) => !present(article);
    case 'archived':
      return (article) => present(article) && article.shelving.archivedAt !== null;
    case 'starred':
      return (article) => present(article) && article.shelving.starred;
    case 'unread':
    case 'reading':
      return (article) =>
        present(article) && article.shelving.archivedAt === null && article.shelving.reading === place.is;
    case 'all':
      return present;
    case 'collection': {
      const within = withThoseUnder(place.id, useLibrary.getState().collections);
      return (article) => present(article) && article.shelving.collections.some((id) => within.has(id));
    }
  }
}

interface RowsWish {
  place: Place;
  words: string;
  column: ArticleColumn;
  turned: boolean;
}

/** The articles of a place that have the words, in the order of a column. */
export function articleRows(
  articles: ReadonlyMap<string, ArticleSummary>,
  { place, words, column, turned }: RowsWish,
): readonly ArticleSummary[] {
  const isHere = placeTest(place);
  const has = words.trim() === '' ? null : hasTypedWords(words);
  const order: ArticleOrder = column;
  const rows = inOrder(articles, order).filter(
    (article) => isHere(article) && (has === null || has(article)),
  );
  return turned ? rows.reverse() : rows;
}

/** How many articles each place has. */
export function countsOfPlaces(articles: Iterable<ArticleSummary>): Record<PlaceName, number> {
  const tests = PLACES.map((is) => [is, placeTest({ is })] as const);
  const counts = { all: 0, unread: 0, reading: 0, starred: 0, archived: 0, trash: 0 };
  for (const article of articles) for (const [is, test] of tests) if (test(article)) counts[is] += 1;
  return counts;
}

/** Moves the keyboard to a row. `how`: alone, adding all between, or leaving what is picked as it is. */
export function step(rows: readonly ArticleSummary[], to: number, how: 'alone' | 'stretch' | 'keep'): void {
  const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
  if (row === undefined) return;
  if (how === 'stretch') {
    const { anchor, current } = get();
    const from = anchor ?? current ?? row.id;
    const [a, b] = [from, row.id].map((id) => rows.findIndex((each) => each.id === id)).sort((x, y) => x - y);
    const between = rows.slice(Math.max(0, a ?? 0), (b ?? 0) + 1).map(({ id }) => id);
    set({ current: row.id, anchor: from, picked: new Set(between) });
  } else set({ current: row.id, ...(how === 'alone' ? NOTHING_PICKED : {}) });
}

export function togglePicked(id: string): void {
  const picked = new Set(get().picked);
  if (!picked.delete(id)) picked.add(id);
  set({ current: id, anchor: id, picked });
}

export const pickAllRows = (rows: readonly ArticleSummary[]): void =>
  set({ picked: new Set(rows.map(({ id }) => id)) });

export const unpickRows = (): void => set(NOTHING_PICKED);

/** What commands act on: the articles that are picked, in the order of the list; else the one that the keyboard is on. */
export function actedOn(rows: readonly ArticleSummary[]): ArticleSummary[] {
  const { picked, current } = get();
  return rows.filter(({ id }) => (picked.size > 0 ? picked.has(id) : id === current));
}

/** Leaves what is asked, picked or typed, one after another. Returns whether there was any. */
export function cancelArticles(): boolean {
  const { editing, choosing, asked, picked, words } = get();
  if (editing !== null || choosing !== null || asked !== null) set({ ...NOTHING_ASKED });
  else if (picked.size > 0) unpickRows();
  else if (words !== '') set({ words: '' });
  else return false;
  focusTable();
  return true;
}

export const focusTable = (): void => set({ focused: get().focused + 1 });

export function openArticle(id: string, beside: boolean): void {
  const article = useLibrary.getState().articles.get(id);
  if (article === undefined || article.removedAt !== null) return;
  setView({ view: 'library' });
  if (beside) openBeside(id, readerWidth());
  else openHere(id);
}

const writable = (): boolean => !useLibrary.getState().readOnly;

/** Into the trash; from the trash back. */
export async function trashOrRestore(articles: readonly ArticleSummary[]): Promise<void> {
  if (articles.length === 0 || !writable()) return;
  const ids = articles.map(({ id }) => id);
  const isTrash = get().place.is === 'trash';
  await attempt(() => (isTrash ? restoreArticles(ids) : removeArticles(ids)));
  unpickRows();
}

/** Asks whether articles of the trash shall be gone for good, and says what goes with them. */
export function askPurge(articles: readonly ArticleSummary[]): void {
  const gone = articles.filter(({ removedAt }) => removedAt !== null);
  if (gone.length === 0 || !writable()) return;
  const notes = gone.reduce((sum, { annotations }) => sum + annotations, 0);
  set({ ...NOTHING_ASKED, asked: { is: 'purge', ids: gone.map(({ id }) => id), notes } });
}

/** So many at once: a library that is busy with them answers others in between. */
const PURGED_AT_ONCE = 200;

/** Does what was asked about. */
export async function confirmArticles(): Promise<void> {
  const { asked } = get();
  set({ asked: null });
  if (asked === null) return;
  await attempt(async () => {
    if (asked.is === 'removeCollection') {
      await removeCollection(asked.id);
      const { place } = get();
      const { collections } = useLibrary.getState();
      if (place.is === 'collection' && !collections.some(({ id }) => id === place.id)) goTo({ is: 'all' });
      return;
    }
    for (let from = 0; from < asked.ids.length; from += PURGED_AT_ONCE) {
      await call('articles.purge', { ids: asked.ids.slice(from, from + PURGED_AT_ONCE) });
    }
    saved();
    unpickRows();
    say(t('articles.purged', { count: asked.ids.length }));
  });
  focusTable();
}

/** Puts the articles that commands act on into a collection, or into a new one with this name. */
export async function collectRows(
  ids: readonly string[],
  into: { id: CollectionId } | { name: string },
): Promise<void> {
  set(NOTHING_ASKED);
  await attempt(async () => {
    const { count, name } = await collect(ids, into);
    say(count === 0 ? t('articles.allIn', { name }) : t('articles.collected', { count, name }));
  });
  focusTable();
}

export function exportRows(articles: readonly ArticleSummary[]): void {
  if (articles.length > 0) setView({ view: 'export', exportIds: articles.map(({ id }) => id), dialog: null });
}

/** The collection that is shown; null in the places that every library has. */
export const shownCollection = (): CollectionId | null => {
  const { place } = get();
  return place.is === 'collection' ? place.id : null;
};

export function unfoldCollection(id: CollectionId, isOpen: boolean): void {
  const open = new Set(get().open);
  if (isOpen) open.add(id);
  else open.delete(id);
  set({ open });
}

export function beginCollection(under: CollectionId | null): void {
  if (!writable()) return;
  if (under !== null) unfoldCollection(under, true);
  set({ ...NOTHING_ASKED, editing: { is: 'new', under } });
}

export function beginRename(): void {
  const id = shownCollection();
  if (id !== null && writable()) set({ ...NOTHING_ASKED, editing: { is: 'rename', id } });
}

/** Ends the field in the tree with what was typed. */
export async function endEditing(typed: string): Promise<void> {
  const { editing } = get();
  set({ editing: null });
  if (editing === null || typed.trim() === '') return;
  await attempt(async () => {
    if (editing.is === 'rename') await renameCollection(editing.id, typed);
    else goTo({ is: 'collection', id: await addCollection(typed, editing.under) });
  });
}

export function askRemoveCollection(articles: number): void {
  const id = shownCollection();
  if (id !== null && writable()) set({ ...NOTHING_ASKED, asked: { is: 'removeCollection', id, articles } });
}

export function beginMove(): void {
  if (shownCollection() !== null && writable()) set({ ...NOTHING_ASKED, choosing: 'move' });
}

export async function moveShown(parent: CollectionId | null): Promise<void> {
  const id = shownCollection();
  set(NOTHING_ASKED);
  if (id === null) return;
  if (parent !== null) unfoldCollection(parent, true);
  await attempt(() => moveCollection(id, parent));
}

export const articleActions = {
  findArticle: () => set({ searched: get().searched + 1 }),
  newCollection: () => beginCollection(null),
  newCollectionUnder: () => beginCollection(shownCollection()),
  renameCollection: beginRename,
  moveCollection: beginMove,
  readCollection: () => {
    const id = shownCollection();
    if (id !== null) filterByCollection(id);
  },
  collectArticles: () => {
    if (writable()) set({ ...NOTHING_ASKED, choosing: 'collect' });
  },
} as const;
