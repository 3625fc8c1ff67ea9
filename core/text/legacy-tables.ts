// The old 8-bit encodings. A text in one of them is given as the characters that Windows-1252 shows for its bytes.

import { withoutPiledMarks } from '#core/text/normalise';
import { isSyllable } from '#core/text/syllables';

/** What to put for a byte that the encoding has no letter for; by default it stays. */
export type Lost = (char: string) => string;
const asItIs: Lost = (char) => char;

/** Characters that Windows-1252 shows for the bytes 80 to 9F. */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Bytes as characters of one byte each → what Windows-1252 shows for them. */
export function fromCp1252(byteChars: string): string {
  return byteChars.replace(/[\u0080-\u009F]/g, (char) => CP1252_HIGH[char.charCodeAt(0) - 0x80] ?? char);
}

/** The byte of a character, as Windows-1252 has it; -1 where it has none. */
function byteOf(char: string): number {
  const high = CP1252_HIGH.indexOf(char);
  if (high !== -1) return 0x80 + high;
  const code = char.charCodeAt(0);
  return code <= 0xff ? code : -1;
}

/** TCVN3, bytes A1 to FE; a dot stands for a byte without a letter. */
const TCVN3 =
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.';
const TCVN3_FIRST = 0xa1;

/** Capitals with tones are in the standard only (TCVN 5712 VN1), in places that Windows uses for punctuation. */
const VN1_CAPITALS = 'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ';
const VN1_OTHERS: Readonly<Record<string, string>> = {
  '\u00AF': 'Ằ', º: 'Ẳ', '¿': 'Ẵ', À: 'Ắ', Á: 'Ầ', Â: 'Ẩ', Ã: 'Ẫ', Ä: 'Ấ', Å: 'Ề', Í: 'Ể', Ù: 'Ễ', Ú: 'Ế', Û: 'Ồ', à: 'Ổ', ð: 'Ỗ', ÿ: 'Ố',
}; // prettier-ignore
const VN1_CAPITAL = new RegExp(`[${Object.keys(VN1_OTHERS).join('')}${CP1252_HIGH}]`);
const VN1_WORD = new RegExp(`[A-Za-z\\u00A1-\\u00FF${CP1252_HIGH}]{2,12}`, 'g');

function tcvn3Letter(char: string): string | null {
  const letter = TCVN3[char.charCodeAt(0) - TCVN3_FIRST];
  return letter === undefined || letter === '.' ? null : letter;
}

function vn1Letter(char: string): string | null {
  const high = CP1252_HIGH.indexOf(char);
  return (high === -1 ? VN1_OTHERS[char] : VN1_CAPITALS[high]) ?? null;
}

/** Capitals are believed where they make a syllable that is written like a name or all in capitals. */
function withVn1Capitals(latin: string): string {
  return latin.replace(VN1_WORD, (whole) => {
    if (!VN1_CAPITAL.test(whole)) return whole;
    const [, before = '', word = '', after = ''] =
      /^([“”‘’…–—•]?)([^]*?)([“”‘’…–—•]{0,3})$/.exec(whole) ?? [];
    for (const [left, inner, right] of [['', whole, ''] as const, [before, word, after] as const]) {
      if (inner.length < 2 || !Array.from(inner).some((char) => vn1Letter(char) !== null)) continue;
      const read = Array.from(inner, (char) => vn1Letter(char) ?? tcvn3Letter(char) ?? char).join('');
      const isWritten = read === read.toUpperCase() || read.slice(1) === read.slice(1).toLowerCase();
      if (isWritten && isSyllable(read)) return left + Array.from(inner, marked).join('') + right;
    }
    return whole;
  });
}

/** A capital of the standard is carried past the table of small letters in the private area. */
const PRIVATE = 0xe500;
const marked = (char: string) => {
  const capital = vn1Letter(char);
  return capital === null ? char : String.fromCharCode(PRIVATE + byteOf(char));
};
const CARRIED = /[\uE580-\uE5FF]/g;

