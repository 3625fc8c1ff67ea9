import type { Span } from '#core/span';
import { isInText, type Hit } from '../../state/hits';
import { highlightOf } from '../../ui/text/highlights';
import { textsNear } from '../../ui/text/in-view';
import { rangesWithin } from '../../ui/text/ranges-within';

/** Names of `::highlight()` in find.css. */
const ALL = 'find';
const CURRENT = 'find-now';

/** How far beyond the window hits are drawn, in CSS pixels. */
const MARGIN = 800;

/**
 * Colours the hits in one pane. An article may have a hundred thousand: ranges exist only for the texts near the window,
 * and are made again whenever it scrolls or a text is filled anew.
 */
export class HitPainter {
  private readonly all = highlightOf(ALL, 1);
  private readonly now = highlightOf(CURRENT, 2);
  private spans: readonly Hit[] = [];
  /** Those in the title and in captions: few. */
  private asides: readonly Hit[] = [];
  private current: Hit | null = null;
  private ranges: Range[] = [];
  private shown: Range[] = [];
  private asked = 0;
  private readonly changes = new MutationObserver(() => this.repaint());
  private readonly sizes = new ResizeObserver(() => this.repaint());

  constructor(private readonly scroller: HTMLElement) {
    scroller.addEventListener('scroll', this.repaint, { passive: true });
    this.changes.observe(scroller, { childList: true, subtree: true });
    this.sizes.observe(scroller);
  }

  /** `spans` in order. */
  setHits(spans: readonly Hit[], current: Hit | null): void {
    this.spans = spans.every(isInText) ? spans : spans.filter(isInText);
    this.asides = spans.filter((span) => !isInText(span));
    this.current = current;
    this.repaint();
  }

  stop(): void {
    cancelAnimationFrame(this.asked);
    this.changes.disconnect();
    this.sizes.disconnect();
    this.scroller.removeEventListener('scroll', this.repaint);
    this.clear();
  }

  private readonly repaint = (): void => {
    cancelAnimationFrame(this.asked);
    this.asked = requestAnimationFrame(() => this.paint());
  };

  private clear(): void {
    for (const range of this.ranges) this.all?.delete(range);
    for (const range of this.shown) this.now?.delete(range);
    this.ranges = [];
    this.shown = [];
  }

  private paint(): void {
    this.clear();
    if (this.all === null) return;
    this.paintTexts();
    this.paintAsides();
  }

  private paintTexts(): void {
    if (this.spans.length === 0) return;
    for (const element of textsNear(this.scroller, MARGIN)) {
      const start = Number(element.dataset['start']);
      const end = start + element.textContent.length;
      const inside = spansBetween(this.spans, start, end).map((span) => ({
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
        isNow: span === this.current,
      }));
      if (inside.length > 0) this.add(element, inside);
    }
  }

  private paintAsides(): void {
    if (this.asides.length === 0) return;
    for (const element of this.scroller.querySelectorAll<HTMLElement>('[data-aside]')) {
      const inside = this.asides.filter(({ aside }) => aside?.name === element.dataset['aside']);
      this.add(
        element,
        inside.map((span) => ({ ...span, isNow: span === this.current })),
      );
    }
  }

  private add(element: HTMLElement, spans: readonly (Span & { isNow: boolean })[]): void {
    rangesWithin(element, spans).forEach((range, i) => {
      const isNow = spans[i]?.isNow === true;
      (isNow ? this.shown : this.ranges).push(range);
      (isNow ? this.now : this.all)?.add(range);
    });
  }
}

/** The spans that touch [start, end), of spans in order. */
function spansBetween(spans: readonly Hit[], start: number, end: number): readonly Hit[] {
  const from = firstFrom(spans, (span) => span.end > start);
  const to = firstFrom(spans, (span) => span.start >= end);
  return spans.slice(from, to);
}

function firstFrom(spans: readonly Hit[], fits: (span: Hit) => boolean): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && fits(span)) high = middle;
    else low = middle + 1;
  }
  return low;
}
