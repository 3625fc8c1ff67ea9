import type { ReadingPosition } from '#core/library';
import type { ArticleRows } from './article-rows';
import { portionAt } from './portions';

/** Where the rows of an article stand in the pane that scrolls them. All lengths are CSS pixels. */

/** Blocks within this distance of the window are measured, the others guessed from their length. */
const NEAR = 1_500;

type Boxed = { getBoundingClientRect(): DOMRect };

/** From the top of the scrolled content to the top of `element`. */
export const topIn = (scroller: HTMLElement, element: Boxed): number =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

/** Where a block stands. A far block of a long article is not laid out for this: its place is a guess. */
export function boxOf(scroller: HTMLElement, rows: ArticleRows, block: number): Box | null {
  const index = portionAt(rows.portions, block);
  const portion = portionBoxes(scroller, rows)(index);
  if (portion === null) return null;
  const row = portion.near ? rows.row(block) : null;
  if (row === null) return guessed(rows, index, portion, block);
  return { top: topIn(scroller, row), height: row.getBoundingClientRect().height };
}

/** Where the text of each block begins; guesses as `boxOf` does. */
export function blockTops(scroller: HTMLElement, rows: ArticleRows): number[] {
  const boxAt = portionBoxes(scroller, rows);
  const tops: number[] = [];
  for (const [index, { from, to }] of rows.portions.entries()) {
    const portion = boxAt(index);
    for (let block = from; block < to; block++) {
      const text = portion?.near === true ? rows.text(block) : null;
      if (text !== null) tops.push(topIn(scroller, text));
      else tops.push(portion === null ? 0 : guessed(rows, index, portion, block).top);
    }
  }
  return tops;
}

interface Box {
  top: number;
  height: number;
}

/** Where portions stand, by their index. The pane itself is measured once, since thousands may be asked for. */
function portionBoxes(scroller: HTMLElement, rows: ArticleRows) {
  const { scrollTop, clientHeight } = scroller;
  const shift = scrollTop - scroller.getBoundingClientRect().top;
  return (index: number): (Box & { near: boolean }) | null => {
    const box = rows.place(index)?.getBoundingClientRect();
    if (box === undefined) return null;
    const top = box.top + shift;
    const near = top < scrollTop + clientHeight + NEAR && top + box.height > scrollTop - NEAR;
    return { top, height: box.height, near: near || !rows.long };
  };
}

/** A block's share of its portion, by the length of its text. */
function guessed(rows: ArticleRows, index: number, portion: Box, block: number): Box {
  const { from, length } = rows.portions[index] ?? { from: block, length: 1 };
  const unit = portion.height / Math.max(1, length);
  return {
    top: portion.top + (rows.startOf(block) - rows.startOf(from)) * unit,
    height: rows.textAt(block).length * unit,
  };
}

/** The very beginning of an article, above its title. */
export const BEGINNING: ReadingPosition = { block: 0, ratio: -100 };

/** The block at the top of the pane and how far it is scrolled through. */
export function positionOf(scroller: HTMLElement, rows: ArticleRows): ReadingPosition {
  const edge = scroller.getBoundingClientRect().top;
  const block = firstBelow(edge + 1, rows);
  const box = rows.row(block)?.getBoundingClientRect();
  if (box === undefined || box.bottom <= edge + 1 || scroller.scrollTop <= 0) return BEGINNING;
  const ratio = Math.min(1, Math.max(BEGINNING.ratio, (edge - box.top) / Math.max(1, box.height)));
  return { block, ratio };
}

/** Index of the first block that reaches below `edge` (from the top of the window), else of the last one. */
function firstBelow(edge: number, rows: ArticleRows): number {
  const reaches = (element: HTMLElement | null) =>
    (element?.getBoundingClientRect().bottom ?? Infinity) > edge;
  let low = 0;
  let high = rows.portions.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reaches(rows.place(middle))) high = middle;
    else low = middle + 1;
  }
  let block = rows.portions[low]?.from ?? 0;
  while (block < rows.blocks.length - 1 && !reaches(rows.row(block))) block += 1;
  return block;
}

/** Scrolls back to a position. */
export function scrollToPosition(
  scroller: HTMLElement,
  rows: ArticleRows,
  { block, ratio }: ReadingPosition,
): void {
  const row = rows.row(block);
  if (row !== null) {
    scroller.scrollTop = topIn(scroller, row) + ratio * row.getBoundingClientRect().height;
  }
}

/** Keeps a block in sight when the keyboard moves to it. */
export function keepInSight(scroller: HTMLElement, rows: ArticleRows, block: number): void {
  const row = rows.row(block);
  if (row === null) return;
  const top = topIn(scroller, row);
  const bottom = top + row.getBoundingClientRect().height;
  if (top < scroller.scrollTop + 16) scroller.scrollTop = top - 48;
  else if (bottom > scroller.scrollTop + scroller.clientHeight - 16) {
    scroller.scrollTop = Math.min(top - 48, bottom - scroller.clientHeight + 48);
  }
}

/**
 * Scrolls by calling `scroll`, which is called again in the next frames when it went far through a long article: what
 * stood for itself by a guess is laid out only when it comes near, and pushes the rest.
 */
export function scrollFar(scroller: HTMLElement, rows: ArticleRows, scroll: () => void): void {
  const before = scroller.scrollTop;
  scroll();
  if (!rows.long || Math.abs(scroller.scrollTop - before) < scroller.clientHeight) return;
  let left = 3;
  const again = () => {
    scroll();
    if (--left > 0) requestAnimationFrame(again);
  };
  requestAnimationFrame(again);
}
