import Mark from 'mark.js';
import type { AnnotationKind, Colour } from '#core/annotation';
import { segmentsOf, segmentsWithin, type Segment } from '#core/segments';

/** What the painter needs to know of an annotation. Offsets into the article's text. */
export interface MarkSpan {
  id: string;
  start: number;
  end: number;
  kind: AnnotationKind;
  colour: Colour;
  /** What a screen reader says at the mark. */
  label: string;
}

interface BlockPart {
  element: HTMLElement;
  text: string;
  start: number;
  near: boolean;
  /** What is painted now, so that a block is painted again only when its marks differ. */
  painted: string;
}

/** Document numbers and dates, which never break across lines (the slash and hyphen would let them). */
const UNBROKEN =
  /\d{1,5}(?:\/\d{4})?\s?[-–/]\s?[A-ZĐ]{1,6}\p{L}*(?:[-/]\p{Lu}[\p{L}\d]*)*|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?/gu;

/** Puts a block's text into its element. The element belongs to the painter: React renders no children into it. */
function fill(element: HTMLElement, text: string): void {
  const parts: (Node | string)[] = [];
  let last = 0;
  for (const match of text.matchAll(UNBROKEN)) {
    parts.push(text.slice(last, match.index));
    const unbroken = document.createElement('span');
    unbroken.className = 'nb';
    unbroken.textContent = match[0];
    parts.push(unbroken);
    last = match.index + match[0].length;
  }
  parts.push(text.slice(last));
  element.replaceChildren(...parts.filter((part) => part !== ''));
}

/**
 * Paints annotations as `<mark>` elements with mark.js, block by block as blocks come near the viewport.
 * mark.js drops overlapping ranges and those of white space only, and rewrites the array that it is given:
 * it gets disjoint segments, each with some ink, as fresh objects.
 */
export class Painter {
  private readonly parts = new Map<HTMLElement, BlockPart>();
  private readonly observer: IntersectionObserver;
  private segments: Segment<MarkSpan>[] = [];
  private chosen: string | null = null;

  /** `onFilled` hears of every element whose text nodes are new ones: ranges in it have to be made again. */
  constructor(
    scroller: HTMLElement,
    private readonly onFilled: (element: HTMLElement) => void = () => undefined,
  ) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const part = this.parts.get(entry.target as HTMLElement);
          if (part === undefined) continue;
          part.near = entry.isIntersecting;
          if (part.near) this.paint(part);
        }
      },
      { root: scroller, rootMargin: '800px 0px' },
    );
  }

  /** Shows a block's text in `element`; `start` is the offset of its first character. */
  add(element: HTMLElement, text: string, start: number): void {
    fill(element, text);
    this.parts.set(element, { element, text, start, near: false, painted: '' });
    this.observer.observe(element);
    this.onFilled(element);
  }

  /** Replaces all marks; only blocks whose marks differ are touched. */
  setSpans(spans: readonly MarkSpan[]): void {
    this.segments = segmentsOf(spans);
    for (const part of this.parts.values()) if (part.near) this.paint(part);
  }

  /** Outlines the marks of one annotation. */
  choose(id: string | null): void {
    this.chosen = id;
    for (const part of this.parts.values()) this.outline(part.element);
  }

  /** Forgets the blocks, so that another text can be shown. */
  clear(): void {
    this.observer.disconnect();
    this.parts.clear();
    this.segments = [];
  }

  private paint(part: BlockPart): void {
    const segments = withInk(segmentsWithin(this.segments, part.start, part.start + part.text.length), part);
    const wanted = JSON.stringify(segments.map(({ start, end, spans }) => [start, end, spans]));
    if (wanted === part.painted) return;
    if (part.painted !== '') fill(part.element, part.text);
    part.painted = wanted;
    this.mark(part, segments);
    this.onFilled(part.element);
  }

  private mark(part: BlockPart, segments: readonly Segment<MarkSpan>[]): void {
    if (segments.length === 0) return;

    const segmentOf = new Map(segments.map((segment) => [segment.start - part.start, segment]));
    const ranges = segments.map(({ start, end }) => ({ start: start - part.start, length: end - start }));
    const labelled = new Set<string>();
    new Mark(part.element).markRanges(ranges, {
      each: (element, range) => {
        const segment = segmentOf.get(range.start);
        if (segment !== undefined) dress(element as HTMLElement, segment.spans, part.start, labelled);
      },
    });
    this.outline(part.element);
  }

  private outline(element: HTMLElement): void {
    for (const mark of element.querySelectorAll<HTMLElement>('mark')) {
      mark.classList.toggle('chosen', this.chosen !== null && idsOf(mark).includes(this.chosen));
    }
  }
}

/** Segments of white space only are joined to the one before them: mark.js would leave a gap there. */
function withInk(segments: readonly Segment<MarkSpan>[], part: BlockPart): Segment<MarkSpan>[] {
  const inked: Segment<MarkSpan>[] = [];
  for (const segment of segments) {
    const blank = part.text.slice(segment.start - part.start, segment.end - part.start).trim() === '';
    const before = inked.at(-1);
    if (!blank) inked.push(segment);
    else if (before?.end === segment.start) inked[inked.length - 1] = { ...before, end: segment.end };
  }
  return inked;
}

/** The outer kind gives the lower line, the inner one the upper line and the fill. */
function dress(
  mark: HTMLElement,
  spans: readonly MarkSpan[],
  blockStart: number,
  labelled: Set<string>,
): void {
  const outer = spans[0];
  const inner = spans.at(-1);
  if (outer === undefined || inner === undefined) return;
  mark.dataset['ids'] = spans.map((span) => span.id).join(' ');
  mark.dataset['a'] = outer.kind;
  if (spans.length > 1) mark.dataset['b'] = inner.kind;
  mark.dataset['fill'] = inner.colour;
  // The first mark of each annotation in its first block can be reached by Tab and is named.
  const beginning = spans.filter((span) => span.start >= blockStart && !labelled.has(span.id));
  if (beginning.length === 0) return;
  for (const span of beginning) labelled.add(span.id);
  mark.tabIndex = 0;
  mark.setAttribute('aria-label', beginning.map((span) => span.label).join('; '));
  mark.setAttribute('role', 'button');
}

/** The annotations that a mark belongs to, outermost first. */
export const idsOf = (mark: HTMLElement): string[] => (mark.dataset['ids'] ?? '').split(' ').filter(Boolean);
