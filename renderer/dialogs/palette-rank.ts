import { createMatcher, LOOSE_FIND, type Matcher } from '#core/search/find';
import { segmentsOf } from '#core/segments';
import type { Span } from '#core/span';
import { bareText } from '#core/text/fold';

/** How some words fit what is typed; lower ranks are better. */
export interface Fit {
  rank: number;
  /** The letters that were typed, to be shown so. */
  spans: readonly Span[];
}

/** All words exactly, the beginning, whole words in any order, letters inside words, initials of words. */
const RANKS = { exact: 0, beginning: 1, words: 2, inside: 3, initials: 4 } as const;

/** How well names fit what is typed; null for those that do not. Marks never count. Everything fits nothing typed. */
export function rankBy(typed: string): (name: string) => Fit | null {
  const whole = createMatcher(typed, LOOSE_FIND);
  const words = typed
    .split(/\s+/u)
    .map((word) => createMatcher(word, LOOSE_FIND))
    .filter((word) => word !== null);
  const letters = bareText(typed);
  return (name) => {
    if (whole === null) return { rank: RANKS.exact, spans: [] };
    const [first] = whole.find(name);
    if (first?.start === 0) {
      return { rank: first.end === name.length ? RANKS.exact : RANKS.beginning, spans: [first] };
    }
    return fitOfWords(name, words) ?? fitOfInitials(name, letters);
  };
}

function fitOfWords(name: string, words: readonly Matcher[]): Fit | null {
  const found = words.map((word) => word.find(name));
  if (found.some((spans) => spans.length === 0)) return null;
  // Where a word begins is the better place, wherever else its letters stand.
  const best = found.flatMap((spans) => spans.find((span) => beginsWord(name, span)) ?? spans[0] ?? []);
  const rank = best.every((span) => beginsWord(name, span)) ? RANKS.words : RANKS.inside;
  return { rank, spans: segmentsOf(best) };
}

const beginsWord = (name: string, { start }: Span): boolean =>
  start === 0 || !/[\p{L}\p{M}\p{N}]$/u.test(name.slice(0, start));

/** `ddnv` fits `Đánh dấu nhiệm vụ`. */
function fitOfInitials(name: string, letters: string): Fit | null {
  if (!/^\p{L}{2,}$/u.test(letters)) return null;
  const initials = [...name.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*/gu)];
  const at = bareText(initials.map(([letter]) => letter).join('')).indexOf(letters);
  if (at < 0) return null;
  const spans = initials
    .slice(at, at + letters.length)
    .map(({ 0: letter, index }) => ({ start: index, end: index + letter.length }));
  return { rank: RANKS.initials, spans };
}
