import { useEffect } from 'react';
import type { Article } from '#core/article';
import type { Alignment } from '#core/align';
import type { Comparison } from '#core/comparison';
import type { TopicRow } from '#core/topics';
import { compare, sidesOf, textsOf } from './alignment';
import { workAside } from './comparing-thread';
import { keepResults } from './kept-results';
import { loadArticle, useLibrary } from './library';
import { attempt } from './status';

/** A comparison with the articles whose blocks its indices count. */
export interface Summed {
  left: Article;
  right: Article;
  comparison: Comparison;
}

/** Articles in the order of their dates, and what each says about the same matter. */
export interface Topics {
  articles: readonly Article[];
  rows: readonly TopicRow[];
}

const summaries = keepResults<Summed>(12);
const topics = keepResults<Topics>(6);

/** What changed between two articles besides their paragraphs; null until that is ready. */
export function useComparison(leftId: string | null, rightId: string | null): Summed | null {
  const key = useLibrary((state) => sidesOf(state, leftId, rightId)?.key ?? '');
  useEffect(() => {
    const sides = sidesOf(useLibrary.getState(), leftId, rightId);
    if (sides === null) return;
    const { left, right, pins } = sides;
    const make = async () => ({
      left,
      right,
      comparison: await workAside('compare', [left, right, pins]),
    });
    void attempt(() => summaries.prepare(key, make));
  }, [leftId, rightId, key]);
  return summaries.use(
    ({ ready }) =>
      ready.get(key) ??
      [...ready.values()].findLast(({ left, right }) => left.id === leftId && right.id === rightId) ??
      null,
  );
}

/** The matters of two to four articles, the oldest article first; null until that is ready. */
export function useTopics(ids: readonly string[]): Topics | null {
  const order = useLibrary(({ articles }) =>
    ids
      .toSorted((a, b) =>
        (articles.get(a)?.publishedOn ?? '').localeCompare(articles.get(b)?.publishedOn ?? ''),
      )
      .join(' '),
  );
  const key = useLibrary((state) => topicsKey(state, wordsOf(order)));
  useEffect(() => {
    const wanted = wordsOf(order);
    if (wanted.length < 2) return;
    void attempt(async () => {
      await Promise.all(wanted.map(loadArticle));
      await topics.prepare(topicsKey(useLibrary.getState(), wanted), () => gather(wanted));
    });
  }, [order, key]);
  return topics.use(
    ({ ready }) =>
      ready.get(key) ??
      [...ready.values()].findLast(({ articles }) => articles.map(({ id }) => id).join(' ') === order) ??
      null,
  );
}

const wordsOf = (words: string): string[] => words.split(' ').filter(Boolean);

/** Empty until all articles are loaded. */
function topicsKey(mirror: Parameters<typeof sidesOf>[0], ids: readonly string[]): string {
  const keys = ids.flatMap((one, i) => ids.slice(i + 1).map((other) => sidesOf(mirror, one, other)?.key));
  return keys.includes(undefined) ? '' : keys.join(' ');
}

async function gather(ids: readonly string[]): Promise<Topics> {
  const { views } = useLibrary.getState();
  const articles = ids.flatMap((id) => views.get(id)?.article ?? []);
  const alignmentOf = async (one: Article, other: Article): Promise<Alignment[]> => {
    const compared = await compare(one.id, other.id);
    return compared === null ? [] : [compared.alignment];
  };
  const alignments = await Promise.all(
    articles.map(async (one, i) => {
      const found = await Promise.all(articles.slice(i + 1).map((other) => alignmentOf(one, other)));
      return found.flat();
    }),
  );
  return { articles, rows: await workAside('topics', [articles.map(textsOf), alignments]) };
}
