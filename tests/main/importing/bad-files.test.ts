import { describe, expect, test, vi } from 'vitest';
import { compoundOf, docOf, docxOf, odtOf, rtfOf } from '../../fixtures/formats/office';
import { readArticles } from '../../../main/importing/index';
import { PLAIN_OPTIONS } from '../../../main/importing/reading';
import { findLeaves, readLeaf } from '../../../main/importing/sources';
import { file, texts } from './helpers';
import { FUZZ_OPTIONS, outcomeOf } from './fuzz-check';
import { ordinaryFiles, PAGE_HTML } from './fuzz-files';
import { pdfOf } from './pdf-material';
import { encrypted, zipOf } from './zips';

// Files that are known to be bad, and the reason that a person is given for each.

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const SENTENCE = 'Ngày 5/1, Ủy ban nhân dân xã Tân Phú họp bàn kế hoạch làm đường cùng các thôn. ';
const ARTICLE = `Xã Tân Phú làm đường\n\n${SENTENCE.repeat(5)}\n\n${SENTENCE}\n`;

const codeOf = (name: string, content: string | Uint8Array) => outcomeOf(file(name, content));

/** What is found behind a file that was given, and what becomes of it when it is read. */
async function foundIn(name: string, bytes: Uint8Array): Promise<string[]> {
  const codes: string[] = [];
  for (const found of await findLeaves([{ name, bytes }])) {
    if ('refusal' in found) codes.push(found.refusal.code);
    else codes.push(await outcomeOf(await readLeaf(found.leaf)));
  }
  return codes;
}

describe('bombs', () => {
  const ENTITIES =
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';

  test('archives that unpack to too much', async () => {
    const zeros = new Uint8Array(100 * MEGABYTE);
    expect(await foundIn('bom.zip', zipOf({ 'a.txt': zeros }))).toEqual(['archive-too-large']);
    expect(await codeOf('a.docx', zipOf({ 'word/document.xml': zeros }))).toBe('file-too-complex');
    expect(await codeOf('a.odt', odtOf('', '', { 'styles.xml': ' '.repeat(70 * MEGABYTE) }))).toBe(
      'file-too-complex',
    );
  });

  test('entities that grow', async () => {
    const word = (xml: string) => zipOf({ 'word/document.xml': xml });
    expect(await codeOf('a.docx', word(`${ENTITIES}<w:document>&c;</w:document>`))).toBe('file-damaged');
    expect(await codeOf('a.odt', zipOf({ 'content.xml': `${ENTITIES}<office:document-content/>` }))).toMatch(
      /file-damaged|format-unsupported/,
    );
  });

  test('archives in archives', async () => {
    const inner = zipOf({ 'a.txt': ARTICLE });
    expect(await foundIn('a.zip', zipOf({ 'trong.zip': inner, 'b.rar': inner }))).toEqual([
      'archive-nested',
      'archive-nested',
    ]);
  });

  test('elements in elements whose ends are not theirs', async () => {
    const piece = '<tr<figure><figcaption>Ảnh: Minh Hà</figcaption></figure><table><tr><td>Thôn</td></tr>';
    expect(await codeOf('a.html', `<body><h1>Xã Tân Phú</h1><p>${SENTENCE}</p>${piece.repeat(3000)}`)).toBe(
      'read',
    );
  });
});

describe('locked files', () => {
  test('say so', async () => {
    const pdf = await pdfOf((doc) => doc.text(SENTENCE), { userPassword: 'mat khau' });
    expect(await codeOf('a.pdf', pdf)).toBe('file-encrypted');
    const locked = compoundOf({ EncryptedPackage: Buffer.alloc(99), EncryptionInfo: Buffer.alloc(99) });
    expect(await codeOf('a.docx', new Uint8Array(locked))).toBe('file-encrypted');
    expect(await codeOf('a.doc', new Uint8Array(docOf(SENTENCE, { flags: 0x0300 })))).toBe('file-encrypted');
    expect(await foundIn('a.zip', encrypted(zipOf({ 'a.txt': ARTICLE })))).toEqual(['file-encrypted']);
  });
});

