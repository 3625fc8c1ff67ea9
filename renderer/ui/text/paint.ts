import Mark from 'mark.js';
import type { AnnotationKind, Colour } from '#core/annotation';
import { segmentsOf, segmentsWithin, type Segment } from '#core/segments';
import { SpanIndex } from '#core/span-index';
import { UNBROKEN } from '#core/text/unbroken';
import { Kept } from './keep-selection';

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
  /** What is painted now, so that a block is painted again only when its marks differ. */
  painted: readonly MarkSpan[];
  /** Which of the painter's looks its marks have. */
  look: number;
}

/** An element that is watched for coming near the window, and the blocks in it. */
interface Watched {
  near: boolean;
  parts: BlockPart[];
}

/** Puts a block's text into its element. The element belongs to the painter: nobody else puts children into it. */
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
  private readonly watched = new Map<Element, Watched>();
  private readonly observer: IntersectionObserver;
  private spans = new SpanIndex<MarkSpan>([]);
  private chosen: string | null = null;
  private picked: ReadonlySet<string> = new Set();
  private faint: ReadonlySet<string> = new Set();
  /** Counts the changes of what is outlined or faint, so that far marks are seen to only when they come near. */
  private look = 0;

  /**
   * `onFilled` hears of every element whose text nodes are new ones: ranges in it have to be made again. `onNear` hears of
   * every watched element that comes near the window.
   */
  constructor(
    scroller: HTMLElement,
    private readonly onFilled: (element: HTMLElement) => void = () => undefined,
    private readonly onNear: (around: Element) => void = () => undefined,
  ) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const watched = this.watched.get(target);
          if (watched === undefined) continue;
          watched.near = isIntersecting;
          if (!isIntersecting) continue;
          this.onNear(target);
          this.paintAll(watched.parts);
        }
      },
      // Further than the browser lays out what is to come (`content-visibility`): nothing is laid out twice.
      { root: scroller, rootMargin: '200% 0px' },
    );
  }

  /**
   * Shows a block's text in `element`; `start` is the offset of its first character. Its marks come once `around` (an
   * element that may hold many blocks) is near the window.
   */
  add(element: HTMLElement, text: string, start: number, around: Element = element): void {
    fill(element, text);
    const part: BlockPart = { element, text, start, painted: [], look: 0 };
    const watched = this.watched.get(around);
    if (watched === undefined) {
      this.watched.set(around, { near: false, parts: [part] });
      this.observer.observe(around);
    } else {
      watched.parts.push(part);
      if (watched.near) this.paintNew([part]);
    }
    this.onFilled(element);
  }

  /** Paints the blocks of a watched element, which were only just added, at once: as if it had come near. */
  show(around: Element): void {
    const watched = this.watched.get(around);
    if (watched === undefined) return;
    watched.near = true;
    this.onNear(around);
    this.paintNew(watched.parts);
  }

  /** Replaces all marks; only blocks whose marks differ are touched. */
  setSpans(spans: readonly MarkSpan[]): void {
    this.spans = new SpanIndex(spans);
    this.paintAll(this.nearParts());
  }

  /** Outlines the marks of one annotation. */
  choose(id: string | null): void {
    if (id === this.chosen) return;
    this.chosen = id;
    this.outlineAll();
  }

  /** Outlines the marks of these annotations too. */
  pick(ids: ReadonlySet<string>): void {
    if (ids.size === 0 && this.picked.size === 0) return;
    this.picked = ids;
    this.outlineAll();
  }

  /** Draws the marks faint that belong to these annotations alone. */
  fade(ids: ReadonlySet<string>): void {
    if (ids.size === 0 && this.faint.size === 0) return;
    this.faint = ids;
    this.outlineAll();
  }

  /** Forgets the blocks, so that another text can be shown. */
  clear(): void {
    this.observer.disconnect();
    this.watched.clear();
    this.spans = new SpanIndex<MarkSpan>([]);
  }

  private nearParts(): BlockPart[] {
    return [...this.watched.values()].flatMap(({ near, parts }) => (near ? parts : []));
  }

  private paintAll(parts: readonly BlockPart[]): void {
    // Found once it is needed: to ask for the chosen words lays the page out.
    let kept: Kept | null = null;
    for (const part of parts) {
      this.paint(part, (repaint) => (kept ??= new Kept()).during(part.element, repaint));
    }
  }

  /** Paints blocks in which no words can be chosen yet. */
  private paintNew(parts: readonly BlockPart[]): void {
    for (const part of parts) this.paint(part, (repaint) => repaint());
  }

  private paint(part: BlockPart, keeping: (repaint: () => void) => void): void {
    const { element, text, start, painted } = part;
    const spans = this.spans.within(start, start + text.length);
    if (!sameMarks(spans, painted)) {
      part.painted = spans;
      keeping(() => {
        if (painted.length > 0) fill(element, text);
        this.mark(part, withInk(segmentsWithin(segmentsOf(spans), start, start + text.length), part));
      });
      this.onFilled(element);
    }
    if (part.look !== this.look) this.outline(part);
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
    this.outline(part);
  }

  private outlineAll(): void {
    this.look += 1;
    for (const part of this.nearParts()) this.outline(part);
  }

  private outline(part: BlockPart): void {
    part.look = this.look;
    for (const mark of part.element.querySelectorAll<HTMLElement>('mark')) {
      const ids = idsOf(mark);
      mark.classList.toggle(
        'chosen',
        ids.some((id) => id === this.chosen || this.picked.has(id)),
      );
      mark.classList.toggle(
        'faint',
        ids.every((id) => this.faint.has(id)),
      );
    }
  }
}

const sameMarks = (some: readonly MarkSpan[], others: readonly MarkSpan[]): boolean =>
  some.length === others.length && some.every((span, i) => sameMark(span, others[i]));

/** Whether two spans look the same on the page; a span that is another object may still be the same mark. */
function sameMark(a: MarkSpan, b: MarkSpan | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.id !== b.id || a.start !== b.start || a.end !== b.end) return false;
  return a.kind === b.kind && a.colour === b.colour && a.label === b.label;
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
