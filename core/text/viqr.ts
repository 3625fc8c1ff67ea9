// VIQR: Vietnamese in plain ASCII, as e-mail and newsgroups had it. `Vie^.t Nam`, `ddu+o+.c`.

import { isCommonSyllable, isSyllable } from '#core/text/syllables';

const SHAPES: Readonly<Record<string, string>> = {
  '(': '\u0306',
  '^': '\u0302',
  '+': '\u031B',
  '*': '\u031B',
};
const TONES: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '?': '\u0309', '~': '\u0303', '.': '\u0323',
}; // prettier-ignore

const VOWEL = "(?:[aA]\\(|[aAeEoO]\\^|[oOuU][+*]|[aeiouyAEIOUY])['`?~.]?";
const CONSONANT = '[b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ]';
/** One syllable with its marks, or a letter whose mark is escaped. */
const WORD = new RegExp(
  `(?<![A-Za-z\\\\])(?:${CONSONANT}{0,4})(?:${VOWEL}){1,4}${CONSONANT}{0,3}(?![A-Za-z])`,
  'g',
);

function read(word: string): string {
  return word
    .replace(/^[dD][dD]/, (letters) => (letters.startsWith('d') ? 'đ' : 'Đ'))
    .replace(/(?<=[A-Za-z])[(^+*]/g, (shape) => SHAPES[shape] ?? shape)
    .replace(/['`?~.]/g, (tone) => TONES[tone] ?? tone)
    .normalize('NFC');
}

/**
 * A mark at a word's end may be the sentence's: it is no tone where the syllable has one already, where more
 * dots follow (`la...`), or where only the word without it is common. Where neither or both are, it is a
 * tone inside a sentence and a stop at a line's end or before a capital. `strict` texts escape their stops.
 */
function endsSentence(word: string, after: string, strict: boolean): boolean {
  const last = word.at(-1) ?? '';
  if (!".?'".includes(last)) return false;
  const bare = word.slice(0, -1);
  if (/['`?~.]/.test(bare)) return true;
  if (strict) return false;
  if (last === "'") return false;
  if (after.startsWith('..')) return !after.startsWith('...');
  if (/^[.?!]/.test(after)) return false;
  const isBareCommon =
    COMMON_BARE.has(read(bare).toLowerCase()) || isCommonSyllable(read(bare).toLowerCase());
  const isTonedCommon = isCommonSyllable(read(word).toLowerCase());
  if (isBareCommon !== isTonedCommon) return isBareCommon;
  return /^["')\]]{0,2}(?:[ \t]*(?:\r?\n|$)|[ \t]+["'(]?[A-Z])/.test(after);
}

/** Common syllables without any mark, which end in a vowel. */
const COMMON_BARE = new Set('ta ba ca cha cho do hai hoa khi lo ma mai nay ngay nga ra sao sau so tay to tre tu vay ve vui xa'.split(' ')); // prettier-ignore

export function fromViqr(text: string): string {
  const strict = /[aeiouy^+*('`?~.]\\[.?]/i.test(text);
  const decoded = text.replace(WORD, (word, at: number) => {
    const after = text.slice(at + word.length, at + word.length + 8);
    return endsSentence(word, after, strict) ? read(word.slice(0, -1)) + (word.at(-1) ?? '') : read(word);
  });
  return decoded.replace(/\\([\\'`?~.(^+*dD])/g, '$1');
}

/** A word that says VIQR by itself: not English, not an unmarked word with a stop behind it. */
const TELLING =
  /(?<![A-Za-z\\])(?:[dD][dD](?=[aeiouyAEIOUY])|[A-Za-z]{0,4}(?:[aA]\(|[aAeEoO]\^|[oOuU][+*]|[aeiouyAEIOUY][`~]|[aeiouyAEIOUY]['?.](?=[a-z])))[A-Za-z'`?~.(^+*]*/g;
const LEAST_WORDS = 10;
const SAMPLE = 100_000;

/** Very many words of a plain ASCII text are Vietnamese when read as VIQR, and hardly one is not. */
export function isViqr(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (!/[aeo]\^|[ou]\+|a\(/i.test(sample) || /[^\p{ASCII}\p{P}\p{S}\p{Z}]/u.test(sample)) return false;
  const telling = sample.match(TELLING) ?? [];
  const words = sample.match(/[A-Za-z]['`?~.(^+*A-Za-z]*/g)?.length ?? 0;
  if (telling.length < LEAST_WORDS || telling.length < words * 0.3) return false;
  const right = telling.filter((word) => {
    const bare = word.replace(/[?.,(]+$/, '');
    return isSyllable(fromViqr(word)) || isSyllable(fromViqr(`${bare} x`).slice(0, -2));
  });
  return right.length >= LEAST_WORDS && right.length >= telling.length * 0.9;
}
