import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { COMMANDS, COMMAND_NAMES } from '../../renderer/keymap';
import { en } from '../../renderer/strings/en';
import { vi } from '../../renderer/strings/vi';
import { LAST_YEAR, usePlace } from './files';
import { annotationsOf, snapshotOf } from './reader';

const place = usePlace();

const onePane = async () => {
  const { window } = await place.launch({ files: [await place.write(LAST_YEAR.name, LAST_YEAR.text)] });
  await window.locator('.pane h2').first().waitFor();
  return window;
};

const options = (page: Page) => page.getByRole('option').locator('.name').allTextContents();
const view = (page: Page) => page.locator('.rail-item[aria-current]').textContent();

test('the sheet shows every key, and typing leaves those that fit', async () => {
  const page = await onePane();
  await page.locator('.pane-scroll').first().focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Phím tắt' });
  const rows = sheet.locator('.key-row');
  const bound = COMMAND_NAMES.filter((name) => (COMMANDS[name].keys as readonly string[]).length > 0);
  // And one for the digits.
  await expect.poll(() => rows.count()).toBe(bound.length + 1);
  await page.keyboard.type('danh dau nhiem vu');
  await expect.poll(() => rows.allTextContents()).toEqual(['Đánh dấu nhiệm vụT']);
  await sheet.getByRole('textbox').fill('Mark as task');
  await expect.poll(() => rows.allTextContents()).toEqual(['Đánh dấu nhiệm vụT']);
  await sheet.getByRole('textbox').fill('Ctrl K');
  await expect.poll(() => rows.allTextContents()).toContain('Tìm bài hoặc gõ lệnhCtrl K');
  await page.keyboard.press('Escape');
  await expect.poll(() => sheet.count()).toBe(0);
});

test('the palette offers every command, by its words in both languages, with marks and without', async () => {
  const page = await onePane();
  await page.keyboard.press('Control+k');
  const offered = COMMAND_NAMES.filter((name) => name !== 'palette' && name !== 'escape');
  await expect
    .poll(() => options(page))
    .toEqual(expect.arrayContaining(offered.map((name) => vi.command[name])));
  const field = page.getByRole('combobox');
  for (const typed of ['Cài đặt', 'cai dat', 'dat cai', 'settings', 'cd']) {
    await field.fill(typed);
    await expect.poll(async () => (await options(page)).slice(0, 6)).toContain('Cài đặt');
  }
  await field.fill(en.command.settings);
  await page.keyboard.press('Enter');
  await expect.poll(() => view(page)).toBe('Cài đặt');
  // A command of the reader leads back there.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('doan sau');
  await page.keyboard.press('Enter');
  await expect.poll(() => view(page)).toBe('Thư viện');
  await expect.poll(() => page.locator('.block.current').count()).toBe(1);
});

test('with the mouse: the command field, and a command', async () => {
  const page = await onePane();
  await page.locator('.command-field').click();
  await page.getByRole('combobox').fill('tim trong');
  await page.getByRole('option', { name: /^Tìm trong bài/u }).click();
  const field = page.getByRole('textbox', { name: 'Tìm trong bài' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
});

/** Composes as an input method does, letter by letter, and takes what was composed. */
async function compose(page: Page, steps: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const text of steps) {
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  // Enter and Escape that the input method keeps for itself.
  for (const key of ['Enter', 'Escape']) {
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });
  }
  await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
  await session.detach();
}

const TELEX = ['d', 'đ', 'đa', 'đan', 'đang', 'đảng'];

test('composing fires no command, in any field of the window', async () => {
  const page = await onePane();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox');
  await palette.waitFor();
  await compose(page, TELEX);
  await expect.poll(() => palette.inputValue()).toBe('đảng');
  await page.keyboard.press('Escape');
  await expect.poll(() => palette.count()).toBe(0);

  await page.keyboard.press('Control+f');
  const find = page.getByRole('textbox', { name: 'Tìm trong bài' });
  await compose(page, TELEX);
  await expect.poll(() => find.inputValue()).toBe('đảng');
  await page.keyboard.press('Escape');

  await page.locator('.pane-scroll').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('g');
  const note = page.locator('textarea').first();
  await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true);
  await compose(page, TELEX);
  // UniKey: Backspace and the letters anew, without any composition.
  await page.keyboard.type(' taoj');
  for (const key of ['Backspace', 'Backspace', 'Backspace']) await page.keyboard.press(key);
  await page.keyboard.insertText('ạo');
  await expect.poll(() => note.inputValue()).toBe('đảng tạo');
  await page.keyboard.press('Control+Enter');
  const { articles } = await snapshotOf(page);
  const saved = async () => (await annotationsOf(page, articles[0]?.id ?? '')).map(({ note: text }) => text);
  await expect.poll(saved).toEqual(['đảng tạo']);
});
