import { setImmediate as pause } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { KINDS, type AnnotationKind } from '#core/annotation';
import { Article, Original } from '#core/article';
import { ArticleSummary } from '#core/library';
import { NEW_ON_THE_SHELF } from '#core/shelving';
import { SKETCH_KIND } from '#core/similar';
import { sha256 } from './identity';

// How the catalogue is written: JSON with a line for each article's row in the list, and after all of these a line for what
// is known of its files. Rows are read at once, the lines of the files one by one when they are asked for: most never are.

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
const SHAPE = [...SUMMARY, ...FILES, ...KINDS, `(sketch: ${SKETCH_KIND})`, '(lines)'].join(' ');

/** The first line, which is closed with the lists of rows and files that follow. */
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
const ROWS = ',"rows":[';
const BETWEEN = '],"files":[\n';
const END = ']}\n';
/** After so many lines, or bytes, others get their turn. */
const LINES_AT_ONCE = 500;
const BYTES_AT_ONCE = 4_000_000;

/** The lines of the files as they were read. */
export class FileLines {
  readonly #ends: Uint32Array;

  /** Copied, so that the rest of the file is not held with it. */
  static of(bytes: Uint8Array, count: number): FileLines {
    return new FileLines(Buffer.from(bytes), count);
  }

  private constructor(
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

  /** Without the comma that may follow it. */
  text(index: number): string {
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0) + 1;
    return this.bytes.toString('utf8', from, this.#ends[index]).replace(/,$/u, '');
  }

  at(index: number): KnownFiles {
    return named(FILES, JSON.parse(this.text(index)) as unknown[]) as unknown as KnownFiles;
  }
}

export interface Row {
  summary: ArticleSummary;
  /** As they are, or the number of their line. */
  files: KnownFiles | number;
}

/** Throws when the file is not whole, or was not written by this version of the program for this library. */
export async function readRows(
  bytes: Buffer,
  library: string,
): Promise<{ summaries: ArticleSummary[]; lines: FileLines }> {
  const end = bytes.indexOf(NEWLINE);
  const first = bytes.toString('utf8', 0, Math.max(0, end));
  if (!first.endsWith(ROWS)) throw new Error('no catalogue');
  const head = Head.parse(JSON.parse(`${first.slice(0, -ROWS.length)}}`));
  const body = bytes.subarray(end + 1);
  if (head.library !== library) throw new Error('the catalogue of another library');
  if (head.checksum !== (await checksumOf([body]))) throw new Error('the catalogue is not whole');
  const files = head.rows + BETWEEN.length;
  if (body.toString('utf8', head.rows, files) !== BETWEEN) throw new Error('rows of another length');
  const summaries = await readSummaries(body.subarray(0, head.rows));
  if (summaries.length !== head.articles) throw new Error('rows are missing');
  return { summaries, lines: FileLines.of(body.subarray(files), head.articles) };
}

/** Lines of lists with commas between them: many are parsed at once, which is twice as fast as one by one. */
async function readSummaries(bytes: Buffer): Promise<ArticleSummary[]> {
  const summaries: ArticleSummary[] = [];
  const share = sharing();
  for (let from = 0; from < bytes.length;) {
    let end = from;
    for (let count = 0; count < LINES_AT_ONCE && end < bytes.length; count++) {
      end = bytes.indexOf(NEWLINE, end) + 1 || bytes.length;
    }
    const text = bytes.toString('utf8', from, end).trimEnd();
    const lists = JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as unknown[][];
    for (const list of lists) summaries.push(summaryOf(list, share));
    from = end;
    await pause();
  }
  return summaries;
}

/** The catalogue's bytes. `lines` are those that the numbers of rows mean. */
export async function writeRows(
  rows: readonly Row[],
  lines: FileLines | null,
  library: string,
): Promise<Buffer> {
  const summaries = await inLines(rows, ({ summary }) => JSON.stringify(listOf(summary)));
  const files = await inLines(rows, ({ files: known }) =>
    typeof known === 'number' ? (lines?.text(known) ?? '') : JSON.stringify(FILES.map((name) => known[name])),
  );
  const body = [...summaries, Buffer.from(BETWEEN), ...files, Buffer.from(END)];
  const head = {
    shape: SHAPE,
    library,
    articles: rows.length,
    rows: summaries.reduce((sum, part) => sum + part.length, 0),
    checksum: await checksumOf(body),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head).slice(0, -1)}${ROWS}\n`), ...body]);
}

async function inLines(rows: readonly Row[], line: (row: Row) => string): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE) {
    const some = rows.slice(from, from + LINES_AT_ONCE).map(line);
    const isLast = from + LINES_AT_ONCE >= rows.length;
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
