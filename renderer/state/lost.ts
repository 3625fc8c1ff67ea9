import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { useLibrary, viewOf } from './library';
import { moveAnnotation } from './moves';
import { attempt, say } from './status';
import { choose, setView, useView } from './view';

interface LostState {
  /** Whether the notes show those that lost their place. */
  open: boolean;
  /** The one that a place is being looked for. */
  annotationId: string | null;
}

/** The tray of annotations that lost their place in the text. */
export const useLost = create<LostState>(() => ({ open: false, annotationId: null }));

export const closeLost = (): void => useLost.setState({ open: false });

export const pickLost = (annotationId: string | null): void => useLost.setState({ annotationId });

/** Shows the tray of the active pane's article, with the first of its annotations open. */
export function openLost(): void {
  const [first] = lostHere();
  useLost.setState(({ annotationId }) => ({
    open: true,
    annotationId: lostHere().some(({ id }) => id === annotationId) ? annotationId : (first?.id ?? null),
  }));
  setView({ view: 'library', notesOpen: true, chosen: null });
}

function lostHere(): Annotation[] {
  const { panes, active } = useView.getState();
  const view = viewOf(useLibrary.getState(), panes[active]);
  return view?.annotations.filter(({ anchor }) => anchor === 'orphan') ?? [];
}

/** Gives a lost annotation a place again and shows it there; one undo step, which makes it lost again. */
export async function attach(annotation: Annotation, span: Span): Promise<void> {
  const article = useLibrary.getState().views.get(annotation.articleId)?.article;
  if (article === undefined) return;
  const { revision } = article;
  if (!(await attempt(() => moveAnnotation({ annotation, span, revision, what: 'attach' })))) return;
  getSelection()?.removeAllRanges();
  const [next] = lostHere();
  useLost.setState({ annotationId: next?.id ?? null, open: next !== undefined });
  if (next === undefined) choose(annotation.articleId, annotation.id);
  say(i18next.t('marking.lost.attached'));
}

/** Attaches the annotation that is open in the tray to the selected words. */
export async function attachToSelection(): Promise<void> {
  const { selection } = useView.getState();
  const { open, annotationId } = useLost.getState();
  const annotation = open ? lostHere().find(({ id }) => id === annotationId) : undefined;
  if (annotation === undefined) say(i18next.t('marking.lost.openFirst'));
  else if (selection?.articleId !== annotation.articleId) say(i18next.t('marking.lost.chooseFirst'));
  else await attach(annotation, selection.span);
}
