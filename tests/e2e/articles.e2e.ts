import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tour, type Stop } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';

const place = usePlace();

async function openArticles() {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const app = await place.launch({ files });
  const { window: page } = app;
  await page.locator('.pane h2').nth(1).waitFor();
  await page.getByRole('button', { name: 'Kho bài', exact: true }).click();
  await row(page, THIS_YEAR.title).waitFor();
  return app;
}

const row = (page: Page, title: string) => page.locator('.article-row', { hasText: title });
const titles = (page: Page) => page.locator('.article-rows .of-title').allTextContents();
const collection = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });

async function makeCollection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Bộ sưu tập mới' }).click();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await collection(page, name).waitFor();
}

test('an article is dragged into a collection, which the reading list is then narrowed to; all is there after a restart', async () => {
  const first = await openArticles();
  const { window: page } = first;
  await makeCollection(page, 'Hội nghị đầu năm');
  await page.getByRole('button', { name: /^Tất cả bài/u }).click();
  await row(page, THIS_YEAR.title).dragTo(collection(page, 'Hội nghị đầu năm'));
  await expect.poll(() => collection(page, 'Hội nghị đầu năm').locator('.count').textContent()).toBe('1');
  await collection(page, 'Hội nghị đầu năm').click();
  await expect.poll(() => titles(page)).toEqual([THIS_YEAR.title]);
  await page.keyboard.press('Control+l');
  await expect.poll(() => page.locator('.shelf-item .name').allTextContents()).toEqual([THIS_YEAR.title]);
  await place.close(first);

  const { window: again } = await place.launch();
  await again.locator('.shelf-item').first().waitFor();
  await again.keyboard.press('Control+Shift+y');
  await expect.poll(() => collection(again, 'Hội nghị đầu năm').locator('.count').textContent()).toBe('1');
});

test('what is chosen goes into the trash, comes back by one undo, and is gone for good after the trash is emptied', async () => {
  const { window: page } = await openArticles();
  await page.getByRole('grid', { name: 'Các bài' }).focus();
  await page.keyboard.press('Control+a');
  await expect.poll(() => page.locator('.article-bulk b').textContent()).toBe('Đã chọn 2 bài');
  await page.keyboard.press('Delete');
  await expect.poll(() => titles(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => titles(page).then((all) => all.length)).toBe(2);
  await row(page, LAST_YEAR.title).click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Thùng rác/u }).click();
  await page.getByRole('button', { name: 'Dọn thùng rác…' }).click();
  await page.getByRole('button', { name: 'Xóa hẳn 1 bài' }).click();
  await page.getByText('Thùng rác trống.').waitFor();
  const reply = await page.evaluate(() => window.bridge.call('library.snapshot', {}));
  expect(reply).toMatchObject({ ok: true, value: { articles: [{ title: THIS_YEAR.title }] } });
});

const STOPS: readonly Stop[] = [
  ['all', (page) => page.locator('.article-preview .beginning p').first().waitFor()],
  ['a new collection', async (page) => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('n');
    await page.locator('.place-item.editing input').waitFor();
  }],
  ['an empty collection', async (page) => {
    await page.locator('.place-item.editing input').fill('Hội nghị giao ban');
    await page.keyboard.press('Enter');
    await page.locator('.articles-main > .empty').waitFor();
  }],
  ['its menu', async (page) => {
    await page.locator('.place-more').click();
    await page.locator('.menu-item').first().waitFor();
  }],
  ['a question', async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[role=treeitem]').focus();
    await page.keyboard.press('Delete');
    await page.locator('.article-ask').waitFor();
  }],
  ['several', async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('.place-item').first().click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+a');
    await page.locator('.article-bulk').waitFor();
  }],
  ['a collection for them', async (page) => {
    await page.keyboard.press('Control+m');
    await page.locator('.article-ask input').waitFor();
  }],
  ['nothing fits', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('xyz');
    await page.locator('.articles-main > .empty').waitFor();
  }],
]; // prettier-ignore

test('axe finds nothing in any state, theme or language', async () => {
  const { window: page } = await openArticles();
  expect(await tour(page, STOPS)).toEqual([]);
}, 120_000);
