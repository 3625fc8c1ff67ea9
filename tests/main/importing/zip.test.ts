import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { findLeaves, readLeaf } from '../../../main/importing/sources';
import { listZip, readZipEntry } from '../../../main/importing/zip';
import { codeOf, patched, zipOf } from './zips';

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const TEXT = 'Xã Tân Phú họp bàn việc làm đường\n\nSáng 5/1, các thôn góp ý kế hoạch làm đường bê tông.\n';

describe('an archive that was made to do harm', () => {
  const within = async (work: () => unknown) => {
    const before = performance.now();
    const code = await codeOf(work);
    expect(performance.now() - before).toBeLessThan(10_000);
    return code;
  };
  const zeros = zipOf({ 'a.txt': new Uint8Array(100 * MEGABYTE) });

  test('unpacks to too much', async () => {
    expect(await within(() => listZip('bom.zip', zeros))).toBe('archive-too-large');
    expect(await findLeaves([{ name: 'bom.zip', bytes: zeros }])).toEqual([
      { label: 'bom.zip', refusal: { code: 'archive-too-large', params: { name: 'bom.zip', limit: 1024 } } },
    ]);
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.txt`, 'x'.repeat(1000)]),
    );
    const large = patched(zipOf(files), (view, at) => view.setUint32(at + 24, 31 * MEGABYTE, true));
    expect(await within(() => listZip('bom.zip', large))).toBe('archive-too-large');
  });

  test('says that it unpacks to less or more than it does', async () => {
    const less = patched(zeros, (view, at) => view.setUint32(at + 24, 1000, true));
    expect(await within(() => readZipEntry('bom.zip', less, 'a.txt', MEGABYTE))).toBe('file-damaged');
    const more = patched(zipOf({ 'a.txt': TEXT }), (view, at) =>
      view.setUint32(at + 24, 60 * MEGABYTE, true),
    );
    expect(await within(() => readZipEntry('bom.zip', more, 'a.txt', 256 * MEGABYTE))).toBe('file-damaged');
    expect(await within(() => readZipEntry('bom.zip', zipOf({ 'a.txt': TEXT }), 'a.txt', 10))).toBe(
      'archive-too-large',
    );
  });

  test('holds too many files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, index) => [`${index}.txt`, new Uint8Array(0)]),
    );
    expect(await within(() => listZip('bom.zip', zipOf(files)))).toBe('file-too-complex');
  });

  test('has megabytes after the end of a file', async () => {
    const zip = zipSync({
      'a.txt': [strToU8(TEXT.repeat(20)), { level: 9 }],
      'b.txt': [new Uint8Array(40 * MEGABYTE).fill(7), { level: 0 }],
    });
    let isFirst = true;
    const long = patched(zip, (view, at) => {
      if (isFirst) view.setUint32(at + 20, 40 * MEGABYTE, true);
      isFirst = false;
    });
    expect(await within(() => readZipEntry('bom.zip', long, 'a.txt', MEGABYTE))).toMatch(/read|file-damaged/);
  });

  const whole = zipOf({ 'a.txt': TEXT.repeat(30), 'Thư mục/b.txt': TEXT, 'c.html': '<p>x' });

  test('was cut off anywhere', async () => {
    for (let end = 0; end < whole.length; end += 1) {
      const [found] = await findLeaves([{ name: 'cụt.zip', bytes: whole.slice(0, end) }]);
      if (end === 0) expect(found).toHaveProperty('leaf.kind', 'given');
      else expect(found).toHaveProperty('refusal.code', 'file-damaged');
    }
  });

  test('had any of its bytes changed', async () => {
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        for (const item of await findLeaves([{ name: 'a.zip', bytes }]))
          if ('leaf' in item) await codeOf(() => readLeaf(item.leaf));
      }),
      { numRuns: 600 },
    );
  });
});
