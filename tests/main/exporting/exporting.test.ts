import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createThreadExporter } from '../../../main/exporting/thread';
import { addQuote, fakeDesktop, importText, openIn, temporaryFolder } from '../store/support';

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
      ssr: 'main/exporting/worker.ts',
      outDir: join(dist, 'exporting'),
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.js' } },
    },
  });
});
afterAll(() => rmSync(dist, { recursive: true }));

const opened = async () => {
  const folder = temporaryFolder();
  const library = await openIn(temporaryFolder(), {
    exporter: createThreadExporter({ dist }),
    desktop: fakeDesktop({ chooseSavePath: (name) => Promise.resolve(join(folder, name)) }),
  });
  const first = await importText(library, 'Bài một', ['Có chữ đảng bộ.', 'Hết.']);
  await addQuote(library, first.id, 'đảng bộ', { kind: 'task', note: 'Nhớ hỏi lại.' });
  return { library, first, folder, out: (name: string) => join(folder, name) };
};

describe('an export in a thread', () => {
  it('writes every format that needs no window', async () => {
    const { library, out } = await opened();
    for (const format of ['markdown', 'obsidian', 'html', 'text', 'docx'] as const) {
      const path = out(`ra.${format}`);
      expect(await library.call('export.write', { format, path })).toEqual({ path, annotations: 1 });
      const bytes = readFileSync(path);
      if (format === 'docx') expect(bytes.subarray(0, 2).toString()).toBe('PK');
      else expect(bytes.toString()).toContain('đảng bộ');
    }
  });

  it('tells how far it is', async () => {
    const { library, out } = await opened();
    await library.call('export.write', { format: 'text', path: out('ra.txt') });
    const told = library.events.filter(({ name }) => name === 'export.progress');
    expect(told.at(-1)?.payload).toEqual({ done: 1, total: 1 });
  });

  it('has the notes of a file that was broken meanwhile, from its backup', async () => {
    const { library, first, out } = await opened();
    await addQuote(library, first.id, 'chữ', { kind: 'highlight', note: 'Thứ hai.' });
    writeFileSync(join(library.folder, 'annotations', `${first.id}.json`), '{');
    const path = out('ra.txt');
    const { annotations } = await library.call('export.write', { format: 'text', path });
    expect(annotations).toBeGreaterThan(0);
    expect(readFileSync(path, 'utf8')).toContain('Nhớ hỏi lại.');
  });

  it('writes nothing when it is stopped', async () => {
    const { library, folder } = await opened();
    const saved = library.call('export.save', { format: 'docx' });
    await vi.waitFor(async () => {
      await library.call('export.cancel', {});
      // Asked for before the thread began, it is asked again.
      expect(await Promise.race([saved, Promise.resolve('under way')])).toEqual({
        path: null,
        annotations: 0,
      });
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('shows the beginning of a large file at once, and says that there is more', async () => {
    const { library, first } = await opened();
    for (let at = 0; at < 101; at += 1)
      await addQuote(library, first.id, 'chữ', { note: `số ${String(at)}` });
    const shown = await library.call('export.preview', { format: 'docx' });
    expect(shown).toMatchObject({ looks: 'page', annotations: 100, isWhole: false });
    const whole = await library.call('export.render', { format: 'text' });
    expect(whole.annotations).toBe(102);
    expect(whole.text).toContain('số 100');
  });
});
