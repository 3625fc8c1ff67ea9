import { alignBlocks, type Alignment, type AlignPin } from '#core/align';
import type { Article } from '#core/article';
import { compareArticles, type Comparison } from '#core/comparison';
import type { Pin } from '#core/pin';
import { topicRows, type TopicRow } from '#core/topics';

type Texts = readonly string[];

/** What is worked out off the thread that draws. Everything that goes in and out can be copied between threads. */
export const WORK = {
  align: (left: Texts, right: Texts, pins: readonly AlignPin[]): Alignment => alignBlocks(left, right, pins),
  compare: (left: Article, right: Article, pins: readonly Pin[]): Comparison =>
    compareArticles(left, right, pins),
  /** `alignments[i][j - i - 1]` is that of the articles i and j. */
  topics: (articles: readonly Texts[], alignments: readonly (readonly Alignment[])[]): TopicRow[] =>
    topicRows(articles, (i, j) => alignments[i]?.[j - i - 1] ?? NOTHING_ALIKE),
};

const NOTHING_ALIKE: Alignment = { pairs: [], onlyLeft: [], onlyRight: [] };

export type WorkName = keyof typeof WORK;
export type WorkInput<N extends WorkName> = Parameters<(typeof WORK)[N]>;
export type WorkOutput<N extends WorkName> = ReturnType<(typeof WORK)[N]>;

/** `job` ties an answer to its question. */
export interface Question {
  job: number;
  name: WorkName;
  input: readonly unknown[];
}
export type Answer = { job: number } & ({ output: unknown } | { error: string });

/** Does one piece of work by its name; the input has to be its own. */
export function work(name: WorkName, input: readonly unknown[]): unknown {
  const run = WORK[name] as (...input: readonly unknown[]) => unknown;
  return run(...input);
}
