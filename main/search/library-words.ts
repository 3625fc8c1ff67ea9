import { setTimeout as pause } from 'node:timers/promises';
import type { ArticleId } from '#core/article';
import type { SearchAnswer } from '#core/calls/searching';
import type { AnyEvent, EventPayload } from '#core/contract';
import { Refusal } from '#core/refusal';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import type { Leaf } from '#core/search/leaf';
import { SEARCH } from '../store/layout';
import type { Log } from '../store/log';
import type { LibraryStore } from '../store/store';
import { bytesOf, changedSince } from './article-bytes';
import type { ArticleBytes } from './article-texts';
import { IndexLost, type FoundWords, type Indexer } from './indexer';

interface WordsParts {
  store: LibraryStore;
  indexer: Indexer;
  log: Log;
  emit: (event: AnyEvent) => void;
}

/** How many of the library's articles can be searched. */
type Progress = SearchAnswer['indexed'];

/** An index that was opened: what is found in it is told by numbers, which are those of these ids. */
interface OpenIndex {
  ids: ArticleId[];
  /** What the articles were made of when it was opened. */
  stamps: ReadonlyMap<ArticleId, string>;
}

/** For each leaf and field the articles by their numbers, which stand for `ids`. */
export interface FoundArticles {
  ids: readonly ArticleId[];
  found: Record<Field, Bits>[];
}

/** One question to the indexer: no more articles than this, and none after so many bytes. */
const BATCH = { articles: 256, bytes: 4_000_000 };
const TELL_EVERY_MS = 300;
const WRITE_AFTER_MS = 5_000;
/** How long a question waits for what was changed just before it. */
const WAIT_FOR_CHANGES_MS = 500;
/** How often a question is asked when the index is lost. */
const TRIES = 3;

/**
 * Keeps the index of the library's words as the library is, without its trash: all of it from the first question on, and
 * again what changes.
 */
export class LibraryWords {
  readonly #parts: WordsParts;
  #index: Promise<OpenIndex> | null = null;
  readonly #todo = new Set<ArticleId>();
  readonly #gone = new Set<ArticleId>();
  /** The index was lost with one of them: they are added one by one. */
  readonly #suspects = new Set<ArticleId>();
  /** They could not be indexed even so: not in this session, or until they change. */
  readonly #leftOut = new Set<ArticleId>();
  #pass: Promise<void> = Promise.resolve();
  /** What is to do is known. */
  #isCompared = false;
  #isPassing = false;
  #isClosing = false;
  #isChanged = false;
  #underWay = 0;
  #counted: { revision: number; total: number } | null = null;
  #toldAt = 0;
  #writeTimer: NodeJS.Timeout | null = null;

