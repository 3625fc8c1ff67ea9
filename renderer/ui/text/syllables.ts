import type { Span } from '#core/span';

const syllables = (): RegExp => /[\p{L}\p{M}\p{N}]+(?:[./-][\p{L}\p{M}\p{N}]+)*/gu;

/** The syllable beside `from` in a direction: the next one after it, or the last one before it. */
export function syllableBeside(text: string, from: number, direction: 1 | -1): Span | null {
  const syllable = syllables();
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

/** The syllable that `offset` lies within; null at the edge of one and between two. */
export function syllableAround(text: string, offset: number): Span | null {
  let from = offset;
  while (from > 0 && !/\s/u.test(text.charAt(from - 1))) from--;
  const syllable = syllables();
  syllable.lastIndex = from;
  for (let match = syllable.exec(text); match !== null && match.index < offset; match = syllable.exec(text)) {
    const end = match.index + match[0].length;
    if (offset < end) return { start: match.index, end };
  }
  return null;
}
