import type { Article } from '#core/article';
import type { Span } from '#core/span';
import type { TextRoot } from '../ui/text/offsets';

/** An article's text as it stands open: in a pane, or in a column of the comparison. */
export interface ShownText {
  /** Index of its pane; null in a comparison. */
  pane: number | null;
  article: Article;
  root: TextRoot;
  /** Whether the keyboard is here. */
  active: boolean;
  /** Index of the current block. */
  block: number | undefined;
  /** Makes a block the current one. */
  setBlock(block: number): void;
  /** Chooses these words as a mouse would. */
  select(span: Span): void;
}

type Shown = () => readonly ShownText[];

const nothing: Shown = () => [];
let shown = nothing;

/** The view that shows texts says which they are. Returns how to stop. */
export function showTexts(texts: Shown): () => void {
  shown = texts;
  return () => {
    if (shown === texts) shown = nothing;
  };
}

/** The texts that stand open now, in the order in which they stand. */
export const shownTexts = (): readonly ShownText[] => shown();

/** The text where the keyboard is. */
export const activeText = (): ShownText | undefined => shown().find(({ active }) => active);
