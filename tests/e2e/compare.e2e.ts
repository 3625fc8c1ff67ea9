import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drag, selected } from './columns';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, openFromList, snapshotOf } from './reader';

const place = usePlace();

const MOVED = 'Hội Nông dân trồng mới ba nghìn héc ta rừng.';

/** The same conference in two years, with something moved, something gone, something new. */
const YEARS = [
  {
    ...LAST_YEAR,
    text: `${LAST_YEAR.text}\n${MOVED}\n\nCác xã nhân rộng mô hình dân vận khéo ở từng thôn bản.\n`,
  },
  {
    ...THIS_YEAR,
    text: `${THIS_YEAR.text.replace('\n\nBan', `\n\n${MOVED}\n\nBan`)}\nCông an huyện giữ an toàn cho dữ liệu dùng chung.\n`,
  },
];

async function compareYears() {
  const files = await Promise.all(YEARS.map(({ name, text }) => place.write(name, text)));
  const app = await place.launch({ files });
  await app.window.locator('.pane h2').nth(1).waitFor();
  await app.window.keyboard.press('Control+Shift+D');
  await app.window.locator('.cmp-row').first().waitFor();
  return app;
}

const current = (page: Page) => page.locator('.cmp-row.current').getAttribute('aria-label');
const labels = (page: Page) =>
  page.locator('.cmp-row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));

/** The words that are underlined as standing on one side only. */
const underlined = (page: Page, name: string) =>
  page.evaluate(
    (of) => [...(CSS.highlights.get(of) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

test('what changed is underlined by words, ribbons join pairs, a dashed line what has moved', async () => {
  const { window: page } = await compareYears();
  await expect.poll(() => underlined(page, 'only-in-a')).toContain('rà soát');
  expect(await underlined(page, 'only-in-b')).toContain('cắt giảm 30%');
  await expect
    .poll(() =>
      page.locator('.cmp-ribbon path').evaluateAll((all) => all.map((one) => one.getAttribute('d'))),
    )
    .toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^M0 3H\d+V/u) as unknown));
  await expect
    .poll(() => page.locator('.cmp-moved-lines path').getAttribute('d'))
    .toMatch(/^M[\d.]+ [\d.]+C/u);
});

test('mouse and keys step through what differs, open a list, and lead into the reader and back', async () => {
  const { window: page } = await compareYears();
  await page.keyboard.press('n');
  const first = await current(page);
  await page.getByRole('button', { name: 'Chỗ khác sau' }).click();
  await expect.poll(() => current(page)).not.toBe(first);
  await page.keyboard.press('p');
  await expect.poll(() => current(page)).toBe(first);
  await page.getByRole('button', { name: /^Chỉ có ở B/u }).click();
  await expect.poll(() => current(page)).toMatch(/chỉ có ở B$/u);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('.pane.active .block.current').textContent())
    .toContain('Công an huyện');
  await page.keyboard.press('Control+Shift+D');
  await expect.poll(() => current(page)).toMatch(/chỉ có ở B$/u);
});

/** What is marked on both sides, as the library has it: kind and words. */
async function marks(page: Page): Promise<string[]> {
  const { articles } = await snapshotOf(page);
  const all = await Promise.all(articles.map(({ id }) => annotationsOf(page, id)));
  return all.flat().map(({ kind, target }) => `${kind}: ${target.quote.exact}`);
}

test('words are marked on both sides with the mouse, their differences stay underlined, and each mark is one step back', async () => {
  const { window: page } = await compareYears();
  await expect.poll(() => underlined(page, 'only-in-a')).toContain('rà soát');
  const differences = async () =>
    [...(await underlined(page, 'only-in-a')), ...(await underlined(page, 'only-in-b'))].toSorted();
  const before = await differences();
  await drag(page, 'left', 'rà soát');
  await expect.poll(() => selected(page)).toBe('rà soát');
  await page.locator('.selection-bar button', { hasText: 'Nhiệm vụ' }).click();
  await expect.poll(() => page.locator('.cmp-cell.left mark').allTextContents()).toEqual(['rà soát']);
  await drag(page, 'right', 'cắt giảm 30%');
  await page.keyboard.press('t');
  await expect.poll(() => page.locator('.cmp-cell.right mark').allTextContents()).toEqual(['cắt giảm 30%']);
  expect(await marks(page)).toEqual(expect.arrayContaining(['task: rà soát', 'task: cắt giảm 30%']));
  expect(await differences()).toEqual(before);

  await page.locator('.cmp-cell.right mark').click();
  const card = page.getByRole('group', { name: 'Đoạn đánh dấu: Nhiệm vụ' });
  await card.getByRole('button', { name: 'Chỉ tiêu' }).click();
  await expect.poll(() => marks(page)).toContain('target: cắt giảm 30%');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.cmp-card').count()).toBe(0);
  for (const left of [['task: rà soát', 'task: cắt giảm 30%'], ['task: rà soát'], []]) {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await marks(page)).toSorted()).toEqual(left.toSorted());
  }
});

test('words dragged over several rows are those of one column alone', async () => {
  const { window: page, app } = await compareYears();
  await drag(page, 'left', 'Ban Thường vụ', MOVED.slice(0, 12));
  await page.keyboard.press('Control+c');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain(MOVED.slice(0, 12));
  expect(await copied()).not.toContain('cắt giảm');
  await page.keyboard.press('a');
  await expect.poll(() => marks(page)).toHaveLength(1);
  const [mark = ''] = await marks(page);
  expect(mark).toContain('rà soát');
  expect(mark).not.toContain('cắt giảm');
  expect(await page.locator('.cmp-cell.right mark').count()).toBe(0);
});

