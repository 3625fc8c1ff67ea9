import type { Span } from '#core/span';

/** Elements that hold the text of a block carry its offset in `data-start`. */
const TEXT = '[data-start]';

/** What holds the texts of one article and of no other: an element, or whatever answers for some of its texts. */
export interface TextRoot {
  querySelectorAll(selectors: string): Iterable<Element>;
  contains(node: Node | null): boolean;
}

const textElements = (root: TextRoot): HTMLElement[] =>
  [...root.querySelectorAll(TEXT)].filter((element) => element instanceof HTMLElement);

const startOf = (element: HTMLElement): number => Number(element.dataset['start']);

/** Characters of `element` before a point of the document; the point must lie within the element. */
export function lengthBefore(element: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return range.toString().length;
}

/**
 * The part of an article's text that a DOM range covers, or null when it touches no text of a block
 * (a title, a caption, a margin). Ends outside of the text snap to the nearest block inside the range.
 */
export function spanOfRange(root: TextRoot, range: Range): Span | null {
  const [first, last] = touchedEnds(root, range);
  if (first === undefined || last === undefined) return null;
  const start = first.contains(range.startContainer)
    ? startOf(first) + lengthBefore(first, range.startContainer, range.startOffset)
    : startOf(first);
  const end = last.contains(range.endContainer)
    ? startOf(last) + lengthBefore(last, range.endContainer, range.endOffset)
    : startOf(last) + last.textContent.length;
  return start < end ? { start, end } : null;
}

/** The first and the last text element that a range touches. */
function touchedEnds(root: TextRoot, range: Range): (HTMLElement | undefined)[] {
  const ends = [range.startContainer, range.endContainer].map((node) => textElementOf(root, node));
  // Most ranges begin and end in a text: then none of the others is asked.
  if (ends.every((element) => element !== null)) return ends;
  const touched = textElements(root).filter((element) => range.intersectsNode(element));
  return [touched[0], touched.at(-1)];
}

function textElementOf(root: TextRoot, node: Node): HTMLElement | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(TEXT) ?? null;
  return element !== null && root.contains(element) ? element : null;
}

/** The offset in the article's text of a point of the document; null where no text of `root` is. */
export function offsetOfPoint(root: TextRoot, node: Node, offset: number): number | null {
  const element = textElementOf(root, node);
  return element === null ? null : startOf(element) + lengthBefore(element, node, offset);
}

/** The point of the document at an offset; an offset at the end of a block stays in that block. */
function pointAt(elements: readonly HTMLElement[], offset: number): { node: Node; offset: number } | null {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const element = elements[middle];
    if (element !== undefined && startOf(element) <= offset) low = middle;
    else high = middle - 1;
  }
  const element = elements[low];
  // Its block may not be on the page yet.
  const isWithin = element !== undefined && offset - startOf(element) <= element.textContent.length;
  return isWithin ? pointIn(element, offset - startOf(element)) : null;
}

/** The point after so many characters of `element`; its end when it has fewer. */
export function pointIn(element: HTMLElement, length: number): { node: Node; offset: number } | null {
  let left = length;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let last: Node | null = null;
  while (node !== null) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
    last = node;
    node = walker.nextNode();
  }
  return last === null ? null : { node: last, offset: last.nodeValue?.length ?? 0 };
}

/** The DOM range of some characters, counted from the beginning of their block's element. */
export function rangeWithin(element: HTMLElement, { start, end }: Span): Range | null {
  const from = pointIn(element, start);
  const to = pointIn(element, end);
  if (from === null || to === null) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The DOM range of one character. */
export const rangeOfCharacter = (element: HTMLElement, index: number): Range | null =>
  rangeWithin(element, { start: index, end: index + 1 });

/** The DOM range of a span, or null while its blocks are not on the page. */
export const rangeOfSpan = (root: TextRoot, span: Span): Range | null =>
  rangesOfSpans(root, [span])[0] ?? null;

/** The DOM ranges of those of the spans whose blocks are on the page. */
export function rangesOfSpans(root: TextRoot, spans: readonly Span[]): Range[] {
  // A long article has thousands of elements to look through.
  if (spans.length === 0) return [];
  const elements = textElements(root);
  return spans.flatMap((span) => {
    const start = pointAt(elements, span.start);
    const end = pointAt(elements, span.end);
    if (start === null || end === null) return [];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [range];
  });
}
