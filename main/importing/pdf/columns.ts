import type { Piece } from './pieces';
import { median, quantile } from './numbers';
import type { Row } from './rows';

/** Rows that are read one below the other. */
export interface Flow {
  rows: Row[];
  /** `cell`: one side of a head or foot in two columns, where each row stands for itself. */
  kind: 'page' | 'column' | 'cell';
}

/** Two columns beside each other: rows `from` to `end` (not included), parted at `x`. */
interface Region {
  from: number;
  end: number;
  x: number;
  kind: 'column' | 'cell';
}

const LEAST_GUTTER = 8;
const FEWEST_ROWS = 4;
const DEEPEST = 3;

/** The rows of a page in reading order, column by column. */
export function flowsOf(rows: readonly Row[], depth = 0): Flow[] {
  if (rows.length === 0) return [];
  const region = depth < DEEPEST ? bestRegion(rows) : null;
  if (region === null) return [{ rows: [...rows], kind: depth === 0 ? 'page' : 'column' }];
  const inside = rows.slice(region.from, region.end);
  const sides = [
    side(inside, (piece) => middle(piece) < region.x),
    side(inside, (piece) => middle(piece) >= region.x),
  ];
  return [
    ...flowsOf(rows.slice(0, region.from), depth),
    ...sides.flatMap((part): Flow[] =>
      region.kind === 'cell' ? [{ rows: part, kind: 'cell' }] : flowsOf(part, depth + 1),
    ),
    ...flowsOf(rows.slice(region.end), depth),
  ];
}

const middle = (piece: Piece) => (piece.x0 + piece.x1) / 2;

function side(rows: readonly Row[], isOn: (piece: Piece) => boolean): Row[] {
  return rows
    .map((row) => ({ ...row, pieces: row.pieces.filter(isOn) }))
    .filter((row) => row.pieces.length > 0)
    .map((row) => ({ ...row, y: median(row.pieces.map((piece) => piece.y)), size: largest(row.pieces) }));
}

const largest = (pieces: readonly Piece[]) => pieces.reduce((most, piece) => Math.max(most, piece.size), 0);

/** The gutter that parts most rows. */
function bestRegion(rows: readonly Row[]): Region | null {
  const pieces = rows.flatMap((row) => row.pieces);
  const size = median(pieces.map((piece) => piece.size));
  const left = quantile(
    rows.map((row) => Math.min(...row.pieces.map((piece) => piece.x0))),
    0.1,
  );
  const right = quantile(
    rows.map((row) => Math.max(...row.pieces.map((piece) => piece.x1))),
    0.9,
  );
  const found: (Region & { score: number })[] = [];
  for (let x = left + (right - left) * 0.15; x <= left + (right - left) * 0.85; x += 3) {
    const columns = freeRuns(rows, x, Math.max(LEAST_GUTTER, 0.8 * size)).map((run) =>
      asColumns(rows, run, x, size),
    );
    const cells = freeRuns(rows, x, 1.5 * size).map((run) => asCells(rows, run, x));
    found.push(...[...columns, ...cells].filter((region) => region !== null));
  }
  const best = Math.max(0, ...found.map((region) => region.score));
  const equals = found.filter((region) => region.score === best);
  return equals[Math.floor(equals.length / 2)] ?? null;
}

/** Longest runs of rows without a letter in the strip around `x`. */
function freeRuns(rows: readonly Row[], x: number, width: number): { from: number; end: number }[] {
  const runs: { from: number; end: number }[] = [];
  let from = 0;
  for (let index = 0; index <= rows.length; index += 1) {
    const row = rows[index];
    const isFree =
      row?.pieces.every((piece) => piece.x1 <= x - width / 2 || piece.x0 >= x + width / 2) ?? false;
    if (isFree) continue;
    if (index - from >= 2) runs.push({ from, end: index });
    from = index + 1;
  }
  return runs;
}

interface Sides {
  left: number[];
  right: number[];
}

