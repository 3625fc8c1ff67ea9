import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { renderNotes, type Notes } from '#core/export/index';
import { annotation, article, notes } from './material';

const render = (value: Notes, language: 'vi' | 'en' = 'vi') => renderNotes(value, 'html', language);
const parse = (html: string) => new JSDOM(html).window.document;
const textsOf = (root: ParentNode, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent);

const ADDRESS = "https://baolamkhe.example/bai?a=1&b='2'";
const conference = article(
  1,
  ['Mở đầu hội nghị.', 'Giao Sở Nội vụ rà soát.', 'Báo cáo trước ngày 30/4/2026.'],
  {
    title: 'Rõ người, rõ việc',
    url: ADDRESS,
  },
);
const older = article(2, ['Phấn đấu đạt 95%.'], { title: 'Năm trước', publishedOn: '2025-01-08' });

describe('notes in HTML', () => {
  const task = annotation(conference, 'Giao Sở Nội vụ rà soát.\nBáo cáo', {
    kind: 'task',
    tags: ['cải cách', 'so với 2025'],
    note: 'Hỏi lại thời hạn.\n\nSo với năm trước.',
  });

  it('show the quotation, its kind, place, tags, note and source', () => {
    const item = parse(render(notes([[conference, task]]))).querySelector('article');
    if (item === null) throw new Error('no item');
    expect(textsOf(item, 'blockquote p')).toEqual(['Giao Sở Nội vụ rà soát.', 'Báo cáo']);
    expect(item.querySelector('mark')?.className).toBe('mark task orange');
    expect(textsOf(item, '.kind')).toEqual(['Nhiệm vụ']);
    expect(textsOf(item, '.place')).toEqual(['đoạn 2–3']);
    expect(textsOf(item, '.tags li')).toEqual(['cải cách', 'so với 2025']);
    expect(textsOf(item, '.note p')).toEqual(['Hỏi lại thời hạn.', 'So với năm trước.']);
    expect(textsOf(item, 'figcaption')).toEqual([
      'Theo Báo Lam Khê, “Rõ người, rõ việc”, ngày 09/01/2026, đoạn 2–3.',
    ]);
  });

  it('say in which language what is written', () => {
    const page = parse(render(notes([[conference, task]]), 'en'));
    expect(page.documentElement.lang).toBe('en');
    expect(page.querySelector('blockquote')?.lang).toBe('vi');
    expect(textsOf(page, '.kind')).toEqual(['Task']);
    expect(textsOf(page, 'dt')).toEqual(['Note', 'Tags']);
  });

  it('head each group and list the sources with their addresses', () => {
    const page = parse(
      render(
        notes([
          [conference, task],
          [older, annotation(older, '95%', { kind: 'target' })],
        ]),
      ),
    );
    expect(textsOf(page, 'h1')).toEqual(['Ghi chú từ 2 bài viết']);
    expect(textsOf(page, 'h2')).toEqual(['Năm trước', 'Rõ người, rõ việc', 'Nguồn']);
    expect(textsOf(page, '.sources li')).toHaveLength(2);
    expect(page.querySelector('a')?.getAttribute('href')).toBe(ADDRESS);
  });

  it('flag a passage that lost its place and keep its words', () => {
    const page = parse(render(notes([[conference, annotation(conference, 'Mở đầu', { anchor: 'orphan' })]])));
    expect(textsOf(page, '.orphan blockquote p')).toEqual(['Mở đầu']);
    expect(textsOf(page, '.orphan .place')).toEqual(['Mất vị trí']);
  });

  it('need nothing from outside and run nothing', () => {
    const html = render(notes([[conference, task]]));
    const page = parse(html);
    expect(page.querySelectorAll('script, link, img, iframe, object, [src], [style]')).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\(/u);
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  it('make no link of an address that leads to no page', () => {
    const evil = article(3, ['Chữ.'], { url: 'javascript:alert(1)' });
    const page = parse(render(notes([[evil, annotation(evil, 'Chữ')]])));
    expect(page.querySelectorAll('[href], [cite]')).toHaveLength(0);
    expect(textsOf(page, '.address')).toEqual(['javascript:alert(1)']);
  });
});

describe('HTML of hostile words', () => {
  const word = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '</p>',
    '<script>',
    '<!--',
    '&lt;',
    'ộ',
    ' ',
    '</style>',
    '😀',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((parts) => `x${parts.join('')}x`);

  it('shows every word unchanged and adds no element', () => {
    const plain = article(4, ['Chữ.'], { title: 'Chữ', byline: 'Chữ', url: 'Chữ' });
    const elementsOf = (page: Document) => [...page.querySelectorAll('*')].map(({ tagName }) => tagName);
    const outline = elementsOf(
      parse(render(notes([[plain, annotation(plain, 'Chữ', { note: 'Chữ', tags: ['Chữ'] })]]))),
    );
    fc.assert(
      fc.property(words, (text) => {
        const of = article(4, [text], { title: text, source: text, byline: text, url: text });
        const page = parse(render(notes([[of, annotation(of, text, { note: text, tags: [text] })]])));
        expect(elementsOf(page)).toEqual(outline);
        for (const selector of ['title', 'h1', 'mark', '.note', '.tags li', '.address']) {
          expect(textsOf(page, selector)).toEqual([text]);
        }
      }),
      { numRuns: 25 },
    );
  }, 20_000);
});
