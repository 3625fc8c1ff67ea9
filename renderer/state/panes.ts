import type { ReadingPosition } from '#core/library';
import type { Span } from '#core/span';
import type { Aside } from './hits';

/**
 * What a pane on the screen can do for the rest of the window. Lengths are CSS pixels;
 * `topOf` counts from the top of the pane's scrolled content.
 * Offsets are those of the article's text, or of the words of an aside when one is given.
 */
export interface PaneHandle {
  readonly scroller: HTMLElement;
  /** Where a passage begins; null while the pane does not show it. */
  topOf(offset: number, aside?: Aside): number | null;
  /** Where each block begins, for all blocks at once: much cheaper than asking for every passage. */
  blockTops(): number[];
  /** Where a block stands; null while the pane does not show it. */
  readonly boxOf: (block: number) => { top: number; height: number } | null;
  /** Scrolls to a position at once. */
  goTo(position: ReadingPosition): void;
  /** Scrolls so that a passage stands in the upper third, and lets its paragraph pulse. */
  reveal(offset: number, aside?: Aside): void;
  /** Keeps a block (by index) in sight. */
  show(block: number): void;
  /** Chooses these words as a mouse would. */
  select(span: Span, aside?: Aside): void;
  focus(): void;
  /** Keeps room under the text for notes that reach further down than it. */
  reserve(height: number): void;
}

const handles = new Map<number, PaneHandle>();
const listeners = new Set<() => void>();

export function registerPane(key: number, handle: PaneHandle): () => void {
  handles.set(key, handle);
  for (const listener of listeners) listener();
  return () => {
    if (handles.get(key) === handle) handles.delete(key);
    for (const listener of listeners) listener();
  };
}

export const paneHandle = (key: number | undefined): PaneHandle | undefined =>
  key === undefined ? undefined : handles.get(key);

/** For `useSyncExternalStore`. */
export function onPanesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The part of the window that the panes share, in CSS pixels. */
export function readerSize(): { width: number; height: number } {
  const reader = document.querySelector<HTMLElement>('[data-reader]');
  return { width: reader?.clientWidth ?? innerWidth, height: reader?.clientHeight ?? innerHeight };
}

export const readerWidth = (): number => readerSize().width;
