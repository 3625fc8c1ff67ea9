import { useCallback, useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from '../ui/idle';

/** Comparisons of this many portions are put on the page whole, at once. */
const AT_ONCE = 8;
/** How long the page may be kept busy by putting the rest of a long comparison on it. Milliseconds. */
const SLICE = 8;

interface Building {
  built: ReadonlySet<number>;
  build: (portion: number) => void;
}

/**
 * Which portions are on the page: of a long comparison those at `first` at once, those that come near the window when they
 * do, and the others in idle moments. `page` holds an element for each.
 */
export function useBuilding(
  page: RefObject<HTMLElement | null>,
  scroller: HTMLElement,
  count: number,
  first: number,
): Building {
  const isLong = count > AT_ONCE;
  const [built, setBuilt] = useState<ReadonlySet<number>>(
    () => new Set(isLong ? [first, first + 1] : Array.from({ length: count }, (_, index) => index)),
  );
  const build = useCallback((portion: number) => {
    setBuilt((before) => (before.has(portion) ? before : new Set(before).add(portion)));
  }, []);
  useEffect(() => {
    if (!isLong || page.current === null) return undefined;
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) build(Number((target as HTMLElement).dataset['portion']));
        }
      },
      { root: scroller, rootMargin: '100% 0px' },
    );
    for (const element of page.current.querySelectorAll('.cmp-portion')) near.observe(element);
    let next = 0;
    const stop = whenIdle(SLICE, () => {
      // At once, so that the time it takes counts.
      flushSync(() => build(next));
      next++;
      return next < count;
    });
    return () => {
      near.disconnect();
      stop();
    };
  }, [page, scroller, count, isLong, build]);
  return { built, build };
}
