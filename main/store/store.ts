import type { Dismissal } from '#core/annotation';
import type { ArticleId } from '#core/article';
import type { ArticleView, EventPayload } from '#core/contract';
import type { LibraryFile, Notice, Workspace } from '#core/library';
import type { Log } from './log';
import type { Catalogue } from './catalogue';
import type { Document } from './document';
import type { LibraryFolder } from './folder';
import type { Lock } from './lock';
import { noticeInWords } from './notices';
import { Queue } from './queue';
import type { Shelf } from './shelf';
import { sweepTemporaries } from './sweep';
import { withTags } from './tags';
import { Transaction, type LibraryChange } from './transaction';
import { verifyCatalogue } from './verify';

export interface StoreParts {
  folder: LibraryFolder;
  library: Document<LibraryFile>;
  workspace: Document<Workspace>;
  catalogue: Catalogue;
  shelf: Shelf;
  /** Null in a library that is open read-only. */
  lock: Lock | null;
  log: Log;
}

const NOTHING: LibraryChange = { upserts: [], removals: [], annotations: [], revised: [] };

/** An open library: what the disk holds, and the one queue through which it is changed. */
export class LibraryStore {
  readonly #parts: StoreParts;
  readonly #queue = new Queue();
  readonly #listeners = new Set<(event: EventPayload<'library.changed'>) => void>();
  #revision = 0;
  #closing = false;
  #verified: Promise<void> | null = null;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    parts.folder.language = () => parts.library.value.settings.language;
    parts.folder.onNotice = () => this.#emit({ ...NOTHING, notices: this.notices });
  }

  get folder(): LibraryFolder {
    return this.#parts.folder;
  }

  get library(): LibraryFile {
    return this.#parts.library.value;
  }

  get workspace(): Workspace {
    return this.#parts.workspace.value;
  }

  get catalogue(): Catalogue {
    return this.#parts.catalogue;
  }

  /** Number of the last event. */
  get revision(): number {
    return this.#revision;
  }

  get notices(): Notice[] {
    return this.folder.notices.map((notice) => noticeInWords(notice, this.library.settings.language));
  }

  onChange(listener: (event: EventPayload<'library.changed'>) => void): void {
    this.#listeners.add(listener);
  }

  /** Throws `article-not-found` or `library-broken`. */
  async view(id: ArticleId): Promise<ArticleView> {
    return (await this.#parts.shelf.get(id)).view();
  }

  /** The suggestions that a person has turned down in an article. Throws like `view`. */
  async dismissed(id: ArticleId): Promise<Dismissal[]> {
    return (await this.#parts.shelf.get(id)).anchored().dismissed;
  }

  /**
   * One change of the library; changes run one after another. Settles when the disk holds it; the event has been sent by
   * then. Throws a `Refusal` when the library may not be changed or the disk does not take it.
   */
  change<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      this.folder.refuseWhenReadOnly();
      await this.#parts.lock?.confirm();
      const transaction = new Transaction(this.#parts);
      try {
        return await work(transaction);
      } finally {
        const change = transaction.finish();
        if (change !== null) this.#emit(change);
      }
    });
  }

  /** The workspace is nobody's data but the window's own, so it tells nothing. */
  saveWorkspace(workspace: Workspace): Promise<void> {
    return this.#queue.run(async () => {
      await this.#parts.workspace.change(() => workspace);
    });
  }

  /** Work that must see no change while it runs. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#queue.run(work);
  }

  /** Settles when the list is known to agree with the files. The first call starts the comparison. */
  verified(): Promise<void> {
    this.#verified ??= this.#verify();
    return this.#verified;
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#verified;
    await this.#queue.run(async () => {
      try {
        await this.catalogue.flush();
      } catch (error) {
        this.#parts.log.error('the catalogue was not written; it will be made again', error);
      }
      await this.#parts.lock?.release();
    });
  }

  async #verify(): Promise<void> {
    try {
      await this.catalogue.readAll();
      await verifyCatalogue({
        ...this.#parts,
        queue: this.#queue,
        isClosing: () => this.#closing,
        onDifferences: (differences) => this.#emit({ ...NOTHING, ...differences }),
      });
      await this.#learnTags();
      if (this.#parts.lock !== null && !this.#closing) await sweepTemporaries(this.folder);
    } catch (error) {
      this.#parts.log.error('comparing the catalogue with the files failed', error);
    }
  }

  /** Tags that annotations have and library.json does not (it was lost, or another program added notes). */
  async #learnTags(): Promise<void> {
    const used = this.catalogue.summaries().flatMap((summary) => summary.tags);
    if (this.#closing || this.folder.readOnly !== null) return;
    if (withTags(this.library.tags, used) === this.library.tags) return;
    await this.change((transaction) =>
      transaction.library((library) => ({ ...library, tags: withTags(library.tags, used) })),
    );
  }

  #emit(change: LibraryChange): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener({ revision: this.#revision, ...change });
  }
}
