import type { Block } from '#core/article';

/** Blocks that follow each other and are put on the page, laid out and painted together. */
export interface Portion {
  /** Index of the first block. */
  from: number;
  /** Index after the last block. */
  to: number;
  /** UTF-16 units. */
  length: number;
}

/** About a screen: small enough to be laid out in one frame, large enough that thousands of blocks are few portions. */
const LEAST = 2_500;

export function portionsOf(blocks: readonly Block[]): Portion[] {
  const portions: Portion[] = [];
  let open: Portion | null = null;
  for (const [index, { text }] of blocks.entries()) {
    if (open === null) portions.push((open = { from: index, to: index, length: 0 }));
    open.to = index + 1;
    open.length += text.length;
    if (open.length >= LEAST) open = null;
  }
  return portions;
}

/** Index of the portion that holds a block. */
export function portionAt(portions: readonly Portion[], block: number): number {
  let low = 0;
  let high = portions.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((portions[middle]?.to ?? Infinity) > block) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** All indexes below `count`, those near `middle` first: a reader scrolls from there. */
export function* outward(count: number, middle: number): Generator<number, void> {
  for (let distance = 0; distance < count; distance++) {
    if (middle + distance < count) yield middle + distance;
    if (distance > 0 && middle - distance >= 0) yield middle - distance;
  }
}
