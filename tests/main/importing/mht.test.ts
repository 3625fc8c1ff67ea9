import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { readMht } from '../../../main/importing/mht';
import { PLAIN_OPTIONS, type ReadPart } from '../../../main/importing/reading';
import { codeOf } from './zips';

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const SENTENCE = 'Ủy ban nhân dân xã Tân Phú họp bàn kế hoạch làm đường bê tông cùng các thôn trong xã. ';
const PAGE = `<html><head><title>Xã Tân Phú làm đường</title><script>alert("lệnh")</script></head><body>
<div class="menu"><a href="/">Trang chủ</a> <a href="/xa-hoi">Xã hội</a></div>
<article><h1>Xã Tân Phú làm đường bê tông</h1><p onclick="alert(1)">Sáng 5/1, ${SENTENCE}</p><p>${SENTENCE.repeat(3)}</p>
<img src="cid:anh"><p>Các thôn góp ý xong trước ngày 30/3, kết quả gửi về xã.</p></article></body></html>`;
const FRAME = `<html><body><p>Quảng cáo trong khung, không phải bài. ${SENTENCE}</p></body></html>`;

function quoted(bytes: Uint8Array): string {
  const codes = [...bytes].map((byte) =>
    (byte >= 0x20 && byte < 0x7f && byte !== 0x3d) || byte === 0x0a
      ? String.fromCharCode(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return codes
    .join('')
    .replace(/(.{60,70}(?<!=.?))(?=.)/g, '$1=\n')
    .replace(/\n/g, '\r\n');
}

const folded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const utf8 = (text: string) => new TextEncoder().encode(text);

/** As Chrome writes it: the page, a frame, a picture. */
const chrome = (
  page: string,
  head = 'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n',
) =>
  [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: http://bao.tan-phu.example/tin/2021/01/06/lam-duong.html',
    'Subject: =?utf-8?Q?X=C3=A3=20T=C3=A2n=20Ph=C3=BA?=',
    'Date: Wed, 6 Jan 2021 09:00:00 -0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--abc----"',
    '',
    '',
    '------MultipartBoundary--abc----',
    `${head}Content-Location: http://bao.tan-phu.example/khac.html\r\n`,
    page,
    '------MultipartBoundary--abc----',
    'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    quoted(utf8(FRAME)),
    '------MultipartBoundary--abc----',
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <anh>\r\n',
    folded(new Uint8Array(3000).fill(9)),
    '------MultipartBoundary--abc------',
    '',
  ].join('\r\n');

const read = (content: string | Uint8Array, encoding: string | null = null): Promise<ReadPart[]> =>
  readMht(
    { name: 'trang.mht', bytes: typeof content === 'string' ? utf8(content) : content },
    { ...PLAIN_OPTIONS, encoding },
  );

async function articleOf(content: string | Uint8Array) {
  const [part] = await read(content);
  if (part === undefined) throw new Error('no article');
  return { ...part.article, encoding: part.encoding };
}

describe('a saved page', () => {
  test('of Chrome becomes the article of its page, with the address that it was saved from', async () => {
    const article = await articleOf(chrome(quoted(utf8(PAGE))));
    expect(article).toMatchObject({
      title: 'Xã Tân Phú làm đường bê tông',
      url: 'http://bao.tan-phu.example/tin/2021/01/06/lam-duong.html',
      publishedOn: '2021-01-05',
      encoding: 'utf-8',
    });
    expect(article.blocks).toHaveLength(3);
    expect(JSON.stringify(article)).not.toMatch(/Quảng cáo|alert|lệnh|onclick|=C3/);
  });

  test('that says its own address keeps it', async () => {
    const page = PAGE.replace('<head>', '<head><link rel="canonical" href="http://bao.tan-phu.example/goc">');
    expect((await articleOf(chrome(quoted(utf8(page))))).url).toBe('http://bao.tan-phu.example/goc');
  });

  test('in Base64 or as it is reads the same', async () => {
    const { title, blocks, removed } = await articleOf(chrome(quoted(utf8(PAGE))));
    const heads: [string, string][] = [
      [
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n',
        folded(utf8(PAGE)),
      ],
      ['Content-Type: text/html;\r\n\tcharset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n', PAGE],
      ['Content-Type: TEXT/HTML\r\nContent-Transfer-Encoding: binary\r\n', PAGE],
    ];
    for (const [head, page] of heads)
      expect(await articleOf(chrome(page, head))).toMatchObject({ title, blocks, removed });
  });

  test('in another encoding says which', async () => {
    const wide = new Uint8Array(Buffer.from(PAGE, 'utf16le'));
    const head = 'Content-Type: text/html; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n';
    expect(await articleOf(chrome(folded(wide), head))).toMatchObject({
      title: 'Xã Tân Phú làm đường bê tông',
      encoding: 'utf-16le',
    });
    const old = new Uint8Array(
      Buffer.from('<html><body><article><h1>Xa Lang\xe2m h\xf4m nay</h1><p>', 'latin1'),
    );
    const rest = utf8(`${'Ho ban viec lam duong o cac thon. '.repeat(20)}</p></article></body></html>`);
    const page = quoted(new Uint8Array([...old, ...rest]));
    const article = await articleOf(
      chrome(
        page,
        'Content-Type: text/html; charset=windows-1258\r\nContent-Transfer-Encoding: quoted-printable\r\n',
      ),
    );
    expect(article).toMatchObject({ title: 'Xa Langâm hôm nay', encoding: 'windows-1258' });
  });

  test('with nested parts, of one part only, or with a text alone', async () => {
    const nested = [
      'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=ngoai\n\n--ngoai',
      'Content-Type: multipart/alternative; boundary="trong"\n\n--trong',
      `Content-Type: text/plain; charset=utf-8\n\nChữ thường. ${SENTENCE}`,
      `--trong\nContent-Type: text/html; charset=utf-8\n\n${PAGE}\n--trong--\n--ngoai--\n`,
    ].join('\n');
    const single = `MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${PAGE}`;
    for (const letter of [nested, single])
      expect((await articleOf(letter)).title).toBe('Xã Tân Phú làm đường bê tông');
    const text = `MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nXã làm đường\n\n${SENTENCE}\n`;
    expect((await articleOf(text)).title).toBe('Xã làm đường');
  });

  test('that was cut off gives what is there', async () => {
    const whole = chrome(quoted(utf8(PAGE)));
    const article = await articleOf(whole.slice(0, whole.indexOf('</article>')));
    expect(article.blocks).toHaveLength(3);
  });
});

describe('what is no saved page', () => {
  const within = async (content: string | Uint8Array) => {
    const before = performance.now();
    const code = await codeOf(() => read(content));
    expect(performance.now() - before).toBeLessThan(10_000);
    return code;
  };
  const multipart = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n';

  test('is refused', async () => {
    expect(await within(`Chỉ là một đoạn văn.\n\n${SENTENCE}`)).toBe('file-damaged');
    expect(await within('')).toBe('file-damaged');
    expect(await within(multipart)).toBe('file-damaged');
    expect(await within(multipart.replace('; boundary=b', ''))).toBe('file-damaged');
    expect(await within(`${multipart}--b\nContent-Type: image/png\n\nx\n--b--\n`)).toBe('file-damaged');
    expect(await within(`${multipart}--b\nContent-Type: text/html\n\n\n--b--\n`)).toBe('file-empty');
  });

  test.each([
    ['30 MB of boundaries', `${multipart}${'--b\n'.repeat(7.5 * MEGABYTE)}`],
    ['30 MB of boundaries with a head', `${multipart}${'--b\nContent-Type: image/png\n\n'.repeat(MEGABYTE)}`],
    ['30 MB of what looks like a boundary', `${multipart}${'--b x\n'.repeat(5 * MEGABYTE)}`],
    ['a head without an end', `MIME-Version: 1.0\nContent-Type: text/html\n${'X: y\n'.repeat(6 * MEGABYTE)}`],
    ['a head of one long line', `Content-Type: text/html; ${'a=('.repeat(20_000)}\n\n${PAGE}`],
    ['a head of many addresses', `From: ${'<a,'.repeat(20_000)}\nContent-Type: text/html\n\n${PAGE}`],
    [
      'empty lines',
      `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${'\n'.repeat(30 * MEGABYTE)}`,
    ],
    [
      'paddings',
      `Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${'A='.repeat(15 * MEGABYTE)}`,
    ],
    [
      'codes',
      `Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${'=3C'.repeat(10 * MEGABYTE)}`,
    ],
    [
      'one line',
      `Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n${'PHA+'.repeat(7 * MEGABYTE)}`,
    ],
  ])('%s do no harm', async (_, content) => {
    await within(content);
  });

  test('nor does depth', async () => {
    const levels = Array.from(
      { length: 300 },
      (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`,
    );
    expect(await within(`${levels.join('')}Content-Type: text/html\n\n${PAGE}`)).toBe('file-too-complex');
  });
});

test('any change of its bytes gives an article or a refusal', async () => {
  const whole = utf8(chrome(quoted(utf8(PAGE))));
  const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 8 }),
      fc.nat({ max: whole.length }),
      async (changes, cut) => {
        const bytes = whole.slice(cut % 3 === 0 ? cut : 0);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          await read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      },
    ),
    { numRuns: 300 },
  );
});
