import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { readPdf } from '../../../main/importing/pdf/index';
import {
  type PageImage,
  PLAIN_OPTIONS,
  type ReadLine,
  type ReadOptions,
  type ReadPart,
} from '../../../main/importing/reading';
import { column, PAGE, paragraph, pdfOf } from './pdf-material';
import {
  bitPicture,
  colourPicture,
  type EncodedPicture,
  faxPicture,
  greyPicture,
  jbig2Picture,
  jpegPicture,
  scansOf,
} from './scan-material';

vi.setConfig({ testTimeout: 60_000 });

const LINES: ReadLine[] = [
  'Xã Tân Phú chuẩn bị vụ xuân',
  'Ủy ban nhân dân xã họp các thôn.',
  'Các thôn báo cáo về xã.',
  'Phòng chuyên môn của huyện kiểm tra việc gieo cấy tại thôn Đông.',
].map((text) => ({
  text,
  gap: true,
  words: text.split(' ').map((word) => ({ text: word, confidence: word === 'thôn' ? 50 : 90 })),
}));

const read = (bytes: Uint8Array, options: Partial<ReadOptions>): Promise<ReadPart[]> =>
  readPdf({ name: 'quet.pdf', bytes }, { ...PLAIN_OPTIONS, ...options });

/** The picture that the machine is given of the first page. */
async function imageOf(bytes: Uint8Array): Promise<PageImage> {
  const images: PageImage[] = [];
  await read(bytes, {
    readPage: (image) => {
      if (image instanceof Uint8Array) throw new Error('bytes');
      images.push(image);
      return Promise.resolve(LINES);
    },
  });
  const [image] = images;
  if (image === undefined) throw new Error('no picture');
  expect(image.data.length).toBe(image.width * image.height * image.channels);
  return image;
}

/** Grey at a share of the width and height. */
const at = ({ width, height, data }: PageImage, x: number, y: number) =>
  data[Math.floor(y * height) * width + Math.floor(x * width)];

const CORNERS: readonly [number, number][] = [
  [0.05, 0.05],
  [0.95, 0.05],
  [0.95, 0.95],
  [0.05, 0.95],
];

/** Which corners are dark, clockwise from the upper left. */
const darkCorners = (image: PageImage) => CORNERS.map(([x, y]) => (at(image, x, y) ?? 0) < 128);
const UPPER_LEFT = [true, false, false, false];

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'article';
}

describe('the picture of a scanned page', () => {
  const pictures: [string, EncodedPicture][] = [
    ['grey', greyPicture(64, 96)],
    ['colour', colourPicture(64, 96)],
    ['one bit', bitPicture(60, 96, 'picture')],
    ['a mask', bitPicture(60, 96, 'mask')],
    ['fax', faxPicture(96)],
    ['JBIG2', jbig2Picture(96)],
    ['JPEG', jpegPicture(64, 64)],
  ];

  test.each(pictures)('%s', async (_, picture) => {
    const image = await imageOf(scansOf([{ picture }]));
    expect([image.width, image.height, image.channels]).toEqual([833, 1250, 1]);
    expect(darkCorners(image)).toEqual(UPPER_LEFT);
    expect(at(image, 0.3, 0.05)).toBeGreaterThan(240);
    expect(at(image, 0.2, 0.1)).toBeLessThan(15);
    expect(at(image, 0.05, 0.15)).toBeGreaterThan(240);
  });

  test('has the points of the scan, up to 400 an inch', async () => {
    const sizeOf = async (width: number, height: number) => {
      const image = await imageOf(scansOf([{ picture: bitPicture(width, height, 'picture') }]));
      return [image.width, image.height];
    };
    expect(await sizeOf(1600, 2400)).toEqual([1600, 2400]);
    expect(await sizeOf(3200, 4800)).toEqual([2222, 3333]);
  });

  test.each([
    [0, UPPER_LEFT, [833, 1250]],
    [90, [false, true, false, false], [1250, 833]],
    [180, [false, false, true, false], [833, 1250]],
    [270, [false, false, false, true], [1250, 833]],
  ])('a page turned by %s degrees', async (rotate, corners, size) => {
    const image = await imageOf(scansOf([{ picture: greyPicture(64, 96), rotate }]));
    expect(darkCorners(image)).toEqual(corners);
    expect([image.width, image.height]).toEqual(size);
  });

  test('a picture that its placement turns back', async () => {
    const bytes = scansOf([{ picture: greyPicture(96, 64), place: '0 600 -400 0 400 0', rotate: 90 }]);
    expect(darkCorners(await imageOf(bytes))).toEqual(UPPER_LEFT);
  });

  test('layers lie one over the other', async () => {
    const picture = bitPicture(60, 96, 'mask');
    const image = await imageOf(scansOf([{ picture, after: 'q 1 0 0 rg -400 0 0 600 400 0 cm /P Do Q' }]));
    expect(darkCorners(image)).toEqual([true, true, false, false]);
    expect(at(image, 0.95, 0.05)).toBeGreaterThan(60);
  });
});

