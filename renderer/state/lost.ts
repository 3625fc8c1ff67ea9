import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { i18next } from '../strings/i18n';
import { useLibrary } from './library';
import { moveAnnotation } from './moves';
import { attempt, say } from './status';
import { choose, setView, useView } from './view';

interface LostState {
  /** The article whose lost annotations the margin shows; null = it shows the others. */
  articleId: string | null;
  /** The one that a place is being looked for. */
  annotationId: string | null;
}

/** The tray of annotations that lost their place in the text. */
export const useLost = create<LostState>(() => ({ articleId: null, annotationId: null }));

export const closeLost = (): void => useLost.setState({ articleId: null });

export const pickLost = (annotationId: string): void => useLost.setState({ annotationId });

/** Shows the tray of the active pane's article, with one of its annotations open. */
export function openLost(): void {
  const { panes, active } = useView.getState();
  const articleId = panes[active]?.articleId ?? null;
  const lost = lostOf(articleId);
  const { annotationId } = useLost.getState();
  const open = lost.find(({ id }) => id === annotationId) ?? lost[0];
  useLost.setState({ articleId, annotationId: open?.id ?? null });
  setView({ view: 'library', notesOpen: true, chosen: null });
}

function lostOf(articleId: string | null): Annotation[] {
  const view = useLibrary.getState().views.get(articleId ?? '');
  return view?.annotations.filter(({ anchor }) => anchor === 'orphan') ?? [];
}

/** Gives a lost annotation a place again and shows it there; one undo step, which makes it lost again. */
export async function attach(annotation: Annotation, span: Span): Promise<void> {
  const article = useLibrary.getState().views.get(annotation.articleId)?.article;
  if (article === undefined) return;
  const { revision } = article;
  if (!(await attempt(() => moveAnnotation({ annotation, span, revision, what: 'attach' })))) return;
  getSelection()?.removeAllRanges();
  setView({ selection: null });
  const next = lostOf(annotation.articleId).find(({ id }) => id !== annotation.id);
  useLost.setState({ annotationId: next?.id ?? null });
  if (next === undefined) {
    closeLost();
    choose(annotation.articleId, annotation.id);
  }
  say(i18next.t('marking.lost.attached'));
}

/** Attaches the annotation that is open in the tray to the selected words. */
export async function attachToSelection(): Promise<void> {
  const { selection } = useView.getState();
  const { articleId, annotationId } = useLost.getState();
  const annotation = lostOf(articleId).find(({ id }) => id === annotationId);
  if (annotation === undefined) say(i18next.t('marking.lost.openFirst'));
  else if (selection?.articleId !== annotation.articleId) say(i18next.t('marking.lost.chooseFirst'));
  else await attach(annotation, selection.span);
}
