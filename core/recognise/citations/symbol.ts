// The number of a document with its codes: `36-CT/TW`, `30/2020/NĐ-CP`, `2390/BTTTT-THH`, and all ways to write them.
import { matchCopy } from '#core/recognise/match-copy';
import { TYPE_CODES, typeOfCode } from '#core/recognise/citations/document-types';

export interface DocumentSymbol {
  /** "03", "749", "66.7": no zeros before it, but two digits at least. */
  number: string;
  year: string | null;
  /** "CT", "QĐi"; null in official letters and laws. */
  typeCode: string | null;
  /** "TW", "CP", "BTTTT"; null when the number has none. */
  issuer: string | null;
  /** The one form of all its spellings. */
  id: string;
}

/** A number of a document, not a part of a longer number. A letter may follow: `30a`. */
export const NUMBER = String.raw`\d{1,5}(?:\.\d{1,2})?(?:[a-e](?![\p{L}\p{M}]))?`;
const YEAR = String.raw`(?:19|20)\d\d(?!\d)`;
/** Capitals with at most two small letters after one of them: `TTg`, `QĐi`, `BNgTT`, `T.Ư`, `QH15`. */
const CODE = String.raw`[A-ZĐƯ](?:[a-zđ]{1,2}(?!\p{Ll}))?(?:[A-ZĐƯ](?:[a-zđ]{1,2}(?!\p{Ll}))?|\d|[.&](?=[A-ZĐƯ\d]))*(?![\p{L}\p{M}\p{N}])`;
const SIGN = ' {0,3}[-/] {0,3}';
const BODY = `(?:Trung ương|${CODE})`;
const WRITTEN = new RegExp(
  `(${NUMBER})(?: {0,3}/ {0,3}(${YEAR}))?(?:(${SIGN})(${BODY})(?:${SIGN}(${BODY}(?:[-/]${CODE}){0,8}))?| (${TYPE_CODES.join('|')})${SIGN}(${BODY}))`,
  'uy',
);
const SMALL_CODES = TYPE_CODES.map((code) => code.toLowerCase()).join('|');
const SMALL = new RegExp(
  `(${NUMBER})(?: {0,3}/ {0,3}(${YEAR}))?(${SIGN})(?:(${SMALL_CODES})(?:${SIGN}([a-zđư](?:[a-zđư\\d]|\\.(?=[a-zđư])){1,9}))?|((?:ubtv)?qh\\d{1,2}))(?![\\p{L}\\p{M}\\p{N}])`,
  'uy',
);

/** Codes that are not written in capitals only. */
const MIXED_CODES = new Map(
  ['TTg', 'ThU', 'NgV', 'BNg', ...TYPE_CODES].map((code) => [code.toUpperCase(), code] as const),
);
/** Codes for rules that are not the usual one. */
const USUAL: Readonly<Record<string, string>> = { QĐi: 'QĐ', QyĐ: 'QĐ' };

/** A code as the register writes it: capitals where it has them, TW for all ways to write it, without dots. */
function codeOf(written: string): string {
  const plain = written
    .toUpperCase()
    .replace('TRUNG ƯƠNG', 'TW')
    .replace(/T\.?Ư/gu, 'TW')
    .replaceAll('.', '');
  return MIXED_CODES.get(plain) ?? plain;
}

/** Without zeros before it, then two digits at least. */
export const numberOf = (written: string): string =>
  written.replace(/^0+(?=\d)/u, '').replace(/^\d(?!\d|\.)/u, '0$&');

/** What may be said of a number when it is not said in full, the least first: "35", "35/2019", "35@TW", "35/2019@TTg". */
export function stemsOf(number: string, year: string | null, issuer: string | null): string[] {
  const stems = year === null ? [number] : [number, `${number}/${year}`];
  if (issuer === null) return stems;
  // Each National Assembly has its own code: QH15.
  const body = issuer.replace(/\d+$/u, '');
  return [...stems, ...stems.map((stem) => `${stem}@${body}`)];
}

/** The Fatherland Front numbers as the State does. */
const PARTY_BODY = /(?:(?<!MT)TW\d{0,2}|TU)$|^(?:TU|ĐU|HU|QU|ThU|BCSĐ)/u;
const STATE_BODY = /^(?:TTg|CP|CTN|VPCP|UBND|HĐND|QH\d*|UBTVQH\d*)$/u;

function idOf(number: string, year: string | null, sign: string, codes: readonly string[]): string {
  const [first = '', ...rest] = codes.map((code) => USUAL[code] ?? code);
  if (year !== null) return `${number}/${year}/${codes.join('-')}`;
  if (rest.length === 0) return `${number}${sign}${first}`;
  const [body = ''] = rest;
  const isParty = typeOfCode(first) !== null && PARTY_BODY.test(body);
  const isState = typeOfCode(first) !== null && STATE_BODY.test(body);
  const asParty = isParty || (sign === '-' && !isState);
  return asParty ? `${number}-${first}/${rest.join('-')}` : `${number}/${first}-${rest.join('-')}`;
}

/**
 * The symbol that begins at `at` in a match copy, and where it ends. Codes in small letters (`lower` is the copy in lower case)
 * only count after a known type. A hyphen with one code needs a known type or the old `26-CP`.
 */
export function symbolAt(
  text: string,
  lower: string,
  at: number,
): { symbol: DocumentSymbol; end: number } | null {
  WRITTEN.lastIndex = at;
  const written = WRITTEN.exec(text);
  if (written !== null) {
    const [all, number = '', year, sign = '/', code, bodies = '', spacedCode, spacedBody] = written;
    const codes =
      spacedCode === undefined ? [code ?? '', ...bodies.split(/[-/]/u)] : [spacedCode, spacedBody ?? ''];
    const symbol = symbolOf(number, year, sign.trim(), codes);
    if (symbol !== null) return { symbol, end: at + all.length };
  }
  SMALL.lastIndex = at;
  const small = SMALL.exec(lower);
  if (small === null) return null;
  const [all, number = '', year, sign = '/', code, body = '', assembly] = small;
  const symbol = symbolOf(number, year, sign.trim(), [code ?? assembly ?? '', body]);
  return symbol === null ? null : { symbol, end: at + all.length };
}

function symbolOf(
  written: string,
  year: string | undefined,
  sign: string,
  writtenCodes: readonly string[],
): DocumentSymbol | null {
  const codes = writtenCodes.map((code) => codeOf(code.trim())).filter((code) => code !== '');
  const [first = ''] = codes;
  const hasType = typeOfCode(first) !== null;
  if (codes.length === 1 && sign === '-' && year === undefined && !hasType && !STATE_BODY.test(first))
    return null;
  const number = numberOf(written);
  const issuer = (hasType ? codes[1] : first) ?? null;
  const typeCode = hasType ? first : null;
  return { number, year: year ?? null, typeCode, issuer, id: idOf(number, year ?? null, sign, codes) };
}

/** What a person typed as a number with codes, however it is written: `03-ct/tw`. Null when it is something else. */
export function parseSymbol(typed: string): DocumentSymbol | null {
  const text = matchCopy(typed).text.trim().replace(/ {2,}/gu, ' ');
  const found = symbolAt(text, text.toLowerCase(), 0);
  return found !== null && found.end === text.length ? found.symbol : null;
}
