import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { readPdf } from '../../../main/importing/pdf/index';
import { PLAIN_OPTIONS, type ReadOptions } from '../../../main/importing/reading';
import { column, PAGE, paragraph, pdfOf } from './pdf-material';
import { faxPicture, jpegPicture, scansOf } from './scan-material';

vi.setConfig({ testTimeout: 60_000 });

const WIDTH = PAGE.right - PAGE.left;

async function refusalOf(bytes: Uint8Array, options: Partial<ReadOptions> = {}): Promise<string> {
  try {
    await readPdf({ name: 'bai.pdf', bytes }, { ...PLAIN_OPTIONS, ...options });
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'article';
}

describe('refusals', () => {
  test('a password to open it; one that only forbids changes is no obstacle', async () => {
    const draw = (doc: PDFKit.PDFDocument) => column(doc, paragraph(1), PAGE.left, 100, WIDTH);
    expect(await refusalOf(await pdfOf(draw, { userPassword: 'bi mat' }))).toBe('file-encrypted');
    expect(await refusalOf(await pdfOf(draw, { ownerPassword: 'bi mat' }))).toBe('article');
  });

  test('a picture that says it is as large as a town is not unpacked', async () => {
    const bytes = scansOf([{ picture: jpegPicture(16, 16) }]);
    const frame = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0, 0x00, 0x0b]));
    expect(frame).toBeGreaterThan(0);
    bytes.set([0xff, 0xff, 0xff, 0xfe], frame + 5);
    const readPage = () => Promise.resolve([]);
    expect(await refusalOf(bytes, { readPage })).toBe('file-too-complex');
  });

  test('an empty page has no article', async () => {
    const bytes = await pdfOf((doc) => doc.rect(100, 100, 50, 50).fill());
    expect(await readPdf({ name: 'trang.pdf', bytes }, PLAIN_OPTIONS)).toEqual([]);
  });

  test('cut anywhere: an article or a refusal', async () => {
    const bytes = await pdfOf((doc) => {
      for (let page = 1; page <= 6; page += 1) column(doc, paragraph(page, 9), PAGE.left, doc.y, WIDTH);
    });
    for (let share = 0; share < 1; share += 0.04) {
      const code = await refusalOf(bytes.slice(0, Math.floor(bytes.length * share)));
      expect(['file-damaged', 'article']).toContain(code);
    }
  });

  test('bytes changed anywhere: an article or a refusal, in bounded time', async () => {
    const bytes = await pdfOf((doc) => {
      doc.font('bold');
      column(doc, 'Xã Tân Phú chuẩn bị vụ xuân', PAGE.left, 80, WIDTH);
      doc.font('regular');
      for (let page = 1; page <= 3; page += 1) column(doc, paragraph(page, 4), PAGE.left, doc.y, WIDTH);
    });
    const plain = await pdfOf((doc) => column(doc, paragraph(1), PAGE.left, 80, WIDTH), { compress: false });
    const scan = scansOf([{ picture: jpegPicture(64, 64) }, { picture: faxPicture(96) }]);
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) });
    const changes = fc.array(change, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(bytes, plain, scan), changes, async (original, list) => {
        const changed = original.slice();
        for (const { at, byte } of list) changed[Math.floor(at * (changed.length - 1))] = byte;
        const before = performance.now();
        await refusalOf(changed, { readPage: () => Promise.resolve([]) });
        expect(performance.now() - before).toBeLessThan(5000);
      }),
      { numRuns: 250 },
    );
  });

  test('progress counts pages, and what it throws comes through', async () => {
    const bytes = await pdfOf((doc) => {
      for (const page of [1, 2, 3]) {
        if (page > 1) doc.addPage();
        column(doc, paragraph(page), PAGE.left, 100, WIDTH);
      }
    });
    const onProgress = vi.fn();
    await refusalOf(bytes, { onProgress });
    expect(onProgress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const stop = new Error('stop');
    const cancelled = refusalOf(bytes, {
      onProgress: (done) => {
        if (done === 2) throw stop;
      },
    });
    await expect(cancelled).rejects.toBe(stop);
  });
});
