import { useEffect } from 'react';
import { findTarget, makeTarget, trimmedSpan } from '#core/anchor';
import { textOf, type Article } from '#core/article';
import { useLibrary } from '../../state/library';
import { shownTexts, type ShownText } from '../../state/shown-texts';
import { say } from '../../state/status';
import { setView, useView, type TextSelection } from '../../state/view';
import { i18next } from '../../strings/i18n';
import { isField } from '../fields';
import { offsetOfPoint, rangeOfSpan, spanOfRange } from './offsets';

/**
 * Follows the window's text selection: words chosen in a shown text become `selection`, anything else clears it. Of a
 * selection across texts only the part in the text where it began counts, and titles, captions and margins are no part of
 * it. When a new text of the article arrives, the same words are chosen in it.
 */
export function useTextSelection(): void {
  useEffect(() => {
    let finding = false;
    const follow = () => {
      // Typing in a field moves the selection there; what was chosen in the text stays chosen.
      if (finding || isField(document.activeElement)) return;
      const selection = read();
      const before = useView.getState().selection;
      if (before === null && selection === null) return;
      setView(selection === null ? { selection } : { selection, chosen: null });
    };
    // Not during the drag: the browser would go on from the narrower selection.
    const released = () =>
      setTimeout(() => {
        follow();
        narrow();
      });
    const forget = useLibrary.subscribe((now, before) => {
      const { selection } = useView.getState();
      const old = before.views.get(selection?.articleId ?? '')?.article;
      const article = now.views.get(selection?.articleId ?? '')?.article;
      if (selection === null || old === undefined || article === undefined) return;
      if (old.revision === article.revision) return;
      finding = true;
      void findAgain(selection, old, article).finally(() => (finding = false));
    });
    document.addEventListener('selectionchange', follow);
    document.addEventListener('pointerup', released);
    return () => {
      forget();
      document.removeEventListener('selectionchange', follow);
      document.removeEventListener('pointerup', released);
    };
  }, []);
}

/** The text that a selection belongs to: the one where it began, else the active one if it reaches in there. */
const textWith = (node: Node | null): ShownText | undefined =>
  shownTexts().find(({ root }) => root.contains(node)) ?? shownTexts().find(({ active }) => active);

function read(): TextSelection | null {
  const chosen = getSelection();
  if (chosen === null || chosen.isCollapsed || chosen.rangeCount === 0) return null;
  const shown = textWith(chosen.anchorNode);
  const covered = shown === undefined ? null : spanOfRange(shown.root, chosen.getRangeAt(0));
  if (shown === undefined || covered === null) return null;
  const { pane, article } = shown;
  const text = textOf(article);
  const span = trimmedSpan(text, covered);
  return span === null ? null : { pane, articleId: article.id, span, text: text.slice(span.start, span.end) };
}

/** The text in which words were chosen. */
const textOfSelection = ({ pane, articleId }: TextSelection): ShownText | undefined =>
  shownTexts().find((shown) => shown.pane === pane && shown.article.id === articleId);

/** Takes out of the window's selection what is no part of the chosen words: it would look as if it were marked with them. */
function narrow(): void {
  const chosen = getSelection();
  const { selection } = useView.getState();
  if (chosen === null || selection === null || chosen.rangeCount === 0) return;
  const root = textOfSelection(selection)?.root;
  const { anchorNode, focusNode } = chosen;
  if (root === undefined || anchorNode === null || focusNode === null) return;
  const isWithin = [anchorNode, focusNode].every((node) => offsetOfPoint(root, node, 0) !== null);
  const range = isWithin ? null : rangeOfSpan(root, selection.span);
  if (range === null) return;
  const before = chosen.getRangeAt(0);
  const isBackwards = before.startContainer === focusNode && before.startOffset === chosen.focusOffset;
  const ends = [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset],
  ] as const;
  const [from, to] = isBackwards ? [ends[1], ends[0]] : ends;
  chosen.setBaseAndExtent(...from, ...to);
}

/** Chooses the words of the old text in the new one, when they stand there; else says which words are gone. */
async function findAgain(selection: TextSelection, old: Article, article: Article): Promise<void> {
  const found = findTarget(textOf(article), makeTarget(textOf(old), selection.span));
  if (found.state !== 'exact') {
    setView({ selection: null });
    say(i18next.t('marking.selection.lost', { words: selection.text.slice(0, 60) }));
    return;
  }
  const again = { ...selection, span: found.span };
  setView({ selection: again });
  // The new text and its marks are drawn first.
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  if (useView.getState().selection !== again) return;
  textOfSelection(again)?.select(found.span);
  say(i18next.t('marking.selection.kept'));
}
