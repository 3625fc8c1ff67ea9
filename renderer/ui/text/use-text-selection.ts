import { useEffect, type RefObject } from 'react';
import { trimmedSpan } from '#core/anchor';
import { textOf } from '#core/article';
import { useLibrary } from '../../state/library';
import { setView, useView } from '../../state/view';
import { isField } from '../fields';
import { spanOfRange } from './offsets';

/** Follows the window's text selection: words chosen in a pane become `selection`, anything else clears it. */
export function useTextSelection(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const follow = () => {
      // Typing in a field moves the selection there; what was chosen in the text stays chosen.
      if (isField(document.activeElement)) return;
      const selection = read(root.current);
      const before = useView.getState().selection;
      if (before === null && selection === null) return;
      setView(selection === null ? { selection } : { selection, chosen: null });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [root]);
}

function read(root: HTMLElement | null) {
  const chosen = getSelection();
  if (root === null || chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const range = chosen.getRangeAt(0);
  const paneElement = [...root.querySelectorAll<HTMLElement>('[data-pane]')].find((pane) =>
    range.intersectsNode(pane),
  );
  if (paneElement === undefined) return null;
  const index = Number(paneElement.dataset['pane']);
  const articleId = useView.getState().panes[index]?.articleId ?? null;
  const view = articleId === null ? undefined : useLibrary.getState().views.get(articleId);
  const span = spanOfRange(paneElement, range);
  if (view === undefined || span === null || articleId === null) return null;
  const text = textOf(view.article);
  const trimmed = trimmedSpan(text, span);
  return trimmed === null
    ? null
    : { pane: index, articleId, span: trimmed, text: text.slice(trimmed.start, trimmed.end) };
}
