import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type {} from '../../renderer/bridge';
import { usePlace } from './files';
import { openFromList } from './reader';

const place = usePlace();
const SIZE = { width: 1280, height: 720 };

const TASKS = [
  'Phòng Tài chính lập dự toán chi cho các trường trong tháng 2.',
  'Ban Dân vận mở lớp tập huấn cho cán bộ thôn, bản vùng cao.',
  'Công an xã kiểm tra việc phòng cháy ở các chợ và kho hàng.',
  'Trạm Y tế khám sức khỏe cho người cao tuổi mỗi quý một lần.',
  'Đoàn Thanh niên trồng hai nghìn cây dọc đường vào trung tâm xã.',
  'Hội Nông dân hướng dẫn bón phân đúng cách cho ruộng bậc thang.',
  'Mặt trận giám sát việc bình xét hộ nghèo ở từng thôn, bản.',
  'Văn phòng công khai tiến độ từng việc vào ngày 5 hằng tháng.',
];
const bodyOf = (year: number, tasks: readonly string[]) =>
  tasks
    .map((task) => `Năm ${String(year)}, ${task} ${task} Kết quả báo cáo Thường trực Đảng ủy.`)
    .join('\n\n');

const OLDER = {
  name: 'khe-sau-2024.txt',
  title: 'Khe Sậu giao việc năm 2024',
  text: `Khe Sậu giao việc năm 2024\n\n${bodyOf(2024, TASKS)}\n`,
};
/** The same tasks, with three paragraphs before the fourth that were not there. */
const NEWER = {
  name: 'khe-sau-2025.txt',
  title: 'Khe Sậu giao việc năm 2025',
  text: `Khe Sậu giao việc năm 2025\n\n${bodyOf(2025, TASKS.slice(0, 3))}\n\n${[
    'Bưu điện mở thêm hai điểm giao nhận, nhận cả hồ sơ của người dân gửi lên huyện.',
    'Nhà máy chè ký hợp đồng thu mua với bảy tổ hợp tác, giá sàn tính theo tuần.',
    'Đường dây điện mới kéo đến ba bản cuối cùng, đóng điện trước mùa mưa lũ.',
  ].join('\n\n')}\n\n${bodyOf(2025, TASKS.slice(3))}\n`,
};

/** Both articles side by side. They came in one by one, so that their likeness asks no question. */
async function twoPanes(options: Parameters<typeof place.launch>[0] = {}) {
  const app = await place.launch({ size: SIZE, ...options });
  const { window: page } = app;
  for (const { name, text } of [OLDER, NEWER]) {
    await page.evaluate(
      ([file, words]) =>
        window.bridge.call('import.items', {
          items: [{ name: file, bytes: new TextEncoder().encode(words) }],
        }),
      [name, text] as const,
    );
  }
  await openFromList(page, OLDER.title);
  await openFromList(page, NEWER.title, true);
  await page
    .locator('.pane-scroll')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await expect.poll(() => titles(page)).toEqual([OLDER.title, NEWER.title]);
  return app;
}

const titles = (page: Page) =>
  page
    .locator('.pane')
    .evaluateAll((panes) => panes.map((pane) => pane.querySelector('h2')?.textContent ?? null));
const active = (page: Page) => page.locator('.pane.active').getAttribute('data-pane');
const boxes = (page: Page) =>
  page.locator('.pane').evaluateAll((panes) =>
    panes.map((pane) => {
      const { left, top, width, height } = pane.getBoundingClientRect();
      return { left, top, width, height };
    }),
  );

async function pointIn(locator: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

/** Drags as a hand does; `x` and `y` say where in the pane to let go, from 0 to 1. */
async function dragOnto(page: Page, from: Locator, pane: number, x: number, y: number): Promise<void> {
  const start = await pointIn(from, 0.2, 0.5);
  const end = await pointIn(page.locator(`[data-pane="${String(pane)}"]`), x, y);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 6, { steps: 3 });
  await page.locator('.pane-drop').first().waitFor();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await page.locator('.pane-drop[data-zone]').waitFor();
  await page.mouse.up();
  await expect.poll(() => page.locator('.pane-drop').count()).toBe(0);
}

const inList = (page: Page, { title }: { title: string }) => page.locator('.shelf-item', { hasText: title });

