import { useLayoutEffect } from 'react';
import type { ReadingPosition } from '#core/library';
import { positionFor, rememberPosition } from '../state/places';
import type { PaneState } from '../state/view';
import type { ArticleRows } from './article-rows';
import { BEGINNING, positionOf, scrollToPosition } from './row-places';

const LEAVE = 'leave-for';

/** Tells who holds a pane's place that it is about to be scrolled to another one, perhaps over several frames. */
export const leaveFor = (scroller: HTMLElement, position: ReadingPosition): boolean =>
  scroller.dispatchEvent(new CustomEvent<ReadingPosition>(LEAVE, { detail: position }));

/**
 * Remembers where the pane is scrolled to, brings it back there when an article is shown, and keeps the same
 * words at the top when the text is laid out anew (another width, another size, fonts that arrive).
 */
export function usePosition(pane: PaneState, scroller: HTMLElement | null, rows: ArticleRows): void {
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    let position = positionFor(pane) ?? BEGINNING;
    rememberPosition(pane, position);
    let laidOut = '';
    let heldAt = -1;
    const hold = () => {
      const now = layoutOf(scroller);
      // Where somebody has scrolled since, the browser's own scroll anchoring keeps the place.
      if (now === laidOut && scroller.scrollTop !== heldAt) return;
      if (now !== laidOut) rows.measure();
      laidOut = now;
      scrollToPosition(scroller, rows, position);
      heldAt = scroller.scrollTop;
      // Nothing was scrolled by hand, yet who shows the place has to hear of it.
      rememberPosition(pane, position);
    };
    let frame = 0;
    const note = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (scroller.scrollTop === heldAt || layoutOf(scroller) !== laidOut) return;
        heldAt = -1;
        position = positionOf(scroller, rows);
        rememberPosition(pane, position);
      });
    };
    // Else a margin that opens in the same moment, or rows that are still built, would bring the old place back.
    const leave = (event: Event) => {
      heldAt = -1;
      position = (event as CustomEvent<ReadingPosition>).detail;
    };
    const observer = new ResizeObserver(hold);
    observer.observe(scroller);
    for (const child of scroller.children) observer.observe(child);
    scroller.addEventListener('scroll', note, { passive: true });
    scroller.addEventListener(LEAVE, leave);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', note);
      scroller.removeEventListener(LEAVE, leave);
    };
  }, [pane, scroller, rows]);
}

/** Changes whenever all lines of the text may break elsewhere. */
function layoutOf(scroller: HTMLElement): string {
  const article = scroller.querySelector('.article');
  const { font, maxWidth } = getComputedStyle(article?.querySelector('.rows') ?? scroller);
  return `${scroller.clientWidth} ${maxWidth} ${font}`;
}
