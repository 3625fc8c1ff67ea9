import { trimmedSpan } from '#core/anchor';
import type { Span } from '#core/span';
import { syllableAround, syllableBeside } from './syllables';

/** Which end of a passage moves, and by what. */
export type End = 'start' | 'end';
export type Unit = 'syllable' | 'character';

/** The passage with one end a step further; null where there is none, or nothing would be left. */
export function steppedSpan(text: string, span: Span, end: End, step: 1 | -1, by: Unit): Span | null {
  if (by === 'character') return steppedByCharacter(text, span, end, step);
  const at = end === 'end' ? nextEnd(text, span.end, step) : nextStart(text, span.start, step);
  return at === null ? null : proper(end === 'end' ? { ...span, end: at } : { ...span, start: at });
}

const proper = (span: Span): Span | null => (span.start < span.end ? span : null);

/** Where the first syllable after `from` ends, or the last one that ends before it. */
function nextEnd(text: string, from: number, step: 1 | -1): number | null {
  const beside = syllableBeside(text, from, step);
  if (step === 1 || beside === null) return beside?.end ?? null;
  return beside.end < from ? beside.end : (syllableBeside(text, beside.start, -1)?.end ?? null);
}

/** Where the first syllable that begins after `from` begins, or the last one before it. */
function nextStart(text: string, from: number, step: 1 | -1): number | null {
  const beside = syllableBeside(text, from, step);
  if (step === -1 || beside === null) return beside?.start ?? null;
  return beside.start > from ? beside.start : (syllableBeside(text, beside.end, 1)?.start ?? null);
}

/** White space is stepped over: no passage begins or ends with it. */
function steppedByCharacter(text: string, span: Span, end: End, step: 1 | -1): Span | null {
  for (let at = span[end] + step; at >= 0 && at <= text.length; at += step) {
    const moved = proper({ ...span, [end]: at });
    const next = moved === null ? null : trimmedSpan(text, moved);
    if (next === null) return null;
    const further = (next[end] - span[end]) * step;
    if (further > 0 && next.start <= span.end && next.end >= span.start) return next;
  }
  return null;
}

/**
 * The passage with one end dragged to `offset`. By syllables an end never stays within one; at least the first (or the
 * last) syllable is left.
 */
export function draggedSpan(text: string, span: Span, end: End, offset: number, by: Unit): Span {
  const at = by === 'syllable' ? snapped(text, offset) : offset;
  const moved = end === 'end' ? { start: span.start, end: Math.max(at, 0) } : { start: at, end: span.end };
  const next = moved.start < moved.end ? trimmedSpan(text, moved) : null;
  return next ?? leastSpan(text, span, end);
}

function snapped(text: string, offset: number): number {
  const syllable = syllableAround(text, offset);
  if (syllable === null) return offset;
  return offset - syllable.start < syllable.end - offset ? syllable.start : syllable.end;
}

function leastSpan(text: string, span: Span, end: End): Span {
  const left = end === 'end' ? syllableBeside(text, span.start, 1) : syllableBeside(text, span.end, -1);
  if (left === null || left.start < span.start || left.end > span.end) return span;
  return end === 'end' ? { start: span.start, end: left.end } : { start: left.start, end: span.end };
}
