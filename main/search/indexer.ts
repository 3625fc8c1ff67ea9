import { setImmediate as pause } from 'node:timers/promises';
import { FIELDS, type Field } from '#core/search/index/layout';
import { Followers } from '#core/search/index/followers';
import { LibraryIndex } from '#core/search/index/library-index';
import type { Leaf } from '#core/search/leaf';
import { textsOf, type ArticleBytes } from './article-texts';
import { KeptIndex, type KeptFs } from './kept';

/** By field: one bit for each article by its number, as the words of `Bits`. */
export type FoundWords = Record<Field, Uint32Array>;

/** Articles have numbers: `ids` are those that have come since the last answer, in the order of their numbers. */
export interface Numbered {
  ids: string[];
}

export interface Opened extends Numbered {
  /** The articles in the index, and what they were made of. */
  stamps: ReadonlyMap<string, string>;
  /** What could not be read of the index on the disk. */
  problems: string[];
}

export interface Put extends Numbered {
  /** Articles whose bytes could not be understood. */
  refused: string[];
}

/** The index was lost with the thread that held it: it has to be opened again. */
export class IndexLost extends Error {}

/** The words of a library: in this thread or in others. */
export interface Indexer {
  /** Reads what was written before into memory. */
  open(folder: string): Promise<Opened>;
  put(articles: readonly ArticleBytes[]): Promise<Put>;
  remove(ids: readonly string[]): Promise<void>;
  /** For each leaf the articles that have a place of it. Throws the signal's reason when it is no longer wanted. */
  find(leaves: readonly Leaf[], signal?: AbortSignal): Promise<FoundWords[]>;
  /** `isLast`: somebody waits for it to be closed. Throws what the disk throws; the index on it is then the one before. */
  write(isLast: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Makes the index of a library and keeps it on the disk. */
export class IndexMaker implements Omit<Indexer, 'find' | 'close'> {
  index = new LibraryIndex();
  #kept: KeptIndex | null = null;
  #told = 0;

  constructor(readonly fs: KeptFs) {}

  async open(folder: string): Promise<Opened> {
    this.#kept = new KeptIndex(this.fs, folder);
    const { index, problems } = await this.#kept.read();
    this.index = index;
    this.#told = 0;
    return { stamps: index.stamps(), problems, ids: this.#newIds() };
  }

  /** Between two articles others get their turn. */
  async put(articles: readonly ArticleBytes[]): Promise<Put> {
    const refused: string[] = [];
    const texts = [];
    for (const bytes of articles) {
      const read = textsOf(bytes);
      if (read === null) refused.push(bytes.id);
      else texts.push(read);
      await pause();
    }
    this.index.add(texts);
    return { refused, ids: this.#newIds() };
  }

  remove(ids: readonly string[]): Promise<void> {
    this.index.remove(ids);
    return Promise.resolve();
  }

  /** Makes phrases quick: see `Followers`. Between its steps others get their turn. */
  async learnFollowers(): Promise<void> {
    for (const { segment } of this.index.parts) {
      if (segment.followers !== null) continue;
      const making = Followers.making(segment, (bytes) => new SharedArrayBuffer(bytes));
      let step = making.next();
      for (; step.done !== true; step = making.next()) await pause();
      segment.followers = step.value;
    }
  }

  async write(isLast: boolean): Promise<void> {
    if (!isLast) this.index.gather();
    await this.#kept?.write(this.index);
  }

  #newIds(): string[] {
    const ids = this.index.ids.slice(this.#told);
    this.#told = this.index.ids.length;
    return ids;
  }
}

/** Finds one leaf after another; between them others get their turn, and it may turn out that nobody waits any more. */
export async function findLeaves(
  { find }: { find: (leaf: Leaf) => Record<Field, { words: Uint32Array }> },
  leaves: readonly Leaf[],
  signal?: AbortSignal,
): Promise<FoundWords[]> {
  const all: FoundWords[] = [];
  for (const leaf of leaves) {
    await pause();
    signal?.throwIfAborted();
    const found = find(leaf);
    all.push(Object.fromEntries(FIELDS.map((field) => [field, found[field].words])) as FoundWords);
  }
  return all;
}

/** For hosts without a window. */
export function createDirectIndexer(fs: KeptFs): Indexer {
  const maker = new IndexMaker(fs);
  return {
    open: (folder) => maker.open(folder),
    put: (articles) => maker.put(articles),
    remove: (ids) => maker.remove(ids),
    find: (leaves, signal) => findLeaves({ find: (leaf) => maker.index.find(leaf) }, leaves, signal),
    write: (isLast) => maker.write(isLast),
    close: () => Promise.resolve(),
  };
}
