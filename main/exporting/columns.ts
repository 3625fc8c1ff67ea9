import type { ExportTable } from '#core/export/table';

/** How wide a column is, in characters. */
export interface Breadth {
  /** So that no word is broken. */
  least: number;
  /** So that most cells fit in few lines. */
  wanted: number;
}

const NARROWEST = 5;
/** Words beyond this are broken all the same. */
const LONGEST_WORD = 16;
const MOST = 48;

export function columnBreadths({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): Breadth[] {
  return columns.map((name, column) => {
    const cells = rows.flatMap((row) => (row[column] ? [row[column]] : []));
    const words = [name, ...cells].flatMap((cell) => cell.split(/\s+/u));
    const least = Math.max(NARROWEST, Math.min(LONGEST_WORD, longestOf(words)) + 2);
    const lengths = cells.map((cell) => longestOf(cell.split('\n'))).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
    // What is long is wrapped: twice as long is one and a half times as wide.
    const wanted = usual <= 24 ? usual + 2 : 16 + Math.sqrt(usual) * 2;
    return { least, wanted: Math.min(MOST, Math.max(least, wanted)) };
  });
}

/** Widths that are `room` characters together: each column has what it needs least, and its share of the rest. */
export function fitted(breadths: readonly Breadth[], room: number): number[] {
  const sum = (of: (breadth: Breadth) => number) => breadths.reduce((all, each) => all + of(each), 0);
  const least = sum((each) => each.least);
  const wanted = sum((each) => each.wanted);
  if (least >= room || wanted <= room) return breadths.map((each) => (each.wanted * room) / wanted);
  return breadths.map(
    (each) => each.least + ((each.wanted - each.least) * (room - least)) / (wanted - least),
  );
}

/** How many lines a cell takes that is so many characters wide. */
export const linesOf = (cell: string, width: number): number =>
  cell.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width - 1))), 0);

const longestOf = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);
