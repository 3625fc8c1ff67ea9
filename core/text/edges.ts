import { isBreadcrumb, isSeparator } from '#core/text/boilerplate';
import { type Day, dateLine, isAgo, isPlaceAndDay, writtenDay } from '#core/text/days';
import type { Removal, SourceLine } from '#core/text/lines';
import { lineKey } from '#core/text/normalise';
import { agencyOf } from '#core/text/agencies';
import { bylineAndSource, bylineOf, isNames, sourceLine } from '#core/text/sources';

/** What the first and last lines of a source say about the article. */
export interface Edges {
  kept: SourceLine[];
  removed: Removal[];
  explicit: { day: Day; words: string } | null;
  source: string | null;
  byline: string | null;
}

const HEAD_LINES = 8;
const TAIL_LINES = 3;
const isBulleted = (text: string) => /^[-–+•*]/u.test(text);

/** Date lines anywhere; the source and the writer in the last three lines or at the head. */
export function takeEdges(lines: readonly SourceLine[], title: string | null): Edges {
  const dated = takeDates(lines);
  const head = takeHead(dated.kept, title);
  const tail = takeTail(head.kept);
  return {
    kept: tail.kept,
    removed: [...dated.removed, ...head.removed, ...tail.removed],
    explicit: dated.explicit,
    source: tail.source ?? head.source,
    byline: tail.byline ?? head.byline ?? dated.byline,
  };
}

type Dated = Omit<Edges, 'source'>;

function takeDates(lines: readonly SourceLine[]): Dated {
  const result: Dated = { kept: [], removed: [], explicit: null, byline: null };
  let isPosted = false;
  for (const [index, line] of lines.entries()) {
    const atEdge = index < HEAD_LINES || index >= lines.length - TAIL_LINES;
    const found = mayBeDateLine(line) ? dateOf(line.text, atEdge) : null;
    if (found === null) {
      result.kept.push(line);
      continue;
    }
    result.removed.push({ text: line.text, reason: 'date-line', at: line.at });
    result.byline ??= found.byline;
    // The day of the first posting counts, not that of a later correction.
    const saysPosted = /đăng|xuất bản|phát hành|posted|published/iu.test(line.text);
    if (found.day !== null && (result.explicit === null || (saysPosted && !isPosted))) {
      result.explicit = { day: found.day, words: line.text };
      isPosted = saysPosted;
    }
  }
  return result;
}

function mayBeDateLine(line: SourceLine): boolean {
  return (line.role === null || line.role === 'paragraph') && !isBulleted(line.text);
}

function dateOf(text: string, atEdge: boolean): { day: Day | null; byline: string | null } | null {
  if (isAgo(text)) return { day: null, byline: null };
  if (isPlaceAndDay(text)) return { day: writtenDay(text)?.day ?? null, byline: null };
  const line = dateLine(text);
  if (line === null) return null;
  if (line.rest === '' || isSeparator(line.rest)) return { day: line.day, byline: null };
  if (!atEdge) return null;
  if (isBreadcrumb(line.rest) || agencyOf(line.rest) !== null) return { day: line.day, byline: null };
  return isNames(line.rest) && line.rest.split(' ').length >= 2 ? { day: line.day, byline: line.rest } : null;
}

type Signed = Pick<Edges, 'kept' | 'removed' | 'source' | 'byline'>;

const isPlain = (line: SourceLine) =>
  line.role === null || line.role === 'paragraph' || line.role === 'heading';

/** Between the title and the first paragraph: `Nguồn: …`, `Tác giả: …`, a bare name. */
function takeHead(lines: readonly SourceLine[], title: string | null): Signed {
  const result: Signed = { kept: [], removed: [], source: null, byline: null };
  let titles = title === null ? 0 : 1;
  let inHead = true;
  for (const [index, line] of lines.entries()) {
    const isHead = inHead && index < HEAD_LINES && isPlain(line);
    if (isHead && titles > 0 && takeSignature(line, result, title !== null || index < lines.length - 1))
      continue;
    if (line.text.length > 150 || (titles > 0 && /[.!?…]$/u.test(line.text))) inHead = false;
    if (!isBreadcrumb(line.text)) titles += 1;
    result.kept.push(line);
  }
  return result;
}

