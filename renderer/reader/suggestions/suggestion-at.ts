import type { Suggestion } from '#core/suggestions';
import { offsetOfPoint, rangeOfSpan } from '../../ui/text/offsets';

/** The suggestion on whose words a point of the window lies (CSS pixels); where some lie in each other, the shortest. */
export function suggestionAt(
  scroller: HTMLElement,
  suggestions: readonly Suggestion[],
  { x, y }: { x: number; y: number },
): Suggestion | null {
  // Where pages are not drawn there is nothing at any point.
  if (suggestions.length === 0 || !('caretPositionFromPoint' in document)) return null;
  const caret = document.caretPositionFromPoint(x, y);
  const offset = caret === null ? null : offsetOfPoint(scroller, caret.offsetNode, caret.offset);
  if (offset === null) return null;
  const [shortest] = suggestions
    .filter(({ start, end }) => start <= offset && offset <= end)
    .filter((suggestion) => isOn(scroller, suggestion, { x, y }))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return shortest ?? null;
}

/** A click beside the last word of a line is nearest to that word and not on it. */
function isOn(scroller: HTMLElement, span: Suggestion, { x, y }: { x: number; y: number }): boolean {
  const boxes = rangeOfSpan(scroller, span)?.getClientRects() ?? [];
  return [...boxes].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}
