// What is told of set phrases: counts by year, by source and by the bodies that the articles name.
import type { ArticleSummary } from '#core/library';
import type { PhraseRow } from '#core/calls/phrases';
import type { SetPhrase } from '#core/set-phrases';

/** What is known of an article that places are counted by. */
export type PlaceFacts = Pick<ArticleSummary, 'publishedOn' | 'source'> & {
  /** The bodies that it names. */
  bodies: ReadonlySet<string>;
};

/** `undefined` asks for nothing, null for what is not known. */
export interface PlaceFilter {
  year?: number | null | undefined;
  source?: string | null | undefined;
  /** A body that the article names. */
  body?: string | undefined;
}

export const yearOf = ({ publishedOn }: Pick<ArticleSummary, 'publishedOn'>): number | null =>
  publishedOn === null ? null : Number(publishedOn.slice(0, 4));

export const placeFits = (article: PlaceFacts, { year, source, body }: PlaceFilter): boolean =>
  (year === undefined || yearOf(article) === year) &&
  (source === undefined || article.source === source) &&
  (body === undefined || article.bodies.has(body));

/** What is counted at once; the bodies are counted for those that are shown. */
export type PhraseCounts = Omit<PhraseRow, 'bodies'>;

/** A phrase with the places that fit; null when none does. */
export function phraseCounts(
  phrase: SetPhrase,
  articles: readonly PlaceFacts[],
  filter: PlaceFilter,
): PhraseCounts | null {
  const counted = placesIn(phrase, articles, filter);
  if (counted.length === 0) return null;
  const { key, text, syllables } = phrase;
  const years = tally(counted, (article) => [yearOf(article)]);
  const sources = tally(counted, ({ source }) => [source]);
  return {
    ...{ key, text, syllables, articles: counted.length },
    count: counted.reduce((sum, [, count]) => sum + count, 0),
    years: Array.from(years, ([year, count]) => ({ year, count })).sort(
      (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity),
    ),
    sources: Array.from(sources, ([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count),
  };
}

/** As many bodies as are told of a phrase. */
const MOST_BODIES = 12;

/** The places of a phrase by the bodies that their articles name, the most first. */
export const phraseBodies = (
  phrase: SetPhrase,
  articles: readonly PlaceFacts[],
  filter: PlaceFilter,
): PhraseRow['bodies'] =>
  Array.from(
    tally(placesIn(phrase, articles, filter), ({ bodies }) => bodies),
    ([name, count]) => ({ name, count }),
  )
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'))
    .slice(0, MOST_BODIES);

type Counted = readonly (readonly [PlaceFacts, number])[];

/** The articles that fit and how many of the places are in each. */
function placesIn({ places }: SetPhrase, articles: readonly PlaceFacts[], filter: PlaceFilter): Counted {
  const counts = new Map<PlaceFacts, number>();
  for (let at = 0; at < places.length; at += 3) {
    const article = articles[places[at] ?? 0];
    if (article !== undefined && placeFits(article, filter))
      counts.set(article, (counts.get(article) ?? 0) + 1);
  }
  return [...counts];
}

/** How many places belong to each of the names that their articles have. */
function tally<T>(counted: Counted, namesOf: (article: PlaceFacts) => Iterable<T>): Map<T, number> {
  const tallied = new Map<T, number>();
  for (const [article, count] of counted)
    for (const name of namesOf(article)) tallied.set(name, (tallied.get(name) ?? 0) + count);
  return tallied;
}
