import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import {
  findLeaves,
  type FoundLeaf,
  type FoundRefusal,
  readLeaf,
  sizeLimitOf,
} from '../../../main/importing/sources';
import { codeOf, encrypted, patched, zipOf } from './zips';

vi.setConfig({ testTimeout: 60_000 });

const MEGABYTE = 1024 * 1024;
const TEXT = 'Xã Tân Phú họp bàn việc làm đường\n\nSáng 5/1, các thôn góp ý kế hoạch làm đường bê tông.\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nguon-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Files at paths below the test's folder; the way to the first folder of the first. */
function put(files: Record<string, string | Uint8Array>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return join(folder, Object.keys(files)[0]?.split('/')[0] ?? '');
}

/** `a.txt` for a leaf, `a.zip: code` for a refusal; below the test's folder. */
const told = (found: readonly (FoundLeaf | FoundRefusal)[]) =>
  found.map((item) => {
    const label = item.label.replace(`${folder}/`, '');
    return 'leaf' in item ? label : `${label}: ${item.refusal.code}`;
  });

const leavesOf = (found: readonly (FoundLeaf | FoundRefusal)[]) =>
  found.flatMap((item) => ('leaf' in item ? [item.leaf] : []));

describe('a folder', () => {
  test('is read through in the order in which a person counts, without what is no article', async () => {
    const root = put({
      'tin/Bài 10.txt': TEXT,
      'tin/Bài 2.TXT': TEXT,
      'tin/Bài 1/phần b.docx': 'x',
      'tin/Bài 1/Phần a.pdf': 'x',
      'tin/Ghi chép': TEXT,
      'tin/kiểu.css': 'p{}',
      'tin/phim.mp4': 'x',
      'tin/.ẩn.txt': TEXT,
      'tin/.git/HEAD.txt': TEXT,
      'tin/~$bài.docx': 'x',
      'tin/Thumbs.db': 'x',
      'tin/desktop.ini': 'x',
      'tin/__MACOSX/a.txt': TEXT,
      'tin/Trang lưu.html': '<p>x',
      'tin/Trang lưu_files/quảng cáo.html': '<p>x',
      'tin/Word lưu.htm': '<p>x',
      'tin/Word lưu.files/header.htm': '<p>x',
      'tin/Hồ sơ_files/a.txt': TEXT,
    });
    expect(told(await findLeaves([root]))).toEqual([
      'tin/Bài 1/Phần a.pdf',
      'tin/Bài 1/phần b.docx',
      'tin/Bài 2.TXT',
      'tin/Bài 10.txt',
      'tin/Ghi chép',
      'tin/Hồ sơ_files/a.txt',
      'tin/Trang lưu.html',
      'tin/Word lưu.htm',
    ]);
  });

  test('that links to itself is read once; linked files are read, dead links are told', async () => {
    const root = put({ 'vòng/con/a.txt': TEXT });
    symlinkSync(root, join(root, 'con', 'vòng lại'));
    symlinkSync(join(root, 'con', 'a.txt'), join(root, 'lối tắt.txt'));
    symlinkSync(join(root, 'không có'), join(root, 'đứt.txt'));
    const found = await findLeaves([root]);
    expect(told(found)).toEqual(['vòng/con/a.txt', 'vòng/đứt.txt', 'vòng/lối tắt.txt']);
    const [, dead] = leavesOf(found);
    expect(await codeOf(() => dead && readLeaf(dead))).toBe('file-not-found');
  });

  test('with nothing to read, too deep or not there is refused', async () => {
    const empty = put({ 'trống/con/a.css': 'p{}' });
    const deep = put({ [`sâu/${'a/'.repeat(40)}a.txt`]: TEXT });
    const found = await findLeaves([empty, deep, join(folder, 'không có')]);
    expect(told(found).map((line) => line.replace(/(?:\/a)+:/, ':'))).toEqual([
      'trống: folder-empty',
      'sâu: file-too-complex',
      'không có: file-not-found',
    ]);
  });

  test('what it may not look into is told, the rest is read', async () => {
    const root = put({ 'khóa/a.txt': TEXT, 'khóa/riêng/b.txt': TEXT });
    chmodSync(join(root, 'riêng'), 0);
    const found = told(await findLeaves([root]));
    chmodSync(join(root, 'riêng'), 0o755);
    // The administrator may look into everything.
    const isAdministrator = process.getuid?.() === 0;
    expect(found).toEqual([
      'khóa/a.txt',
      isAdministrator ? 'khóa/riêng/b.txt' : 'khóa/riêng: file-unreadable',
    ]);
  });

  test('counts while it goes on, and stops when told to', async () => {
    const root = put({ 'đếm/a.txt': TEXT, 'đếm/b.zip': zipOf({ 'c.txt': TEXT }), 'đếm/d.txt': TEXT });
    const counts: number[] = [];
    await findLeaves([root], (count) => counts.push(count));
    expect(counts).toEqual([1, 2, 3]);
    const stop = new Refusal('import-cancelled', { name: 'đếm' });
    const stopped = findLeaves([root], (count) => {
      if (count === 2) throw stop;
    });
    await expect(stopped).rejects.toBe(stop);
  });
});

