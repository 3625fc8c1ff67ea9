import { describe, expect, it } from 'vitest';
import { findDates } from '#core/recognise/dates';

const TODAY = '2025-08-20';
const read = (text: string, publishedOn: string | null = TODAY) =>
  findDates(text, { publishedOn }).map(({ text: words, kind, from, to }) => [words, kind, from, to]);

describe('dates', () => {
  it.each([
    ['ngày 30/5/2014', 'day', '2014-05-30', '2014-05-30'],
    ['14-5-2011', 'day', '2011-05-14', '2011-05-14'],
    ['ngày 9.8', 'day', '2025-08-09', '2025-08-09'],
    ['Sáng 5/1', 'day', '2025-01-05', '2025-01-05'],
    ['ngày 26 tháng 3 năm 2025', 'day', '2025-03-26', '2025-03-26'],
    ['11/4/2007 – 11/4/2017', 'range', '2007-04-11', '2017-04-11'],
    ['ngày 10-12/5', 'range', '2025-05-10', '2025-05-12'],
    ['quý III/2026', 'quarter', '2026-07-01', '2026-09-30'],
    ['quý 2-2021', 'quarter', '2021-04-01', '2021-06-30'],
    ['6 tháng cuối năm 2020', 'half', '2020-07-01', '2020-12-31'],
    ['6 tháng đầu năm', 'half', '2025-01-01', '2025-06-30'],
    ['những tháng còn lại trong năm', 'range', null, '2025-12-31'],
    ['9 tháng năm 2024', 'range', '2024-01-01', '2024-09-30'],
    ['tháng 2/2024', 'month', '2024-02-01', '2024-02-29'],
    ['nhiệm kỳ 2015- 2020', 'term', '2015-01-01', '2020-12-31'],
    ['5 năm 2016-2020', 'term', '2016-01-01', '2020-12-31'],
    ['năm 2030', 'year', '2030-01-01', '2030-12-31'],
    ['năm tới', 'year', '2026-01-01', '2026-12-31'],
    ['tuần tới', 'relative', '2025-08-25', '2025-08-31'],
    ['quý tới', 'relative', '2025-10-01', '2025-12-31'],
    ['từ nay đến cuối năm', 'relative', TODAY, '2025-12-31'],
    ['thời gian qua', 'relative', null, null],
    ['hằng năm', 'recurring', null, null],
    ['10 năm qua', 'duration', null, null],
  ])('reads "%s"', (words, kind, from, to) => {
    expect(read(`Văn bản, ${words}, nêu.`)).toEqual([[words, kind, from, to]]);
  });

  it.each([
    'đạt 3/4 chỉ tiêu', 'tỷ số 10/10', 'Nghị định 30/2020/NĐ-CP', 'Nghị quyết 66.7/2025/NQ-CP', 'trực 24/7', 'COVID-19',
    'ngày 31/2/2025', 'gọi 0912.345.678', 'tháng 13/2025', 'https://bao.vn/tin/2025-tin-moi.html',
  ])('finds none in "%s"', (text) => {
    expect(read(text)).toEqual([]);
  }); // prettier-ignore

  it('says no year where neither the words nor the article do', () => {
    expect(read('Sáng 5/1, quý II', null)).toEqual([
      ['Sáng 5/1', 'day', null, null],
      ['quý II', 'quarter', null, null],
    ]);
  });

  it('places composed and decomposed text alike', () => {
    const text = 'Hội nghị mở rộng, ngày 5 tháng 3 năm 2025'.normalize('NFD');
    expect(findDates(text, { publishedOn: null })[0]?.text.normalize('NFC')).toBe('ngày 5 tháng 3 năm 2025');
  });
});
