import type { Span } from '#core/span';
import { rangeWithin } from '../ui/text/offsets';
import type { Side } from '../state/comparing-rows';

/** Names of `::highlight()` in compare.css. */
const NAMES: Readonly<Record<Side, string>> = { left: 'only-in-a', right: 'only-in-b' };

/** The window's own registry of what is drawn without any element; missing where pages are not drawn. */
function highlightOf(side: Side): Highlight | null {
  if (typeof Highlight === 'undefined' || typeof CSS === 'undefined') return null;
  const known = CSS.highlights.get(NAMES[side]);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(NAMES[side], made);
  return made;
}

export const sideOf = (element: HTMLElement): Side =>
  element.dataset['side'] === 'right' ? 'right' : 'left';

/**
 * Underlines the words that stand in only one text of a pair, as paragraphs come near the viewport. No element is put into
 * the text, so that marks stay as they are.
 */
export class WordChanges {
  private readonly near = new Set<HTMLElement>();
  private readonly drawn = new Map<HTMLElement, Range[]>();
  private readonly observer: IntersectionObserver;
  private readonly highlights = { left: highlightOf('left'), right: highlightOf('right') };

  /** `spansOf`: the changed words of an element that shows a paragraph, counted from its beginning. */
  constructor(
    scroller: HTMLElement,
    private readonly spansOf: (element: HTMLElement) => readonly Span[],
  ) {
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          this.near.add(target);
          this.observer.unobserve(target);
          this.draw(target);
        }
      },
      { root: scroller, rootMargin: '800px 0px' },
    );
  }

  /** An element's text nodes are new: it is watched, or drawn again when it has been in sight. */
  refresh(element: HTMLElement): void {
    if (this.near.has(element)) this.draw(element);
    else this.observer.observe(element);
  }

  clear(): void {
    this.observer.disconnect();
    for (const element of this.drawn.keys()) this.erase(element);
    this.near.clear();
  }

  private draw(element: HTMLElement): void {
    const highlight = this.highlights[sideOf(element)];
    this.erase(element);
    if (highlight === null) return;
    const ranges = this.spansOf(element).flatMap((span) => rangeWithin(element, span) ?? []);
    this.drawn.set(element, ranges);
    for (const range of ranges) highlight.add(range);
  }

  private erase(element: HTMLElement): void {
    const highlight = this.highlights[sideOf(element)];
    for (const range of this.drawn.get(element) ?? []) highlight?.delete(range);
    this.drawn.delete(element);
  }
}
