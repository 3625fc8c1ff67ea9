import { useEffect, type RefObject } from 'react';
import { openPicker } from '../../state/overlaps';
import { choose, useView } from '../../state/view';
import { idsOf } from '../../ui/text/paint';

/** Opens the list of annotations at a mark: by a click where one of several is chosen already, by the right button anywhere. */
export function useMarkPicker(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    const clicked = (event: MouseEvent) => {
      const at = markAt(event);
      const { chosen } = useView.getState();
      // The pane itself goes from one annotation to the next with each click: this is heard before it.
      if (at === null || at.ids.length < 2 || getSelection()?.isCollapsed === false) return;
      if (chosen === null || !at.ids.includes(chosen.annotationId)) return;
      openPicker({ articleId: at.articleId, ids: at.ids, at: placeOf(event, at.mark), focused: false });
    };
    const asked = (event: MouseEvent) => {
      const at = markAt(event);
      const inner = at?.ids.at(-1);
      if (at === null || inner === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const { chosen } = useView.getState();
      if (chosen === null || !at.ids.includes(chosen.annotationId)) choose(at.articleId, inner);
      openPicker({ articleId: at.articleId, ids: at.ids, at: placeOf(event, at.mark), focused: true });
    };
    element.addEventListener('click', clicked, true);
    element.addEventListener('contextmenu', asked, true);
    return () => {
      element.removeEventListener('click', clicked, true);
      element.removeEventListener('contextmenu', asked, true);
    };
  }, [root]);
}

/** The mark under the pointer and the annotations that it belongs to, outermost first. */
function markAt({ target }: MouseEvent): { mark: HTMLElement; articleId: string; ids: string[] } | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-ids]') : null;
  const pane = Number(mark?.closest<HTMLElement>('[data-pane]')?.dataset['pane']);
  const articleId = useView.getState().panes[pane]?.articleId ?? null;
  return mark === null || articleId === null ? null : { mark, articleId, ids: idsOf(mark) };
}

/** Under the line that was pointed at; a key points at nothing. */
function placeOf({ clientX, clientY }: MouseEvent, mark: HTMLElement): { left: number; top: number } {
  const lines = [...mark.getClientRects()];
  const line = lines.find(({ top, bottom }) => clientY >= top && clientY <= bottom) ?? lines[0];
  return { left: clientX > 0 ? clientX : (line?.left ?? 0), top: line?.bottom ?? clientY };
}
