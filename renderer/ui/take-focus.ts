import { useEffect, type RefObject } from 'react';

/** What the keyboard is not taken from: a field, and the buttons that a view is chosen by. */
const KEEPS_KEYS = 'input, textarea, select, [contenteditable="true"], .segmented button, [role="tab"]';

/** The keys work on the main part of a view as soon as it is there. `part`: a selector within it; else the part itself. */
export function useTakeFocus(element: RefObject<HTMLElement | null>, part?: string): void {
  useEffect(() => {
    if (document.activeElement?.matches(KEEPS_KEYS) === true) return;
    const taker = part === undefined ? element.current : element.current?.querySelector<HTMLElement>(part);
    taker?.focus({ preventScroll: true });
  }, [element, part]);
}
