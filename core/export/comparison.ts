// Two to four articles side by side, before they become a table in a format and a language.
import { alignBlocks, pinsBetween, type AlignedPair, type Alignment } from '#core/align';
import type { Article } from '#core/article';
import { compareArticles, type Comparison } from '#core/comparison';
import type { NoteSource } from '#core/export/notes';
import type { Pin } from '#core/pin';
import type { Span } from '#core/span';
import { topicRows } from '#core/topics';
import { changedSpans } from '#core/word-diff';

/** What became of a paragraph of the first article, or `added`: only the second has it. */
export type Remark = 'same' | 'reworded' | 'moved' | 'moved-reworded' | 'gone' | 'added';

export interface ComparedParagraph {
  /** From 1. */
  number: number;
  text: string;
  /** The stretches that the other article has not; none where there is no pair. */
  changes: Span[];
}

export interface ComparedRow {
  /** What the row is about, in the articles' own words. */
  label: string;
  /** As many as articles; an empty one says nothing of this. */
  cells: ComparedParagraph[][];
  /** Null when more than two articles stand side by side. */
  remark: Remark | null;
}

export interface ComparisonTable {
  /** The articles in the order of the columns. */
  sources: NoteSource[];
  rows: ComparedRow[];
  /** What two articles have in common and what changed; null when there are more. */
  comparison: Comparison | null;
  /** `YYYY-MM-DD`. */
  exportedOn: string;
}

/** The table of two to four articles, in the order of reading of the first; `pins` may be those of any articles. */
export function comparisonTable(
  articles: readonly Article[],
  pins: readonly Pin[],
  exportedOn: string,
): ComparisonTable {
  const texts = articles.map(({ blocks }) => blocks.map(({ text }) => text));
  const [left, right, third] = articles;
  const isPair = left !== undefined && right !== undefined && third === undefined;
  const comparison = isPair ? compareArticles(left, right, pins) : null;
  const alignments = (i: number, j: number): Alignment =>
    comparison ?? alignedOf(articles[i], articles[j], pins);
  const pairOf = new Map(comparison?.pairs.map((pair) => [pair.left, pair]));
  const rows = topicRows(texts, alignments).map(({ label, cells }) => {
    const pair = pairOf.get(cells[0]?.[0] ?? -1);
    const changes = changesOf(texts, pair);
    return {
      label,
      cells: cells.map((blocks, at) =>
        blocks.map((block) => ({
          number: block + 1,
          text: texts[at]?.[block] ?? '',
          changes: changes[at] ?? [],
        })),
      ),
      remark: isPair ? remarkOf(cells, pair) : null,
    };
  });
  return { sources: articles.map(sourceOf), rows, comparison, exportedOn };
}

function alignedOf(left: Article | undefined, right: Article | undefined, pins: readonly Pin[]): Alignment {
  if (left === undefined || right === undefined) return { pairs: [], onlyLeft: [], onlyRight: [] };
  const texts = ({ blocks }: Article) => blocks.map(({ text }) => text);
  return alignBlocks(texts(left), texts(right), pinsBetween(pins, left, right));
}

function changesOf(texts: readonly (readonly string[])[], pair: AlignedPair | undefined): Span[][] {
  if (pair === undefined || pair.score === 1) return [];
  const { before, after } = changedSpans(texts[0]?.[pair.left] ?? '', texts[1]?.[pair.right] ?? '');
  return [before, after];
}

function remarkOf([left, right]: readonly number[][], pair: AlignedPair | undefined): Remark {
  if (left === undefined || left.length === 0) return 'added';
  if (pair === undefined || right === undefined || right.length === 0) return 'gone';
  if (pair.kind !== 'moved') return pair.kind;
  return pair.score === 1 ? 'moved' : 'moved-reworded';
}

function sourceOf({ id, title, source, byline, url, publishedOn, dateConfidence }: Article): NoteSource {
  return { id, title, source, byline, url, publishedOn, yearInferred: dateConfidence === 'inferred-year' };
}
