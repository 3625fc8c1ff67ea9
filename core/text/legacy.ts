// The 8-bit encodings that fill the archives of Vietnamese offices, known by the syllables they make.

import { withoutPiledMarks } from '#core/text/normalise';

export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI-Windows' | 'Windows-1258' | 'UTF-8 → Windows-1252';

const letters = (text: string) => Array.from(text);

/** TCVN3, bytes A1 to FE; a dot stands for a byte without a letter. */
const TCVN3 = letters(
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ',
);
const TCVN3_FIRST = 0xa1;

/** VNI-Windows writes the mark as a letter of its own after the vowel. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323',
  â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323',
  ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323',
}; // prettier-ignore
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ì: 'ì', í: 'í', ó: 'ĩ', ò: 'ị', î: 'ỵ',
}; // prettier-ignore

/** Windows-1258 where it differs from Latin-1: letters of its own, and tones that combine with the letter before. */
const CP1258: Readonly<Record<number, string>> = {
  0xc3: 'Ă', 0xcc: '\u0300', 0xd0: 'Đ', 0xd2: '\u0309', 0xd5: 'Ơ', 0xdd: 'Ư', 0xde: '\u0303',
  0xe3: 'ă', 0xec: '\u0301', 0xf0: 'đ', 0xf2: '\u0323', 0xf5: 'ơ', 0xfd: 'ư',
}; // prettier-ignore

/** A text whose characters are the bytes of a TCVN3 text. */
export function fromTcvn3(latin: string): string {
  return latin.replace(/[\u00A1-\u00FE]/g, (char) => {
    const letter = TCVN3[char.charCodeAt(0) - TCVN3_FIRST];
    return letter === undefined || letter === '.' ? char : letter;
  });
}

export function fromVni(latin: string): string {
  return latin
    .replace(/[ñôöæóòîÑÔÖÆÓÒÎ]|(?<=[aeouyAEOUYôöÔÖ])[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]/g, (char) => {
      const small = char.toLowerCase();
      const mark = VNI_MARKS[small];
      if (mark !== undefined) return mark;
      const letter = VNI_LETTERS[small] ?? char;
      return char === small ? letter : letter.toUpperCase();
    })
    .normalize('NFC');
}

export function fromCp1258(latin: string): string {
  return latin.replace(/[\u00C3-\u00FD]/g, (char) => CP1258[char.charCodeAt(0)] ?? char).normalize('NFC');
}

/** Characters that Windows-1252 shows for the bytes 80 to 9F. */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** UTF-8 that was read as Windows-1252 once too often: `Äáº£ng`. Only pairs and triples that make a letter are changed. */
function fromTwiceEncoded(text: string): string {
  const byte = (char: string) => {
    const high = CP1252_HIGH.indexOf(char);
    return high === -1 ? char.charCodeAt(0) : 0x80 + high;
  };
  const tail = `[\\u0080-\\u00BF${CP1252_HIGH}]`;
  const pattern = new RegExp(`[\\u00C3-\\u00C6]${tail}|á[º»¼½\\u00BA\\u00BB]${tail}`, 'g');
  return text.replace(pattern, (chars) => {
    const [first = 0, second = 0, third] = Array.from(chars, byte);
    const code =
      third === undefined
        ? ((first & 0x1f) << 6) | (second & 0x3f)
        : ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f);
    return String.fromCharCode(code);
  });
}

const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?';
const RHYME =
  '(?:a(?:ch|nh|ng|c|i|m|n|o|p|t|u|y)?|ă(?:ng|c|m|n|p|t)|â(?:ng|c|m|n|p|t|u|y)|e(?:ng|c|m|n|o|p|t)?|ê(?:ch|nh|m|n|p|t|u)?|' +
  'i(?:ch|nh|m|n|p|t|u|a)?|iê(?:ng|c|m|n|p|t|u)|o(?:ng|c|i|m|n|p|t)?|oo(?:ng|c)|oa(?:ch|nh|ng|c|i|m|n|o|p|t|y)?|oă(?:ng|c|m|n|t)|oe(?:n|o|t)?|' +
  'ô(?:ng|c|i|m|n|p|t)?|ơ(?:i|m|n|p|t)?|u(?:ng|c|i|m|n|p|t|a|y)?|uâ(?:ng|n|t|y)|uê(?:ch|nh|n)?|uơ|uô(?:ng|c|i|m|n|t)|uy(?:ch|nh|a|n|t|u|p)?|uyê(?:n|t)|' +
  'ư(?:ng|c|i|m|n|t|u|a)?|ươ(?:ng|c|i|m|n|p|t|u)|y(?:nh|ch|t|m|n)?|yê(?:ng|m|n|t|u))';
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}$`, 'u');

function isSyllable(word: string): boolean {
  const toneless = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  return SYLLABLE.test(toneless.normalize('NFC'));
}

const SAMPLE = 100_000;
const HIGH = /[^\p{ASCII}]/u;
/** Letters that only Unicode Vietnamese has. */
const UNICODE_VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9\u0300-\u0303\u0309\u0323]/gu;

/** Share of the words with special letters that are Vietnamese syllables, and how many there are. */
function fit(text: string): { share: number; words: number } {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => HIGH.test(word));
  const right = words.filter(isSyllable).length;
  return { share: words.length === 0 ? 0 : right / words.length, words: words.length };
}

const LEAST_WORDS = 3;
const LEAST_SHARE = 0.75;
/** The right reading must be clearly better than the text as it stands. */
const LEAST_GAIN = 0.25;

/**
 * The old encoding that a text was written in, when its characters are bytes (read as Latin-1). Null for
 * Unicode Vietnamese and for any other language.
 */
export function legacyEncodingOf(latin: string): LegacyEncoding | null {
  const sample = withoutPiledMarks(latin.slice(0, SAMPLE));
  const high = sample.match(/[^\p{ASCII}\s]/gu)?.length ?? 0;
  const unicode = sample.match(UNICODE_VIETNAMESE)?.length ?? 0;
  if (high < LEAST_WORDS || unicode > high * 0.2) return null;
  const asIs = fit(sample).share;
  const readings: [LegacyEncoding, string][] = [
    ['UTF-8 → Windows-1252', fromTwiceEncoded(sample)],
    ['TCVN3 (ABC)', fromTcvn3(sample)],
    ['VNI-Windows', fromVni(sample)],
    ['Windows-1258', fromCp1258(sample)],
  ];
  let best: { encoding: LegacyEncoding; share: number } | null = null;
  for (const [encoding, text] of readings) {
    const { share, words } = fit(text);
    const isBetter = share >= LEAST_SHARE && share - asIs >= LEAST_GAIN && share > (best?.share ?? 0);
    if (isBetter && words >= LEAST_WORDS) best = { encoding, share };
  }
  return best?.encoding ?? null;
}
