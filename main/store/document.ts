import { isUtf8 } from 'node:buffer';
import { Low, type Adapter } from 'lowdb';
import type { z } from 'zod';
import { Refusal } from '#core/refusal';
import { errorDetail, isMissing, sameStamp, type Stamp } from './files';
import type { LibraryFolder } from './folder';
import { backupFile } from './layout';

/** What a document is made of. */
export interface DocumentSpec<T> {
  file: string;
  schema: z.ZodType<T>;
  /** Whether a value of the right shape belongs to this file. */
  fits?: (value: T) => boolean;
}

/** A file that is there but is not a document: not JSON, or JSON of another shape. */
export class BrokenFile extends Error {
  constructor(
    readonly file: string,
    readonly bytes: Uint8Array,
    readonly detail: string,
  ) {
    super(`${file}: ${detail}`);
    this.name = 'BrokenFile';
  }
}

export type Loaded<T> =
  | { state: 'ready'; document: Document<T> }
  | { state: 'missing' }
  /** `copy`: where the broken file was copied to, empty when nothing could or may be written. */
  | { state: 'broken'; copy: string; refusal: Refusal }
  /** The disk would not give the file (no right, a defect): it may be whole, so nothing is put in its place. */
  | { state: 'unreadable'; refusal: Refusal };

export interface Change<T> {
  /** The value that this process showed before. It differs from `before` when another program wrote the file. */
  shown: T;
  before: T;
  after: T;
}

/**
 * One JSON file, held by lowdb. lowdb alone would show a value before it is written, keep it when the write fails, and
 * read without looking; here `value` is what the disk holds, always.
 */
export class Document<T> {
  readonly #adapter: DurableAdapter<T>;
  readonly #low: Low<T>;
  #committed: T;
  #stamp: Stamp | null;

  private constructor(
    readonly folder: LibraryFolder,
    readonly spec: DocumentSpec<T>,
    value: T,
    stamp: Stamp | null,
    /** What every change is refused with, because the file must not be written over. */
    readonly broken: Refusal | null,
  ) {
    this.#adapter = new DurableAdapter(folder, spec);
    this.#low = new Low(this.#adapter, value);
    this.#committed = value;
    this.#stamp = stamp;
  }

  /** A document that has no file yet; its first change makes one. */
  static fresh<T>(folder: LibraryFolder, spec: DocumentSpec<T>, value: T): Document<T> {
    return new Document(folder, spec, value, null, null);
  }

  /** Stands in for a broken file: `value` can be shown, every change is refused. */
  static unwritable<T>(
    folder: LibraryFolder,
    spec: DocumentSpec<T>,
    value: T,
    refusal: Refusal,
  ): Document<T> {
    return new Document(folder, spec, value, null, refusal);
  }

  /** Reads the file; a broken or vanished one is restored from its backup when that is good. */
  static async load<T>(folder: LibraryFolder, spec: DocumentSpec<T>): Promise<Loaded<T>> {
    try {
      const stamp = await folder.stamp(spec.file);
      const value = await readDocument(folder, spec.file, spec);
      if (value !== null) {
        return { state: 'ready', document: new Document(folder, spec, value, stamp, null) };
      }
    } catch (error) {
      if (!(error instanceof BrokenFile)) return unreadable(folder, spec.file, error);
      return Document.#restore(folder, spec, error);
    }
    return Document.#restore(folder, spec, null);
  }

