import { expect, test } from 'vitest';
import { tour, type Stop } from './axe';
import { usePlace } from './files';
import { snapshotOf } from './reader';

const place = usePlace();
const PHRASE = 'nâng cao chất lượng sinh hoạt chi bộ';
const ARTICLES = [
  ['Hội nghị mùa xuân', `Bí thư Huyện ủy Lê Thị Mai yêu cầu ${PHRASE} ở mọi nơi.`],
  ['Hội nghị mùa hè', `Huyện ủy họp bàn việc ${PHRASE}, học tập lẫn nhau.`],
  ['Hội nghị mùa thu', `Các xã phải ${PHRASE} trước mùa gặt.`],
] as const;

async function openPhrases() {
  const files = await Promise.all(
    ARTICLES.map(([title, text]) => place.write(`${title}.txt`, `${title}\n\n${text}\n`)),
  );
  const app = await place.launch({ files });
  const { window: page } = app;
  await page.locator('.pane h2').first().waitFor();
  expect((await snapshotOf(page)).articles).toHaveLength(3);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('row', { name: new RegExp(PHRASE, 'u') }).waitFor();
  return app;
}

test('phrases of three articles are found in the thread, and a click leads to the place; people are named', async () => {
  const { window: page } = await openPhrases();
  const row = page.getByRole('row', { name: new RegExp(PHRASE, 'u') });
  await row.getByRole('button').click();
  const places = page.getByRole('group', { name: 'Các chỗ có cụm từ' }).getByRole('button');
  await expect.poll(() => places.count()).toBe(3);

  await page.keyboard.press('v');
  await page
    .getByRole('row', { name: /Lê Thị Mai/u })
    .getByRole('button')
    .click();
  await page.getByText('Chức vụ qua các năm').waitFor();

  await page.keyboard.press('v');
  await places.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.phrases-view').count()).toBe(0);
  expect(await page.locator('.pane').filter({ hasText: PHRASE }).count()).toBeGreaterThan(0);
});

test('a body gets another name and spelling, which Ctrl Z takes back, and filters the articles', async () => {
  const { window: page } = await openPhrases();
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Cơ quan: Huyện ủy' }).click();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Tên mới' }).fill('Huyện ủy Suối Mơ');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Huyện ủy Suối Mơ' }).waitFor();
  await page.locator('.aliases li', { hasText: 'Huyện ủy' }).waitFor();
  const places = page.getByRole('group', { name: 'Các chỗ nhắc đến' }).getByRole('button');
  await expect.poll(() => places.count()).toBe(2);
  await page.keyboard.press('Control+l');
  await expect.poll(() => page.locator('.shelf-item').count()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await snapshotOf(page)).bodies).toEqual([]);
});

const STOPS: readonly Stop[] = [
  ['phrases', (page) => page.getByRole('row', { name: new RegExp(PHRASE, 'u') }).getByRole('button').click()],
  ['no phrase', async (page) => {
    await page.getByRole('searchbox', { name: 'Tìm trong cụm từ' }).fill('không đâu có');
    await page.getByText('Không có cụm từ nào như vậy.').waitFor();
  }],
  ['person', async (page) => {
    await page.getByRole('searchbox', { name: 'Tìm trong cụm từ' }).fill('');
    await page.getByRole('tab', { name: 'Cơ quan, nhân sự' }).click();
    await page.getByRole('row', { name: /Lê Thị Mai/u }).getByRole('button').click();
    await page.getByText('Chức vụ qua các năm').waitFor();
  }],
  ['merging', async (page) => {
    await page.keyboard.press('Control+g');
    await page.getByRole('combobox', { name: /^Gộp/u }).waitFor();
  }],
  ['filtered by a body', async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Lọc bài/u }).click();
    await page.keyboard.press('Alt+l');
    await page.locator('.filter-chips .chip', { hasText: 'Lê Thị Mai' }).waitFor();
  }],
]; // prettier-ignore

test('axe finds nothing in any tab, theme or language', async () => {
  const { window: page } = await openPhrases();
  expect(await tour(page, STOPS)).toEqual([]);
}, 120_000);
