import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createThreadIndexer } from '../../../main/search/thread';
import { importText, openIn, reopened, temporaryFolder } from '../store/support';
import { find, titlesOf } from './support';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let dist = '';

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'doi-chieu-thread-'));
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'main/search/worker.ts',
      outDir: join(dist, 'search'),
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
});
afterAll(() => rmSync(dist, { recursive: true }));

describe('the index in a thread', () => {
  it('answers as it does without one, and again from the disk', async () => {
    const library = await openIn(temporaryFolder(), { indexer: createThreadIndexer({ dist }) });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    await importText(library, 'Bài hai', ['Có chữ khác.', 'Hết.']);
    expect(await titlesOf(library, await find(library, 'đảng'))).toEqual(['Bài một']);
    const again = await reopened(library, { indexer: createThreadIndexer({ dist }) });
    expect(await titlesOf(again, await find(again, 'khác'))).toEqual(['Bài hai']);
    expect(again.logged).toEqual([]);
  });

  it('is started anew when it is lost, and the question is answered', async () => {
    const indexer = createThreadIndexer({ dist });
    const library = await openIn(temporaryFolder(), { indexer });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    expect((await find(library, 'đảng')).total).toBe(1);
    // What a thread that ran out of memory leaves behind: nothing, and nobody who answers.
    await indexer.close();
    expect((await find(library, 'đảng')).total).toBe(1);
    await importText(library, 'Bài hai', ['Cũng có đảng bộ.', 'Hết.']);
    await indexer.close();
    expect(await find(library, 'đảng')).toMatchObject({ total: 2, indexed: { done: 2, total: 2 } });
  });

  it('refuses with a message when it cannot be started', async () => {
    const library = await openIn(temporaryFolder(), {
      indexer: createThreadIndexer({ dist: join(dist, 'nowhere') }),
    });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    await expect(library.call('search.find', { query: 'đảng' })).rejects.toMatchObject({
      code: 'search-failed',
    });
    expect(library.logged.join(' ')).toContain('lost');
  });

  it('refuses when it dies of every question', async () => {
    const deadly = mkdtempSync(join(tmpdir(), 'doi-chieu-thread-'));
    mkdirSync(join(deadly, 'search'));
    writeFileSync(join(deadly, 'search', 'package.json'), '{"type":"module"}');
    writeFileSync(
      join(deadly, 'search', 'worker.js'),
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', ({ id, question }) => {
         if (question.call !== 'open') process.exit(3);
         const value = { stamps: new Map(), problems: [], ids: [] };
         parentPort.postMessage({ id, is: 'done', value, snapshot: null });
       });`,
    );
    const library = await openIn(temporaryFolder(), { indexer: createThreadIndexer({ dist: deadly }) });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    await expect(library.call('search.find', { query: 'đảng' })).rejects.toMatchObject({
      code: 'search-failed',
    });
    await library.close();
    rmSync(deadly, { recursive: true });
  });
});
