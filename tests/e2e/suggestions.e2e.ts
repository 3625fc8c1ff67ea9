import { expect, test } from 'vitest';
import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from './axe';
import { usePlace } from './files';
import type { LaunchedApp } from './launch';
import { annotationsOf, openFromList, snapshotOf } from './reader';

const place = usePlace();

const TITLE = 'Hội nghị triển khai nhiệm vụ của Huyện ủy Suối Mơ';
const TEXT = `${TITLE}

Sáng 9/1, Huyện ủy Suối Mơ tổ chức hội nghị triển khai nhiệm vụ năm 2026 tại hội trường huyện.

Phòng Nội vụ chủ trì, phối hợp với Văn phòng Huyện ủy rà soát thủ tục theo Chỉ thị số 07-CT/HU, hoàn thành trước ngày 30/6/2026.

Phòng Tài chính chủ trì lập dự toán theo Kế hoạch số 05-KH/HU, hoàn thành trước ngày 15/7/2026.
`;

async function withText(text = TEXT): Promise<Page> {
  const { window: page } = await place.launch({ files: [await place.write('hoi-nghi.txt', text)] });
  await page.locator('.pane h2').first().waitFor();
  // Cards are drawn near what is read; how many there are is known at once.
  await page.locator('.suggestions-button .num').waitFor();
  return page;
}

const articleId = async (page: Page): Promise<string> => (await snapshotOf(page)).articles[0]?.id ?? '';
const annotations = async (page: Page) => annotationsOf(page, await articleId(page));
/** What the cards tell, the open one with the article's words. */
const told = (page: Page) =>
  page.locator(':is(.suggestion .telling, .suggestion.chosen .quote)').allTextContents();
const underlined = (page: Page, kind: string): Promise<string[]> =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), `suggested-${kind}`);

test('what is suggested is underlined with dots; a click on the words opens it, Enter takes it, Backspace turns it down', async () => {
  const page = await withText();
  await expect
    .poll(() => underlined(page, 'directive'))
    .toEqual(['Chỉ thị số 07-CT/HU', 'Kế hoạch số 05-KH/HU']);
  expect(await annotations(page)).toEqual([]);
  const at = await page.evaluate(() => {
    const [range] = CSS.highlights.get('suggested-directive') ?? [];
    if (!(range instanceof Range)) throw new Error('nothing is underlined');
    const { left, top, height } = range.getClientRects()[0] ?? new DOMRect();
    return { x: left + 8, y: top + height / 2 };
  });
  await page.mouse.click(at.x, at.y);
  await page.locator('.suggestion.chosen', { hasText: 'Chỉ thị số 07-CT/HU' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await annotations(page)).map(({ kind }) => kind)).toEqual(['directive']);
  expect(await underlined(page, 'directive')).not.toContain('Chỉ thị số 07-CT/HU');

  const before = (await told(page)).length;
  await page.keyboard.press('Backspace');
  await expect.poll(async () => (await told(page)).length).toBe(before - 1);
  expect(await annotations(page)).toHaveLength(1);
});

test('with keys alone all suggestions are gone through; undo brings each back', async () => {
  const page = await withText();
  const count = (await told(page)).length;
  await page.keyboard.press('s');
  for (let left = count; left > 0; left--) {
    await page.locator('.suggestion.chosen').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await told(page)).length).toBe(left - 1);
  }
  expect(await annotations(page)).toHaveLength(count);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await told(page)).length).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await annotations(page)).length).toBe(count - 2);
});

test('axe finds nothing wrong with an open suggestion and the bar of suggestions', async () => {
  const page = await withText();
  await page.keyboard.press('s');
  await page.locator('.suggestion.chosen').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Shift+I');
  await page.locator('.suggestion-bar').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('suggestions of several articles are seen and accepted by key, and axe finds nothing wrong with that', async () => {
  const page = await withText();
  const count = (await told(page)).length;
  await page.keyboard.press('Control+Shift+J');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('status').getByText('2 gợi ý văn bản trong 1 bài').waitFor();
  await dialog.locator('.accept-words li').nth(1).waitFor();
  // What fades in is not looked at before it is there.
  await expect.poll(() => violations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await annotations(page)).length).toBe(2);
  await expect.poll(async () => (await told(page)).length).toBe(count - 2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await annotations(page)).length).toBe(0);
});

