import { z } from 'zod';
import { ArticleId } from '#core/article';
import { call } from './call';

/** A place in an article with the words of its paragraph around it. */
export const WordsInPlace = z.object({
  articleId: ArticleId,
  /** Offsets in the article's text. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Index of the block. */
  block: z.int().nonnegative(),
  before: z.string(),
  text: z.string(),
  after: z.string(),
});
export type WordsInPlace = z.infer<typeof WordsInPlace>;

/** A phrase of many articles. Counts are of what was asked for: of one year, when a year was. */
export const PhraseRow = z.object({
  /** The same however it is written. */
  key: z.string(),
  text: z.string(),
  syllables: z.int().positive(),
  /** Places. */
  count: z.int().positive(),
  articles: z.int().positive(),
  /** Places by the year in which the article was published, the oldest first; null = not known. */
  years: z.array(z.object({ year: z.int().nullable(), count: z.int().positive() })),
  /** Places by the article's source, the most first; null = not known. */
  sources: z.array(z.object({ source: z.string().nullable(), count: z.int().positive() })),
  /** Places by the bodies that their articles name, the most first; only the first few. */
  bodies: z.array(z.object({ name: z.string(), count: z.int().positive() })),
});
export type PhraseRow = z.infer<typeof PhraseRow>;

export const PHRASE_SYLLABLES = { least: 4, usual: 5, most: 12 } as const;

const PhraseFilter = z.object({
  /** The shortest phrase, in syllables. */
  length: z.int().min(PHRASE_SYLLABLES.least).max(PHRASE_SYLLABLES.most).default(PHRASE_SYLLABLES.usual),
  /** In how many articles of the library it stands at least. */
  articles: z.int().min(2).max(1000).default(3),
  /** Only places in articles of this year, of this source; null = those of which it is not known. */
  year: z.int().nullable().optional(),
  source: z.string().nullable().optional(),
  /** Only places in articles that name this body. */
  body: z.string().optional(),
});

const PhraseSearch = PhraseFilter.extend({
  /** Whatever their marks and case. */
  words: z.string().default(''),
});

/** An office that somebody is named with, and the years of the articles that do. */
const OfficeInTime = z.object({ role: z.string(), years: z.array(z.int()), count: z.int().positive() });
export type OfficeInTime = z.infer<typeof OfficeInTime>;

export const phraseCalls = {
  'phrases.list': call(
    PhraseSearch.extend({ limit: z.int().positive().default(500) }),
    z.object({
      rows: z.array(PhraseRow),
      total: z.int(),
      /** What can be asked for: of all articles that have any phrase. */
      years: z.array(z.int()),
      sources: z.array(z.string()),
      /** The bodies that most articles name. */
      bodies: z.array(z.string()),
    }),
  ),
  /** Where a phrase stands, the oldest articles first. */
  'phrases.places': call(
    PhraseFilter.extend({ key: z.string(), limit: z.int().positive().default(500) }),
    z.object({ rows: z.array(WordsInPlace), total: z.int() }),
  ),
  /** The places of a phrase, or (null) the list of phrases, as a table for spreadsheets. */
  'phrases.render': call(
    PhraseSearch.extend({ key: z.string().nullable() }),
    z.object({ text: z.string(), fileName: z.string() }),
  ),
  /** Asks where to save; null when the person cancelled. */
  'phrases.save': call(
    PhraseSearch.extend({ key: z.string().nullable() }),
    z.object({ path: z.string().nullable() }),
  ),
  /** Where a body or a person is named, the oldest articles first, and a person's offices by the years. */
  'bodies.places': call(
    z.object({ name: z.string().min(1), limit: z.int().positive().default(500) }),
    z.object({ rows: z.array(WordsInPlace), total: z.int(), offices: z.array(OfficeInTime) }),
  ),
} as const;
