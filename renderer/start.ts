import type { AnyEvent, ImportResult } from '#core/contract';
import { call, subscribe } from './bridge';
import { runCommand } from './commands';
import { COMMANDS, type CommandName } from './keymap';
import { flushDrafts } from './state/drafts';
import { afterImport, loadInterrupted, rememberImport } from './state/importing';
import { followEnds } from './state/linking';
import { allArticles, applyEvent, loadLibrary, showReport, useLibrary } from './state/library';
import { addResults, setReviewItems } from './state/review';
import type { PlaceLink } from '#core/place-link';
import { openPlace } from './state/going';
import { reportFailure, say } from './state/status';
import { i18next } from './strings/i18n';
import { forgetSteps } from './state/undo';
import { dropArticles, openTogether, setView, useView } from './state/view';
import { restoreWorkspace, workspaceOf } from './state/workspaces';

const SAVE_WORKSPACE_AFTER = 600;

/** Opens the library and brings the window back as it was left. */
export async function startLibrary(): Promise<void> {
  const snapshot = await loadLibrary();
  if (snapshot === null) return;
  forgetSteps();
  setReviewItems(await call('review.list', {}));
  await loadInterrupted();
  restoreWorkspace(snapshot.workspace, useLibrary.getState().articles);
  if (waitingPlace !== null) goToPlace(waitingPlace);
}

/** A link that came before the library was open. */
let waitingPlace: PlaceLink | null = null;

function goToPlace(link: PlaceLink): void {
  const ready = useLibrary.getState().status.is === 'ready' && useView.getState().panes.length > 0;
  waitingPlace = ready ? null : link;
  if (ready) openPlace(link).catch(reportFailure);
}

/** Ties the window to the main process: events in, workspace out. */
export function connect(): void {
  subscribe((event) => {
    if (event.name === 'library.replaced') {
      setView({ view: 'library', filter: '', show: 'all', dialog: null });
      startLibrary().catch(reportFailure);
    } else applyEvent(event);
    followEnds(event);
    return react(event);
  });
  useLibrary.subscribe((state, before) => {
    if (state.articles !== before.articles) dropArticles(state.articles);
  });
  keepWorkspace();
}

/** Returns a promise when the main process has to wait for it (it closes the window after a flush). */
function react(event: AnyEvent): Promise<void> | undefined {
  if (event.name === 'review.changed') setReviewItems(event.payload.items);
  else if (event.name === 'import.arrived') return arrived(event.payload.results).catch(reportFailure);
  else if (event.name === 'articles.open') {
    const { results } = event.payload;
    if (results.some(({ status }) => status === 'waiting')) return afterImport(results).catch(reportFailure);
    showReport(results);
    addResults(results);
    void rememberImport(results).catch(reportFailure);
    const width = document.querySelector<HTMLElement>('[data-reader]')?.clientWidth ?? innerWidth - 560;
    return allArticles().then(() => {
      openTogether(event.payload.ids, width);
    });
  } else if (event.name === 'place.open') goToPlace(event.payload);
  else if (event.name === 'command') {
    const { name } = event.payload;
    if (name === 'flush') return saveEverything().catch(reportFailure);
    if (Object.hasOwn(COMMANDS, name)) runCommand(name as CommandName);
  }
  return undefined;
}

/** Files came in by themselves: told, without taking the person away from what is being read. */
async function arrived(results: ImportResult[]): Promise<void> {
  showReport(results);
  addResults(results);
  say(i18next.t('bringIn.arrived', { count: results.length }));
  await rememberImport(results);
}

let savedWorkspace = '';

async function saveWorkspace(): Promise<void> {
  const { status, readOnly } = useLibrary.getState();
  if (status.is !== 'ready' || readOnly) return;
  const workspace = workspaceOf();
  const written = JSON.stringify(workspace);
  if (written === savedWorkspace) return;
  savedWorkspace = written;
  try {
    await call('workspace.save', workspace);
  } catch (error) {
    savedWorkspace = '';
    throw error;
  }
}

const saveEverything = async (): Promise<void> => {
  await Promise.all([flushDrafts(), saveWorkspace()]);
};

/** Saves panes and reading positions a moment after they change. */
function keepWorkspace(): void {
  let timer = 0;
  const later = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => saveWorkspace().catch(reportFailure), SAVE_WORKSPACE_AFTER);
  };
  useView.subscribe(later);
  document.addEventListener('scroll', later, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveEverything().catch(reportFailure);
  });
}
