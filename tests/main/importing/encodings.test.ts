import { describe, expect, test } from 'vitest';
import { fromCp1258, fromTcvn3, fromVni } from '#core/text/legacy';
import { draftOf, refusalOf, texts } from './helpers';

const ARTICLE = `Đảng bộ xã Tân Phú học tập nghị quyết

Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập, quán triệt nghị quyết của Đảng ủy cấp trên.

Bí thư Đảng ủy yêu cầu các chi bộ hoàn thành kế hoạch trước ngày 30/3, báo cáo kết quả bằng văn bản.
`;

/** The bytes of a text in an 8-bit encoding: the reading tables turned round, letter by letter. */
function written(text: string, read: (latin: string) => string, separate: string[]): Uint8Array {
  const codes = new Map<string, string>();
  const singles = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index));
  const bases = ['', ...'aeouyAEOUY'.split(''), ...separate];
  for (const base of bases) {
    for (const mark of singles) {
      const letter = read(base + mark).normalize('NFC');
      if (letter.length === 1 && !codes.has(letter) && letter !== base + mark) codes.set(letter, base + mark);
    }
  }
  const latin = text.replace(/[^]/gu, (letter) => codes.get(letter) ?? letter);
  return new Uint8Array(Buffer.from(latin, 'latin1'));
}

describe('Unicode', () => {
  test.each(['utf-16le', 'utf-16be'] as const)('%s with and without a byte order mark', async (encoding) => {
    const swap = encoding === 'utf-16be';
    const bytes = (text: string) => {
      const buffer = Buffer.from(text, 'utf16le');
      return new Uint8Array(swap ? buffer.swap16() : buffer);
    };
    for (const text of [ARTICLE, `\uFEFF${ARTICLE}`]) {
      const draft = await draftOf('bai.txt', bytes(text));
      expect(draft.encoding).toBe(encoding);
      expect(draft.title).toBe('Đảng bộ xã Tân Phú học tập nghị quyết');
    }
  });

  test('UTF-8 with a byte order mark, decomposed letters and Icelandic eth comes in as NFC', async () => {
    const draft = await draftOf('bai.txt', `\uFEFF${ARTICLE.replaceAll('Đ', 'Ð').normalize('NFD')}`);
    expect(draft).toEqual(await draftOf('bai.txt', ARTICLE));
  });

  test('a file that was cut off inside a letter loses that letter only', async () => {
    const bytes = new TextEncoder().encode(`${ARTICLE.trimEnd()} Hết chuyệ`).slice(0, -1);
    expect(texts(await draftOf('bai.txt', bytes)).at(-1)).toMatch(/Hết chuy$/);
  });

  test('a stray NUL, a zero-width space and a lone surrogate do no harm', async () => {
    const draft = await draftOf('bai.txt', ARTICLE.replace('Tân Phú', 'Tân\u200B Ph\u0000ú\u00AD'));
    expect(draft.title).toBe('Đảng bộ xã Tân Phú học tập nghị quyết');
  });
});

describe('old Vietnamese encodings are named and refused', () => {
  test.each([
    ['TCVN3 (ABC)', written(ARTICLE, fromTcvn3, [])],
    ['VNI-Windows', written(ARTICLE, fromVni, ['ô', 'ö', 'Ô', 'Ö'])],
    ['Windows-1258', written(ARTICLE, fromCp1258, ['ê', 'ô', 'â', 'õ', 'ý', 'ã', 'Ê', 'Ô', 'Â'])],
  ])('%s', async (encoding, bytes) => {
    expect(await refusalOf('cu.txt', bytes)).toEqual({
      code: 'encoding-legacy',
      params: { name: 'cu.txt', encoding },
    });
  });

  test('TCVN3 and VNI that were pasted as Unicode letters', async () => {
    const pasted = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    const tcvn3 = pasted(written(ARTICLE, fromTcvn3, []));
    expect((await refusalOf('dan.txt', tcvn3)).params).toMatchObject({ encoding: 'TCVN3 (ABC)' });
    const vni = pasted(written(ARTICLE, fromVni, ['ô', 'ö', 'Ô', 'Ö']));
    expect((await refusalOf('dan.txt', vni)).params).toMatchObject({ encoding: 'VNI-Windows' });
    expect(
      (await refusalOf('dan.txt', '®¶ng bé tØnh häc tËp nghÞ quyÕt\n\nChñ tÞch Hå ChÝ Minh vÜ ®¹i.')).code,
    ).toBe('encoding-legacy');
  });

  test('UTF-8 that was read as Windows-1252 once', async () => {
    const mojibake = new TextDecoder('windows-1252').decode(new TextEncoder().encode(ARTICLE));
    expect(await refusalOf('dan.txt', mojibake)).toMatchObject({ code: 'encoding-legacy' });
  });

  test('other languages are none of them', async () => {
    const french =
      'Le café était fermé à midi\n\nL’élève a déjà été reçu à l’école où il préférait être naïf et gêné.';
    expect((await draftOf('autre.txt', french)).title).toBe('Le café était fermé à midi');
    const german = new Uint8Array(Buffer.from('Über die Brücke\n\nDer König hörte schöne Klänge.', 'latin1'));
    expect((await refusalOf('andere.txt', german)).code).toBe('encoding-unknown');
  });

  test('a page that says its old charset is read with it', async () => {
    const head = '<html><head><meta charset="windows-1258"><title>Bài</title></head><body>';
    const html = `${head}<h1>Đảng bộ xã</h1><p>Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập.</p></body></html>`;
    const draft = await draftOf('cu.html', written(html, fromCp1258, ['ê', 'ô', 'â', 'õ', 'ý', 'ã']));
    expect(draft.encoding).toBe('windows-1258');
    expect(texts(draft)).toEqual(['Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập.']);
  });
});
