// Which old encoding a text was written in, told by the syllables that it makes.

import {
  fromCp1258,
  fromTcvn3,
  fromTwiceUtf8,
  fromVni,
  latinOfCp1258,
  latinOfSymbols,
} from '#core/text/legacy-tables';
import { withoutPiledMarks } from '#core/text/normalise';
import { isCommonSyllable, isSyllable } from '#core/text/syllables';
import { fromViqr, isViqr } from '#core/text/viqr';

/** The old encodings whose bytes a text of Windows-1252 letters may stand for. */
export const EIGHT_BIT = ['tcvn3', 'vni-windows', 'windows-1258'] as const;
export const LEGACY = [...EIGHT_BIT, 'twice-utf-8'] as const;
export type Legacy = (typeof LEGACY)[number] | 'viqr';

/** Windows-1252 letters that stand for bytes → the text. */
export function fromLatin(encoding: Legacy, latin: string, lost?: (char: string) => string): string {
  if (encoding === 'tcvn3') return withoutPiledMarks(fromTcvn3(latin, lost)).normalize('NFC');
  if (encoding === 'vni-windows') return fromVni(latin, lost);
  if (encoding === 'windows-1258') return fromCp1258(latin);
  return encoding === 'viqr' ? fromViqr(latin) : fromTwiceUtf8(latin);
}

/** How the words with special letters read as Vietnamese. */
export interface Fit {
  right: number;
  wrong: number;
  /** Of the right ones, those that any Vietnamese text has. */
  common: number;
  /** Different right ones, and different common ones. */
  distinct: number;
  distinctCommon: number;
  /** Signs inside words, and bytes without a letter. */
  rubbish: number;
}

/** Letters, and the signs that stand for letters in another encoding. */
const TOKEN = /[\p{L}\p{M}\u0080-\u009F\u00A1-\u00BF\u00AD×÷ˆ˜†‡‰™¢\uFFFD]+/gu;
const AROUND = /^[«¡¿§©°·]{1,4}|[»®ªº²³¹°™·]{1,4}$/g;
/** No syllable is as long, not even with its marks apart. */
const LONGEST = 16;
const RUBBISH = /[\u0080-\u009F\u00A1-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF×÷ˆ˜†‡‰™\uFFFD]/;
const SPECIAL = /[^\p{ASCII}]/u;

