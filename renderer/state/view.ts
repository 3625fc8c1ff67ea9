import { create } from 'zustand';
import { orderOf, renumber, rowOf, splitAt, without, type Layout } from '#core/layout';
import type { SORTS } from '#core/library';
import { MAX_PANES, type ArticleSummary } from '#core/library';
import type { Span } from '#core/span';
import { inheritTrail, leavePlace } from './places';

export type View =
  | 'library'
  | 'articles'
  | 'compare'
  | 'directives'
  | 'tasks'
  | 'codebook'
  | 'phrases'
  | 'search'
  | 'review'
  | 'export'
  | 'print'
  | 'settings';
export type Sort = (typeof SORTS)[number];
export type Show =
  'all' | 'unread' | 'reading' | 'starred' | 'marked' | 'unmarked' | 'lost' | 'archived' | 'trash';

/** `key` names the pane for as long as it shows this article, wherever it moves. */
export interface PaneState {
  key: number;
  articleId: string | null;
}

/**
 * Words chosen in a pane (by its index), or in the comparison (null). `span` holds whole grapheme clusters without the
 * spaces at its ends.
 */
export interface TextSelection {
  pane: number | null;
  articleId: string;
  span: Span;
  text: string;
}

export type Dialog =
  | { is: 'palette' }
  | { is: 'keys' }
  | { is: 'paste' }
  | { is: 'url'; address: string }
  | { is: 'facts'; articleId: string }
  | { is: 'versions'; articleId: string }
  | { is: 'workspaces'; saving: boolean }
  | { is: 'accepting' };

interface ViewState {
  view: View;
  /** In the order in which they stand: from left to right, from top to bottom. */
  panes: readonly PaneState[];
  /** Index of the active pane. */
  active: number;
  /** Where the panes stand, by their keys. */
  layout: Layout;
  /** How large the letters of a pane are, by its key; 1 where nothing is said. */
  zooms: ReadonlyMap<number, number>;
  /** The panes scroll together, by paragraphs that belong together. */
  linked: boolean;
  /** Key of the pane whose outline is open. */
  outline: number | null;
  /** The paragraph whose menu is open. */
  paragraphMenu: { paneKey: number; block: number } | null;
  /** The saved workspace that this one was opened from or saved as. */
  workspaceName: string | null;
  notesOpen: boolean;
  sort: Sort;
  show: Show;
  filter: string;
  filterOpen: boolean;
  selection: TextSelection | null;
  /** The annotation whose card is open. */
  chosen: { articleId: string; annotationId: string } | null;
  /** The open card's note is being written. */
  writing: boolean;
  /** The open card's field for tags has just been asked for. */
  tagging: boolean;
  /** Index of the current block of each pane, by pane key. */
  blocks: ReadonlyMap<number, number>;
  dialog: Dialog | null;
  /** What the export view is to start with; null = all. */
  exportIds: readonly string[] | null;
}

export const useView = create<ViewState>(() => ({
  view: 'library',
  panes: [],
  active: 0,
  layout: { pane: 0 },
  zooms: new Map(),
  linked: false,
  outline: null,
  paragraphMenu: null,
  workspaceName: null,
  notesOpen: true,
  sort: 'published',
  show: 'all',
  filter: '',
  filterOpen: false,
  selection: null,
  chosen: null,
  writing: false,
  tagging: false,
  blocks: new Map(),
  dialog: null,
  exportIds: null,
}));

const { setState: set, getState: get } = useView;

let nextKey = 1;
export const newPane = (articleId: string | null): PaneState => ({ key: nextKey++, articleId });

/** How many panes fit into `width` CSS pixels, each at least 340 wide. */
export const fittingPanes = (width: number): number =>
  Math.max(1, Math.min(MAX_PANES, Math.floor(width / 340)));

/** Opens an article in the active pane and shows the reader. */
export function openHere(articleId: string): void {
  const { panes, active } = get();
  const shown = panes.findIndex((pane) => pane.articleId === articleId);
  if (shown >= 0) {
    activate(shown);
    set({ view: 'library' });
    return;
  }
  openInPane(articleId, active);
}

