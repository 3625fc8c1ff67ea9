import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { useLibrary, viewOf } from './library';
import { paneHandle } from './panes';
import { say } from './status';
import { choose, useView } from './view';

/** A list of the annotations at one place of the text, open beside it. */
interface Picker {
  articleId: string;
  ids: readonly string[];
  /** Where in the window it stands. CSS pixels. */
  at: { left: number; top: number };
  /** Whether it takes the keyboard. */
  focused: boolean;
}

export const useOverlaps = create<{ picker: Picker | null }>(() => ({ picker: null }));

export const openPicker = (picker: Picker): void => useOverlaps.setState({ picker });
export const closePicker = (): void => useOverlaps.setState({ picker: null });

/**
 * Which annotation a click on a mark means: the innermost of its `ids` (they begin with the outermost); when it is chosen
 * already, the one around it, and so on in a circle.
 */
export function nextAround(ids: readonly string[], chosenId: string | null): string | undefined {
  const inward = [...ids].reverse();
  const at = chosenId === null ? -1 : inward.indexOf(chosenId);
  return inward[(at + 1) % inward.length];
}

interface Overlap {
  articleId: string;
  /** In the order of reading, the longer first. */
  annotations: Annotation[];
  chosenId: string | null;
}

/** Where the steps began: going from one annotation to the next does not change which ones overlap. */
let begun: { articleId: string; place: Span; last: string } | null = null;

/** The annotations at the chosen one's place, at the selection, else in the current paragraph of the active pane. */
function overlapHere(): (Overlap & { place: Span }) | null {
  const { panes, active, selection, chosen } = useView.getState();
  const view = viewOf(useLibrary.getState(), panes[active]);
  if (view === undefined) return null;
  const articleId = view.article.id;
  const chosenId = chosen?.articleId === articleId ? chosen.annotationId : null;
  const own = view.annotations.find(({ id }) => id === chosenId);
  const place =
    begun !== null && begun.articleId === articleId && begun.last === chosenId
      ? begun.place
      : (own?.target ?? (selection?.articleId === articleId ? selection.span : null));
  if (place === null) return null;
  const annotations = view.annotations.filter(
    ({ target, anchor }) => anchor !== 'orphan' && target.start < place.end && target.end > place.start,
  );
  return { articleId, annotations, chosenId, place: { start: place.start, end: place.end } };
}

/** Chooses the next of the annotations that overlap here, in a circle. */
export function stepOverlap(): void {
  const here = overlapHere();
  const [first] = here?.annotations ?? [];
  if (here === null || first === undefined) {
    say(i18next.t('marking.overlap.none'));
    return;
  }
  const { articleId, annotations, chosenId, place } = here;
  const at = annotations.findIndex(({ id }) => id === chosenId);
  const index = (at + 1) % annotations.length;
  const next = annotations[index] ?? first;
  begun = { articleId, place, last: next.id };
  choose(articleId, next.id);
  activeHandle()?.reveal(next.target.start);
  say(i18next.t('marking.overlap.step', { number: index + 1, count: annotations.length }));
}

/** Opens the list of the annotations that overlap here, for the keyboard. */
export function pickOverlap(): void {
  const here = overlapHere();
  const handle = activeHandle();
  if (here === null || here.annotations.length === 0 || handle === undefined) {
    say(i18next.t('marking.overlap.none'));
    return;
  }
  const { articleId, annotations, place } = here;
  const box = handle.scroller.getBoundingClientRect();
  const top = (handle.topOf(place.start) ?? 0) - handle.scroller.scrollTop + box.top;
  const at = { left: box.left + box.width / 3, top: Math.min(Math.max(top, box.top), box.bottom) + 28 };
  openPicker({ articleId, ids: annotations.map(({ id }) => id), at, focused: true });
}

function activeHandle() {
  const { panes, active } = useView.getState();
  return paneHandle(panes[active]?.key);
}
