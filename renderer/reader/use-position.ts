import { useLayoutEffect } from 'react';
import { positionFor, rememberPosition } from '../state/places';
import type { PaneState } from '../state/view';
import type { ArticleRows } from './article-rows';
import { BEGINNING, positionOf, scrollToPosition } from './row-places';

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
    const observer = new ResizeObserver(hold);
    observer.observe(scroller);
    for (const child of scroller.children) observer.observe(child);
    scroller.addEventListener('scroll', note, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', note);
    };
  }, [pane, scroller, rows]);
}

/** Changes whenever all lines of the text may break elsewhere. */
function layoutOf(scroller: HTMLElement): string {
  const article = scroller.querySelector('.article');
  const { font, maxWidth } = getComputedStyle(article?.querySelector('.rows') ?? scroller);
  return `${scroller.clientWidth} ${maxWidth} ${font}`;
}
