import type { Quote, Target } from '#core/annotation';
import type { Span } from '#core/span';

/** A passage that a lost annotation may belong to; `score` (0 to 1) is its likeness to the words and their surroundings. */
export interface Candidate {
  span: Span;
  score: number;
}

/** What is less like the lost words than this is no help to anybody. */
const FLOOR = 0.3;
/** Share of a candidate's score that its surroundings give. */
const CONTEXT_SHARE = 0.25;
/** The least share of the words, by their rarity, that a stretch must have to be looked at more closely. */
const LEAST_SHARE = 0.25;
/** Longer quotes are compared by the stretch they fill, without fitting its ends. */
const MOST_FITTED = 400;
/** How many stretches are looked at more closely for each candidate that is asked for. */
const LOOKED_AT = 4;

interface Word extends Span {
  /** As it is compared: lower case, NFC. */
  word: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[./-][\p{L}\p{M}\p{N}]+)*/gu;

const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: found, index }) => ({
    word: found.normalize('NFC').toLowerCase(),
    start: index,
    end: index + found.length,
  }));

/**
 * Passages that `target` may stand at now, the most like first: for a person to choose from. Much looser than `findTarget`:
 * single words may be replaced, moved apart or left out, and the surroundings alone are enough. None overlaps another by half.
 */
export function candidatesFor(text: string, target: Target, most = 5): Candidate[] {
  const { quote } = target;
  const wanted = wordsOf(quote.exact);
  const words = wordsOf(text);
  const spans = [
    ...promisingStretches(words, wanted, most * LOOKED_AT).map((at) =>
      fitted(text, words, at, wanted, quote),
    ),
    ...betweenContexts(text, quote),
  ];
  const candidates = spans
    .map((span) => ({ span, score: likeness(text, span, quote, wanted) }))
    .filter(({ score }) => score >= FLOOR)
    .sort(
      (a, b) =>
        b.score - a.score || Math.abs(a.span.start - target.start) - Math.abs(b.span.start - target.start),
    );
  const distinct: Candidate[] = [];
  for (const candidate of candidates) {
    if (distinct.every((better) => !isSamePlace(better.span, candidate.span))) distinct.push(candidate);
    if (distinct.length === most) break;
  }
  return distinct;
}

function isSamePlace(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared * 2 > Math.min(a.end - a.start, b.end - b.start);
}