/** Numbers of the rows with words on either side. */
function sidesOf(rows: readonly Row[], run: { from: number; end: number }, x: number): Sides {
  const sides: Sides = { left: [], right: [] };
  for (let index = run.from; index < run.end; index += 1) {
    const pieces = rows[index]?.pieces ?? [];
    if (pieces.some((piece) => middle(piece) < x)) sides.left.push(index);
    if (pieces.some((piece) => middle(piece) >= x)) sides.right.push(index);
  }
  return sides;
}

/** Columns of prose: many rows on both sides, most of them filled. A table's cells are short. */
function asColumns(
  rows: readonly Row[],
  run: { from: number; end: number },
  x: number,
  size: number,
): (Region & { score: number }) | null {
  const { left, right } = sidesOf(rows, run, x);
  if (left.length < FEWEST_ROWS || right.length < FEWEST_ROWS) return null;
  // What stands above the right column alone is read before it anyway.
  const [from = 0, lastRight = 0] = [right[0], right.at(-1)];
  const end = endOfLeft(rows, left, lastRight, run.end);
  const inside = rows.slice(from, end);
  const isProse = [
    side(inside, (piece) => middle(piece) < x),
    side(inside, (piece) => middle(piece) >= x),
  ].every((part) => isFilled(part, size));
  if (!isProse) return null;
  const score = Math.min(left.filter((index) => index >= from && index < end).length, right.length);
  return score < FEWEST_ROWS ? null : { from, end, x, kind: 'column', score };
}

/** A left column may be longer than the right one; a line further below belongs to neither. */
function endOfLeft(rows: readonly Row[], left: readonly number[], lastRight: number, most: number): number {
  let end = lastRight + 1;
  for (const index of left) {
    const [row, before] = [rows[index], rows[end - 1]];
    if (index < end || index >= most || row === undefined || before === undefined) continue;
    if (index !== end || row.y - before.y > 2.2 * row.size) break;
    end = index + 1;
  }
  return end;
}

function isFilled(rows: readonly Row[], size: number): boolean {
  if (rows.length < FEWEST_ROWS) return false;
  const starts = rows.map((row) => Math.min(...row.pieces.map((piece) => piece.x0)));
  const ends = rows.map((row) => Math.max(...row.pieces.map((piece) => piece.x1)));
  const width = quantile(ends, 0.9) - quantile(starts, 0.1);
  const filled = median(rows.map((_, index) => (ends[index] ?? 0) - (starts[index] ?? 0)));
  const letters = median(rows.map((row) => row.pieces.reduce((sum, piece) => sum + piece.text.length, 0)));
  return width >= 8 * size && letters >= 14 && filled >= 0.6 * width;
}

const OFFICIAL = /C[ỘO]NG H[ÒO][AÀ]|ĐẢNG CỘNG SẢN|Độc lập\s*[-–]|ngày.{0,9}tháng.{0,9}năm|Nơi nhận/iu;
const FOOT = /^Nơi nhận/u;
const MOST_CELL_ROWS = 16;

/** The head of a document of an office: its name and number on the left, the motto and the day on the right. */
function asCells(
  rows: readonly Row[],
  run: { from: number; end: number },
  x: number,
): (Region & { score: number }) | null {
  const { left, right } = sidesOf(rows, run, x);
  const both = left.filter((index) => right.includes(index));
  const [from, last] = [both[0], both.at(-1)];
  if (from === undefined || last === undefined || both.length < 2 || last - from > MOST_CELL_ROWS)
    return null;
  const isFoot = rows
    .slice(from, from + 2)
    .some((row) => row.pieces.some((piece) => FOOT.test(piece.text.normalize('NFC'))));
  // Who gets a copy on the left, on the right who signs it: they end at different heights.
  const end = isFoot ? run.end : last + 1;
  const words = rows.slice(from, end).flatMap((row) => row.pieces.map((piece) => piece.text));
  const isOfficial = OFFICIAL.test(words.join(' ').normalize('NFC'));
  return isOfficial ? { from, end, x, kind: 'cell', score: both.length } : null;
}
