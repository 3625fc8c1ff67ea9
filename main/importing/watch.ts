import { basename } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { Log } from '../store/log';

interface WatchParts {
  /** Told of files that are new or were changed, once they stopped growing; at the start of all that are there. */
  onFiles: (paths: string[]) => void;
  log: Log;
}

/** A file that is being copied grows; it is whole when it has not grown for so long. */
const SETTLED_MS = 1_500;
const GATHER_MS = 500;

/** Follows one folder at a time. */
export class FolderWatch {
  readonly #parts: WatchParts;
  #watcher: FSWatcher | null = null;
  #gathered = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Null = follow none. */
  async follow(folder: string | null): Promise<void> {
    await this.close();
    if (folder === null) return;
    const watcher = watch(folder, {
      ignored: (path) => path !== folder && isPrivate(basename(path)),
      awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 200 },
      followSymlinks: false,
    });
    watcher.on('add', (path) => this.#gather(path));
    watcher.on('change', (path) => this.#gather(path));
    watcher.on('error', (error) => this.#parts.log.error(`watching ${folder}`, error));
    this.#watcher = watcher;
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#gathered.clear();
    const watcher = this.#watcher;
    this.#watcher = null;
    await watcher?.close();
  }

  #gather(path: string): void {
    this.#gathered.add(path);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const paths = [...this.#gathered];
      this.#gathered.clear();
      this.#parts.onFiles(paths);
    }, GATHER_MS);
  }
}

/** Hidden files, and what programs write beside a file while it is open or being loaded. */
const isPrivate = (name: string) =>
  /^[.~]|^(?:Thumbs\.db|desktop\.ini)$|\.(?:tmp|part|crdownload|download)$/i.test(name);
