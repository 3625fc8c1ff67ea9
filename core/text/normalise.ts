// The one form in which text is stored. Offsets are only meaningful against text that went through here.

/** Marks that carry no letter: zero-width characters, soft hyphen, direction overrides, byte order mark. */
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;
/** Line ends of every system, with the page break and Unicode's own separators. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Half of a character outside the basic plane. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
const SPACES = /(?! )\p{Zs}/gu;
/** More marks on one letter than any language has: sorting them takes time that grows with the square of their number. */
const PILED_MARKS = /(\p{M}{8})\p{M}+/gu;

/**
 * Line feeds only, NFC, plain spaces, no invisible or control characters, Icelandic Ð for Đ put right.
 * Spelling and punctuation stay as they are; runs of spaces stay too, because they may part paragraphs.
 */
export function normaliseText(decoded: string): string {
  const visible = decoded.replace(LINE_END, '\n').replace(INVISIBLE, '').replace(CONTROL, '');
  return withoutPiledMarks(visible)
    .replace(LONE_SURROGATE, '\uFFFD')
    .normalize('NFC')
    .replace(/\u00D0/g, 'Đ')
    .replace(/\u00F0/g, 'đ')
    .replace(SPACES, ' ');
}

export function withoutPiledMarks(text: string): string {
  return text.replace(PILED_MARKS, '$1');
}

/** One line without spaces at its ends and with single spaces inside. */
export function oneLine(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

const TONE_ON_SECOND_VOWEL =
  /(?<![qQ])([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;

/** `Uỷ` → `Ủy`, `khoá` → `khóa`: both spellings are in use, often in one article. Same length as before. */
export function toneOnFirstVowel(text: string): string {
  return text.replace(TONE_ON_SECOND_VOWEL, (_, o?: string, oTail?: string, u?: string, uTail?: string) => {
    const first = o ?? u ?? '';
    const second = (oTail ?? uTail ?? '').normalize('NFD');
    const tone = TONE_MARK.exec(second)?.[0] ?? '';
    return (first + tone).normalize('NFC') + second.replace(TONE_MARK, '');
  });
}

/** What two spellings of the same line have in common: case, tone placement, spaces and end punctuation do not count. */
export function lineKey(text: string): string {
  return toneOnFirstVowel(oneLine(text).toLowerCase())
    .replace(/[“”"‘’']/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[\s.…,;:]{1,20}$/u, '');
}
