import { orderOf, renumber, rowOf, tidied, without, type Layout } from '#core/layout';
import type { ArticleSummary, SavedWorkspace, Workspace } from '#core/library';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { allArticles, useLibrary } from './library';
import { lastPositions, panePosition, resetPlaces, setPosition } from './places';
import { saved, say } from './status';
import { remember } from './undo';
import { arrange, isReadable, newPane, setView, useView } from './view';

const t = i18next.t.bind(i18next);
const MOST_POSITIONS = 2000;

/** The workspace as it stands, for saving. */
export function workspaceOf(): Workspace {
  const { panes, active, layout, zooms, linked, workspaceName, sort, notesOpen } = useView.getState();
  const indexes = new Map(panes.map(({ key }, i) => [key, i]));
  return {
    panes: panes.map(({ key, articleId }) => ({
      articleId,
      position: panePosition(key),
      zoom: zooms.get(key) ?? 1,
    })),
    active,
    layout: panes.length === 0 ? null : renumber(layout, (key) => indexes.get(key) ?? 0),
    linked,
    name: workspaceName,
    sort,
    notesOpen,
    positions: lastPositions(MOST_POSITIONS),
  };
}

/** The workspace's layout when it is one of its panes, each once; else a row of them. */
function layoutOf({ panes, layout }: Workspace): Layout {
  const indexes = [...panes.keys()];
  const order = layout === null ? [] : orderOf(layout).toSorted((a, b) => a - b);
  const isSound = order.length === indexes.length && order.every((pane, i) => pane === i);
  return layout !== null && isSound ? tidied(layout) : rowOf(indexes);
}

/** Brings the window back as the workspace says; articles that are gone leave their pane out. */
export function restoreWorkspace(workspace: Workspace, articles: ReadonlyMap<string, ArticleSummary>): void {
  resetPlaces(workspace.positions);
  showWorkspace(workspace, articles);
  setView({ sort: workspace.sort, notesOpen: workspace.notesOpen, workspaceName: workspace.name });
}

function showWorkspace(workspace: Workspace, articles: ReadonlyMap<string, ArticleSummary>): void {
  const { view } = useView.getState();
  const all = workspace.panes.map((stored) => ({ stored, pane: newPane(stored.articleId) }));
  const open = all.filter(({ pane }) => pane.articleId === null || isReadable(articles.get(pane.articleId)));
  setView({ zooms: new Map(), blocks: new Map(), linked: workspace.linked });
  if (open.length === 0) {
    const panes = [newPane(null), newPane(null)];
    arrange(rowOf(panes.map(({ key }) => key)), panes, panes[0]?.key);
  } else {
    for (const { stored, pane } of open) if (stored.position !== null) setPosition(pane.key, stored.position);
    const placed = renumber(layoutOf(workspace), (index) => all[index]?.pane.key ?? 0);
    const gone = all.filter((each) => !open.includes(each));
    const layout = gone.reduce((left, { pane }) => without(left, pane.key) ?? left, placed);
    setView({ zooms: new Map(open.map(({ stored, pane }) => [pane.key, stored.zoom])) });
    arrange(
      layout,
      open.map(({ pane }) => pane),
      all[workspace.active]?.pane.key,
    );
  }
  setView({ view });
}

const named = (name: string): SavedWorkspace | undefined =>
  useLibrary.getState().workspaces.find((each) => each.name === name);

/** Keeps the window's panes under a name; one undo step. */
export async function saveWorkspaceAs(name: string): Promise<void> {
  const workspace = { ...workspaceOf(), name, positions: [] };
  const put = () => call('workspaces.put', { name, workspace });
  const { before } = await put();
  setView({ workspaceName: name });
  saved();
  say(t('panes.workspaces.saved', { name }));
  remember({
    get what() {
      return t('panes.undo.save', { name });
    },
    undo: () =>
      before === null
        ? call('workspaces.remove', { name })
        : call('workspaces.put', { name: before.name, workspace: before.workspace }),
    redo: put,
  });
}

/** Saves under the name that the workspace has; asks for one when it has none. */
export async function saveWorkspace(): Promise<void> {
  const { workspaceName } = useView.getState();
  const name = workspaceName === null ? undefined : named(workspaceName)?.name;
  if (useLibrary.getState().readOnly) say(t('panes.workspaces.readOnly'));
  else if (name === undefined) setView({ dialog: { is: 'workspaces', saving: true } });
  else await saveWorkspaceAs(name);
}

/** Opens a saved workspace in place of what stands open, which one undo step brings back. */
export function openWorkspace({ name, workspace }: SavedWorkspace): void {
  const before = workspaceOf();
  const show = async (shown: Workspace, shownName: string | null) => {
    await allArticles();
    showWorkspace(shown, useLibrary.getState().articles);
    setView({ view: 'library', workspaceName: shownName, notesOpen: shown.notesOpen });
  };
  void show(workspace, name);
  say(t('panes.workspaces.opened', { name }));
  remember({
    get what() {
      return t('panes.undo.open', { name });
    },
    undo: () => show(before, before.name),
    redo: () => show(workspace, name),
  });
}

/** Gives a saved workspace another name; one undo step. */
export async function renameWorkspace(from: string, to: string): Promise<void> {
  const rename = async (old: string, next: string) => {
    await call('workspaces.rename', { from: old, to: next });
    if (useView.getState().workspaceName === old) setView({ workspaceName: next });
  };
  await rename(from, to);
  saved();
  remember({
    get what() {
      return t('panes.undo.rename', { name: to });
    },
    undo: () => rename(to, from),
    redo: () => rename(from, to),
  });
}

/** Deletes a saved workspace; what stands open stays. One undo step. */
export async function removeWorkspace(name: string): Promise<void> {
  const removed = await call('workspaces.remove', { name });
  saved();
  remember({
    get what() {
      return t('panes.undo.remove', { name });
    },
    undo: () => call('workspaces.put', { name, workspace: removed.workspace }),
    redo: () => call('workspaces.remove', { name }),
  });
}
