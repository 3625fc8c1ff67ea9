import type { Span } from '../span';
import { wordsAround } from '../words-around';

export interface Snippet {
  before: string;
  exact: string;
  after: string;
}

/** A passage with whole words of its paragraph on both sides, `…` where more was cut off. */
export function snippetOf(text: string, span: Span): Snippet {
  const { before, after } = wordsAround(text, span);
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const line = text.indexOf('\n', span.end);
  const end = line < 0 ? text.length : line;
  return {
    before: span.start - before.length > start ? `…${before}` : before,
    exact: text.slice(span.start, span.end),
    after: span.end + after.length < end ? `${after}…` : after,
  };
}
