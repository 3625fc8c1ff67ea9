const TEXT = '[data-start]';

/** The children of the reader's rows: each holds some paragraphs, in order. */
const portionsIn = (scroller: HTMLElement): HTMLElement[] =>
  [...(scroller.querySelector('.rows')?.children ?? [])].filter((child) => child instanceof HTMLElement);

/**
 * The text elements within `margin` CSS pixels of what a pane shows, in order. Only the boxes of whole portions are asked
 * for: those of texts that are not laid out would have to be laid out first.
 */
export function textsNear(scroller: HTMLElement, margin: number): HTMLElement[] {
  const { top, bottom } = scroller.getBoundingClientRect();
  return portionsIn(scroller)
    .filter((portion) => {
      const box = portion.getBoundingClientRect();
      return box.bottom >= top - margin && box.top <= bottom + margin;
    })
    .flatMap((portion) => [...portion.querySelectorAll<HTMLElement>(TEXT)]);
}

/** Where the first text begins that a pane shows, as an offset in the article. */
export function firstOffsetInView(scroller: HTMLElement): number {
  const { top } = scroller.getBoundingClientRect();
  const first = textsNear(scroller, 0).find((element) => element.getBoundingClientRect().bottom > top);
  return first === undefined ? 0 : Number(first.dataset['start']);
}
