import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import log from 'electron-log/node';
import type { ImportResult } from '#core/contract';
import type { Reply } from '#core/gateway';
import { DEFAULT_SETTINGS, type LibrarySnapshot } from '#core/library';
import { LINK_SCHEME, parsePlaceLink } from '#core/place-link';
import { openLibrary } from './app';
import { readArguments, type Arguments } from './arguments';
import { answerCalls, createDesktop, flush, sendEvent, startProcess } from './hosts/electron';
import { createThreadExporter } from './exporting/thread';
import { createThreadEngine } from './importing/thread';
import { setMenu } from './menu';
import { PreferencesFile } from './preferences';
import { closeSession, declareScheme, DEV_SERVER, servePage } from './protocol';
import { createThreadPhraseFinder } from './phrases/thread';
import { createThreadRecogniser } from './recognising/thread';
import { createProcessIndexer } from './search/process';
import { createSession, type Session } from './session';
import { createWindow, loadPage, placeToRemember } from './window';

/** The folder that holds main/, preload/ and renderer/. */
const DIST = path.join(import.meta.dirname, '..');
const PAGE_FOLDER = path.join(DIST, 'renderer');

function stayOffline(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  if (DEV_SERVER === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Linux: Chromium finds the voices of Speech Dispatcher only when it is told to look for them. */
function findVoices(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
}

function startLog(): void {
  log.transports.file.resolvePathFn = () => path.join(app.getPath('userData'), 'logs', 'main.log');
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
}

/** Imports files that came from outside, then asks the page to show them side by side. */
async function openFiles(window: BrowserWindow, session: Session, paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  const reply = (await session.call('import.files', { paths, hold: true }, 'local')) as Reply<ImportResult[]>;
  const results: ImportResult[] = reply.ok
    ? reply.value
    : paths.map((file) => ({ path: file, status: 'refused', code: reply.code, message: reply.message }));
  const ids = results.flatMap(({ id }) => id ?? []);
  sendEvent(window, { name: 'articles.open', payload: { ids, results } });
}

/** Asks the page to go to the paragraph that the last of these links names; what is no link is passed over. */
function openLinks(window: BrowserWindow, links: readonly string[]): void {
  const link = links.map(parsePlaceLink).findLast((parsed) => parsed !== null);
  if (link !== undefined) sendEvent(window, { name: 'place.open', payload: link });
}

/** Links to paragraphs lead to the installed program, never to one that is being worked on. */
function answerLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
}

async function languageOf(session: Session): Promise<'vi' | 'en'> {
  const reply = (await session.call('library.snapshot', { first: 1 }, 'local')) as Reply<LibrarySnapshot>;
  return reply.ok ? reply.value.settings.language : DEFAULT_SETTINGS.language;
}

/** Closes in the order in which nothing is lost: the page's last changes, running calls, the library, the window. */
async function finish(window: BrowserWindow, session: Session, preferences: PreferencesFile): Promise<void> {
  await flush(window);
  await session.close();
  await preferences.update({ window: placeToRemember(window) });
}

async function start({ library, files, links }: Arguments): Promise<void> {
  // A Mac hands over the link that started the program before the program is ready.
  const early = [...links];
  const keepEarly = (_event: unknown, link: string) => early.push(link);
  app.on('open-url', keepEarly);
  await app.whenReady();
  answerLinks();
  setMenu();
  closeSession();
  servePage(PAGE_FOLDER);
  const preferences = await PreferencesFile.open(app.getPath('userData'));
  const folder =
    library ?? preferences.value.libraryFolder ?? path.join(app.getPath('documents'), 'Đối Chiếu');

  const window = createWindow(preferences.value.window, DIST);
  const desktop = createDesktop({
    window: () => window,
    language: () => languageOf(session),
    replaceLibrary: (next) => session.replace(next),
    pageFolder: PAGE_FOLDER,
  });
  const session = createSession(folder, {
    open: (place) =>
      openLibrary(place, {
        desktop,
        log,
        engine: createThreadEngine({ dist: DIST }),
        recogniser: createThreadRecogniser({ dist: DIST }),
        exporter: createThreadExporter({ dist: DIST }),
        phraseFinder: createThreadPhraseFinder({ dist: DIST }),
        indexer: createProcessIndexer(() =>
          startProcess(path.join(DIST, 'indexing', 'worker.js'), 'Đối Chiếu: index'),
        ),
        mode: 'write',
        app: 'window',
      }),
    emit: (event) => {
      sendEvent(window, event);
    },
    remember: (place) => preferences.update({ libraryFolder: place }),
    desktop,
    logBug: (what, error) => {
      log.error(what, error);
    },
  });
  answerCalls(session.call);
  keepOpenUntilSaved(window, () => finish(window, session, preferences));
  const comeForward = () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  app.on('second-instance', (_event, _argv, _folder, theirs) => {
    comeForward();
    const { files: theirFiles, links: theirLinks } = theirs as Arguments;
    void openFiles(window, session, theirFiles);
    openLinks(window, theirLinks);
  });
  await loadPage(window);
  app.off('open-url', keepEarly);
  app.on('open-url', (_event, link) => {
    comeForward();
    openLinks(window, [link]);
  });
  await openFiles(window, session, files);
  openLinks(window, early);
}

/** The window stays until `save` has ended; the program ends with its window, on a Mac too. */
function keepOpenUntilSaved(window: BrowserWindow, save: () => Promise<void>): void {
  let closing = false;
  window.on('close', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    save()
      .catch((error: unknown) => {
        log.error('close', error);
      })
      .finally(() => {
        window.destroy();
      });
  });
  window.webContents.on('render-process-gone', (_, { reason }) => {
    log.error('render-process-gone', reason);
    if (reason !== 'clean-exit' && !closing) void loadPage(window);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
}

declareScheme();
stayOffline();
findVoices();
const given = readArguments(process.argv, process.cwd(), process.defaultApp);
if (app.requestSingleInstanceLock({ ...given })) {
  startLog();
  start(given).catch((error: unknown) => {
    log.error('start', error);
    app.exit(1);
  });
} else {
  app.quit();
}
