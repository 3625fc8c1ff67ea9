import type { Span } from '#core/span';

/** Characters on each side, at most. */
const MOST = 90;

/** The whole words of its paragraph before and after a passage, for showing it in context. */
export function wordsAround(text: string, { start, end }: Span): { before: string; after: string } {
  const from = Math.max(start - MOST, text.lastIndexOf('\n', start - 1) + 1);
  const line = text.indexOf('\n', end);
  const to = Math.min(end + MOST, line < 0 ? text.length : line);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: isLetter(text[from - 1]) ? before.replace(/^\S+/u, '') : before,
    after: isLetter(text[to]) ? after.replace(/\S+$/u, '') : after,
  };
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && !/\s/u.test(character);