describe('what a machine read', () => {
  const scan = { picture: greyPicture(64, 96) };

  test('becomes the article, with its doubtful words and pages', async () => {
    const [part] = await read(scansOf([scan, scan]), {
      readPage: vi.fn().mockResolvedValueOnce(LINES.slice(0, 3)).mockResolvedValueOnce(LINES.slice(3)),
    });
    expect(part?.article.title).toBe('Xã Tân Phú chuẩn bị vụ xuân');
    expect(part?.article.blocks.map((block) => block.text)).toEqual([
      'Ủy ban nhân dân xã họp các thôn.',
      'Các thôn báo cáo về xã.',
      'Phòng chuyên môn của huyện kiểm tra việc gieo cấy tại thôn Đông.',
    ]);
    expect(part?.pages).toEqual([1, 1, 2]);
    expect(part?.machineRead?.doubtful).toEqual([
      { block: 1, start: 4, end: 8, confidence: 50 },
      { block: 2, start: 54, end: 58, confidence: 50 },
    ]);
  });

  test('stands between the pages with letters', async () => {
    const text = await pdfOf((doc) => column(doc, paragraph(1), PAGE.left, 100, 400));
    const [part] = await read(text, { readPage: () => Promise.reject(new Error('not asked')) });
    expect(part?.machineRead).toBeNull();
  });

  test('without a machine a scan is refused, and a page of it among others is passed over', async () => {
    expect(await codeOf(read(scansOf([scan, scan]), {}))).toBe('scan-not-read');
    const words = 'BT /F 12 Tf 40 500 Td (Hop dong mua ban lua giong vu xuan nam nay cua hop tac xa) Tj ET';
    const mixed = scansOf([scan, { picture: greyPicture(8, 8), place: '40 0 0 60 0 0', after: words }]);
    const [part] = await read(mixed, {});
    expect(part?.pages).toEqual([2]);
    const [whole] = await read(mixed, { readPage: () => Promise.resolve(LINES) });
    expect(whole?.pages).toEqual([1, 1, 1, 2]);
  });

  test('the stamp of the program that made the scan is no text', async () => {
    const after = 'BT /F 9 Tf 40 10 Td (Scanned with CamScanner) Tj ET';
    const stamped = scansOf([{ ...scan, after }]);
    expect(await codeOf(read(stamped, {}))).toBe('scan-not-read');
    const [part] = await read(stamped, { readPage: () => Promise.resolve(LINES) });
    expect(part?.article.removed).toEqual([
      { text: 'Scanned with CamScanner', reason: 'running-head', before: 0 },
    ]);
  });

  test('no words in it, a picture that cannot be decoded, and a machine that was stopped', async () => {
    expect(await codeOf(read(scansOf([scan]), { readPage: () => Promise.resolve([]) }))).toBe(
      'scan-without-words',
    );
    const broken = { ...jpegPicture(64, 64), data: Uint8Array.from([1, 2, 3]) };
    const readPage = vi.fn().mockResolvedValue(LINES);
    expect(await codeOf(read(scansOf([{ picture: broken }]), { readPage }))).toBe('scan-without-words');
    expect(readPage).not.toHaveBeenCalled();
    const stop = new Refusal('import-cancelled', { name: 'quet.pdf' });
    await expect(read(scansOf([scan]), { readPage: () => Promise.reject(stop) })).rejects.toBe(stop);
  });
});
