import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './axe';
import { usePlace } from './files';
import { call } from './furnish';
import { annotationsOf, selectWords, snapshotOf } from './reader';

const place = usePlace();

const TITLE = 'Huyện ủy Suối Mơ họp phiên tháng Giêng';
const WORDS = 'chỉ thị về trật tự đô thị';
const TEXT = `${TITLE}

Sáng 9/1/2026, Huyện ủy Suối Mơ họp phiên thường kỳ để bàn việc thực hiện Chỉ thị số 07-CT/HU và Kế hoạch số 05-KH/HU.

Hội nghị cho rằng ${WORDS} cần được nhắc lại ở mọi xã.
`;
const SIGN = '07-CT/HU';

async function openArticle(): Promise<Page> {
  const { window: page } = await place.launch({ files: [await place.write('phien-hop.txt', TEXT)] });
  await page.locator('.pane h2').first().waitFor();
  await page.locator('.suggestions-button .num').waitFor();
  await call(page, 'directives.list', { complete: true });
  return page;
}

const marks = async (page: Page) => annotationsOf(page, (await snapshotOf(page)).articles[0]?.id ?? '');
const card = (page: Page) => page.locator('.note.chosen');
/** What the register counts for the directive. */
async function counted(page: Page): Promise<string> {
  await page.keyboard.press('Control+Shift+G');
  const row = page.locator('.directive-rows [data-directive]', { hasText: SIGN });
  await row.waitFor();
  const count = await row.locator('.of-mentions').textContent();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Thư viện/u })
    .click();
  await page.locator('.pane h2').first().waitFor();
  return /\d+$/u.exec(count ?? '')?.[0] ?? '';
}

test('words are marked, the document that they mean is found by typing, and the register counts it until that is undone', async () => {
  const page = await openArticle();
  expect(await counted(page)).toBe('1');
  await selectWords(page, 0, WORDS);
  await page.keyboard.press('Shift+D');
  const field = card(page).getByRole('combobox', { name: 'Chọn văn bản được viện dẫn' });
  await field.waitFor();
  await page.keyboard.type('ct 07');
  await page.getByRole('option', { name: /^Chỉ thị số 07-CT\/HU/u }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await card(page)
    .getByRole('button', { name: /^Văn bản Chỉ thị số 07-CT\/HU/u })
    .waitFor();
  expect(await violations(page)).toEqual([]);
  expect((await marks(page)).map(({ kind, directive }) => [kind, directive?.split('#')[0]])).toEqual([
    ['directive', `chi-thi:${SIGN}`],
  ]);
  expect(await counted(page)).toBe('2');

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await marks(page))[0]?.directive).toBeUndefined();
  expect(await counted(page)).toBe('1');
});

test('a citation that is marked has its document at once; the mouse takes it away and gives it another', async () => {
  const page = await openArticle();
  await selectWords(page, 0, 'số 07-CT/HU');
  await page.keyboard.press('d');
  await expect.poll(async () => (await marks(page))[0]?.directive?.split('#')[0]).toBe(`chi-thi:${SIGN}`);
  await page.locator('.note.k-directive:not(.suggestion)').click();
  await page.getByRole('button', { name: 'Bỏ văn bản: Chỉ thị số 07-CT/HU' }).click();
  await page.getByRole('button', { name: /^Văn bản chưa rõ văn bản nào/u }).click();
  const options = page.locator('.document-field [role="option"]');
  await options.nth(1).waitFor();
  expect(await options.first().textContent()).toMatch(/đọc được trong chữ đánh dấu$/u);
  await options.nth(1).click();
  await page.getByRole('button', { name: /^Văn bản Kế hoạch số 05-KH\/HU/u }).waitFor();
});
