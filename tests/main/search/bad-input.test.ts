import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createDirectIndexer } from '../../../main/search/indexer';
import { realFs } from '../../../main/store/files';
import { importText, openIn, temporaryFolder } from '../store/support';
import { find, libraryOf } from './support';

const ARTICLES = { 'Bài một': ['Có cây bàng.', 'Hết.'], 'Bài hai': ['Có cây phượng.', 'Hết.'] };

async function closedWithIndex(): Promise<{ folder: string; index: string }> {
  const { library } = await libraryOf(ARTICLES);
  await find(library, 'cây');
  await library.close();
  return { folder: library.folder, index: join(library.folder, 'search') };
}

describe('an index that cannot be used', () => {
  it.each([
    ['half a list of its files', (list: string) => list.slice(0, list.length >> 1)],
    [
      'a list of files that are not there',
      (list: string) => list.replaceAll(/[0-9a-f]{16}\.words/gu, `${'0'.repeat(16)}.words`),
    ],
    [
      'a list that names files elsewhere',
      (list: string) => list.replaceAll(/[0-9a-f]{16}\.words/gu, '../articles/x.json'),
    ],
  ])('is made again: %s', async (_, harmed) => {
    const { folder, index } = await closedWithIndex();
    const list = join(index, 'index.json');
    writeFileSync(list, harmed(readFileSync(list, 'utf8')));
    const again = await openIn(folder);
    expect(await find(again, 'cây')).toMatchObject({ total: 2, indexed: { done: 2, total: 2 } });
    expect(again.logged.join(' ')).toContain('made again');
  });

  it('is made again when an earlier program wrote it in its own format', async () => {
    const { folder, index } = await closedWithIndex();
    const list = join(index, 'index.json');
    for (const name of readdirSync(index).filter((each) => each.endsWith('.words'))) {
      const bytes = readFileSync(join(index, name));
      const before = crc32(bytes);
      bytes.writeUInt32LE(1, 4);
      writeFileSync(join(index, name), bytes);
      writeFileSync(list, readFileSync(list, 'utf8').replace(String(before), String(crc32(bytes))));
    }
    const again = await openIn(folder);
    expect(await find(again, 'cây bàng')).toMatchObject({ total: 1, indexed: { done: 2, total: 2 } });
    expect(again.logged.join(' ')).toContain('no segment of this format');
  });

  it.each(['writeSynced', 'rename'] as const)(
    'is the one before when the disk is full (%s)',
    async (step) => {
      const { folder, index } = await closedWithIndex();
      const before = readdirSync(index).sort();
      const full = () => Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      const library = await openIn(folder, { indexer: createDirectIndexer({ ...realFs, [step]: full }) });
      await importText(library, 'Bài ba', ['Có cây đa.', 'Hết.']);
      expect((await find(library, 'cây')).total).toBe(3);
      await library.close();
      expect(library.logged.join(' ')).toContain('will be made again');
      expect(readdirSync(index)).toEqual(expect.arrayContaining(before));
      const again = await openIn(folder);
      expect(await find(again, 'cây')).toMatchObject({ total: 3, indexed: { done: 3, total: 3 } });
    },
  );
});

describe('a query that asks too much', () => {
  it.each([
    ['10,000 characters', 'cây '.repeat(2_500), 'too-long'],
    ['one word of 10,000 letters', 'c'.repeat(10_000), 'too-long'],
    ['a hundred words', 'cây '.repeat(100), 'too-many-words'],
    ['brackets in brackets', `${'('.repeat(900)}cây${')'.repeat(900)}`, 'too-many-words'],
    ['NOT of NOT', `${'NOT '.repeat(400)}cây`, 'too-many-words'],
    ['many beginnings of one letter', 'a* b* c* d* e*', 'too-many-words'],
  ])('is refused, and the person is told where: %s', async (_, query, code) => {
    const { library } = await libraryOf(ARTICLES);
    const answer = await find(library, query);
    expect(answer).toMatchObject({ total: 0, articles: [], problem: { code } });
    expect(answer.problem?.end).toBeLessThanOrEqual(query.length);
  });

  it.each(['(a+)+$', '.*.*.*.*x', String.raw`\p{L}{1,9999}`, '[[[[', '(?<=(c|câ)*)y'])(
    'is never a regular expression: %s',
    async (query) => {
      const library = await openIn(temporaryFolder());
      await importText(library, 'Bài dài', [`${'a'.repeat(50_000)}!`, 'Hết.']);
      expect((await find(library, query)).total).toBe(0);
    },
  );
});