describe('files that were cut off', () => {
  test('are damaged, or give what is left of them', async () => {
    const files = await ordinaryFiles();
    for (const { name, bytes } of [
      ...files.packed,
      ...files.doc,
      ...files.image,
      ...files.zip,
      ...files.rtf,
    ]) {
      const half = bytes.slice(0, Math.floor(bytes.length / 2));
      const codes = name.endsWith('.zip') ? await foundIn(name, half) : [await codeOf(name, half)];
      expect([name, ...codes]).toEqual([name, expect.stringMatching(/^file-damaged$/)]);
    }
    for (const { name, bytes } of [...files.text, ...files.html, ...files.markdown]) {
      const most = bytes.slice(0, Math.floor(bytes.length * 0.8) & ~1);
      expect([name, await codeOf(name, most)]).toEqual([name, 'read']);
    }
  });

  test('to nothing are empty', async () => {
    for (const kind of [
      'txt',
      'md',
      'html',
      'mht',
      'docx',
      'doc',
      'odt',
      'rtf',
      'epub',
      'pdf',
      'png',
      'tif',
      'zip',
    ])
      expect([kind, await codeOf(`a.${kind}`, '')]).toEqual([kind, 'file-empty']);
    expect(await codeOf('a.txt', ' \r\n\t ')).toBe('file-empty');
  });
});

describe('files under another name', () => {
  const lines = ['Xã Tân Phú làm đường', SENTENCE, 'Các thôn góp ý xong trước ngày 30/3.'];
  const word = docxOf(lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join(''));
  test.each<[string, string, string | Uint8Array, string]>([
    ['a DOCX file', 'a.txt', word, 'docx'],
    ['a text', 'a.pdf', ARTICLE, 'text'],
    ['a page', 'a.doc', PAGE_HTML, 'html'],
    ['RTF', 'a.doc', rtfOf(`Xa Tan Phu lam duong\\par ${'Cac thon gop y. '.repeat(5)}\\par`), 'rtf'],
    ['a text without a name', 'ban-tin', ARTICLE, 'text'],
  ])('%s named %s is read as what it is', async (_, name, content, format) => {
    const [draft] = await readArticles(file(name, content), PLAIN_OPTIONS);
    expect(draft?.format).toBe(format);
  });

  test('a picture named otherwise is a picture', async () => {
    const { image } = await ordinaryFiles();
    const [png] = image;
    if (png === undefined) throw new Error('no picture');
    await expect(readArticles({ ...png, name: 'a.jpg' }, PLAIN_OPTIONS)).rejects.toMatchObject({
      code: 'scan-not-read',
    });
    expect(await outcomeOf({ ...png, name: 'a.txt' }, { readPage: () => Promise.resolve([]) })).toBe(
      'scan-without-words',
    );
  });
});

describe('letters that are none', () => {
  test('lone halves of letters, turned directions and NUL bytes are taken out', async () => {
    const strange = ARTICLE.replace('Tân Phú', 'Tân\u202E\u2067 P\uD800hú\uDC00').replace('làm', 'l\0àm');
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${strange}`, 'utf16le'));
    for (const bytes of [new TextEncoder().encode(strange), utf16]) {
      const [draft] = await readArticles({ name: 'a.txt', bytes }, FUZZ_OPTIONS);
      if (draft === undefined) throw new Error('no article');
      expect([draft.title, ...texts(draft)].join('\n')).not.toMatch(
        /[\0\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u,
      );
    }
    expect(await codeOf('a.txt', `${ARTICLE}${'\0'.repeat(400)}`)).toBe('file-binary');
  });
});

describe('one line of 50 megabytes', () => {
  const line = new TextEncoder().encode('Xã họp. ').slice(0, 8);
  const huge = new Uint8Array(50 * MEGABYTE).map((_, index) => line[index % line.length] ?? 0x20);

  test('is too large as a text, whatever it is called', async () => {
    for (const name of ['a.txt', 'a.html', 'a.md', 'a'])
      await expect(readArticles({ name, bytes: huge }, PLAIN_OPTIONS)).rejects.toMatchObject({
        code: 'file-too-large',
      });
  });
});
