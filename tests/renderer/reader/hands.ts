import { act } from '@testing-library/react';
import { sure } from '../../main/store/support';

/** What a mouse does to the window's selection. Panes count from 0. */

/** A place of the page: a node and how far into it. */
type Point = readonly [node: Node, offset: number];

export const paneAt = (index: number): HTMLElement =>
  sure(document.querySelector<HTMLElement>(`[data-pane="${index}"]`));

export const textsOf = (index: number): HTMLElement[] => [
  ...paneAt(index).querySelectorAll<HTMLElement>('[data-start]'),
];

/** The text of a pane as it stands on the page. */
export const shownText = (index: number): string =>
  textsOf(index)
    .map((element) => element.textContent)
    .join('\n');

/** The place before (or after) `words` in an element. */
export function pointAt(element: HTMLElement, words: string, side: 'before' | 'after' = 'before'): Point {
  const at = element.textContent.indexOf(words);
  if (at < 0) throw new Error(`not here: ${words}`);
  let left = side === 'before' ? at : at + words.length;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = sure(node.nodeValue);
    if (left < length || (side === 'after' && left <= length)) return [node, left];
    left -= length;
  }
  throw new Error(`no text in: ${element.outerHTML.slice(0, 80)}`);
}

/** Drags from one place to another (which may stand before it) and lets go. */
export async function drag(from: Point, to: Point): Promise<void> {
  await act(async () => {
    from[0].parentElement?.closest<HTMLElement>('.pane-scroll')?.focus();
    sure(getSelection()).setBaseAndExtent(...from, ...to);
    document.dispatchEvent(new Event('selectionchange'));
    document.dispatchEvent(new Event('pointerup'));
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
}

/** Selects words of a pane with the mouse. */
export async function selectWords(words: string, index = 0): Promise<void> {
  const element = sure(textsOf(index).find((each) => each.textContent.includes(words)));
  await drag(pointAt(element, words), pointAt(element, words, 'after'));
}
