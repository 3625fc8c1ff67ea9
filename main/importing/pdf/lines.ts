import { isListItem } from '#core/text/paragraphs';
import type { Flow } from './columns';
import { modernLetters } from '../decode';
import { grouped, quantile } from './numbers';
import { type Row, type Segment, segmentsOf } from './rows';

/** A line as it was set, with what tells where paragraphs begin. */
export interface SetLine {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  kind: 'text' | 'cell' | 'table';
  /** Width of its first word. */
  firstWord: number;
  page: number;
  /** Counts the flows of the document. */
  flow: number;
  /** Where the lines of its flow begin and end. */
  left: number;
  right: number;
}

/** A number or sign of a list, set apart from its text. */
const LIST_SIGN = /^(?:[-–—+*•▪]|\(?[\p{L}\d]{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[IVX]{1,5}\.?)$/u;

/** The lines of a flow from the top. */
export function linesOfFlow({ rows, kind }: Flow, page: number, flow: number): SetLine[] {
  const segments = rows.map((row) => withSigns(segmentsOf(row)));
  const [left, right] = edgesOf(rows);
  return rows.map((row, index): SetLine => {
    const parts = segments[index] ?? [];
    const isTable = kind !== 'cell' && isTableRow(segments, index, row.size);
    const text = parts.map((part) => part.text).join(isTable ? ' | ' : ' ');
    const x0 = parts[0]?.x0 ?? 0;
    const x1 = parts.at(-1)?.x1 ?? 0;
    const first = text.split(' ', 1)[0] ?? '';
    return {
      text,
      x0,
      x1,
      y: row.y,
      size: row.size,
      bold: isBold(row),
      kind: isTable ? 'table' : kind === 'cell' ? 'cell' : 'text',
      firstWord: ((x1 - x0) * first.length) / Math.max(1, text.length),
      page,
      flow,
      left,
      right,
    };
  });
}

function withSigns(segments: readonly Segment[]): Segment[] {
  const [sign, next, ...rest] = segments;
  if (sign === undefined || next === undefined || !LIST_SIGN.test(sign.text)) return [...segments];
  return [{ text: `${sign.text} ${next.text}`, x0: sign.x0, x1: next.x1 }, ...rest];
}

/** Two rows or more whose cells begin below each other. */
function isTableRow(rows: readonly (readonly Segment[])[], index: number, size: number): boolean {
  const own = rows[index] ?? [];
  if (own.length < 2) return false;
  return [rows[index - 1], rows[index + 1]].some((other) => {
    if (other === undefined || other.length < 2) return false;
    const below = own.slice(1).filter((cell) => other.slice(1).some((one) => isBelow(one, cell, size)));
    return below.length * 2 >= Math.min(own.length, other.length) - 1 && below.length > 0;
  });
}

function isBelow(one: Segment, other: Segment, size: number): boolean {
  const centre = (segment: Segment) => (segment.x0 + segment.x1) / 2;
  return (
    Math.abs(one.x0 - other.x0) < size ||
    Math.abs(one.x1 - other.x1) < 0.5 * size ||
    Math.abs(centre(one) - centre(other)) < size
  );
}

function isBold(row: Row): boolean {
  const count = (pieces: Row['pieces']) =>
    pieces.reduce((sum, piece) => sum + piece.text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
  return count(row.pieces.filter((piece) => piece.bold)) > 0.8 * count(row.pieces);
}

/** Where lines begin and end that are neither indented nor cut short: the outermost places that several share. */
function edgesOf(rows: readonly Row[]): [number, number] {
  const starts = rows.map((row) => Math.min(...row.pieces.map((piece) => piece.x0)));
  const ends = rows.map((row) => Math.max(...row.pieces.map((piece) => piece.x1)));
  return [quantile(starts, 0.05), quantile(ends, 0.9)];
}

/** Short flows take the edges of the longest flow of the same place; a last page is often short. */
export function withSharedEdges(lines: readonly SetLine[]): SetLine[] {
  const flows = grouped(
    lines.filter((line) => line.kind === 'text'),
    (line) => line.flow,
  );
  const long = [...flows.values()]
    .filter((flow) => flow.length >= FEW_LINES)
    .toSorted((a, b) => b.length - a.length);
  return lines.map((line) => {
    const own = flows.get(line.flow) ?? [];
    if (line.kind !== 'text' || own.length >= FEW_LINES) return line;
    const shared = long.find(
      ([other]) =>
        other !== undefined && line.x0 >= other.left - line.size && line.x1 <= other.right + line.size,
    )?.[0];
    return shared === undefined ? line : { ...line, left: shared.left, right: shared.right };
  });
}

const FEW_LINES = 6;

/** `- `, `a)`, `1.`, `Điều 5.` */
export function startsList(text: string): boolean {
  return (
    isListItem(text) ||
    /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[IVX]{1,5}[.)]|(?:Điều|Chương|Mục|Phần) [\dIVX]{1,4}[.:]?)(?:\s|$)/u.test(
      text,
    )
  );
}

/** The signs of the fonts Symbol and Wingdings that word processors put before list items. */
const SIGNS: Readonly<Record<string, string>> = { '\uF02D': '-', '\uF02B': '+', '\uF0A7': '▪' };

/** Letters of old fonts as Unicode, decided on for the whole document; signs of symbol fonts as bullets. */
export function withModernLetters(lines: readonly SetLine[]): { lines: SetLine[]; encoding: string } {
  const { text, encoding } = modernLetters(lines.map((line) => line.text).join('\n'));
  const texts = text.split('\n');
  return {
    encoding,
    lines: lines.map((line, index) => ({
      ...line,
      text: (texts[index] ?? line.text)
        .replace(/[\uF020-\uF0FF]/gu, (sign) => SIGNS[sign] ?? '•')
        .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC')),
    })),
  };
}