  constructor(parts: WordsParts) {
    this.#parts = parts;
    parts.store.onChange((change) => this.#follow(change));
  }

  /** The first call begins to index the library. */
  progress(): Progress {
    this.#begin();
    return this.#progress();
  }

  /** Settles when all that has changed until now can be found. */
  async complete(): Promise<void> {
    this.#begin();
    await this.#parts.store.verified();
    while (this.#isPassing) await this.#pass;
  }

  /**
   * Articles that are not yet indexed are missing. Throws `search-failed` when the index is lost again and again, and the
   * signal's reason when nobody waits any more.
   */
  async find(leaves: readonly Leaf[], signal: AbortSignal): Promise<FoundArticles> {
    this.#begin();
    let lost: unknown;
    for (let tries = 0; tries < TRIES && !this.#isClosing; tries += 1) {
      const opening = this.#open();
      try {
        const { ids } = await opening;
        if (this.#todo.size > 0 || !this.#isCompared) this.#start();
        await this.#changesTaken(ids.length === 0 || tries > 0);
        const found = await this.#parts.indexer.find(leaves, signal);
        return { ids, found: found.map(bitsOf) };
      } catch (error) {
        if (!(error instanceof IndexLost)) throw error;
        this.#lose(opening);
        lost = error;
      }
    }
    this.#parts.log.error('the index of the library was lost', lost);
    throw new Refusal('search-failed');
  }

  /** The index is not what the article's files say: it is read again. */
  again(id: ArticleId): void {
    this.#todo.add(id);
    this.#start();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#pass;
    await this.#write(true);
    await this.#parts.indexer.close();
  }

  #progress(): Progress {
    const total = this.#total();
    const left = this.#isCompared ? this.#todo.size + this.#underWay + this.#leftOut.size : total;
    return { done: Math.max(0, total - left), total };
  }

  /** Counted once for each change: every answer tells it. */
  #total(): number {
    const { revision, catalogue } = this.#parts.store;
    if (this.#counted?.revision !== revision) {
      const present = catalogue.summaries().filter(({ removedAt }) => removedAt === null);
      this.#counted = { revision, total: present.length };
    }
    return this.#counted.total;
  }

  #begin(): void {
    if (this.#index === null) this.#start();
  }

  #follow({ upserts, removals }: EventPayload<'library.changed'>): void {
    if (this.#index === null) return;
    const removed = upserts.filter(({ removedAt }) => removedAt !== null).map(({ id }) => id);
    for (const id of [...removals, ...removed]) {
      this.#todo.delete(id);
      this.#gone.add(id);
    }
    for (const { id, removedAt } of upserts) {
      if (removedAt !== null) continue;
      this.#gone.delete(id);
      this.#leftOut.delete(id);
      this.#todo.add(id);
    }
    if (this.#todo.size + this.#gone.size > 0) this.#start();
  }

  #start(): void {
    if (this.#isPassing || this.#isClosing) return;
    this.#isPassing = true;
    this.#pass = this.#run();
  }

  async #run(): Promise<void> {
    try {
      let opening = this.#open();
      let index = await opening;
      while ((this.#todo.size + this.#gone.size > 0 || !this.#isCompared) && !this.#isClosing) {
        try {
          if (this.#isCompared) await this.#indexSome(index);
          else await this.#compare(index);
        } catch (error) {
          if (!(error instanceof IndexLost)) throw error;
          this.#parts.log.error('the index of the library was lost and is opened again', error);
          this.#lose(opening);
          opening = this.#open();
          index = await opening;
        }
      }
    } catch (error) {
      this.#parts.log.error('indexing the library failed', error);
    } finally {
      this.#isPassing = false;
    }
    this.#tell();
    this.#writeLater();
  }

  #open(): Promise<OpenIndex> {
    if (this.#index !== null) return this.#index;
    const index = this.#load();
    this.#index = index;
    index.catch(() => this.#lose(index));
    return index;
  }

  #lose(index: Promise<OpenIndex>): void {
    if (this.#index !== index) return;
    this.#index = null;
    this.#isCompared = false;
  }

  /** What an earlier session indexed can be found at once: the articles decide what of it is shown. */
  async #load(): Promise<OpenIndex> {
    const { store, indexer, log } = this.#parts;
    const { stamps, problems, ids } = await indexer.open(store.folder.path(SEARCH));
    for (const problem of problems)
      log.error('the index is made again where it is broken', new Error(problem));
    return { ids: [...ids], stamps };
  }

  /** Whether the files are still those that an earlier session indexed. */
  async #compare({ stamps }: OpenIndex): Promise<void> {
    const { changed, gone } = await changedSince(stamps, this.#parts.store.catalogue);
    for (const id of changed) if (!this.#leftOut.has(id)) this.#todo.add(id);
    for (const id of gone) this.#gone.add(id);
    this.#isCompared = true;
  }

  /** Somebody who has just changed something looks for it as it is now. `isNew`: there is little to be found as yet. */
  async #changesTaken(isNew: boolean): Promise<void> {
    const isMuch = !this.#isCompared || this.#todo.size > BATCH.articles;
    if (!this.#isPassing || (isMuch && !isNew)) return;
    const waited = new AbortController();
    const timer = pause(WAIT_FOR_CHANGES_MS, undefined, { signal: waited.signal, ref: false });
    await Promise.race([this.#pass, timer.catch(() => undefined)]);
    waited.abort();
  }

  async #indexSome({ ids }: OpenIndex): Promise<void> {
    const { indexer, log } = this.#parts;
    const gone = [...this.#gone];
    if (gone.length > 0) {
      await indexer.remove(gone);
      for (const id of gone) this.#gone.delete(id);
      this.#isChanged = true;
    }
    const taken = await this.#take();
    try {
      const put = await indexer.put(taken);
      ids.push(...put.ids);
      this.#isChanged = true;
      // The store tells of those that are broken, and may restore them.
      if (put.refused.length > 0) log.error(`not indexed: ${put.refused.join(' ')}`, new Error('no article'));
      for (const { id } of taken) this.#suspects.delete(id);
    } catch (error) {
      this.#failed(taken, error);
      throw error;
    } finally {
      this.#underWay = 0;
    }
    if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.#tell();
  }

  #failed(taken: readonly ArticleBytes[], error: unknown): void {
    const [first] = taken;
    if (first !== undefined && this.#suspects.delete(first.id)) {
      this.#leftOut.add(first.id);
      this.#parts.log.error(`article ${first.id} cannot be searched`, error);
    } else {
      for (const { id } of taken) {
        this.#suspects.add(id);
        this.#todo.add(id);
      }
    }
  }

  async #take(): Promise<ArticleBytes[]> {
    const taken: ArticleBytes[] = [];
    let bytes = 0;
    for (const id of this.#todo) {
      if (taken.length === BATCH.articles || bytes >= BATCH.bytes) break;
      if (this.#suspects.has(id) && taken.length > 0) break;
      this.#todo.delete(id);
      this.#underWay += 1;
      const one = await bytesOf(this.#parts.store, id);
      if (one === null) continue;
      taken.push(one);
      bytes += one.article.length + (one.annotations?.length ?? 0);
    }
    return taken;
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#parts.emit({ name: 'search.progress', payload: this.#progress() });
  }

  #writeLater(): void {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = setTimeout(() => void this.#write(false), WRITE_AFTER_MS);
    this.#writeTimer.unref();
  }

  /** It can be made again, so a disk that does not take it is no failure. */
  async #write(isLast: boolean): Promise<void> {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = null;
    const { store, indexer, log } = this.#parts;
    if (!this.#isChanged || store.folder.readOnly !== null) return;
    this.#isChanged = false;
    try {
      await indexer.write(isLast);
    } catch (error) {
      this.#isChanged = true;
      log.error('the index was not written; it will be made again', error);
    }
  }
}

const bitsOf = (words: FoundWords): Record<Field, Bits> =>
  Object.fromEntries(
    FIELDS.map((field) => [field, new Bits(words[field].length * 32, words[field])]),
  ) as Record<Field, Bits>;
