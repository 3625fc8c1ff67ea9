import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';

interface SpanOptions {
  /** First and last day, as numbers. */
  from: number;
  to: number;
  /** Steps of a factor of two from where all fits into the window. */
  zoom: number;
}

/** How days become pixels, and which of them are in sight. */
export interface TimeSpan {
  /** Pixels that a day is wide. */
  dayWidth: number;
  width: number;
  leftOf: (day: number) => number;
  /** The days in sight and a little more, as numbers. */
  sight: { from: number; to: number };
  isNear: (left: number) => boolean;
}

/** Pixels before the first and behind the last day. */
const MARGIN = 48;
const FEWEST_DAYS = 30;
/** A day is never wider. */
const WIDEST_DAY = 48;
/** Before the window is measured. */
const GUESSED = 900;

/** The span of a timeline in `scroller`. The middle of what is in sight stays there when it is looked at nearer. */
export function useSpan({ from, to, zoom }: SpanOptions): {
  scroller: RefObject<HTMLDivElement | null>;
  span: TimeSpan;
} {
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeen(scroller);
  const { left, room } = seen;
  const days = Math.max(FEWEST_DAYS, to - from);
  const dayWidth = Math.min(WIDEST_DAY, (Math.max(200, room - 2 * MARGIN) / days) * 2 ** zoom);
  const kept = useRef({ day: 0, dayWidth });
  useLayoutEffect(() => {
    const element = scroller.current;
    const { day, dayWidth: before } = kept.current;
    if (element === null || before === dayWidth) return;
    element.scrollLeft = day * dayWidth + MARGIN - element.clientWidth / 2;
    kept.current.dayWidth = dayWidth;
  }, [dayWidth]);
  useEffect(() => {
    kept.current.day = (left + room / 2 - MARGIN) / dayWidth;
  }, [left, room, dayWidth]);
  // Stays the same while it is only scrolled: what is laid out by it stays too.
  const leftOf = useCallback((day: number) => MARGIN + (day - from) * dayWidth, [from, dayWidth]);
  const span = useMemo((): TimeSpan => {
    const dayAt = (place: number) => Math.floor(from + (place - MARGIN) / dayWidth);
    return {
      dayWidth,
      leftOf,
      width: Math.max(room, 2 * MARGIN + days * dayWidth),
      sight: { from: dayAt(left - room / 2), to: dayAt(left + 1.5 * room) },
      isNear: (place) => place > left - room && place < left + 2 * room,
    };
  }, [left, room, from, days, dayWidth, leftOf]);
  return { scroller, span };
}

function useSeen(scroller: RefObject<HTMLDivElement | null>): { left: number; room: number } {
  const [seen, setSeen] = useState({ left: 0, room: GUESSED });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = () => setSeen({ left: element.scrollLeft, room: element.clientWidth || GUESSED });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return seen;
}

/** Scrolls so that a place is in sight. */
export function reveal(element: HTMLElement | null, place: number): void {
  if (element === null) return;
  const { scrollLeft, clientWidth } = element;
  const isSeen = place > scrollLeft + MARGIN && place < scrollLeft + clientWidth - MARGIN;
  if (!isSeen) element.scrollLeft = place - clientWidth / 2;
}
