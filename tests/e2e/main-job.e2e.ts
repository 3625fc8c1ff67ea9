import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, markedWords, openFromList, selectWords, snapshotOf } from './reader';

const place = usePlace();

const bothFiles = async () => [
  await place.write(LAST_YEAR.name, LAST_YEAR.text),
  await place.write(THIS_YEAR.name, THIS_YEAR.text),
];

const TASK = 'giao Phòng Nội vụ rà soát thủ tục theo Chỉ thị số 07-CT/HU';
const DIRECTIVE = 'Chỉ thị số 07-CT/HU, báo cáo';

test('a task and a directive that overlap stand at the same words after the app was closed and opened', async () => {
  const files = await bothFiles();
  const first = await place.launch({ files });
  const page = first.window;
  await expect
    .poll(() => page.locator('.pane h2').allTextContents())
    .toEqual([LAST_YEAR.title, THIS_YEAR.title]);

  await selectWords(page, 0, TASK);
  await page.keyboard.press('t');
  await expect.poll(async () => Object.values(await markedWords(page, 0))).toEqual([TASK]);
  await selectWords(page, 0, DIRECTIVE);
  await page.locator('.selection-bar button', { hasText: 'Văn bản' }).click();
  await expect.poll(async () => Object.values(await markedWords(page, 0))).toEqual([TASK, DIRECTIVE]);
  const before = await markedWords(page, 0);
  await place.close(first);

  const second = await place.launch();
  await expect.poll(() => markedWords(second.window, 0)).toEqual(before);
  const [article] = (await snapshotOf(second.window)).articles.filter(
    ({ title }) => title === LAST_YEAR.title,
  );
  const kept = await annotationsOf(second.window, article?.id ?? '');
  expect(kept.map(({ kind, target }) => [kind, target.quote.exact])).toEqual([
    ['task', TASK],
    ['directive', DIRECTIVE],
  ]);
  // The overlap is painted once, with the directive inside the task.
  const overlap = second.window.locator('mark[data-a="task"][data-b="directive"]');
  expect((await overlap.allTextContents()).join('')).toBe('Chỉ thị số 07-CT/HU');
});

test('every kind of change is undone and redone', async () => {
  const { window: page } = await place.launch({ files: await bothFiles() });
  const { articles } = await snapshotOf(page).then(async (snapshot) => {
    await expect.poll(async () => (await snapshotOf(page)).articles.length).toBe(2);
    return snapshot.articles.length === 2 ? snapshot : snapshotOf(page);
  });
  const id = articles.find(({ title }) => title === LAST_YEAR.title)?.id ?? '';
  const state = async () => {
    const [annotation] = await annotationsOf(page, id);
    const summary = (await snapshotOf(page)).articles.find((article) => article.id === id);
    return {
      title: summary?.title,
      inTrash: summary?.removedAt !== null,
      annotation:
        annotation === undefined
          ? null
          : {
              kind: annotation.kind,
              colour: annotation.colour,
              tags: annotation.tags,
              note: annotation.note,
            },
    };
  };
  const steps = [await state()];
  const after = async (change: () => Promise<unknown>) => {
    await change();
    await expect.poll(state).not.toEqual(steps.at(-1));
    steps.push(await state());
  };
  const card = page.locator('.note.chosen');

  await after(async () => {
    await selectWords(page, 0, 'trên 80% hồ sơ');
    await page.keyboard.press('c');
  });
  await page.locator('[data-pane="0"] mark').first().click();
  await after(() => page.keyboard.press('t'));
  await after(() => card.getByRole('radio', { name: 'tím hồng' }).click());
  await after(async () => {
    await card.getByRole('combobox', { name: 'Thêm thẻ…' }).fill('cải cách');
    await page.keyboard.press('Enter');
  });
  await after(async () => {
    await card.getByRole('textbox', { name: 'Viết ghi chú…' }).fill('So với năm sau: 95%.');
    await page.keyboard.press('Escape');
  });
  await after(() => card.getByRole('button', { name: /^Xóa/ }).click());
  await after(async () => {
    await page.keyboard.press('F2');
    await page.getByRole('dialog').locator('textarea[name="title"]').fill('Tên đã sửa');
    await page.getByRole('button', { name: 'Lưu' }).click();
  });
  await after(async () => {
    await page.locator(`[data-article="${id}"]`).focus();
    await page.keyboard.press('Delete');
  });

  expect(steps).toHaveLength(9);
  for (const expected of [...steps].reverse().slice(1)) {
    await page.keyboard.press('Control+z');
    await expect.poll(state).toEqual(expected);
  }
  for (const expected of steps.slice(1)) {
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(state).toEqual(expected);
  }
});