/** Where the stretches of as many words begin that share most with `wanted`, rare words counting more; far enough apart. */
function promisingStretches(words: readonly Word[], wanted: readonly Word[], most: number): number[] {
  const length = Math.min(wanted.length, words.length);
  if (length === 0) return [];
  const shares = sharesOf(words, wanted, length);
  const order = shares
    .map((share, at) => ({ share, at }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || a.at - b.at);
  const chosen: number[] = [];
  for (const { at } of order) {
    if (chosen.every((other) => Math.abs(other - at) * 2 >= length)) chosen.push(at);
    if (chosen.length === most) break;
  }
  return chosen;
}

/** For each stretch of `length` words, by its first word: the share of the wanted words in it, in any order. */
function sharesOf(words: readonly Word[], wanted: readonly Word[], length: number): number[] {
  const frequency = countsOf(words);
  const need = countsOf(wanted);
  const weight = new Map(
    [...need.keys()].map((word) => [word, Math.log(1 + words.length / (frequency.get(word) ?? 1))]),
  );
  const total = wanted.reduce((sum, { word }) => sum + (weight.get(word) ?? 0), 0);
  const have = new Map<string, number>();
  const shares: number[] = [];
  let sum = 0;
  words.forEach(({ word }, at) => {
    sum += added(word, 1);
    const left = words[at - length];
    if (left !== undefined) sum -= added(left.word, -1);
    if (at >= length - 1) shares.push(sum / total);
  });
  return shares;

  /** What a word gives when it comes in, or takes with it when it goes. */
  function added(word: string, step: 1 | -1): number {
    const most = need.get(word);
    if (most === undefined) return 0;
    const before = have.get(word) ?? 0;
    have.set(word, before + step);
    return Math.max(before, before + step) <= most ? (weight.get(word) ?? 0) : 0;
  }
}

function countsOf(words: readonly Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The part around the stretch at `at` that is most like the wanted words: it begins and ends with one of them. */
function fitted(
  text: string,
  words: readonly Word[],
  at: number,
  wanted: readonly Word[],
  quote: Quote,
): Span {
  const count = wanted.length;
  const room = count > MOST_FITTED ? 0 : Math.ceil(count / 2);
  const around = words.slice(Math.max(0, at - room), at + count + room);
  const matched = count > MOST_FITTED ? [0, around.length - 1] : commonWords(around, wanted);
  let best = { from: 0, to: 0, score: -1 };
  matched.forEach((from, i) => {
    for (let j = i; j < matched.length; j++) {
      const to = matched[j] ?? from;
      const score = (j - i + 1) / (count + to - from + 1);
      if (score > best.score) best = { from, to, score };
    }
  });
  const start = around[best.from]?.start ?? 0;
  const end = around[best.to]?.end ?? text.length;
  return withSigns(text, { start, end }, quote.exact);
}

/** The span with the signs before its first and after its last word, where they are those of the quote. */
function withSigns(text: string, { start, end }: Span, exact: string): Span {
  const before = /^[^\p{L}\p{M}\p{N}]*/u.exec(exact)?.[0] ?? '';
  const after = /[^\p{L}\p{M}\p{N}]*$/u.exec(exact)?.[0] ?? '';
  return {
    start: before !== '' && text.endsWith(before, start) ? start - before.length : start,
    end: after !== '' && text.startsWith(after, end) ? end + after.length : end,
  };
}

/** Where other words stand now between the very surroundings that the lost words had. */
function betweenContexts(text: string, { prefix, exact, suffix }: Quote): Span[] {
  if (prefix.trim() === '' || suffix.trim() === '') return [];
  const spans: Span[] = [];
  const reach = exact.length * 2 + 200;
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    const start = at + prefix.length;
    const length = text.slice(start, start + reach + suffix.length).indexOf(suffix);
    const words = text.slice(start, start + Math.max(0, length));
    if (words.trim() !== '') {
      const lead = words.length - words.trimStart().length;
      spans.push({ start: start + lead, end: start + lead + words.trim().length });
    }
  }
  return spans;
}

function likeness(text: string, { start, end }: Span, quote: Quote, wanted: readonly Word[]): number {
  const words = agreement(wordsOf(text.slice(start, end)), wanted);
  const around = [
    { had: quote.prefix, has: text.slice(Math.max(0, start - quote.prefix.length), start) },
    { had: quote.suffix, has: text.slice(end, end + quote.suffix.length) },
  ].filter(({ had }) => had.trim() !== '');
  if (around.length === 0) return words;
  const context =
    around.reduce((sum, { had, has }) => sum + agreement(wordsOf(has), wordsOf(had)), 0) / around.length;
  // Surroundings without any of the words still are a place, if nothing else is.
  return (1 - CONTEXT_SHARE) * words + CONTEXT_SHARE * context + (words < FLOOR && context === 1 ? FLOOR : 0);
}

/** The share of words that two texts have in common and in the same order, 0 to 1. */
function agreement(a: readonly Word[], b: readonly Word[]): number {
  if (a.length + b.length === 0) return 1;
  if (a.length > 3 * MOST_FITTED || b.length > 3 * MOST_FITTED) {
    const have = countsOf(a);
    const both = [...countsOf(b)].reduce((sum, [word, n]) => sum + Math.min(n, have.get(word) ?? 0), 0);
    return (2 * both) / (a.length + b.length);
  }
  return (2 * commonWords(a, b).length) / (a.length + b.length);
}

/** Indices into `a` of a longest sequence of words that stands in `b` too, in the same order. */
function commonWords(a: readonly Word[], b: readonly Word[]): number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i]?.word === b[j]?.word
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  const common: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i]?.word === b[j]?.word) {
      common.push(i++);
      j++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return common;
}
