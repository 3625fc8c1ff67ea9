import type { AlignedPair, Alignment } from '#core/align';

export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

export const ROW_KINDS = ['same', 'reworded', 'moved', 'onlyLeft', 'onlyRight'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/**
 * One line of a comparison: a pair of paragraphs, or one without a partner beside it. `left` and `right` are the indices of
 * the blocks that stand there. A moved pair has two lines, one where each of its paragraphs stands.
 */
export interface Row {
  kind: RowKind;
  left: number | null;
  right: number | null;
  pair: AlignedPair | null;
}

/** A paragraph of one of the two articles. */
export interface Place {
  side: Side;
  block: number;
}

/** Both articles from top to bottom; what only A has stands before what only B has at the same place. */
export function rowsOf({ pairs, onlyLeft, onlyRight }: Alignment): Row[] {
  const { level, moved } = levelled(pairs);
  const movedOf = {
    left: new Map(moved.map((pair) => [pair.left, pair])),
    right: new Map(moved.map((pair) => [pair.right, pair])),
  };
  const rows: Row[] = [];
  const done = { left: 0, right: 0 };
  const alone = (side: Side, end: number) => {
    for (; done[side] < end; done[side]++) {
      const pair = movedOf[side].get(done[side]) ?? null;
      const kind = pair !== null ? 'moved' : side === 'left' ? 'onlyLeft' : 'onlyRight';
      rows.push({ kind, left: null, right: null, pair, [side]: done[side] });
    }
  };
  for (const pair of level) {
    for (const side of SIDES) alone(side, pair[side]);
    rows.push({ kind: pair.kind, left: pair.left, right: pair.right, pair });
    for (const side of SIDES) done[side] = pair[side] + 1;
  }
  alone('left', pairs.length + onlyLeft.length);
  alone('right', pairs.length + onlyRight.length);
  return rows;
}

/** The pairs that can stand side by side, from top to bottom, and those that would cross them. */
function levelled(pairs: readonly AlignedPair[]): { level: AlignedPair[]; moved: AlignedPair[] } {
  const level: AlignedPair[] = [];
  const moved: AlignedPair[] = [];
  for (const pair of pairs.toSorted((a, b) => a.left - b.left)) {
    const crosses = pair.right <= (level.at(-1)?.right ?? -1);
    if (pair.kind === 'moved' || crosses) moved.push(pair);
    else level.push(pair);
  }
  return { level, moved };
}

/** Index of the row in which a paragraph stands; -1 when it has none. */
export const rowAt = (rows: readonly Row[], place: Place | null): number =>
  place === null ? -1 : rows.findIndex((row) => row[place.side] === place.block);

/** The paragraph by which a row is known: its left one when it has one. */
export function placeOf({ left, right }: Row): Place {
  return left === null ? { side: 'right', block: right ?? 0 } : { side: 'left', block: left };
}

/** Where the partner of a moved paragraph stands. */
export function partnerOf({ left, pair }: Row): Place | null {
  if (pair === null) return null;
  return left === null ? { side: 'left', block: pair.left } : { side: 'right', block: pair.right };
}

/** Indices of the rows to step through: those of one kind, or all that differ. A moved pair counts where its left one stands. */
export function stepsThrough(rows: readonly Row[], only: RowKind | null): number[] {
  const counts = ({ kind, left }: Row) =>
    (only === null ? kind !== 'same' : kind === only) && (kind !== 'moved' || left !== null);
  return rows.flatMap((row, index) => (counts(row) ? [index] : []));
}
