import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts, type DiffRow } from '#core/text-diff';
import { diffWords, type DiffPart } from '#core/word-diff';

const told = (parts: readonly DiffPart[]) =>
  parts.map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `[+${text}]` : `[-${text}]`)).join('');
const side = (parts: readonly DiffPart[], other: 'added' | 'removed') =>
  parts.map(({ text, is }) => (is === other ? '' : text)).join('');
const places = (rows: readonly DiffRow[]) => rows.map(({ is, before, after }) => [is, before, after]);

describe('words of one paragraph', () => {
  test.each([
    ['Sáng 8/1, khai mạc.', 'Sáng 9/1, khai mạc.', 'Sáng [-8/1][+9/1], khai mạc.'],
    ['theo Chỉ thị 14-CT/TU', 'theo Chỉ thị 15-CT/TU', 'theo Chỉ thị [-14-CT/TU][+15-CT/TU]'],
    ['đạt 4,3% chỉ tiêu', 'đạt 5,1% chỉ tiêu', 'đạt [-4,3%][+5,1%] chỉ tiêu'],
    ['Giao xã Nà Tâu báo cáo', 'Giao phường Lam Khê báo cáo', 'Giao [-xã Nà Tâu][+phường Lam Khê] báo cáo'],
    ['Tỉnh ủy họp', 'Tỉnh ủy họp phiên cuối', 'Tỉnh ủy họp[+ phiên cuối]'],
    ['', 'mới', '[+mới]'],
    ['như cũ', 'như cũ', 'như cũ'],
  ])('%s → %s', (before, after, words) => {
    expect(told(diffWords(before, after))).toBe(words);
  });
});

describe('paragraphs of two texts', () => {
  const old = [
    'Hội nghị khai mạc sáng 8/1 tại hội trường lớn.',
    'Phấn đấu trên 80% hồ sơ đúng hạn trong năm.',
    'Dịp này, mười tập thể được khen.',
  ];

  test('are the same, changed, new and gone', () => {
    const now = [old[0] ?? '', 'Phấn đấu trên 95% hồ sơ đúng hạn trong năm.', 'Tin liên quan ở trang sau.'];
    const rows = diffTexts(old, now);
    expect(places(rows)).toEqual([
      ['same', 0, 0],
      ['changed', 1, 1],
      ['removed', 2, null],
      ['added', null, 2],
    ]);
    expect(told(rows[1]?.parts ?? [])).toBe('Phấn đấu trên [-80%][+95%] hồ sơ đúng hạn trong năm.');
  });

  test('that were put in between do not move the others apart', () => {
    const now = [old[0] ?? '', 'Một đoạn viết thêm.', ...old.slice(1).map((text) => `${text} Hết.`)];
    expect(places(diffTexts(old, now))).toEqual([
      ['same', 0, 0],
      ['added', null, 1],
      ['changed', 1, 2],
      ['changed', 2, 3],
    ]);
  });

  test('that changed places stand once at each', () => {
    expect(places(diffTexts(['một', 'hai'], ['hai', 'một']))).toHaveLength(3);
  });

  test('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('ủy ', 'ban', ', ', '8/1', ' ', 'họp', '.'), { maxLength: 12 });
    const texts = fc.array(
      text.map((words) => words.join('')),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const rows = diffTexts(before, after);
        const olds = rows.filter((row) => row.before !== null);
        const news = rows.filter((row) => row.after !== null);
        expect(olds.map((row) => side(row.parts, 'added'))).toEqual(before);
        expect(news.map((row) => side(row.parts, 'removed'))).toEqual(after);
        expect(olds.map((row) => row.before)).toEqual(before.map((_, at) => at));
        expect(news.map((row) => row.after)).toEqual(after.map((_, at) => at));
      }),
    );
  });

  test('of a book are compared in a moment', () => {
    const book = Array.from(
      { length: 3000 },
      (_, at) => `Đoạn ${at} nói về việc số ${at * 7}, không giống đoạn nào.`,
    );
    const later = book.map((text, at) => (at % 50 === 0 ? `${text} Đã sửa.` : text));
    const began = performance.now();
    const rows = diffTexts(book, later);
    expect(performance.now() - began).toBeLessThan(1500);
    expect(rows.filter(({ is }) => is === 'changed')).toHaveLength(60);
  });
});