test('a note that is still being typed is saved when the window is closed at once', async () => {
  const first = await place.launch({ files: await bothFiles() });
  await first.window.locator('.pane h2').first().waitFor();
  await selectWords(first.window, 1, 'cắt giảm 30% thủ tục');
  await first.window.keyboard.press('g');
  const field = first.window.getByRole('textbox', { name: 'Viết ghi chú…' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await first.window.keyboard.insertText('Năm trước chỉ yêu cầu “rà soát”.');
  await place.close(first);

  const second = await place.launch();
  const articles = await snapshotOf(second.window);
  const id = articles.articles.find(({ title }) => title === THIS_YEAR.title)?.id ?? '';
  expect((await annotationsOf(second.window, id)).map(({ note }) => note)).toEqual([
    'Năm trước chỉ yêu cầu “rà soát”.',
  ]);
});

test('panes, their widths and places in the text come back; the same article may stand in both', async () => {
  const first = await place.launch({ files: await bothFiles(), size: { width: 1280, height: 720 } });
  const page = first.window;
  await page.locator('.pane h2').nth(1).waitFor();
  await page.keyboard.press('F6');
  await expect.poll(() => page.locator('.pane.active').getAttribute('data-pane')).toBe('1');
  await openFromList(page, LAST_YEAR.title);
  // It stands in pane A already: the list goes there. The second copy is asked for by “open beside”.
  await expect.poll(() => page.locator('.pane.active').getAttribute('data-pane')).toBe('0');
  await openFromList(page, LAST_YEAR.title, true);
  await expect
    .poll(() => page.locator('.pane h2').allTextContents())
    .toEqual([LAST_YEAR.title, LAST_YEAR.title]);

  const separator = page.getByRole('separator');
  const at = await separator.boundingBox();
  if (at === null) throw new Error('no separator');
  await page.mouse.move(Math.round(at.x), 400);
  await page.mouse.down();
  await page.mouse.move(Math.round(at.x) - 70, 400, { steps: 5 });
  await page.mouse.up();
  // Large letters make the short article longer than its pane.
  await page.evaluate(() => window.bridge.call('settings.update', { readSize: 24, readLineHeight: 2.2 }));
  const scrollers = page.locator('.pane-scroll');
  await expect
    .poll(() => scrollers.nth(1).evaluate((element) => element.scrollHeight - element.clientHeight))
    .toBeGreaterThan(120);
  // The place at the top is held once more in the frame in which the text is laid out anew.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await scrollers.nth(1).evaluate((element) => {
    element.scrollTop = 120;
  });
  await expect.poll(() => scrollers.nth(1).evaluate((element) => element.scrollTop)).toBe(120);
  const widths = () => page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.clientWidth));
  const before = await widths();
  expect(before[0]).toBeLessThan((before[1] ?? 0) - 50);
  await place.close(first);

  const second = await place.launch({ size: { width: 1280, height: 720 } });
  const again = second.window;
  await expect
    .poll(() => again.locator('.pane h2').allTextContents())
    .toEqual([LAST_YEAR.title, LAST_YEAR.title]);
  const tops = () =>
    again.locator('.pane-scroll').evaluateAll((all) => all.map((one) => Math.round(one.scrollTop)));
  await expect.poll(tops).toEqual([0, 120]);
  expect(await again.locator('.pane').evaluateAll((all) => all.map((pane) => pane.clientWidth))).toEqual(
    before,
  );
});

test('annotated notes are exported from the window as Markdown, HTML, Word and PDF', async () => {
  const { window: page, app } = await place.launch({ files: await bothFiles() });
  await page.locator('.pane h2').nth(1).waitFor();
  await selectWords(page, 0, 'trên 80% hồ sơ');
  await page.keyboard.press('c');
  await selectWords(page, 1, 'trên 95% hồ sơ');
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  await page.getByRole('button', { name: 'Mọi bài có ghi chú' }).click();
  await page.getByRole('button', { name: 'Markdown', exact: true }).click();
  await expect.poll(() => page.locator('.export-preview pre').textContent()).toContain('trên 95% hồ sơ');

  for (const [format, file] of [
    ['Markdown', 'ghi-chu.md'],
    ['HTML', 'ghi-chu.html'],
  ] as const) {
    const out = place.inFolder(file);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, out);
    await page.getByRole('button', { name: format, exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.status').textContent()).toContain(file);
    const written = await readFile(out, 'utf8');
    expect(written).toContain('trên 80% hồ sơ');
    expect(written).toContain('trên 95% hồ sơ');
  }
  for (const [format, file, magic] of [
    ['Word', 'ghi-chu.docx', 'PK'],
    ['PDF', 'ghi-chu.pdf', '%PDF'],
  ] as const) {
    const out = place.inFolder(file);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, out);
    await page.getByRole('button', { name: format, exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.locator('.status').textContent()).toContain(file);
    expect((await readFile(out)).subarray(0, magic.length).toString()).toBe(magic);
  }
  const shown = page.frameLocator('.export-preview iframe');
  await expect.poll(() => shown.locator('body').textContent()).toContain('trên 95% hồ sơ');
  // The style of the file is at work in the preview too.
  expect(await shown.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toMatch(/serif/i);
});
