import type { AnnotationRef } from '#core/link';
import { clearBulk, toggleInBulk, useBulk } from '../state/bulk';
import { useLibrary } from '../state/library';
import { linkTo, useLinking } from '../state/linking';
import { useView } from '../state/view';
import { isComposing } from '../ui/fields';
import { idsOf } from '../ui/text/paint';

/**
 * What a click on a mark or a card means while a link is being made or several notes are chosen: it ends the link there,
 * adds to the chosen ones (with Ctrl), or ends the choosing. It is heard before the reader opens a card for it.
 */
export function listenToMarks(): () => void {
  const clicked = (event: MouseEvent) => {
    const ref = refAt(event.target);
    if (ref === null || getSelection()?.isCollapsed === false) return;
    const onMark = ref.of === 'mark';
    if (useLinking.getState().from !== null) {
      event.preventDefault();
      event.stopPropagation();
      void linkTo(ref);
    } else if (onMark && useBulk.getState().ids.size > 0) {
      if (!event.ctrlKey && !event.metaKey) clearBulk();
      else if (pick(ref)) {
        event.preventDefault();
        event.stopPropagation();
      }
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event) || useLinking.getState().from === null) return;
    const target =
      event.target instanceof Element && event.target.matches('mark, .note') ? event.target : null;
    const ref = refAt(target);
    if (ref === null) return;
    event.preventDefault();
    event.stopPropagation();
    void linkTo(ref);
  };
  document.addEventListener('click', clicked, true);
  document.addEventListener('keydown', pressed, true);
  return () => {
    document.removeEventListener('click', clicked, true);
    document.removeEventListener('keydown', pressed, true);
  };
}

/** The annotation whose mark or card this is; where marks overlap, the innermost. */
function refAt(target: EventTarget | null): (AnnotationRef & { of: 'mark' | 'card' }) | null {
  if (!(target instanceof Element)) return null;
  const card = target.closest<HTMLElement>('.notes [data-annotation]');
  const { annotation, article } = card?.dataset ?? {};
  if (annotation !== undefined && article !== undefined) {
    return { articleId: article, annotationId: annotation, of: 'card' };
  }
  const mark = target.closest<HTMLElement>('mark');
  const pane = mark?.closest<HTMLElement>('[data-pane]');
  const articleId = useView.getState().panes[Number(pane?.dataset['pane'])]?.articleId;
  const annotationId = mark === null ? undefined : idsOf(mark).at(-1);
  return articleId == null || annotationId === undefined ? null : { articleId, annotationId, of: 'mark' };
}

/** Adds it to the chosen ones, or takes it out; only one of the same article can be. */
function pick({ articleId, annotationId }: AnnotationRef): boolean {
  if (useBulk.getState().articleId !== articleId) return false;
  const view = useLibrary.getState().views.get(articleId);
  const annotation = view?.annotations.find(({ id }) => id === annotationId);
  if (annotation !== undefined) toggleInBulk(annotation);
  return annotation !== undefined;
}
