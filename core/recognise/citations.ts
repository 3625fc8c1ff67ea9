import { congressAt } from '#core/recognise/citations/congress';
import { typeOfCode, typeOfWord } from '#core/recognise/citations/document-types';
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { factsAt } from '#core/recognise/citations/facts';
import { lawAt } from '#core/recognise/citations/law';
import { codedDraft, numberedAt } from '#core/recognise/citations/numbered';
import { plenumAt } from '#core/recognise/citations/plenum';
import { relativeAt } from '#core/recognise/citations/relative';
import { resolve } from '#core/recognise/citations/resolve';
import { sourceOf, type Source } from '#core/recognise/citations/source';
import { symbolAt } from '#core/recognise/citations/symbol';
import { TYPE_WORD_OR_SYMBOL } from '#core/recognise/citations/words';
import type { FoundCitation } from '#core/recognise/found';
import { matchCopy, type MatchCopy } from '#core/recognise/match-copy';

/**
 * The documents that a text cites, in text order and without overlaps: by number, by name, and by reference to an earlier
 * citation. Spans hold what the key needs; day and issuer after it are attributes. Mentions in general ("các nghị quyết của
 * Đảng") are no citations. `publishedOn` (`YYYY-MM-DD`): an issue day after it is a misprint and left out.
 */
export const findCitations = (
  text: string,
  { publishedOn }: { publishedOn: string | null },
): FoundCitation[] => citationsIn(matchCopy(text), publishedOn);

/** The citations of a text whose match copy is known. */
export function citationsIn(copy: MatchCopy, publishedOn: string | null): FoundCitation[] {
  const source = sourceOf(copy);
  const drafts = draftsOf(source);
  const between = (left: Draft, right: Draft): string =>
    right.start - left.end > 5 ? '' : source.lower.slice(left.end, right.start);
  return resolve(drafts, between).map(({ draft, canonical, confidence, from }) => {
    const { start, end, text } = copy.wordsOf(draft.start, draft.end);
    const { type, number, issuer, issuerName, date, term } = draft;
    const isMisprint = date !== null && publishedOn !== null && date > publishedOn;
    const citation: FoundCitation = {
      start,
      end,
      text,
      canonical,
      class: draft.class,
      type: type.name,
      number,
      issuer,
      issuerName,
      date: isMisprint ? null : date,
      term,
      confidence,
    };
    if (from !== null) citation.resolvedFrom = copy.spanOf(from.start, from.end);
    return citation;
  });
}

/** A type word far before a symbol does not say what the symbol is. */
const LONGEST_TITLE = 240;
const PART_OF_WORD = /[\p{L}\p{M}\p{N}]/u;
const PART_OF_ADDRESS = /[\p{L}\p{M}\p{N}_/.\-=?#&@%+]/u;

function draftsOf(source: Source): Draft[] {
  const drafts: Draft[] = [];
  const { text, lower } = source;
  let word: Anchor | null = null;
  const places = new RegExp(TYPE_WORD_OR_SYMBOL);
  for (let match = places.exec(lower); match !== null; match = places.exec(lower)) {
    const { index: start, 0: written } = match;
    const before = text[start - 1] ?? '';
    const isSymbol = /^\d/u.test(written);
    if ((isSymbol ? PART_OF_ADDRESS : PART_OF_WORD).test(before)) continue;
    const anchor: Anchor | null = isSymbol ? null : anchorAt(source, start, written);
    const parsed = isSymbol ? bareSymbolAt(source, start, word) : anchor && citationAt(source, anchor);
    if (anchor !== null) word = anchor;
    if (parsed === null) continue;
    drafts.push(...parsed.drafts);
    places.lastIndex = Math.max(parsed.end, places.lastIndex);
    word = null;
  }
  return drafts;
}

/** Before these the word is the end of another: "kỷ luật", "mệnh lệnh". */
const BEGINS_OTHER_WORD = /(?<![\p{L}\p{M}])(?:kỷ|pháp|quy|mệnh|hiệu) $/u;

/** The type word that stands at a place; null when it is a code in small letters or a part of another word. */
function anchorAt({ text, lower }: Source, start: number, written: string): Anchor | null {
  if (BEGINS_OTHER_WORD.test(lower.slice(Math.max(0, start - 6), start))) return null;
  const word = typeOfWord(written.replace(/ {2,}/gu, ' '));
  if (word === null || (word.isCode && !/^[A-ZĐ]{2}/u.test(text.slice(start, start + 2)))) return null;
  return { type: word.type, word: word.word, isCode: word.isCode, start, end: start + written.length };
}

function citationAt(source: Source, anchor: Anchor): Parsed | null {
  const { slug, family } = anchor.type;
  const hasMeetings = slug === 'nghi-quyet' || slug === 'ket-luan';
  return (
    (hasMeetings ? (plenumAt(source, anchor) ?? congressAt(source, anchor)) : null) ??
    numberedAt(source, anchor) ??
    (family === 'law' ? lawAt(source, anchor) : null) ??
    relativeAt(source, anchor)
  );
}

/** "Quy định … (số 37-QĐ/TW)", or a symbol without any word: its code says the type, or a word before that may carry it. */
function bareSymbolAt(source: Source, start: number, word: Anchor | null): Parsed | null {
  const { text, lower } = source;
  const found = symbolAt(text, lower, start);
  if (found?.symbol.typeCode == null || found.symbol.issuer === null) return null;
  const { typeCode } = found.symbol;
  const isNear =
    word !== null && start - word.end < LONGEST_TITLE && !text.slice(word.end, start).includes('. ');
  const carrier = isNear && word.type.codes.includes(typeCode) ? word.type : null;
  const type = carrier ?? typeOfCode(typeCode);
  if (type === null) return null;
  const draft = codedDraft(type, { ...found, start, facts: factsAt(source, found.end) });
  return { drafts: [{ ...draft, confidence: carrier === null ? 0.8 : 0.9 }], end: draft.end };
}
