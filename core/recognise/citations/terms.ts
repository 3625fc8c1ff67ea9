// Terms of committees and congresses, and other ordinal numbers: "XIII", "13", "mười ba".
import { matchAt } from '#core/recognise/citations/source';
import type { Span } from '#core/span';

const UNITS = ['nhất|một|mốt', 'hai|nhì', 'ba', 'tư|bốn', 'năm|lăm', 'sáu', 'bảy|bẩy', 'tám', 'chín'];
const unitOf = (word: string): number => 1 + UNITS.findIndex((words) => words.split('|').includes(word));

const UNIT = UNITS.join('|');
const IN_WORDS = `(?:(?:${UNIT}) mươi|mười)(?: (?:${UNIT}))?|${UNIT}`;
const ROMAN = '[ivx]{1,7}';
const ENDS = '(?![\\p{L}\\p{M}\\p{N}])(?! ?[/.%] ?\\d)';

/** An ordinal in lower case; "lần thứ" and "khóa" may also have it in words. */
export const ORDINAL = `(?:${ROMAN}|\\d{1,2}|${IN_WORDS})${ENDS}`;
export const ROMAN_OR_DIGITS = `(?:${ROMAN}|\\d{1,2})${ENDS}`;
export const ROMAN_ONLY = `${ROMAN}${ENDS}`;

const LARGEST = 60;

/** What an ordinal counts; null when it is none. */
export function ordinalOf(written: string): number | null {
  const value = /^\d/u.test(written) ? Number(written) : (valueOfRoman(written) ?? valueOfWords(written));
  return value !== null && value >= 1 && value <= LARGEST ? value : null;
}

const TENS = ['', 'x', 'xx', 'xxx', 'xl', 'l'];
const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

/** "XIII" of 13. */
export const romanOf = (value: number): string =>
  `${TENS[Math.floor(value / 10)] ?? ''}${ONES[value % 10] ?? ''}`.toUpperCase();

const ROMANS = new Map(
  Array.from({ length: 59 }, (_, index) => [romanOf(index + 1).toLowerCase(), index + 1]),
);
const valueOfRoman = (written: string): number | null => ROMANS.get(written) ?? null;

function valueOfWords(written: string): number | null {
  const words = written.split(' ');
  if (words[0] === 'mười') return 10 + unitOf(words[1] ?? '');
  if (words[1] === 'mươi') return 10 * unitOf(words[0] ?? '') + unitOf(words[2] ?? '');
  return unitOf(written) || null;
}

const TERM = new RegExp(` ?[,-]? ?\\(? ?(?:khóa|k\\.) ?(${ORDINAL}) ?\\)?| ?\\((${ROMAN_ONLY})\\)`, 'uy');

/** A term that the text names. */
export interface Term extends Span {
  roman: string;
}

/** "(khóa XI)", ", khóa 11": the term that is named next; null when none is. */
export function termAt(lower: string, at: number): Term | null {
  const match = matchAt(TERM, lower, at);
  const value = match === null ? null : ordinalOf(match[1] ?? match[2] ?? '');
  return match === null || value === null
    ? null
    : { roman: romanOf(value), start: at, end: at + match[0].length };
}