export function fromTcvn3(latin: string, lost: Lost = asItIs): string {
  const small = withVn1Capitals(latin).replace(/[\u00A1-\u00FF]/g, (char) => tcvn3Letter(char) ?? lost(char));
  return small.replace(CARRIED, (char) => {
    const byte = String.fromCharCode(char.charCodeAt(0) - PRIVATE);
    return vn1Letter(fromCp1252(byte)) ?? char;
  });
}

/** VNI-Windows writes the mark as a letter of its own after the vowel. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323',
  â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323',
  ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323',
}; // prettier-ignore
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ì: 'ì', í: 'í', ó: 'ĩ', ò: 'ị', î: 'ỵ',
}; // prettier-ignore
const VNI =
  /[ñôöæóòîíìÑÔÖÆÓÒÎÍÌ]|(?<=[aeouyAEOUYôöÔÖ])[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/g;

export function fromVni(latin: string, lost: Lost = asItIs): string {
  const read = latin.replace(VNI, (char, at: number) => {
    const small = char.toLowerCase();
    const mark = VNI_MARKS[small];
    if (mark !== undefined) return /[aeouyôö]/i.test(latin[at - 1] ?? '') ? mark : lost(char);
    const letter = VNI_LETTERS[small];
    if (letter === undefined) return lost(char);
    return char === small ? letter : letter.toUpperCase();
  });
  return withoutPiledMarks(read).normalize('NFC');
}

/** Windows-1258 where it differs from Windows-1252: letters of its own, and tones that combine with the letter before. */
const CP1258: Readonly<Record<string, string>> = {
  Ã: 'Ă', Ì: '\u0300', Ð: 'Đ', Ò: '\u0309', Õ: 'Ơ', Ý: 'Ư', Þ: '\u0303',
  ã: 'ă', ì: '\u0301', ð: 'đ', ò: '\u0323', õ: 'ơ', ý: 'ư', þ: '₫',
  Š: '\u008A', Ž: '\u008E', š: '\u009A', ž: '\u009E',
}; // prettier-ignore
const CP1258_BACK = new Map(Object.entries(CP1258).map(([latin, letter]) => [letter, latin]));

export function fromCp1258(latin: string): string {
  const read = latin.replace(/[\u00C3-\u00FE\u0160-\u017E]/g, (char) => CP1258[char] ?? char);
  return withoutPiledMarks(read).normalize('NFC');
}

/** Bytes of another encoding that were read as Windows-1258 (the code page of a Vietnamese Windows). */
export function latinOfCp1258(text: string): string {
  return text.replace(/[ĂĐƠƯăđơư\u0300\u0301\u0303\u0309\u0323₫]/g, (char) => CP1258_BACK.get(char) ?? char);
}

/** Fonts that call themselves symbols: their letters are the bytes, F000 higher. */
export function latinOfSymbols(text: string): string {
  return text.replace(/[\uF020-\uF0FF]/g, (char) =>
    fromCp1252(String.fromCharCode(char.charCodeAt(0) - 0xf000)),
  );
}

const TAIL = `[\\u0080-\\u00BF${CP1252_HIGH}]`;
const UTF8_SEQUENCE = new RegExp(
  `[\\u00C2-\\u00DF]${TAIL}|[\\u00E0-\\u00EF]${TAIL}{2}|[\\u00F0-\\u00F4]${TAIL}{3}`,
  'g',
);

/** UTF-8 that was read as Windows-1252 once too often: `Äáº£ng`. Only what makes a letter is changed. */
export function fromTwiceUtf8(text: string): string {
  // The second byte of à is a no-break space, which many programs turn into a plain one.
  const spaced = text.replace(/Ã (?=[\s.,;:!?)]|\p{L})/gu, 'à');
  const read = spaced.replace(UTF8_SEQUENCE, (chars) => {
    const [first = 0, ...tail] = Array.from(chars, byteOf);
    const head = first & (0xff >> (tail.length + 2));
    const code = tail.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), head);
    const least = [0, 0x80, 0x800, 0x10000][tail.length] ?? 0;
    const isLetter = code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isLetter ? String.fromCodePoint(code) : chars;
  });
  // That of Đ is a control character, which many programs drop.
  return read.replace(/Ä(?=[aeiouyà-ỹ])/gi, 'Đ');
}
