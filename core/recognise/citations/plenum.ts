// Resolutions of plenums: "Nghị quyết Trung ương 4 (khóa XI)", "NQ TW 4", "Nghị quyết Hội nghị lần thứ tư BCH Trung ương khóa XII".
import { COUNTED } from '#core/recognise/citations/counted';
import type { Anchor, Draft, Parsed } from '#core/recognise/citations/draft';
import { closedEnd, matchAt, type Source } from '#core/recognise/citations/source';
import { ORDINAL, ordinalOf, ROMAN_ONLY, ROMAN_OR_DIGITS, romanOf } from '#core/recognise/citations/terms';
import type { Span } from '#core/span';

const PLENUM = new RegExp(
  `(?: của)?(?: hội nghị)?(?: lần thứ (${ORDINAL}))?(?: của)?(?: (?:ban chấp hành|bch))? (?:trung ương|t\\.?[ưw]\\.?)` +
    `(?: đảng)?(?: cộng sản việt nam)?(?: lần thứ)?(?= |\\d|,|\\()`,
  'uy',
);
const NUMBER = new RegExp(` ?(\\d{1,2}(?!\\d|%|[/.,]\\d))`, 'uy');
const NUMBER_IN_WORDS = new RegExp(` (${ORDINAL})(?=,? ?\\(? ?khóa)`, 'uy');
const NEXT_NUMBER = new RegExp(`(?:, ?| và |, và )(\\d{1,2}(?!\\d|%|[/.,]\\d))`, 'uy');
const TERM = new RegExp(
  ` ?[,/-]? ?\\(? ?(?:(?:các )?khóa|k\\.?) ?(${ORDINAL})| ?[/(] ?(${ROMAN_ONLY})`,
  'uy',
);
const NEXT_TERM = new RegExp(
  `(?:, ?| và |, và )(?:khóa )?(${ROMAN_ONLY}|(?<=khóa )${ROMAN_OR_DIGITS})`,
  'uy',
);
const NEXT_PLENUM = /(?:, ?| và |, và |; ?)(?=(?:hội nghị |trung ương |t\.?ư\.? |tw ?)[^.;]{0,60}khóa)/uy;

interface Item extends Span {
  value: number;
}

/** The resolutions or conclusions of plenums that follow their type word; null when none do. */
export function plenumAt({ lower }: Source, anchor: Anchor): Parsed | null {
  const drafts: Draft[] = [];
  let { start, end } = anchor;
  for (;;) {
    const plenum = onePlenumAt(lower, start, end, anchor);
    if (plenum === null) break;
    drafts.push(...plenum.drafts);
    const next = matchAt(NEXT_PLENUM, lower, plenum.end);
    ({ end } = plenum);
    if (next === null) break;
    start = end + next[0].length;
    // The pattern of a plenum begins with a space.
    end = start - 1;
    if (lower[end] !== ' ') break;
  }
  const last = drafts.at(-1);
  return last === undefined ? null : { drafts, end: last.end };
}

function onePlenumAt(lower: string, start: number, from: number, { type }: Anchor): Parsed | null {
  const head = matchAt(PLENUM, lower, from);
  if (head === null) return null;
  let at = from + head[0].length;
  const ordinal = head[1] === undefined ? null : ordinalOf(head[1]);
  const numbers =
    ordinal === null
      ? listAt(lower, at, [NUMBER, NUMBER_IN_WORDS], NEXT_NUMBER)
      : [{ start, end: at, value: ordinal }];
  at = numbers.at(-1)?.end ?? at;
  if (numbers.length === 0) return null;
  const terms = listAt(lower, at, [TERM], NEXT_TERM);
  const last = terms.at(-1);
  if (last === undefined && matchAt(COUNTED, lower, at) !== null) return null;
  const end = closedEnd(lower, start, last?.end ?? at);
  const items = itemsOf(numbers, terms, start, end);
  return { drafts: items.map((item) => plenumDraft(item, type)), end };
}

/** Ordinals that follow each other; the first by one of some patterns. */
function listAt(lower: string, from: number, first: readonly RegExp[], next: RegExp): Item[] {
  const items: Item[] = [];
  let at = from;
  for (;;) {
    const patterns = items.length === 0 ? first : [next];
    const match = patterns.map((pattern) => matchAt(pattern, lower, at)).find((found) => found !== null);
    const written = match?.[1] ?? match?.[2];
    const value = written === undefined ? null : ordinalOf(written);
    if (match === undefined || written === undefined || value === null) return items;
    const end = at + match[0].length;
    items.push({ start: end - written.length, end, value });
    at = end;
  }
}

interface PlenumItem extends Span {
  plenum: number;
  term: number | null;
}

/** "Trung ương 5, 6 (khóa XII)" are two documents, and so are "Trung ương 4 (khóa XI, XII)": each has its own words. */
function itemsOf(numbers: readonly Item[], terms: readonly Item[], start: number, end: number): PlenumItem[] {
  const several = numbers.length > 1 ? numbers : terms;
  const count = Math.max(several.length, 1);
  return Array.from({ length: count }, (_, index) => ({
    start: index === 0 ? start : (several[index]?.start ?? start),
    end: index === count - 1 ? end : (several[index]?.end ?? end),
    plenum: (numbers[index] ?? numbers[0])?.value ?? 0,
    term: (terms[index] ?? terms[0])?.value ?? null,
  }));
}

function plenumDraft({ start, end, plenum, term }: PlenumItem, type: Anchor['type']): Draft {
  return {
    start,
    end,
    class: 'named',
    type,
    id: term === null ? null : `HNTW${plenum}-K${term}`,
    stems: [`HNTW${plenum}`],
    number: null,
    issuer: 'BCHTW',
    issuerName: null,
    date: null,
    term: term === null ? null : romanOf(term),
    confidence: term === null ? 0.5 : 1,
  };
}
