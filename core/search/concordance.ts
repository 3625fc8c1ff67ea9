import type { CONCORDANCE_ORDERS, ConcordanceRow } from '../calls/searching';
import { wordsOf } from './words';

export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

/** So many words beside a place decide where its row stands. */
const DEPTH = 4;

function wordsIn(text: string): string[] {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, index) =>
    text.slice(starts[index], ends[index]).normalize('NFC').toLocaleLowerCase('vi'),
  );
}

/** The words that a row is sorted by, the first of them first. */
function keyOf({ hit: { before, exact, after } }: ConcordanceRow, order: ConcordanceOrder): string[] {
  if (order === 'left') return wordsIn(before).reverse().slice(0, DEPTH);
  if (order === 'right') return wordsIn(after).slice(0, DEPTH);
  return [...wordsIn(exact), ...wordsIn(after)].slice(0, DEPTH * 2);
}

/**
 * Rows by the words beside their places, the nearest first, or by the words themselves and what follows them, in Vietnamese
 * order; rows that are alike stay as they are, and so do all by date.
 */
export function inOrder(rows: readonly ConcordanceRow[], order: ConcordanceOrder): ConcordanceRow[] {
  if (order === 'date') return [...rows];
  const keyed = rows.map((row) => ({ row, words: keyOf(row, order) }));
  const ranks = ranksOf(new Set(keyed.flatMap(({ words }) => words)));
  const ranked = keyed.map(({ row, words }) => ({ row, key: words.map((word) => ranks.get(word) ?? 0) }));
  return ranked.sort((a, b) => compared(a.key, b.key)).map(({ row }) => row);
}

/** Comparing letters as Vietnamese does is slow: it is done once for each word. */
function ranksOf(words: ReadonlySet<string>): ReadonlyMap<string, number> {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return new Map([...words].sort(compare).map((word, rank) => [word, rank]));
}

/** What has fewer words stands first. */
function compared(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
