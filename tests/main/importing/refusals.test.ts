import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal, type RefusalCode } from '#core/refusal';
import { readSourceFile } from '../../../main/importing/index';
import { refusalOf } from './helpers';

describe('a file on the disk', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nhap-'));
    writeFileSync(join(folder, 'trong.txt'), '');
    writeFileSync(join(folder, 'lon.txt'), '');
    truncateSync(join(folder, 'lon.txt'), 100 * 1024 * 1024);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const codeOf = async (path: string) => {
    const reason: unknown = await readSourceFile(path).catch((error: unknown) => error);
    return reason instanceof Refusal ? reason.code : reason;
  };

  test('is refused with the reason', async () => {
    expect(await codeOf(join(folder, 'khong-co.txt'))).toBe('file-not-found');
    expect(await codeOf(join(folder, 'trong.txt', 'ben-trong.txt'))).toBe('file-not-found');
    expect(await codeOf(folder)).toBe('file-is-folder');
    expect(await codeOf(join(folder, 'trong.txt'))).toBe('file-empty');
    expect(await codeOf(join(folder, 'lon.txt'))).toBe('file-too-large');
    expect(await codeOf(join(folder, `${'x'.repeat(300)}.txt`))).toBe('file-unreadable');
  });
});

describe('bytes that are no article', () => {
  const bytes = (...values: (number | string)[]) =>
    Uint8Array.from(
      values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value, 'latin1')] : [value])),
    );

  test('documents that are cut off are named as damaged, whatever their extension says', async () => {
    const cases: [Uint8Array, RefusalCode][] = [
      [bytes('%PDF-1.7\n', 0xe2, 0xe3), 'file-damaged'],
      [bytes('PK', 3, 4, 0, 0, 'word/document.xml', 0), 'file-damaged'],
      [bytes('PK', 3, 4, 0, 0, 'mimetypeapplication/epub+zip', 0), 'file-damaged'],
      [bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'file-damaged'],
      [bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0), 'file-damaged'],
      [bytes('{\\rtf1\\ansi }'), 'no-article'],
      [bytes('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n'), 'file-damaged'],
      [bytes('GIF89a', 1, 0, 1, 0), 'format-unsupported'],
      [bytes('PK', 3, 4, 0, 0, 'xl/workbook.xml', 0), 'format-unsupported'],
    ];
    for (const [content, code] of cases) expect((await refusalOf('bai.txt', content)).code).toBe(code);
    expect(await refusalOf('bai.txt', bytes('GIF89a', 1, 0, 1, 0))).toMatchObject({
      params: { extension: 'gif' },
    });
    expect((await refusalOf('bai.xlsx', 'chữ')).code).toBe('format-unsupported');
  });

  test('binary data, emptiness and a lone title have their own codes', async () => {
    expect((await refusalOf('bai.txt', bytes('abc', 0, 0, 0, 0, 0, 0, 1, 2, 3))).code).toBe('file-binary');
    expect((await refusalOf('bai.txt', bytes(0x7f, 'ELF', 0, 0, 0))).code).toBe('file-binary');
    expect((await refusalOf('bai.txt', new Uint8Array(0))).code).toBe('file-empty');
    expect((await refusalOf('bai.txt', ' \n\u00A0\n')).code).toBe('file-empty');
    expect((await refusalOf('bai.txt', '-----------\n')).code).toBe('no-article');
    expect((await refusalOf('bai.md', '# Chỉ có tên bài\n')).code).toBe('no-article');
    expect((await refusalOf('bai.html', '<html><script>alert(1)</script></html>')).code).toBe('no-article');
  });
});
