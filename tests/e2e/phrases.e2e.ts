import { expect, test } from 'vitest';
import { violations } from './axe';
import { usePlace } from './files';
import { snapshotOf } from './reader';

const place = usePlace();
const PHRASE = 'nâng cao chất lượng sinh hoạt chi bộ';
const ARTICLES = [
  ['Hội nghị mùa xuân', `Bí thư Huyện ủy Lê Thị Mai yêu cầu ${PHRASE} ở mọi nơi.`],
  ['Hội nghị mùa hè', `Huyện ủy họp bàn việc ${PHRASE}, học tập lẫn nhau.`],
  ['Hội nghị mùa thu', `Các xã phải ${PHRASE} trước mùa gặt.`],
] as const;

test('phrases of three articles are found in the thread, and a click leads to the place; people are named', async () => {
  const files = await Promise.all(
    ARTICLES.map(([title, text]) => place.write(`${title}.txt`, `${title}\n\n${text}\n`)),
  );
  const { window: page } = await place.launch({ files });
  await page.locator('.pane h2').first().waitFor();
  expect((await snapshotOf(page)).articles).toHaveLength(3);
  await page.keyboard.press('Control+Shift+P');
  const row = page.getByRole('row', { name: new RegExp(PHRASE, 'u') });
  await row.getByRole('button').click();
  const places = page.getByRole('group', { name: 'Các chỗ có cụm từ' }).getByRole('button');
  await expect.poll(() => places.count()).toBe(3);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('v');
  await page
    .getByRole('row', { name: /Lê Thị Mai/u })
    .getByRole('button')
    .click();
  await page.getByText('Chức vụ qua các năm').waitFor();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('v');
  await places.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.phrases-view').count()).toBe(0);
  expect(await page.locator('.pane').filter({ hasText: PHRASE }).count()).toBeGreaterThan(0);
});
