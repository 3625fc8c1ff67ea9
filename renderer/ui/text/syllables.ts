import type { Span } from '#core/span';

/** The syllable beside `from` in a direction: the next one after it, or the last one before it. */
export function syllableBeside(text: string, from: number, direction: 1 | -1): Span | null {
  const syllable = /[\p{L}\p{M}\p{N}]+(?:[./-][\p{L}\p{M}\p{N}]+)*/gu;
  if (direction === 1) {
    syllable.lastIndex = from;
    const match = syllable.exec(text);
    return match === null ? null : { start: match.index, end: match.index + match[0].length };
  }
  const windowStart = Math.max(0, from - 400);
  const before = [...text.slice(windowStart, from).matchAll(syllable)].at(-1);
  if (before === undefined) return null;
  return { start: windowStart + before.index, end: windowStart + before.index + before[0].length };
}
