import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KeptIndex } from '../../../main/search/kept';
import { realFs } from '../../../main/store/files';
import { importText, openIn, reopened, temporaryFolder } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

const QUERY = 'cây';

/** The folder of a closed library whose index has several segments, and what a query finds in it. */
async function written(): Promise<{ folder: string; titles: string[] }> {
  const { library } = await libraryOf({
    'Bài một': ['Có cây bàng.', 'Hết.'],
    'Bài hai': ['Có cây phượng.', 'Hết.'],
  });
  await find(library, QUERY);
  const again = await reopened(library);
  await importText(again, 'Bài ba', ['Có cây đa.', 'Hết.']);
  const titles = (await titlesOf(again, await find(again, QUERY))).sort();
  await again.close();
  return { folder: library.folder, titles };
}

it('an index that is cut off or changed at any byte never tells anything else than the articles', async () => {
  const { folder, titles } = await written();
  expect(titles).toHaveLength(3);
  const copies = temporaryFolder();
  const harm = fc.record({
    file: fc.nat(),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bit: fc.option(fc.nat(7)),
  });
  let copy = 0;
  await fc.assert(
    fc.asyncProperty(harm, async ({ file, at, bit }) => {
      copy += 1;
      const mine = join(copies, String(copy));
      mkdirSync(mine);
      cpSync(folder, mine, { recursive: true });
      const names = readdirSync(join(mine, 'search')).sort();
      const path = join(mine, 'search', names[file % names.length] ?? '');
      const bytes = readFileSync(path);
      const place = Math.floor(at * bytes.length);
      if (bit === null) writeFileSync(path, bytes.subarray(0, place));
      else writeFileSync(path, bytes.fill((bytes[place] ?? 0) ^ (1 << bit), place, place + 1));
      const again = await openIn(mine);
      const answer = await find(again, QUERY);
      expect((await titlesOf(again, answer)).sort()).toEqual(titles);
      expect(answer).toMatchObject({ total: 3, indexed: { done: 3, total: 3 } });
      await again.close();
      // What was made again is whole on the disk.
      const { problems } = await new KeptIndex(realFs, join(mine, 'search')).read();
      expect(problems).toEqual([]);
      rmSync(mine, { recursive: true });
    }),
    { numRuns: 40 },
  );
});
