import { blockAt } from '#core/article';
import type { Span } from '#core/span';
import type { Aside } from '../state/hits';
import type { PaneHandle } from '../state/panes';
import { rangeOfCharacter, rangeOfSpan, rangeWithin } from '../ui/text/offsets';
import type { ArticleRows } from './article-rows';
import { leaveFor } from './use-position';
import { blockTops, boxOf, keepInSight, scrollFar, scrollToPosition, topIn } from './row-places';

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** What the rest of the window may do with a pane that shows `rows` in `scroller`. */
export function createPaneHandle(scroller: HTMLElement, rows: ArticleRows): PaneHandle {
  let reserved = 0;
  return {
    scroller,
    topOf(offset, aside) {
      const block = blockAt(rows.starts, offset);
      const element = aside === undefined ? rows.text(block) : asideElement(scroller, rows, aside);
      const from = aside === undefined ? rows.startOf(block) : 0;
      const range = element === null ? null : rangeOfCharacter(element, offset - from);
      return range === null ? null : topIn(scroller, range);
    },
    blockTops: () => blockTops(scroller, rows),
    boxOf: (block) => boxOf(scroller, rows, block),
    goTo: (position) => scrollToPosition(scroller, rows, position),
    reveal(offset, aside) {
      const row =
        aside === undefined ? rows.row(blockAt(rows.starts, offset)) : asideElement(scroller, rows, aside);
      if (row === null) return;
      const block = blockAt(rows.starts, aside?.at ?? offset);
      reveal(scroller, rows, block, () => this.topOf(offset, aside) ?? topIn(scroller, row));
      pulse(row);
    },
    show: (block) => scrollFar(scroller, rows, () => keepInSight(scroller, rows, block)),
    select(span, aside) {
      const ends =
        aside === undefined
          ? [span.start, span.end].map((offset) => rows.row(blockAt(rows.starts, offset)))
          : [asideElement(scroller, rows, aside)];
      const range = aside === undefined ? rangeOfSpan(scroller, span) : rangeInAside(ends[0], span);
      const selection = getSelection();
      if (range === null || selection === null) return;
      selection.removeAllRanges();
      selection.addRange(range);
      scrollFar(scroller, rows, () => ends[0]?.scrollIntoView({ block: 'nearest' }));
    },
    focus: () => scroller.focus({ preventScroll: true }),
    reserve(height) {
      if (height === reserved) return;
      reserved = height;
      // On the article alone: what all rows inherit would have all their styles looked up again.
      const article = scroller.querySelector<HTMLElement>('.article');
      if (article !== null) article.style.minHeight = `${height}px`;
    },
  };
}

/** The element that shows words outside the paragraphs; null while the article is not on the page. */
function asideElement(scroller: HTMLElement, rows: ArticleRows, { name, at }: Aside): HTMLElement | null {
  // A caption is built with the paragraph that it stands before, or with the last one.
  rows.row(blockAt(rows.starts, at));
  return scroller.querySelector<HTMLElement>(`[data-aside="${name}"]`);
}

const rangeInAside = (element: HTMLElement | null | undefined, span: Span): Range | null =>
  element == null ? null : rangeWithin(element, span);

/** Scrolls to what begins at `topOf`, in or beside a block, unless it is in sight. */
function reveal(scroller: HTMLElement, rows: ArticleRows, block: number, topOf: () => number): void {
  const shown = topOf() - scroller.scrollTop;
  if (shown >= 24 && shown <= scroller.clientHeight - 96) return;
  const wanted = () => topOf() - scroller.clientHeight / 3;
  const scroll = (behavior: ScrollBehavior) => scroller.scrollTo({ top: wanted(), behavior });
  const box = boxOf(scroller, rows, block);
  if (box !== null) leaveFor(scroller, { block, ratio: (wanted() - box.top) / Math.max(1, box.height) });
  // A long way through what is not laid out yet would go over moving ground.
  const far = rows.long && Math.abs(shown) > 3 * scroller.clientHeight;
  if (far || prefersStillness()) scrollFar(scroller, rows, () => scroll('instant'));
  else scroll('smooth');
}

function pulse(block: HTMLElement): void {
  delete block.dataset['pulse'];
  requestAnimationFrame(() => {
    block.dataset['pulse'] = '';
    setTimeout(() => delete block.dataset['pulse'], 1000);
  });
}
