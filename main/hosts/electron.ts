import path from 'node:path';
import {
  app,
  dialog,
  ipcMain,
  shell,
  utilityProcess,
  type BrowserWindow,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron';
import type { AnyEvent } from '#core/contract';
import type { Gateway } from '#core/gateway';
import type { Language } from '#core/library';
import { Refusal } from '#core/refusal';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL, TEXT_CHANNEL } from '../../preload/channels';
import type { Desktop } from '../desktop';
import { READABLE_EXTENSIONS } from '../importing/sources-names';
import { createPrinter } from '../printing';
import { isOurPage } from '../protocol';
import type { Channel } from '../search/asking';

/** How long a closing window may take to send what it has not saved yet. */
const FLUSH_MS = 2_000;

/** Carries calls from our own page to `call`. Nothing but the top frame of our page is listened to. */
export function answerCalls(call: Gateway): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isTrusted(event)) throw new Error('This page may make no calls.');
    return call(name, input, 'window');
  });
  ipcMain.handle(TEXT_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isTrusted(event)) throw new Error('This page may make no calls.');
    return JSON.stringify(await call(name, input, 'window'));
  });
  // The preload script takes these paths from files that a person dropped; the page itself can name none.
  ipcMain.handle(DROP_CHANNEL, (event, paths: unknown) => {
    if (!isTrusted(event)) throw new Error('This page may drop no files.');
    return call('import.files', { paths, hold: true }, 'local');
  });
}

function isTrusted({ senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}

export function sendEvent(window: BrowserWindow | undefined, event: AnyEvent): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
}

/** Asks the page to send what is still unsaved; ends when its calls are on their way, or after two seconds. */
export function flush(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    const done = (event?: IpcMainEvent) => {
      if (event !== undefined && !isTrusted(event)) return;
      clearTimeout(timer);
      ipcMain.off(EVENT_CHANNEL, done);
      resolve();
    };
    const timer = setTimeout(done, FLUSH_MS);
    ipcMain.on(EVENT_CHANNEL, done);
    sendEvent(window, { name: 'command', payload: { name: 'flush' } });
  });
}

const WORDS = {
  vi: {
    chooseFiles: 'Chọn bài viết để nhập',
    articles: 'Bài viết',
    allFiles: 'Tất cả các tệp',
    chooseFolder: 'Chọn thư mục thư viện',
    open: 'Mở thư viện',
    importFolder: 'Chọn thư mục có bài viết',
    import: 'Nhập',
    watchFolder: 'Chọn thư mục để theo dõi',
    watch: 'Theo dõi',
    save: 'Lưu bản xuất',
  },
  en: {
    chooseFiles: 'Choose articles to import',
    articles: 'Articles',
    allFiles: 'All files',
    chooseFolder: 'Choose a library folder',
    open: 'Open library',
    importFolder: 'Choose a folder with articles',
    import: 'Import',
    watchFolder: 'Choose a folder to watch',
    watch: 'Watch',
    save: 'Save the export',
  },
} as const satisfies Record<Language, unknown>;

interface DesktopParts {
  window: () => BrowserWindow;
  /** The language of the library that is open. */
  language: () => Promise<Language>;
  replaceLibrary: (folder: string) => Promise<void>;
  /** The folder of the window's page, where the fonts are. */
  pageFolder: string;
}

/** Dialogs, the file manager and the window's buttons. */
export function createDesktop({ window, language, replaceLibrary, pageFolder }: DesktopParts): Desktop {
  const words = async () => WORDS[await language()];
  return {
    ...createPrinter(pageFolder),
    host: { platform: process.platform, ownWindowButtons: process.platform === 'linux' },
    samplesFolder: path.join(app.getAppPath(), 'assets', 'samples'),

    async chooseFiles() {
      const text = await words();
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: text.chooseFiles,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: text.articles, extensions: [...READABLE_EXTENSIONS] },
          { name: text.allFiles, extensions: ['*'] },
        ],
      });
      return filePaths;
    },

    async chooseFolder(current) {
      const text = await words();
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: text.chooseFolder,
        buttonLabel: text.open,
        defaultPath: current,
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },

    async chooseArticleFolder(purpose) {
      const text = await words();
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: purpose === 'import' ? text.importFolder : text.watchFolder,
        buttonLabel: purpose === 'import' ? text.import : text.watch,
        properties: ['openDirectory'],
      });
      return filePaths[0] ?? null;
    },

    async chooseSavePath(suggestedName) {
      const { filePath, canceled } = await dialog.showSaveDialog(window(), {
        title: (await words()).save,
        defaultPath: path.join(app.getPath('documents'), suggestedName),
      });
      return canceled || filePath === '' ? null : filePath;
    },

    async showFolder(folder) {
      const problem = await shell.openPath(folder);
      if (problem !== '') throw new Error(problem);
    },

    async openFile(file) {
      const problem = await shell.openPath(file);
      if (problem !== '')
        throw new Refusal('file-unreadable', { name: path.basename(file), detail: problem });
    },

    revealFile(file) {
      shell.showItemInFolder(file);
      return Promise.resolve();
    },

    replaceLibrary,

    controlWindow(action) {
      const target = window();
      if (action === 'minimize') target.minimize();
      else if (action === 'close') target.close();
      else if (target.isMaximized()) target.unmaximize();
      else target.maximize();
    },
  };
}

/** Starts a file of ours in a process of its own, without a window. */
export function startProcess(file: string, name: string): Channel {
  const child = utilityProcess.fork(file, [], { serviceName: name });
  const exited = new Promise<number>((resolve) => child.once('exit', resolve));
  return {
    post: (message) => child.postMessage(message),
    listen: (hear, ended) => {
      child.on('message', hear);
      void exited.then((code) => ended(`${name}: exit code ${code}`));
    },
    end: async () => {
      if (child.kill()) await exited;
    },
  };
}
