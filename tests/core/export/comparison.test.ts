import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article';
import { comparisonTable } from '#core/export/comparison';
import { comparisonFileName, renderComparison } from '#core/export/comparison-file';
import { generated } from '../../bench/material';

const OPENING = 'Sáng 7/1, Tỉnh ủy Lam Khê tổ chức hội nghị tổng kết công tác năm 2024 tại hội trường lớn.';
const TARGET = 'Phấn đấu trên 80% hồ sơ được giải quyết trực tuyến toàn trình.';
const FLAG = 'Trao Cờ thi đua cho các tập thể hoàn thành xuất sắc nhiệm vụ.';
const SNARE = '=HYPERLINK("a"); <b>|đậm|</b> & **sao** của Sở Nông nghiệp';

const articleOf = (seed: number, title: string, texts: readonly string[]): Article => ({
  ...generated(seed).article,
  ...{ source: 'Báo Ví dụ', publishedOn: '2025-01-05' },
  title,
  blocks: texts.map((text) => ({ kind: 'paragraph', text })),
});
const before = articleOf(1, 'Hội nghị <2024>', [OPENING, TARGET, SNARE]);
const after = articleOf(2, 'Hội nghị 2025', [OPENING, TARGET.replace('80%', '95%'), FLAG]);
const third = articleOf(3, 'Sơ kết', [FLAG]);
const two = comparisonTable([before, after], [], '2026-11-22');
const three = comparisonTable([before, after, third], [], '2026-11-22');

describe('a comparison of two articles', () => {
  it('is a table of their paragraphs with a remark on each', () => {
    const { document } = new JSDOM(renderComparison(two, 'html', 'vi')).window;
    const rows = Array.from(document.querySelectorAll('tbody tr'), (row) =>
      Array.from(row.querySelectorAll('td'), (cell) => cell.textContent),
    );
    expect(rows).toEqual([
      [`đoạn 1${OPENING}`, `đoạn 1${OPENING}`, 'Giữ nguyên'],
      [`đoạn 2${TARGET}`, `đoạn 2${TARGET.replace('80%', '95%')}`, 'Diễn đạt lại'],
      [`đoạn 3${SNARE}`, '', 'Không còn'],
      ['', `đoạn 3${FLAG}`, 'Bổ sung'],
    ]);
    const marked = (name: string) =>
      Array.from(document.querySelectorAll(`td ${name}`), (part) => part.textContent);
    expect([marked('del'), marked('ins')]).toEqual([['80%'], ['95%']]);
    expect(document.querySelector('.document')?.textContent).toContain(
      'Giữ nguyên: 1 · Diễn đạt lại: 1 · Chuyển chỗ: 0 · Không còn: 1 · Bổ sung: 1 · Xuất ngày 22/11/2026',
    );
  });

  it('names its sources, and shows strange text as text', () => {
    const { document } = new JSDOM(renderComparison(two, 'html', 'vi')).window;
    const heads = Array.from(document.querySelectorAll('thead th'), (head) => head.textContent);
    expect(heads[1]).toContain('A. Hội nghị <2024>');
    expect(heads[1]).toContain('Báo Ví dụ · ngày 05/01/2025 (năm suy luận)');
    expect(document.querySelector('.sources')?.textContent).toContain('“Hội nghị 2025”, ngày 05/01/2025');
    expect(document.querySelectorAll('b, script, style[src], img')).toHaveLength(0);
  });

  it('marks the changed words in Markdown, in a table of as many columns in every row', () => {
    const text = renderComparison(two, 'markdown', 'vi');
    expect(text).toContain('Phấn đấu trên ~~80%~~ hồ sơ');
    expect(text).toContain('Phấn đấu trên **95%** hồ sơ');
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(2 + 4);
    for (const row of rows) expect(row.split(/(?<!\\)\|/u)).toHaveLength(6);
    expect(text).toContain(String.raw`\<b\>\|đậm\|\</b\> \& \*\*sao\*\*`);
  });

  it('runs no formula in a spreadsheet and keeps every cell in its column', () => {
    const text = renderComparison(two, 'csv', 'vi');
    expect(text.startsWith('\uFEFFNội dung;A (đoạn);')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""a""); <b>|đậm|</b> & **sao** của Sở Nông nghiệp"`);
    expect(text.split('\r\n')).toHaveLength(1 + 4 + 1);
    const quoted = renderComparison(comparisonTable([third, third], [], '2026-11-22'), 'csv', 'en');
    expect(quoted.split('\r\n')[1]?.split(';')).toEqual([
      FLAG.slice(0, -1),
      ...['1', FLAG, '1', FLAG, 'Unchanged'],
    ]);
  });

  it('is saved under the name of the first article', () => {
    expect(comparisonFileName(two, 'markdown')).toBe('so-sanh-hoi-nghi-2024-2026-11-22.md');
    expect(comparisonFileName(three, 'csv')).toBe('so-sanh-hoi-nghi-2024-2026-11-22.csv');
  });
});

describe('a comparison of three articles', () => {
  it('is a table of topics that says who speaks of each', () => {
    const { document } = new JSDOM(renderComparison(three, 'html', 'vi')).window;
    const rows = Array.from(document.querySelectorAll('tbody tr'), (row) =>
      Array.from(row.querySelectorAll('td'), (cell) => cell.textContent),
    );
    expect(rows.map((cells) => cells.at(-1))).toEqual(['A, B', 'A, B', 'Chỉ có ở A', 'B, C']);
    expect(rows.at(-1)).toEqual(['', `đoạn 3${FLAG}`, `đoạn 1${FLAG}`, 'B, C']);
    expect(document.querySelectorAll('thead th')).toHaveLength(5);
    expect(document.querySelectorAll('del, ins, .findings')).toHaveLength(0);
  });
});
