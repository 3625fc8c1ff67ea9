import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '#core/refusal';
import { textOf } from '#core/article';
import { decodeTiff, pngOf } from '../../../main/importing/image';
import type { OcrEngine } from '../../../main/importing/ocr/engine';
import type { ReadLine } from '../../../main/importing/reading';
import { only, readLine, readScan, refusedWith, scan, startEngine } from './ocr-material';

/** The machine may have much else to do. */
const SLOW = 120_000;

describe('printed Vietnamese', { timeout: SLOW }, () => {
  let engine: OcrEngine;
  beforeAll(() => {
    engine = startEngine(SLOW);
  });
  afterAll(() => engine.close());

  test('a clean page is read letter by letter, paragraph by paragraph', async () => {
    const part = await only(readScan('bai-ro.png', { readPage: engine.readPage }));
    expect(part.article.title).toBe('Hội nghị bàn giải pháp giữ nước cho vùng chè Tân Lũng');
    expect(part.article.dek).toBeNull();
    expect(part.article.blocks.map((block) => block.text)).toEqual([
      'Ngày 12/3/2026, tại nhà văn hóa thôn Khe Sậu, Ủy ban nhân dân xã Tân Lũng tổ chức hội nghị bàn giải pháp giữ nước cho vùng chè. Dự hội nghị có đại diện 14 tổ hợp tác và 86 hộ trồng chè.',
      'Phát biểu khai mạc, ông Nguyễn Hữu Thoại, Chủ tịch Ủy ban nhân dân xã, cho biết mùa khô năm nay lượng mưa chỉ bằng 62% so với trung bình nhiều năm. Ba hồ chứa trên địa bàn đã xuống dưới mực nước chết từ giữa tháng Hai.',
      '“Phải giữ từng khối nước, bắt đầu từ con mương trước cửa nhà mình”, ông Thoại nhấn mạnh.',
      'Hội nghị thống nhất giao Tổ kỹ thuật khảo sát 7,5 km kênh nội đồng, hoàn thành trước ngày 30/4; các thôn đăng ký diện tích tưới nhỏ giọt theo mẫu thống nhất và nộp về xã vào thứ Sáu hằng tuần.',
    ]);
    expect(part.pages).toEqual([1, 1, 1, 1]);
    expect(part.machineRead?.confidence).toBeGreaterThan(90);
  });

  test('the pages of a fax are one article, without their numbers', async () => {
    const seen: string[] = [];
    const part = await only(
      readScan('ke-hoach-2-trang.tif', {
        readPage: engine.readPage,
        onProgress: (done, total) => seen.push(`${done}/${total}`),
      }),
    );
    expect(seen).toEqual(['0/2', '1/2', '2/2']);
    const ends = part.article.blocks.slice(-7).map((block) => block.text.split(' ').slice(-2).join(' '));
    expect(ends).toEqual([
      'héc ta.',
      'năm 2025.',
      'GIẢI PHÁP',
      'phòng hộ.',
      'héc ta.',
      'thực vật.',
      'hằng năm.',
    ]);
    expect(part.pages?.slice(-7)).toEqual([1, 1, 2, 2, 2, 2, 2]);
    expect(textOf(part.article)).not.toMatch(/^\d$/m);
  });

  test.each(['thong-bao-xoay.jpg', 'thong-bao-nguoc.png', 'thong-bao.webp'])(
    '%s is set upright',
    async (name) => {
      const part = await only(readScan(name, { readPage: engine.readPage }));
      expect(part.article.title).toBe('Thông báo lịch tiêm phòng');
      expect(textOf(part.article)).toContain('thôn Khe Sậu vào sáng thứ Bảy, ngày 18/4/2026.');
    },
  );

  test('words that the machine is not sure of are marked in a blurred picture', async () => {
    const { article, machineRead } = await only(readScan('thong-bao-mo.jpg', { readPage: engine.readPage }));
    expect(machineRead?.confidence).toBeLessThan(80);
    const marked = (machineRead?.doubtful ?? []).map((word) =>
      article.blocks[word.block]?.text.slice(word.start, word.end),
    );
    expect(marked.length).toBeGreaterThan(3);
    expect(marked.every((word) => /\S/.test(word ?? ''))).toBe(true);
  });

  test('empty and broken pictures are refused, and the engine goes on', async () => {
    const options = { readPage: engine.readPage };
    expect(await refusedWith(readScan('trang-trong.png', options))).toBe(
      'scan-without-words trang-trong.png',
    );
    const broken = scan('thong-bao-nguoc.png').fill(0x55, 60, 900);
    expect(await refusedWith(readScan('hong.png', options, broken))).toBe('file-damaged hong.png');
    const raw = decodeTiff('xam.tif', scan('tiff/xam.tif')).page(0);
    expect(await engine.readPage(raw)).toBeInstanceOf(Array);
  });
});

