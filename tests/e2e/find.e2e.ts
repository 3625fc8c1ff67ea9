import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, selectWords, snapshotOf } from './reader';

const place = usePlace();

const twoPanes = async () => {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text.normalize('NFD')),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const app = await place.launch({ files });
  await app.window.locator('.pane h2').nth(1).waitFor();
  return app.window;
};

/** The words that are coloured: of all hits but the current one, and of the current one. */
const coloured = (page: Page, name: 'find' | 'find-now'): Promise<string[]> =>
  page.evaluate(
    (each) => [...(CSS.highlights.get(each) ?? [])].map((range) => (range as Range).toString()),
    name,
  );
const field = (page: Page) => page.getByRole('textbox', { name: 'Tìm trong bài' });
const count = (page: Page) => page.locator('.find-place [aria-hidden]').textContent();

/** All annotations of the library: their kind and words. */
async function quotes(page: Page): Promise<[string, string][]> {
  const { articles } = await snapshotOf(page);
  const all = await Promise.all(articles.map(({ id }) => annotationsOf(page, id)));
  return all.flat().map(({ kind, target }) => [kind, target.quote.exact]);
}

test('words are found by keys alone, in one pane and in all, and marked at once', async () => {
  const page = await twoPanes();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('huyen uy');
  await expect.poll(() => count(page)).toBe('1/2');
  await expect.poll(() => coloured(page, 'find-now')).toEqual(['Huyện ủy']);
  await page.keyboard.press('Alt+p');
  await expect.poll(() => count(page)).toMatch(/\/4$/u);
  await page.keyboard.press('Enter');
  await expect.poll(() => coloured(page, 'find')).toHaveLength(3);

  await page.keyboard.press('Control+a');
  await page.keyboard.type('07 ct hu');
  await expect.poll(() => coloured(page, 'find-now')).toEqual(['07-CT/HU']);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('07-CT/HU');
  expect(await coloured(page, 'find-now')).toEqual([]);
  await page.keyboard.press('d');
  await expect.poll(() => quotes(page)).toEqual([['directive', '07-CT/HU']]);
});

test('with the mouse: the selection is looked for, stepped through, looked for loosely', async () => {
  const page = await twoPanes();
  await selectWords(page, 0, 'năm 2024');
  await page.keyboard.press('Control+f');
  expect(await field(page).inputValue()).toBe('năm 2024');
  // The title has them too.
  await expect.poll(() => count(page)).toBe('2/2');
  await field(page).fill('năm');
  await expect.poll(() => count(page)).toMatch(/\/4$/u);
  const before = await count(page);
  await page.getByRole('button', { name: 'Chỗ sau' }).click();
  expect(await count(page)).not.toBe(before);
  await field(page).fill('nậm');
  await page.getByRole('button', { name: /^Không có kết quả đúng dấu/u }).click();
  await expect.poll(() => count(page)).toMatch(/\/4$/u);
  await page.getByRole('button', { name: 'Đóng và chọn chỗ này' }).click();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('năm');
});

test('a hit in the title is not under the bar; all hits in the text are marked in one step, by keys and mouse', async () => {
  const page = await twoPanes();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('tong ket');
  await expect.poll(() => count(page)).toBe('1/2');
  await expect.poll(() => coloured(page, 'find-now')).toEqual(['tổng kết']);
  const distance = () =>
    page.evaluate(() => {
      const [hit] = CSS.highlights.get('find-now') ?? [];
      const bar = document.querySelector('.find-bar')?.getBoundingClientRect().top ?? NaN;
      return bar - ((hit as Range | undefined)?.getBoundingClientRect().bottom ?? NaN);
    });
  await expect.poll(distance).toBeGreaterThan(0);
  await page.keyboard.press('Alt+a');
  await page.getByRole('toolbar', { name: /tong ket/u }).waitFor();
  await page.keyboard.press('d');
  await expect.poll(() => quotes(page)).toEqual([['directive', 'tổng kết']]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => quotes(page)).toEqual([]);

  await page.keyboard.press('Control+f');
  await page.getByRole('button', { name: /^Mọi ngăn/u }).click();
  await expect.poll(() => count(page)).toMatch(/\/4$/u);
  await page.getByRole('button', { name: /^Đánh dấu tất cả/u }).click();
  await page
    .getByRole('toolbar', { name: /tong ket/u })
    .getByRole('button', { name: /^Nhiệm vụ/u })
    .click();
  const tasks = [
    ['task', 'tổng kết'],
    ['task', 'tổng kết'],
  ];
  await expect.poll(() => quotes(page)).toEqual(tasks);
  await page.keyboard.press('Control+z');
  await expect.poll(() => quotes(page)).toEqual([]);
});

test('an input method composes in the field undisturbed', async () => {
  const page = await twoPanes();
  await page.keyboard.press('Control+f');
  const session = await page.context().newCDPSession(page);
  for (const text of ['t', 'th', 'thu', 'thủ']) {
    await session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await session.send('Input.insertText', { text: 'thủ ' });
  await page.keyboard.type('tuc');
  await expect.poll(() => field(page).inputValue()).toBe('thủ tuc');
  await expect.poll(() => coloured(page, 'find-now')).toEqual(['thủ tục']);
});

test('a long text is searched without holding up the window', async () => {
  const words = 'Huyện ủy giao các chi bộ đảng rà soát nhiệm vụ, báo cáo kết quả theo quy định hằng tháng. ';
  const paragraph = `${words.repeat(6)}\n\n`;
  const text = `Bài dài\n\n${paragraph.repeat(Math.ceil(2_000_000 / Buffer.byteLength(paragraph)))}`;
  const { window: page } = await place.launch({ files: [await place.write('dai.txt', text)] });
  await page.locator('.pane h2').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3000);
  await page.keyboard.press('Control+f');
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      entryTypes: ['longtask'],
    });
    Object.assign(window, { longTasks: tasks });
  });
  await page.keyboard.type('dang');
  await expect.poll(() => count(page), { timeout: 20_000 }).toMatch(/^1\/\d{4,}$/u);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => coloured(page, 'find-now'), { timeout: 10_000 }).toEqual(['đảng']);
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  expect(Math.max(0, ...tasks)).toBeLessThan(200);
  // Only what is near the window has ranges.
  expect((await coloured(page, 'find')).length).toBeLessThan(3000);
}, 120_000);
