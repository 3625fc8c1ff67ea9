import { useLayoutEffect, type RefObject } from 'react';

/** Tells a card's height whenever it changes, so that the cards below it can make room. CSS pixels. */
export function useHeight(
  card: RefObject<HTMLElement | null>,
  id: string,
  onHeight: ((id: string, height: number) => void) | undefined,
): void {
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null || onHeight === undefined) return undefined;
    const observer = new ResizeObserver(() => onHeight(id, element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, [card, id, onHeight]);
}
