import { lengthBefore, pointIn } from './offsets';

/**
 * The chosen words and the mark that has the focus, read once: to read them in between the changes of many elements would
 * lay the page out each time.
 */
export class Kept {
  private readonly selection = getSelection();
  private readonly anchor = pointOf(this.selection?.anchorNode, this.selection?.anchorOffset);
  private readonly focus = pointOf(this.selection?.focusNode, this.selection?.focusOffset);
  private readonly focused = document.activeElement?.closest<HTMLElement>('mark') ?? null;

  /** Puts new nodes into an element; words that are chosen in it stay chosen, a mark that has the focus keeps it. */
  during(element: HTMLElement, work: () => void): void {
    const anchor = countIn(element, this.anchor);
    const focus = countIn(element, this.focus);
    const ids = this.focused !== null && element.contains(this.focused) ? idsOf(this.focused) : [];
    work();
    if (anchor !== null || focus !== null) this.choose(element, anchor, focus);
    if (ids.length > 0) focusMark(element, ids);
  }

  private choose(element: HTMLElement, anchor: number | null, focus: number | null): void {
    const from = anchor === null ? this.anchor : pointIn(element, anchor);
    const to = focus === null ? this.focus : pointIn(element, focus);
    if (from === null || to === null) return;
    this.selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }
}

interface Point {
  node: Node;
  offset: number;
}

const pointOf = (node: Node | null | undefined, offset: number | undefined): Point | null =>
  node == null ? null : { node, offset: offset ?? 0 };

/** Characters of the element before a point, null when that is not in it. */
const countIn = (element: HTMLElement, point: Point | null): number | null =>
  point !== null && element.contains(point.node) ? lengthBefore(element, point.node, point.offset) : null;

const idsOf = (mark: HTMLElement): string[] => mark.dataset['ids']?.split(' ') ?? [];

function focusMark(element: HTMLElement, ids: readonly string[]): void {
  const marks = [...element.querySelectorAll<HTMLElement>('mark[tabindex]')];
  marks.find((mark) => idsOf(mark).some((id) => ids.includes(id)))?.focus({ preventScroll: true });
}
