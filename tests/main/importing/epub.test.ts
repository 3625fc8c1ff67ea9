import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { chaptersOf, readEpub } from '../../../main/importing/epub';
import { PLAIN_OPTIONS, type ReadOptions } from '../../../main/importing/reading';
import { codeOf, encrypted, zipOf } from './zips';

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
/** A few seconds on an idle machine. */
const MOST_MILLISECONDS = 10_000;
const SENTENCE = 'Ủy ban nhân dân xã Tân Phú họp bàn kế hoạch làm đường bê tông cùng các thôn trong xã.';

const page = (body: string, head = '') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title>${head}</head><body>${body}</body></html>`;

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/sach.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const FACTS = `<dc:title>Chuyện làng Tân Phú</dc:title><dc:creator opf:role="aut">Trần Minh Hà</dc:creator>
  <dc:creator opf:role="trl">Người Dịch</dc:creator><dc:publisher>Nhà xuất bản Bến Đò</dc:publisher>
  <dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">2014-08-15</dc:date>`;

interface Parts {
  facts?: string;
  items?: string[];
  more?: Record<string, string | Uint8Array>;
}

/** A book of documents in `OEBPS/`, in their order. */
function bookOf(
  documents: Record<string, string>,
  { facts = FACTS, items = [], more = {} }: Parts = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(documents);
  const manifest = names.map(
    (name, index) => `<item id="d${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const spine = names.map((_, index) => `<itemref idref="d${index}"/>`);
  return zipOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/sach.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${facts}</metadata><manifest>${manifest.join('')}${items.join('')}</manifest><spine toc="ncx">${spine.join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`OEBPS/${name}`, text])),
    ...more,
  });
}

const NCX = `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint><navLabel><text>Lời mở đầu</text></navLabel><content src="m%E1%BB%9F.xhtml"/></navPoint>
<navPoint><navLabel><text>Chương hai</text></navLabel><content src="Chu/HAI.xhtml#dau"/><navPoint><navLabel><text>Mục nhỏ</text></navLabel><content src="Chu/hai.xhtml#nho"/></navPoint></navPoint>
</navMap></ncx>`;

const NAV = page(
  '<nav epub:type="toc"><h1>Mục lục</h1><ol><li><a href="mở.xhtml">Lời mở đầu</a></li><li><a href="Chu/hai.xhtml">Chương hai&nbsp;</a></li></ol></nav>',
);

const DOCUMENTS = {
  'cover.xhtml': page('<h1>Chuyện làng Tân Phú</h1><p>Nhà xuất bản Bến Đò</p>'),
  'nav.xhtml': NAV,
  'mở.xhtml': page(`<p>${SENTENCE} Đó là năm đầu tiên.</p><p>${SENTENCE} Ai cũng vui.</p>`),
  'Chu/hai.xhtml': page(
    `<h1>Chương hai: Con đường</h1><p onclick="alert(1)">${SENTENCE} Đường dài ba cây số.</p><script>alert("lệnh")</script><script src="x"/><h2>Vật liệu</h2><p>${SENTENCE} Cát lấy ở bến.</p>`,
  ),
  'phần.xhtml': page('<h1>Phần cuối</h1>'),
};
const ITEMS = ['<item id="ncx" href="sach.ncx" media-type="application/x-dtbncx+xml"/>'];
const BOOK = bookOf(DOCUMENTS, { items: ITEMS, more: { 'OEBPS/sach.ncx': NCX } });

const read = (bytes: Uint8Array, chapters: ReadOptions['chapters'] = 'together') =>
  readEpub({ name: 'sach.epub', bytes }, { ...PLAIN_OPTIONS, chapters });

const blocksOf = async (bytes: Uint8Array, chapters: ReadOptions['chapters'] = 'together') =>
  (await read(bytes, chapters)).map(({ article }) =>
    article.blocks.map(({ kind, text }) => `${kind}: ${text}`),
  );

describe('a book', () => {
  test('is one article: its facts, and the titles of its chapters as headings', async () => {
    const [part, ...others] = await read(BOOK);
    expect(others).toEqual([]);
    expect(part?.article).toMatchObject({
      title: 'Chuyện làng Tân Phú',
      byline: 'Trần Minh Hà',
      source: 'Nhà xuất bản Bến Đò',
      publishedOn: '2014-08-15',
      dateConfidence: 'explicit',
      dateEvidence: '2014-08-15',
    });
    expect(part).toMatchObject({ part: null, encoding: 'unicode' });
    expect(await blocksOf(BOOK)).toEqual([
      [
        'heading: Lời mở đầu',
        `paragraph: ${SENTENCE} Đó là năm đầu tiên.`,
        `paragraph: ${SENTENCE} Ai cũng vui.`,
        'heading: Chương hai: Con đường',
        `paragraph: ${SENTENCE} Đường dài ba cây số.`,
        'heading: Vật liệu',
        `paragraph: ${SENTENCE} Cát lấy ở bến.`,
        'heading: Phần cuối',
      ],
    ]);
    expect(JSON.stringify(part)).not.toMatch(/alert|lệnh/);
  });

  test('or an article of each chapter, with what the book says where the chapter is silent', async () => {
    const parts = await read(BOOK, 'apart');
    expect(
      parts.map(({ part, article }) => [part, article.title, article.byline, article.publishedOn]),
    ).toEqual([
      ['m%E1%BB%9F.xhtml', 'Lời mở đầu', 'Trần Minh Hà', '2014-08-15'],
      ['Chu/hai.xhtml', 'Chương hai: Con đường', 'Trần Minh Hà', '2014-08-15'],
    ]);
    expect(parts[1]?.article.blocks).toHaveLength(3);
    expect(chaptersOf('sach.epub', BOOK)).toEqual([
      { href: 'm%E1%BB%9F.xhtml', title: 'Lời mở đầu' },
      { href: 'Chu/hai.xhtml', title: 'Chương hai: Con đường' },
    ]);
  });

  test('of EPUB 3 takes the names of chapters from its navigation page', async () => {
    const items = ['<item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'];
    const parts = await read(bookOf(DOCUMENTS, { items }), 'apart');
    expect(parts.map(({ article }) => article.title)).toEqual(['Lời mở đầu', 'Chương hai: Con đường']);
  });

  test('that says nothing about itself is read all the same', async () => {
    const facts =
      '<dc:creator>Unknown</dc:creator><dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:date>2014</dc:date>';
    const [part] = await read(bookOf({ 'a.xhtml': DOCUMENTS['Chu/hai.xhtml'] }, { facts }));
    expect(part?.article).toMatchObject({
      title: 'Chương hai: Con đường',
      byline: null,
      source: null,
      publishedOn: null,
    });
  });

  test('in UTF-16, with a broken table of contents and without a container is read all the same', async () => {
    const wide = new Uint8Array(
      Buffer.from(`\uFEFF${DOCUMENTS['Chu/hai.xhtml'].replace('utf-8', 'utf-16')}`, 'utf16le'),
    );
    const more = {
      'OEBPS/a.xhtml': wide,
      'OEBPS/sach.ncx': '<ncx><navMap>',
      'META-INF/container.xml': '<container/>',
    };
    const [part] = await read(bookOf({ 'a.xhtml': 'x' }, { items: ITEMS, more }));
    expect(part?.article.blocks.at(-1)?.text).toBe(`${SENTENCE} Cát lấy ở bến.`);
  });

  test('whose fonts alone are hidden is no secret', async () => {
    const encryption = (algorithm: string) => ({
      'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/x"/></enc:CipherData></enc:EncryptedData></encryption>`,
    });
    const fonts = bookOf(DOCUMENTS, { more: encryption('http://www.idpf.org/2008/embedding') });
    expect(await read(fonts)).toHaveLength(1);
    const texts = bookOf(DOCUMENTS, { more: encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc') });
    expect(await codeOf(() => read(texts))).toBe('file-encrypted');
    expect(await codeOf(() => read(encrypted(BOOK)))).toBe('file-encrypted');
  });
});

