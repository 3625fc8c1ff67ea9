import { fork, type Serializable } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Channel } from '../../../main/search/asking';
import { createProcessIndexer } from '../../../main/search/process';
import { createThreadIndexer } from '../../../main/search/thread';
import { importText, openIn, reopened, temporaryFolder } from '../store/support';
import { find, titlesOf } from './support';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let dist = '';

const bundled = (entry: string, part: string) =>
  build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir: join(dist, part),
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'doi-chieu-thread-'));
  writeFileSync(join(dist, 'package.json'), '{"type":"module"}');
  await bundled('main/search/worker.ts', 'search');
  await bundled('main/search/process-entry.ts', 'indexing');
});
afterAll(() => rmSync(dist, { recursive: true }));

/** As the app starts it, in plain Node. */
function childOf(folder: string): Channel {
  const child = fork(join(folder, 'indexing', 'worker.js'), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    post: (message) => child.send(message as Serializable),
    listen: (hear, ended) => {
      child.on('message', hear);
      void exited.then(() => ended('The process ended.'));
    },
    end: async () => {
      child.kill();
      await exited;
    },
  };
}

describe.each([
  ['threads', (folder: string) => createThreadIndexer({ dist: folder })],
  ['a process', (folder: string) => createProcessIndexer(() => childOf(folder))],
])('the index in %s', (_, create) => {
  it('answers as it does without one, and again from the disk', async () => {
    const library = await openIn(temporaryFolder(), { indexer: create(dist) });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    await importText(library, 'Bài hai', ['Có chữ khác.', 'Hết.']);
    expect(await titlesOf(library, await find(library, 'đảng'))).toEqual(['Bài một']);
    const again = await reopened(library, { indexer: create(dist) });
    expect(await titlesOf(again, await find(again, 'khác'))).toEqual(['Bài hai']);
    expect(again.logged).toEqual([]);
  });

  it('is started anew when it is lost, and the question is answered', async () => {
    const indexer = create(dist);
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
      indexer: create(join(dist, 'nowhere')),
    });
    await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
    await expect(library.call('search.find', { query: 'đảng' })).rejects.toMatchObject({
      code: 'search-failed',
    });
    expect(library.logged.join(' ')).toContain('lost');
  });
});

describe('a thread of the index', () => {
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
         parentPort.postMessage({ id, is: 'done', answer: { value, snapshot: null } });
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
