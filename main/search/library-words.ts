import type { ArticleId } from '#core/article';
import type { AnyEvent, EventPayload } from '#core/contract';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import type { Leaf } from '#core/search/leaf';
import { sha256 } from '../store/identity';
import type { CatalogueEntry } from '../store/catalogue';
import { annotationsFile, articleFile, SEARCH } from '../store/layout';
import type { Log } from '../store/log';
import type { LibraryStore } from '../store/store';
import type { ArticleBytes } from './article-texts';
import type { Indexer } from './indexer';

interface WordsParts {
  store: LibraryStore;
  indexer: Indexer;
  log: Log;
  emit: (event: AnyEvent) => void;
}

/** How many of the library's articles can be searched. */
export interface Progress {
  done: number;
  total: number;
}

/** One question to the indexer: no more articles than this, and none after so many bytes. */
const BATCH = { articles: 256, bytes: 4_000_000 };
const TELL_EVERY_MS = 300;
const WRITE_AFTER_MS = 5_000;

/**
 * Keeps the index of the library's words as the library is: all of it from the first question on, and again what changes.
 */
export class LibraryWords {
  readonly #parts: WordsParts;
  /** By number of the index. */
  readonly ids: ArticleId[] = [];
  readonly #todo = new Set<ArticleId>();
  readonly #gone = new Set<ArticleId>();
  #pass: Promise<void> | null = null;
  #isPassing = false;
  #isClosing = false;
  #isOpen = false;
  #isChanged = false;
  #underWay = 0;
  #toldAt = 0;
  #writeTimer: NodeJS.Timeout | null = null;

  constructor(parts: WordsParts) {
    this.#parts = parts;
    parts.store.onChange((change) => this.#follow(change));
  }

  /** The first call begins to index the library. */
  progress(): Progress {
    this.#begin();
    const total = this.#present().length;
    return { done: Math.max(0, total - this.#todo.size - this.#underWay), total };
  }

  /** Settles when all that has changed until now can be found. */
  async complete(): Promise<void> {
    this.#begin();
    while (this.#isPassing) await this.#pass;
  }

  /** For each leaf and field the articles, by their numbers. Those that are not yet indexed are missing. */
  async find(leaves: readonly Leaf[]): Promise<Record<Field, Bits>[]> {
    this.#begin();
    const found = await this.#parts.indexer.find(leaves);
    return found.map(
      (words) =>
        Object.fromEntries(
          FIELDS.map((field) => [field, new Bits(words[field].length * 32, words[field])]),
        ) as Record<Field, Bits>,
    );
  }

  /** The index is not what the article's files say: it is read again. */
  again(id: ArticleId): void {
    this.#todo.add(id);
    this.#start();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#pass;
    await this.#write();
    await this.#parts.indexer.close();
  }

  #present(): ArticleId[] {
    const summaries = this.#parts.store.catalogue.summaries();
    return summaries.map(({ id }) => id);
  }

  #begin(): void {
    if (this.#pass !== null) return;
    this.#start();
  }

  #follow({ upserts, removals }: EventPayload<'library.changed'>): void {
    if (this.#pass === null) return;
    for (const id of removals) {
      this.#todo.delete(id);
      this.#gone.add(id);
    }
    for (const { id } of upserts) this.#todo.add(id);
    if (this.#todo.size + this.#gone.size > 0) this.#start();
  }

  #start(): void {
    if (this.#isPassing || this.#isClosing) return;
    this.#isPassing = true;
    this.#pass = this.#run();
  }

  async #run(): Promise<void> {
    try {
      await this.#open();
      while (this.#todo.size + this.#gone.size > 0 && !this.#isClosing) await this.#indexSome();
    } catch (error) {
      this.#parts.log.error('indexing the library failed', error);
    } finally {
      this.#isPassing = false;
    }
    this.#tell();
    this.#writeLater();
  }

  /** Takes over what an earlier session indexed, as far as the files are still the same. */
  async #open(): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const { store, indexer, log } = this.#parts;
    await store.verified();
    const { stamps, problems, ids } = await indexer.open(store.folder.path(SEARCH));
    this.ids.push(...ids);
    for (const problem of problems)
      log.error('the index is made again where it is broken', new Error(problem));
    for (const id of this.#present()) {
      const entry = store.catalogue.get(id);
      if (entry === undefined || stamps.get(id) !== stampOf(entry)) this.#todo.add(id);
    }
    for (const id of stamps.keys()) if (store.catalogue.get(id) === undefined) this.#gone.add(id);
  }

  async #indexSome(): Promise<void> {
    const { indexer, log } = this.#parts;
    if (this.#gone.size > 0) {
      const gone = [...this.#gone];
      this.#gone.clear();
      await indexer.remove(gone);
    }
    const taken = await this.#take();
    const { ids, refused } = await indexer.put(taken);
    this.ids.push(...ids);
    this.#underWay = 0;
    this.#isChanged = true;
    // The store tells of those that are broken, and may restore them.
    if (refused.length > 0) log.error(`not indexed: ${refused.join(' ')}`, new Error('no article'));
    if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.#tell();
  }

  async #take(): Promise<ArticleBytes[]> {
    const { folder, catalogue } = this.#parts.store;
    const taken: ArticleBytes[] = [];
    let bytes = 0;
    for (const id of this.#todo) {
      if (taken.length === BATCH.articles || bytes >= BATCH.bytes) break;
      this.#todo.delete(id);
      const entry = catalogue.get(id);
      if (entry === undefined) continue;
      this.#underWay += 1;
      const none = (): null => null;
      const article = await folder.read(articleFile(id)).catch(none);
      const annotations = await folder.read(annotationsFile(id)).catch(none);
      taken.push({ id, stamp: stampOf(entry), article: article ?? new Uint8Array(), annotations });
      bytes += (article?.length ?? 0) + (annotations?.length ?? 0);
    }
    return taken;
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#parts.emit({ name: 'search.progress', payload: this.progress() });
  }

  #writeLater(): void {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = setTimeout(() => void this.#write(), WRITE_AFTER_MS);
    this.#writeTimer.unref();
  }

  /** It can be made again, so a disk that does not take it is no failure. */
  async #write(): Promise<void> {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = null;
    const { store, indexer, log } = this.#parts;
    if (!this.#isChanged || store.folder.readOnly !== null) return;
    this.#isChanged = false;
    try {
      await indexer.write();
    } catch (error) {
      this.#isChanged = true;
      log.error('the index was not written; it will be made again', error);
    }
  }
}

/** Another one when one of the article's files is another. */
const stampOf = ({ articleStamp, annotationsStamp }: CatalogueEntry): string =>
  sha256(JSON.stringify([articleStamp, annotationsStamp])).slice(0, 16);
