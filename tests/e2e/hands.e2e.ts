import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, markedWords, selectWords, snapshotOf } from './reader';

const place = usePlace();

const twoPanes = async () => {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const app = await place.launch({ files });
  await app.window.locator('.pane h2').nth(1).waitFor();
  return app;
};

test('marking, tagging, choosing and deleting need no mouse', async () => {
  const { window: page } = await twoPanes();
  const words = async () => Object.values(await markedWords(page, 0));
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('F6');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('t');
  await expect.poll(words).toEqual(['Ban Thường']);

  await page.keyboard.press('n');
  await expect.poll(() => page.locator('.note.chosen').count()).toBe(1);
  await page.keyboard.press('d');
  await expect.poll(() => page.locator('.note.chosen .kind-label').textContent()).toBe('Văn bản chỉ đạo');
  await page.keyboard.press('Delete');
  await expect.poll(words).toEqual([]);
  // Without a selection a mark takes the whole current paragraph.
  await page.keyboard.press('a');
  await expect.poll(async () => (await words())[0]).toMatch(/^Ban Thường vụ giao .*30\/6\/2025\.$/);
});

test('letters typed in a field, also through an input method, are never commands', async () => {
  const { window: page } = await twoPanes();
  await selectWords(page, 0, 'rà soát thủ tục');
  await page.keyboard.press('g');
  const field = page.getByRole('textbox', { name: 'Viết ghi chú…' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('dtcha 1 ?');
  expect(await field.inputValue()).toBe('dtcha 1 ?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await selectWords(page, 0, 'trên 80%');
  await page.evaluate(() => {
    const composing = { key: 'd', code: 'KeyD', bubbles: true, isComposing: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', composing));
    dispatchEvent(new KeyboardEvent('keydown', { key: 'd', code: 'KeyD', keyCode: 229, bubbles: true }));
  });
  // Nor are letters meant for the list.
  await page.locator('.shelf-item').first().focus();
  await page.keyboard.press('t');
  // The selection is still there for the first letter that is meant for it.
  await page.locator('.shelf-item').first().blur();
  await page.keyboard.press('h');
  const { articles } = await snapshotOf(page);
  const id = articles.find(({ title }) => title === LAST_YEAR.title)?.id ?? '';
  const marked = async () =>
    (await annotationsOf(page, id)).map(({ kind, note, target }) => [kind, note, target.quote.exact]);
  await expect.poll(marked).toEqual([
    ['highlight', 'dtcha 1 ?', 'rà soát thủ tục'],
    ['deadline', '', 'trên 80%'],
  ]);
});

const DRAGGED = 'Khe Sậu dạy nghề cho thanh niên';

test('files dropped on the window and pasted text come in; a refused one is named, the others are kept', async () => {
  const { window: page } = await place.launch();
  await page.locator('.welcome').waitFor();
  await page.evaluate(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name));
      data.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2])], 'ban-ve.pdf'));
      data.items.add(new File([], 'trong.txt'));
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('.welcome')?.dispatchEvent(drop);
    },
    [LAST_YEAR.name, LAST_YEAR.text] as const,
  );
  await expect.poll(() => page.locator('.report').textContent()).toContain('2 tệp không nhập được');
  const report = await page.locator('.report li').allTextContents();
  expect(report[0]).toContain('ban-ve.pdf');
  expect(report[1]).toContain('trong.txt');

  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, THIS_YEAR.text);
  await expect
    .poll(() => page.locator('.pane h2').allTextContents())
    .toEqual([LAST_YEAR.title, THIS_YEAR.title]);

  // A passage dragged out of a browser.
  await page.evaluate(
    ([title, paragraph]) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<h1>${title}</h1><p>${paragraph}</p><p>${paragraph} Việc làm trong quý II.</p>`,
      );
      data.setData('text/plain', `${title}\n${paragraph}`);
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    },
    [DRAGGED, 'Xã Khe Sậu mở lớp dạy nghề trồng chè cho thanh niên, học phí do xã lo.'] as const,
  );
  await expect.poll(() => page.locator('.shelf-item .name').allTextContents()).toContain(DRAGGED);
});

test('clicking a mark opens its card, clicking a card goes to its place, overlaps are reached in turn', async () => {
  const { window: page } = await twoPanes();
  await selectWords(page, 0, 'giao Phòng Nội vụ rà soát thủ tục theo Chỉ thị số 07-CT/HU');
  await page.keyboard.press('t');
  await page.locator('[data-pane="0"] mark').first().waitFor();
  await selectWords(page, 0, 'Chỉ thị số 07-CT/HU');
  await page.keyboard.press('d');
  const inner = page.locator('[data-pane="0"] mark[data-b="directive"]').first();
  const chosenKind = () => page.locator('.note.chosen .kind-label').textContent();
  await inner.click();
  await expect.poll(chosenKind).toBe('Văn bản chỉ đạo');
  await inner.click();
  await expect.poll(chosenKind).toBe('Nhiệm vụ');
  // The chosen card stands at the height of its passage.
  const tops = () =>
    page.evaluate(() => {
      const card = document.querySelector('.note.chosen')?.getBoundingClientRect().top ?? -1;
      const mark = document.querySelector('mark.chosen')?.getBoundingClientRect().top ?? -100;
      return Math.abs(card - mark);
    });
  await expect.poll(tops).toBeLessThan(24);

  await page.evaluate(() => window.bridge.call('settings.update', { readSize: 24, readLineHeight: 2.2 }));
  await page.keyboard.press('Escape');
  await page
    .locator('.pane-scroll')
    .first()
    .evaluate((element) => {
      element.scrollTop = 10_000;
    });
  await page.locator('.note', { hasText: 'Văn bản chỉ đạo' }).click();
  await expect.poll(chosenKind).toBe('Văn bản chỉ đạo');
  await expect.poll(() => inner.evaluate((mark) => mark.getBoundingClientRect().top > 80)).toBe(true);
});

test('a broken library file is told, brought back or refused, and never an empty library in its place', async () => {
  const first = await twoPanes();
  await place.close(first);
  await place.write('library/library.json', '{"schemaVersion": 1, "tags": [');
  await place.write('library/backup/library.json', 'also broken');
  const second = await place.launch();
  await expect.poll(() => second.window.locator('.empty').textContent()).toContain('library.json');
  expect(await second.window.locator('.welcome').count()).toBe(0);
  expect(await readFile(place.inFolder('library/library.json'), 'utf8')).toBe(
    '{"schemaVersion": 1, "tags": [',
  );
});
