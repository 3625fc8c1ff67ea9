import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryIndex } from '#core/search/index/library-index';
import { KeptIndex } from '../../../main/search/kept';
import { realFs } from '../../../main/store/files';

const idOf = (number: number): string => number.toString(16).padStart(16, '0');

function filled(index: LibraryIndex, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    index.add([
      {
        id: idOf(at),
        stamp: idOf(at * 7),
        fields: { title: [`bài ${String(at)}`], text: ['chỉ thị'], note: [] },
      },
    ]);
  }
}

let folder = '';
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'dc-kept-')), 'search');
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

describe('the index on the disk', () => {
  it('comes back as it was written, with what was removed since', async () => {
    const index = new LibraryIndex();
    filled(index, 0, 20);
    index.remove([idOf(3)]);
    await new KeptIndex(realFs, folder).write(index);
    const { index: again, problems } = await new KeptIndex(realFs, folder).read();
    expect(problems).toEqual([]);
    expect(again.stamps()).toEqual(index.stamps());
  });

  it('writes only the segments that are new, and removes the files of those that were merged', async () => {
    const index = new LibraryIndex();
    const kept = new KeptIndex(realFs, folder);
    filled(index, 0, 8);
    await kept.write(index);
    const before = await readdir(folder);
    filled(index, 8, 10);
    await kept.write(index);
    const after = await readdir(folder);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 2);
    filled(index, 10, 80);
    await kept.write(index);
    expect(await readdir(folder)).toHaveLength(index.parts.length + 1);
  });

  it('is empty where nothing was ever written', async () => {
    const { index, problems } = await new KeptIndex(realFs, folder).read();
    expect([index.stamps().size, problems]).toEqual([0, []]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ['changed in one bit', (bytes: Buffer) => bytes.map((byte, at) => (at === 300 ? byte ^ 1 : byte))],
    ['emptied', () => Buffer.alloc(0)],
  ])('leaves out a segment that was %s, and says so', async (_, harmed) => {
    const index = new LibraryIndex();
    filled(index, 0, 9);
    await new KeptIndex(realFs, folder).write(index);
    const [name = ''] = (await readdir(folder)).filter((each) => each.endsWith('.words'));
    await writeFile(join(folder, name), harmed(await readFile(join(folder, name))));
    const { index: again, problems } = await new KeptIndex(realFs, folder).read();
    expect(problems).toHaveLength(1);
    expect(again.parts).toHaveLength(index.parts.length - 1);
    for (const [id, stamp] of again.stamps()) expect(index.stamps().get(id)).toBe(stamp);
  });

  it('is empty when the list of its files is broken, and says so', async () => {
    const index = new LibraryIndex();
    filled(index, 0, 9);
    await new KeptIndex(realFs, folder).write(index);
    await writeFile(join(folder, 'index.json'), '{"segments": [{"file": "../../x.words"}]}');
    const { index: again, problems } = await new KeptIndex(realFs, folder).read();
    expect([again.parts.length, problems.length]).toEqual([0, 1]);
  });
});
