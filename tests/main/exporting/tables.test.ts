import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { ExportTable } from '#core/export/table';
import { tableDocx } from '../../../main/exporting/docx/table';
import { tableXlsx } from '../../../main/exporting/xlsx';

const TABLE: ExportTable = {
  title: 'Bảng theo dõi: nhiệm vụ [mẫu]',
  facts: '2 nhiệm vụ. Xuất ngày 23/11/2026.',
  columns: ['TT', 'Nội dung nhiệm vụ', 'Thời hạn', 'Số', 'Hạn hoặc lời'],
  rows: [
    ['1', '=HYPERLINK("http://x","y")', '30/06/2026', '05', '01/02/2026'],
    ['2', '+1; @SUM(A1)\n<dòng> & "hai" \u0001', '', '7', 'trong quý III'],
  ],
};

describe('a table as a spreadsheet', () => {
  const read = async (table: ExportTable) => {
    const bytes = await tableXlsx(table);
    const [sheet] = await readExcelFile(Buffer.from(bytes));
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    return { rows: sheet?.data ?? [], name: sheet?.sheet, part };
  };

  it('has figures as numbers, days as days, and all else as text', async () => {
    const { rows } = await read(TABLE);
    expect(rows[2]).toEqual(TABLE.columns);
    const [, , , first, second] = rows;
    expect(first?.slice(0, 2)).toEqual([1, '=HYPERLINK("http://x","y")']);
    expect(first?.[2]).toEqual(new Date('2026-06-30T00:00:00Z'));
    // One with a zero before it is no number, and then the column is none.
    expect(first?.slice(3)).toEqual(['05', '01/02/2026']);
    expect(second?.[1]).toContain('+1; @SUM(A1)\n<dòng> & "hai" □');
    expect(second?.slice(2)).toEqual([null, '7', 'trong quý III']);
  });

  it('holds no formula, keeps its head in sight and has a name that formulas can say', async () => {
    const { part, name } = await read(TABLE);
    expect(part('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]/u);
    expect(part('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="3"/u);
    expect(name).toBe('Bảng theo dõi  nhiệm vụ  mẫu');
  });

  it.each([
    ['Báo cáo \u0001 <quý> & "năm"', 'Báo cáo □ <quý> & "năm"'],
    ["'Nghị quyết'", 'Nghị quyết'],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    [`${'x'.repeat(30)}'y`, 'x'.repeat(30)],
    ['*?', 'Đối Chiếu'],
    ['History', 'Đối Chiếu'],
  ])('names its sheet as Excel takes it: %j', async (title, wanted) => {
    const { name } = await read({ ...TABLE, title });
    expect(name).toBe(wanted);
  });

  it('leaves days that a spreadsheet cannot count as text', async () => {
    const days = ['01/01/0099', '05/06/1862', '29/02/1900', '31/02/2026'];
    for (const day of days) {
      const { rows } = await read({ ...TABLE, columns: ['a'], rows: [[day]] });
      expect(rows[3]).toEqual([day]);
    }
  });

  it('says where a cell was too long', async () => {
    const { rows } = await read({ ...TABLE, columns: ['a'], rows: [['chữ '.repeat(10_000)]] });
    const cell = String(rows[3]?.[0]);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell.endsWith('[…]')).toBe(true);
  });
});

describe('a table as a Word document', () => {
  it('has every cell, a head on each page, and lies across when it is broad', async () => {
    const bytes = await tableDocx(
      { ...TABLE, columns: [...TABLE.columns, 'Nguồn'], rows: TABLE.rows.map((row) => [...row, 'x']) },
      'vi',
    );
    const html = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
    expect(html).toContain('=HYPERLINK("http://x","y")');
    expect(html).toContain('&lt;dòng&gt; &amp; "hai" \ufffd');
    expect(html.match(/<t[hd]>/gu)).toHaveLength(18);
    const part = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(part).toContain('<w:tblHeader/>');
    expect(part).toContain('w:orient="landscape"');
    const upright = await tableDocx(TABLE, 'vi');
    expect(strFromU8(unzipSync(upright)['word/document.xml'] ?? new Uint8Array())).toContain(
      'w:orient="portrait"',
    );
  });
});
