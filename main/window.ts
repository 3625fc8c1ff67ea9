import path from 'node:path';
import {
  BrowserWindow,
  nativeTheme,
  screen,
  type BrowserWindowConstructorOptions,
  type Rectangle,
} from 'electron';
import { DEV_SERVER, PAGE } from './protocol';
import type { Preferences } from './preferences';

const DEFAULT_SIZE = { width: 1440, height: 900 };
const SMALLEST = { width: 960, height: 640 };
/** Height of the title bar that the page draws. */
const TITLE_BAR = 40;
/** `--app` of the light and the dark theme, so that the window opens in the page's colour. */
const BACKGROUND = { light: '#F2F1EE', dark: '#141211' };

/** The window, not shown before its page can be. `remembered` is where it stood last time. */
export function createWindow(remembered: Preferences['window'], distFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOf(remembered?.bounds),
    ...frameOf(process.platform),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Đối Chiếu',
    icon: path.join(distFolder, '..', 'assets', 'icon', 'icon.png'),
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: path.join(distFolder, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
      devTools: DEV_SERVER !== undefined,
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => {
    event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  return window;
}

export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(PAGE);

/** What to remember of a window for the next start. */
export function placeToRemember(window: BrowserWindow): Preferences['window'] {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Linux: the page draws the buttons too. Windows and Mac: the system draws its own into our bar. */
function frameOf(platform: NodeJS.Platform): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset' };
  if (platform !== 'win32') return { frame: false };
  return {
    titleBarStyle: 'hidden',
    titleBarOverlay: {
      height: TITLE_BAR,
      color: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      symbolColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.light : BACKGROUND.dark,
    },
  };
}

/** The remembered place when a screen still shows it; else the default size, no larger than the screen. */
function placeOf(bounds: Rectangle | undefined): Partial<Rectangle> {
  if (bounds !== undefined) {
    const area = screen.getDisplayMatching(bounds).workArea;
    const visible =
      bounds.x < area.x + area.width &&
      bounds.x + bounds.width > area.x &&
      bounds.y >= area.y &&
      bounds.y < area.y + area.height;
    const size = { width: Math.min(bounds.width, area.width), height: Math.min(bounds.height, area.height) };
    return visible ? { x: bounds.x, y: bounds.y, ...size } : size;
  }
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return { width: Math.min(DEFAULT_SIZE.width, width), height: Math.min(DEFAULT_SIZE.height, height) };
}
