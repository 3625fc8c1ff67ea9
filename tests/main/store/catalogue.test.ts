import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addQuote, importText, openIn, temporaryFolder, withArticles, type Opened } from './support';

const CATALOGUE = 'catalogue.json';

/** The rows that a person sees first: those that were there before any file was compared. */
async function firstRows(folder: string): Promise<unknown[]> {
  const opened = await openIn(folder, { verify: 'later' });
  const rows = await rowsOf(opened);
  await opened.close();
  return rows;
}

async function rowsOf({ call }: Opened): Promise<unknown[]> {
  const { articles } = await call('library.snapshot', {});
  return articles.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A closed library whose articles have notes, tags and places on the shelf, and its rows. */
async function prepared(): Promise<{ folder: string; rows: unknown[]; ids: string[] }> {
  const { library, ids } = await withArticles(3);
  await addQuote(library, ids[0] ?? '', 'Đồng chí Bí thư', {
    kind: 'task',
    tags: ['Mới', 'Gấp'],
    note: 'xem',
  });
  await library.call('articles.remove', { ids: ids.slice(1, 2) });
  const rows = await rowsOf(library);
  await library.close();
  return { folder: library.folder, rows, ids };
}

describe('the catalogue', () => {
  it('gives the same rows as the articles do, time and again', async () => {
    const { folder, rows, ids } = await prepared();
    expect(await firstRows(folder)).toEqual(rows);

    // One row changes, one comes, and the others are written again as they were read.
    const library = await openIn(folder);
    await addQuote(library, ids[2] ?? '', 'Hội nghị thảo luận');
    await importText(library, 'Bài bốn', ['Một đoạn khác hẳn, đủ dài để là một đoạn.']);
    const changed = await rowsOf(library);
    await library.close();
    expect(changed).toHaveLength(4);
    expect(await firstRows(folder)).toEqual(changed);
    writeFileSync(join(folder, CATALOGUE), '');
    expect(await firstRows(folder)).toEqual(changed);
  });

  it('is JSON for every other program', async () => {
    const { folder } = await prepared();
    const json = JSON.parse(readFileSync(join(folder, CATALOGUE), 'utf8')) as { rows: []; files: [] };
    expect([json.rows.length, json.files.length]).toEqual([3, 3]);
  });

  it('is made again when it ends anywhere or one of its bytes is another', async () => {
    const { folder, rows } = await prepared();
    const path = join(folder, CATALOGUE);
    const whole = readFileSync(path);
    const place = fc.integer({ min: 0, max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const other = Buffer.from(whole);
        other[at] = byte;
        for (const broken of [whole.subarray(0, at), other]) {
          writeFileSync(path, broken);
          expect(await firstRows(folder)).toEqual(rows);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('of another library is not taken', async () => {
    const { folder, rows } = await prepared();
    const other = await openIn(temporaryFolder());
    await importText(other, 'Bài của thư viện khác');
    await other.close();
    copyFileSync(join(other.folder, CATALOGUE), join(folder, CATALOGUE));
    expect(await firstRows(folder)).toEqual(rows);
  });
});
