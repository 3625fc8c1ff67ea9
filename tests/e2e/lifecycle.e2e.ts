import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type {} from '../../renderer/bridge';
import { usePlace } from './files';
import { snapshotOf } from './reader';

const { inFolder, launch, close } = usePlace();

const snapshotCode = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.bridge.call('library.snapshot', {});
    return reply.ok ? 'ok' : reply.code;
  });

const titles = async (page: Page) => (await snapshotOf(page)).articles.map(({ title }) => title);

test('what the page saves while the window closes is not lost', async () => {
  const first = await launch({ library: inFolder('library') });
  await first.window.evaluate(() => {
    window.bridge.subscribe(async (event) => {
      if (event.name !== 'command' || event.payload.name !== 'flush') return;
      await new Promise((resolve) => setTimeout(resolve, 300));
      await window.bridge.call('settings.update', { readSize: 21 });
    });
  });
  await close(first);

  const second = await launch({ library: inFolder('library') });
  expect((await snapshotOf(second.window)).settings.readSize).toBe(21);
});

test('a second start hands its files to the window that is open', async () => {
  const userData = inFolder('user');
  const first = await launch({ library: inFolder('library'), userData });
  const file = inFolder('bai.txt');
  await writeFile(file, 'Tiêu đề thử\n\nĐoạn thứ nhất của bài viết, đủ dài để là một đoạn văn.\n');

  const executable = process.env['DOI_CHIEU_ELECTRON'] ?? '';
  const second = spawn(executable, ['--no-sandbox', process.cwd(), `--user-data-dir=${userData}`, file], {
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => titles(first.window)).toEqual(['Tiêu đề thử']);
});

test('an import that a crash cut off is told, and goes on where it was', async () => {
  const [library, folder] = [inFolder('library'), inFolder('bài mới')];
  await mkdir(folder);
  const names = Array.from({ length: 300 }, (_, index) => `Bài số ${String(index + 1).padStart(3, '0')}`);
  for (const name of names)
    await writeFile(path.join(folder, `${name}.txt`), `${name}\n\nXã thứ ${name} họp bàn việc làm đường.\n`);
  const first = await launch({ library, files: [folder] });
  await expect.poll(async () => (await titles(first.window)).length).toBeGreaterThan(10);
  const ended = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await ended;

  const { window: page } = await launch({ library });
  const told = page.getByText(/^Lần nhập “bài mới” bị dừng giữa chừng, đã xong \d+ tệp/u);
  await told.waitFor();
  const before = await titles(page);
  expect(before.length).toBeLessThan(names.length);
  await page.getByRole('button', { name: 'Nhập tiếp' }).press('Enter');
  await expect.poll(async () => (await titles(page)).length, { timeout: 60_000 }).toBe(names.length);
  expect((await titles(page)).sort()).toEqual(names);
  await told.waitFor({ state: 'detached' });
});

test('a library that another window holds is refused, and opens once that one is closed', async () => {
  const first = await launch({ library: inFolder('library') });
  await expect.poll(() => snapshotCode(first.window)).toBe('ok');
  const second = await launch({ library: inFolder('library') });
  expect(await snapshotCode(second.window)).toBe('library-locked');
  await close(first);
  await expect.poll(() => snapshotCode(second.window)).toBe('ok');
});

test('another library folder is chosen, and opens at the next start', async () => {
  const userData = inFolder('user');
  const first = await launch({ library: inFolder('library'), userData });
  const chosen = inFolder('thư viện khác');
  await first.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, chosen);
  await first.window.evaluate(() => window.bridge.call('library.chooseFolder', {}));
  expect((await snapshotOf(first.window)).folder).toBe(chosen);
  const remembered: unknown = JSON.parse(await readFile(path.join(userData, 'preferences.json'), 'utf8'));
  expect(remembered).toMatchObject({ libraryFolder: chosen });
});

test('preferences that cannot be read stop nothing', async () => {
  const userData = inFolder('user');
  await close(await launch({ library: inFolder('library'), userData }));
  await writeFile(path.join(userData, 'preferences.json'), '{"window": ');
  const again = await launch({ library: inFolder('library'), userData });
  expect(await snapshotCode(again.window)).toBe('ok');
});