/** Shows an article (or none) in a pane that may have shown another one; its place, zoom and history stay. */
export function showInPane(articleId: string | null, index: number): void {
  const { panes, layout, zooms } = get();
  const before = panes[index];
  if (before === undefined) return;
  const pane = newPane(articleId);
  inheritTrail(before.key, pane.key);
  const zoom = zooms.get(before.key);
  set({
    panes: panes.with(index, pane),
    layout: renumber(layout, (key) => (key === before.key ? pane.key : key)),
    zooms: zoom === undefined ? zooms : new Map(zooms).set(pane.key, zoom),
    active: index,
    ...NOTHING_CHOSEN,
    view: 'library',
  });
}

/** Opens an article in a pane, from which one can go back to what it showed. */
export function openInPane(articleId: string, index: number): void {
  const pane = get().panes[index];
  if (pane?.articleId === articleId) {
    activate(index);
    set({ view: 'library' });
    return;
  }
  if (pane !== undefined) leavePlace(pane);
  showInPane(articleId, index);
}

/** Opens an article in another pane: an empty one, a new one when it fits, else the next one. The same article may stand in two. */
export function openBeside(articleId: string, readerWidth: number): void {
  const { panes, active, layout } = get();
  const empty = panes.findIndex((pane) => pane.articleId === null);
  const now = panes[active];
  if (empty >= 0) openInPane(articleId, empty);
  else if (now !== undefined && panes.length < fittingPanes(readerWidth)) {
    const pane = newPane(articleId);
    arrange(splitAt(layout, now.key, 'right', pane.key), [...panes, pane], pane.key);
  } else openInPane(articleId, panes.length > 1 ? (active + 1) % panes.length : 0);
}

/** Shows these articles side by side, as many as fit. */
export function openTogether(ids: readonly string[], readerWidth: number): void {
  const fitting = ids.slice(0, Math.max(2, fittingPanes(readerWidth)));
  if (fitting.length === 0) return;
  const panes = fitting.map(newPane);
  if (panes.length === 1) panes.push(newPane(null));
  arrange(rowOf(panes.map(({ key }) => key)), panes, panes[0]?.key);
}

const NOTHING_CHOSEN = { selection: null, chosen: null, paragraphMenu: null, outline: null } as const;

/** Puts the panes in their places. */
export function arrange(layout: Layout, panes: readonly PaneState[], activeKey: number | undefined): void {
  const byKey = new Map(panes.map((pane) => [pane.key, pane]));
  const placed = orderOf(layout).flatMap((key) => byKey.get(key) ?? []);
  const active = Math.max(
    0,
    placed.findIndex(({ key }) => key === activeKey),
  );
  set({ layout, panes: placed, active, ...NOTHING_CHOSEN, view: 'library' });
}

/** Closes a pane; the last one only loses its article. */
export function closePane(index: number): void {
  const { panes, active, layout } = get();
  const closed = panes[index];
  if (closed === undefined) return;
  const rest = without(layout, closed.key);
  if (rest === null) {
    const empty = newPane(null);
    arrange({ pane: empty.key }, [empty], empty.key);
    return;
  }
  const left = panes.filter((pane) => pane !== closed);
  const next = index === active ? left[Math.min(index, left.length - 1)] : panes[active];
  arrange(rest, left, next?.key);
}

export function activate(index: number): void {
  const { active, panes } = get();
  if (index === active || index < 0 || index >= panes.length) return;
  set({ active: index, chosen: null, selection: null });
}

export const isReadable = (article: ArticleSummary | undefined): boolean => article?.removedAt === null;

/** Panes no longer show articles that went into the trash. */
export function dropArticles(articles: ReadonlyMap<string, ArticleSummary>): void {
  const { panes, layout } = get();
  const renamed = new Map<number, number>();
  const next = panes.map((pane) => {
    if (pane.articleId === null || isReadable(articles.get(pane.articleId))) return pane;
    const empty = newPane(null);
    inheritTrail(pane.key, empty.key);
    renamed.set(pane.key, empty.key);
    return empty;
  });
  if (renamed.size === 0) return;
  set({ panes: next, layout: renumber(layout, (key) => renamed.get(key) ?? key), ...NOTHING_CHOSEN });
}

export function choose(articleId: string, annotationId: string, writing = false): void {
  set({ chosen: { articleId, annotationId }, writing, tagging: false, notesOpen: true, selection: null });
}

export const unchoose = (): void => set({ chosen: null, writing: false, tagging: false });

export function setBlock(paneKey: number, block: number): void {
  if (get().blocks.get(paneKey) === block) return;
  set({ blocks: new Map(get().blocks).set(paneKey, block) });
}

export const setView = (patch: Partial<ViewState>): void => set(patch);

/** A pane's letter: A for the first. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);
