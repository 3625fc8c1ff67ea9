import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsAround } from '#core/words-around';

const LONG =
  'Huyện ủy Suối Mơ họp bàn việc sửa đường, đào kênh và trồng rừng ở các xã vùng cao trong năm nay, cho biết: ';

it('gives the words of the paragraph, none of another one', () => {
  const text = 'Đoạn trước.\nXã họp bàn Kế hoạch 12 hôm qua.\nĐoạn sau.';
  const start = text.indexOf('Kế hoạch 12');
  expect(wordsAround(text, { start, end: start + 11 })).toEqual({
    before: 'Xã họp bàn ',
    after: ' hôm qua.',
  });
});

it('leaves out a word that there is no room for', () => {
  const text = `${LONG}Kế hoạch 12 ${LONG}`;
  const start = LONG.length;
  const { before, after } = wordsAround(text, { start, end: start + 11 });
  expect(before.length).toBeGreaterThan(70);
  expect(before).toMatch(/^ ?bàn việc|^ ?họp bàn|^ ?Mơ họp/u);
  expect(` ${LONG}`.startsWith(after)).toBe(true);
  expect(after).toMatch(/\s$/u);
});

it('stands beside the passage, in whole words', () => {
  const texts = fc.array(fc.constantFrom('xã', 'huyện', ' ', ' ', '\n', 'Kế hoạch', ','), { maxLength: 60 });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(12), (parts, at, length) => {
      const text = parts.join('');
      const start = at % (text.length + 1);
      const end = Math.min(text.length, start + length);
      if (text.slice(start, end).includes('\n')) return;
      const { before, after } = wordsAround(text, { start, end });
      expect(text.slice(0, start).endsWith(before)).toBe(true);
      expect(text.slice(end).startsWith(after)).toBe(true);
      expect(before + after).not.toContain('\n');
      const [first, next] = [text[start - before.length - 1] ?? ' ', before[0] ?? ' '];
      expect(/\s/u.test(first) || /\s/u.test(next)).toBe(true);
    }),
  );
});
