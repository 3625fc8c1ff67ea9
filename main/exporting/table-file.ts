import { isAbsolute } from 'node:path';
import { renderTable, type ExportTable } from '#core/export/table';
import { TABLE_EXTENSIONS, type TableFormat, type TextTableFormat } from '#core/export/table-formats';
import type { Language } from '#core/library';
import { Refusal } from '#core/refusal';
import type { Desktop } from '../desktop';
import { writeExport } from './write';

/** A table as a file: text, or the bytes of a format that is none. */
async function tableFile(
  table: ExportTable,
  format: TableFormat,
  language: Language,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'xlsx': {
      const { tableXlsx } = await import('./xlsx');
      return tableXlsx(table);
    }
    case 'docx': {
      const { tableDocx } = await import('./docx/table');
      return tableDocx(table, language);
    }
    case 'csv':
    case 'html':
    case 'markdown':
      return renderTable(table, format, language);
  }
}

/** A table that is to be saved. */
export interface NamedTable {
  table: ExportTable;
  /** Without the extension. */
  name: string;
}

/** A table as text, and what its file is called. */
export const renderedTable = (
  { table, name }: NamedTable,
  format: TextTableFormat,
  { language }: { language: () => Language },
): { text: string; fileName: string } => ({
  text: renderTable(table, format, language()),
  fileName: `${name}.${TABLE_EXTENSIONS[format]}`,
});

/** Writes a table to an absolute path. Throws `bad-input` for another one, and `write-failed`. */
export async function writeTable(
  { table }: NamedTable,
  { format, path }: { format: TableFormat; path: string },
  { language }: { language: () => Language },
): Promise<{ path: string }> {
  if (!isAbsolute(path)) throw new Refusal('bad-input', { detail: 'path' });
  await writeExport(path, await tableFile(table, format, language()));
  return { path };
}

/** Asks where to save a table; null when the person cancelled. */
export async function saveTable(
  named: NamedTable,
  format: TableFormat,
  { desktop, language }: { desktop: Desktop; language: () => Language },
): Promise<{ path: string | null }> {
  const path = await desktop.chooseSavePath(`${named.name}.${TABLE_EXTENSIONS[format]}`);
  return path === null ? { path } : writeTable(named, { format, path }, { language });
}
