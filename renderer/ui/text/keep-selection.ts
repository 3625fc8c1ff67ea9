import { lengthBefore, pointIn } from './offsets';

/** Puts new nodes into an element; words that are chosen in it stay chosen, a mark that has the focus keeps it. */
export function keepingSelection(element: HTMLElement, work: () => void): void {
  const restore = [selectionIn(element), focusIn(element)];
  work();
  for (const again of restore) again?.();
}

function selectionIn(element: HTMLElement): (() => void) | null {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = countIn(element, anchorNode, anchorOffset);
  const focus = countIn(element, focusNode, focusOffset);
  if (anchor === null && focus === null) return null;
  return () => {
    const from = anchor === null ? { node: anchorNode, offset: anchorOffset } : pointIn(element, anchor);
    const to = focus === null ? { node: focusNode, offset: focusOffset } : pointIn(element, focus);
    if (from?.node == null || to?.node == null) return;
    selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  };
}

const countIn = (element: HTMLElement, node: Node | null, offset: number): number | null =>
  node !== null && element.contains(node) ? lengthBefore(element, node, offset) : null;

function focusIn(element: HTMLElement): (() => void) | null {
  const focused = document.activeElement;
  const mark = focused !== null && element.contains(focused) ? focused.closest<HTMLElement>('mark') : null;
  const ids = mark?.dataset['ids']?.split(' ');
  if (ids === undefined) return null;
  return () => {
    const marks = [...element.querySelectorAll<HTMLElement>('mark[tabindex]')];
    const same = marks.find((each) => each.dataset['ids']?.split(' ').some((id) => ids.includes(id)));
    same?.focus({ preventScroll: true });
  };
}
