import { create } from 'zustand';
import type { SORTS } from '#core/library';
import { MAX_PANES, type ArticleSummary, type ReadingPosition, type Workspace } from '#core/library';
import type { Span } from '#core/span';

export type View = 'library' | 'compare' | 'codebook' | 'review' | 'export' | 'settings';
export type Sort = (typeof SORTS)[number];
export type Show = 'all' | 'marked' | 'trash';

/** `key` names the pane for as long as it is open, wherever it moves. */
export interface PaneState {
  key: number;
  articleId: string | null;
}

/** Words chosen in a pane. `span` holds whole grapheme clusters without the spaces at its ends. */
export interface TextSelection {
  pane: number;
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
  | { is: 'versions'; articleId: string };

interface ViewState {
  view: View;
  panes: readonly PaneState[];
  /** Index of the active pane. */
  active: number;
  widths: readonly number[];
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
  widths: [],
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
const newPane = (articleId: string | null): PaneState => ({ key: nextKey++, articleId });

/** The last place read in each article, newest last; not state, since nothing is drawn from it. */
const positions = new Map<string, ReadingPosition>();
const panePositions = new Map<number, ReadingPosition>();

export function rememberPosition(pane: PaneState, position: ReadingPosition): void {
  if (pane.articleId === null) return;
  positions.delete(pane.articleId);
  positions.set(pane.articleId, position);
  panePositions.set(pane.key, position);
}

/** Where a pane is to show its article: as this pane left it, else as the article was last read. */
export function positionFor(pane: PaneState): ReadingPosition | null {
  if (pane.articleId === null) return null;
  return panePositions.get(pane.key) ?? positions.get(pane.articleId) ?? null;
}

/** Brings the window back as the workspace says; articles that are gone leave their pane out. */
export function restoreWorkspace(workspace: Workspace, articles: ReadonlyMap<string, ArticleSummary>): void {
  positions.clear();
  panePositions.clear();
  for (const [id, position] of workspace.positions) positions.set(id, position);
  const open = workspace.panes.filter(
    ({ articleId }) => articleId === null || isReadable(articles.get(articleId)),
  );
  const panes = open.map(({ articleId, position }) => {
    const pane = newPane(articleId);
    if (position !== null) panePositions.set(pane.key, position);
    return pane;
  });
  set({
    panes: panes.length === 0 ? [newPane(null), newPane(null)] : panes,
    active: Math.min(workspace.active, Math.max(0, panes.length - 1)),
    widths: open.length === workspace.panes.length ? workspace.widths : [],
    sort: workspace.sort,
    notesOpen: workspace.notesOpen,
    selection: null,
    chosen: null,
    blocks: new Map(),
  });
}

const isReadable = (article: ArticleSummary | undefined): boolean => article?.removedAt === null;

/** The workspace as it stands, for saving. */
export function workspaceOf(): Workspace {
  const { panes, active, widths, sort, notesOpen } = get();
  return {
    panes: panes.map((pane) => ({
      articleId: pane.articleId,
      position: panePositions.get(pane.key) ?? null,
    })),
    active,
    widths: widths.length === panes.length ? [...widths] : [],
    sort,
    notesOpen,
    positions: [...positions].slice(-2000),
  };
}

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

function openInPane(articleId: string, index: number): void {
  const panes = get().panes.map((pane, i) => (i === index ? newPane(articleId) : pane));
  set({ panes, active: index, selection: null, chosen: null, view: 'library' });
}

/** Opens an article in another pane: an empty one, a new one when it fits, else the next one. The same article may stand in two. */
export function openBeside(articleId: string, readerWidth: number): void {
  const { panes, active } = get();
  const empty = panes.findIndex((pane) => pane.articleId === null);
  if (empty >= 0) openInPane(articleId, empty);
  else if (panes.length < fittingPanes(readerWidth)) insertPane(articleId);
  else if (panes.length > 1) openInPane(articleId, (active + 1) % panes.length);
  else openInPane(articleId, 0);
}

function insertPane(articleId: string | null): void {
  const { panes, active } = get();
  const next = [...panes.slice(0, active + 1), newPane(articleId), ...panes.slice(active + 1)];
  set({ panes: next, active: active + 1, widths: [], selection: null, chosen: null, view: 'library' });
}

/** An empty pane beside the active one, when there is room for it. */
export function addPane(readerWidth: number): void {
  if (get().panes.length < fittingPanes(readerWidth)) insertPane(null);
}

/** Shows these articles side by side, as many as fit. */
export function openTogether(ids: readonly string[], readerWidth: number): void {
  const fitting = ids.slice(0, Math.max(2, fittingPanes(readerWidth)));
  if (fitting.length === 0) return;
  const panes = fitting.map(newPane);
  if (panes.length === 1) panes.push(newPane(null));
  set({ panes, active: 0, widths: [], selection: null, chosen: null, view: 'library' });
}

/** Closes a pane; the last one only loses its article. */
export function closePane(index: number): void {
  const { panes, active } = get();
  const left = panes.filter((_, i) => i !== index);
  const next = left.length === 0 ? [newPane(null)] : left;
  const nextActive = Math.max(0, Math.min(index < active ? active - 1 : active, next.length - 1));
  set({ panes: next, active: nextActive, widths: [], selection: null, chosen: null });
}

/** Changes places with the pane to the right (the last one with the one to its left). */
export function swapPanes(): void {
  const { panes, active } = get();
  if (panes.length < 2) return;
  const other = active + 1 < panes.length ? active + 1 : active - 1;
  const swapped = new Map([
    [active, other],
    [other, active],
  ]);
  const next = panes.flatMap((_, i) => panes[swapped.get(i) ?? i] ?? []);
  set({ panes: next, active: other });
}

export function activate(index: number): void {
  const { active, panes } = get();
  if (index === active || index < 0 || index >= panes.length) return;
  set({ active: index, chosen: null, selection: null });
}

/** Panes no longer show articles that went into the trash. */
export function dropArticles(articles: ReadonlyMap<string, ArticleSummary>): void {
  const { panes } = get();
  if (panes.every(({ articleId }) => articleId === null || isReadable(articles.get(articleId)))) return;
  set({
    panes: panes.map((pane) =>
      pane.articleId === null || isReadable(articles.get(pane.articleId)) ? pane : newPane(null),
    ),
    chosen: null,
    selection: null,
  });
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
