// The pieces in which texts are compared: syllables, and what must not be taken apart (numbers, dates, document codes).
import { toneOnFirstVowel } from '#core/text/normalise';

export interface Token {
  is: 'word' | 'number' | 'code' | 'mark' | 'space';
  /** What is compared: equal for spellings that domain rules count as one (case, tone placement, dashes, quotes, spaces). */
  key: string;
  start: number;
  end: number;
}

const DASH = '[-‐-―−]';
/** Types of documents of the Party; their codes are also written with spaces and in small letters: `35 – ct / tw`. */
const PARTY_TYPES = ['ct', 'nq', 'kl', 'qđ', 'qđi', 'qyđ', 'qc', 'hd', 'kh', 'tb', 'bc', 'ctr', 'tt', 'ttr'];
const anyCase = (word: string): string =>
  Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
const PARTY_CODE = String.raw`\d{1,5}\s*${DASH}\s*(?:${PARTY_TYPES.map(anyCase).join('|')})\s*/\s*\p{L}[\p{L}\p{M}\d]*`;
/** `30/2020/NĐ-CP`, `749/QĐ-TTg`, `64/2025/QH15`, `14-CT/TU`. */
const CODE = String.raw`\d{1,5}(?:\.\d{1,2})?(?:/\d{4})?[-/][A-ZĐ][\p{L}\p{M}\d]*(?:[-/][A-ZĐ][\p{L}\p{M}\d]*)*`;
/** `30/6/2025`, `2020-2025`, `6.000`, `12,5%`. */
const NUMBER = String.raw`\d+(?:[.,]\d+)*(?:[/-]\d+(?:[.,]\d+)*)*(?: ?%)?(?![\p{L}\p{M}])`;
const WORD = String.raw`[\p{L}\p{M}\p{N}]+`;
const TOKEN = new RegExp(String.raw`${PARTY_CODE}|${CODE}|${NUMBER}|${WORD}|\s+|[^]`, 'gu');

/** Every piece of a text, in order and without a gap. */
export function tokensOf(text: string): Token[] {
  const folded = foldedLetters(text);
  const tokens: Token[] = [];
  let start = 0;
  for (const piece of text.match(TOKEN) ?? []) {
    const end = start + piece.length;
    const is = kindOf(piece);
    const key = is === 'word' ? (folded?.slice(start, end) ?? foldedWord(piece)) : keyOf(piece, is);
    tokens.push({ is, key, start, end });
    start = end;
  }
  return tokens;
}

/** Without spaces and marks. */
export const wordsOf = (text: string): Token[] => tokensOf(text).filter(isWord);

export const isWord = ({ is }: Token): boolean => is !== 'space' && is !== 'mark';

const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

function kindOf(piece: string): Token['is'] {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    if (NUMBER_ONLY.test(piece)) return 'number';
    return CODE_SIGN.test(piece) ? 'code' : 'word';
  }
  if (first === 32) return 'space';
  if ((first >= 97 && first <= 122) || LETTER_OR_DIGIT.test(piece)) return 'word';
  return SPACE.test(piece) ? 'space' : 'mark';
}

const NUMBER_ONLY = /^[\d.,/% -]+$/u;
const CODE_SIGN = /[-‐-―−/]/u;
const SPACE = /\s/u;

/** The text with its letters folded in place; null when that would shift them. */
function foldedLetters(text: string): string | null {
  const folded = foldedWord(text);
  return folded.length === text.length ? folded : null;
}

const foldedWord = (word: string): string =>
  toneOnFirstVowel(word.normalize('NFC').toLowerCase()).replaceAll('ð', 'đ');

const DASHES = new RegExp(DASH, 'gu');
const QUOTES = /[“”„‟"‘’‚‛'«»]/gu;

function keyOf(piece: string, is: Exclude<Token['is'], 'word'>): string {
  switch (is) {
    case 'code':
      return codeKey(piece);
    case 'number':
      return piece.replace(' ', '');
    case 'space':
      return ' ';
    case 'mark':
      return piece.replace(DASHES, '-').replace(QUOTES, '"');
  }
}

/** `35 – ct / TƯ` and `35-CT/TW` are one document. */
function codeKey(code: string): string {
  return compactCode(code)
    .toUpperCase()
    .replace(/^0+(?=\d)/u, '')
    .replace(/^\d(?=\D)/u, '0$&')
    .replace(/T\.?Ư/gu, 'TW');
}

/** The code as it was written, without spaces: `35-CT/TW`. */
export const compactCode = (code: string): string =>
  code.normalize('NFC').replace(/\s/gu, '').replace(DASHES, '-');

/** What texts that count as the same have in common. */
export const textKey = (text: string): string => keyOfTokens(tokensOf(text));

export function keyOfTokens(tokens: readonly Token[]): string {
  let key = '';
  for (const token of tokens) key += token.key;
  return key.trim();
}
