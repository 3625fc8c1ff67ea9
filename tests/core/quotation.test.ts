// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { Language } from '#core/library';
import { quotationOf } from '#core/quotation';
import { article } from './export/material';

const PARAGRAPHS = [
  'Xã Khe Sậu mở lớp dạy nghề trồng chè.',
  'Học phí do xã lo & tiền xe <một nửa>.',
  'Lớp học trong quý II.',
];
const OF = article(1, PARAGRAPHS, { title: 'Khe Sậu dạy nghề' });

const quote = (words: string, of: Article = OF, language: Language = 'vi', link: string | null = null) => {
  const start = textOf(of).indexOf(words);
  return quotationOf({ article: of, passage: { start, end: start + words.length }, language, link });
};

describe('a quotation says where its words come from', () => {
  test('in Vietnamese', () => {
    expect(quote('mở lớp dạy nghề').text).toBe(
      '“mở lớp dạy nghề”\nTheo Báo Lam Khê, “Khe Sậu dạy nghề”, ngày 09/01/2026, đoạn 1.',
    );
  });

  test('in English', () => {
    expect(quote('mở lớp dạy nghề', OF, 'en').text).toBe(
      '“mở lớp dạy nghề”\nFrom Báo Lam Khê, “Khe Sậu dạy nghề”, 09/01/2026, paragraph 1.',
    );
  });

  test('with all paragraphs that it takes words from', () => {
    const words = 'trồng chè.\nHọc phí do xã lo & tiền xe <một nửa>.\nLớp học';
    expect(quote(words).text).toBe(
      `“${words}”\nTheo Báo Lam Khê, “Khe Sậu dạy nghề”, ngày 09/01/2026, đoạn 1–3.`,
    );
    expect(quote(words, OF, 'en').text).toContain(', paragraphs 1–3.');
  });

  test('and never takes an inferred year for a fact, nor invents a source or a date', () => {
    const inferred = { ...OF, dateConfidence: 'inferred-year' } as const;
    expect(quote('quý II', inferred).text).toContain('ngày 09/01/2026 (năm suy luận), đoạn 3.');
    expect(quote('quý II', inferred, 'en').text).toContain('09/01/2026 (year inferred), paragraph 3.');
    const unknown = { ...OF, source: null, publishedOn: null, dateConfidence: 'none' } as const;
    expect(quote('quý II', unknown).text).toBe('“quý II”\n“Khe Sậu dạy nghề”, không rõ ngày đăng, đoạn 3.');
    expect(quote('quý II', unknown, 'en').text).toContain('“Khe Sậu dạy nghề”, undated, paragraph 3.');
  });

  test('also when the place of the words is lost', () => {
    const { text } = quotationOf({ article: OF, passage: 'chữ cũ', language: 'vi', link: null });
    expect(text).toBe('“chữ cũ”\nTheo Báo Lam Khê, “Khe Sậu dạy nghề”, ngày 09/01/2026, mất vị trí.');
  });
});

test('as HTML the words are a block quotation, and the source leads back to them', () => {
  const words = 'Học phí do xã lo & tiền xe <một nửa>.\nLớp học';
  const { html } = quote(words, OF, 'vi', 'doi-chieu://bai/1?a=1&b="2"');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const paragraphs = [...page.querySelectorAll('blockquote p')].map((p) => p.textContent);
  expect(paragraphs.join('\n')).toBe(`“${words}”`);
  const source = page.querySelector('blockquote + p a');
  expect(source?.getAttribute('href')).toBe('doi-chieu://bai/1?a=1&b="2"');
  expect(source?.textContent).toMatch(/^Theo Báo Lam Khê, .* đoạn 2–3\.$/u);
  expect(quote(words).html).not.toContain('<a');
});

const someArticle = fc
  .array(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), { minLength: 1, maxLength: 5 })
  .map((paragraphs) =>
    article(
      2,
      paragraphs.map((text) => `${text.replace(/\n/gu, ' ')}.`),
    ),
  );

test('the words are those of the text, whatever is quoted', () => {
  fc.assert(
    fc.property(someArticle, fc.nat(), fc.nat(), (of, a, b) => {
      const text = textOf(of);
      const [x, y] = [a % text.length, b % text.length];
      const passage = { start: Math.min(x, y), end: Math.max(x, y) + 1 };
      const quotation = quotationOf({ article: of, passage, language: 'vi', link: null });
      expect(quotation.text.startsWith(`“${text.slice(passage.start, passage.end)}”\nTheo `)).toBe(true);
      const starts = blockStarts(of.blocks);
      const first = blockAt(starts, passage.start) + 1;
      expect(quotation.text).toMatch(new RegExp(`, đoạn ${first}(–\\d+)?\\.$`, 'u'));
    }),
  );
});
