import writeExcelFile from 'write-excel-file/node';
import type { ExportTable } from '#core/export/table';
import { columnBreadths, linesOf } from './columns';
import { xmlText } from './xml-text';

/** What a cell holds at most. */
const MOST = 32_767;
const CUT = ' […]';

/** Rows above the table's own: its title, its facts and its head. */
const HEAD_ROWS = 3;

type Kind = 'number' | 'day' | 'text';

/** A table as a spreadsheet: figures and days are such, and whatever else a cell holds is text and never a formula. */
export async function tableXlsx({ title, facts, columns, rows }: ExportTable): Promise<Uint8Array> {
  const kinds = columns.map((_, column) => kindOf(rows.map((cells) => cells[column] ?? '')));
  const widths = columnBreadths({ columns, rows }).map(({ wanted }) => wanted);
  const head = {
    ...({ fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const),
    ...({ backgroundColor: '#F2F1EE', borderStyle: 'thin', type: String } as const),
  };
  const data = [
    [{ type: String, value: asText(title), fontWeight: 'bold' as const, fontSize: 14 }],
    [{ type: String, value: asText(facts), fontStyle: 'italic' as const }],
    columns.map((name) => ({ ...head, value: asText(name), height: heightOf(columns, widths) })),
    ...rows.map((cells) => {
      const height = heightOf(cells, widths);
      return cells.map((cell, column) => ({ ...cellOf(cell, kinds[column] ?? 'text'), height }));
    }),
  ];
  const bytes = await writeExcelFile(
    data,
    {
      sheet: sheetName(title),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: HEAD_ROWS,
      orientation: 'landscape',
      dateFormat: 'dd/mm/yyyy',
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  ).toBuffer();
  return new Uint8Array(bytes);
}

/** Points of a line, and of the tallest row that there is. */
const LINE = 16;
const TALLEST = 409;

/** Said for each row: not every program reckons it when it opens a file. */
const heightOf = (cells: readonly string[], widths: readonly number[]): number =>
  Math.min(TALLEST, 4 + LINE * Math.max(1, ...cells.map((cell, at) => linesOf(cell, widths[at] ?? 1))));

const NUMBER = /^(?:0|[1-9]\d{0,14})$/u;
const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/u;

/** What all cells of a column are that hold anything. */
function kindOf(cells: readonly string[]): Kind {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'text';
  if (filled.every((cell) => NUMBER.test(cell))) return 'number';
  return filled.every((cell) => dayOf(cell) !== null) ? 'day' : 'text';
}

function cellOf(cell: string, kind: Kind) {
  const look = { alignVertical: 'top', borderStyle: 'thin' } as const;
  const day = kind === 'day' ? dayOf(cell) : null;
  if (cell === '') return { ...look, type: String, value: '' };
  if (kind === 'number') return { ...look, type: Number, value: Number(cell), align: 'center' as const };
  if (day !== null) return { ...look, type: Date, value: day, align: 'center' as const };
  return { ...look, type: String, value: asText(cell), wrap: true };
}

/** `09/01/2026` as midnight of that day, in the time that spreadsheets have; null when there is no such day. */
function dayOf(cell: string): Date | null {
  const [, day, month, year] = DAY.exec(cell) ?? [];
  if (year === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Spreadsheets count the days from 1900, which they take for a leap year.
  if (Number(year) <= 1900) return null;
  return date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1 ? date : null;
}

/** The library drops the usual sign for what cannot be written, and so that would go unseen. */
const shownText = (text: string): string => xmlText(text).replaceAll('\ufffd', '□');

function asText(text: string): string {
  const clean = shownText(text);
  return clean.length <= MOST ? clean : beginningOf(clean, MOST - CUT.length) + CUT;
}

/** Up to `most` UTF-16 units, without half a character at the end. */
const beginningOf = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/u, '');

/** What may be the name of a sheet: 31 characters, without signs that formulas use; never empty, never Excel's own. */
function sheetName(title: string): string {
  const plain = shownText(title).replace(/[[\]:*?/\\\s]/gu, ' ');
  const name = beginningOf(plain.replace(/^['\s]+/u, ''), 31).replace(/['\s]+$/u, '');
  return name === '' || name.toLowerCase() === 'history' ? 'Đối Chiếu' : name;
}
