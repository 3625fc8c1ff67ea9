import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  linkSync,
  openSync,
  promises as fs,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** What tells two states of a file apart without reading it. */
export interface Stamp {
  mtimeMs: number;
  bytes: number;
}

/** The few things that the store asks of a disk, so that a test can make each of them fail. Paths are absolute. */
export interface StoreFs {
  /** `seen` is told of each part while the next one is read. */
  readFile(path: string, seen?: (part: Uint8Array) => void): Promise<Uint8Array>;
  /** Writes a file that must not exist yet and waits until the disk holds its bytes. */
  writeSynced(path: string, data: string | Uint8Array): Promise<Stamp>;
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

const flushed = promisify(fsync);

/**
 * Waiting for the disk is left to another thread. Opening, renaming and the like are done at once: they take a few
 * microseconds here, and a tenth of a millisecond each by way of another thread, which would double the time of a save.
 */
async function writeSynced(path: string, data: string | Uint8Array): Promise<Stamp> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    await flushed(file);
    const { mtimeMs, size } = fstatSync(file);
    return { mtimeMs, bytes: size };
  } finally {
    closeSync(file);
  }
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = openSync(path, constants.O_RDONLY);
    try {
      await flushed(folder);
    } finally {
      closeSync(folder);
    }
  } catch (error) {
    if (!cannotSyncFolders(error)) throw error;
  }
}

/** Does it at once; what it throws becomes a rejection. */
function atOnce<A extends unknown[]>(work: (...args: A) => void): (...args: A) => Promise<void> {
  // eslint-disable-next-line @typescript-eslint/require-await
  return async (...args) => work(...args);
}

/** Node's own recursive `mkdir` never ends where a parent is there but takes no folder (as under /proc). */
async function makeFolder(path: string): Promise<void> {
  try {
    await fs.mkdir(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST' && (await fs.stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (error.code !== 'ENOENT' || parent === path || (await isThere(parent))) throw error;
    await makeFolder(parent);
    await fs.mkdir(path);
  }
}

const isThere = (path: string): Promise<boolean> =>
  fs.stat(path).then(
    () => true,
    () => false,
  );

/** The platform's own way reads a large file half a megabyte at a time, which takes longer. */
const PART = 8_000_000;

async function readFile(path: string, seen?: (part: Uint8Array) => void): Promise<Uint8Array> {
  const handle = await fs.open(path);
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.allocUnsafeSlow(size);
    const readFrom = (at: number) => handle.read(bytes, at, Math.min(PART, size - at), at);
    let end = 0;
    let reading = readFrom(0);
    for (;;) {
      const { bytesRead } = await reading;
      const part = bytes.subarray(end, end + bytesRead);
      end += bytesRead;
      const isDone = bytesRead === 0 || end === size;
      if (!isDone) reading = readFrom(end);
      seen?.(part);
      if (isDone) return bytes.subarray(0, end);
    }
  } finally {
    await handle.close();
  }
}

export const realFs: StoreFs = {
  readFile,
  writeSynced,
  syncFolder,
  rename: atOnce(renameSync),
  link: atOnce(linkSync),
  copyFile: (from, to) => fs.copyFile(from, to),
  unlink: atOnce(unlinkSync),
  makeFolder,
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
