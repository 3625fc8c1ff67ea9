import { z } from 'zod';
import { ArticleDraft, ArticleFactsPatch, ArticleId, IsoDay } from '#core/article';

/** A change of an article's text by hand; indices count in the text as the changes before it left it. */
export const BodyEdit = z.discriminatedUnion('do', [
  /** The removed line with this index goes back into the text. */
  z.object({ do: z.literal('restore'), index: z.int().nonnegative() }),
  /** The block with this index is taken out of the text and kept as a removed line. */
  z.object({ do: z.literal('setAside'), index: z.int().nonnegative() }),
  /** A line feed parts the block in two; no text at all takes it out. */
  z.object({ do: z.literal('edit'), index: z.int().nonnegative(), text: z.string() }),
]);
export type BodyEdit = z.infer<typeof BodyEdit>;

/** How a file is to be read, where there is a choice. `encoding` null = found from the bytes. */
export const ReadHow = z.object({
  encoding: z.string().nullable().default(null),
  chapters: z.enum(['together', 'apart']).default('together'),
});
export type ReadHow = z.infer<typeof ReadHow>;

/** An article of the library that a file is like. `likeness` 0 to 1. */
export const Match = z.object({
  /** `version`: the same article again; `copy`: the same story in another paper. */
  is: z.enum(['version', 'copy']),
  id: ArticleId,
  title: z.string(),
  publishedOn: IsoDay.nullable(),
  source: z.string().nullable(),
  likeness: z.number().min(0).max(1),
});
export type Match = z.infer<typeof Match>;

/** Why a file waits for a person's look before it goes into the library. */
export const ReviewReason = z.enum([
  'encoding',
  'version',
  'copy',
  'secret',
  'chapters',
  'machine-read',
  'asked',
]);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** A file that was read and waits. `key` names it until it is accepted or skipped. */
export const ReviewItem = z.object({
  key: z.string(),
  /** The file as the person knows it. */
  path: z.string(),
  reasons: z.array(ReviewReason).min(1),
  title: z.string(),
  format: z.string(),
  encoding: z.string(),
  paragraphs: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  match: Match.nullable(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

export const EncodingChoice = z.object({
  encoding: z.string(),
  /** 0 to 1. */
  likelihood: z.number(),
  /** Characters that cannot be read this way. */
  broken: z.int().nonnegative(),
  sample: z.string(),
});
export type EncodingChoice = z.infer<typeof EncodingChoice>;

/** A waiting file, read in the way asked for. */
export const ReviewView = z.object({
  drafts: z.array(ArticleDraft).min(1),
  encodings: z.array(EncodingChoice),
  chapters: z.array(z.object({ href: z.string(), title: z.string() })),
  /** The file as text, where it is one. */
  raw: z.string().nullable(),
  match: Match.nullable(),
});
export type ReviewView = z.infer<typeof ReviewView>;

/** What becomes of a waiting file: an article of its own, a new version of another, or a copy of the same story. */
export const ReviewDecision = z.discriminatedUnion('as', [
  z.object({ as: z.literal('new') }),
  z.object({ as: z.literal('revision'), of: ArticleId }),
  z.object({ as: z.literal('copy'), of: ArticleId }),
]);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

export const ReviewAccept = z.object({
  key: z.string(),
  how: ReadHow.default({ encoding: null, chapters: 'together' }),
  /** Left out = as the match suggests: a version becomes a revision, a copy a copy, anything else new. */
  decision: ReviewDecision.optional(),
  /** Corrections, when the file holds one article. */
  facts: ArticleFactsPatch.default({}),
  edits: z.array(BodyEdit).default([]),
});
export type ReviewAccept = z.input<typeof ReviewAccept>;

/** What a new text did to the annotations of an article. */
export const AnchorCounts = z.object({ exact: z.int(), moved: z.int(), orphan: z.int() });
export type AnchorCounts = z.infer<typeof AnchorCounts>;
