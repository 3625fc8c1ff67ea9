/** The page's main landmark: a menu that opens in it is not outside of all parts of the page for screen readers. */
export const mainPart = (): HTMLElement | null => document.querySelector('main');
