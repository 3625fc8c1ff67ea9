import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Encoding, ENCODING_NAMES, ENCODINGS } from '#core/text/encodings';
import { Refusal } from '#core/refusal';
import { decode, guessEncodings } from '../../../main/importing/decode';
import { encodeAs, type Encoder, pastedLetters, viqr } from '../../fixtures/encoders';
import { draftOf, refusalOf, texts } from './helpers';

const ARTICLE = `Đảng bộ xã Tân Phú học tập nghị quyết

Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập, quán triệt nghị quyết của Đảng ủy cấp trên.

Bí thư Đảng ủy yêu cầu các chi bộ hoàn thành kế hoạch trước ngày 30/3, báo cáo kết quả bằng văn bản.
`;
const VIETNAMESE: readonly Encoding[] = ENCODINGS.filter((encoding) => encoding !== 'windows-1252');
const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/formats/encodings/${name}`, import.meta.url));
const found = (bytes: Uint8Array, declared: string | null = null) =>
  decode('bai.txt', bytes, { encoding: null, declared });
const given = (bytes: Uint8Array, encoding: string) => decode('bai.txt', bytes, { encoding });
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('one article in every encoding', () => {
  test.each([
    ['utf8', 'utf-8'],
    ['utf8-bom', 'utf-8'],
    ['nfd', 'utf-8'],
    ['utf16le', 'utf-16le'],
    ['utf16be', 'utf-16be'],
    ['utf16le-khong-bom', 'utf-16le'],
    ['cp1258', 'windows-1258'],
    ['tcvn3', 'tcvn3'],
    ['vni', 'vni-windows'],
    ['viqr', 'viqr'],
    ['hai-lan', 'twice-utf-8'],
  ])('bai-%s.txt', async (name, encoding) => {
    const whole = await draftOf('bai.txt', fixture('bai-utf8.txt'));
    const draft = await draftOf('bai.txt', fixture(`bai-${name}.txt`));
    expect(draft.encoding).toBe(encoding);
    expect(draft.title).toBe('Xã Phú An khánh thành nhà văn hóa mới');
    expect(draft.publishedOn).toBe('2015-10-14');
    // ASCII has one quotation mark; TCVN3 has no Ủ.
    const alike = (lines: string[]) => lines.map((line) => line.replace(/[“”]/g, '"').replace('Ủy', 'Uỷ'));
    expect(alike(texts(draft))).toEqual(alike(texts(whole)));
    expect(texts(whole)).toHaveLength(4);
  });
});

describe('Unicode', () => {
  test('UTF-8 with a byte order mark, decomposed letters and Icelandic eth comes in as NFC', async () => {
    const draft = await draftOf('bai.txt', `\uFEFF${ARTICLE.replaceAll('Đ', 'Ð').normalize('NFD')}`);
    expect(draft).toEqual(await draftOf('bai.txt', ARTICLE));
  });

  test('a file that was cut off inside a letter loses that letter only', async () => {
    const bytes = utf8(`${ARTICLE.trimEnd()} Hết chuyệ`).slice(0, -1);
    expect(texts(await draftOf('bai.txt', bytes)).at(-1)).toMatch(/Hết chuy$/);
  });

  test('a few broken bytes become signs of it, more are no UTF-8', () => {
    const bytes = utf8(ARTICLE.repeat(10));
    for (const at of [100, 700, 1900]) bytes[at] = 0xff;
    const { text, encoding } = found(bytes);
    expect(encoding).toBe('utf-8');
    expect(text.match(/\uFFFD/g)?.length).toBeGreaterThanOrEqual(3);
    expect(guessEncodings(bytes)[0]).toMatchObject({
      encoding: 'utf-8',
      broken: text.match(/\uFFFD/g)?.length,
    });
    for (let at = 0; at < bytes.length; at += 40) bytes[at] = 0xff;
    expect(() => found(bytes)).toThrow(expect.objectContaining({ code: 'encoding-unknown' }) as Error);
    expect(guessEncodings(bytes).map((guess) => guess.encoding)).toContain('utf-8');
  });

  test('a stray NUL, a zero-width space and a lone surrogate do no harm', async () => {
    const draft = await draftOf('bai.txt', ARTICLE.replace('Tân Phú', 'Tân\u200B Ph\u0000ú\u00AD'));
    expect(draft.title).toBe('Đảng bộ xã Tân Phú học tập nghị quyết');
  });

  test('Unicode stays what it is', () => {
    for (const text of [ARTICLE, 'Hà Nam, xã Tân Phú', 'đi ăn cơm ưa', 'Tìm µ = 5 µm', 'À, ừ']) {
      expect(found(utf8(text))).toEqual({ text, encoding: 'utf-8' });
      expect(guessEncodings(utf8(text))).toEqual([
        { encoding: 'utf-8', likelihood: 1, broken: 0, sample: expect.any(String) as string },
      ]);
    }
  });
});

describe('old encodings', () => {
  test.each(VIETNAMESE)('%s is found, guessed and read when chosen', (encoding) => {
    const bytes = encodeAs(ARTICLE, encoding);
    expect(found(bytes)).toEqual({ text: ARTICLE, encoding });
    expect(given(bytes, encoding)).toEqual({ text: ARTICLE, encoding });
    const guesses = guessEncodings(bytes);
    expect(guesses.length).toBeLessThanOrEqual(4);
    expect(guesses[0]).toMatchObject({ encoding, broken: 0 });
    expect(guesses[0]?.sample).toMatch(/^Đảng bộ xã Tân Phú học tập nghị quyết Sáng 5\/1\/2015/);
    expect(guesses.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeLessThanOrEqual(1);
  });

  test.each(['tcvn3', 'vni-windows', 'windows-1258'] as const)('%s pasted as Unicode letters', (encoding) => {
    const letters = pastedLetters(encodeAs(ARTICLE, encoding));
    for (const wide of [utf8(letters), encodeAs(letters, 'utf-16le-bom')]) {
      expect(found(wide)).toEqual({ text: ARTICLE, encoding });
      expect(given(wide, encoding)).toEqual({ text: ARTICLE, encoding });
      expect(guessEncodings(wide)[0]).toMatchObject({ encoding, broken: 0 });
    }
  });

  test('the person’s choice counts, a choice that does not exist is refused', () => {
    const bytes = encodeAs(ARTICLE, 'tcvn3');
    expect(given(bytes, 'windows-1252').text).toMatch(/^§¶ng bé x· T©n Phó/);
    expect(given(bytes, 'VNI-Windows')).toMatchObject({ encoding: 'vni-windows' });
    expect(given(bytes, 'utf-8').text).toContain('\uFFFD');
    expect(given(Uint8Array.of(0xb1, 0xb2), 'iso-8859-2')).toEqual({ text: 'ą˛', encoding: 'iso-8859-2' });
    for (const name of ['klingon', '', '__proto__', 'unicode-9'])
      expect(() => given(bytes, name)).toThrow(expect.objectContaining({ code: 'bad-input' }) as Error);
  });

  test('every encoding has a name', () => {
    for (const encoding of ENCODINGS) expect(ENCODING_NAMES[encoding]).toMatch(/\S/);
  });

  test('a page that says its old charset is read with it, unless its letters say otherwise', async () => {
    const page = (charset: string) =>
      `<html><head><meta charset="${charset}"><title>Bài</title></head><body><h1>Đảng bộ xã</h1>` +
      '<p>Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập.</p></body></html>';
    for (const [charset, encoding] of [
      ['windows-1258', 'windows-1258'],
      ['windows-1258', 'tcvn3'],
      ['iso-8859-1', 'vni-windows'],
      ['x-user-defined', 'tcvn3'],
      ['utf-8', 'windows-1258'],
      ['windows-1252', 'utf-8'],
    ] as const) {
      const draft = await draftOf('cu.html', encodeAs(page(charset), encoding));
      expect(draft.encoding).toBe(encoding);
      expect(texts(draft)).toEqual(['Sáng 5/1/2015, Đảng bộ xã Tân Phú tổ chức học tập.']);
    }
    const cyrillic = Uint8Array.from([0xcc, 0xfd, 0xf0, 0x20, 0xf1, 0xea, 0xe0, 0xe7, 0xe0, 0xeb]);
    expect(found(cyrillic, 'windows-1251')).toEqual({ text: 'Мэр сказал', encoding: 'windows-1251' });
  });
});

describe('other languages', () => {
  const TEXTS = [
    'Der Bürgermeister erklärte, dass die Brücke über den Fluss für mehrere Jahre gesperrt wird. „Größer“, sagte Frau Müller.',
    'Le maire a déclaré que l’école resterait fermée jusqu’à l’été. Les élèves étaient très déçus, là où c’est né à Pau.',
    'O prefeito disse não saber quando a construção será concluída. São três anos e ninguém dá uma solução à avó.',
    'El alcalde explicó que la construcción terminará en otoño. ¿Qué pasará con los niños? Según él, nada más.',
    'Borgmesteren siger, at broen over åen først bliver færdig næste år. Det gør ikke noget på øen.',
  ];
  const OTHERS = [
    'Starosta řekl, že most přes řeku bude hotový příští rok. Mnoho lidí je již unavených čekáním.',
    'Belediye başkanı köprünün gelecek yıl açılacağını söyledi. Çocuklar uzun yoldan dolaşıyor.',
    'Burmistrz powiedział, że most przez rzekę będzie gotowy. Łódź płynie, więc są źli.',
  ];

  test('come in as they are, whole and in pieces', () => {
    for (const text of [...TEXTS, ...OTHERS]) {
      for (let at = 0; at + 40 < text.length; at += 9) {
        for (const piece of [text.slice(at), text.slice(at, at + 40)]) {
          expect(found(utf8(piece)), piece).toEqual({ text: piece, encoding: 'utf-8' });
          if (!TEXTS.includes(text) || !/[^\p{ASCII}]/u.test(piece)) continue;
          expect(found(encodeAs(piece, 'windows-1252')), piece).toEqual({
            text: piece,
            encoding: 'windows-1252',
          });
        }
      }
    }
  });

  test('what cannot be told is refused by name, data too', async () => {
    const russian = Uint8Array.from([...'Мэр сказал, что мост через реку закрыт'], (letter) =>
      letter < 'А' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0,
    );
    expect((await refusalOf('bai.txt', russian)).code).toBe('encoding-unknown');
    expect(guessEncodings(russian).length).toBeGreaterThan(1);
    const data = Uint8Array.from(
      { length: 4000 },
      (_, index) => (index * index * 31 + (index >> 3) * 7) & 0xff,
    );
    expect((await refusalOf('bai.txt', data)).code).toBe('file-binary');
    expect(guessEncodings(data)).toEqual([]);
    expect(guessEncodings(new Uint8Array())).toEqual([]);
  });
});

describe('how surely it is found', () => {
  const paragraphs = fixture('doan-van.txt').toString('utf8').trim().split('\n');
  const folder = new URL('../../../../shared/seeds/', import.meta.url);
  const seeds = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const sources = [
    ...paragraphs.filter((line) => line.length > 120),
    paragraphs.join('\n'),
    ...seeds.map((name) => readFileSync(new URL(name, folder), 'utf8').normalize('NFC')),
  ];

  /** Pieces of `length` characters that have at least a few marked words (an address has none). */
  function piecesOf(length: number): string[] {
    const starts = (source: string) =>
      Array.from({ length: Math.min(40, Math.floor(source.length / length)) }, (_, index) => index * length);
    return sources
      .flatMap((source) =>
        starts(source).map((at) => source.slice(source.lastIndexOf(' ', at) + 1).slice(0, length)),
      )
      .filter((piece) => (piece.match(/[^\p{ASCII}]/gu)?.length ?? 0) >= length / 10);
  }

  const writers: [string, Encoding, (text: string) => Uint8Array][] = [
    ...VIETNAMESE.map((encoding): [string, Encoding, (text: string) => Uint8Array] => [
      encoding,
      encoding,
      (text) => encodeAs(text, encoding),
    ]),
    ['viqr without escapes', 'viqr', (text) => utf8(viqr(text, false))],
    ...(['tcvn3', 'vni-windows', 'windows-1258'] as const).map(
      (encoding): [string, Encoding, (text: string) => Uint8Array] => [
        `${encoding}, pasted`,
        encoding,
        (text) => utf8(pastedLetters(encodeAs(text, encoding))),
      ],
    ),
  ];

  test.each(writers)('%s', (_, encoding, write) => {
    const share = (length: number) => {
      const pieces = piecesOf(length);
      const right = pieces.filter(
        (piece) => decode('x', write(piece), { encoding: null }).encoding === encoding,
      );
      return right.length / pieces.length;
    };
    const shares = [30, 60, 120, 300, 1000].map(share);
    if (process.env['ENCODING_TABLE'] !== undefined)
      process.stdout.write(`${_} ${shares.map((value) => (value * 100).toFixed(1)).join(' ')}\n`);
    const [at30 = 0, at60 = 0, ...longer] = shares;
    expect(longer).toEqual([1, 1, 1]);
    // VIQR wants many words before it is believed.
    expect(at60).toBeGreaterThanOrEqual(encoding === 'viqr' ? 0.5 : 0.98);
    expect(at30).toBeGreaterThanOrEqual(encoding === 'viqr' ? 0 : 0.95);
  });
});

describe('whatever is written', () => {
  const syllables =
    fixture('doan-van.txt')
      .toString('utf8')
      .match(/[\p{L}\d]+/gu) ?? [];
  const text = fc
    .array(fc.constantFrom(...syllables.filter((word) => word.slice(1) === word.slice(1).toLowerCase())), {
      minLength: 12,
      maxLength: 80,
    })
    .map((words) => `${words.join(' ')}.\n`);
  const encoders: Encoder[] = [...VIETNAMESE, 'utf-8-bom', 'utf-16le-bom', 'utf-16be-bom'];

  test.each(encoders)('in %s is read as it was', (encoder) => {
    const encoding = encoder.replace('-bom', '');
    fc.assert(
      fc.property(text, (words) => {
        // No capitals with tones in TCVN3.
        const small = encoder === 'tcvn3' ? words.toLowerCase() : words;
        // In VIQR one escaped stop tells that all the others are tones.
        const written = encoder === 'viqr' ? `Sao thế? ${words}` : small;
        expect(given(encodeAs(written, encoder), encoding)).toEqual({ text: written, encoding });
      }),
    );
  });

  test('bytes in any encoding are decoded or refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(null, ...ENCODINGS),
        (bytes, encoding) => {
          const guesses = guessEncodings(bytes);
          expect(guesses.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeLessThanOrEqual(1);
          try {
            expect(decode('x', bytes, { encoding }).text.trim()).not.toBe('');
          } catch (error) {
            // A refusal is an answer; anything else is a bug.
            if (!(error instanceof Refusal)) throw error;
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
