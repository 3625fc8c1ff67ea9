import { useCallback, useEffect, useState } from 'react';

/** Pages on a scrolled strip: which one is looked at, and how to go to another. */
interface Strip {
  /** The page in the middle of what is shown. */
  shown: number;
  goTo: (page: number) => void;
}

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Follows the scrolling of a strip, whose pages carry `data-page` from 1, and scrolls to `page` whenever that changes.
 * `ready`: the pages are there.
 */
export function useStrip(
  strip: HTMLElement | null,
  ready: boolean,
  page: number | null,
  onPage?: (page: number) => void,
): Strip {
  const [shown, setShown] = useState(1);
  const goTo = useCallback(
    (wanted: number) => {
      const target = strip?.querySelector<HTMLElement>(`[data-page="${wanted}"]`);
      if (strip === null || target === null || target === undefined) return;
      const top = target.offsetTop - 12;
      const far = Math.abs(top - strip.scrollTop) > strip.clientHeight * 3;
      strip.scrollTo({ top, behavior: far || prefersStillness() ? 'instant' : 'smooth' });
    },
    [strip],
  );

  useEffect(() => {
    if (!ready || strip === null) return undefined;
    const follow = () => setShown(pageInSight(strip));
    strip.addEventListener('scroll', follow, { passive: true });
    return () => strip.removeEventListener('scroll', follow);
  }, [strip, ready]);

  useEffect(() => {
    if (ready && page !== null) goTo(page);
  }, [ready, page, goTo]);

  useEffect(() => onPage?.(shown), [shown, onPage]);
  return { shown, goTo };
}

/** The page that stands under the middle of the strip, found by halving: there may be hundreds. */
function pageInSight(strip: HTMLElement): number {
  const pages = strip.querySelectorAll<HTMLElement>('[data-page]');
  const middle = strip.scrollTop + strip.clientHeight / 2;
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const half = (low + high + 1) >> 1;
    if ((pages[half]?.offsetTop ?? Infinity) <= middle) low = half;
    else high = half - 1;
  }
  return low + 1;
}

/** Width of the element in CSS pixels, told when resizing has come to rest. */
export function useRestingWidth(measured: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (measured === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known = false;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      // The first size is told at once.
      timer = setTimeout(() => setWidth(measured.clientWidth), known ? 120 : 0);
      known = true;
    });
    observer.observe(measured);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [measured]);
  return width;
}
