import { setImmediate as pause } from 'node:timers/promises';
import { FIELDS, type Field } from '#core/search/index/layout';
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

/** The words of a library: in this thread or another. */
export interface Indexer {
  /** Reads what was written before into memory. */
  open(folder: string): Promise<Opened>;
  put(articles: readonly ArticleBytes[]): Promise<Put>;
  remove(ids: readonly string[]): Promise<void>;
  /** For each leaf the articles that have a place of it. */
  find(leaves: readonly Leaf[]): Promise<FoundWords[]>;
  /** Throws what the disk throws; the index on it is then the one before. */
  write(): Promise<void>;
  close(): Promise<void>;
}

/** For hosts without a window, and inside the thread of others: between two articles others get their turn. */
export function createDirectIndexer(fs: KeptFs): Indexer {
  let index = new LibraryIndex();
  let kept: KeptIndex | null = null;
  let told = 0;
  const newIds = (): string[] => {
    const ids = index.ids.slice(told);
    told = index.ids.length;
    return ids;
  };
  return {
    async open(folder) {
      kept = new KeptIndex(fs, folder);
      const read = await kept.read();
      ({ index } = read);
      told = 0;
      return { stamps: index.stamps(), problems: read.problems, ids: newIds() };
    },
    async put(articles) {
      const refused: string[] = [];
      const texts = [];
      for (const bytes of articles) {
        const read = textsOf(bytes);
        if (read === null) refused.push(bytes.id);
        else texts.push(read);
        await pause();
      }
      index.add(texts);
      return { refused, ids: newIds() };
    },
    remove: (ids) => {
      index.remove(ids);
      return Promise.resolve();
    },
    find: async (leaves) => {
      // What was put before has been told by then.
      await pause();
      return leaves.map((leaf) => {
        const found = index.find(leaf);
        return Object.fromEntries(FIELDS.map((field) => [field, found[field].words])) as FoundWords;
      });
    },
    write: async () => {
      index.gather();
      await kept?.write(index);
    },
    close: () => Promise.resolve(),
  };
}
