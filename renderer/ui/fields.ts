/** A key that an input method (Telex, VNI) still works on is neither a command nor the end of anything. */
export function isComposing(event: { isComposing: boolean; keyCode: number }): boolean {
  // Chromium reports some input methods only by this code.
  return event.isComposing || event.keyCode === 229;
}

/** Whether keys typed at `target` are text. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
