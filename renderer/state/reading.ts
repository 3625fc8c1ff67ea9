import { blockStarts, textOf } from '#core/article';
import type { ArticleView } from '#core/contract';
import { blockAt } from '#core/article';
import { syllableBeside } from '../ui/text/syllables';
import { useLibrary, viewOf } from './library';
import { paneHandle, type PaneHandle } from './panes';
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

/** Moves the end of the selection by a syllable; the selection never becomes empty. */
export function extendSelection(step: 1 | -1): void {
  moveSelection(step, (text, span) => {
    const beside = step === 1 ? syllableBeside(text, span.end, 1) : syllableBeside(text, span.end, -1);
    if (beside === null) return null;
    if (step === 1) return { start: span.start, end: beside.end };
    const before = syllableBeside(text, beside.start, -1);
    return before === null || before.end <= span.start ? null : { start: span.start, end: before.end };
  });
}

type Move = (text: string, from: { start: number; end: number }) => { start: number; end: number } | null;

function moveSelection(step: 1 | -1, move: Move): void {
  const now = activePane();
  if (now === null) return;
  const { pane, view, handle } = now;
  const { selection, blocks, active } = useView.getState();
  const starts = blockStarts(view.article.blocks);
  const text = textOf(view.article);
  const begin = starts[blocks.get(pane.key) ?? 0] ?? 0;
  const next =
    selection?.pane === active
      ? move(text, selection.span)
      : syllableBeside(text, step === 1 ? begin : text.length, step);
  if (next === null) return;
  setBlock(pane.key, blockAt(starts, next.end - 1));
  handle.select(next);
}

/** Opens the card of the next annotation in reading order (or the one before). */
export function stepMark(step: 1 | -1): void {
  const now = activePane();
  if (now === null) return;
  const { pane, view, handle } = now;
  const placed = view.annotations.filter((annotation) => annotation.anchor !== 'orphan');
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
