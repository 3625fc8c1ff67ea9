import type { Span } from '#core/span';
import { SpanIndex } from '#core/span-index';
import type { Suggestion } from '#core/suggestions';
import { highlightOf } from './highlights';
import { rangesWithin } from './ranges-within';

/** Names of `::highlight()` in suggestions.css. */
const LINES = ['directive', 'task', 'target', 'deadline'] as const;
type Line = (typeof LINES)[number];
const CHOSEN = 'suggested-now';

interface Underlined extends Span {
  line: Line;
  id: string;
}

/**
 * Underlines with dots what the rules suggest in one article, in those of its texts that have come near the window. No
 * element is put into the text.
 */
export class SuggestedWords {
  private readonly lines = new Map(LINES.map((line) => [line, highlightOf(`suggested-${line}`)]));
  private readonly chosenLine = highlightOf(CHOSEN);
  private spans = new SpanIndex<Underlined>([]);
  private chosen: string | null = null;
  /** What is underlined in each text that has come near. */
  private readonly texts = new Map<HTMLElement, { spans: readonly Underlined[]; ranges: readonly Range[] }>();

  setSuggestions(suggestions: readonly Suggestion[]): void {
    this.spans = new SpanIndex(suggestions.flatMap(underlinesOf));
    for (const element of this.texts.keys()) this.draw(element, false);
  }

  choose(id: string | null): void {
    if (id === this.chosen) return;
    const ids = new Set([id, this.chosen]);
    this.chosen = id;
    for (const [element, { spans }] of this.texts) {
      if (spans.some((span) => ids.has(span.id))) this.draw(element, true);
    }
  }

  /** Hears of every element that holds texts and comes near the window. */
  readonly near = (around: Element): void => {
    for (const element of around.querySelectorAll<HTMLElement>('[data-start]')) {
      if (!this.texts.has(element)) this.draw(element, false);
    }
  };

  /** Makes the ranges of an element again, whose text nodes are new. */
  readonly refresh = (element: HTMLElement): void => {
    if (this.texts.has(element)) this.draw(element, true);
  };

  clear(): void {
    for (const { ranges } of this.texts.values()) this.erase(ranges);
    this.texts.clear();
  }

  private draw(element: HTMLElement, anew: boolean): void {
    const before = this.texts.get(element);
    const start = Number(element.dataset['start']);
    const { length } = element.textContent;
    const spans = this.spans.within(start, start + length);
    if (!anew && before !== undefined && sameSpans(before.spans, spans)) return;
    this.erase(before?.ranges ?? []);
    const ranges: Range[] = [];
    for (const span of spans) {
      const within = { start: Math.max(span.start - start, 0), end: Math.min(span.end - start, length) };
      for (const range of rangesWithin(element, [within])) {
        ranges.push(range);
        this.lines.get(span.line)?.add(range);
        if (span.id === this.chosen && span.line !== 'deadline') this.chosenLine?.add(range);
      }
    }
    this.texts.set(element, { spans, ranges });
  }

  private erase(ranges: readonly Range[]): void {
    for (const range of ranges) {
      for (const line of this.lines.values()) line?.delete(range);
      this.chosenLine?.delete(range);
    }
  }
}

/** The words of a suggestion and, within or beside them, those of a deadline. */
function underlinesOf(suggestion: Suggestion): Underlined[] {
  const { id, kind, start, end } = suggestion;
  const deadline = kind === 'directive' ? null : suggestion.task.deadline;
  const own: Underlined = { id, line: kind, start, end };
  return deadline === null
    ? [own]
    : [own, { id, line: 'deadline', start: deadline.start, end: deadline.end }];
}

const sameSpans = (some: readonly Underlined[], others: readonly Underlined[]): boolean =>
  some.length === others.length &&
  some.every((span, i) => {
    const other = others[i];
    return (
      span.id === other?.id &&
      span.line === other.line &&
      span.start === other.start &&
      span.end === other.end
    );
  });
