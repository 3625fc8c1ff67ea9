// Citations by a number without codes: "Chỉ thị 03 của Bộ Chính trị", "các Nghị quyết 57, 59", "(Nghị quyết 17)".
import { COUNTED } from '#core/recognise/citations/counted';
import type { DocumentType } from '#core/recognise/citations/document-types';
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { factsAt, type Facts } from '#core/recognise/citations/facts';
import type { Issuer } from '#core/recognise/citations/issuers';
import { isCapital, matchAt, type Source } from '#core/recognise/citations/source';
import { NUMBER, stemsOf } from '#core/recognise/citations/symbol';
import type { Span } from '#core/span';

/** Its span begins at the type word, in a list at the number. */
export interface ShortNumber extends Span {
  number: string;
  year: string | null;
}

/** A number that is no part of a date, a ratio, a range or a share. */
export const SHORT_NUMBER = new RegExp(
  `(${NUMBER})(?: ?/ ?((?:19|20)\\d\\d)(?!\\d))?(?![\\p{L}\\p{M}\\p{N}/%]|[.,]\\d| ?[-/%] ?\\d)`,
  'uy',
);
const YEAR_ALONE = /^(?:19|20)\d\d$/u;
/** What may follow a number in a list that nothing announced as a list. */
const GOES_WITH_LIST = / ?(?:[,;.:()"”]|$)| (?:của|về|và|hoặc|ngày|khóa)(?!\p{L})/uy;
const BEGINS_SENTENCE = /(?:^|[.!?:;…]|[-•+]) {0,2}["“(]?$/u;
const PLURAL = /(?:các|những|hai|ba|bốn) $/u;

/** Whether a number after a type word is a document's. `saysNumber`: "số" stands before it. */
export function isShortNumber(
  { lower }: Source,
  { type, start }: Anchor,
  { number, year, end }: ShortNumber,
  isFirst: boolean,
  saysNumber: boolean,
): boolean {
  if (year !== null && type.family === 'plain') return false;
  if (year === null && YEAR_ALONE.test(number) && !saysNumber) return false;
  if (isFirst) return saysNumber || matchAt(COUNTED, lower, end) === null;
  if (matchAt(COUNTED, lower, end) !== null) return false;
  return (
    matchAt(GOES_WITH_LIST, lower, end) !== null || PLURAL.test(lower.slice(Math.max(0, start - 6), start))
  );
}

/** One citation for each number; null when a bare number is not enough to say that this is a document. */
export function shortDrafts(
  source: Source,
  anchor: Anchor,
  numbers: readonly ShortNumber[],
  saysNumber: boolean,
): Parsed | null {
  const last = numbers.at(-1);
  if (last === undefined) return null;
  const facts = factsAt(source, last.end);
  const isEnough = saysNumber || standsAlone(source, anchor, last);
  if (!isEnough && facts.issuer === null) return null;
  const drafts = numbers.map((number) => shortDraft(anchor.type, number, number === last, facts));
  return { drafts, end: drafts.at(-1)?.end ?? last.end };
}

/** Whether the type word and a number are enough: with a capital, on one line, and not a verb with what it counts. */
function standsAlone(source: Source, { type, isCode, start, end }: Anchor, { number }: ShortNumber): boolean {
  const { text } = source;
  if (!type.byNumberAlone || (!isCode && !isCapital(text[start]))) return false;
  if (source.breaks(end, end + text.slice(end, end + 4).search(/\d|$/u))) return false;
  const isCount = type.isVerb && number.startsWith('0');
  return !isCount || !BEGINS_SENTENCE.test(text.slice(Math.max(0, start - 4), start));
}

function shortDraft(type: DocumentType, short: ShortNumber, isLast: boolean, facts: Facts): Draft {
  const { start, end, number, year } = short;
  const { issuer, term } = facts;
  const id = completedId(type, short, issuer);
  const ends = [end];
  if (isLast && id !== null && issuer !== null) ends.push(issuer.end, term?.end ?? 0);
  if (isLast && term?.start === end) ends.push(term.end);
  return {
    start,
    end: Math.max(...ends),
    class: 'short',
    type,
    id,
    stems: stemsOf(number, year, issuer?.code ?? null).reverse(),
    number,
    issuer: issuer?.code ?? null,
    issuerName: issuer?.name ?? null,
    date: isLast ? facts.date : null,
    term: term?.roman ?? null,
    confidence: id === null ? 0.5 : 0.9,
  };
}

/** The id that a number has by its issuer; null where that is not known or the number needs a year too. */
export function completedId(
  { slug, codes: [code] }: DocumentType,
  { number, year }: Pick<ShortNumber, 'number' | 'year'>,
  issuer: Pick<Issuer, 'code' | 'world'> | null,
): string | null {
  // Only the Government issues them.
  if (slug === 'nghi-dinh') return year === null ? null : `${number}/${year}/NĐ-CP`;
  if (code === undefined || issuer?.code == null || issuer.world === 'open') return null;
  if (issuer.world === 'party') return `${number}-${code}/${issuer.code}`;
  return `${number}/${year === null ? '' : `${year}/`}${code}-${issuer.code}`;
}
