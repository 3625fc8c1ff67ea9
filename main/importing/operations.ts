import { createHash } from 'node:crypto';
import { Refusal } from '#core/refusal';
import { decode, guessEncodings } from './decode';
import { labelOf, type Choices, type How, type OnPages, type Operations, type ReadFile } from './engine';
import { formatOf, readArticles } from './index';
import type { ReadPage, SourceFile } from './reading';
import { findLeaves, readLeaf, type Leaf } from './sources';

interface Surroundings {
  /** Null where no machine reading can be had. */
  readPage: ReadPage | null;
  /** Throws to stop what is being read. */
  onPages: OnPages;
  /** Told how long the next step may take, in milliseconds. */
  onPatience?: (ms: number) => void;
}

/** A file shows progress within ten seconds and one and a half for each megabyte, or it was made to show none. */
const patienceFor = (bytes: number): number => 10_000 + (1_500 * bytes) / (1024 * 1024);
/** Longer than the limit that a page's recognition has of its own. */
const PAGE_PATIENCE = 90_000;

/** What an engine does, wherever it runs. */
export function operationsIn(around: Surroundings): Operations {
  return {
    find: (given) => findLeaves(given),
    read: async (leaf, how) => readWhole(await readLeaf(leaf), how, around),
    choices: async (leaf, how) => choicesOf(await readLeaf(leaf), how),
    bytes: (leaf) => readLeaf(leaf),
    pictures: async (leaf) => picturesOf(await readLeaf(leaf)),
  };
}

async function readWhole(file: SourceFile, how: How, around: Surroundings): Promise<ReadFile> {
  const { readPage, onPatience = () => undefined } = around;
  const patience = patienceFor(file.bytes.length);
  onPatience(patience);
  const readPatiently = async (read: ReadPage, image: Parameters<ReadPage>[0]) => {
    onPatience(PAGE_PATIENCE);
    const lines = await named(file.name, read(image));
    onPatience(patience);
    return lines;
  };
  const drafts = await readArticles(file, {
    ...how,
    readPage: readPage === null ? null : (image) => readPatiently(readPage, image),
    onProgress: around.onPages,
  });
  return { ...file, sha256: createHash('sha256').update(file.bytes).digest('hex'), drafts };
}

/** What reads a page does not know of which file it is. */
async function named<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, { ...error.params, name }) : error;
  }
}

const LONGEST_RAW = 200_000;
const TEXTS: ReadonlySet<string> = new Set(['text', 'markdown', 'html']);

async function choicesOf(file: SourceFile, { encoding }: How): Promise<Choices> {
  const format = formatOf(file);
  if (format === 'epub') {
    const { chaptersOf } = await import('./epub');
    return { guesses: [], chapters: chaptersOf(file.name, file.bytes), raw: null };
  }
  if (!TEXTS.has(format)) return { guesses: [], chapters: [], raw: null };
  const { text } = decode(file.name, file.bytes, { encoding });
  return { guesses: guessEncodings(file.bytes), chapters: [], raw: text.slice(0, LONGEST_RAW) };
}

async function picturesOf(file: SourceFile): Promise<Uint8Array[]> {
  const { decodeTiff, pngOf } = await import('./image');
  const tiff = decodeTiff(file.name, file.bytes);
  return Array.from({ length: tiff.pageCount }, (_, index) => pngOf(tiff.page(index)));
}

/** Runs in this very thread: for tests, and where there is no other. `cancel` takes effect at the next page. */
export function createDirectEngine(readPage: ReadPage | null = null) {
  let cancelled = false;
  let name = '';
  let told: OnPages = () => undefined;
  const operations = operationsIn({
    readPage,
    onPages: (done, total) => {
      if (cancelled) throw new Refusal('import-cancelled', { name });
      told(done, total);
    },
  });
  return {
    ...operations,
    read: (leaf: Leaf, how: How, onPages: OnPages = () => undefined) => {
      cancelled = false;
      name = labelOf(leaf);
      told = onPages;
      return operations.read(leaf, how);
    },
    cancel: () => {
      cancelled = true;
    },
    close: () => Promise.resolve(),
  };
}
