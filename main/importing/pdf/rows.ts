import { median } from './numbers';
import type { Piece } from './pieces';

/** Pieces on one base line, from left to right. */
export interface Row {
  pieces: Piece[];
  y: number;
  /** Of the largest letters. */
  size: number;
}

/** Words between two wide gaps. */
export interface Segment {
  text: string;
  x0: number;
  x1: number;
}

const SMALL = 0.8;

/** Rows from the top. Superscripts go with the row that they stand at. */
export function rowsOf(given: readonly Piece[]): Row[] {
  const size = median(given.map((piece) => piece.size));
  const pieces = withDropCaps(given, size);
  const usual = size * SMALL;
  const rows: Row[] = [];
  const byPlace = pieces.toSorted((left, right) => left.y - right.y || left.x0 - right.x0);
  for (const piece of byPlace.filter((one) => one.size >= usual)) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(row.y - piece.y) <= 0.35 * Math.min(row.size, piece.size))
      add(row, piece);
    else rows.push({ pieces: [piece], y: piece.y, size: piece.size });
  }
  const small: Row[] = [];
  for (const piece of byPlace.filter((one) => one.size < usual)) {
    const row = rows.find((one) => isRaised(piece, one)) ?? small.findLast((one) => isSameRow(one, piece));
    if (row !== undefined) row.pieces.push(piece);
    else small.push({ pieces: [piece], y: piece.y, size: piece.size });
  }
  const all = [...rows, ...small].toSorted((left, right) => left.y - right.y);
  for (const row of all) row.pieces = inOrder(row.pieces);
  return all;
}

/** A large letter that begins a paragraph goes to its first line, and the lines beside it begin where it does. */
function withDropCaps(pieces: readonly Piece[], size: number): Piece[] {
  let all = [...pieces];
  for (const cap of pieces.filter((piece) => piece.size > 1.8 * size && /^["“]?\p{Lu}$/u.test(piece.text))) {
    const isBeside = (piece: Piece) =>
      piece.size < 1.4 * size &&
      Math.abs(piece.x0 - cap.x1) < 1.2 * size &&
      piece.y > cap.y - cap.size &&
      piece.y < cap.y + 0.3 * size;
    const beside = all.filter(isBeside).toSorted((left, right) => left.y - right.y);
    const [first] = beside;
    if (first === undefined) continue;
    all = all
      .filter((piece) => piece !== cap)
      .map((piece) => {
        if (!beside.includes(piece)) return piece;
        return { ...piece, x0: cap.x0, text: piece === first ? cap.text + piece.text : piece.text };
      });
  }
  return all;
}

function add(row: Row, piece: Piece): void {
  row.pieces.push(piece);
  if (piece.size > row.size) row.size = piece.size;
}

const isSameRow = (row: Row, piece: Piece) => Math.abs(row.y - piece.y) <= 0.35 * row.size;

/** A small piece right behind or before a larger one of the row. */
function isRaised(piece: Piece, row: Row): boolean {
  if (Math.abs(row.y - piece.y) > 0.55 * row.size) return false;
  return row.pieces.some(
    (other) => piece.x0 - other.x1 < row.size && other.x0 - piece.x1 < row.size && other.size > piece.size,
  );
}

const MARKS = /^\p{M}+$/u;

/** From left to right; a mark that was set apart goes to its letter. */
function inOrder(pieces: readonly Piece[]): Piece[] {
  const sorted = pieces.toSorted((left, right) => left.x0 - right.x0);
  const letters = sorted.filter((piece) => !MARKS.test(piece.text)).map((piece) => ({ ...piece }));
  for (const mark of sorted) {
    if (!MARKS.test(mark.text)) continue;
    const under = letters.findLast((piece) => piece.x0 <= mark.x0 + 0.1 * mark.size) ?? letters[0];
    if (under !== undefined) under.text = withMark(under, mark);
  }
  return letters;
}

/** Rough widths in ems: a text does not say where each of its letters stands. */
const WIDTHS: Readonly<Record<string, number>> = {
  i: 0.3,
  j: 0.3,
  l: 0.3,
  t: 0.35,
  f: 0.35,
  r: 0.4,
  ' ': 0.3,
  m: 0.9,
  w: 0.8,
  M: 0.95,
  W: 1,
};

const widthOf = (letter: string) =>
  WIDTHS[letter] ?? (/\p{M}/u.test(letter) ? 0 : /\p{Lu}/u.test(letter) ? 0.7 : 0.55);

/** A mark without a width of its own is set when its letter has been passed, one with a width above its letter. */
function withMark(piece: Piece, mark: Piece): string {
  const letters = Array.from(piece.text);
  const total = letters.reduce((sum, letter) => sum + widthOf(letter), 0);
  const middle = mark.x1 - mark.x0 < 0.05 * mark.size ? mark.x0 - 0.2 * mark.size : (mark.x0 + mark.x1) / 2;
  const share = ((middle - piece.x0) / Math.max(piece.x1 - piece.x0, 0.01)) * total;
  let passed = 0;
  let place = letters.length;
  for (const [index, letter] of letters.entries()) {
    passed += widthOf(letter);
    if (passed >= share && /\p{L}/u.test(letter)) {
      place = index + 1;
      break;
    }
  }
  while (/\p{M}/u.test(letters[place] ?? '')) place += 1;
  return letters.slice(0, place).join('') + mark.text + letters.slice(place).join('');
}

const WORD_GAP = 0.16;
const WIDE_GAP = 1.8;

/** The words of a row, parted where the gap is too wide for a space. */
export function segmentsOf(row: Row): Segment[] {
  const segments: Segment[] = [];
  let before: Piece | null = null;
  for (const piece of row.pieces) {
    const current = segments.at(-1);
    const gap = before === null ? 0 : piece.x0 - before.x1;
    const text = superscript(piece, row, before);
    if (current === undefined || gap > WIDE_GAP * row.size) {
      segments.push({ text, x0: piece.x0, x1: piece.x1 });
    } else {
      const isSpace =
        (piece.spaced || gap > WORD_GAP * Math.min(row.size, piece.size)) && !/^\p{M}/u.test(text);
      current.text += (isSpace ? ' ' : '') + text;
      current.x1 = Math.max(current.x1, piece.x1);
    }
    before = piece;
  }
  return segments;
}

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A note's number behind a year must not become a part of the year. */
function superscript(piece: Piece, row: Row, before: Piece | null): string {
  const isRaisedNumber =
    before !== null &&
    /^\d{1,3}$/u.test(piece.text) &&
    piece.size <= SMALL * row.size &&
    row.y - piece.y > 0.15 * row.size;
  return isRaisedNumber
    ? piece.text.replace(/\d/gu, (digit) => RAISED_DIGITS.charAt(Number(digit)))
    : piece.text;
}
