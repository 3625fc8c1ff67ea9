import { describe, expect, test } from 'vitest';
import { findCitations } from '#core/recognise/citations';
import type { FoundCitation } from '#core/recognise/found';

const only = (text: string, publishedOn: string | null = null): FoundCitation | undefined => {
  const citations = findCitations(text, { publishedOn });
  expect(citations).toHaveLength(1);
  return citations[0];
};

describe('what the text says about a document', () => {
  test('day and issuer are attributes, no part of the span', () => {
    expect(only('Chỉ thị số 21 – CT/TW, ngày 4/5/2023 của Ban Bí thư về')).toEqual({
      start: 0,
      end: 21,
      text: 'Chỉ thị số 21 – CT/TW',
      canonical: 'chi-thi:21-CT/TW',
      class: 'numbered',
      type: 'Chỉ thị',
      number: '21',
      issuer: 'TW',
      issuerName: 'Ban Bí thư',
      date: '2023-05-04',
      term: null,
      confidence: 1,
    });
  });

  test.each([
    ['Nghị quyết 5-NQ/TW ngày 7 tháng 8 năm 2019', '2019-08-07'],
    ['Nghị quyết 5-NQ/TW (ngày 7-8-2019)', '2019-08-07'],
    ['Nghị quyết 5-NQ/TW của Bộ Chính trị ngày 7.8.2019', '2019-08-07'],
    ['Nghị quyết 5-NQ/TW, ngày 7/8/20119 của Bộ Chính trị', null],
    ['Nghị quyết 5-NQ/TW ngày 31/2/2019', null],
    ['Nghị quyết 5-NQ/TW ngày 7/8', null],
  ])('the day of %s', (text, date) => {
    expect(only(text)?.date).toBe(date);
  });

  test('who issued it is read behind a misprinted day', () => {
    expect(only('Nghị quyết 5-NQ/TW, ngày 7/8/20119 của Bộ Chính trị')?.issuerName).toBe('Bộ Chính trị');
  });

  test('a day after the article is a misprint', () => {
    const text = 'Nghị quyết 5-NQ/TW ngày 7/8/2029';
    expect([only(text, '2020-01-01')?.date, only(text, '2030-01-01')?.date]).toEqual([null, '2029-08-07']);
  });

  test.each([
    ['Nghị quyết 5-NQ/TW (khóa XII)', 'XII', 'Nghị quyết 5-NQ/TW (khóa XII)'],
    ['Nghị quyết 5-NQ/TW của Ban Chấp hành Trung ương khóa 12', 'XII', 'Nghị quyết 5-NQ/TW'],
    ['Nghị quyết Trung ương 4 khóa XI', 'XI', 'Nghị quyết Trung ương 4 khóa XI'],
    ['Nghị quyết 5-NQ/TW', null, 'Nghị quyết 5-NQ/TW'],
  ])('the term of %s', (written, term, text) => {
    expect(only(written)).toMatchObject({ term, text });
  });

  test.each([
    ['Kế hoạch số 3/KH-UBND của UBND tỉnh Kon Tum.', 'UBND tỉnh Kon Tum'],
    ['Thông tư số 3/2020/TT-BYT của Bộ Y tế quy định', 'Bộ Y tế'],
    ['Nghị quyết số 3-NQ/TU của Ban Thường vụ Tỉnh ủy Hà Nam về', 'Ban Thường vụ Tỉnh ủy Hà Nam'],
  ])('the issuer of %s', (text, issuerName) => {
    expect(only(text)?.issuerName).toBe(issuerName);
  });
});

describe('what one citation leaves out, another says', () => {
  const keys = (text: string) => findCitations(text, { publishedOn: null }).map(({ canonical }) => canonical);

  test('before and after', () => {
    const text = 'Chỉ thị 35 được nhắc. Chỉ thị số 35-CT/TW rõ ràng. Theo Chỉ thị 35, các cấp ủy làm tốt.';
    const [first, full, last] = findCitations(text, { publishedOn: null });
    expect([first?.canonical, last?.canonical]).toEqual(['chi-thi:35-CT/TW', 'chi-thi:35-CT/TW']);
    const from = { start: full?.start, end: full?.end };
    expect([first?.resolvedFrom, full?.resolvedFrom, last?.resolvedFrom]).toEqual([from, undefined, from]);
    expect(first?.confidence).toBeLessThan(full?.confidence ?? 0);
  });

  test('not where two documents have the number', () => {
    expect(keys('Nghị quyết 18-NQ/TW; Nghị quyết 18/NQ-CP; Nghị quyết 18 nêu rõ')[2]).toBe('nghi-quyet:18');
  });

  test('not from another type', () => {
    expect(keys('Kết luận 18-KL/TW; Nghị quyết 18 nêu rõ')[1]).toBe('nghi-quyet:18');
  });

  test('not from a document of another body', () => {
    expect(keys('Kế hoạch số 5-KH/TU; Kế hoạch số 5 của UBND tỉnh')[1]).toBe('ke-hoach:05');
  });

  test('the year of a decision', () => {
    expect(keys('Quyết định 15/2022/QĐ-TTg. Quyết định 15 của Thủ tướng')[1]).toBe(
      'quyet-dinh:15/2022/QĐ-TTg',
    );
    expect(keys('Quyết định 15/2022/QĐ-TTg. Quyết định 15/2023 của Thủ tướng')[1]).toBe(
      'quyet-dinh:15/2023/QĐ-TTg',
    );
    expect(keys('Thông tư 8/2021/TT-BTC; Thông tư 8 cũ; Thông tư 8/2021 mới')).toEqual(
      Array.from({ length: 3 }, () => 'thong-tu:08/2021/TT-BTC'),
    );
  });

  test('the term of a plenum', () => {
    expect(keys('Nghị quyết Trung ương 4 khóa XII. Nghị quyết Trung ương 4 chỉ rõ')[1]).toBe(
      'nghi-quyet:HNTW4-K12',
    );
  });

  test('"này" is the last document of that type', () => {
    const text =
      'Nghị quyết 1-NQ/TW và Nghị quyết 2-NQ/TW cùng Chỉ thị 3-CT/TW. Nghị quyết này và Chỉ thị nói trên mới.';
    const citations = findCitations(text, { publishedOn: null });
    expect(citations.slice(3).map(({ canonical, class: kind }) => [canonical, kind])).toEqual([
      ['nghi-quyet:02-NQ/TW', 'relative'],
      ['chi-thi:03-CT/TW', 'relative'],
    ]);
    expect(citations[3]?.resolvedFrom).toEqual({ start: citations[1]?.start, end: citations[1]?.end });
  });

  test('"này" of several, in small letters or of nothing is no citation', () => {
    expect(
      keys('Nghị quyết này. Nghị quyết 1-NQ/TW. Các Nghị quyết này; nghị quyết này; Kết luận này'),
    ).toEqual(['nghi-quyet:01-NQ/TW']);
  });
});
