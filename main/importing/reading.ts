import type { MachineRead } from '#core/article';
import type { AssembledArticle } from '#core/text/assemble';

/** One file as it lies on the disk. `name` is without folders and carries the extension. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/** A page as a picture, 8 bits a channel, rows from the top, without padding. */
export interface PageImage {
  width: number;
  height: number;
  /** 1 = grey, 3 = red green blue. */
  channels: 1 | 3;
  data: Uint8Array;
}

/** A line that a machine read from a picture; `words` in reading order. Boxes are not kept. */
export interface ReadLine {
  text: string;
  words: { text: string; confidence: number }[];
  /** A paragraph begins with this line. */
  gap: boolean;
}

/** Reads printed Vietnamese from a picture. `image` may also be the bytes of a PNG, JPEG or WebP file. */
export type ReadPage = (image: PageImage | Uint8Array) => Promise<ReadLine[]>;

export interface ReadOptions {
  /** The encoding to read a text in, as the person says; null = found from the bytes. */
  encoding: string | null;
  /** A file of many chapters: one article of all, or one of each. */
  chapters: 'together' | 'apart';
  /** Null where no machine reading is wanted: pages without letters are refused then. */
  readPage: ReadPage | null;
  /** Called while long work goes on; counts pages. Throws when the person has cancelled. */
  onProgress: (done: number, total: number) => void;
}

/** What a reader makes of a part of a file, before it is an article draft. */
export interface ReadPart {
  article: AssembledArticle;
  encoding: string;
  part: string | null;
  pages: number[] | null;
  machineRead: MachineRead | null;
}

/** One format. Gives no parts where nothing in the file is an article. Throws nothing but a `Refusal`. */
export type Reader = (file: SourceFile, options: ReadOptions) => Promise<ReadPart[]>;

/** Reads the whole file, nothing asked, no machine reading. */
export const PLAIN_OPTIONS: ReadOptions = {
  encoding: null,
  chapters: 'together',
  readPage: null,
  onProgress: () => undefined,
};

/** A part that is the whole file, with letters and without pages. */
export function wholePart(article: AssembledArticle | null, encoding = 'unicode'): ReadPart[] {
  return article === null ? [] : [{ article, encoding, part: null, pages: null, machineRead: null }];
}
