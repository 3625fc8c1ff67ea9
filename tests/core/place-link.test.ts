import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkForms, parsePlaceLink, placeLink } from '#core/place-link';

const someLink = fc.record({
  articleId: fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 16, maxLength: 16 })
    .map((letters) => letters.join('')),
  revision: fc.integer({ min: 1, max: 99_999 }),
  block: fc.nat(99_999),
});

test('a link leads back to the paragraph that it was made for, also with the words before it', () => {
  fc.assert(
    fc.property(someLink, fc.string(), (link, title) => {
      expect(parsePlaceLink(placeLink(link))).toEqual(link);
      const words = `đoạn ${link.block + 1}, “${title.replace(/[\r\n\u2028\u2029]/gu, ' ')}”`;
      expect(parsePlaceLink(linkForms(link, words).text)).toEqual(link);
    }),
  );
});

test('paragraphs are counted from 1 in a link, as the reader counts them', () => {
  expect(placeLink({ articleId: '0123456789abcdef', revision: 2, block: 13 })).toBe(
    'doi-chieu://0123456789abcdef/doan/14?r=2',
  );
});

test.each([
  'doi-chieu://0123456789abcdef/doan/0?r=1',
  'doi-chieu://0123456789abcdef/doan/1?r=0',
  'doi-chieu://0123456789abcde/doan/1?r=1',
  'doi-chieu://0123456789abcdef/doan/1',
  'https://0123456789abcdef/doan/1?r=1',
  'doi-chieu://0123456789abcdef/doan/1?r=1 và thêm chữ',
  'xdoi-chieu://0123456789abcdef/doan/1?r=1',
  'Tên bài\n\ndoi-chieu://0123456789abcdef/doan/1?r=1',
  '',
])('what is no link, or not at its end, leads nowhere: %j', (text) => {
  expect(parsePlaceLink(text)).toBeNull();
});

test('a title cannot become markup', () => {
  const link = { articleId: '0123456789abcdef', revision: 1, block: 0 };
  expect(linkForms(link, 'đoạn 1, “<b onclick="x">A & B</b>”').html).toBe(
    `<a href="${placeLink(link)}">đoạn 1, “&lt;b onclick=&quot;x&quot;&gt;A &amp; B&lt;/b&gt;”</a>`,
  );
});