/** The last three lines: `Theo Báo …`, `Bài, ảnh: …`, a bare name. At least two lines must remain. */
function takeTail(lines: readonly SourceLine[]): Signed {
  const result: Signed = { kept: [...lines], removed: [], source: null, byline: null };
  let bareNames = true;
  for (let step = 0, index = lines.length - 1; step < TAIL_LINES && index >= 1; step += 1, index -= 1) {
    const line = lines[index];
    if (line === undefined || result.kept.length <= 1) break;
    const isSignature = isPlain(line) && !isPhotoCredit(line, lines[index - 1], bareNames);
    if (isSignature && takeSignature(line, result, bareNames)) result.kept.splice(index, 1);
    else bareNames = false;
  }
  return result;
}

/** `Ảnh: X` below a caption, or with prose after it, names the photographer of one photo. */
function isPhotoCredit(line: SourceLine, before: SourceLine | undefined, isLast: boolean): boolean {
  if (!/^[([]?\s?ảnh\s?:/iu.test(line.text)) return false;
  return !isLast || (before !== undefined && before.text.length <= 260 && !/[.!?…:;/”"]$/u.test(before.text));
}

function takeSignature(line: SourceLine, into: Signed, bareNames: boolean): boolean {
  const both = bylineAndSource(line.text);
  const source = both?.source ?? sourceLine(line.text);
  const byline = both?.byline ?? (source === null ? signatureOf(line.text, bareNames) : null);
  if (source === null && byline === null) return false;
  if (
    (source !== null && into.source !== null) ||
    (byline !== null && into.byline?.includes(byline) === true)
  )
    return false;
  into.source ??= source;
  if (byline !== null) into.byline = into.byline === null ? byline : `${byline}; ${into.byline}`;
  into.removed.push({ text: line.text, reason: 'source-line', at: line.at });
  return true;
}

function signatureOf(text: string, bareNames: boolean): string | null {
  if (isBreadcrumb(text)) return null;
  const byline = bylineOf(text);
  return byline !== null && (bareNames || !isNames(text)) ? byline : null;
}

const LONGEST_TITLE = 250;

/** The first line that is no breadcrumb. Null when the text begins with a paragraph and has no title. */
export function takeTitle(lines: readonly SourceLine[]): {
  title: string | null;
  kept: SourceLine[];
  removed: Removal[];
} {
  const removed: Removal[] = [];
  let start = 0;
  while (start < lines.length - 1 && start < HEAD_LINES && isBreadcrumb(lines[start]?.text ?? '')) {
    const line = lines[start];
    if (line !== undefined) removed.push({ text: line.text, reason: 'breadcrumb', at: line.at });
    start += 1;
  }
  const first = lines[start];
  const rest = lines.slice(start + 1);
  if (first === undefined || first.role === 'caption' || !mayBeTitle(first.text, rest.length)) {
    return { title: null, kept: lines.slice(start), removed };
  }
  const [next] = rest;
  const goesOn =
    next !== undefined &&
    rest.length > 1 &&
    !next.gap &&
    next.role === null &&
    /^\p{Ll}/u.test(next.text) &&
    !/[.!?…]$/u.test(first.text);
  const title = goesOn && next.text.length < 120 ? `${first.text} ${next.text}` : first.text;
  const after = takeBreadcrumbs(title === first.text ? rest : rest.slice(1));
  return { title, kept: after.kept, removed: [...removed, ...after.removed] };
}

function mayBeTitle(text: string, linesAfter: number): boolean {
  if (text.length > LONGEST_TITLE || linesAfter === 0) return false;
  return text.length <= 160 || !/[.…]$/u.test(text);
}

/** A section's name may stand below the title as well. */
export function takeBreadcrumbs(lines: readonly SourceLine[]): { kept: SourceLine[]; removed: Removal[] } {
  const end = lines.slice(0, HEAD_LINES).findIndex((line) => !isBreadcrumb(line.text));
  const head = end === -1 ? 0 : end;
  return {
    kept: lines.slice(head),
    removed: lines.slice(0, head).map(({ text, at }) => ({ text, reason: 'breadcrumb', at })),
  };
}

/** A title for a text without one: its first sentence, cut between words. */
export function titleFrom(paragraph: string): string {
  const sentence = /^.{20,}?[.!?…](?=\s|$)/u.exec(paragraph.slice(0, 400))?.[0] ?? paragraph;
  const words = sentence.replace(/[.…]+$/u, '').trimEnd();
  if (words.length <= 120) return words === '' ? paragraph.slice(0, 120) : words;
  const cut = words.slice(0, 120);
  const end = cut.lastIndexOf(' ');
  const short = end >= 60 ? cut.slice(0, end) : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${short.replace(/[\s,;:–-]+$/u, '')}…`;
}

export function sameLine(left: string, right: string): boolean {
  return lineKey(left) === lineKey(right);
}