describe('pages', () => {
  const readAll = (pages: ReadLine[][]) => {
    const left = [...pages];
    return { readPage: () => Promise.resolve(left.shift() ?? []) };
  };
  const two = 'ke-hoach-2-trang.tif';

  test('numbers are taken out, and a sentence goes on over the turn of the page', async () => {
    const pages = [
      [
        readLine('Kế hoạch trồng chè của xã'),
        readLine('Các thôn rà soát diện tích, báo cáo'),
        readLine('kết quả cho Ủy ban nhân dân xã trong', false),
        readLine('- 1 -'),
      ],
      [readLine('2'), readLine('tháng Ba.'), readLine('Kinh phí do xã cấp.', true, 60)],
    ];
    const part = await only(readScan(two, readAll(pages)));
    expect(part.article.blocks.map((block) => block.text)).toEqual([
      'Các thôn rà soát diện tích, báo cáo kết quả cho Ủy ban nhân dân xã trong tháng Ba.',
      'Kinh phí do xã cấp.',
    ]);
    expect(part.pages).toEqual([1, 2]);
    expect(part.article.removed).toEqual([
      { text: '- 1 -', before: 1, reason: 'running-head' },
      { text: '2', before: 1, reason: 'running-head' },
    ]);
    expect(part.machineRead?.doubtful.map((word) => word.block)).toEqual([1, 1, 1, 1, 1]);
  });

  test('shapes that only look like letters are no article', async () => {
    const noise = [[readLine('xẽ Ñ ưgi', true, 25), readLine('lợn tơi', true, 20)], []];
    expect(await refusedWith(readScan(two, readAll(noise)))).toBe(`scan-without-words ${two}`);
    expect(await refusedWith(readScan(two, readAll([])))).toBe(`scan-without-words ${two}`);
    expect(await refusedWith(readScan(two, {}))).toBe(`scan-not-read ${two}`);
  });

  test('whoever cancels is heard, and a refusal of the engine gets the name of the file', async () => {
    const onProgress = () => {
      throw new Refusal('import-cancelled', { name: two });
    };
    expect(await refusedWith(readScan(two, { ...readAll([]), onProgress }))).toBe(`import-cancelled ${two}`);
    const readPage = () => Promise.reject(new Refusal('file-too-complex', { name: '' }));
    expect(await refusedWith(readScan(two, { readPage }))).toBe(`file-too-complex ${two}`);
  });
});

describe('picture files', () => {
  const page = (name: string) => decodeTiff(name, scan(`tiff/${name}.tif`)).page(0);

  test.each(['g4', 'g3', 'g3-2d', 'rle', 'packbits', 'nguoc-bit'])(
    'fax and other packings: %s',
    (packing) => {
      expect(page(`den-trang-${packing}`)).toEqual(page('den-trang'));
    },
  );

  test.each(['lzw', 'deflate', 'xoay'])('grey pictures: %s', (packing) => {
    expect(page(`xam-${packing}`)).toEqual(page('xam'));
  });

  test('a JPEG inside a TIFF file, and the PNG that is shown', () => {
    const [grey, jpeg] = [page('xam'), page('xam-jpeg')];
    expect([jpeg.width, jpeg.height, jpeg.channels]).toEqual([grey.width, grey.height, 3]);
    const apart = grey.data.map((value, index) => Math.abs(value - (jpeg.data[index * 3] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(60);
    expect([...pngOf(grey).slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
  });

  test('what is cut off, too large, or no picture is refused before it is read', async () => {
    const options = { readPage: () => Promise.resolve([]) };
    for (const name of ['bai-ro.png', 'thong-bao-xoay.jpg', 'thong-bao.webp', 'ke-hoach-2-trang.tif']) {
      const bytes = scan(name);
      for (const part of [0.3, 0.7, 0.98])
        expect(await refusedWith(readScan(name, options, bytes.slice(0, bytes.length * part)))).toBe(
          `file-damaged ${name}`,
        );
    }
    const huge = scan('bai-ro.png');
    new DataView(huge.buffer).setUint32(16, 60_000);
    expect(await refusedWith(readScan('to.png', options, huge))).toBe('file-too-complex to.png');
    expect(await refusedWith(readScan('a.png', options, new Uint8Array(40)))).toBe('file-damaged a.png');
  });

  test('bytes that were changed give a picture or a refusal, soon', () => {
    for (const name of [
      'den-trang-g4',
      'den-trang-g3-2d',
      'xam-lzw',
      'xam-deflate',
      'xam-jpeg',
      'den-trang-packbits',
    ]) {
      for (let seed = 1; seed <= 150; seed += 1) {
        const bytes = scan(`tiff/${name}.tif`);
        for (let change = 0, at = seed * 7919; change < 3; change += 1, at = at * 31 + 17)
          bytes[at % bytes.length] = (at >> 3) & 255;
        try {
          const image = decodeTiff(name, bytes).page(0);
          expect(image.data).toHaveLength(image.width * image.height * image.channels);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }
    }
  });
});

describe('the engine', { timeout: SLOW }, () => {
  test('ends a page that takes too long, and reads the next one', async () => {
    const engine = startEngine(1);
    expect(await refusedWith(engine.readPage(scan('bai-ro.png')))).toBe('file-too-complex');
    expect(await refusedWith(engine.readPage(scan('bai-ro.png')))).toBe('file-too-complex');
    await engine.close();
  });

  test('is closed while it reads', async () => {
    const engine = startEngine();
    const page = refusedWith(engine.readPage(scan('bai-ro.png')));
    const next = refusedWith(engine.readPage(scan('bai-ro.png')));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await engine.close();
    expect(await page).toBe('import-cancelled');
    expect(await next).toBe('import-cancelled');
    expect(await refusedWith(engine.readPage(scan('bai-ro.png')))).toBe('import-cancelled');
  });
});
