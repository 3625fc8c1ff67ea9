import { z } from 'zod';
import { ArticleId, IsoDay } from '#core/article';

/**
 * Names a document in a library: the canonical key of its citations, then, where numbers come again, `#` and what tells it
 * from the others: `chi-thi:35-CT/TW#XIII`.
 */
export const DirectiveId = z.string().regex(/^[a-z-]+:[^#]+(#[^#]+)?$/u);
export type DirectiveId = z.infer<typeof DirectiveId>;

export const DIRECTIVE_STATUSES = ['in-force', 'amended', 'replaced', 'expired'] as const;

/** What people entered about a document. Documents that nobody entered anything about are known by their citations alone. */
export const DirectiveEntry = z.object({
  id: DirectiveId,
  /** Trích yếu. */
  title: z.string(),
  issuerName: z.string().nullable(),
  issuedOn: IsoDay.nullable(),
  status: z.enum(DIRECTIVE_STATUSES).nullable(),
  replaces: z.array(DirectiveId),
  amends: z.array(DirectiveId),
  note: z.string(),
  /** It is the same document as this one: its mentions are counted there. */
  aliasOf: DirectiveId.nullable(),
  /** Articles whose mentions of a key are of this document, though the rules take them for another one. */
  mentions: z.array(z.object({ articleId: ArticleId, canonical: z.string() })),
});
export type DirectiveEntry = z.infer<typeof DirectiveEntry>;

export const emptyEntry = (id: DirectiveId): DirectiveEntry => ({
  ...{ id, title: '', issuerName: null, issuedOn: null, status: null, replaces: [], amends: [] },
  ...{ note: '', aliasOf: null, mentions: [] },
});

/** A document as the register shows it. */
export const DirectiveRow = z.object({
  id: DirectiveId,
  canonical: z.string(),
  type: z.string(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerName: z.string().nullable(),
  issuedOn: IsoDay.nullable(),
  /** Congress term in roman digits; `certain`: the text or a person says so, otherwise it follows from the articles' dates. */
  term: z.object({ roman: z.string(), certain: z.boolean() }).nullable(),
  title: z.string(),
  status: z.enum(DIRECTIVE_STATUSES).nullable(),
  replaces: z.array(DirectiveId),
  replacedBy: z.array(DirectiveId),
  amends: z.array(DirectiveId),
  amendedBy: z.array(DirectiveId),
  note: z.string(),
  /** The ids that were merged into it. */
  aliases: z.array(DirectiveId),
  /** How it is written in the articles, the most frequent first. */
  spellings: z.array(z.string()),
  mentions: z.int().nonnegative(),
  articles: z.array(ArticleId),
  /** First and last day of the articles that mention it. */
  from: IsoDay.nullable(),
  to: IsoDay.nullable(),
});
export type DirectiveRow = z.infer<typeof DirectiveRow>;

/** A place that cites a document, with the words around it (KWIC). Offsets into the article's text. */
export const DirectiveMention = z.object({
  directive: DirectiveId,
  articleId: ArticleId,
  start: z.int(),
  end: z.int().positive(),
  block: z.int().min(-1),
  before: z.string(),
  text: z.string(),
  after: z.string(),
  confidence: z.number(),
});
export type DirectiveMention = z.infer<typeof DirectiveMention>;
