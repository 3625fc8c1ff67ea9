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
const TOKEN = new RegExp(
  String.raw`(?<code>${PARTY_CODE}|${CODE})|(?<number>${NUMBER})|(?<word>${WORD})|(?<space>\s+)|[^]`,
  'gu',
);

/** Every piece of a text, in order and without a gap. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [piece] = match;
    const is = kindOf(match.groups ?? {});
    tokens.push({ is, key: keyOf(piece, is), start: match.index, end: match.index + piece.length });
  }
  return tokens;
}

/** Without spaces and marks. */
export const wordsOf = (text: string): Token[] =>
  tokensOf(text).filter(({ is }) => is !== 'space' && is !== 'mark');

function kindOf(groups: Readonly<Record<string, string | undefined>>): Token['is'] {
  if (groups['word'] !== undefined) return 'word';
  if (groups['space'] !== undefined) return 'space';
  if (groups['number'] !== undefined) return 'number';
  return groups['code'] === undefined ? 'mark' : 'code';
}

function keyOf(piece: string, is: Token['is']): string {
  switch (is) {
    case 'word':
      return foldedWord(piece);
    case 'code':
      return codeKey(piece);
    case 'number':
      return piece.replace(/\s/gu, '');
    case 'space':
      return ' ';
    case 'mark':
      return piece.replace(DASHES, '-').replace(QUOTES, '"');
  }
}

const DASHES = new RegExp(DASH, 'gu');
const QUOTES = /[“”„‟"‘’‚‛'«»]/gu;

const foldedWord = (word: string): string =>
  toneOnFirstVowel(word.normalize('NFC').toLowerCase()).replaceAll('ð', 'đ');

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
export function textKey(text: string): string {
  let key = '';
  for (const token of tokensOf(text)) key += token.key;
  return key.trim();
}
