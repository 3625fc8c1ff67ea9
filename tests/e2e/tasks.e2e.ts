import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tour, type Stop } from './axe';
import { usePlace } from './files';
import { call } from './furnish';
import { snapshotOf } from './reader';

const place = usePlace();

const PLAN = {
  name: 'ke-hoach.txt',
  title: 'Hội nghị triển khai nhiệm vụ của Huyện ủy Suối Mơ',
  text: `Hội nghị triển khai nhiệm vụ của Huyện ủy Suối Mơ

Sáng 9/1/2026, Huyện ủy Suối Mơ tổ chức hội nghị triển khai nhiệm vụ năm 2026 tại hội trường huyện.

Phòng Nội vụ chủ trì, phối hợp với Văn phòng Huyện ủy rà soát thủ tục đất đai theo Chỉ thị số 07-CT/HU, hoàn thành trước ngày 30/6/2026.

Phòng Tài chính chủ trì lập dự toán sửa đường theo Kế hoạch số 05-KH/HU, hoàn thành trước ngày 15/7.

Phấn đấu trên 95% hồ sơ đất đai được giải quyết đúng hạn trong năm 2026.
`,
};
const REPORT = {
  name: 'so-ket.txt',
  title: 'Huyện ủy Suối Mơ sơ kết sáu tháng',
  text: `Huyện ủy Suối Mơ sơ kết sáu tháng

Sáng 2/7/2026, Huyện ủy Suối Mơ họp sơ kết công tác sáu tháng.

Đến nay Phòng Nội vụ đã rà soát thủ tục đất đai theo Chỉ thị số 07-CT/HU ở cả 12 xã.

Huyện có 91% hồ sơ đất đai được giải quyết đúng hạn.
`,
};

const rows = (page: Page) => page.locator('.task-row[data-task]');
const rowOf = (page: Page, words: string) => page.locator('.task-row[data-task]', { hasText: words });
const cell = (page: Page, words: string, column: string) => rowOf(page, words).locator(`.of-${column}`);

/** From two articles to the table: what is suggested is taken by keys, one after the other. */
async function openTasks() {
  const files = [await place.write(REPORT.name, REPORT.text), await place.write(PLAN.name, PLAN.text)];
  const app = await place.launch({ files });
  const page = app.window;
  await page.locator('.pane h2').nth(1).waitFor();
  await page.locator('.pane', { hasText: PLAN.title }).locator('h2').click();
  await page.locator('.suggestion').first().waitFor();
  const planId = (await snapshotOf(page)).articles.find(({ title }) => title === PLAN.title)?.id ?? '';
  const { found } = await call(page, 'recognise.article', { id: planId });
  expect(found.tasks.map(({ kind }) => kind).sort()).toEqual(['target', 'task', 'task']);
  for (const words of ['rà soát thủ tục', 'lập dự toán', 'Phấn đấu trên 95%']) {
    const open = page.locator('.suggestion.chosen', { hasText: words });
    const stepped = async () => {
      if ((await open.count()) === 0) await page.keyboard.press('s');
      return open.count();
    };
    await expect.poll(stepped).toBe(1);
    await page.keyboard.press('Enter');
    await open.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Control+Shift+T');
  await rows(page).nth(2).waitFor();
  return app;
}

test('from articles to the table, its cells, the board, the calendar, evidence and the list that is handed in', async () => {
  const { app, window: page } = await openTasks();
  const task = 'rà soát thủ tục';
  expect(await cell(page, task, 'deadline').textContent()).toContain('30/06/2026');
  expect(await cell(page, task, 'deadline').textContent()).not.toContain('suy luận');
  expect(await cell(page, 'lập dự toán', 'deadline').textContent()).toMatch(/15\/07\/2026.*suy luận/u);
  expect(await cell(page, task, 'responsible').textContent()).toContain('Phòng Nội vụ');
  expect(await cell(page, task, 'basis').textContent()).toContain('07-CT/HU');

  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.locator('.quote-peek mark', { hasText: task }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.quote-peek mark', { hasText: 'lập dự toán' }).waitFor();
  await page.keyboard.press('c');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/lập dự toán.*đoạn 3/su);
  await page.keyboard.press('Delete');
  await rowOf(page, 'lập dự toán').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await rowOf(page, 'lập dự toán').waitFor();
  await page.keyboard.press('Escape');

  await cell(page, task, 'responsible').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('Phòng Nội vụ huyện');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell(page, task, 'responsible').textContent()).toContain('Phòng Nội vụ huyện');
  await page.keyboard.press('Control+z');
  await expect.poll(() => cell(page, task, 'responsible').textContent()).not.toContain('huyện');

  await page.locator('.evidence .maybe .passage-card', { hasText: 'ở cả 12 xã' }).waitFor();
  await page.locator('.maybe .passage-card', { hasText: 'ở cả 12 xã' }).getByRole('button', { name: 'Gắn làm minh chứng' }).click();
  await page.locator('.passage-card.linked', { hasText: 'ở cả 12 xã' }).waitFor();

  await page.keyboard.press('v');
  await page.locator('.task-card', { hasText: task }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  const doing = page.locator('.board-column', { has: page.getByRole('heading', { name: /^Đang thực hiện/u }) });
  await doing.locator('.task-card', { hasText: task }).waitFor();
  await page.keyboard.press('v');
  await page.locator('.calendar td[aria-selected="true"]').waitFor();

  for (const [format, name] of [['Bảng tính (CSV)', 'bang.csv'], ['Trang HTML', 'bang.html']] as const) {
    const path = place.inFolder(name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await page.getByRole('button', { name: 'Xuất bảng' }).click();
    await page.getByRole('menuitem', { name: format }).click();
    await page.getByText(`Đã lưu ${path}`).waitFor();
    const text = await readFile(path, 'utf8');
    for (const words of [task, '07-CT/HU', '30/06/2026', 'Phòng Nội vụ', PLAN.title, 'đoạn 3', 'suy luận từ']) {
      expect(text).toContain(words);
    }
  }
  for (const [format, name, magic] of [['Excel', 'bang.xlsx', 'PK'], ['Word', 'bang.docx', 'PK'], ['Lịch các thời hạn (.ics)', 'han.ics', 'BEGIN:VCALENDAR']] as const) {
    const path = place.inFolder(name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await page.getByRole('button', { name: 'Xuất bảng' }).click();
    await page.getByRole('menuitem', { name: format, exact: true }).click();
    await page.getByText(`Đã lưu ${path}`).waitFor();
    expect((await readFile(path)).subarray(0, magic.length).toString()).toBe(magic);
  }
}); // prettier-ignore

const tab = (selector: string) => async (page: Page) => {
  await page.keyboard.press('v');
  await page.locator(selector).first().waitFor();
};

const STOPS: readonly Stop[] = [
  ['table', (page) => page.locator('.evidence .maybe').waitFor()],
  [
    'quotation',
    async (page) => {
      await page.keyboard.press('Space');
      await page.locator('.quote-peek mark').waitFor();
    },
  ],
  [
    'cell being edited',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('.task-table').focus();
      await page.keyboard.press('F2');
      await page.locator('.cell-field').waitFor();
    },
  ],
  [
    'board',
    async (page) => {
      await page.keyboard.press('Escape');
      await tab('.task-card')(page);
    },
  ],
  ['calendar', tab('.calendar td')],
  ['targets', tab('.target-line')],
];

test('axe finds nothing in any tab, theme or language', async () => {
  const { window: page } = await openTasks();
  expect(await tour(page, STOPS)).toEqual([]);
}, 120_000);
