// Citations by number: "Chỉ thị số 03-CT/TW", "các Nghị quyết số 10-NQ/TW, 11-NQ/TW", "Nghị quyết 18, 19-NQ/TW".
import { carries, typeOfCode, type DocumentType } from '#core/recognise/citations/document-types';
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { factsAt, type Facts } from '#core/recognise/citations/facts';
import { isShortNumber, SHORT_NUMBER, shortDrafts, type ShortNumber } from '#core/recognise/citations/short';
import { closedEnd, isCapital, matchAt, type Source } from '#core/recognise/citations/source';
import { numberOf, stemsOf, symbolAt, type DocumentSymbol } from '#core/recognise/citations/symbol';
import { matchesOf } from '#core/recognise/matches';
import { TYPE_WORD } from '#core/recognise/citations/words';
import type { Span } from '#core/span';

const LEAD = / {0,3}(?:[(“"]? ?(số) ?:? {0,2})?(?=\d)/y;
const TITLE = /(?: [\p{L}]+){1,6} ?[,(]? ?số ?:? {0,2}(?=\d)/uy;
/** Laws have long names, with commas in them, and are cited without "số" too. */
const LAW_TITLE = /(?:,? \(?[\p{L}]+\)?){1,18} ?[,(]? ?(?:số ?:? {0,2})?(?=\d)/uy;
const NO_TITLE = /(?:^| )(?:này|theo(?! hợp đồng))(?: |$)/u;
const JOIN = /(?: ?[,;] ?(?:và |hoặc )?| và | hoặc | hay | ?& ?)(số ?:? {0,2})?(?=\d)/y;

/** The citation by number that follows a type word; null when none does. */
export function numberedAt(source: Source, anchor: Anchor): Parsed | null {
  const lead = matchAt(LEAD, source.lower, anchor.end);
  if (lead !== null) return numbersAt(source, anchor, anchor.end + lead[0].length, lead[1] !== undefined);
  const at = endOfTitle(source, anchor);
  if (at === null || symbolAt(source.text, source.lower, at) === null) return null;
  return numbersAt(source, anchor, at, true);
}

/** Where the number begins after "Luật Đất đai số" or "Nghị quyết chuyên đề số"; null when other words follow. */
function endOfTitle({ text, lower }: Source, { type, end }: Anchor): number | null {
  const isLaw = type.family === 'law';
  const title = matchAt(isLaw ? LAW_TITLE : TITLE, lower, end)?.[0];
  if (title === undefined || NO_TITLE.test(title)) return null;
  for (const { index, 0: word } of matchesOf(TYPE_WORD, title)) {
    const isWhole = title[index - 1] === ' ' && word.length > 2;
    // The name of a law may speak of laws: "Luật Ban hành văn bản quy phạm pháp luật".
    if (isWhole && (!isLaw || isCapital(text[end + index]))) return null;
  }
  return end + title.length;
}

interface CodedNumber extends Span {
  symbol: DocumentSymbol;
  facts: Facts;
}

/** A number and those that are listed after it. Numbers without codes before one with codes share them. */
function numbersAt(source: Source, anchor: Anchor, from: number, saysNumber: boolean): Parsed | null {
  const coded: CodedNumber[] = [];
  const short: ShortNumber[] = [];
  let { start } = anchor;
  let at = from;
  for (;;) {
    const found = symbolAt(source.text, source.lower, at);
    if (found !== null) {
      const end = closedEnd(source.text, start, found.end);
      coded.push({ start, end, symbol: found.symbol, facts: factsAt(source, end) });
      at = coded.at(-1)?.facts.end ?? end;
    } else {
      const match = coded.length === 0 ? matchAt(SHORT_NUMBER, source.lower, at) : null;
      const [all = '', written = '', year] = match ?? [];
      const number = { start, end: at + all.length, number: numberOf(written), year: year ?? null };
      const isFirst = short.length === 0;
      if (match === null || !isShortNumber(source, anchor, number, isFirst, saysNumber)) break;
      short.push(number);
      at = number.end;
    }
    const join = matchAt(JOIN, source.lower, at);
    if (join === null) break;
    at += join[0].length;
    start = at - (join[1]?.length ?? 0);
  }
  const [first] = coded;
  if (first === undefined) return shortDrafts(source, anchor, short, saysNumber);
  const shared = short.map((number) => sharing(number, first));
  return codedDrafts(anchor.type, [...shared, ...coded]);
}

/** `18` of "18, 19-NQ/TW". */
function sharing({ start, end, number }: ShortNumber, { symbol, facts }: CodedNumber): CodedNumber {
  const id = symbol.id.replace(/^[^-/]+/u, number);
  return { start, end, symbol: { ...symbol, number, id }, facts: { ...facts, date: null } };
}

function codedDrafts(type: DocumentType, numbers: readonly CodedNumber[]): Parsed {
  const drafts = numbers.map((number, index) => codedDraft(typeOf(type, number.symbol, index === 0), number));
  const last = drafts.at(-1);
  for (const draft of drafts) {
    if (last === undefined || draft.issuer !== last.issuer || draft.issuerName !== null) continue;
    draft.issuerName = last.issuerName;
    draft.term ??= last.term;
  }
  return { drafts, end: last?.end ?? 0 };
}

/** The word says the type, also where its code would be another's; after "văn bản" and in a list the code does. */
function typeOf(type: DocumentType, { typeCode }: DocumentSymbol, isFirst: boolean): DocumentType {
  if (typeCode === null) return type;
  const decides = type.slug === 'van-ban' || (!isFirst && !carries(type, typeCode));
  return decides ? (typeOfCode(typeCode) ?? type) : type;
}

/** The citation of one number with its codes. "159-TB của Bộ Chính trị" gets the code of who issued it. */
export function codedDraft(type: DocumentType, { start, end, symbol, facts }: CodedNumber): Draft {
  const { issuer, term } = facts;
  const { number, year } = symbol;
  const completes = symbol.issuer === null && year === null && issuer !== null && issuer.world === 'party';
  const code = completes ? issuer.code : symbol.issuer;
  const belongs = term !== null && (term.start === end || completes);
  const completed = completes ? Math.max(end, issuer.end) : end;
  return {
    start,
    end: belongs ? Math.max(completed, term.end) : completed,
    class: 'numbered',
    type,
    id: completes && code !== null ? `${symbol.id}/${code}` : symbol.id,
    stems: stemsOf(number, year, code),
    number,
    issuer: code,
    issuerName: issuer?.name ?? null,
    date: facts.date,
    term: term?.roman ?? null,
    confidence: completes ? 0.9 : 1,
  };
}
