import search, { type Match } from 'approx-string-match';
import type { Target } from '#core/annotation';
import type { Span } from '#core/span';

/** Characters of context that a quote keeps on each side. */
const CONTEXT = 32;
/** How far from its old position, in UTF-16 units, a passage still counts as near. */
const NEAR = 2_000;
/** Shorter quotes are looked for word for word only: something similar to them is everywhere. */
const LEAST_SIMILAR = 16;
/** The same words, this many characters of them and only once in the text, need no context to prove the place. */
const LEAST_ALONE = 32;
/** Context at least this similar settles the place of the same words without a look at the rest of the text. */
const CLEAR = 0.8;
/** What less than `CLEAR` has to lead the next best by, lest one of two like places be taken for the other. */
const LEAD = 0.1;
/** The least similarity of the context on which the same words are believed; `sole` when they stand only there, and near. */
const CONTEXT_FLOOR = { sole: 0.5, near: 0.68, far: 0.75 };
/** The least similarity of quote and context together on which similar words are believed. */
const SIMILAR_FLOOR = { near: 0.68, far: 0.75 };
/** The least similarity of the quote itself: words that were replaced altogether are gone, whatever stands around them. */
const QUOTE_FLOOR = 0.6;
/** Occurrences whose context is compared in full; a quote of one letter has thousands. */
const MOST_COMPARED = 50;
/** Characters of the quote that fix one of its ends in a similar passage. */
const END = 64;

const GRAPHEMES = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Where a target stands in a text: `exact` with the same words, `moved` with similar ones. `score` is in (0, 1]. */
export type Found = { state: 'exact' | 'moved'; span: Span; score: number } | { state: 'orphan' };

/** An occurrence of the quote's very words; `context` is how similar its surroundings are, 0 to 1. */
interface Occurrence {
  start: number;
  context: number;
}

/** The span's position and the words that prove it. The context never begins or ends within a surrogate pair. */
export function makeTarget(text: string, { start, end }: Span): Target {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    start,
    end,
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(from < start && splitsPair(text, from) ? from + 1 : from, start),
      suffix: text.slice(end, to > end && splitsPair(text, to) ? to - 1 : to),
    },
  };
}

/** The span without white space at its ends and with whole characters as a reader counts them; null when it is all white. */
export function trimmedSpan(text: string, { start, end }: Span): Span | null {
  const inner = text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  const to = from + inner.trim().length;
  if (from >= to) return null;
  return { start: clusterAt(text, from).start, end: clusterAt(text, to - 1).end };
}

/** The character, as a reader counts them, around `at`. None crosses a line feed, so that the line is enough to look at. */
function clusterAt(text: string, at: number): Span {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const lineEnd = text.indexOf('\n', at);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const cluster = GRAPHEMES.segment(line).containing(at - lineStart);
  if (cluster === undefined) return { start: at, end: at + 1 };
  const start = lineStart + cluster.index;
  return { start, end: start + cluster.segment.length };
}

/**
 * Looks for a target in a text that may have changed since.
 *
 * The same words are taken where their context is best, then where they are nearest to the old position. When no context
 * is clear, similar words that agree better together with their context are preferred: first around the old position, then
 * in the whole text. A place that is not proved by its context, or hardly better than another, is an orphan and no guess.
 */
export function findTarget(text: string, target: Target): Found {
  const occurrences = occurrencesOf(text, target);
  const [best] = occurrences;
  if (best !== undefined && isClear(target, best, occurrences)) return found(text, target, best);
  if (target.quote.exact.length >= LEAST_SIMILAR) {
    const similar = similarPlace(text, target, best);
    if (similar !== null) return similar;
  }
  return best !== undefined && isProved(target, occurrences)
    ? found(text, target, best)
    : { state: 'orphan' };
}

function found(text: string, { quote }: Target, { start, context }: Occurrence): Found {
  const around = quote.prefix.length + quote.suffix.length;
  const errors = (1 - context) * around;
  const score = 1 - errors / (around + quote.exact.length);
  return { state: 'exact', span: { start, end: Math.min(text.length, start + quote.exact.length) }, score };
}

/** Whether the context alone settles for `best`. Not when another does hardly worse and stands nearer to the old position. */
function isClear(target: Target, best: Occurrence, occurrences: readonly Occurrence[]): boolean {
  if (best.context === 1 || best.context < CLEAR) return best.context === 1;
  return occurrences.every(
    (other) => best.context - other.context >= LEAD || distance(best, target) <= distance(other, target),
  );
}

