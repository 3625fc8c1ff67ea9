import type { ReadLine } from '../reading';
import type { RawBox, RawLine, RawPage } from './thread';

/** A line with its place on the upright page. */
interface Placed {
  line: ReadLine;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Height of the baseline, growing down the page. */
  base: number;
  /** From the lowest to the highest letter. */
  height: number;
  firstWord: number;
}

/** What Tesseract found on a page → lines of words, each told whether a paragraph begins with it. */
export function linesOfPage(page: RawPage): ReadLine[] {
  const raw = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((one) => one.lines));
  const turn = turnOf(raw);
  const placed = raw.flatMap((line) => {
    const read = readLine(line);
    return read === null ? [] : [place(read, line, turn)];
  });
  markParagraphs(placed);
  return placed.map((one) => one.line);
}

/** Null for specks, rules and shadows that were taken for letters. */
function readLine(raw: RawLine): ReadLine | null {
  const words = raw.words
    .map(({ text, confidence }) => ({ text: text.normalize('NFC').trim(), confidence }))
    .filter((word) => word.text !== '');
  const text = words.map((word) => word.text).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const hasWord = words.some((word) => word.confidence >= 50 && /\p{L}{3}/u.test(word.text));
  if (raw.confidence < 30 && !hasWord) return null;
  if (raw.confidence < 50 && !/[\p{L}\p{N}]{2}/u.test(text)) return null;
  return { text, words, gap: true };
}

/** Lines that run down the page (or up) are read all the same; their places are turned upright. */
type Turn = 'none' | 'down' | 'up';

function turnOf(lines: readonly RawLine[]): Turn {
  const long = lines.filter(({ words }) => words.length > 2);
  const vertical = long.filter(({ bbox }) => bbox.y1 - bbox.y0 > 2 * (bbox.x1 - bbox.x0));
  if (vertical.length * 2 <= long.length) return 'none';
  const first = vertical[0]?.bbox.x0 ?? 0;
  return (vertical.at(-1)?.bbox.x0 ?? 0) <= first ? 'down' : 'up';
}

function turned({ x0, y0, x1, y1 }: RawBox, turn: Turn): RawBox {
  if (turn === 'down') return { x0: y0, x1: y1, y0: -x1, y1: -x0 };
  if (turn === 'up') return { x0: -y1, x1: -y0, y0: x0, y1: x1 };
  return { x0, y0, x1, y1 };
}

function place(line: ReadLine, raw: RawLine, turn: Turn): Placed {
  const box = turned(raw.bbox, turn);
  const base = turned(raw.baseline, turn);
  const first = raw.words[0] === undefined ? box : turned(raw.words[0].bbox, turn);
  return {
    line,
    ...box,
    base: (base.y0 + base.y1) / 2,
    height: Math.max(raw.rowAttributes.rowHeight, 1),
    firstWord: first.x1 - first.x0,
  };
}

const LIST_MARK = /^(?:[-–—+*•·▪●]\s|\(?\d{1,2}[.)]\s|\p{L}[.)]\s|[IVX]{1,5}[.)]\s)/u;
const ENDS = /[.!?…:;”"]$/u;

/**
 * A paragraph begins after more space than between other lines, where the line before would have had room for the
 * next word, or with an indented line. Tesseract's own paragraphs end wherever one of its blocks does.
 */
function markParagraphs(lines: readonly Placed[]): void {
  const usual = usualPitch(lines);
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    line.line.gap = before === undefined || beginsParagraph(before, line, lines, usual);
  }
}

function beginsParagraph(before: Placed, line: Placed, page: readonly Placed[], usual: number): boolean {
  const pitch = line.base - before.base;
  const height = (line.height + before.height) / 2;
  const goesOnBelow = pitch > height * 0.5 && overlap(before, line) > 0;
  if (!goesOnBelow) {
    // The head of the next column, or something beside.
    const isColumn = pitch < -height && !ENDS.test(before.line.text) && /^\p{Ll}/u.test(line.line.text);
    return !isColumn;
  }
  if (areOtherSizes(line, before)) return true;
  if (pitch / height > usual * 1.3) return true;
  if (LIST_MARK.test(line.line.text) && /[.;:,!?]$/u.test(before.line.text)) return true;
  const edges = edgesOf(before, page);
  const left = before.x0 - edges.left;
  const right = edges.right - before.x1;
  const isCentred = left > height && Math.abs(left - right) < height * 1.5;
  if (right + (isCentred ? left : 0) > line.firstWord + height * 0.5) return true;
  const indent = line.x0 - edges.left;
  return (
    !isCentred &&
    !LIST_MARK.test(before.line.text) &&
    left < height * 0.5 &&
    indent > height &&
    indent < height * 6
  );
}

/** The height of a few letters tells little: they may have no mark above or below. */
function areOtherSizes(one: Placed, other: Placed): boolean {
  if (Math.min(one.line.text.length, other.line.text.length) < 16) return false;
  return Math.max(one.height, other.height) > 1.3 * Math.min(one.height, other.height);
}

/** The smaller distances between two baselines, in heights of a line. */
function usualPitch(lines: readonly Placed[]): number {
  const pitches = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    if (before === undefined || overlap(before, line) === 0) return [];
    const pitch = (2 * (line.base - before.base)) / (line.height + before.height);
    return pitch > 0.5 && pitch < 4 ? [pitch] : [];
  });
  pitches.sort((left, right) => left - right);
  return pitches[Math.floor(pitches.length / 4)] ?? 1.5;
}

/** Width that two lines have in common, as a part of the narrower. */
function overlap(one: Placed, other: Placed): number {
  const common = Math.min(one.x1, other.x1) - Math.max(one.x0, other.x0);
  return Math.max(0, common) / Math.max(1, Math.min(one.x1 - one.x0, other.x1 - other.x0));
}

const MOST_LINES = 400;

/** Left and right edge of the column that a line stands in. */
function edgesOf(line: Placed, page: readonly Placed[]): { left: number; right: number } {
  const near =
    page.length > MOST_LINES ? page.filter((one) => Math.abs(one.base - line.base) < 20 * line.height) : page;
  const beside = near.filter(
    (one) =>
      one !== line &&
      Math.min(one.y1, line.y1) - Math.max(one.y0, line.y0) > line.height / 2 &&
      overlap(one, line) === 0,
  );
  // What reaches over a neighbour stands above or below all columns.
  const mates = near.filter(
    (one) => overlap(one, line) > 0.5 && beside.every((other) => overlap(one, other) === 0),
  );
  return {
    left: -supported(
      mates.map((one) => -one.x0),
      line.height,
    ),
    right: supported(
      mates.map((one) => one.x1),
      line.height,
    ),
  };
}

/** The largest value that another one comes close to; one line that sticks out does not count. */
function supported(values: readonly number[], close: number): number {
  const falling = values.toSorted((left, right) => right - left);
  const index =
    falling.length < 4 ? 0 : falling.findIndex((value, at) => value - (falling[at + 1] ?? -Infinity) < close);
  return falling[Math.max(0, index)] ?? 0;
}
