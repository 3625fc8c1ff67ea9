import { z } from 'zod';
import { NEW_ON_THE_SHELF, Shelving } from '#core/shelving';

/** `YYYY-MM-DD`, a day in the calendar without a time zone. */
export const IsoDay = z.iso.date();

export const BlockKind = z.enum(['heading', 'paragraph', 'list-item', 'quote', 'table']);
export type BlockKind = z.infer<typeof BlockKind>;

/** One numbered unit of the body. `text` is NFC, one line, without the spaces at its ends. A table row is one block. */
export const Block = z.object({ kind: BlockKind, text: z.string().min(1) });
export type Block = z.infer<typeof Block>;

/** A photo's caption, kept apart from the body. `before` is the index of the block that it stood before in the source. */
export const Caption = z.object({
  text: z.string(),
  credit: z.string().nullable(),
  before: z.int().nonnegative(),
});
export type Caption = z.infer<typeof Caption>;

/**
 * A line of the source that is not part of the article, kept so that it can be looked at and brought back. `before` is the
 * index of the block that it stood before.
 */
export const RemovedLine = z.object({
  text: z.string(),
  before: z.int().nonnegative().default(0),
  reason: z.enum([
    'separator',
    'url-line',
    'widget',
    'tail',
    'date-line',
    'alt-line',
    'breadcrumb',
    'duplicate-caption',
    'source-line',
    'running-head',
    'secrecy-stamp',
    'office-head',
    'by-hand',
  ]),
});
export type RemovedLine = z.infer<typeof RemovedLine>;

/**
 * How the publication date is known. `confirmed`: the user says so; `explicit`: a date line or a meta tag;
 * `dateline-full`: day, month and year stand in the text; `inferred-year`: the year was worked out.
 */
export const DateConfidence = z.enum(['confirmed', 'explicit', 'dateline-full', 'inferred-year', 'none']);
export type DateConfidence = z.infer<typeof DateConfidence>;

/** The facts about an article that a person may correct. */
export const ArticleFacts = z.object({
  title: z.string().min(1),
  dek: z.string().nullable(),
  source: z.string().nullable(),
  url: z.string().nullable(),
  byline: z.string().nullable(),
  publishedOn: IsoDay.nullable(),
  dateConfidence: DateConfidence,
});
export type ArticleFacts = z.infer<typeof ArticleFacts>;

export const ARTICLE_FORMATS = [
  'text',
  'markdown',
  'html',
  'mht',
  'docx',
  'doc',
  'odt',
  'rtf',
  'epub',
  'pdf',
  'image',
] as const;

/** A word that the machine was not sure of: `start` and `end` are offsets into the text of the block with index `block`. */
export const DoubtfulWord = z.object({
  block: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** 0 to 100, as the engine says. */
  confidence: z.number().min(0).max(100),
});
export type DoubtfulWord = z.infer<typeof DoubtfulWord>;

/** Set when some of the text was read from a picture by a machine. `confidence` is the mean over its words, 0 to 100. */
export const MachineRead = z.object({
  confidence: z.number().min(0).max(100),
  doubtful: z.array(DoubtfulWord),
});
export type MachineRead = z.infer<typeof MachineRead>;

/** What an importer makes of one file: an article that has no place in a library yet. */
export const ArticleDraft = ArticleFacts.extend({
  captions: z.array(Caption),
  blocks: z.array(Block).min(1),
  removed: z.array(RemovedLine),
  /** The words of the source from which the date was read, for showing how it was inferred. */
  dateEvidence: z.string().nullable(),
  format: z.enum(ARTICLE_FORMATS),
  /** What its letters were written in: `utf-8`, `tcvn3`, …; `unicode` where the format leaves no choice. */
  encoding: z.string(),
  /** Which part of its file this article is (a chapter's file name in an EPUB); null = all of it. */
  part: z.string().nullable().default(null),
  /** The page that each block begins on, from 1, as many as blocks; null where the source has no pages. */
  pages: z.array(z.int().positive()).nullable().default(null),
  machineRead: MachineRead.nullable().default(null),
});
export type ArticleDraft = z.infer<typeof ArticleDraft>;

export const Original = z.object({
  /** Lower-case hex sha256 of the bytes; the file is `originals/<sha256>.<extension>`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  /** The file's name as the person knew it. */
  name: z.string(),
  bytes: z.int().nonnegative(),
});
export type Original = z.infer<typeof Original>;

export const ArticleId = z.string().regex(/^[0-9a-f]{16}$/);
export type ArticleId = z.infer<typeof ArticleId>;

/** `articles/<id>.json`. The body never changes within a revision. */
export const Article = ArticleDraft.extend({
  id: ArticleId,
  /** Counts the versions of the body from 1. */
  revision: z.int().positive(),
  /** Hash of title and body: equal hashes are the same article. */
  contentHash: z.string(),
  original: Original,
  importedAt: z.iso.datetime(),
  /** Set while the article lies in the trash. */
  removedAt: z.iso.datetime().nullable(),
  /** The article whose wire story this is a copy of; null when it is none or the first of them. */
  story: ArticleId.nullable().default(null),
  shelving: Shelving.default(NEW_ON_THE_SHELF),
  /**
   * The facts as they were read from the file, so that a person's corrections are known from them; null in articles of
   * older programs.
   */
  imported: ArticleFacts.nullable().default(null),
});
export type Article = z.infer<typeof Article>;

/** The text that all offsets refer to: the blocks joined by a line feed. */
export function textOf(article: { blocks: readonly Block[] }): string {
  return article.blocks.map((block) => block.text).join('\n');
}

/** Offset of each block's first character in `textOf`. */
export function blockStarts(blocks: readonly Block[]): number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const block of blocks) {
    starts.push(offset);
    offset += block.text.length + 1;
  }
  return starts;
}

/** Index of the block that holds `offset`; the line feed after a block belongs to it. `starts` as `blockStarts` gives them. */
export function blockAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const ArticleFactsPatch = ArticleFacts.partial();
export type ArticleFactsPatch = z.infer<typeof ArticleFactsPatch>;