  static async #restore<T>(
    folder: LibraryFolder,
    spec: DocumentSpec<T>,
    broken: BrokenFile | null,
  ): Promise<Loaded<T>> {
    const { file } = spec;
    const previous = await goodBackup(folder, spec);
    if (broken === null && previous === null) return { state: 'missing' };

    const mayWrite = folder.readOnly === null;
    const copy = broken !== null && mayWrite ? await folder.quarantine(file, broken.bytes) : '';
    const detail = broken?.detail ?? '';
    if (previous === null) {
      folder.notify({ code: 'unreadable-file', file, copy, detail });
      return { state: 'broken', copy, refusal: new Refusal('library-broken', { file, copy }) };
    }
    if (mayWrite) await folder.replace(file, `${JSON.stringify(previous)}\n`, false);
    folder.notify({ code: 'restored-from-backup', file, copy, detail });
    const document = new Document(folder, spec, previous, await folder.stamp(file), null);
    return { state: 'ready', document };
  }

  get value(): T {
    return this.#committed;
  }

  get stamp(): Stamp | null {
    return this.#stamp;
  }

  /**
   * Applies a pure change. The file is written first; `value` follows. When the write fails both stay as they were and
   * this throws `write-failed`. Only the store's queue may call this.
   */
  async change(update: (value: T) => T): Promise<Change<T>> {
    this.folder.refuseWhenReadOnly();
    if (this.broken !== null) throw this.broken;
    const shown = this.#committed;
    if (!sameStamp(await this.folder.stamp(this.spec.file), this.#stamp)) await this.#reload();
    const before = this.#committed;
    const after = update(before);
    if (after === before && this.#stamp !== null) return { shown, before, after };
    this.#low.data = after;
    try {
      await this.#low.write();
    } catch (error) {
      await this.#fallBack(before);
      throw error;
    }
    this.#committed = after;
    this.#stamp = this.#adapter.written;
    return { shown, before, after };
  }

  /** Another program (a file synchroniser) changed the file: its content counts, ours is applied on top of it. */
  async #reload(): Promise<void> {
    const loaded = await Document.load(this.folder, this.spec);
    if (loaded.state === 'missing') return;
    if (loaded.state !== 'ready') throw loaded.refusal;
    this.#committed = loaded.document.value;
    this.#stamp = loaded.document.stamp;
  }

  /** After a failed write: go on from what the disk has, and from the last known value when it cannot be read. */
  async #fallBack(before: T): Promise<void> {
    try {
      this.#stamp = await this.folder.stamp(this.spec.file);
      this.#committed = (await readDocument(this.folder, this.spec.file, this.spec)) ?? before;
    } catch {
      // The write's own error is the one to tell; the disk is read again before the next change.
      this.#committed = before;
      this.#stamp = { mtimeMs: -1, bytes: -1 };
    }
    this.#low.data = this.#committed;
  }
}

/** The one way in which lowdb reaches the disk. */
export class DurableAdapter<T> implements Adapter<T> {
  /** Of the file that was written last. */
  written: Stamp | null = null;

  constructor(
    readonly folder: LibraryFolder,
    readonly spec: DocumentSpec<T>,
  ) {}

  read(): Promise<T | null> {
    return readDocument(this.folder, this.spec.file, this.spec);
  }

  async write(value: T): Promise<void> {
    const { file } = this.spec;
    this.written = await this.folder.replace(file, `${JSON.stringify(value)}\n`, true);
  }
}

/** The document in `file`, null when there is no such file. Throws `BrokenFile`, or the disk's own error. */
export async function readDocument<T>(
  folder: LibraryFolder,
  file: string,
  { schema, fits }: Pick<DocumentSpec<T>, 'schema' | 'fits'>,
): Promise<T | null> {
  let bytes: Uint8Array;
  try {
    bytes = await folder.read(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  let json: unknown;
  try {
    // Ten times as fast as a TextDecoder that is told to be strict.
    if (!isUtf8(bytes)) throw new Error('it is not UTF-8');
    json = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  } catch (error) {
    throw new BrokenFile(file, bytes, errorDetail(error).slice(0, 200));
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) {
    if (fits === undefined || fits(parsed.data)) return parsed.data;
    throw new BrokenFile(file, bytes, 'it belongs to another article');
  }
  const issue = parsed.error.issues[0];
  throw new BrokenFile(file, bytes, issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`);
}

function unreadable<T>(folder: LibraryFolder, file: string, error: unknown): Loaded<T> {
  const detail = errorDetail(error);
  folder.notify({ code: 'unreadable-file', file, copy: '', detail });
  return { state: 'unreadable', refusal: new Refusal('file-unreadable', { name: file, detail }) };
}

async function goodBackup<T>(folder: LibraryFolder, spec: DocumentSpec<T>): Promise<T | null> {
  try {
    return await readDocument(folder, backupFile(spec.file), spec);
  } catch {
    // A backup that cannot be read is no backup; the file it stands for is already being reported.
    return null;
  }
}
