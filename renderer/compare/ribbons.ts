import { useEffect, type RefObject } from 'react';
import type { Row } from '../state/comparing-rows';

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

const rowsIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-row]')];
const cellIn = (row: Element | undefined, side: 'left' | 'right'): HTMLElement | null =>
  row?.querySelector<HTMLElement>(`.cmp-cell.${side}`) ?? null;

/** Draws the ribbons of rows that are near the window, as their paragraphs are laid out. */
export function useRibbons(
  root: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
  rows: readonly Row[],
): void {
  useEffect(() => {
    const page = root.current;
    if (page === null || scroller === null) return undefined;
    const sizes = new ResizeObserver((entries) => {
      for (const row of new Set(entries.map(({ target }) => target.closest('[data-row]')))) draw(row);
    });
    const near = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          for (const cell of target.querySelectorAll('.cmp-cell')) {
            if (isIntersecting) sizes.observe(cell);
            else sizes.unobserve(cell);
          }
        }
      },
      { root: scroller, rootMargin: '400px 0px' },
    );
    for (const row of rowsIn(page)) if (row.querySelector('.cmp-ribbon') !== null) near.observe(row);
    return () => {
      near.disconnect();
      sizes.disconnect();
    };
  }, [root, scroller, rows]);
}

function draw(row: Element | null): void {
  const path = row?.querySelector('.cmp-ribbon path');
  const [left, right] = [cellIn(row ?? undefined, 'left'), cellIn(row ?? undefined, 'right')];
  if (row === null || path === null || path === undefined || left === null || right === null) return;
  const width = path.closest('svg')?.clientWidth ?? 0;
  path.setAttribute('d', ribbon(width, left.offsetHeight, right.offsetHeight));
}

/** Joins moved paragraphs of which both places are in sight, with one path over the rows. */
export function useMovedLines(
  path: RefObject<SVGPathElement | null>,
  scroller: HTMLElement | null,
  rows: readonly Row[],
): void {
  useEffect(() => {
    const page = path.current?.ownerSVGElement?.parentElement ?? null;
    const ends = movedEnds(rows);
    if (page === null || scroller === null || ends.length === 0) {
      path.current?.setAttribute('d', '');
      return undefined;
    }
    const elements = rowsIn(page);
    const drawAll = () => {
      const [seen, origin] = [scroller.getBoundingClientRect(), page.getBoundingClientRect()];
      const lines = ends.flatMap(({ from, to }) => {
        const [start, end] = [cellIn(elements[from], 'left'), cellIn(elements[to], 'right')];
        if (start === null || end === null) return [];
        const [a, b] = [start.getBoundingClientRect(), end.getBoundingClientRect()];
        const inSight = [a, b].every(({ top, bottom }) => bottom > seen.top && top < seen.bottom);
        if (!inSight) return [];
        return movedLine(
          { x: a.right - origin.left, y: (a.top + a.bottom) / 2 - origin.top },
          { x: b.left - origin.left, y: (b.top + b.bottom) / 2 - origin.top },
        );
      });
      path.current?.setAttribute('d', lines.join(''));
    };
    let frame = requestAnimationFrame(drawAll);
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(drawAll);
    };
    const sizes = new ResizeObserver(later);
    sizes.observe(page);
    scroller.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      scroller.removeEventListener('scroll', later);
    };
  }, [path, scroller, rows]);
}

/** Indices of the two rows of each moved pair. */
function movedEnds(rows: readonly Row[]): { from: number; to: number }[] {
  const arrivals = new Map(
    rows.flatMap(({ kind, right }, at) => (kind === 'moved' && right !== null ? [[right, at] as const] : [])),
  );
  return rows.flatMap(({ kind, left, pair }, from) => {
    const to = kind === 'moved' && left !== null && pair !== null ? arrivals.get(pair.right) : undefined;
    return to === undefined ? [] : [{ from, to }];
  });
}