/** A file of the dialog for files, opened by its key. */
async function importFile({ app, window }: LaunchedApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, file);
  await window.keyboard.press('Control+o');
}

test('one that is turned down stays away when the article comes in again with other text around it, and after a restart', async () => {
  const file = await place.write('hoi-nghi.txt', TEXT);
  const first = await place.launch({ files: [file] });
  const page = first.window;
  await page.locator('.suggestion').first().waitFor();
  const all = await told(page);
  await page.locator('.suggestion', { hasText: 'Chỉ thị 07-CT/HU' }).click();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  const others = all.filter((line) => !line.includes('Chỉ thị 07-CT/HU'));
  await expect.poll(() => told(page)).toEqual(others);

  const again = TEXT.replace('Sáng 9/1, ', 'Tin từ cơ sở. Sáng 9/1, ')
    .replace('Phòng Tài chính chủ trì', 'Tiếp đó, Phòng Tài chính chủ trì')
    .concat('\nHội nghị kết thúc trong ngày, theo đúng Quy chế số 02-QC/HU của Huyện ủy.\n');
  await writeFile(file, again);
  await importFile(first, file);
  await page.getByText('Bản mới của bài này').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await snapshotOf(page)).articles.map((one) => one.paragraphs)).toEqual([4]);
  await page.keyboard.press('Escape');
  const now = [...others, 'Quy chế 02-QC/HU'];
  await expect.poll(() => told(page)).toEqual(now);
  expect(await underlined(page, 'directive')).toEqual(['Kế hoạch số 05-KH/HU', 'Quy chế số 02-QC/HU']);
  await place.close(first);

  const { window: later } = await place.launch();
  await openFromList(later, TITLE);
  await expect.poll(() => told(later)).toEqual(now);
});

/** From the top of the words of the open suggestion to the top of its card; CSS pixels. */
const fromWordsToCard = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [words] = CSS.highlights.get('suggested-now') ?? [];
    const card = document.querySelector('.suggestion.chosen');
    if (!(words instanceof Range) || card === null) return NaN;
    return card.getBoundingClientRect().top - words.getBoundingClientRect().top;
  });

test('in a long text the next one is scrolled to and level with its card, also where the margin opens with it', async () => {
  const filler = 'Hội trường huyện đông đủ đại biểu từ các xã, thị trấn về dự. '.repeat(8);
  const task =
    'Phòng Nội vụ chủ trì rà soát thủ tục theo Chỉ thị số 07-CT/HU, hoàn thành trước ngày 30/6/2026.';
  const [before, after] = [200, 20].map((times) => `${filler}\n\n`.repeat(times));
  const page = await withText(`${TITLE}\n\n${before}${task}\n\n${after}`);
  await page.getByRole('button', { name: 'Ẩn ngăn ghi chú' }).click();
  await page.locator('aside.notes').waitFor({ state: 'hidden' });
  await page.keyboard.press('s');
  await page.locator('.suggestion.chosen').waitFor();
  const inSight = () =>
    page.evaluate(() => {
      const [words] = CSS.highlights.get('suggested-now') ?? [];
      const box = (words as Range | undefined)?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < innerHeight;
    });
  await expect.poll(inSight).toBe(true);
  await expect.poll(async () => Math.abs(await fromWordsToCard(page))).toBeLessThan(40);
  await page.keyboard.press('Shift+I');
  await page.locator('.suggestion-bar').waitFor();
  await expect.poll(async () => Math.abs(await fromWordsToCard(page))).toBeLessThan(40);
});
