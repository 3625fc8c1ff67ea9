import { describe, expect, test } from 'vitest';
import { renderTable } from '#core/export/table';
import { tasksTable } from '#core/export/tasks-table';
import type { TaskFacts } from '#core/task';
import { ARTICLE, due, taskRow, TODAY } from '../task-material';

const ARTICLES = new Map([
  [ARTICLE, { title: 'Kết luận đầu năm', publishedOn: '2026-01-09', dateConfidence: 'explicit' as const }],
]);
const SPELLINGS = new Map([['luat:to-chuc-2014', 'Luật Tổ chức Quốc hội năm 2014']]);

function table(facts: Partial<TaskFacts>, known = ARTICLES as Parameters<typeof tasksTable>[1]['articles']) {
  return tasksTable(
    [taskRow('rà soát thủ tục', { facts })],
    { articles: known, spellings: SPELLINGS },
    TODAY,
    'vi',
  );
}
const cellsOf = (facts: Partial<TaskFacts>) => table(facts).rows[0];

describe('a row of the list to hand in', () => {
  test('says what is known of a task, and where it stands', () => {
    const facts = {
      responsible: 'Sở Nội vụ',
      cooperating: 'các huyện',
      product: 'báo cáo',
      deadline: due('2026-05-10'),
    };
    expect(cellsOf(facts)).toEqual([
      ...['1', 'Rà soát thủ tục', '', 'Sở Nội vụ', 'các huyện', '10/05/2026', 'báo cáo', 'Quá hạn'],
      '“Kết luận đầu năm”, 09/01/2026, đoạn 1',
    ]);
  });

  test('names documents as official writing does, those without a number as the articles do', () => {
    const basis = ['chi-thi:35-CT/TW#XIII', 'luat:to-chuc-2014', 'kết luận phiên họp'];
    expect(cellsOf({ basis })?.[2]).toBe(
      'Chỉ thị số 35-CT/TW; Luật Tổ chức Quốc hội năm 2014; kết luận phiên họp',
    );
  });

  test('keeps the article’s words of a deadline beside the day', () => {
    expect(cellsOf({ deadline: due('2026-09-30', 'trong quý III') })?.[5]).toBe(
      '30/09/2026 (suy luận từ “trong quý III”)',
    );
    expect(cellsOf({ deadline: due('2026-06-30', 'trước ngày 30/06/2026') })?.[5]).toBe('30/06/2026');
    expect(cellsOf({ deadline: due(null, 'sau đại hội') })?.[5]).toBe('sau đại hội');
  });

  test('does not call an inferred year a fact, nor a lost place a paragraph', () => {
    const inferred = new Map([
      [ARTICLE, { title: 'Tin', publishedOn: '2026-01-09', dateConfidence: 'inferred-year' as const }],
    ]);
    expect(table({}, inferred).rows[0]?.at(-1)).toBe('“Tin”, 09/01/2026 (năm suy luận), đoạn 1');
    const row = taskRow('rà soát');
    const lost = { ...row, annotation: { ...row.annotation, anchor: 'orphan' as const } };
    const { rows } = tasksTable([lost], { articles: ARTICLES, spellings: SPELLINGS }, TODAY, 'en');
    expect(rows[0]?.at(-1)).toBe('“Kết luận đầu năm”, 09/01/2026, place lost');
  });
});

test('the words of others cannot break the formats', () => {
  const nasty = table({ responsible: '=1+1;"a"\n|<b>' });
  expect(renderTable(nasty, 'csv', 'vi')).toContain(`"'=1+1;""a""\n|<b>"`);
  expect(renderTable(nasty, 'html', 'vi')).toContain('=1+1;&quot;a&quot;<br>|&lt;b&gt;');
  const [, , , , , line = ''] = renderTable(nasty, 'markdown', 'vi').split('\n').slice(1);
  expect(line.split(/(?<!\\)\|/u)).toHaveLength(11);
});
