import { readdirSync, readFileSync, writeFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectIndexer, IndexLost, type Indexer } from '../../../main/search/indexer';
import { realFs } from '../../../main/store/files';
import { articleFile } from '../../../main/store/layout';
import { importText, openIn, reopened, temporaryFolder, type Opened } from '../store/support';
import { find, libraryOf, titlesOf } from './support';

const ARTICLES = { 'Bài một': ['Có cây bàng.', 'Hết.'], 'Bài hai': ['Có cây phượng.', 'Hết.'] };

const indexFolder = (library: Opened): string => join(library.folder, 'search');
const segmentsOf = (library: Opened): string[] =>
  readdirSync(indexFolder(library))
    .filter((name) => name.endsWith('.words'))
    .map((name) => join(indexFolder(library), name));

/** Rewrites an article's file as another program would. */
function rewrite(library: Opened, id: string, from: string, to: string): void {
  const path = join(library.folder, articleFile(id));
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

describe('the index of a library', () => {
  it('is kept on the disk, so that nothing is read again', async () => {
    const { library } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    const put: string[] = [];
    const direct = createDirectIndexer(realFs);
    const indexer: Indexer = {
      ...direct,
      put: (articles) => {
        put.push(...articles.map(({ id }) => id));
        return direct.put(articles);
      },
    };
    const again = await reopened(library, { indexer });
    expect((await find(again, 'cây')).total).toBe(2);
    expect(put).toEqual([]);
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['changed', (bytes: Buffer) => bytes.map((byte, at) => (at % 97 === 5 ? byte ^ 8 : byte))],
  ])('is made again where it is %s, and the log says so', async (_, harmed) => {
    const { library } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    await library.close();
    for (const segment of segmentsOf(library)) writeFileSync(segment, harmed(readFileSync(segment)));
    const again = await openIn(library.folder);
    expect(await find(again, 'cây')).toMatchObject({ total: 2, indexed: { done: 2, total: 2 } });
    expect(again.logged.join(' ')).toContain('made again');
  });

  it('of another library is not believed', async () => {
    const { library: other } = await libraryOf({ 'Bài khác': ['Có cây bàng và cây phượng.', 'Hết.'] });
    await find(other, 'cây');
    await other.close();
    const { library } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    await library.close();
    rmSync(indexFolder(library), { recursive: true });
    cpSync(indexFolder(other), indexFolder(library), { recursive: true });
    const again = await openIn(library.folder);
    const answer = await find(again, 'cây bàng');
    expect(await titlesOf(again, answer)).toEqual(['Bài một']);
    expect(answer.indexed).toEqual({ done: 2, total: 2 });
  });

  it('follows an article whose file was changed while the library was closed', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    await library.close();
    rewrite(library, String(ids['Bài một']), 'cây bàng', 'hoa sữa thơm');
    const again = await openIn(library.folder);
    expect((await find(again, 'cây bàng')).total).toBe(0);
    expect(await titlesOf(again, await find(again, 'hoa sữa'))).toEqual(['Bài một']);
  });

  it('never names an article that does not have the words, whatever was written to its file meanwhile', async () => {
    const { library, ids } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    const again = await reopened(library);
    await again.call('search.find', { query: 'x', complete: true });
    rewrite(again, String(ids['Bài một']), 'cây bàng', 'hoa sữa thơm');
    const answer = await find(again, 'cây');
    expect(await titlesOf(again, answer)).toEqual(['Bài hai']);
    expect(answer).toMatchObject({ total: 1 });
    expect(answer.facets.fields).toEqual([{ value: 'text', count: 1 }]);
    expect(await titlesOf(again, await find(again, 'hoa sữa'))).toEqual(['Bài một']);
  });

  it('leaves out an article that it dies of, finds all others, and says that one is missing', async () => {
    const direct = createDirectIndexer(realFs);
    const indexer: Indexer = {
      ...direct,
      put: (articles) =>
        articles.some(({ article }) => Buffer.from(article).includes('phượng'))
          ? Promise.reject(new IndexLost('out of memory'))
          : direct.put(articles),
    };
    const library = await openIn(temporaryFolder(), { indexer });
    for (const [title, paragraphs] of Object.entries(ARTICLES)) await importText(library, title, paragraphs);
    const answer = await find(library, 'cây');
    expect(await titlesOf(library, answer)).toEqual(['Bài một']);
    expect(answer.indexed).toEqual({ done: 1, total: 2 });
    expect(library.logged.join(' ')).toContain('cannot be searched');
  });

  it('answers when the disk does not take it', async () => {
    const direct = createDirectIndexer(realFs);
    const indexer: Indexer = { ...direct, write: () => Promise.reject(new Error('ENOSPC')) };
    const library = await openIn(temporaryFolder(), { indexer });
    await importText(library, 'Bài một', ARTICLES['Bài một']);
    expect((await find(library, 'cây')).total).toBe(1);
    await library.close();
    expect(library.logged.join(' ')).toContain('will be made again');
    const again = await openIn(library.folder);
    expect((await find(again, 'cây')).total).toBe(1);
  });

  it('tells how far it is', async () => {
    const { library } = await libraryOf(ARTICLES);
    await find(library, 'cây');
    const progress = library.events.filter(({ name }) => name === 'search.progress');
    expect(progress.at(-1)?.payload).toEqual({ done: 2, total: 2 });
  });
});
