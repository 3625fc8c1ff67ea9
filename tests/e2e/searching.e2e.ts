import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { tour, type Stop } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';

const place = usePlace();

async function openSearch() {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const app = await place.launch({ files });
  const { window: page } = app;
  await page.locator('.pane h2').nth(1).waitFor();
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('combobox', { name: 'Tìm trong thư viện' }).waitFor();
  return app;
}

const titles = (page: Page) => page.locator('.found-title').allTextContents();
const sortByTitle = (page: Page) => page.getByRole('combobox', { name: 'Thứ tự' }).selectOption('title');

test('words without marks are typed, the second result is walked to, and Enter opens the reader at its words', async () => {
  const { window: page } = await openSearch();
  await page.keyboard.type('phong noi vu', { delay: 30 });
  await expect.poll(() => page.locator('.found').count()).toBe(2);
  await sortByTitle(page);
  await page.keyboard.press('Control+f');
  await expect.poll(() => titles(page)).toEqual([LAST_YEAR.title, THIS_YEAR.title]);
  await page.keyboard.press('ArrowDown');
  await page.locator('.search-passage h2', { hasText: THIS_YEAR.title }).waitFor();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('found-now')?.size)).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Phòng Nội vụ');
  const pane = page.locator('.pane.active');
  expect(await pane.locator('h2').textContent()).toBe(THIS_YEAR.title);
});

test('ticks narrow, and contexts are saved as a table', async () => {
  const app = await openSearch();
  const { window: page } = app;
  await page.keyboard.type('thủ tục');
  await expect.poll(() => page.locator('.found').count()).toBe(2);
  const years = page.locator('.year-bars-facet label');
  await expect.poll(() => years.count()).toBeGreaterThan(0);
  await years.last().click();
  await expect.poll(() => page.locator('.found').count()).toBe(1);
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();

  await page.keyboard.press('Alt+k');
  await expect.poll(() => page.locator('.context-row').count()).toBe(2);
  const file = place.inFolder('ngu-canh.csv');
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: /CSV/u }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('thủ tục');
});

test('what was found goes into a new collection, and out of it again by one undo', async () => {
  const { window: page } = await openSearch();
  await page.keyboard.type('phong noi vu');
  await expect.poll(() => page.locator('.found').count()).toBe(2);
  await page.keyboard.press('Alt+b');
  await page.locator('.found-choice input').waitFor();
  await page.keyboard.press('Enter');
  const collection = page.getByRole('checkbox', { name: /^phong noi vu/u });
  await collection.waitFor();
  await page.getByRole('listbox', { name: 'Các bài tìm được' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => collection.count()).toBe(0);
});

const STOPS: readonly Stop[] = [
  ['help', (page) => page.locator('.examples').waitFor()],
  ['results', async (page) => {
    await page.keyboard.type('huyện uỷ');
    await page.locator('.found').first().waitFor();
    await page.locator('.passage-scroll h2').waitFor();
  }],
  ['saving', async (page) => {
    await page.keyboard.press('Control+d');
    await page.locator('.search-naming').waitFor();
  }],
  ['saved, contexts', async (page) => {
    await page.keyboard.press('Enter');
    await page.locator('.saved-search').waitFor();
    await page.keyboard.press('Alt+k');
    await page.locator('.context-row').first().waitFor();
  }],
  ['contexts by year', async (page) => {
    await page.keyboard.press('Alt+k');
    await page.locator('.context-year').first().waitFor();
  }],
  ['a collection for all', async (page) => {
    await page.keyboard.press('Alt+k');
    await page.keyboard.press('Alt+b');
    await page.locator('.found-choice input').waitFor();
  }],
  ['a problem', async (page) => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('(huyện');
    await page.keyboard.press('Enter');
    await page.locator('.query-problem').waitFor();
  }],
  ['nothing found', async (page) => {
    await page.keyboard.press('Control+f');
    await page.keyboard.type('huyền uỷ');
    await page.locator('.nothing-found').waitFor();
  }],
]; // prettier-ignore

test('axe finds nothing in any state, theme or language', async () => {
  const { window: page } = await openSearch();
  expect(await tour(page, STOPS)).toEqual([]);
}, 120_000);
