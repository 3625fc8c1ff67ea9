import type { Span } from '#core/span';
import { offsetOfPoint } from '../../ui/text/offsets';
import { draggedSpan, type End } from '../../ui/text/snap';

/** Within this distance of the pane's edge the text scrolls by itself, faster the nearer. CSS pixels. */
const EDGE = 48;

interface Drag {
  end: End;
  /** The passage before the drag. */
  span: Span;
  /** The article's text, and the element that it scrolls in. */
  text: string;
  scroller: HTMLElement;
  /** From the pointer to the middle of the line at the end that is dragged. CSS pixels. */
  grip: { x: number; y: number };
  onMove: (span: Span) => void;
  /** With the passage that it ended at; null when it was given up. */
  onEnd: (span: Span | null) => void;
}

/** Follows the pointer until it is let go. Escape gives the drag up. Alt takes characters for syllables. */
export function dragEnd(drag: Drag): void {
  const { end, span, text, scroller, grip } = drag;
  let point: { x: number; y: number; alt: boolean } | null = null;
  let current = span;
  let frame = 0;

  const lay = () => {
    const offset = point === null ? null : offsetAt(scroller, point.x + grip.x, point.y + grip.y);
    if (point === null || offset === null) return;
    current = draggedSpan(text, span, end, offset, point.alt ? 'character' : 'syllable');
    drag.onMove(current);
  };
  const roll = () => {
    frame = requestAnimationFrame(roll);
    const speed = point === null ? 0 : speedAt(scroller, point.y);
    if (speed === 0) return;
    const before = scroller.scrollTop;
    scroller.scrollTop += speed;
    if (scroller.scrollTop !== before) lay();
  };
  const moved = (event: PointerEvent) => {
    point = { x: event.clientX, y: event.clientY, alt: event.altKey };
    lay();
  };
  const stop = (result: Span | null) => {
    cancelAnimationFrame(frame);
    listening.abort();
    delete scroller.dataset['dragging'];
    drag.onEnd(result);
  };
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pointermove', moved, { signal });
  window.addEventListener('pointerup', () => stop(current), { signal });
  window.addEventListener('pointercancel', () => stop(null), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') stop(null);
    },
    { signal, capture: true },
  );
  // The handles let the pointer through to the text meanwhile.
  scroller.dataset['dragging'] = '';
  frame = requestAnimationFrame(roll);
}

/** CSS pixels a frame, negative upwards. */
function speedAt(scroller: HTMLElement, y: number): number {
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) return -Math.ceil((top + EDGE - y) / 6);
  return y > bottom - EDGE ? Math.ceil((y - bottom + EDGE) / 6) : 0;
}

/** The offset in the article's text nearest to a point of the window; null where there is no line of text. */
function offsetAt(scroller: HTMLElement, x: number, y: number): number | null {
  const box = scroller.getBoundingClientRect();
  const within = Math.min(Math.max(y, box.top + 2), box.bottom - 2);
  const line = scroller.querySelector('[data-start]')?.getBoundingClientRect();
  // Beside the text its nearest letter is meant.
  const beside = line === undefined ? x : Math.min(Math.max(x, line.left + 1), line.right - 1);
  const caret = document.caretPositionFromPoint(beside, within);
  return caret === null ? null : offsetOfPoint(scroller, caret.offsetNode, caret.offset);
}
