import type { Span } from '#core/span';

/** Titles and other words that are written short, before a name or a number. Without the full stop after them. */
const SHORT_WORDS = new Set(
  'TP Tp TX TT GS PGS TS Ths ThS BS DS KS KTS CN LS NSND NSƯT Tr tr Nxb NXB St Mr Mrs Ms Dr Prof No cf'.split(
    ' ',
  ),
);

/** What may end a sentence: full stops, marks and dots, with the quotation marks and brackets that close after them. */
const END = /(?:\.{2,}|[.!?…]+)["”’»)\]]*(?=\s|$)/gu;
/** What a sentence begins with: a capital letter or a digit, after a quotation mark, a bracket or a dash. */
const BEGINNING = /^\s*(?:[-–—•*+]\s*)?["“‘«([]*[\p{Lu}\p{N}]/u;
/** The number of a point (`1.`, `2.3.`, `IV.`, `a.`), which belongs to the sentence that it numbers. */
const POINT = /^\s*["“‘«([]*(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|\p{L})\.$/u;

/**
 * The sentences of one paragraph, without the spaces around them: every letter lies in one. Rules of our own, since
 * `Intl.Segmenter` ends a sentence after `TP.` and goes on after `thủ tục… Ngày`.
 */
export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  END.lastIndex = 0;
  for (let match = END.exec(text); match !== null; match = END.exec(text)) {
    const { index, 0: mark } = match;
    const end = index + mark.length;
    if (!BEGINNING.test(text.slice(end, end + 12))) continue;
    if (mark === '.' && (isShort(text, index) || POINT.test(text.slice(start, end)))) continue;
    addTrimmed(sentences, text, start, end);
    start = end;
  }
  addTrimmed(sentences, text, start, text.length);
  return sentences;
}

/** The letters right before a full stop, with the marks of decomposed ones. */
const LAST_WORD = /(?<=(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,12}))\./uy;

/** What is counted with Roman numbers: "hết quý I." ends there. */
const COUNTED =
  /(?:quý|kỳ|loại|khóa|khoá|cấp|độ|hạng|nhóm|mức|bậc|đợt|phần|chương|lần thứ|giai đoạn)\s[IVX]$/iu;
const LONGEST_COUNTED = 16;

/** Whether a full stop only says that its word is short: a title, `PGS.TS.`, the letter of a name. */
function isShort(text: string, stop: number): boolean {
  LAST_WORD.lastIndex = stop;
  const word = LAST_WORD.exec(text)?.[1]?.normalize('NFC') ?? '';
  if (SHORT_WORDS.has(word)) return true;
  return (
    /^\p{Lu}$/u.test(word) &&
    !COUNTED.test(text.slice(Math.max(0, stop - LONGEST_COUNTED), stop).normalize('NFC'))
  );
}

function addTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = end - (words.length - words.trimEnd().length);
  if (from < to) sentences.push({ start: from, end: to });
}
