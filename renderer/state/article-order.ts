import { localDay } from '#core/day';
import type { ArticleSummary } from '#core/library';
import { READING } from '#core/shelving';
import { collator } from '../ui/format';
import type { Sort } from './view';

type Articles = ReadonlyMap<string, ArticleSummary>;
type Compare = (a: ArticleSummary, b: ArticleSummary) => number;

/** Days and times in ISO form stand in the order of their code units; what has none stands last. */
const laterFirst = (a: string | null, b: string | null): number =>
  Number((a ?? '') < (b ?? '')) - Number((a ?? '') > (b ?? ''));

/** The orders of the list, and two more of the table of all articles. */
export type ArticleOrder = Sort | 'reading' | 'annotations';

const ORDERS: Readonly<Record<ArticleOrder, Compare>> = {
  published: (a, b) => laterFirst(a.publishedOn, b.publishedOn) || collator.compare(a.title, b.title),
  imported: (a, b) => laterFirst(a.importedAt, b.importedAt) || collator.compare(a.title, b.title),
  title: (a, b) => collator.compare(a.title, b.title),
  source: (a, b) =>
    Number(a.source === null) - Number(b.source === null) ||
    collator.compare(a.source ?? '', b.source ?? '') ||
    laterFirst(a.publishedOn, b.publishedOn),
  reading: (a, b) =>
    READING.indexOf(a.shelving.reading) - READING.indexOf(b.shelving.reading) ||
    laterFirst(a.publishedOn, b.publishedOn),
  annotations: (a, b) => b.annotations - a.annotations || laterFirst(a.publishedOn, b.publishedOn),
};

interface Sorted {
  articles: Articles;
  list: readonly ArticleSummary[];
}

const sorted = new Map<ArticleOrder, Sorted>();

/**
 * All articles in an order of the list. The last order is kept: where only some articles have changed, as when a note is
 * saved, these are put into their places and the others are not compared again.
 */
export function inOrder(articles: Articles, sort: ArticleOrder): readonly ArticleSummary[] {
  const before = sorted.get(sort);
  if (before?.articles === articles) return before.list;
  const list =
    (before && withChanges(before, articles, ORDERS[sort])) ?? [...articles.values()].sort(ORDERS[sort]);
  sorted.set(sort, { articles, list });
  return list;
}

/** Null when so many have changed that sorting all is less work. */
function withChanges(
  { articles: old, list }: Sorted,
  articles: Articles,
  compare: Compare,
): ArticleSummary[] | null {
  const changed: ArticleSummary[] = [];
  const most = articles.size / 50;
  for (const [id, article] of articles) {
    if (old.get(id) === article) continue;
    changed.push(article);
    if (changed.length > most) return null;
  }
  const kept = list.filter((article) => articles.get(article.id) === article);
  for (const article of changed) kept.splice(placeOf(article, kept, compare), 0, article);
  return kept;
}

/** The first place at which an article comes after nothing that it stands before. */
function placeOf(article: ArticleSummary, list: readonly ArticleSummary[], compare: Compare): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, article) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const importDays = new WeakMap<ArticleSummary, string>();

/** The day, on this machine, on which an article came into the library. */
export function importDay(article: ArticleSummary): string {
  const known = importDays.get(article);
  if (known !== undefined) return known;
  const day = localDay(new Date(article.importedAt));
  importDays.set(article, day);
  return day;
}
