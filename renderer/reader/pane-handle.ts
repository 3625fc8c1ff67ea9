import { blockAt, blockStarts, type Article } from '#core/article';
import type { ReadingPosition } from '#core/library';
import type { PaneHandle } from '../state/panes';
import { rangeOfCharacter, rangeOfSpan } from '../ui/text/offsets';

const blockElement = (scroller: HTMLElement, index: number): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`[data-block="${index}"]`);

/** CSS pixels from the top of the scrolled content to the top of `element`. */
const topIn = (scroller: HTMLElement, element: { getBoundingClientRect(): DOMRect }): number =>
  element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What the rest of the window may do with a pane that shows `article` in `scroller`. */
export function createPaneHandle(scroller: HTMLElement, article: Article): PaneHandle {
  const starts = blockStarts(article.blocks);
  const texts = [...scroller.querySelectorAll<HTMLElement>('[data-start]')];
  let reserved = 0;
  return {
    scroller,
    topOf(offset) {
      const block = blockAt(starts, offset);
      const element = texts[block];
      const range = element === undefined ? null : rangeOfCharacter(element, offset - (starts[block] ?? 0));
      return range === null ? null : topIn(scroller, range);
    },
    blockTops: () => texts.map((element) => topIn(scroller, element)),
    reveal(offset) {
      const block = blockElement(scroller, blockAt(starts, offset));
      const top = this.topOf(offset) ?? (block === null ? null : topIn(scroller, block));
      if (top === null) return;
      const shown = top - scroller.scrollTop;
      if (shown < 24 || shown > scroller.clientHeight - 96) {
        scroller.scrollTo({
          top: top - scroller.clientHeight / 3,
          behavior: prefersStillness() ? 'instant' : 'smooth',
        });
      }
      pulse(block);
    },
    show: (block) => keepInSight(scroller, block),
    select(span) {
      const range = rangeOfSpan(scroller, span);
      const selection = getSelection();
      if (range === null || selection === null) return;
      selection.removeAllRanges();
      selection.addRange(range);
      range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    },
    focus: () => scroller.focus({ preventScroll: true }),
    reserve(height) {
      if (height === reserved) return;
      reserved = height;
      scroller.style.setProperty('--reserved', `${height}px`);
    },
  };
}

function pulse(block: HTMLElement | null): void {
  if (block === null) return;
  delete block.dataset['pulse'];
  requestAnimationFrame(() => {
    block.dataset['pulse'] = '';
    setTimeout(() => delete block.dataset['pulse'], 1000);
  });
}

/** The very beginning of an article, above its title. */
export const BEGINNING: ReadingPosition = { block: 0, ratio: -100 };

/** The block at the top of the pane and how far it is scrolled through. */
export function positionOf(scroller: HTMLElement): ReadingPosition {
  const blocks = [...scroller.querySelectorAll<HTMLElement>('[data-block]')];
  const edge = scroller.getBoundingClientRect().top;
  const index = blocks.findIndex((block) => block.getBoundingClientRect().bottom > edge + 1);
  const block = blocks[index];
  if (block === undefined || scroller.scrollTop <= 0) return BEGINNING;
  const box = block.getBoundingClientRect();
  const ratio = Math.min(1, Math.max(BEGINNING.ratio, (edge - box.top) / Math.max(1, box.height)));
  return { block: index, ratio };
}

/** Scrolls back to a position. */
export function scrollToPosition(scroller: HTMLElement, { block, ratio }: ReadingPosition): void {
  const element = blockElement(scroller, block);
  if (element !== null)
    scroller.scrollTop = topIn(scroller, element) + ratio * element.getBoundingClientRect().height;
}

/** Keeps a block in sight when the keyboard moves to it. */
function keepInSight(scroller: HTMLElement, index: number): void {
  const block = blockElement(scroller, index);
  if (block === null) return;
  const top = topIn(scroller, block);
  const bottom = top + block.getBoundingClientRect().height;
  if (top < scroller.scrollTop + 16) scroller.scrollTop = top - 48;
  else if (bottom > scroller.scrollTop + scroller.clientHeight - 16) {
    scroller.scrollTop = Math.min(top - 48, bottom - scroller.clientHeight + 48);
  }
}
