import type { Span } from '#core/span';

/**
 * The DOM ranges of spans in order, counted from the beginning of `element`, in one walk over its text nodes; those beyond
 * its end are left out.
 */
export function rangesWithin(element: HTMLElement, spans: readonly Span[]): Range[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  let node = walker.nextNode();
  let passed = 0;
  /** The point so many characters into the element; at the end of a node rather than before the next one for an end. */
  const pointAt = (offset: number, isEnd: boolean): [Node, number] | null => {
    while (node !== null) {
      const length = node.nodeValue?.length ?? 0;
      if (offset - passed < length || (isEnd && offset - passed === length)) return [node, offset - passed];
      passed += length;
      node = walker.nextNode();
    }
    return null;
  };
  for (const span of spans) {
    const start = pointAt(span.start, false);
    const end = pointAt(span.end, true);
    if (start === null || end === null) break;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(...end);
    ranges.push(range);
  }
  return ranges;
}