/** Whether the best of `occurrences` (sorted, best first) can be believed although its context is not clear. */
function isProved(target: Target, occurrences: readonly Occurrence[]): boolean {
  const [best, next] = occurrences;
  if (best === undefined) return false;
  const isNear = distance(best, target) <= NEAR;
  if (next === undefined) {
    return target.quote.exact.length >= LEAST_ALONE || best.context >= CONTEXT_FLOOR[isNear ? 'sole' : 'far'];
  }
  return best.context >= CONTEXT_FLOOR[isNear ? 'near' : 'far'] && best.context - next.context >= LEAD;
}

/** The occurrences of the quote's words: the most similar context first, then the nearest to the old position. */
function occurrencesOf(text: string, target: Target): Occurrence[] {
  const { quote } = target;
  const starts: number[] = [];
  for (
    let at = text.indexOf(quote.exact);
    at >= 0 && at < text.length;
    at = text.indexOf(quote.exact, at + 1)
  ) {
    starts.push(at);
  }
  return mostPromising(text, starts, target)
    .map((at) => ({ start: at, context: contextAt(text, at, quote) }))
    .sort((a, b) => b.context - a.context || distance(a, target) - distance(b, target));
}

/** At most `MOST_COMPARED` of `starts`: those next to which most characters agree in an unbroken run, then the nearest. */
function mostPromising(text: string, starts: number[], target: Target): number[] {
  if (starts.length <= MOST_COMPARED) return starts;
  return starts
    .map((at) => ({ start: at, run: runAt(text, at, target.quote) }))
    .sort((a, b) => b.run - a.run || distance(a, target) - distance(b, target))
    .slice(0, MOST_COMPARED)
    .map(({ start }) => start);
}

function runAt(text: string, at: number, { exact, prefix, suffix }: Target['quote']): number {
  const end = at + exact.length;
  let before = 0;
  while (before < prefix.length && at > before && text[at - 1 - before] === prefix.at(-1 - before)) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  return before + after;
}

/** How similar the surroundings of an occurrence are to those of the quote. A quote without any stood alone in its text. */
function contextAt(text: string, at: number, { exact, prefix, suffix }: Target['quote']): number {
  const around = prefix.length + suffix.length;
  if (around === 0) return text.length === exact.length ? 1 : 0;
  const end = at + exact.length;
  if (runAt(text, at, { exact, prefix, suffix }) === around) return 1;
  const before = text.slice(Math.max(0, at - prefix.length - CONTEXT / 2), at);
  const after = text.slice(end, end + suffix.length + CONTEXT / 2);
  const errors =
    Math.min(...editsByEnd(reversed(prefix), reversed(before), 'anchored')) +
    Math.min(...editsByEnd(suffix, after, 'anchored'));
  return 1 - errors / around;
}

/** Similar words that agree better, together with their context, than `rival`; those around the old position first. */
function similarPlace(text: string, target: Target, rival: Occurrence | undefined): Found | null {
  const { prefix, exact, suffix } = target.quote;
  const around = prefix.length + suffix.length;
  const length = around + exact.length;
  const fewer = rival === undefined ? length : Math.ceil((1 - rival.context) * around) - 1;
  const most = (floor: number) => Math.min(fewer, Math.floor((1 - floor) * length));

  const from = Math.max(0, target.start - NEAR - CONTEXT);
  const to = target.end + NEAR + CONTEXT;
  const near = bestMatch(text, { start: from, end: to }, target, most(SIMILAR_FLOOR.near));
  const isGood = near !== null && near.errors <= (1 - CLEAR) * length;
  const match = isGood
    ? near
    : (bestMatch(text, { start: 0, end: text.length }, target, most(SIMILAR_FLOOR.far)) ?? near);
  if (match === null) return null;
  const score = 1 - match.errors / length;
  if (score < CLEAR && hasRival(text, match, target, match.errors + LEAD * length)) return null;
  const span = quotePart(text, match, target);
  if (span === null) return null;
  return { state: text.slice(span.start, span.end) === exact ? 'exact' : 'moved', span, score };
}

