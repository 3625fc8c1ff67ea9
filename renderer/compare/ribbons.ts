import { useCallback, useEffect, useMemo, type RefObject } from 'react';
import type { Row } from '../state/comparing-rows';
import { portionAt } from './portions';

/** A ribbon's distance from the upper and lower edge of its paragraphs, in CSS pixels. */
const INSET = 3;

/** The shape between two paragraphs that begin at the same height and end at different ones. */
function ribbon(width: number, left: number, right: number): string {
  const [l, r] = [Math.max(INSET, left - INSET), Math.max(INSET, right - INSET)];
  return `M0 ${INSET}H${width}V${r}C${width / 2} ${r} ${width / 2} ${l} 0 ${l}Z`;
}

/** A line from a paragraph in A to the place in B where it has gone. It keeps to the edge of A, beside the pills. */
function movedLine(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const edge = from.x + 4;
  return `M${from.x} ${from.y}C${edge} ${from.y} ${edge} ${to.y} ${to.x} ${to.y}`;
}

const cellIn = (row: Element | null, side: 'left' | 'right'): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`.cmp-cell.${side}`) ?? null;

/**
 * Draws the ribbons of rows that are near the window, as their paragraphs are laid out. Returns what watches a portion that
 * has come onto the page.
 */
export function useRibbons(scroller: HTMLElement): (portion: HTMLElement) => void {
  const { near, sizes } = useMemo(() => {
    const watchSizes = new ResizeObserver((entries) => {
      for (const row of new Set(entries.map(({ target }) => target.closest('[data-row]')))) draw(row);
    });
    const watchPortions = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const cell of target.querySelectorAll('.cmp-cell')) {
            if (isIntersecting) watchSizes.observe(cell);
            else watchSizes.unobserve(cell);
          }
        }
      },
      { root: scroller, rootMargin: '400px 0px' },
    );
    return { near: watchPortions, sizes: watchSizes };
  }, [scroller]);
  useEffect(
    () => () => {
      near.disconnect();
      sizes.disconnect();
    },
    [near, sizes],
  );
  return useCallback((portion) => near.observe(portion), [near]);
}

function draw(row: Element | null): void {
  const path = row?.querySelector('.cmp-ribbon path');
  const [left, right] = [cellIn(row, 'left'), cellIn(row, 'right')];
  if (row === null || path === null || path === undefined || left === null || right === null) return;
  const width = path.closest('svg')?.clientWidth ?? 0;
  path.setAttribute('d', ribbon(width, left.offsetHeight, right.offsetHeight));
}

/** Joins moved paragraphs of which both places are in sight, with one path over the rows. */
export function useMovedLines(
  path: RefObject<SVGPathElement | null>,
  scroller: HTMLElement,
  rows: readonly Row[],
): void {
  useEffect(() => {
    const page = path.current?.ownerSVGElement?.parentElement ?? null;
    const ends = movedEnds(rows);
    if (page === null || ends.length === 0) {
      path.current?.setAttribute('d', '');
      return undefined;
    }
    /** Indices of the portions in sight: the boxes of others would have to be laid out first. */
    const inSight = new Set<number>();
    const drawAll = () => {
      const shown = ends.filter(({ from, to }) => [from, to].every((index) => inSight.has(portionAt(index))));
      path.current?.setAttribute('d', shown.flatMap((pair) => lineOf(page, scroller, pair)).join(''));
    };
    let frame = requestAnimationFrame(drawAll);
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(drawAll);
    };
    const portions = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = Number((target as HTMLElement).dataset['portion']);
          if (isIntersecting) inSight.add(index);
          else inSight.delete(index);
        }
        later();
      },
      { root: scroller },
    );
    for (const portion of page.querySelectorAll('.cmp-portion')) portions.observe(portion);
    const sizes = new ResizeObserver(later);
    sizes.observe(page);
    scroller.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      portions.disconnect();
      sizes.disconnect();
      scroller.removeEventListener('scroll', later);
    };
  }, [path, scroller, rows]);
}

interface MovedEnds {
  from: number;
  to: number;
}

function lineOf(page: HTMLElement, scroller: HTMLElement, { from, to }: MovedEnds): string[] {
  const start = cellIn(page.querySelector(`[data-row="${from}"]`), 'left');
  const end = cellIn(page.querySelector(`[data-row="${to}"]`), 'right');
  if (start === null || end === null) return [];
  const [seen, origin] = [scroller.getBoundingClientRect(), page.getBoundingClientRect()];
  const [a, b] = [start.getBoundingClientRect(), end.getBoundingClientRect()];
  if (![a, b].every(({ top, bottom }) => bottom > seen.top && top < seen.bottom)) return [];
  return [
    movedLine(
      { x: a.right - origin.left, y: (a.top + a.bottom) / 2 - origin.top },
      { x: b.left - origin.left, y: (b.top + b.bottom) / 2 - origin.top },
    ),
  ];
}

/** Indices of the two rows of each moved pair. */
function movedEnds(rows: readonly Row[]): MovedEnds[] {
  const arrivals = new Map(
    rows.flatMap(({ kind, right }, at) => (kind === 'moved' && right !== null ? [[right, at] as const] : [])),
  );
  return rows.flatMap(({ kind, left, pair }, from) => {
    const to = kind === 'moved' && left !== null && pair !== null ? arrivals.get(pair.right) : undefined;
    return to === undefined ? [] : [{ from, to }];
  });
}
