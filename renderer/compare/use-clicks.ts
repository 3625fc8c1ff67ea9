import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import type { Compared } from '../state/alignment';
import { readCurrent, settleAt, stepRow } from '../state/comparing';
import type { Place } from '../state/comparing-rows';
import { chosenAnnotation } from '../state/chosen';
import { openCard } from '../state/marking';
import { nextAround } from '../state/overlaps';
import { attempt } from '../state/status';
import { choose, unchoose, useView } from '../state/view';
import { idsOf } from '../ui/text/paint';
import { sideOf } from './word-changes';

/**
 * A click makes a paragraph the current one; on a mark it opens its card, a double click opens its note in the reader. Enter
 * opens what is current in the reader: the note of the open card, else the paragraph. The arrows step from row to row.
 */
export function useClicks(compared: Compared) {
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // Rows stand among each other: choosing words in one column leaves out the other.
      const side = placeOf(event.target)?.side;
      if (side === undefined) delete event.currentTarget.dataset['choosing'];
      else event.currentTarget.dataset['choosing'] = side;
    },
    onClick(event: MouseEvent) {
      const place = placeOf(event.target);
      if (place === null) return;
      settleAt(place);
      if (event.detail > 1 || getSelection()?.isCollapsed === false) return;
      chooseMark(event.target, compared[place.side].id);
    },
    onDoubleClick(event: MouseEvent) {
      if (markOf(event.target) !== null) openChosen();
    },
    onKeyDown(event: KeyboardEvent) {
      const { target, key } = event;
      if (key === 'ArrowDown' || key === 'ArrowUp') stepRow(key === 'ArrowDown' ? 1 : -1);
      else if (key !== 'Enter' || (target as Element).closest('button') !== null) return;
      else enter(target, compared);
      event.preventDefault();
    },
  };
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('.cmp-cell') : null;
  const text = cell?.querySelector<HTMLElement>('.cmp-text');
  return text == null ? null : { side: sideOf(text), block: Number(text.dataset['block']) };
}

const markOf = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('mark') : null;

/** Opens the card of a mark, of the next one around it when its card is open already; closes the card beside marks. */
function chooseMark(target: EventTarget, articleId: string): void {
  const mark = markOf(target);
  const id =
    mark === null ? undefined : nextAround(idsOf(mark), useView.getState().chosen?.annotationId ?? null);
  if (id === undefined) unchoose();
  else choose(articleId, id);
}

function enter(target: EventTarget, compared: Compared): void {
  const mark = markOf(target);
  const place = placeOf(target);
  const isOpen = mark !== null && idsOf(mark).includes(useView.getState().chosen?.annotationId ?? '');
  if (mark !== null && place !== null && !isOpen) chooseMark(mark, compared[place.side].id);
  else if (chosenAnnotation() !== undefined) openChosen();
  else void attempt(readCurrent);
}

function openChosen(): void {
  const annotation = chosenAnnotation();
  if (annotation === undefined) return;
  getSelection()?.removeAllRanges();
  void attempt(() => openCard(annotation));
}
