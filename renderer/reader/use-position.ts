import { useLayoutEffect } from 'react';
import { positionFor, rememberPosition, type PaneState } from '../state/view';
import { BEGINNING, positionOf, scrollToPosition } from './pane-handle';

/**
 * Remembers where the pane is scrolled to, brings it back there when an article is shown, and keeps the same
 * words at the top when the text is laid out anew (another width, another size, fonts that arrive).
 */
export function usePosition(pane: PaneState, scroller: HTMLElement | null, revision: number): void {
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    let position = positionFor(pane) ?? BEGINNING;
    rememberPosition(pane, position);
    let laidOut = '';
    const hold = () => {
      const now = layoutOf(scroller);
      if (now === laidOut) return;
      laidOut = now;
      scrollToPosition(scroller, position);
    };
    let frame = 0;
    const note = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (layoutOf(scroller) !== laidOut) return;
        position = positionOf(scroller);
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
  }, [pane, scroller, revision]);
}

/** Changes whenever the lines of the text do. */
function layoutOf(scroller: HTMLElement): string {
  const last = [...scroller.querySelectorAll<HTMLElement>('[data-block]')].at(-1);
  return `${scroller.clientWidth} ${last?.offsetTop ?? 0} ${last?.offsetHeight ?? 0}`;
}
