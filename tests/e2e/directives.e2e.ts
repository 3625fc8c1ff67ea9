import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tour, type Stop } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { call } from './furnish';

const place = usePlace();
const SIGN = '07-CT/HU';

const opens = (key: string, selector: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await page.locator(selector).first().waitFor();
};
const row = (page: Page, sign: string) => page.locator('.directive-rows [data-directive]', { hasText: sign });

/** Two articles that cite one directive in two years, and another document that only one of them cites. */
async function openRegister() {
  const other = THIS_YEAR.text.replace('báo cáo', 'Kế hoạch số 62-KH/HU, báo cáo');
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text.replace('số 07-CT/HU', 'số 07 - CT/ HU')),
    await place.write(THIS_YEAR.name, other),
  ];
  const app = await place.launch({ files });
  const page = app.window;
  await page.locator('.pane h2').nth(1).waitFor();
  const { rows } = await call(page, 'directives.list', { complete: true });
  expect(rows.map(({ mentions }) => mentions)).toEqual([2, 1]);
  await opens('Control+Shift+G', '.directive-rows [data-directive]')(page);
  return app;
}

async function savesTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('from articles to one row for a directive, its mentions, its facts and the list that is handed in', async () => {
  const { app, window: page } = await openRegister();
  await row(page, SIGN).click();
  await expect.poll(() => page.locator('.mention mark').allTextContents()).toEqual([
    'Chỉ thị số 07 - CT/ HU',
    'Chỉ thị số 07-CT/HU',
  ]); // prettier-ignore
  const left = await page
    .locator('.mention mark')
    .evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().left)));
  expect(new Set(left).size).toBe(1);

  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('=Về cải cách thủ tục');
  await page.keyboard.press('Enter');
  await row(page, '=Về cải cách').waitFor();
  const path = place.inFolder('danh-muc.csv');
  await savesTo(app, path);
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: 'Bảng tính (CSV)' }).click();
  await page.getByText(`Đã lưu ${path}`).waitFor();
  const csv = await readFile(path, 'utf8');
  expect(csv.startsWith('\uFEFFTT;Số, ký hiệu;')).toBe(true);
  expect(csv).toContain(`1;${SIGN};Chỉ thị;`);
  expect(csv).toContain(";'=Về cải cách thủ tục;");

  await page.locator('.mention').first().focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.pane h2', { hasText: LAST_YEAR.title }).first().waitFor();
  await expect.poll(() => page.locator('.register').count()).toBe(0);
});

test('two documents become one by keys, and Ctrl Z parts them', async () => {
  const { window: page } = await openRegister();
  await page.locator('.directive-table').focus();
  for (const key of ['Home', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key);
  await page.locator('.register-strip input:checked').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => row(page, '').count()).toBe(1);
  expect(await row(page, SIGN).locator('.of-mentions b').textContent()).toBe('3');
  await page.keyboard.press('Control+z');
  await expect.poll(() => row(page, '').count()).toBe(2);
});

const SPELLINGS = [
  ['Bản tin tháng 3', '15/3/2013', 'Huyện ủy Suối Mơ học Chỉ thị số 03- CT/ TW, giao các chi bộ làm theo Kế hoạch số 812-KH/HU.'],
  ['Bản tin tháng 6', '15/6/2014', 'Các chi bộ sơ kết Chỉ thị 03 của Bộ Chính trị và bàn kế hoạch số 812 - KH/HU.'],
  ['Bản tin tháng 9', '15/9/2014', 'Hội Nông dân gặp 812 hộ, gọi số 0912.030.412 để đăng ký theo Chỉ thị 03-CT/TW.'],
] as const; // prettier-ignore