/** What is most like prefix, quote and suffix between `start` and `end`: the fewest errors, then the nearest. */
function bestMatch(text: string, { start, end }: Span, target: Target, most: number): Match | null {
  if (most < 0) return null;
  const { prefix, exact, suffix } = target.quote;
  const matches = search(text.slice(start, end), prefix + exact + suffix, most).map((match) => ({
    start: match.start + start,
    end: match.end + start,
    errors: match.errors,
  }));
  matches.sort((a, b) => distance(a, target) - distance(b, target));
  return matches[0] ?? null;
}

/** Whether something beside `match` is like the target with at most `most` errors. */
function hasRival(text: string, match: Match, target: Target, most: number): boolean {
  const before = { start: 0, end: match.start };
  const after = { start: match.end, end: text.length };
  return [before, after].some((rest) => bestMatch(text, rest, target, Math.floor(most)) !== null);
}

const distance = (place: { start: number }, target: Target): number => Math.abs(place.start - target.start);

/** The part of a match of prefix, quote and suffix that is the quote's, in whole words; null when too little is left of it. */
function quotePart(text: string, match: Span, { quote }: Target): Span | null {
  const { prefix, exact, suffix } = quote;
  const room = CONTEXT + END + CONTEXT / 2;
  const head = text.slice(match.start, Math.min(match.end, match.start + room));
  const tailStart = Math.max(match.start, match.end - room);
  const tail = text.slice(tailStart, match.end);
  // Words that were put in between context and quote are left out: the last of the starts, the first of the ends.
  const start = match.start + (seams(prefix, exact.slice(0, END), head).at(-1) ?? 0);
  const end = tailStart + (seams(exact.slice(-END), suffix, tail)[0] ?? 0);
  if (start >= end) return null;
  const span = trimmedSpan(text, {
    start: isWithinWord(prefix.slice(-1) + exact, prefix === '' ? 0 : 1)
      ? start
      : nearestWordEdge(text, start),
    end: isWithinWord(exact + suffix, exact.length) ? end : nearestWordEdge(text, end),
  });
  return span !== null && quoteSimilarity(exact, text.slice(span.start, span.end)) >= QUOTE_FLOOR
    ? span
    : null;
}

function quoteSimilarity(exact: string, words: string): number {
  const longer = Math.max(exact.length, words.length);
  const most = Math.floor((1 - QUOTE_FLOOR) * longer);
  const [match] = search(words, exact, most);
  if (match === undefined) return 0;
  return 1 - Math.max(match.errors, longer - exact.length) / longer;
}

/** The offsets in `text` at which it is best cut into something like the end of `left` and the beginning of `right`. */
function seams(left: string, right: string, text: string): number[] {
  const before = editsByEnd(left, text, 'floating');
  const after = editsByEnd(reversed(right), reversed(text), 'floating').reverse();
  const edits = before.map((cost, at) => cost + (after[at] ?? Infinity));
  const least = Math.min(...edits);
  return [...edits.keys()].filter((at) => edits[at] === least);
}

/**
 * For each `end` from 0 to the text's length: the fewest insertions, deletions and substitutions that turn `pattern` into
 * a part of `text` ending there, which begins with the text when `anchored` and anywhere when `floating`.
 */
function editsByEnd(pattern: string, text: string, mode: 'anchored' | 'floating'): number[] {
  const row = Array.from({ length: text.length + 1 }, (_, at) => (mode === 'anchored' ? at : 0));
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charCodeAt(i);
    let diagonal = i;
    let left = i + 1;
    row[0] = left;
    for (let at = 1; at < row.length; at++) {
      const above = row[at] ?? 0;
      const kept = diagonal + (unit === text.charCodeAt(at - 1) ? 0 : 1);
      left = Math.min(kept, above + 1, left + 1);
      row[at] = left;
      diagonal = above;
    }
  }
  return row;
}

/** The offset nearest to `at` that lies between words or at the edge of one. */
function nearestWordEdge(text: string, at: number): number {
  let before = at;
  while (isWithinWord(text, before)) before--;
  let after = at;
  while (isWithinWord(text, after)) after++;
  return at - before <= after - at ? before : after;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

const isWithinWord = (text: string, at: number): boolean =>
  WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));

const splitsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** By UTF-16 units: only ever compared with another text reversed in the same way. */
const reversed = (text: string): string => text.split('').reverse().join('');
