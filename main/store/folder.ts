import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Language } from '#core/library';
import { Refusal } from '#core/refusal';
import { errorDetail, isMissing, type Stamp, type StoreFs } from './files';
import { sha256 } from './identity';
import { QUARANTINE, backupFile, temporaryName } from './layout';
import { READ_ONLY_DETAIL, type ReadOnlyReason, type StoreNotice } from './notices';

/** A library folder on a disk: durable writes in it, and what is known of its health. `file` is a name as in layout.ts. */
export class LibraryFolder {
  /** Marks the temporary files of this session. */
  readonly session = randomBytes(4).toString('hex');
  readonly notices: StoreNotice[] = [];
  language: () => Language = () => 'vi';
  /** Called when a notice was added after opening. */
  onNotice: () => void = () => undefined;
  #temporaries = 0;

  constructor(
    readonly root: string,
    readonly fs: StoreFs,
    /** Null when the library may be changed. */
    public readOnly: ReadOnlyReason | null,
  ) {}

  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): Promise<Uint8Array> {
    return this.fs.readFile(this.path(file));
  }

  stamp(file: string): Promise<Stamp | null> {
    return this.fs.stamp(this.path(file));
  }

  /** Names in a folder of the library; none when the folder is missing. */
  async list(folder: string): Promise<string[]> {
    try {
      return await this.fs.list(this.path(folder));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  notify(notice: StoreNotice): void {
    if (this.notices.some((known) => known.code === notice.code && known.file === notice.file)) return;
    this.notices.push(notice);
    this.onNotice();
  }

  refuseWhenReadOnly(): void {
    if (this.readOnly === null) return;
    throw new Refusal('library-read-only', { detail: READ_ONLY_DETAIL[this.readOnly][this.language()] });
  }

  /**
   * Puts `data` in the place of `file`: after this the disk holds it, or, when this throws `write-failed`, what was there
   * before. `keepPrevious`: the present file becomes the backup first.
   */
  async replace(file: string, data: string | Uint8Array, keepPrevious: boolean): Promise<Stamp> {
    const path = this.path(file);
    const temporary = this.#temporary(file);
    let hasPrevious = false;
    let stamp: Stamp;
    try {
      stamp = await this.fs.writeSynced(temporary, data);
      if (keepPrevious) hasPrevious = await this.#keepGeneration(file);
      await this.fs.rename(temporary, path);
    } catch (error) {
      await this.#discard(temporary);
      throw writeFailed(file, error);
    }
    try {
      await this.fs.syncFolder(dirname(path));
    } catch (error) {
      if (keepPrevious) await this.#putBack(file, hasPrevious);
      throw writeFailed(file, error);
    }
    return stamp;
  }

  /** Copies bytes that could not be understood aside, once; returns the copy's name. Nothing is taken away. */
  async quarantine(file: string, bytes: Uint8Array): Promise<string> {
    const digest = sha256(bytes).slice(0, 12);
    const copy = `${QUARANTINE}/${file.replaceAll('/', '__')}.${digest}`;
    if ((await this.stamp(copy)) === null) {
      await this.fs.makeFolder(this.path(QUARANTINE));
      await this.replace(copy, bytes, false);
    }
    return copy;
  }

  /** A hard link costs no copying; where there are none the file is copied. Returns false when there is no file yet. */
  async #keepGeneration(file: string): Promise<boolean> {
    const path = this.path(file);
    const backup = this.path(backupFile(file));
    try {
      await this.fs.unlink(backup);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    try {
      await this.#linkOrCopy(path, backup);
      return true;
    } catch (error) {
      if (isMissing(error) && (await this.stamp(file)) === null) return false;
      throw error;
    }
  }

  async #linkOrCopy(from: string, to: string): Promise<void> {
    try {
      await this.fs.link(from, to);
    } catch {
      // FAT and some network drives know no links. A copy that fails too is the caller's to answer.
      await this.fs.copyFile(from, to);
    }
  }

  /** Undoes a rename that the disk did not confirm. When that fails too, the caller reads what the disk has. */
  async #putBack(file: string, hasPrevious: boolean): Promise<void> {
    const path = this.path(file);
    try {
      if (!hasPrevious) {
        await this.fs.unlink(path);
        return;
      }
      const temporary = this.#temporary(file);
      await this.#linkOrCopy(this.path(backupFile(file)), temporary);
      await this.fs.rename(temporary, path);
    } catch {
      // The disk refuses everything. The document that asked reads the file again and goes on from what is there.
    }
  }

  async #discard(temporary: string): Promise<void> {
    try {
      await this.fs.unlink(temporary);
    } catch {
      // It may not have been made; if it was, the next opening moves it to the quarantine.
    }
  }

  #temporary(file: string): string {
    this.#temporaries += 1;
    return this.path(temporaryName(file, this.session, this.#temporaries));
  }
}

function writeFailed(file: string, error: unknown): Refusal {
  return new Refusal('write-failed', { file, detail: errorDetail(error) });
}
