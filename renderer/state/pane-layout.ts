import {
  boxesOf,
  equalised,
  moved,
  neighbourOf,
  splitAt,
  swapped,
  type Direction,
  type Layout,
  type Side,
} from '#core/layout';
import { MAX_PANES, ZOOM } from '#core/library';
import { i18next } from '../strings/i18n';
import { readerSize } from './panes';
import { focusActivePane } from './reading';
import { say } from './status';
import { arrange, letterOf, newPane, openInPane, setView, useView } from './view';

const t = i18next.t.bind(i18next);

/** The smallest pane that can be read in, in CSS pixels. */
export const SMALLEST_PANE = { width: 340, height: 180 } as const;

/** What is dragged onto a pane. */
export type Dragged = { is: 'article'; articleId: string } | { is: 'pane'; key: number };

/** Whether every pane of a layout can be read in. */
function fits(layout: Layout): boolean {
  const room = readerSize();
  return [...boxesOf(layout).values()].every(
    ({ width, height }) =>
      width * room.width >= SMALLEST_PANE.width - 1 && height * room.height >= SMALLEST_PANE.height - 1,
  );
}

/** The first of these layouts, or of them with equal shares, in which every pane has room. */
const firstFitting = (layout: Layout): Layout | null => [layout, equalised(layout)].find(fits) ?? null;

/** The layout after a drop at the side of a pane; null when there is no room for it. */
export function layoutAfterDrop(
  dragged: Dragged,
  target: number,
  side: Side,
  newcomer: number,
): Layout | null {
  const { layout, panes } = useView.getState();
  if (dragged.is === 'pane') {
    return dragged.key === target ? null : firstFitting(moved(layout, dragged.key, side, target));
  }
  return panes.length < MAX_PANES ? firstFitting(splitAt(layout, target, side, newcomer)) : null;
}

/** Carries out a drop: in the centre of a pane an article opens there, and a pane changes places with it. */
export function dropOnPane(dragged: Dragged, target: number, where: Side | 'centre'): void {
  const { layout, panes } = useView.getState();
  if (where === 'centre') {
    if (dragged.is === 'pane') arrange(swapped(layout, dragged.key, target), panes, dragged.key);
    else
      openInPane(
        dragged.articleId,
        panes.findIndex(({ key }) => key === target),
      );
    return;
  }
  const pane = dragged.is === 'article' ? newPane(dragged.articleId) : null;
  const next = layoutAfterDrop(dragged, target, where, pane?.key ?? 0);
  if (next === null) say(noRoomWords(where === 'left' || where === 'right' ? 'right' : 'down'));
  else if (pane !== null) arrange(next, [...panes, pane], pane.key);
  else if (dragged.is === 'pane') arrange(next, panes, dragged.key);
}

function noRoomWords(direction: Direction): string {
  if (useView.getState().panes.length >= MAX_PANES) return t('panes.full', { count: MAX_PANES });
  return direction === 'right'
    ? t('panes.tooNarrow', { width: SMALLEST_PANE.width })
    : t('panes.tooLow', { height: SMALLEST_PANE.height });
}

/** An empty pane beside or under one, or (by default) the active one. Says why when there is no room for it. */
export function splitPane(direction: Direction, index = useView.getState().active): void {
  const { layout, panes } = useView.getState();
  const now = panes[index];
  if (now === undefined) return;
  const pane = newPane(null);
  const next =
    panes.length < MAX_PANES
      ? firstFitting(splitAt(layout, now.key, direction === 'right' ? 'right' : 'down', pane.key))
      : null;
  if (next === null) say(noRoomWords(direction));
  else arrange(next, [...panes, pane], pane.key);
}

/** Changes places with the next pane (the last one with the one before it). */
export function swapPanes(): void {
  const { panes, active, layout } = useView.getState();
  const now = panes[active];
  const other = panes[active + 1] ?? panes[active - 1];
  if (now === undefined || other === undefined) say(t('panes.alone'));
  else arrange(swapped(layout, now.key, other.key), panes, now.key);
}

/** The active pane changes places with the one on that side; without one there, it moves to that edge of its neighbour. */
export function movePane(side: Side): void {
  const { panes, active, layout } = useView.getState();
  const now = panes[active];
  if (now === undefined) return;
  const neighbour = neighbourOf(layout, now.key, side);
  if (neighbour !== null) arrange(swapped(layout, now.key, neighbour), panes, now.key);
  else if (panes.length === 1) say(t('panes.alone'));
  else if (!moveToEdge(layout, now.key, side)) return;
  focusActivePane();
  say(t('panes.moved', { letter: letterOf(useView.getState().active) }));
}

/** Beside what stands next to it across: two panes in a row become a column, and the other way round. */
function moveToEdge(layout: Layout, key: number, side: Side): boolean {
  const { panes } = useView.getState();
  const across: readonly Side[] = side === 'left' || side === 'right' ? ['down', 'up'] : ['right', 'left'];
  const target = across.flatMap((other) => neighbourOf(layout, key, other) ?? [])[0];
  if (target === undefined) {
    say(t('panes.atEdge'));
    return false;
  }
  const next = firstFitting(moved(layout, key, side, target));
  if (next === null) {
    say(noRoomWords(side === 'left' || side === 'right' ? 'right' : 'down'));
    return false;
  }
  arrange(next, panes, key);
  return true;
}

export function equalisePanes(): void {
  const { layout } = useView.getState();
  const next = equalised(layout);
  setView({ layout: next });
  say(t('panes.equalised'));
}

/** The letters of the active pane become larger or smaller by a step, or (0) as large as everywhere. */
export function zoomPane(step: 1 | -1 | 0, index = useView.getState().active): void {
  const { panes, zooms } = useView.getState();
  const pane = panes[index];
  if (pane === undefined) return;
  const before = zooms.get(pane.key) ?? 1;
  const wanted = step === 0 ? 1 : Math.round((before + step * ZOOM.step) * 100) / 100;
  const zoom = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted));
  setView({ zooms: new Map(zooms).set(pane.key, zoom) });
  say(t('panes.zoomed', { letter: letterOf(index), percent: Math.round(zoom * 100) }));
}
