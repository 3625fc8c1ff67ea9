// Words (Vietnamese syllables, numbers, parts of document numbers) of a text, and the two keys by which they are found.

/** Parts words: a phrase does not reach across it. */
const MARK = 0;
/** White space, hyphens, slashes: words on both sides of it follow one another. */
const JOINT = 1;
const WORD = 2;
/** Goes on a word and begins none: combining marks, and what shows nothing, such as a soft hyphen. */
const PART = 3;
/** Half of a character outside the basic plane. */
const HALF = 4;

/** What each UTF-16 code unit is. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code >= 0xd800 && code < 0xe000) return HALF;
  const unit = String.fromCharCode(code);
  if (/[\p{L}\p{N}]/u.test(unit)) return WORD;
  if (/[\s/_\p{Pd}\u2212]/u.test(unit)) return JOINT;
  return /[\p{M}\p{Cf}]/u.test(unit) ? PART : MARK;
});

function kindAt(text: string, at: number): number {
  const kind = KINDS[text.charCodeAt(at)] ?? MARK;
  if (kind !== HALF) return kind;
  const isSecond = at > 0 && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at - 1) < 0xdc00;
  const whole = String.fromCodePoint(text.codePointAt(isSecond ? at - 1 : at) ?? 0);
  if (/[\p{L}\p{N}]/u.test(whole)) return WORD;
  return /[\p{M}\p{Cf}]/u.test(whole) ? PART : MARK;
}

/** The words of one text, each value in an array of its own: a library has some ten million words. */
export interface Words {
  count: number;
  /** UTF-16 offsets. */
  starts: Uint32Array;
  ends: Uint32Array;
  /**
   * The place of the word among the others: one more than that of the word before, two more where a mark stands between
   * them. So words of a phrase have to stand in a text with the same distances, and `dân. Chủ` is not `dân chủ`.
   */
  places: Uint32Array;
  /** Of the code units as they are written. */
  hashes: Uint32Array;
}

const room = (most: number): Omit<Words, 'count'> => ({
  starts: new Uint32Array(most),
  ends: new Uint32Array(most),
  places: new Uint32Array(most),
  hashes: new Uint32Array(most),
});

let lent = room(0);

export function wordsOf(text: string): Words {
  const { count, starts, ends, places, hashes } = lentWordsOf(text);
  return {
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    places: places.slice(0, count),
    hashes: hashes.slice(0, count),
  };
}

/** The same in memory that the next call uses again, with room behind the last word. */
export function lentWordsOf(text: string): Words {
  const most = (text.length >> 1) + 1;
  if (lent.starts.length < most) lent = room(most * 2);
  const { starts, ends, places, hashes } = lent;
  const { length } = text;
  let count = 0;
  let place = 0;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    let kind = KINDS[code] ?? MARK;
    if (kind === HALF) kind = kindAt(text, at);
    if (kind !== WORD) {
      // Several marks part words no further than one.
      if (kind === MARK && count > 0) place = ((places[count - 1] ?? 0) + 2) | 0;
      at = (at + 1) | 0;
      continue;
    }
    starts[count] = at;
    let hash = 0;
    while (kind === WORD || kind === PART) {
      hash = (Math.imul(hash, 31) + code) | 0;
      at = (at + 1) | 0;
      if (at >= length) break;
      code = text.charCodeAt(at);
      kind = KINDS[code] ?? MARK;
      if (kind === HALF) kind = kindAt(text, at);
    }
    ends[count] = at;
    hashes[count] = hash;
    places[count] = place;
    count = (count + 1) | 0;
    place = (place + 1) | 0;
  }
  return { count, starts, ends, places, hashes };
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** Marks that make other letters of Vietnamese ones: hat, breve, horn. */
const OTHER_MARKS = /(?![\u0302\u0306\u031b])\p{M}/gu;
/** Onsets after which a last y is also written i (`kỹ`, `kĩ`): not the glides of `quy` and `thúy`. */
const OPEN = /^(b|d|đ|h|k|l|m|ph|r|s|t|th|v|x|g|n)y([\u0300-\u0323]*)$/u;

const lettersOf = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[ðɖ]/gu, 'đ');

/** A word's key when it is whole: a last y counts as i. What is a beginning only keeps its y, for more may follow. */
export const wholeKey = (key: string): string => key.replace(OPEN, '$1i$2');

/**
 * What spellings of one word have in common: NFC and NFD, upper and lower case, the old and the new place of a tone mark,
 * i and y at the end of an open syllable. The tone stands at the end: `hoà` and `hòa` are both `hoa` and a grave accent.
 */
export function strictKey(beginning: string): string {
  const letters = lettersOf(beginning);
  const tones = letters.match(TONES)?.join('') ?? '';
  return letters.replace(TONES, '').replace(OTHER_MARKS, '').normalize('NFC') + tones;
}

/** The key of all words that differ only in marks: `dang` of `đang`, `đảng` and `dâng`. */
export const looseKey = (beginning: string): string =>
  lettersOf(beginning).replace(/\p{M}/gu, '').replace(/đ/gu, 'd');
