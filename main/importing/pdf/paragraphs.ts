import type { LineRole } from '#core/text/lines';
import { normaliseText, oneLine } from '#core/text/normalise';
import type { ReadLine } from '../reading';
import { type SetLine, startsList } from './lines';
import { median, quantile } from './numbers';

/** Lines that belong together. `words` where a machine read them from a picture. */
export interface Paragraph {
  text: string;
  role: LineRole | null;
  page: number;
  words: ReadLine['words'] | null;
}

interface Group {
  lines: SetLine[];
}

/** What the whole document has in common. */
interface Measures {
  size: number;
  /** Distance of base lines, in sizes. */
  leading: number;
  /** Paragraphs begin with an indent. */
  indents: boolean;
  bold: boolean;
}

const ENDS_SENTENCE = /[.!?…:;]["”’)]?$/u;
const STARTS_NEW = /^[\p{Lu}\p{N}“"‘'(\[\-–+•*▪]/u;

/** The paragraphs of all lines of a document, in reading order. */
export function paragraphsOf(lines: readonly SetLine[]): Paragraph[] {
  const measures = measuresOf(lines);
  const groups: Group[] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    const before = current?.lines.at(-1);
    if (current === undefined || before === undefined) groups.push({ lines: [line] });
    else if (before.flow === line.flow) {
      if (startsParagraph(current, before, line, measures)) groups.push({ lines: [line] });
      else current.lines.push(line);
    } else {
      const open = openGroup(groups, before, measures);
      if (open !== undefined && goesOn(open, line, measures)) open.lines.push(line);
      else groups.push({ lines: [line] });
    }
  }
  const title = titleOf(groups, measures);
  return groups.map((group) => ({
    text: oneLine(normaliseText(joined(group.lines.map((line) => line.text)))),
    role: group === title ? 'title' : roleOf(group, measures),
    page: group.lines[0]?.page ?? 1,
    words: null,
  }));
}

function measuresOf(lines: readonly SetLine[]): Measures {
  const text = lines.filter((line) => line.kind === 'text');
  const sizes = text.flatMap((line) => Array<number>(Math.ceil(line.text.length / 20)).fill(line.size));
  const leadings: number[] = [];
  let [inner, indented] = [0, 0];
  for (const [index, line] of text.entries()) {
    const before = text[index - 1];
    if (before?.flow !== line.flow || !isSameSize(before, line)) continue;
    const leading = (line.y - before.y) / line.size;
    if (leading > 0.8 && leading < 3) leadings.push(leading);
    if (isIndented(before) && !isIndented(line) && !hasRoom(before, line)) indented += 1;
    else if (ENDS_SENTENCE.test(before.text) && hasRoom(before, line) && !isIndented(line)) inner += 1;
  }
  const letters = (some: readonly SetLine[]) => some.reduce((sum, line) => sum + line.text.length, 0);
  return {
    size: median(sizes),
    leading: quantile(leadings, 0.4) || 1.2,
    indents: indented > inner,
    bold: letters(text.filter((line) => line.bold)) > 0.6 * letters(text),
  };
}

const isSameSize = (one: SetLine, other: SetLine) =>
  Math.abs(one.size - other.size) <= 0.08 * Math.max(one.size, other.size);
const isIndented = (line: SetLine) => line.x0 > line.left + 0.8 * line.size;
/** The first word of `line` would have stood behind `before`: the line was ended on purpose. */
const hasRoom = (before: SetLine, line: SetLine) =>
  before.right - before.x1 > line.firstWord + 0.8 * before.size;
const isCentred = (line: SetLine) =>
  line.x0 > line.left + line.size && Math.abs(line.x0 - line.left - (line.right - line.x1)) < 2 * line.size;
/** Lines of different length around one middle. */
const areCentred = (one: SetLine, other: SetLine) =>
  Math.abs(one.x0 + one.x1 - other.x0 - other.x1) < (one.bold && other.bold ? 1.2 : 0.7) * one.size &&
  Math.abs(one.x0 - other.x0) > 0.8 * one.size;

function startsParagraph(group: Group, before: SetLine, line: SetLine, measures: Measures): boolean {
  if (line.kind === 'table' || before.kind === 'table') return true;
  if (line.kind === 'cell') return !/^\p{Ll}/u.test(line.text);
  if (!isSameSize(before, line)) return true;
  if (line.y - before.y > measures.leading * 1.3 * line.size) return true;
  const isRoomy = hasRoom(before, line);
  const isLast = isRoomy || isCentred(before) || ENDS_SENTENCE.test(before.text);
  if (before.bold !== line.bold && isLast) return true;
  const isLarge = line.size > 1.08 * measures.size;
  if (isLarge || areCentred(before, line)) {
    return !(isLarge || line.bold) || ENDS_SENTENCE.test(before.text);
  }
  const step = line.x0 - before.x0;
  const isHanging = group.lines.length === 1 && startsList(before.text);
  if (step > 0.8 * line.size && isIndented(line) && !isHanging) return true;
  if (step < -0.8 * line.size && group.lines.length > 1) return true;
  if (isRoomy && (STARTS_NEW.test(line.text) || ENDS_SENTENCE.test(before.text))) return true;
  return startsList(line.text) && (isRoomy || isIndented(line) || /[.;:!?…,]$/u.test(before.text));
}

/** The paragraph that the next column or page may go on with: notes at the foot are passed over. */
function openGroup(groups: readonly Group[], before: SetLine, measures: Measures): Group | undefined {
  return groups.findLast((group) => {
    const last = group.lines.at(-1);
    return last?.flow !== before.flow || last.size >= 0.93 * measures.size;
  });
}

/** A paragraph goes on over the end of its column or page. */
function goesOn(group: Group, line: SetLine, measures: Measures): boolean {
  const before = group.lines.at(-1);
  if (before === undefined || line.kind !== 'text' || before.kind !== 'text') return false;
  if (!isSameSize(before, line) || before.bold !== line.bold || startsList(line.text)) return false;
  if (isCentred(before) || isCentred(line)) return false;
  if (/^[\p{Ll},;]/u.test(line.text) && !/[.!?…]["”’)]?$/u.test(before.text)) return true;
  // What stands below a column is not the next column.
  if (line.page === before.page && line.y > before.y) return false;
  if (isIndented(line) || hasRoom(before, line)) return false;
  return !ENDS_SENTENCE.test(before.text) || measures.indents;
}

/** One line of all; a hyphen at the end of a line stays unless it is one that only breaks words. */
export function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (/[\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line;
    else if (/[\p{L}\p{N}][-\u2010]$/u.test(text) && /^[\p{L}\p{N}]/u.test(line)) text += line;
    else text += text === '' ? line : ` ${line}`;
  }
  return text;
}

const LONGEST_TITLE = 250;
const LONGEST_HEADING = 160;

const textOf = (group: Group) => joined(group.lines.map((line) => line.text));

/** The largest text near the top of the first page; below the head of an office, what is set bold in the middle. */
function titleOf(groups: readonly Group[], measures: Measures): Group | undefined {
  const first = groups.filter((group) => group.lines[0]?.page === 1);
  const cells = first.findLastIndex((group) => group.lines[0]?.kind === 'cell');
  const head = first.slice(0, cells + 1 + HEAD_GROUPS).filter((group) => mayBeTitle(group));
  const largest = Math.max(0, ...head.map((group) => group.lines[0]?.size ?? 0));
  if (largest >= 1.15 * measures.size) return head.find((group) => group.lines[0]?.size === largest);
  if (cells === -1) return undefined;
  return first
    .slice(cells + 1, cells + 4)
    .find((group) => mayBeTitle(group) && group.lines.every((line) => line.bold && isIndented(line)));
}

const HEAD_GROUPS = 6;

function mayBeTitle(group: Group): boolean {
  const text = textOf(group);
  return (
    group.lines[0]?.kind === 'text' && text.length <= LONGEST_TITLE && text.replace(/\P{L}/gu, '').length >= 6
  );
}

function roleOf(group: Group, measures: Measures): LineRole | null {
  const [line] = group.lines;
  if (line === undefined || line.kind === 'table') return 'table';
  const text = textOf(group);
  // An office's head is a table without lines; only its day is looked at further.
  if (line.kind === 'cell') {
    return startsList(text) || /ngày.*tháng.*năm/iu.test(text.normalize('NFC')) ? null : 'table';
  }
  if (text.length > LONGEST_HEADING || /[.;,:…!?]$/u.test(text) || !/\p{L}/u.test(text)) return null;
  const isHeavy = !measures.bold && group.lines.every((one) => one.bold);
  return isHeavy || line.size >= 1.12 * measures.size ? 'heading' : null;
}

/** Paragraphs of a page that a machine read. */
export function paragraphsOfRead(lines: readonly ReadLine[], page: number): Paragraph[] {
  const groups: ReadLine[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current === undefined || line.gap || startsList(line.text)) groups.push([line]);
    else current.push(line);
  }
  return groups.map((group) => ({
    text: oneLine(normaliseText(joined(group.map((line) => line.text)))),
    role: null,
    page,
    words: group.flatMap((line) => line.words),
  }));
}