export function fitOf(text: string): Fit {
  const fit: Fit = { right: 0, wrong: 0, common: 0, distinct: 0, distinctCommon: 0, rubbish: 0 };
  const counts = new Map<string, number>();
  for (const token of text.match(TOKEN) ?? []) {
    if (SPECIAL.test(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  const seen = new Set<string>();
  for (const [token, count] of counts) {
    const word = token.slice(0, LONGEST).replace(AROUND, '').toLowerCase().normalize('NFC');
    if (!SPECIAL.test(word)) continue;
    if (token.length > LONGEST || !isSyllable(word)) {
      fit.wrong += count;
      if (RUBBISH.test(word)) fit.rubbish += count;
      continue;
    }
    const isCommon = isCommonSyllable(word);
    fit.right += count;
    if (isCommon) fit.common += count;
    if (!seen.has(word)) {
      fit.distinct += 1;
      if (isCommon) fit.distinctCommon += 1;
    }
    seen.add(word);
  }
  return fit;
}

export function shareOf({ right, wrong }: Fit): number {
  return right + wrong === 0 ? 0 : right / (right + wrong);
}

/** What a reading is worth: everyday words tell the most, broken ones cost the most. */
export function worthOf(fit: Fit): number {
  return fit.right + fit.common * 2 - fit.wrong * 3 - fit.rubbish;
}

interface Reading {
  encoding: Legacy;
  fit: Fit;
}

/** In each old encoding, best first. Bytes that one has no letter for count against it. */
function readingsOf(latin: string, among: readonly Legacy[]): Reading[] {
  const clean = withoutPiledMarks(latin);
  const readings = among.map((encoding): Reading => {
    return { encoding, fit: fitOf(fromLatin(encoding, clean, () => '\uFFFD')) };
  });
  return readings.sort((left, right) => worthOf(right.fit) - worthOf(left.fit));
}

const LEAST_SHARE = 0.75;
/** The right reading must be clearly better than the text as it stands. */
const LEAST_GAIN = 0.25;

/** `bold`: where the text cannot be read otherwise, a single right word is enough. */
function isBelieved(fit: Fit, asIs: Fit, bold: boolean): boolean {
  const share = shareOf(fit);
  if (share < LEAST_SHARE || share - shareOf(asIs) < LEAST_GAIN) return false;
  if (fit.distinct >= 10 && fit.common < fit.right * 0.12) return false;
  if (fit.distinct >= 4) return fit.distinctCommon >= 1 || bold;
  if (fit.distinct >= 2) return fit.distinctCommon >= 2 || (fit.distinctCommon >= 1 && share === 1) || bold;
  return bold && fit.right >= 1;
}

const SAMPLE = 100_000;

/** The old encoding of a text of Windows-1252 letters that stand for bytes; null = Unicode, or another language. */
export function legacyOf(
  latin: string,
  { among = LEGACY, bold = false }: { among?: readonly Legacy[]; bold?: boolean } = {},
): Legacy | null {
  if (isViqr(latin)) return 'viqr';
  const sample = withoutPiledMarks(latin.slice(0, SAMPLE));
  if (!/[\u0080-\u00FF]/.test(sample)) return null;
  const asIs = fitOf(sample);
  return readingsOf(sample, among).find(({ fit }) => isBelieved(fit, asIs, bold))?.encoding ?? null;
}

/** Letters that Windows-1252 does not have and Vietnamese in Unicode does. */
const UNICODE_LETTER = /[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9\u0300-\u0303\u0309\u0323]/g;
const OWN_LETTER = /[\u1EA0-\u1EF9]/;
const OLD_LETTER = /[\u00A1-\u00FF\u0152-\u0178\u02C6\u02DC\u201A-\u203A\u20AC\u2122]/;
const ALL_OLD_LETTERS = new RegExp(OLD_LETTER, 'g');
const SYMBOL_FONT = /[\uF0A1-\uF0FE]/g;

/**
 * The text of a document that was typed in old fonts (.VnTime, VNI-Times): its letters are those that
 * Windows-1252 shows for the bytes. To be called before `normaliseText`, which drops soft hyphens (ư in
 * TCVN3). Where only some lines are old, the others stay. `unicode` = nothing was done.
 */
export function modernLetters(text: string): { text: string; encoding: Legacy | 'unicode' } {
  if (isViqr(text)) return { text: fromViqr(text), encoding: 'viqr' };
  const found = views(text)
    .map((view) => readingOfView(view.split('\n')))
    .filter((reading) => reading !== null)
    .reduce<ViewReading | null>(
      (best, next) => (best === null || next.worth > best.worth ? next : best),
      null,
    );
  if (found === null) return { text, encoding: 'unicode' };
  const { lines, suspects, encoding } = found;
  return { text: converted(lines, suspects, encoding), encoding };
}

interface ViewReading {
  lines: string[];
  /** Per line: may be old. */
  suspects: boolean[];
  encoding: Legacy;
  worth: number;
}

function readingOfView(lines: string[]): ViewReading | null {
  const suspects = lines.map(isSuspect);
  const sample = telling(lines, suspects);
  const encoding = legacyOf(sample);
  if (encoding === null) return null;
  return { lines, suspects, encoding, worth: worthOf(fitOf(fromLatin(encoding, sample.slice(0, SAMPLE)))) };
}

/** The text as it is, and with the letters put back that a wrong code page or a symbol font changed. */
function views(text: string): string[] {
  const sample = text.slice(0, SAMPLE);
  const views = OLD_LETTER.test(text) ? [text] : [];
  const symbols = sample.match(SYMBOL_FONT)?.length ?? 0;
  if (symbols >= 3 && symbols > (sample.match(/[^\p{ASCII}\s]/gu)?.length ?? 0) * 0.5)
    return [latinOfSymbols(text), ...views];
  if (!OWN_LETTER.test(sample) && sample.search(UNICODE_LETTER) !== -1 && !isGood(sample))
    views.push(latinOfCp1258(text));
  return views;
}

/** Nearly every word with marks is Vietnamese as it stands. */
function isGood(sample: string): boolean {
  return shareOf(fitOf(withoutPiledMarks(sample))) >= LEAST_SHARE;
}

/** A line with old letters in which Unicode Vietnamese is at most a stray word. */
function isSuspect(line: string): boolean {
  if (!OLD_LETTER.test(line)) return false;
  const unicode = line.match(UNICODE_LETTER)?.length ?? 0;
  return unicode === 0 || unicode <= (line.match(ALL_OLD_LETTERS)?.length ?? 0) * 0.2;
}

/** The suspect lines that are no good Vietnamese as they stand, as many as it takes to tell. */
function telling(lines: readonly string[], suspects: readonly boolean[]): string {
  const found: string[] = [];
  let size = 0;
  for (const [index, line] of lines.entries()) {
    if (suspects[index] !== true || fitOf(line.slice(0, SAMPLE)).wrong === 0) continue;
    found.push(line);
    size += line.length;
    if (size > SAMPLE) break;
  }
  return found.join('\n');
}

function converted(lines: readonly string[], suspects: readonly boolean[], encoding: Legacy): string {
  const isMixed = lines.some((line, index) => suspects[index] !== true && OWN_LETTER.test(line));
  if (!isMixed) return fromLatin(encoding, lines.join('\n'));
  let before = false;
  return lines
    .map((line, index) => {
      if (suspects[index] !== true) {
        before &&= !OWN_LETTER.test(line);
        return line;
      }
      const read = fromLatin(encoding, line);
      const gain = worthOf(fitOf(read)) - worthOf(fitOf(line));
      // A line that is good both ways (`Tân Phú`) goes with the line before it.
      if (gain !== 0) before = gain > 0;
      return before ? read : line;
    })
    .join('\n');
}

/** Looks like German, French, Spanish …: letters with marks are few and stand properly inside words. */
export function isWestern(latin: string): boolean {
  const sample = latin.slice(0, SAMPLE);
  if (/[\u0081\u008D\u008F\u0090\u009D\uFFFD]/.test(sample)) return false;
  const letters = sample.match(/\p{L}/gu) ?? [];
  const special = sample.match(/[À-ÖØ-öø-ÿŒœŠšŽžŸ]/g)?.length ?? 0;
  if (letters.length === 0) return false;
  // Hà Nội in Western letters is `Hà N?i`, but Tân Phú is Tân Phú.
  if (shareOf(fitOf(sample)) >= LEAST_SHARE) return true;
  if (special > letters.length * (letters.length < 60 ? 0.34 : 0.25)) return false;
  const words = (sample.match(TOKEN) ?? []).filter((word) => SPECIAL.test(word));
  const bad = words.filter((token) => {
    const word = token.replace(AROUND, '');
    const isOddCase = /\p{Ll}\p{Lu}/u.test(word) || /[ÐðÞþÝý].*[ÐðÞþÝý]/.test(word);
    return (
      isOddCase ||
      (word.length > 1 && RUBBISH.test(word)) ||
      /\p{L}{3}/u.test(word.replace(/[\p{ASCII}]/gu, ' '))
    );
  });
  return bad.length <= words.length * 0.1;
}
