import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '#core/contract';
import type { Reply } from '#core/gateway';
import { violations } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, snapshotOf } from './reader';

const place = usePlace();

async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply: Reply = await page.evaluate(([n, i]) => window.bridge.call(n, i), [name, input] as const);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value as CallOutput<N>;
}

const idOf = async (page: Page, title: string): Promise<string> =>
  (await snapshotOf(page)).articles.find((article) => article.title === title)?.id ?? '';

/** Two articles side by side: four notes in the left one, one in the right one. The left pane is the active one. */
async function withNotes(): Promise<Page> {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const { window: page } = await place.launch({ files });
  await page.locator('.pane h2').nth(1).waitFor();
  const left = await idOf(page, LAST_YEAR.title);
  const right = await idOf(page, THIS_YEAR.title);
  const add = (articleId: string, quote: string) =>
    call(page, 'annotations.add', { articleId, target: { quote }, kind: 'highlight' });
  for (const quote of ['tổng kết công tác', 'rà soát thủ tục', 'trước ngày 30/6/2025', 'trên 80% hồ sơ']) {
    await add(left, quote);
  }
  await add(right, 'trên 95% hồ sơ');
  // Suggestions stand between the notes and have tests of their own.
  await call(page, 'settings.update', { suggestions: 'none' });
  await page.locator('[data-pane="0"] h2').click();
  await expect.poll(() => page.locator('.note').count()).toBe(4);
  return page;
}

const card = (page: Page, words: string) => page.locator('.note', { hasText: words });
const undo = (page: Page, what: string) => page.getByRole('button', { name: `Hoàn tác: ${what}` }).click();
const kinds = async (page: Page): Promise<string[]> =>
  (await annotationsOf(page, await idOf(page, LAST_YEAR.title))).map(({ kind }) => kind);

test('several notes are chosen with the mouse and changed together, and one undo takes it back', async () => {
  const page = await withNotes();
  await card(page, 'rà soát').click({ modifiers: ['Control'] });
  await card(page, 'trên 80%').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Các ghi chú đã chọn' });
  await expect.poll(() => bar.locator('strong').textContent()).toBe('3 ghi chú');
  expect((await page.locator('mark.chosen').allTextContents()).join('')).toBe(
    'rà soát thủ tụctrước ngày 30/6/2025trên 80% hồ sơ',
  );
  await bar.getByRole('button', { name: 'Nhiệm vụ' }).click();
  await expect.poll(() => kinds(page)).toEqual(['highlight', 'task', 'task', 'task']);
  await bar.getByRole('combobox').fill('Gấp');
  await bar.getByRole('combobox').press('Enter');
  await expect.poll(() => page.locator('.note .tags').allTextContents()).toEqual(['Gấp', 'Gấp', 'Gấp']);
  await undo(page, 'gắn thẻ “Gấp” cho 3 ghi chú');
  await undo(page, 'đổi loại 3 ghi chú');
  await expect.poll(() => kinds(page)).toEqual(Array(4).fill('highlight'));
});

test('several notes are chosen with keys alone and deleted; the cards stay beside their words', async () => {
  const page = await withNotes();
  await page.keyboard.press('n');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+N');
  await page.keyboard.press('Shift+N');
  const topOf = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
  // The bar stands over the cards: the open one is level with its passage all the same.
  await expect
    .poll(async () => Math.abs((await topOf('.note.chosen')) - (await topOf('mark.chosen >> nth=2'))))
    .toBeLessThan(40);
  await page.keyboard.press('Delete');
  await expect.poll(() => kinds(page)).toEqual(['highlight']);
  await undo(page, 'xóa 3 ghi chú');
  await expect.poll(() => kinds(page)).toHaveLength(4);
  await page.keyboard.press('Control+Shift+A');
  await expect.poll(() => page.locator('.note.picked').count()).toBe(4);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.note.picked').count()).toBe(0);
});

