import { bareTest } from '#core/search/bare';
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
export const RANKS = { exact: 0, beginning: 1, words: 2, inside: 3, initials: 4 } as const;

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

/** Letters that may be meant as initials. */
const INITIALS = /^\p{L}{2,}$/u;

/**
 * The best rank that `rankBy` can give a name, told from its bare text (`bareText`) alone; null when nothing fits. For long
 * lists, of which only the best are shown.
 */
export function bestRankBy(typed: string): (bareName: string) => number | null {
  const bare = bareText(typed).trim();
  const { mayHold } = bareTest(typed);
  const beginsLike = /^\d/u.test(bare) ? /^\d/u : null;
  return (name) => {
    if (!mayHold(name)) return INITIALS.test(bare) && initialsOf(name).includes(bare) ? RANKS.initials : null;
    const begins = beginsLike === null ? name[0] === bare[0] : beginsLike.test(name);
    if (!begins) return RANKS.words;
    // The parts of a document's number may stand further apart than they were typed.
    return name.length <= 3 * bare.length + 8 ? RANKS.exact : RANKS.beginning;
  };
}

const initialsOf = (bareName: string): string => bareName.match(/(?<![\p{L}\p{N}])\p{L}/gu)?.join('') ?? '';

/** `ddnv` fits `Đánh dấu nhiệm vụ`. */
function fitOfInitials(name: string, letters: string): Fit | null {
  if (!INITIALS.test(letters)) return null;
  const initials = [...name.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{L}\p{M}*/gu)];
  const at = bareText(initials.map(([letter]) => letter).join('')).indexOf(letters);
  if (at < 0) return null;
  const spans = initials
    .slice(at, at + letters.length)
    .map(({ 0: letter, index }) => ({ start: index, end: index + letter.length }));
  return { rank: RANKS.initials, spans };
}
