import { blockAt, blockStarts, textOf } from '#core/article';
import type { ArticleView } from '#core/contract';
import type { Span } from '#core/span';
import { steppedSpan, type End } from '../ui/text/snap';
import { syllableBeside } from '../ui/text/syllables';
import { movableAnnotation, stepEnd } from './ends';
import { useLibrary, viewOf } from './library';
import { isShown } from './note-filter';
import { paneHandle, type PaneHandle } from './panes';
import { activeText } from './shown-texts';
import { activate, choose, setBlock, useView, type PaneState } from './view';

interface ActivePane {
  pane: PaneState;
  view: ArticleView;
  handle: PaneHandle;
}

/** The active pane with its article on the screen, or null. */
function activePane(): ActivePane | null {
  const { panes, active } = useView.getState();
  const pane = panes[active];
  const view = viewOf(useLibrary.getState(), pane);
  const handle = paneHandle(pane?.key);
  return pane === undefined || view === undefined || handle === undefined ? null : { pane, view, handle };
}

/** Moves to the next pane (or the one before) and puts the keyboard there. */
export function stepPane(step: 1 | -1): void {
  const { panes, active } = useView.getState();
  activate((active + step + panes.length) % panes.length);
  focusActivePane();
}

export function focusActivePane(): void {
  activePane()?.handle.focus();
}

/** Makes the next paragraph (or the one before) the current one. */
export function stepBlock(step: 1 | -1): void {
  const now = activePane();
  if (now === null) return;
  const { pane, view, handle } = now;
  const current = useView.getState().blocks.get(pane.key);
  const wanted = current === undefined ? 0 : current + step;
  const block = Math.min(view.article.blocks.length - 1, Math.max(0, wanted));
  getSelection()?.removeAllRanges();
  setBlock(pane.key, block);
  handle.show(block);
}

/** Chooses the syllable beside the selection, or the first one of the current paragraph. */
export function stepSyllable(step: 1 | -1): void {
  moveSelection(step, (text, span) => syllableBeside(text, step === 1 ? span.end : span.start, step));
}

/** Moves an end of the chosen annotation, or of the selection, by a syllable; neither ever becomes empty. */
export function extend(end: End, step: 1 | -1): void {
  if (movableAnnotation() !== undefined) void stepEnd(end, step);
  else moveSelection(step, (text, span) => steppedSpan(text, span, end, step, 'syllable'), end);
}

/** Chooses the whole text where the keyboard is. */
export function selectArticle(): void {
  const shown = activeText();
  const { length } = shown === undefined ? '' : textOf(shown.article);
  if (length > 0) shown?.select({ start: 0, end: length });
}

type Move = (text: string, from: Span) => Span | null;

/** `end`: the end that the keyboard follows. */
function moveSelection(step: 1 | -1, move: Move, end: End = 'end'): void {
  const shown = activeText();
  if (shown === undefined) return;
  const { article, pane } = shown;
  const { selection } = useView.getState();
  const starts = blockStarts(article.blocks);
  const text = textOf(article);
  const begin = starts[shown.block ?? 0] ?? 0;
  const next =
    selection?.pane === pane && selection.articleId === article.id
      ? move(text, selection.span)
      : syllableBeside(text, step === 1 ? begin : text.length, step);
  if (next === null) return;
  shown.setBlock(blockAt(starts, end === 'end' ? next.end - 1 : next.start));
  shown.select(next);
}

/** Opens the card of the next annotation in reading order (or the one before). */
export function stepMark(step: 1 | -1): void {
  const now = activePane();
  if (now === null) return;
  const { pane, view, handle } = now;
  const placed = view.annotations.filter((annotation) => isShown(annotation));
  const { chosen, blocks } = useView.getState();
  const at = placed.findIndex((annotation) => annotation.id === chosen?.annotationId);
  const starts = blockStarts(view.article.blocks);
  const from = starts[blocks.get(pane.key) ?? 0] ?? 0;
  const first =
    step === 1
      ? placed.findIndex((annotation) => annotation.target.start >= from)
      : placed.findLastIndex((annotation) => annotation.target.start < from);
  const index = at >= 0 ? (at + step + placed.length) % placed.length : Math.max(0, first);
  const annotation = placed[index];
  if (annotation === undefined) return;
  setBlock(pane.key, blockAt(starts, annotation.target.start));
  choose(view.article.id, annotation.id);
  handle.reveal(annotation.target.start);
}
