// Several articles of one body, side by side: what each says about the same matter.
import type { Alignment } from '#core/align';
import { isFunctionSyllable } from '#core/align/function-syllables';
import { wordsOf } from '#core/align/tokens';
import { sharedPhrases } from '#core/shared-phrases';

/** `cells`: for each article the indices of its blocks. */
export interface TopicRow {
  label: string;
  cells: number[][];
}

/** A pair of paragraphs less alike than this joins no two topics. */
const LEAST_SCORE = 0.2;
/** Syllables of a phrase that can name a topic. */
const LEAST_LABEL = 3;
const LONGEST_LABEL = 72;

/**
 * The topics of two to four articles in the order of reading: paragraphs that are pairs, directly or through a third article,
 * are one row; what only one article says has a row of its own. Every block stands in one row.
 *
 * @param alignments the alignment of the article with the first index (left) and that with the second (right), first < second
 */
export function topicRows(
  articles: readonly (readonly string[])[],
  alignments: (i: number, j: number) => Alignment,
): TopicRow[] {
  const groups = new Groups(articles);
  const pairs = articles.flatMap((_, i) =>
    articles
      .slice(i + 1)
      .flatMap((__, after) =>
        alignments(i, i + 1 + after).pairs.map((pair) => ({ ...pair, i, j: i + 1 + after })),
      ),
  );
  // The surest first: a weak pair must not keep a sure one from its row.
  pairs.sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.score - a.score);
  for (const { i, j, left, right, score, pinned } of pairs) {
    if (pinned || score >= LEAST_SCORE) groups.join([i, left], [j, right]);
  }
  return inOrder(groups.cells(), articles).map((cells) => ({ label: labelOf(cells, articles), cells }));
}

type Place = readonly [article: number, block: number];

/** Sets of paragraphs that grow together; none takes two paragraphs of one article that are not pairs of the same. */
class Groups {
  readonly #of: number[][][][];

  constructor(articles: readonly (readonly string[])[]) {
    this.#of = articles.map((blocks, article) =>
      blocks.map((_, block) => articles.map((__, at) => (at === article ? [block] : []))),
    );
  }

  join([i, left]: Place, [j, right]: Place): void {
    const [one, other] = [this.#of[i]?.[left], this.#of[j]?.[right]];
    if (one === undefined || other === undefined || one === other) return;
    if (one.some((blocks, at) => blocks.length > 0 && (other[at]?.length ?? 0) > 0)) return;
    other.forEach((blocks, at) => {
      one[at]?.push(...blocks);
      const row = this.#of[at];
      if (row !== undefined) for (const block of blocks) row[block] = one;
    });
  }

  /** In the order of the articles and their blocks. */
  cells(): number[][][] {
    return [...new Set(this.#of.flat())];
  }
}

/**
 * Rows in the order of the first article. What it lacks stands after what precedes it in the article that has it, and after
 * what only earlier articles have there.
 */
function inOrder(rows: readonly number[][][], articles: readonly (readonly string[])[]): number[][][] {
  const ordered: number[][][] = [];
  const isPlaced = new Set<number[][]>();
  articles.forEach((_, article) => {
    const mine = rows
      .filter((cells) => (cells[article]?.length ?? 0) > 0)
      .sort((a, b) => (a[article]?.[0] ?? 0) - (b[article]?.[0] ?? 0));
    let at = 0;
    for (const cells of mine) {
      if (isPlaced.has(cells)) at = ordered.indexOf(cells) + 1;
      else {
        while (ordered[at]?.[article]?.length === 0) at++;
        ordered.splice(at++, 0, cells);
        isPlaced.add(cells);
      }
    }
  });
  return ordered;
}

/** The longest words that two of its articles share, without what only joins them; else how its first paragraph begins. */
function labelOf(cells: readonly number[][], articles: readonly (readonly string[])[]): string {
  const texts = cells.flatMap((blocks, at) => blocks.map((block) => articles[at]?.[block] ?? ''));
  const [first = '', second] = texts;
  const shared = second === undefined ? undefined : sharedPhrases([first], [second], LEAST_LABEL)[0];
  const label = shared === undefined ? first : coreOf(first, shared.left);
  return shortened(label.charAt(0).toLocaleUpperCase('vi') + label.slice(1));
}

const CLOSING = /^[”"')\]]/u;

/** The phrase without function words at its ends, with the quote or bracket that closes right after it. */
function coreOf(text: string, { start, end }: { start: number; end: number }): string {
  const words = wordsOf(text.slice(start, end));
  const isJoin = (word: { key: string } | undefined) => word !== undefined && isFunctionSyllable(word.key);
  let [from, to] = [0, words.length];
  while (to - from > LEAST_LABEL && isJoin(words[from])) from++;
  while (to - from > LEAST_LABEL && isJoin(words[to - 1])) to--;
  const phrase = text.slice(start + (words[from]?.start ?? 0), start + (words[to - 1]?.end ?? 0));
  const closing = to === words.length ? (CLOSING.exec(text.slice(end))?.[0] ?? '') : '';
  return phrase + closing;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  const cut = text.slice(0, LONGEST_LABEL);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_LABEL / 2)).replace(/[\s,.;:–-]+$/u, '')}…`;
}
