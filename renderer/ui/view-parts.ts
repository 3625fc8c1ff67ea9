/** What can have the keyboard. */
const FOCUSABLE =
  '[tabindex="0"], button:not(:disabled, [tabindex="-1"]), input:not(:disabled), textarea, select:not(:disabled), a[href]';

/**
 * The keyboard goes to the next part of the view (or the one before), which is marked by `data-part`: to the element of it
 * that is in its tab order first.
 */
export function stepViewPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  for (let count = 1; count <= parts.length; count++) {
    const part = parts[(from + step * count + parts.length * 2) % parts.length];
    const first = part?.matches(FOCUSABLE) === true ? part : part?.querySelector<HTMLElement>(FOCUSABLE);
    if (first == null) continue;
    first.focus();
    return;
  }
}