describe('an archive', () => {
  test('is opened; its files are read by name, from the disk or from bytes', async () => {
    const zip = zipOf({
      'Quý 1/Bài 10.txt': `${TEXT}10`,
      'Quý 1/Bài 9.txt': `${TEXT}9`,
      'Quý 1/trang.html': '<p>x',
      'Quý 1/trang_files/a.html': '<p>x',
      '__MACOSX/Quý 1/._Bài 9.txt': 'x',
      'kiểu.css': 'p{}',
    });
    const path = join(put({ 'nén/tin.zip': zip }), 'tin.zip');
    const lists = [await findLeaves([path]), await findLeaves([{ name: 'tin.zip', bytes: zip }])];
    for (const found of lists) {
      const labels = told(found).map((label) => label.replace('nén/', ''));
      expect(labels).toEqual([
        'tin.zip/Quý 1/Bài 9.txt',
        'tin.zip/Quý 1/Bài 10.txt',
        'tin.zip/Quý 1/trang.html',
      ]);
      const files = await Promise.all(leavesOf(structuredClone(found)).map(readLeaf));
      expect(files.map((file) => file.name)).toEqual(['Bài 9.txt', 'Bài 10.txt', 'trang.html']);
      expect(new TextDecoder().decode(files[1]?.bytes)).toBe(`${TEXT}10`);
    }
  });

  test('inside another is refused, and so is one without articles; the rest is read', async () => {
    const inner = zipOf({ 'a.txt': TEXT });
    const root = put({
      'lồng/a.zip': zipOf({ 'trong.zip': inner, 'trong.rar': 'x', 'b.txt': TEXT }),
      'lồng/b.zip': zipOf({ 'a.css': 'p{}' }),
      'lồng/c.zip': 'không phải tệp nén',
      'lồng/d.zip': '',
      'lồng/e.zip': zipOf({}),
    });
    expect(told(await findLeaves([root]))).toEqual([
      'lồng/a.zip/b.txt',
      'lồng/a.zip/trong.rar: archive-nested',
      'lồng/a.zip/trong.zip: archive-nested',
      'lồng/b.zip: folder-empty',
      'lồng/c.zip: file-damaged',
      'lồng/d.zip: file-empty',
      'lồng/e.zip: folder-empty',
    ]);
  });

  test('that is a document is one file, whatever its name', async () => {
    const root = put({
      'văn bản/a.zip': zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }),
      'văn bản/b.zip': zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': 'x' }),
      'văn bản/c.docx': zipOf({ 'a.txt': TEXT }),
    });
    const found = await findLeaves([root]);
    expect(leavesOf(found).map((leaf) => leaf.kind)).toEqual(['file', 'file', 'file']);
  });

  test('with a password is refused whole, or file by file', async () => {
    const zip = zipOf({ 'a.txt': TEXT, 'b.txt': TEXT });
    expect(told(await findLeaves([{ name: 'khóa.zip', bytes: encrypted(zip) }]))).toEqual([
      'khóa.zip: file-encrypted',
    ]);
    let isFirst = true;
    const half = patched(zip, (view, at) => {
      if (isFirst) view.setUint16(at + 8, 1, true);
      isFirst = false;
    });
    const leaves = leavesOf(await findLeaves([{ name: 'nửa.zip', bytes: half }]));
    const codes = await Promise.all(leaves.map((leaf) => codeOf(() => readLeaf(leaf))));
    expect(codes).toEqual(['file-encrypted', 'read']);
  });

  test('names that lead out of it are only names', async () => {
    const zip = zipOf({
      '../../ngoài.txt': TEXT,
      'C:\\Windows\\bài.txt': TEXT,
      '/etc/a.txt': TEXT,
      'x\u202Etxt.b.txt': TEXT,
    });
    const found = await findLeaves([{ name: 'lạ.zip', bytes: zip }]);
    const files = await Promise.all(leavesOf(found).map(readLeaf));
    expect(files.map((file) => file.name).sort()).toEqual([
      'a.txt',
      'bài.txt',
      'ngoài.txt',
      'x\uFFFDtxt.b.txt',
    ]);
    expect(told(found)).toContain('lạ.zip/../../ngoài.txt');
  });

  test('old names in the Windows code page can be read', async () => {
    const zip = patched(zipOf({ 'B_i s_.txt': TEXT }), (view, at) => {
      view.setUint8(at + 47, 0xe0);
      view.setUint8(at + 51, 0xf4);
      view.setUint16(at + 8, 0, true);
    });
    const found = await findLeaves([{ name: 'cũ.zip', bytes: zip }]);
    expect(told(found)).toEqual(['cũ.zip/Bài sô.txt']);
    expect((await Promise.all(leavesOf(found).map(readLeaf)))[0]?.name).toBe('Bài sô.txt');
  });

  test('that was changed on the disk is read anew', async () => {
    const path = join(put({ 'đổi/a.zip': zipOf({ 'a.txt': 'một' }) }), 'a.zip');
    const read = async () => {
      const [leaf] = leavesOf(await findLeaves([path]));
      return leaf && new TextDecoder().decode((await readLeaf(leaf)).bytes);
    };
    expect(await read()).toBe('một');
    writeFileSync(path, zipOf({ 'a.txt': 'hai' }));
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect(await read()).toBe('hai');
  });

  test('of five thousand files is not read five thousand times', async () => {
    const files = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`Bài ${index}.txt`, TEXT]));
    const path = join(put({ 'nhiều/a.zip': zipOf(files) }), 'a.zip');
    const before = performance.now();
    const leaves = leavesOf(await findLeaves([path]));
    expect(leaves).toHaveLength(5000);
    for (const leaf of leaves) await readLeaf(leaf);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

test('texts may be 32 MB, everything else 256 MB', () => {
  const limits = ['a.txt', 'a.HTML', 'Bài số 5', 'a.zip', 'a.pdf', 'a.mht'].map(
    (name) => sizeLimitOf(name) / MEGABYTE,
  );
  expect(limits).toEqual([32, 32, 32, 256, 256, 256]);
});
