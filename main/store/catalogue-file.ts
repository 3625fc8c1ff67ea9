import { setImmediate as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { KINDS, type AnnotationKind } from '#core/annotation';
import { Article, Original, type ArticleId } from '#core/article';
import { ArticleSummary } from '#core/library';
import { NEW_ON_THE_SHELF } from '#core/shelving';
import { SKETCH_KIND } from '#core/similar';
import { sha256 } from './identity';

// How the catalogue is written: JSON with the ids of all articles in a line, a line for each article's row in the list, and
// after all of these a line for what is known of its files. Only the ids are read at once: rows are read in blocks when one of
// a block is asked for, the lines of the files one by one, for most never are.

const FileStamp = z.object({ mtimeMs: z.number(), bytes: z.int() });

/** What is known of an article's files, so that a change of theirs is noticed, and a copy or version of the article. */
const KnownFiles = z.object({
  revision: z.int().positive(),
  contentHash: z.string(),
  original: Original,
  /** How the original was read: with these it is read again in the same way. */
  format: Article.shape.format,
  encoding: Article.shape.encoding,
  part: Article.shape.part,
  /** Of the text, for finding what is similar. */
  sketch: z.string(),
  articleStamp: FileStamp.nullable(),
  annotationsStamp: FileStamp.nullable(),
});
export type KnownFiles = z.infer<typeof KnownFiles>;

const SUMMARY = Object.keys(ArticleSummary.shape) as (keyof ArticleSummary)[];
const FILES = Object.keys(KnownFiles.shape) as (keyof KnownFiles)[];

/** Changes with what the lines hold, so that a catalogue of another program version is made again. */
const SHAPE = [...SUMMARY, ...FILES, ...KINDS, `(sketch: ${SKETCH_KIND})`, '(ids and lines)'].join(' ');

/** The first line; the ids and the lists of rows and files follow. */
const Head = z.object({
  shape: z.literal(SHAPE),
  /** The library that it is of. */
  library: z.string(),
  articles: z.int().nonnegative(),
  /** Bytes of the rows. */
  rows: z.int().nonnegative(),
  /** CRC-32 of all that follows the line. */
  checksum: z.int().nonnegative(),
});

const NEWLINE = 10;
const ID_LENGTH = 16;
const IDS = /^"ids":"([0-9a-f]*)",$/u;
const ROWS = '"rows":[\n';
const FILES_FOLLOW = '],"files":[\n';
const END = ']}\n';
/** So many lines are read together: many lists are parsed twice as fast as one by one. */
const BLOCK = 500;
/** After so many bytes others get their turn. */
const BYTES_AT_ONCE = 4_000_000;

/** The lines of a part of the file. */
class Lines {
  readonly #ends: Uint32Array;

  constructor(
    readonly bytes: Buffer,
    count: number,
  ) {
    this.#ends = new Uint32Array(count);
    let at = 0;
    for (let index = 0; index < count; index++) {
      const end = bytes.indexOf(NEWLINE, at);
      if (end < 0) throw new Error('lines are missing');
      this.#ends[index] = end;
      at = end + 1;
    }
  }

  /** Without the comma that may follow the last one. */
  text(from: number, to: number): string {
    const start = from === 0 ? 0 : (this.#ends[from - 1] ?? 0) + 1;
    return this.bytes.toString('utf8', start, this.#ends[to - 1]).replace(/,$/u, '');
  }
}

/** What was read of a catalogue: rows and files by their numbers, in the order of the ids. */
export class KeptRows {
  readonly #summaries: (ArticleSummary | undefined)[];
  readonly #files: Lines;
  readonly #share = sharing();
  /** Null once all rows were read: the bytes are not held any longer. */
  #rows: Lines | null;
  #blocksLeft: number;

  constructor(
    readonly ids: readonly ArticleId[],
    rows: Buffer,
    files: Buffer,
  ) {
    this.#rows = new Lines(rows, ids.length);
    // Copied, so that the rest of the file is not held with it.
    this.#files = new Lines(Buffer.from(files), ids.length);
    this.#summaries = new Array<undefined>(ids.length);
    this.#blocksLeft = Math.ceil(ids.length / BLOCK);
  }

  summary(index: number): ArticleSummary {
    const known = this.#summaries[index];
    if (known !== undefined) return known;
    this.#readBlock(index - (index % BLOCK));
    const read = this.#summaries[index];
    if (read === undefined) throw new Error('a row that the catalogue has not');
    return read;
  }

  files(index: number): KnownFiles {
    return named(FILES, JSON.parse(this.filesText(index)) as unknown[]) as unknown as KnownFiles;
  }

  filesText(index: number): string {
    return this.#files.text(index, index + 1);
  }

  /** Reads what nobody has asked for yet, with turns for others in between. */
  async readAll(): Promise<void> {
    for (let from = 0; from < this.ids.length; from += BLOCK) {
      if (this.#summaries[from] !== undefined) continue;
      this.#readBlock(from);
      await pause();
    }
  }

  #readBlock(from: number): void {
    if (this.#rows === null) return;
    const to = Math.min(from + BLOCK, this.ids.length);
    const lists = JSON.parse(`[${this.#rows.text(from, to)}]`) as unknown[][];
    for (const [at, list] of lists.entries()) this.#summaries[from + at] = summaryOf(list, this.#share);
    this.#blocksLeft -= 1;
    if (this.#blocksLeft === 0) this.#rows = null;
  }
}

/** A row that has changed, or that of a new article; else the number of its line. */
export type Row = { summary: ArticleSummary; files: KnownFiles } | number;

/** Throws when the file is not whole, or was not written by this version of the program for this library. */
export async function readRows(bytes: Buffer, library: string): Promise<KeptRows> {
  const [head, body] = firstLine(bytes);
  if (!head.endsWith(',')) throw new Error('no catalogue');
  const told = Head.parse(JSON.parse(`${head.slice(0, -1)}}`));
  if (told.library !== library) throw new Error('the catalogue of another library');
  if (told.checksum !== (await checksumOf([body]))) throw new Error('the catalogue is not whole');
  const [line, lists] = firstLine(body);
  const ids = IDS.exec(line)?.[1]?.match(new RegExp(`.{${ID_LENGTH}}`, 'gu')) ?? [];
  if (ids.length !== told.articles) throw new Error('ids are missing');
  const end = ROWS.length + told.rows;
  const files = end + FILES_FOLLOW.length;
  if (lists.toString('utf8', 0, ROWS.length) !== ROWS || lists.toString('utf8', end, files) !== FILES_FOLLOW)
    throw new Error('rows of another length');
  return new KeptRows(ids, lists.subarray(ROWS.length, end), lists.subarray(files));
}

function firstLine(bytes: Buffer): [line: string, rest: Buffer] {
  const end = bytes.indexOf(NEWLINE);
  if (end < 0) throw new Error('no catalogue');
  return [bytes.toString('utf8', 0, end), bytes.subarray(end + 1)];
}

/** The catalogue's bytes, the newest articles first. `kept` is what the numbers of rows mean. */
export async function writeRows(
  ids: readonly ArticleId[],
  rows: readonly Row[],
  kept: KeptRows | null,
  library: string,
): Promise<Buffer> {
  const summaries = await inLines(rows, (row) => JSON.stringify(listOf(summaryOfRow(row, kept))));
  const files = await inLines(rows, (row) =>
    typeof row === 'number'
      ? (kept?.filesText(row) ?? '')
      : JSON.stringify(FILES.map((name) => row.files[name])),
  );
  const body = [
    Buffer.from(`"ids":"${ids.join('')}",\n${ROWS}`),
    ...[...summaries, Buffer.from(FILES_FOLLOW), ...files, Buffer.from(END)],
  ];
  const head = {
    shape: SHAPE,
    library,
    articles: rows.length,
    rows: summaries.reduce((sum, part) => sum + part.length, 0),
    checksum: await checksumOf(body),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head).slice(0, -1)},\n`), ...body]);
}

export function summaryOfRow(row: Row, kept: KeptRows | null): ArticleSummary {
  if (typeof row !== 'number') return row.summary;
  if (kept === null) throw new Error('a row without its line');
  return kept.summary(row);
}

async function inLines(rows: readonly Row[], line: (row: Row) => string): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  for (let from = 0; from < rows.length; from += BLOCK) {
    const some = rows.slice(from, from + BLOCK).map(line);
    const isLast = from + BLOCK >= rows.length;
    parts.push(Buffer.from(`${some.join(',\n')}${isLast ? '\n' : ',\n'}`));
    await pause();
  }
  return parts;
}

async function checksumOf(parts: readonly Buffer[]): Promise<number> {
  let checksum = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length; from += BYTES_AT_ONCE) {
      checksum = crc32(part.subarray(from, from + BYTES_AT_ONCE), checksum);
      if (part.length > BYTES_AT_ONCE) await pause();
    }
  }
  return checksum;
}

/** The library that a catalogue is of, by what never changes of it. */
export const nameOfLibrary = (createdAt: string): string => sha256(createdAt).slice(0, 16);

type Listed = Record<keyof ArticleSummary, unknown>;

function listOf(summary: ArticleSummary): unknown[] {
  const { kinds, shelving } = summary;
  const isNew = JSON.stringify(shelving) === NEW;
  const listed: Listed = {
    ...summary,
    kinds: KINDS.map((kind) => kinds[kind]),
    shelving: isNew ? null : shelving,
  };
  return SUMMARY.map((name) => listed[name]);
}

const NEW = JSON.stringify(NEW_ON_THE_SHELF);

function summaryOf(list: readonly unknown[], share: Share): ArticleSummary {
  if (list.length !== SUMMARY.length) throw new Error('a row of another shape');
  const listed = named(SUMMARY, list) as unknown as ArticleSummary & { kinds: unknown };
  const counts = listed.kinds as unknown as number[];
  const kinds = Object.fromEntries(KINDS.map((kind, at) => [kind, counts[at] ?? 0]));
  const shelving = listed.shelving as ArticleSummary['shelving'] | null;
  listed.kinds = kinds as Record<AnnotationKind, number>;
  listed.shelving = shelving ?? NEW_ON_THE_SHELF;
  listed.source = share(listed.source);
  listed.byline = share(listed.byline);
  listed.publishedOn = share(listed.publishedOn);
  listed.importedAt = share(listed.importedAt);
  listed.tags = listed.tags.map(share);
  return listed;
}

type Share = <T extends string | null>(text: T) => T;

/** Keeps one copy of words that come again in thousands of rows. */
function sharing(): Share {
  const known = new Map<string, string>();
  return <T extends string | null>(text: T): T => {
    if (text === null) return text;
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return (same ?? text) as T;
  };
}

function named(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) object[name] = values[index];
  return object;
}