test('articles are dragged to the edges of panes, panes onto each other; the same is done by keys', async () => {
  const { window: page } = await twoPanes();
  await page.locator('[data-pane="1"]').getByRole('button', { name: 'Đóng ngăn' }).click();
  await dragOnto(page, inList(page, NEWER), 0, 0.95, 0.5);
  await expect.poll(() => titles(page)).toEqual([OLDER.title, NEWER.title]);
  await expect.poll(() => active(page)).toBe('1');
  await dragOnto(page, inList(page, NEWER), 0, 0.5, 0.95);
  await expect.poll(() => titles(page)).toEqual([OLDER.title, NEWER.title, NEWER.title]);
  const [above, below] = await boxes(page);
  expect(below?.left).toBe(above?.left);
  expect(below?.top).toBeGreaterThan((above?.top ?? 0) + 200);

  // A pane onto another: they change places. The pane that was dragged is the active one.
  await dragOnto(page, page.locator('[data-pane="2"] .pane-head'), 0, 0.5, 0.5);
  await expect.poll(() => titles(page)).toEqual([NEWER.title, NEWER.title, OLDER.title]);
  await expect.poll(() => active(page)).toBe('0');
  // To the lower edge of another.
  await dragOnto(page, page.locator('[data-pane="0"] .pane-head'), 2, 0.5, 0.95);
  await expect.poll(() => titles(page)).toEqual([NEWER.title, OLDER.title, NEWER.title]);
  await expect.poll(() => active(page)).toBe('2');
  expect((await boxes(page))[2]?.top).toBeGreaterThan(300);
  // In the centre of a pane an article opens in it.
  await dragOnto(page, inList(page, OLDER), 0, 0.5, 0.5);
  await expect.poll(() => titles(page)).toEqual([OLDER.title, OLDER.title, NEWER.title]);

  await page.keyboard.press('Control+w');
  await page.keyboard.press('Control+w');
  await expect.poll(() => page.locator('.pane').count()).toBe(1);
  await page.keyboard.press('Control+Shift+Backslash');
  await expect.poll(() => page.locator('.pane').count()).toBe(2);
  const [first, second] = await boxes(page);
  expect(second?.top).toBeGreaterThan((first?.top ?? 0) + 200);
  await page.keyboard.press('Control+Alt+ArrowRight');
  await expect.poll(async () => (await boxes(page))[1]?.left ?? 0).toBeGreaterThan(500);
  await page.keyboard.press('Control+Alt+ArrowLeft');
  await expect.poll(() => active(page)).toBe('0');
});

test('a workspace that was saved under a name comes back with its places after a restart', async () => {
  const first = await twoPanes();
  const { window: page } = first;
  await page.keyboard.press('Control+=');
  await page.locator('[data-pane="0"] .pane-scroll').evaluate((element) => {
    element.scrollTop = 240;
  });
  await page.keyboard.press('Control+Shift+s');
  await page.getByRole('textbox', { name: 'Tên không gian' }).fill('Khe Sậu hai năm');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Không gian làm việc: Khe Sậu hai năm' }).waitFor();
  await page.keyboard.press('Control+w');
  await expect.poll(() => titles(page)).toEqual([NEWER.title]);
  await place.close(first);

  const { window: again } = await place.launch({ size: SIZE });
  await expect.poll(() => titles(again)).toEqual([NEWER.title]);
  await again.getByRole('button', { name: 'Không gian làm việc: Khe Sậu hai năm' }).click();
  await again.getByRole('button', { name: /^Mở Khe Sậu hai năm/u }).click();
  await expect.poll(() => titles(again)).toEqual([OLDER.title, NEWER.title]);
  const top = () =>
    again.locator('[data-pane="0"] .pane-scroll').evaluate((element) => Math.abs(element.scrollTop - 240));
  await expect.poll(top).toBeLessThan(3);
  const size = (pane: number) =>
    again
      .locator(`[data-pane="${String(pane)}"] .article`)
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect((await size(0)) / (await size(1))).toBeCloseTo(1.1, 2);
  await again.keyboard.press('Control+z');
  await expect.poll(() => titles(again)).toEqual([NEWER.title]);
});

