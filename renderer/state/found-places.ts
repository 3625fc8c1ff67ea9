import type { FoundArticle, SearchHit } from '#core/calls/searching';

/** What arrows walk: a place of the words, an article as a whole (its title), or the way to all of its places. */
export interface Stop {
  id: string;
  articleId: string;
  /** Index of its article among those found. */
  article: number;
  is: 'title' | 'hit' | 'more';
  hit: SearchHit | null;
}

/** Names a place across answers. */
export const hitId = (articleId: string, { in: where, annotationId, start }: SearchHit): string =>
  `${articleId}:${where}:${annotationId ?? ''}:${start}`;

const isInTitle = ({ in: where }: SearchHit): boolean => where === 'title';

/** The stops of one article; `all`: every place of it, once it is unfolded. */
export function stopsOf(
  { articleId, count, hits }: FoundArticle,
  article: number,
  all: readonly SearchHit[] | undefined,
): Stop[] {
  const shown = all ?? hits;
  const stops: Stop[] = [];
  const [first] = shown;
  // Several words of a title are one place to go to.
  if (first === undefined || shown.some(isInTitle)) {
    const hit = shown.find(isInTitle) ?? null;
    stops.push({ id: `${articleId}:title`, articleId, article, is: 'title', hit });
  }
  for (const hit of shown) {
    if (!isInTitle(hit)) stops.push({ id: hitId(articleId, hit), articleId, article, is: 'hit', hit });
  }
  if (all === undefined && count > hits.length) {
    stops.push({ id: `${articleId}:more`, articleId, article, is: 'more', hit: null });
  }
  return stops;
}

/** The stops of all articles found, from the first to the last. */
export const allStops = (
  articles: readonly FoundArticle[],
  unfolded: ReadonlyMap<string, readonly SearchHit[]>,
): Stop[] => articles.flatMap((found, index) => stopsOf(found, index, unfolded.get(found.articleId)));
