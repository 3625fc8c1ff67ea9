import type { RefObject } from 'react';

/**
 * The page's main landmark: a menu that opens in it is not outside of all parts of the page for screen readers. It is asked
 * for when the menu opens, since parts of the first screen are made before it is on the page.
 */
export const mainPart: RefObject<HTMLElement | null> = {
  get current() {
    return document.querySelector('main');
  },
};
