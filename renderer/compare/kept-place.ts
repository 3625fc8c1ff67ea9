import { useLayoutEffect } from 'react';
import type { Compared } from '../state/alignment';
import { placeOf, rowAt, type Place, type Row } from '../state/comparing-rows';

/** The first paragraph in sight when rows were last taken off the page, and how far it stood from the upper edge. */
let kept: { articles: string; place: Place; top: number } | null = null;

const articlesOf = ({ left, right }: Compared): string => `${left.id} ${right.id}`;

/** Index of the row that was in sight when these articles were last compared; -1 when there is none. */
export const keptRow = (compared: Compared): number =>
  kept?.articles === articlesOf(compared) ? rowAt(compared.rows, kept.place) : -1;

/** What is in sight stays where it is when rows are made anew for a new text or pin, and on the way back from the reader. */
export function useKeptPlace(scroller: HTMLElement, compared: Compared): void {
  useLayoutEffect(() => {
    const row = scroller.querySelector(`[data-row="${keptRow(compared)}"]`);
    if (row !== null && kept !== null) {
      scroller.scrollBy({ top: topIn(scroller, row) - kept.top, behavior: 'instant' });
    }
    return () => {
      const first = firstInSight(scroller, compared.rows);
      kept = first === null ? null : { articles: articlesOf(compared), ...first };
    };
  }, [scroller, compared]);
}

const topIn = (scroller: HTMLElement, row: Element): number =>
  row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

function firstInSight(scroller: HTMLElement, rows: readonly Row[]): { place: Place; top: number } | null {
  const { top } = scroller.getBoundingClientRect();
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > top;
  const portion = [...scroller.querySelectorAll('.cmp-portion')].find(isBelow);
  const element = [...(portion?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(isBelow);
  const row = rows[Number(element?.dataset['row'] ?? -1)];
  return element === undefined || row === undefined
    ? null
    : { place: placeOf(row), top: topIn(scroller, element) };
}
