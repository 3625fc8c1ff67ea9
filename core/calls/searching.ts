import { z } from 'zod';
import { AnnotationId, AnnotationKind } from '#core/annotation';
import { ArticleId } from '#core/article';
import { TABLE_FORMATS, TEXT_TABLE_FORMATS } from '#core/export/table-formats';
import { SavedSearch, SEARCH_MARKS } from '#core/saved-search';
import { PROBLEM_CODES, SYLLABLES } from '#core/search/query';
import { FIELDS } from '#core/search/index/layout';
import { CollectionId, Reading } from '#core/shelving';
import { call } from './call';

export { SavedSearch, SEARCH_MARKS } from '#core/saved-search';

/** Where words of an article are looked for: its title and dek, its text, the notes on it. */
export const SearchedField = z.enum(FIELDS);
export type SearchedField = z.infer<typeof SearchedField>;

export const SEARCH_ORDERS = ['best', 'newest', 'oldest', 'title'] as const;
/** How articles are kept, beside how far they were read. */
export const KEPT_AS = ['starred', 'archived'] as const;
export const CONCORDANCE_ORDERS = ['date', 'left', 'right', 'words'] as const;

/** What is ticked beside the list of results; an empty list narrows nothing. */
export const Narrowing = z.object({
  fields: z.array(SearchedField).default([]),
  /** Null: published nobody knows when, or by whom. */
  years: z.array(z.int().nullable()).default([]),
  sources: z.array(z.string().nullable()).default([]),
  /** Each with the tags under it. */
  tags: z.array(z.string()).default([]),
  /** Articles with an annotation of one of these kinds. */
  kinds: z.array(AnnotationKind).default([]),
  /** Bodies and people that the articles name, by their names in the register. */
  bodies: z.array(z.string()).default([]),
  reading: z.array(Reading).default([]),
  kept: z.array(z.enum(KEPT_AS)).default([]),
  /** Each with the collections under it. */
  collections: z.array(CollectionId).default([]),
});
export type Narrowing = z.infer<typeof Narrowing>;

/** `query` in the language of `core/search/query.ts`. */
export const SearchQuery = z.object({
  query: z.string(),
  /** The last word may go on. */
  isTyping: z.boolean().default(false),
  marks: z.enum(SEARCH_MARKS).default('auto'),
  /** Whether the last word may go on (core/search/query.ts). */
  syllables: z.enum(SYLLABLES).default('auto'),
  /** Capitals and small letters as they were typed. Every article that may have them is read. */
  matchCase: z.boolean().default(false),
  /** Abbreviations in full, and the other way round. */
  otherWays: z.boolean().default(true),
  narrowing: Narrowing.prefault({}),
});
export type SearchQuery = z.input<typeof SearchQuery>;

/** Who asks: what somebody asks ends the question before it, which is then refused with `search-overtaken`. */
const Asker = z.string().max(40).nullable().default(null);

/** Why a query cannot be answered as it stands; offsets into the query, UTF-16. */
export const SearchProblem = z.object({
  code: z.enum(PROBLEM_CODES),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type SearchProblem = z.infer<typeof SearchProblem>;

/** A place of the words. Offsets into the title, the dek, the article's text or the note: `in` says which. */
export const SearchHit = z.object({
  in: z.enum(['title', 'dek', 'text', 'note']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The words of the paragraph around; shortened, with `…` where it was cut. */
  before: z.string(),
  exact: z.string(),
  after: z.string(),
  /** Index of the block of the text; null elsewhere. */
  block: z.int().nonnegative().nullable(),
  /** Whose note it is. */
  annotationId: AnnotationId.nullable(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** An article and the first places in it; `count` is of all of them, 0 where only filters were asked for. */
export const FoundArticle = z.object({
  articleId: ArticleId,
  count: z.int().nonnegative(),
  hits: z.array(SearchHit),
});
export type FoundArticle = z.infer<typeof FoundArticle>;

const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count: z.int().nonnegative() }));

/** How many of the articles found (whatever is ticked in the same group) have what; the most first, years in order. */
export const SearchFacets = z.object({
  fields: counted(SearchedField),
  years: counted(z.int().nullable()),
  sources: counted(z.string().nullable()),
  tags: counted(z.string()),
  kinds: counted(AnnotationKind),
  bodies: counted(z.string()),
  reading: counted(Reading),
  kept: counted(z.enum(KEPT_AS)),
  collections: counted(CollectionId),
});
export type SearchFacets = z.infer<typeof SearchFacets>;

/** How many of the library's articles can be searched by now. */
const Indexed = z.object({ done: z.int(), total: z.int() });

export const SearchAnswer = z.object({
  /** What is wrong with the query; nothing is found then. */
  problem: SearchProblem.nullable(),
  articles: z.array(FoundArticle),
  /** All articles that were found. */
  total: z.int(),
  facets: SearchFacets,
  /** Other ways to write the words that were looked for too ("UBND" for "Ủy ban nhân dân"). */
  otherWays: z.array(z.string()),
  /** When nothing stands with these marks: how many articles have the words with any. */
  withAnyMarks: z.int(),
  indexed: Indexed,
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;

export const ConcordanceRow = z.object({ articleId: ArticleId, hit: SearchHit });
export type ConcordanceRow = z.infer<typeof ConcordanceRow>;

const Concordance = SearchQuery.extend({
  order: z.enum(CONCORDANCE_ORDERS).default('date'),
  /** Places in notes too. */
  notes: z.boolean().default(false),
});
const ConcordanceExport = Concordance.extend({ format: z.enum(TABLE_FORMATS) });

export const searchCalls = {
  /** The first question begins to index the library. `complete`: answers when all of it can be searched. */
  'search.find': call(
    SearchQuery.extend({
      order: z.enum(SEARCH_ORDERS).default('best'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(500).default(50),
      /** Places of an article that are sent; the rest is only counted. */
      hits: z.int().positive().max(100_000).default(3),
      complete: z.boolean().default(false),
      asker: Asker,
    }),
    SearchAnswer,
  ),
  /**
   * Every place of the words in texts, at most `limit` of them, in order; `total` of them in the articles that were read.
   * Only the newest of very many articles are: `left` were not.
   */
  'search.concordance': call(
    Concordance.extend({ limit: z.int().positive().max(20_000).default(2_000), asker: Asker }),
    z.object({
      problem: SearchProblem.nullable(),
      rows: z.array(ConcordanceRow),
      total: z.int(),
      left: z.int(),
      /** All places by the years of their articles, in order. */
      years: counted(z.int().nullable()),
      indexed: Indexed,
    }),
  ),
  /** The concordance as a table for spreadsheets. */
  'search.render': call(
    Concordance.extend({ format: z.enum(TEXT_TABLE_FORMATS) }),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'search.save': call(ConcordanceExport, z.object({ path: z.string().nullable() })),
  /** All saved searches, in their order. Returns them as they were. */
  'searches.set': call(z.object({ searches: z.array(SavedSearch).max(500) }), z.array(SavedSearch)),
} as const;
