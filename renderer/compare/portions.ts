import type { Block } from '#core/article';
import type { Compared } from '../state/alignment';

/** Rows that are put on the page together. */
export interface Portion {
  from: number;
  to: number;
  /** About how high it will be, in CSS pixels. */
  height: number;
}

const ROWS = 16;

export function portionsOf({ left, right, rows }: Compared): Portion[] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index): Portion => {
    const from = index * ROWS;
    const to = Math.min(rows.length, from + ROWS);
    const height = rows
      .slice(from, to)
      .reduce((sum, row) => sum + heightOf(left.blocks[row.left ?? -1], right.blocks[row.right ?? -1]), 0);
    return { from, to, height };
  });
}

/** Index of the portion that a row is in. */
export const portionAt = (row: number): number => Math.floor(Math.max(0, row) / ROWS);

/** About how high a row will be, in CSS pixels, before it is laid out. */
export function heightOf(left: Block | undefined, right: Block | undefined): number {
  const longest = Math.max(left?.text.length ?? 0, right?.text.length ?? 0);
  return 25 + 28 * Math.ceil(longest / 52);
}
