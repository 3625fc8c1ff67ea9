// What is told of set phrases: counts by year and source.
import type { ArticleSummary } from '#core/library';
import type { PhraseRow } from '#core/calls/phrases';
import type { SetPhrase } from '#core/set-phrases';

type Facts = Pick<ArticleSummary, 'publishedOn' | 'source'>;

/** `undefined` asks for nothing, null for what is not known. */
export interface PlaceFilter {
  year?: number | null | undefined;
  source?: string | null | undefined;
}

export const yearOf = ({ publishedOn }: Facts): number | null =>
  publishedOn === null ? null : Number(publishedOn.slice(0, 4));

export function placeFits(article: Facts | undefined, { year, source }: PlaceFilter): boolean {
  if (article === undefined) return false;
  return (
    (year === undefined || yearOf(article) === year) && (source === undefined || article.source === source)
  );
}

/** A phrase with the places that fit; null when none does. */
export function phraseRow(
  { key, text, syllables, places }: SetPhrase,
  articles: readonly Facts[],
  filter: PlaceFilter,
): PhraseRow | null {
  const years = new Map<number | null, number>();
  const sources = new Map<string | null, number>();
  const named = new Set<number>();
  let count = 0;
  for (let at = 0; at < places.length; at += 3) {
    const index = places[at] ?? 0;
    const article = articles[index];
    if (article === undefined || !placeFits(article, filter)) continue;
    count += 1;
    named.add(index);
    const year = yearOf(article);
    years.set(year, (years.get(year) ?? 0) + 1);
    sources.set(article.source, (sources.get(article.source) ?? 0) + 1);
  }
  if (count === 0) return null;
  return {
    ...{ key, text, syllables, count },
    articles: named.size,
    years: Array.from(years, ([year, ofYear]) => ({ year, count: ofYear })).sort(
      (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity),
    ),
    sources: Array.from(sources, ([source, ofSource]) => ({ source, count: ofSource })).sort(
      (a, b) => b.count - a.count,
    ),
  };
}
