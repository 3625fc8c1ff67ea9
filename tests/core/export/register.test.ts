import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { DirectiveRow } from '#core/directive';
import { coverageTable } from '#core/export/register-coverage';
import { registerTable } from '#core/export/register-table';
import { renderTable } from '#core/export/table';

const rowOf = (facts: Partial<DirectiveRow>): DirectiveRow => ({
  ...{ id: 'chi-thi:14-CT/TU', canonical: 'chi-thi:14-CT/TU', type: 'Chỉ thị', number: '14', issuer: 'TU' },
  ...{ issuerName: null, issuedOn: null, term: null, title: '', status: null, replaces: [], replacedBy: [] },
  ...{ amends: [], amendedBy: [], note: '', aliases: [], spellings: [], mentions: 0, articles: [] },
  ...{ from: null, to: null },
  ...facts,
});
const ROWS = [
  rowOf({
    issuerName: 'Tỉnh ủy Lam Khê',
    issuedOn: '2024-03-03',
    title: '=CMD("a"); "siết" kỷ cương | <b>',
    term: { roman: 'XIII', certain: false },
    mentions: 3,
  }),
  rowOf({
    id: 'nghi-dinh:30/2020/NĐ-CP',
    canonical: 'nghi-dinh:30/2020/NĐ-CP',
    type: 'Nghị định',
    number: '30',
    mentions: 1,
  }),
  rowOf({
    id: 'nghi-quyet:HNTW4-K11',
    canonical: 'nghi-quyet:HNTW4-K11',
    type: 'Nghị quyết',
    number: null,
    term: { roman: 'XI', certain: true },
  }),
];
const facts = { source: 'Báo Lam Khê', dateConfidence: 'confirmed' as const };
const articles = new Map(
  [
    { ...facts, id: 'a', title: 'Tổng kết', publishedOn: '2024-12-30' },
    {
      ...facts,
      id: 'b',
      title: 'Sơ kết',
      publishedOn: '2024-06-30',
      dateConfidence: 'inferred-year' as const,
    },
  ].map((article) => [article.id, article]),
);
const mention = (directive: string, articleId: string, block: number) => ({ directive, articleId, block });
const mentions = [
  mention('chi-thi:14-CT/TU', 'b', 2),
  mention('chi-thi:14-CT/TU', 'b', 4),
  mention('chi-thi:14-CT/TU', 'a', 0),
  mention('nghi-dinh:30/2020/NĐ-CP', 'a', 0),
];
const parts = { rows: ROWS, mentions, articles, exportedOn: '2026-11-22' };

describe('the list of documents', () => {
  const table = registerTable(parts, 'vi');

  it('has the columns that are handed in', () => {
    expect(table.columns.join(' | ')).toBe(
      'TT | Số, ký hiệu | Loại văn bản | Cơ quan ban hành | Ngày ban hành | Trích yếu | Khóa/Năm | Số lần viện dẫn | Bài viết (ngày, đoạn)',
    );
    expect(table.rows.map((row) => row.length)).toEqual([9, 9, 9]);
  });

  it('says of what is only inferred that it is', () => {
    expect(table.rows.map((row) => row[6])).toEqual(['chưa rõ khóa (có thể XIII)', '2020', 'khóa XI']);
    expect(table.rows[0]?.[8]).toBe(
      '“Sơ kết” (30/06/2024, năm suy luận, đoạn 3, 5)\n“Tổng kết” (30/12/2024, đoạn 1)',
    );
  });

  it('names what has no number, and the numbers of the others alone', () => {
    expect(table.rows.map((row) => row[1])).toEqual([
      '14-CT/TU',
      '30/2020/NĐ-CP',
      'Nghị quyết Trung ương 4 (khóa XI)',
    ]);
  });

  it('is a spreadsheet that runs nothing', () => {
    const csv = renderTable(table, 'csv', 'vi');
    expect(csv.startsWith('\uFEFFTT;')).toBe(true);
    expect(csv).toContain(';"\'=CMD(""a""); ""siết"" kỷ cương | <b>";');
    expect(csv).not.toMatch(/(?:^|[;"\n])=/u);
    expect(csv.split('\r\n')).toHaveLength(ROWS.length + 2);
  });

  it('is a page and a Markdown table that show its words and nothing else', () => {
    const { document } = new JSDOM(renderTable(table, 'html', 'vi')).window;
    const cells = [...document.querySelectorAll('tbody tr:first-child td')];
    expect(cells[5]?.textContent).toBe(ROWS[0]?.title);
    expect(cells[8]?.querySelectorAll('br')).toHaveLength(1);
    expect(document.querySelectorAll('thead th[scope="col"]')).toHaveLength(9);
    const lines = renderTable(table, 'markdown', 'vi').trim().split('\n').slice(4);
    expect(lines).toHaveLength(ROWS.length + 2);
    for (const line of lines) expect(line.replaceAll(String.raw`\|`, '').split('|')).toHaveLength(11);
  });

  it('speaks English too', () => {
    const english = registerTable(parts, 'en');
    expect(english.rows[0]?.[6]).toBe('term not known (perhaps XIII)');
    expect(english.facts).toBe('3 documents cited. Exported on 22/11/2026.');
  });
});

describe('the coverage matrix', () => {
  it('has sums of rows and columns, and empty cells', () => {
    const { columns, rows } = coverageTable({ ...parts, by: 'article' }, 'vi');
    expect(columns).toEqual(['Văn bản', 'Sơ kết (30/06/2024)', 'Tổng kết (30/12/2024)', 'Cộng']);
    expect(rows).toEqual([
      ['14-CT/TU', '2', '1', '3'],
      ['30/2020/NĐ-CP', '', '1', '1'],
      ['Nghị quyết Trung ương 4 (khóa XI)', '', '', '0'],
      ['Cộng', '2', '2', '4'],
    ]);
  });

  it('counts only the documents asked for', () => {
    const { columns, rows } = coverageTable({ ...parts, rows: ROWS.slice(1, 2), by: 'year' }, 'en');
    expect([columns, ...rows]).toEqual([
      ['Document', '2024', 'Total'],
      ['30/2020/NĐ-CP', '1', '1'],
      ['Total', '1', '1'],
    ]);
  });
});