test('a note is written in Markdown with keys, looked at, and taken back by the field itself', async () => {
  const page = await withNotes();
  await card(page, 'rà soát').click();
  const field = page.getByRole('textbox', { name: 'Viết ghi chú…' });
  await field.fill('hỏi lại gấp');
  await field.press('Shift+Control+ArrowLeft');
  await field.press('Control+b');
  expect(await field.inputValue()).toBe('hỏi lại **gấp**');
  await field.press('Control+z');
  expect(await field.inputValue()).toBe('hỏi lại gấp');
  await field.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Danh sách' }).click();
  expect(await field.inputValue()).toBe('- hỏi lại **gấp**');
  await field.press('Control+Shift+m');
  await expect.poll(() => page.locator('.preview li strong').textContent()).toBe('gấp');
  expect(await field.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Viết', exact: true }).click();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.note .written li').textContent()).toBe('hỏi lại gấp');
});

test('a link to the other article is made by a click on its mark, followed, changed and taken back', async () => {
  const page = await withNotes();
  await card(page, 'trên 80%').click();
  await page.keyboard.press('Shift+L');
  await page.getByRole('button', { name: 'trái với' }).click();
  await page.locator('[data-pane="1"] mark').click();
  const far = page.getByRole('button', { name: /^Mở: trái với trên 95% hồ sơ/u });
  await far.click();
  await expect.poll(() => page.locator('.pane.active').getAttribute('data-pane')).toBe('1');
  await expect.poll(() => page.locator('.note.chosen .quote').textContent()).toBe('trên 95% hồ sơ');
  await page.getByRole('combobox', { name: 'Quan hệ' }).selectOption('evidence');
  await page.getByRole('button', { name: /^Mở: được dẫn chứng bởi trên 80% hồ sơ/u }).waitFor();
  await undo(page, 'đổi quan hệ của liên kết');
  await undo(page, 'liên kết ghi chú');
  await expect.poll(async () => (await snapshotOf(page)).links).toEqual([]);
  await expect.poll(() => page.locator('.links').count()).toBe(0);
});

test('a link is made with keys alone', async () => {
  const page = await withNotes();
  await page.keyboard.press('n');
  await page.keyboard.press('Shift+L');
  await page.keyboard.type('95');
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Mở: dẫn chứng cho trên 95% hồ sơ/u }).waitFor();
});

test('the filter narrows the cards, fades the marks of both panes, and lets go by key', async () => {
  const page = await withNotes();
  await card(page, 'rà soát').click();
  await page.keyboard.press('t');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.getByRole('search').getByRole('button', { name: 'Nhiệm vụ' }).click();
  await expect.poll(() => page.locator('.note .quote').allTextContents()).toEqual(['rà soát thủ tục']);
  await expect
    .poll(async () => (await page.locator('mark.faint').allTextContents()).join(''))
    .toBe('tổng kết công táctrước ngày 30/6/2025trên 80% hồ sơtrên 95% hồ sơ');
  expect(await page.getByRole('tab', { name: /^Ghi chú/u }).textContent()).toBe('Ghi chú 1/4');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.note').count()).toBe(4);
  expect(await page.locator('mark.faint').count()).toBe(0);
});

test.each(['light', 'dark', 'sepia', 'contrast'] as const)(
  'chosen notes, the making of a link, a preview and the filter pass axe in the %s theme',
  async (theme) => {
    const page = await withNotes();
    await call(page, 'settings.update', { theme });
    const [first, second] = await annotationsOf(page, await idOf(page, LAST_YEAR.title));
    const { articleId = '', id = '' } = first ?? {};
    const note = '# Việc\n\n**gấp** và `mã`, [báo](https://bao.example/a)\n\n- [x] xong\n\n> trích';
    await call(page, 'annotations.update', { articleId, id, patch: { note } });
    const to = { articleId, annotationId: second?.id ?? '' };
    await call(page, 'links.add', { from: { articleId, annotationId: id }, to, relation: 'answers' });
    await card(page, 'tổng kết công tác').click();
    await page.getByRole('button', { name: /^Mở: trả lời/u }).waitFor();
    await page.keyboard.press('Control+Shift+m');
    await page.keyboard.press('f');
    await page.getByRole('search').getByRole('button', { name: 'Đánh dấu' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Liên kết…/u }).click();
    await page.getByRole('option').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+a');
    await page.locator('.bulk-bar').waitFor();
    expect(await violations(page)).toEqual([]);
  },
);
