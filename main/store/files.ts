import { promises as fs, constants } from 'node:fs';

/** What tells two states of a file apart without reading it. */
export interface Stamp {
  mtimeMs: number;
  bytes: number;
}

/** The few things that the store asks of a disk, so that a test can make each of them fail. Paths are absolute. */
export interface StoreFs {
  readFile(path: string): Promise<Uint8Array>;
  /** Writes a file that must not exist yet and waits until the disk holds its bytes. */
  writeSynced(path: string, data: string | Uint8Array): Promise<void>;
  /** Waits until the disk holds the folder's list of names. */
  syncFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  copyFile(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  list(path: string): Promise<string[]>;
  /** Null when there is no such file. */
  stamp(path: string): Promise<Stamp | null>;
  /** Sets the file's times to now. */
  touch(path: string): Promise<void>;
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT';
}

/** The system's own words for an error, without the paths that node adds. */
export function errorDetail(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/, \w+ '.*$/su, '');
}

/** Answers of systems and network drives that cannot flush a folder; there is nothing to flush then. */
const FOLDER_SYNC_UNSUPPORTED = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR', 'ENOSYS', 'EBADF']);
const WINDOWS_FOLDER_ERRORS = new Set(['EPERM', 'EACCES']);

function cannotSyncFolders(error: unknown): boolean {
  const code = errorCode(error);
  if (FOLDER_SYNC_UNSUPPORTED.has(code)) return true;
  return process.platform === 'win32' && WINDOWS_FOLDER_ERRORS.has(code);
}

async function stamp(path: string): Promise<Stamp | null> {
  try {
    const { mtimeMs, size } = await fs.stat(path);
    return { mtimeMs, bytes: size };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function writeSynced(path: string, data: string | Uint8Array): Promise<void> {
  const file = await fs.open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await fs.open(path, constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error;
  }
}

export const realFs: StoreFs = {
  readFile: (path) => fs.readFile(path),
  writeSynced,
  syncFolder,
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  copyFile: (from, to) => fs.copyFile(from, to),
  unlink: (path) => fs.unlink(path),
  makeFolder: async (path) => {
    await fs.mkdir(path, { recursive: true });
  },
  list: (path) => fs.readdir(path),
  stamp,
  touch: async (path) => {
    const now = new Date();
    await fs.utimes(path, now, now);
  },
};

export function sameStamp(a: Stamp | null, b: Stamp | null): boolean {
  if (a === null || b === null) return a === b;
  return a.mtimeMs === b.mtimeMs && a.bytes === b.bytes;
}
