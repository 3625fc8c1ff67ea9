import type { ReadingPosition } from '#core/library';
import type { ArticleRows } from './article-rows';

/** Where the rows of an article stand in the pane that scrolls them. All lengths are CSS pixels. */

/** Blocks within this distance of the window are measured, the others guessed from their length. */
const NEAR = 1_500;

type Boxed = { getBoundingClientRect(): DOMRect };

/** From the top of the scrolled content to the top of `element`. */
export const topIn = (scroller: HTMLElement, element: Boxed): number =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

/** Where each block begins. Far blocks of a long article are not laid out for this: their places are guesses. */
export function blockTops(scroller: HTMLElement, rows: ArticleRows): number[] {
  const view = scroller.getBoundingClientRect();
  const shift = scroller.scrollTop - view.top;
  const tops: number[] = [];
  for (const [index, { from, to, length }] of rows.portions.entries()) {
    const box = rows.place(index)?.getBoundingClientRect() ?? new DOMRect();
    const near = !rows.long || (box.bottom > view.top - NEAR && box.top < view.bottom + NEAR);
    for (let block = from; block < to; block++) {
      const text = near ? rows.text(block) : null;
      const share = (rows.startOf(block) - rows.startOf(from)) / length;
      tops.push(shift + (text?.getBoundingClientRect().top ?? box.top + share * box.height));
    }
  }
  return tops;
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

/** Mean width of a letter of Vietnamese text, as a share of the type's size. */
const LETTER = 0.47;

/** Tells reader.css how many characters fit into a line, so that far portions can be guessed. */
export function guessLines(rows: ArticleRows): void {
  const host = rows.place(0)?.parentElement;
  if (!rows.long || host == null) return;
  const { fontSize } = getComputedStyle(host);
  const gutter = rows.text(0)?.offsetLeft ?? 0;
  const characters = (host.clientWidth - gutter) / (parseFloat(fontSize) * LETTER);
  host.style.setProperty('--line-characters', String(Math.max(8, Math.round(characters))));
}
