import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, snapshotOf } from './reader';

const place = usePlace();

/** Two articles with four tagged passages. */
async function openCodebook(theme: 'light' | 'dark' = 'light') {
  const files = await Promise.all([LAST_YEAR, THIS_YEAR].map(({ name, text }) => place.write(name, text)));
  const app = await place.launch({ files, theme });
  const page = app.window;
  await page.locator('.pane h2').nth(1).waitFor();
  const { articles } = await snapshotOf(page);
  for (const { id, title } of articles) {
    const isNew = title === THIS_YEAR.title;
    await call(page, 'articles.update', { id, patch: { publishedOn: isNew ? '2026-01-09' : '2025-01-08' } });
    await tag(page, id, 'thủ tục', ['Cải cách/Thủ tục']);
    await tag(page, id, 'hồ sơ', isNew ? ['Cải cách/Hồ sơ'] : ['Chỉ tiêu']);
  }
  await page.keyboard.press('Control+Shift+B');
  await page.locator('[role="treeitem"]').first().waitFor();
  return app;
}

async function call(page: Page, name: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(([of, what]) => window.bridge.call(of, what), [name, input] as const);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const tag = (page: Page, articleId: string, quote: string, tags: string[]) =>
  call(page, 'annotations.add', { articleId, target: { quote }, kind: 'highlight', tags });

const item = (page: Page, name: string) => page.locator(`[data-tag="${name}"]`);
const names = (page: Page) =>
  page.locator('[data-tag]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-tag')));
const inLibrary = async (page: Page) => (await snapshotOf(page)).tags.map(({ name }) => name).sort();
const question = (page: Page) => page.getByRole('region', { name: 'Xác nhận' });

async function usedTags(page: Page): Promise<string[]> {
  const { articles } = await snapshotOf(page);
  const all = await Promise.all(articles.map(({ id }) => annotationsOf(page, id)));
  return all
    .flat()
    .flatMap(({ tags }) => tags)
    .sort();
}

const START = ['Cải cách', 'Cải cách/Hồ sơ', 'Cải cách/Thủ tục', 'Chỉ tiêu'];

test('by keys: a tag below, a new name, a move, a deletion, each shown with its count and taken back', async () => {
  const { window: page } = await openCodebook();
  expect(await names(page)).toEqual(START);
  const tagsAtFirst = await inLibrary(page);
  const usedAtFirst = await usedTags(page);

  await item(page, 'Cải cách').click();
  await page.keyboard.press('Shift+N');
  await page.keyboard.insertText('Bộ máy');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toContain('Cải cách/Bộ máy');

  await page.keyboard.press('F2');
  await page.keyboard.insertText('Biên chế');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toContain('Cải cách/Biên chế');

  await item(page, 'Cải cách/Thủ tục').click();
  await page.keyboard.press('Control+x');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+v');
  await expect.poll(() => question(page).textContent()).toContain('Đổi 2 ghi chú trong 2 bài');
  await page.keyboard.press('Enter');
  await expect.poll(() => usedTags(page)).toContain('Chỉ tiêu/Thủ tục');
  expect(await item(page, 'Chỉ tiêu/Thủ tục').getAttribute('aria-selected')).toBe('true');

  await item(page, 'Chỉ tiêu').click();
  await page.keyboard.press('Delete');
  await expect.poll(() => question(page).textContent()).toContain('Gỡ khỏi 3 ghi chú trong 2 bài');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => usedTags(page)).toEqual(['Cải cách/Hồ sơ']);

  for (const back of ['xóa thẻ', 'chuyển thẻ', 'đổi tên thẻ', 'thêm thẻ']) {
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.status').textContent()).toContain(`Đã hoàn tác: ${back}`);
  }
  expect(await inLibrary(page)).toEqual(tagsAtFirst);
  expect(await usedTags(page)).toEqual(usedAtFirst);
});

test('by mouse: a tag is dragged under another one and to the top, and merged after the count was shown', async () => {
  const { window: page } = await openCodebook();
  await item(page, 'Chỉ tiêu').dragTo(item(page, 'Cải cách'));
  await expect.poll(() => question(page).textContent()).toContain('Chuyển thẻ “Chỉ tiêu” vào “Cải cách”?');
  await page.getByRole('button', { name: /^Chuyển ↵/u }).click();
  await expect.poll(() => usedTags(page)).toContain('Cải cách/Chỉ tiêu');

  const box = await item(page, 'Cải cách/Thủ tục').boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 64, (box?.y ?? 0) + 30, { steps: 3 });
  const top = await page.locator('.tag-top').boundingBox();
  await page.mouse.move((top?.x ?? 0) + 60, (top?.y ?? 0) + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => question(page).textContent()).toContain('vào “cấp cao nhất”?');
  await page.getByRole('button', { name: /^Chuyển ↵/u }).click();
  await expect.poll(() => names(page)).toContain('Thủ tục');

  await page.getByRole('button', { name: 'Gộp vào…' }).click();
  await page.getByRole('combobox', { name: /^Gộp thẻ/u }).fill('chi tieu');
  await page.getByRole('option', { name: 'Cải cách Chỉ tiêu' }).click();
  expect(await question(page).textContent()).toContain('Đổi 2 ghi chú trong 2 bài');
  await page.getByRole('button', { name: /^Gộp ↵/u }).click();
  await expect
    .poll(() => usedTags(page))
    .toEqual(['Cải cách/Chỉ tiêu', 'Cải cách/Chỉ tiêu', 'Cải cách/Chỉ tiêu', 'Cải cách/Hồ sơ']);
  await page
    .getByRole('button', { name: /^Hoàn tác: gộp thẻ “Thủ tục” vào “Cải cách\/Chỉ tiêu” \(2/u })
    .click();
  await expect.poll(() => names(page)).toContain('Thủ tục');
});

test('a passage opens at its words; the list is filtered by the tag, then by a day', async () => {
  const { window: page } = await openCodebook();
  await item(page, 'Cải cách').click();
  await expect.poll(() => page.locator('.passage q').allTextContents()).toHaveLength(3);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.note[aria-current="true"] .quote').textContent()).toBe('thủ tục');

  await page.keyboard.press('Control+Shift+B');
  await item(page, 'Chỉ tiêu').click();
  await page.getByRole('button', { name: /^Lọc theo thẻ này/u }).click();
  const titles = () => page.locator('.shelf-item .name').allTextContents();
  await expect.poll(titles).toEqual([LAST_YEAR.title]);
  await page.keyboard.press('Alt+l');
  await page.getByRole('textbox', { name: 'Ngày đăng từ ngày' }).fill('1/1/26');
  expect(await page.getByText('Không có bài nào khớp với bộ lọc.').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Bỏ điều kiện: Chỉ tiêu' }).first().click();
  await expect.poll(titles).toEqual([THIS_YEAR.title]);
});

test.each(['light', 'dark'] as const)(
  'nothing in the codebook and in the filter keeps anyone out (%s)',
  async (theme) => {
    const { window: page } = await openCodebook(theme);
    await item(page, 'Cải cách').click();
    await page.locator('.passage').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('F2');
    await page.getByText(/^Đổi 3 ghi chú/u).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await question(page).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Alt+l');
    await page.getByRole('combobox', { name: 'Lọc theo thẻ' }).fill('cai');
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
  },
);
