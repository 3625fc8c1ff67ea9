import { useEffect, type RefObject } from 'react';
import { followReading, useFocused } from '../state/focus';

/** While only the panes are shown, the current paragraph follows the scrolling of the active one. */
export function useFocusFollow(root: RefObject<HTMLElement | null>): void {
  const focused = useFocused();
  useEffect(() => {
    const element = root.current;
    if (!focused || element === null) return undefined;
    let frame = 0;
    const scrolled = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(followReading);
    };
    element.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [root, focused]);
}
