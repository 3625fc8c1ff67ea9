import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ExportTable } from '#core/export/table';
import type { Language } from '#core/library';
import { columnBreadths, fitted } from '../columns';
import { documentBytes } from './document';
import { runs } from './words';

/** Tables of more columns lie across. */
const UPRIGHT = 5;
/** Twips of a character in a cell, its margins counted. */
const CHARACTER = 118;
/** Twips between the margins. */
const BREADTH = { upright: 9_355, across: 14_287 };

/** A table as a Word document: its head stands on each page, and a row stays on one. */
export function tableDocx(
  { title, facts, columns, rows }: ExportTable,
  language: Language,
): Promise<Uint8Array> {
  const isWide = columns.length > UPRIGHT;
  const breadth = isWide ? BREADTH.across : BREADTH.upright;
  const widths = fitted(columnBreadths({ columns, rows }), breadth / CHARACTER).map((width) =>
    Math.floor(width * CHARACTER),
  );
  const cell = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 90, right: 90 },
      ...(isHead
        ? {
            verticalAlign: VerticalAlignTable.CENTER,
            shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F1EE' },
          }
        : {}),
      children: [
        new Paragraph({
          style: 'Cell',
          ...(isHead ? { alignment: AlignmentType.CENTER } : {}),
          children: runs(text, isHead ? { bold: true } : {}),
        }),
      ],
    });
  const row = (cells: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, column) => cell(text, column, isHead)),
    });
  return documentBytes({
    ...{ title, language, isWide, footnotes: {}, numbered: [] },
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
      new Paragraph({ style: 'Facts', alignment: AlignmentType.CENTER, children: runs(facts) }),
      new Table({
        layout: TableLayoutType.FIXED,
        width: { size: breadth, type: WidthType.DXA },
        columnWidths: widths,
        rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
      }),
    ],
  });
}
