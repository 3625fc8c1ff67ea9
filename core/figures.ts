import { figuresIn } from '#core/recognise/figures';
import type { FoundFigure } from '#core/recognise/found';
import { lowerCopy } from '#core/recognise/lower';
import { matchCopy } from '#core/recognise/match-copy';

/** The figures of a passage with what they count, in order; offsets and words are those of `text`. */
export function figuresOf(text: string): FoundFigure[] {
  const copy = matchCopy(text);
  const lower = lowerCopy(copy.text);
  return figuresIn(lower, { start: 0, end: lower.length }).map((figure) => {
    const span = copy.spanOf(figure.start, figure.end);
    return { ...figure, ...span, text: text.slice(span.start, span.end) };
  });
}