test('the outline leads to a paragraph, the history back, and the letters of a pane can be made larger', async () => {
  const { window: page } = await twoPanes();
  const scroller = page.locator('[data-pane="0"] .pane-scroll');
  const top = () => scroller.evaluate((element) => element.scrollTop);
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('m');
  await page.getByRole('listbox', { name: 'Dàn ý' }).waitFor();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('[data-pane="0"] .block.current .number').textContent()).toBe('7');
  await expect.poll(top).toBeGreaterThan(200);
  await expect.poll(() => scroller.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(top).toBe(0);

  await inList(page, NEWER).click({ modifiers: [] });
  await page.keyboard.press('Shift+F6');
  await page.locator('[data-pane="0"]').getByRole('button', { name: 'Dàn ý' }).click();
  await page.getByRole('option', { name: /Trạm Y tế/u }).click();
  await expect.poll(top).toBeGreaterThan(100);
  await page.locator('[data-pane="0"]').getByRole('button', { name: 'Về chỗ trước' }).click();
  await expect.poll(top).toBe(0);

  const letters = (pane: number) =>
    page
      .locator(`[data-pane="${String(pane)}"] .article`)
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  const before = await letters(1);
  const middle = await pointIn(scroller, 0.5, 0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(() => letters(0)).toBeCloseTo(before * 1.1, 2);
  await page.keyboard.press('Control+0');
  await expect.poll(() => letters(0)).toBe(before);
  expect(await letters(1)).toBe(before);
});

test('a copied link says where it leads, and opens its paragraph again from outside', async () => {
  const userData = place.inFolder('user');
  const app = await twoPanes({ userData });
  const { window: page } = app;
  await page.locator('[data-pane="0"] [data-block="4"] .number').click();
  await page.getByRole('menuitem', { name: /^Chép liên kết/u }).click();
  const text = () => app.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect
    .poll(text)
    .toMatch(/^đoạn 5, “Khe Sậu giao việc năm 2024” doi-chieu:\/\/[0-9a-f]{16}\/doan\/5\?r=1$/u);
  await page.keyboard.press('y');
  await expect.poll(text).toContain('/doan/5?r=1');
  const link = (await text()).split(' ').at(-1) ?? '';

  // The article is open nowhere when the link comes.
  await page.keyboard.press('Control+w');
  await expect.poll(() => titles(page)).toEqual([NEWER.title]);
  const executable = process.env['DOI_CHIEU_ELECTRON'] ?? '';
  const second = spawn(executable, ['--no-sandbox', process.cwd(), `--user-data-dir=${userData}`, link], {
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => titles(page)).toEqual([OLDER.title]);
  await expect.poll(() => page.locator('.block.current .number').textContent()).toBe('5');

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText(link.replace('/doan/5', '/doan/2'));
  await page.getByRole('option', { name: 'Mở đoạn 2 của “Khe Sậu giao việc năm 2024”' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.block.current .number').textContent()).toBe('2');
});

/** How far the tops of two paragraphs stand from each other. CSS pixels. */
const apart = (page: Page, left: number, right: number) =>
  page.evaluate(
    ([one, other]) => {
      const topOf = (pane: number, block: number) =>
        document.querySelector(`[data-pane="${pane}"] [data-block="${block}"]`)?.getBoundingClientRect()
          .top ?? NaN;
      return Math.abs(topOf(0, one) - topOf(1, other));
    },
    [left, right] as const,
  );

/** Where the connectors begin and where the paragraphs in the left pane do; how far the connectors keep from any text. */
const connected = (page: Page) =>
  page.evaluate(() => {
    const svg = document.querySelector('.connectors');
    if (svg === null) return null;
    const zone = svg.getBoundingClientRect();
    const ends = [...svg.querySelectorAll('.ends')].map((path) => path.getAttribute('d') ?? '').join('');
    const boxes = [...document.querySelectorAll('.pane [data-start]')].map((text) =>
      text.getBoundingClientRect(),
    );
    return {
      starts: [...ends.matchAll(/M0 (-?[\d.]+)/gu)].map(([, y]) => Math.round(zone.top + Number(y))),
      tops: boxes.filter(({ left }) => left < zone.left).map(({ top }) => Math.round(top)),
      clear: Math.min(...boxes.map(({ left, right }) => Math.max(zone.left - right, left - zone.right))),
    };
  });

test('linked panes stay at paragraphs that belong together, whichever is scrolled, by wheel or by keys', async () => {
  const { window: page } = await twoPanes();
  await page.getByRole('button', { name: 'Cuộn theo đoạn' }).click();
  await expect
    .poll(() => page.getByRole('button', { name: 'Cuộn theo đoạn' }).getAttribute('aria-pressed'))
    .toBe('true');
  // A paragraph at the reading line, a third down the pane, and its partner three paragraphs later in the other text.
  const bringToLine = (pane: number, block: number) =>
    page.evaluate(
      ([index, number]) => {
        const scroller = document.querySelector(`[data-pane="${index}"] .pane-scroll`);
        const row = scroller?.querySelector(`[data-block="${number}"]`);
        if (scroller === null || row === null || row === undefined) return 0;
        const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
        return row.getBoundingClientRect().top - line;
      },
      [pane, block] as const,
    );
  const wheelTo = async (pane: number, block: number) => {
    const middle = await pointIn(page.locator(`[data-pane="${String(pane)}"] .pane-scroll`), 0.5, 0.5);
    await page.mouse.move(middle.x, middle.y);
    for (let turn = 0; turn < 8; turn++) {
      const left = await bringToLine(pane, block);
      if (Math.abs(left) < 2) break;
      await page.mouse.wheel(0, Math.round(left));
      await page.waitForTimeout(120);
    }
  };
  await wheelTo(0, 4);
  await expect.poll(() => apart(page, 4, 7)).toBeLessThan(8);
  const { starts = [], tops: ofTexts = [], clear = 0 } = (await connected(page)) ?? {};
  expect(starts.length).toBeGreaterThan(2);
  expect(ofTexts).toEqual(expect.arrayContaining(starts));
  expect(clear).toBeGreaterThan(0);
  await wheelTo(1, 1);
  await expect.poll(() => apart(page, 1, 1)).toBeLessThan(8);

  const tops = () =>
    page.locator('.pane-scroll').evaluateAll((all) => all.map((one) => Math.round(one.scrollTop)));
  await page.locator('[data-pane="0"] .pane-scroll').focus();
  for (let step = 0; step < 6; step++) await page.keyboard.press('j');
  await expect.poll(async () => (await tops())[1] ?? 0).toBeGreaterThan(300);
  const settled = await tops();
  await page.waitForTimeout(300);
  expect(await tops()).toEqual(settled);

  await page.keyboard.press('l');
  await expect.poll(() => connected(page)).toBe(null);
  await wheelTo(0, 1);
  expect((await tops())[1]).toBe(settled[1]);
});
