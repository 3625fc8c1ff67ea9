import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** Tests and scripts run in the project's folder. */
const ROOT = process.cwd();
const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

interface LaunchOptions {
  /** Library folder; it may not exist yet. */
  library: string;
  /** Files of the command line. */
  files?: string[];
  env?: Record<string, string>;
  /** Size of the window in CSS pixels. */
  size?: { width: number; height: number };
  /** Folder of the program's own settings; a new one by default. Pass the same one twice to test what is remembered. */
  userData?: string;
  theme?: 'light' | 'dark';
}

export interface LaunchedApp {
  app: ElectronApplication;
  window: Page;
  /** Closes the window as a person would, and waits until the program has ended. */
  close(): Promise<void>;
}

/** Starts the built app in the real Electron, with settings of its own. `npm run test:e2e` sets the runtime's path. */
export async function launchApp(options: LaunchOptions): Promise<LaunchedApp> {
  const executablePath = process.env['DOI_CHIEU_ELECTRON'];
  if (executablePath === undefined) throw new Error('Start this through `npm run test:e2e`.');
  const userData = options.userData ?? (await mkdtemp(path.join(tmpdir(), 'doi-chieu-user-')));
  if (options.size !== undefined) await rememberSize(userData, options.size);
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      ROOT,
      `--user-data-dir=${userData}`,
      `--library=${options.library}`,
      ...(options.files ?? []),
    ],
    env: { ...definedOnly(process.env), ...options.env },
    colorScheme: options.theme ?? 'light',
  });
  const window = await app.firstWindow();
  await window.waitForLoadState('load');
  return {
    app,
    window,
    async close() {
      await app.close();
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
    },
  };
}

/** The window opens where the program remembers that it stood. */
async function rememberSize(userData: string, size: { width: number; height: number }): Promise<void> {
  await mkdir(userData, { recursive: true });
  const window = { bounds: { x: 0, y: 0, ...size }, maximized: false };
  await writeFile(path.join(userData, 'preferences.json'), JSON.stringify({ window }));
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