describe('what is no book', () => {
  const within = async (bytes: Uint8Array) => {
    const before = performance.now();
    const code = await codeOf(() => read(bytes));
    const between = performance.now();
    await codeOf(() => read(bytes, 'apart'));
    expect(between - before).toBeLessThan(MOST_MILLISECONDS);
    expect(performance.now() - between).toBeLessThan(MOST_MILLISECONDS);
    return code;
  };

  test('is refused', async () => {
    expect(await within(strToU8('không phải sách'))).toBe('file-damaged');
    expect(await within(BOOK.slice(0, -200))).toBe('file-damaged');
    expect(await within(zipOf({ mimetype: 'application/epub+zip' }))).toBe('file-damaged');
    expect(await within(bookOf({}))).toBe('file-damaged');
    expect(await read(bookOf({ 'a.xhtml': page('<h1>Chỉ có tên</h1>') }))).toEqual([]);
  });

  test('entities of its own are never filled in', async () => {
    const bomb =
      '<!DOCTYPE html [ <!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY xxe SYSTEM "file:///etc/passwd"> ]>';
    const text = page(`<p>${SENTENCE}</p><p>Đoạn &b; và &xxe; kết thúc ở đây.</p>`).replace(
      '<!DOCTYPE html>',
      bomb,
    );
    const [blocks] = await blocksOf(bookOf({ 'a.xhtml': text }));
    expect(blocks).toEqual([`paragraph: ${SENTENCE}`, 'paragraph: Đoạn &b; và &xxe; kết thúc ở đây.']);
    const opf = { 'OEBPS/sach.opf': `<!DOCTYPE package [ <!ENTITY a "ha"> ]><package>&a;</package>` };
    expect(await within(bookOf(DOCUMENTS, { more: opf }))).toBe('file-damaged');
  });

  const paragraph = `<p>${SENTENCE}</p>`;
  test.each([
    ['a text that unpacks to 70 MB', () => bookOf({ 'a.xhtml': page(' '.repeat(70 * MEGABYTE)) })],
    [
      '14 MB of paragraphs, long ones',
      () =>
        bookOf(
          Object.fromEntries(
            Array.from({ length: 3 }, (_, index) => [
              `${index}.xhtml`,
              page(`<p>${SENTENCE.repeat(20)}</p>`.repeat(2200)),
            ]),
          ),
        ),
    ],
    [
      '40 MB of paragraphs',
      () =>
        bookOf(
          Object.fromEntries(
            Array.from({ length: 8 }, (_, index) => [`${index}.xhtml`, page(paragraph.repeat(45_000))]),
          ),
        ),
    ],
    [
      'many documents',
      () =>
        bookOf(
          Object.fromEntries(
            Array.from({ length: 2000 }, (_, index) => [
              `${index}.xhtml`,
              page(`<h1>Bài ${index}</h1>${paragraph}`),
            ]),
          ),
        ),
    ],
    ['depth', () => bookOf({ 'a.xhtml': page(`${'<div>'.repeat(100_000)}${paragraph}`) })],
    ['tags', () => bookOf({ 'a.xhtml': page('<b>'.repeat(2 * MEGABYTE)) })],
    [
      'links',
      () =>
        bookOf(
          {
            'nav.xhtml': page(`<a href="nav.xhtml">${'x '.repeat(20)}`.repeat(50_000)),
            'a.xhtml': page(paragraph),
          },
          { items: ['<item id="n" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>'] },
        ),
    ],
    ['unclosed declarations', () => bookOf({ 'a.xhtml': '<!DOCTYPE ['.repeat(500_000) })],
    ['depth in its lists', () => bookOf(DOCUMENTS, { facts: '<a>'.repeat(100_000) })],
    [
      'a list of a million things',
      () => bookOf(DOCUMENTS, { items: ['<item id="a" href="a"/>'.repeat(MEGABYTE)] }),
    ],
  ])('%s: a result or a refusal, soon', async (_, make) => {
    await within(make());
  });

  test('any change of its bytes gives articles or a refusal', async () => {
    const stored = zipSync(Object.fromEntries([['mimetype', strToU8('application/epub+zip')]]));
    expect(await within(stored)).toBe('file-damaged');
    const change = fc.tuple(fc.nat({ max: BOOK.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (changes, whole) => {
          const bytes = BOOK.slice();
          for (const [at, value] of changes) bytes[at] = value;
          await codeOf(() => read(bytes, whole ? 'together' : 'apart'));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('so does any change inside its files', async () => {
    const files = {
      opf: 'OEBPS/sach.opf',
      ncx: 'OEBPS/sach.ncx',
      container: 'META-INF/container.xml',
    } as const;
    const texts = {
      opf: `<package><metadata>${FACTS}</metadata><manifest>${ITEMS.join('')}</manifest></package>`,
      ncx: NCX,
      container: CONTAINER,
    };
    const edit = fc.tuple(
      fc.constantFrom('opf', 'ncx', 'container'),
      fc.nat({ max: 400 }),
      fc.constantFrom('<', '>', '"', '&', '<a', '</', '%', '../', '#'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const changed = { ...texts };
        for (const [file, at, sign] of edits)
          changed[file] = changed[file].slice(0, at) + sign + changed[file].slice(at);
        const more = Object.fromEntries(edits.map(([file]) => [files[file], changed[file]]));
        try {
          await read(bookOf(DOCUMENTS, { items: ITEMS, more: { 'OEBPS/sach.ncx': NCX, ...more } }));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 200 },
    );
  });
});