test('keys alone choose words on either side, mark all their places, copy a quotation, and take it back', async () => {
  const { window: page, app } = await compareYears();
  await page.keyboard.press('n');
  await page.keyboard.press('F6');
  const words = 'Huyện ủy';
  const steps = ['Sáng', '9/1', 'Huyện', words];
  for (const [at, chosen] of steps.entries()) {
    await page.keyboard.press(at < 3 ? 'ArrowRight' : 'Shift+ArrowRight');
    await expect.poll(() => selected(page)).toBe(chosen);
  }
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain(words);
  await page.keyboard.press('Shift+A');
  const bar = page.locator('.occurrences-bar');
  const found = Number(/\d+/u.exec((await bar.getByRole('status').textContent()) ?? '')?.[0]);
  expect(found).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('d');
  await expect.poll(() => marks(page)).toHaveLength(found);
  await page.keyboard.press('Control+z');
  await expect.poll(() => marks(page)).toEqual([]);
});

test('two paragraphs are pinned by their numbers, taken back and made again, and the pin stays after a restart', async () => {
  const app = await compareYears();
  const page = app.window;
  const before = await labels(page);
  await page.getByRole('button', { name: 'Chọn đoạn 5 của A để ghim' }).click();
  await page.getByRole('button', { name: 'Chọn đoạn 5 của B để ghim' }).click();
  await page.keyboard.press('u');
  const pinned = /^Đoạn 5 của A và đoạn 5 của B/u;
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(pinned));
  await page.keyboard.press('Control+z');
  await expect.poll(() => labels(page)).toEqual(before);
  expect((await snapshotOf(page)).pins).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await expect.poll(() => labels(page)).toContainEqual(expect.stringMatching(pinned));
  await place.close(app);

  const { window: again } = await place.launch();
  await again.locator('.pane h2').nth(1).waitFor();
  await again.keyboard.press('Control+Shift+D');
  await expect.poll(() => labels(again)).toContainEqual(expect.stringMatching(pinned));
});

test('the comparison is saved as a page, as Markdown and as a table', async () => {
  const { window: page, app } = await compareYears();
  for (const [format, name] of [
    ['Trang HTML (để in, gửi kèm)', 'so-sanh.html'],
    ['Markdown', 'so-sanh.md'],
    ['Bảng CSV (Excel)', 'so-sanh.csv'],
  ] as const) {
    const out = place.inFolder(name);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, out);
    await page.keyboard.press('Control+e');
    await page.getByRole('menuitem', { name: format }).click();
    await expect.poll(() => page.locator('.status').textContent()).toContain(name);
    const written = await readFile(out, 'utf8');
    expect(written).toContain('dân vận khéo');
    expect(written).toContain('an toàn cho dữ liệu dùng chung');
  }
});

test('two thousand paragraphs are compared on a thread of their own, and any place of them is reached', async () => {
  const number = (at: number) =>
    ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'][at % 9] ?? '';
  const long = (year: number) =>
    Array.from(
      { length: 2000 },
      (_, at) =>
        `Việc thứ ${at} giao tổ ${number(at)} của khối ${number(at * 7)}: làm xong ${at * 3 + 1} hồ sơ mã K${at} trong quý ${number(at % 4)} năm ${at % 5 === 0 ? year : 2024}.`,
    ).join('\n\n');
  const { window: page } = await place.launch();
  await page.locator('.welcome').waitFor();
  await page.evaluate(
    ([first, second]) =>
      window.bridge.call('import.items', {
        items: [first, second].map((text = '') => ({
          name: 'so-viec.txt',
          bytes: new TextEncoder().encode(text),
        })),
      }),
    [`Sổ việc dài năm 2025\n\n${long(2025)}\n`, `Sổ việc dài năm 2026\n\n${long(2026)}\n`],
  );
  await openFromList(page, 'Sổ việc dài năm 2025');
  await openFromList(page, 'Sổ việc dài năm 2026', true);
  await page.keyboard.press('Control+Shift+D');
  await page.locator('.cmp-row').first().waitFor();
  expect(page.workers().map((thread) => thread.url())).toContainEqual(
    expect.stringContaining('comparing-worker'),
  );
  await page.keyboard.press('p');
  await expect
    .poll(() =>
      page.locator('.cmp-row.current').evaluate((row) => {
        const box = row.getBoundingClientRect();
        return box.top > 90 && box.bottom < innerHeight - 26;
      }),
    )
    .toBe(true);
  await expect.poll(() => page.locator('.cmp-row.current').textContent()).toContain('Việc thứ 1995');
  // What is far from the window follows in idle moments.
  await expect.poll(() => page.locator('.cmp-row').count(), { timeout: 20_000 }).toBe(2000);
});

test.each(['light', 'dark', 'sepia', 'contrast'] as const)(
  'the comparison passes axe in the %s theme, in each of its ways',
  async (theme) => {
    const { window: page } = await compareYears();
    await page.evaluate((name) => window.bridge.call('settings.update', { theme: name }), theme);
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    await page.keyboard.press('n');
    await page.keyboard.press('u');
    await page.getByRole('button', { name: '1 điểm neo' }).waitFor();
    await page.getByRole('button', { name: /^Diễn đạt lại/u }).click();
    await page.getByRole('button', { name: 'Chọn đoạn 2 của A để ghim' }).click();
    await page.keyboard.press('t');
    await page.locator('.cmp-rows mark').first().click();
    await page.locator('.cmp-card').waitFor();
    for (const shown of ['.cmp-rows', '.cmp-topics', '.cmp-phrases']) {
      await page.locator(shown).waitFor();
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
        const { violations } = await axe.run();
        return violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .join(' ')
              .slice(0, 300)}`,
        );
      });
      expect([shown, ...found]).toEqual([shown]);
      await page.keyboard.press('v');
    }
  },
);