test('one directive in three spellings is one row; a part is split off, taken back and split off again', async () => {
  const files = await Promise.all(
    SPELLINGS.map(([title, day, text], index) =>
      place.write(`ban-tin-${index}.txt`, `${title}\n\nNgày đăng: ${day}\n\n${text}\n`),
    ),
  );
  const app = await place.launch({ files });
  const page = app.window;
  await page.locator('.pane h2').first().waitFor();
  await call(page, 'directives.list', { complete: true });
  await opens('Control+Shift+G', '.directive-rows [data-directive]')(page);
  const counts = () =>
    page.locator('.directive-rows [data-directive]').evaluateAll((rows) =>
      rows.map((each) => ['.of-name .sign', '.of-mentions b', '.of-articles'].map((cell) =>
        each.querySelector(cell)?.textContent.trim()),
      ),
    ); // prettier-ignore
  await expect.poll(counts).toEqual([['03-CT/TW', '3', '3'], ['812-KH/HU', '2', '2']]); // prettier-ignore
  await row(page, '03-CT/TW').click();
  expect(await page.locator('.spellings li').count()).toBe(3);

  await page.locator('.directive-table').focus();
  await page.keyboard.press('Home');
  await opens('s', '.split input[type="checkbox"]')(page);
  await page.keyboard.press('Space');
  await page.getByLabel('Văn bản đó thuộc khóa, năm').fill('X');
  await page.keyboard.press('Enter');
  const parted = [['03-CT/TW', '2', '2'], ['812-KH/HU', '2', '2'], ['03-CT/TW', '1', '1']]; // prettier-ignore
  await expect.poll(counts).toEqual(parted);
  await page.keyboard.press('Control+z');
  await expect.poll(counts).toHaveLength(2);
  await page.keyboard.press('Control+y');
  await expect.poll(counts).toEqual(parted);

  const csv = place.inFolder('bao-quat.csv');
  await savesTo(app.app, csv);
  await opens('v', '.coverage-row > .count')(page);
  await page.getByRole('button', { name: 'Cơ quan', exact: true }).click();
  await page.getByRole('columnheader', { name: /Hội Nông dân/u }).waitFor();
  await page.keyboard.press('Control+e');
  await page.getByRole('menuitem', { name: 'Bảng tính (CSV)' }).click();
  await page.getByText(`Đã lưu ${csv}`).waitFor();
  const [head = [], first = []] = (await readFile(csv, 'utf8')).split('\r\n').map((line) => line.split(';'));
  expect(head[0]).toBe('\uFEFFVăn bản');
  expect(first[head.indexOf('Hội Nông dân')]).toBe('1');
});

test('words that a person marks as a citation stand among the mentions', async () => {
  const { window: page } = await openRegister();
  const [directive] = (await call(page, 'directives.list', {})).rows;
  const { articles } = await call(page, 'library.snapshot', {});
  const articleId = articles.find(({ title }) => title === LAST_YEAR.title)?.id ?? '';
  const target = { quote: 'tổ chức hội nghị tổng kết' };
  await call(page, 'annotations.add', {
    articleId,
    target,
    kind: 'directive',
    directive: directive?.id ?? '',
  });
  await expect.poll(() => row(page, SIGN).locator('.of-mentions b').textContent()).toBe('3');
  await row(page, SIGN).click();
  await page.locator('.mention mark', { hasText: target.quote }).waitFor();
});

test('the matrix keeps its heads, a cell lists its quotations; the timeline comes nearer by keys', async () => {
  const { window: page } = await openRegister();
  await opens('v', '.coverage-row > .count')(page);
  await page.getByRole('button', { name: 'Năm' }).click();
  await page.locator('.coverage-scroll').focus();
  await page.keyboard.press('Enter');
  await page.locator('.coverage-quotes .mention').waitFor();
  expect(await page.locator('.coverage-quotes .mention').count()).toBe(1);

  await opens('v', '.stack')(page);
  const width = () => page.locator('.timeline-all').evaluate((all) => all.getBoundingClientRect().width);
  const before = await width();
  await page.locator('.timeline-scroll').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.5);
  await page.keyboard.press('f');
  await expect.poll(width).toBeLessThan(before * 1.1);
});

const STOPS: readonly Stop[] = [
  ['register', (page) => row(page, SIGN).click()],
  ['merging', async (page) => {
    await page.locator('.directive-table').focus();
    for (const key of ['Home', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key);
    await page.locator('.register-strip').waitFor();
  }],
  ['splitting', async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    await opens('s', '.split input')(page);
  }],
  ['coverage', async (page) => {
    await page.keyboard.press('Escape');
    await opens('v', '.coverage-row > .count')(page);
    await page.locator('.coverage-row > .count:not(.heat-0)').first().click();
    await page.locator('.coverage-quotes .mention').first().waitFor();
  }],
  ['timeline', async (page) => {
    await opens('v', '.stack')(page);
    await page.locator('.stack').first().click();
    await page.locator('.thing').first().waitFor();
  }],
]; // prettier-ignore

test('axe finds nothing in any tab, theme or language', async () => {
  const { window: page } = await openRegister();
  expect(await tour(page, STOPS)).toEqual([]);
}, 120_000);
