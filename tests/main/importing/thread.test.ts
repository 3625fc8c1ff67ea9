import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Refusal } from '#core/refusal';
import { AS_FOUND, type ImportEngine } from '../../../main/importing/engine';
import { createDirectEngine } from '../../../main/importing/operations';
import { createThreadEngine } from '../../../main/importing/thread';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const PARAGRAPH =
  'Ngày 5/1, Ủy ban nhân dân xã Tân Phú họp bàn kế hoạch sản xuất vụ xuân năm 2021 cùng các thôn. ';
const page = (paragraphs: number) =>
  `<html><body><article><h1>Bản tin của xã Tân Phú</h1>${Array.from({ length: paragraphs }, (_, index) => `<p>Việc ${index}: ${PARAGRAPH}</p>`).join('')}</article></body></html>`;

let dist = '';
let engines: ImportEngine[] = [];

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'doi-chieu-thread-'));
  await build({
    configFile: false,
    root: process.cwd(),
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: 'main/importing/worker.ts',
      outDir: join(dist, 'importing'),
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
  writeFileSync(join(dist, 'bai.txt'), `Hội nghị xã Tân Phú\n\n${PARAGRAPH}`);
  writeFileSync(join(dist, 'trang.html'), page(3));
  writeFileSync(join(dist, 'lon.html'), page(40_000));
});
afterAll(() => rmSync(dist, { recursive: true }));
afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines = [];
});

function engineWith(
  parts: { stallMs?: number; megabytes?: number; growthMegabytes?: number } = {},
): ImportEngine {
  const engine = createThreadEngine({ dist, ...parts });
  engines.push(engine);
  return engine;
}

const leaf = (name: string) => ({ kind: 'file', path: join(dist, name) }) as const;

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
}

describe('the reading thread', () => {
  test('reads what the same thread reads', async () => {
    const engine = engineWith();
    const direct = createDirectEngine();
    for (const name of ['bai.txt', 'trang.html']) {
      const { drafts, sha256 } = await engine.read(leaf(name), AS_FOUND);
      const expected = await direct.read(leaf(name), AS_FOUND);
      expect({ drafts, sha256 }).toEqual({ drafts: expected.drafts, sha256: expected.sha256 });
    }
    expect(await codeOf(engine.read(leaf('khong-co.txt'), AS_FOUND))).toBe('file-not-found');
    expect((await engine.find([dist])).map(({ label }) => label)).toEqual(
      ['bai.txt', 'lon.html', 'trang.html'].map((name) => join(dist, name)),
    );
  });

  test('is given up when a file takes too long, and the next file is read', async () => {
    const engine = engineWith({ stallMs: 5 });
    expect(await codeOf(engine.read(leaf('lon.html'), AS_FOUND))).toBe('file-too-complex');
    const patient = engineWith();
    const long = codeOf(patient.read(leaf('lon.html'), AS_FOUND));
    const next = codeOf(patient.read(leaf('bai.txt'), AS_FOUND));
    patient.cancel();
    expect(await Promise.all([long, next])).toEqual(['import-cancelled', 'read']);
  });

  test('that runs out of memory costs only the file that it was reading', async () => {
    const engine = engineWith({ megabytes: 24 });
    const results = await Promise.all(
      ['lon.html', 'bai.txt'].map((name) => codeOf(engine.read(leaf(name), AS_FOUND))),
    );
    expect(results).toEqual(['file-too-complex', 'read']);
  });

  test('that fills the memory outside of its heap is given up too', async () => {
    const engine = engineWith({ growthMegabytes: -100_000 });
    expect(await codeOf(engine.read(leaf('lon.html'), AS_FOUND))).toBe('file-too-complex');
  });

  test('that is closed leaves nobody waiting', async () => {
    const engine = engineWith();
    const asked = codeOf(engine.read(leaf('lon.html'), AS_FOUND));
    await engine.close();
    expect(await asked).toBe('import-cancelled');
  });
});
