import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDirectRecogniser, type Recogniser } from '../../../main/recognising/recogniser';
import { createThreadRecogniser } from '../../../main/recognising/thread';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const TEXT = {
  publishedOn: '2020-07-09',
  dek: null,
  blocks: [
    { kind: 'paragraph' as const, text: 'Đại hội thực hiện Chỉ thị số 35-CT/TW trước ngày 31/10/2020.' },
  ],
};
const FILE = Buffer.from(JSON.stringify({ ...TEXT, id: '0123456789abcdef', contentHash: 'h' }));
const DICTIONARY = { hash: 'none', entries: [] };

let dist = '';
let recogniser: Recogniser;

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'doi-chieu-thread-'));
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'main/recognising/worker.ts',
      outDir: join(dist, 'recognising'),
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
});
afterAll(() => rmSync(dist, { recursive: true }));
afterEach(() => recogniser.close());

describe('the thread of the rules', () => {
  it('finds what is found without it', async () => {
    recogniser = createThreadRecogniser({ dist });
    const direct = createDirectRecogniser();
    const found = await recogniser.article(TEXT);
    expect(found).toEqual(await direct.article(TEXT));
    expect(found.citations.map(({ canonical }) => canonical)).toEqual(['chi-thi:35-CT/TW']);
    const files = [FILE, Buffer.from('{'), FILE];
    const looked = await recogniser.files(files, DICTIONARY);
    expect(looked).toEqual(await direct.files(files, DICTIONARY));
    expect(looked.map((one) => one?.mentions.length)).toEqual([1, undefined, 1]);
  });

  it('tells a failure of the rules and goes on', async () => {
    recogniser = createThreadRecogniser({ dist });
    const wrong = { ...TEXT, blocks: null as unknown as typeof TEXT.blocks };
    await expect(recogniser.article(wrong)).rejects.toThrow();
    expect((await recogniser.article(TEXT)).citations).toHaveLength(1);
  });

  it('fails what it was asked when it is closed, and begins again when it is asked', async () => {
    recogniser = createThreadRecogniser({ dist });
    const asked = recogniser.files([FILE], DICTIONARY);
    const closed = expect(asked).rejects.toThrow('closed');
    await recogniser.close();
    await closed;
    expect(await recogniser.files([FILE], DICTIONARY)).toHaveLength(1);
  });

  it('fails what it was asked when it cannot be started', async () => {
    recogniser = createThreadRecogniser({ dist: join(dist, 'nowhere') });
    await expect(recogniser.article(TEXT)).rejects.toThrow();
  });
});
