import type { CONCORDANCE_ORDERS, ConcordanceRow } from '../calls/searching';
import { wordsOf } from './words';

export type ConcordanceOrder = (typeof CONCORDANCE_ORDERS)[number];

/** So many words beside a place decide where its row stands. */
const DEPTH = 4;

/** The words of a text with the indices from `from` to before `to`, as they are compared; negative ones count from the end. */
function wordsIn(text: string, from: number, to: number, spelled: Map<string, string>): string[] {
  const { count, starts, ends } = wordsOf(text);
  const words: string[] = [];
  const last = Math.min(count, to);
  for (let index = from < 0 ? Math.max(0, count + from) : from; index < last; index += 1) {
    const written = text.slice(starts[index], ends[index]);
    const word = spelled.get(written) ?? written.normalize('NFC').toLocaleLowerCase('vi');
    spelled.set(written, word);
    words.push(word);
  }
  return words;
}

/** The words that a row is sorted by, the first of them first. `spelled`: of words as they are written, kept for all rows. */
function keyOf(
  { hit: { before, exact, after } }: ConcordanceRow,
  order: ConcordanceOrder,
  spelled: Map<string, string>,
): string[] {
  if (order === 'left') return wordsIn(before, -DEPTH, Infinity, spelled).reverse();
  if (order === 'right') return wordsIn(after, 0, DEPTH, spelled);
  const own = wordsIn(exact, 0, DEPTH * 2, spelled);
  return [...own, ...wordsIn(after, 0, DEPTH * 2 - own.length, spelled)];
}

/**
 * Rows by the words beside their places, the nearest first, or by the words themselves and what follows them, in Vietnamese
 * order; rows that are alike stay as they are, and so do all by date.
 */
export function inOrder(rows: readonly ConcordanceRow[], order: ConcordanceOrder): ConcordanceRow[] {
  if (order === 'date') return [...rows];
  const spelled = new Map<string, string>();
  const keyed = rows.map((row) => ({ row, words: keyOf(row, order, spelled) }));
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
