import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { LAST_YEAR, THIS_YEAR, usePlace } from './files';
import { annotationsOf, markedWords, selectWords, snapshotOf } from './reader';

const place = usePlace();

const TASK = 'giao Phòng Nội vụ rà soát thủ tục theo Chỉ thị số 07-CT/HU';
const DIRECTIVE = 'Chỉ thị số 07-CT/HU';

const twoPanes = async () => {
  const files = [
    await place.write(LAST_YEAR.name, LAST_YEAR.text),
    await place.write(THIS_YEAR.name, THIS_YEAR.text),
  ];
  const app = await place.launch({ files });
  await app.window.locator('.pane h2').nth(1).waitFor();
  return app;
};

/** A task with a directive inside it, in the left pane. */
const overlapping = async () => {
  const app = await twoPanes();
  const { window: page } = app;
  await selectWords(page, 0, TASK);
  await page.keyboard.press('t');
  await page.locator('[data-pane="0"] mark').first().waitFor();
  await selectWords(page, 0, DIRECTIVE);
  await page.keyboard.press('d');
  const inner = page.locator('[data-pane="0"] mark[data-b="directive"]').first();
  await inner.waitFor();
  return { ...app, page, inner };
};

const idOf = async (page: Page, title: string) => {
  const { articles } = await snapshotOf(page);
  return articles.find((article) => article.title === title)?.id ?? '';
};
const kept = async (page: Page, title = LAST_YEAR.title) =>
  (await annotationsOf(page, await idOf(page, title))).map(({ kind, anchor, target }) => [
    kind,
    anchor,
    target.quote.exact,
  ]);
const shownWords = async (page: Page) => Object.values(await markedWords(page, 0));
const chosenKind = (page: Page) => page.locator('.note.chosen .kind-label').textContent();
const said = (page: Page) => page.locator('footer.status').textContent();

test('every note of an overlap is reached: by clicks, by the list, by V, by the right button', async () => {
  const { page, inner } = await overlapping();
  const options = page.getByRole('listbox', { name: 'Các ghi chú ở chỗ này' }).getByRole('option');
  await inner.click();
  await expect.poll(() => chosenKind(page)).toBe('Văn bản chỉ đạo');
  expect(await options.count()).toBe(0);
  await inner.click();
  await expect.poll(() => chosenKind(page)).toBe('Nhiệm vụ');
  expect(await options.count()).toBe(2);
  await options.nth(1).hover();
  // The words of the one that is pointed at light up.
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...(CSS.highlights.get('peek') ?? [])].map((range) => (range as Range).toString()),
      ),
    )
    .toEqual([DIRECTIVE]);
  await options.nth(1).click();
  await expect.poll(() => chosenKind(page)).toBe('Văn bản chỉ đạo');
  await page.keyboard.press('Escape');
  await expect.poll(() => options.count()).toBe(0);

  await page.keyboard.press('v');
  await expect.poll(() => chosenKind(page)).toBe('Nhiệm vụ');
  const outlined = () => page.locator('[data-pane="0"] mark.chosen').allTextContents();
  await expect.poll(async () => (await outlined()).join('')).toBe(TASK);
  await page.keyboard.press('v');
  await expect.poll(() => chosenKind(page)).toBe('Văn bản chỉ đạo');

  await inner.click({ button: 'right' });
  await expect.poll(() => options.nth(1).evaluate((option) => option === document.activeElement)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(() => chosenKind(page)).toBe('Nhiệm vụ');
  expect(await options.count()).toBe(0);
});

/** Takes hold of a handle and moves to the letter after `words` in a paragraph; the button stays down. */
async function dragHandle(page: Page, name: RegExp, words: string): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox();
  const to = await page.evaluate((wanted) => {
    const text = [...document.querySelectorAll('[data-pane="0"] [data-start]')].find((element) =>
      element.textContent.includes(wanted),
    );
    const walker = document.createTreeWalker(text ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + wanted.length - 1);
      range.setEnd(node, at + wanted.length);
      const { right, top, height } = range.getBoundingClientRect();
      return { x: right, y: top + height / 2 };
    }
    throw new Error(`nowhere: ${wanted}`);
  }, words);
  if (box === null) throw new Error('no handle');
  const grip = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 5, grip.y, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

test('the ends of a mark are dragged, over a paragraph too; Escape gives it up, undo takes it back', async () => {
  const { page, inner } = await overlapping();
  await inner.click();
  await dragHandle(page, /^Cuối đoạn đánh dấu/u, 'báo cáo trước n');
  // Nothing is changed before the button is let go.
  expect(await kept(page)).toContainEqual(['directive', 'exact', DIRECTIVE]);
  await page.mouse.up();
  const further = `${DIRECTIVE}, báo cáo trước`;
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', further]);
  await expect.poll(() => shownWords(page)).toContain(further);

  await dragHandle(page, /^Cuối đoạn đánh dấu/u, 'Phấn đấu trên');
  await page.mouse.up();
  await expect.poll(async () => (await kept(page)).at(-1)?.[2]).toMatch(/30\/6\/2025\.\nPhấn đấu trên$/u);
  expect(await violations(page)).toEqual([]);

  await dragHandle(page, /^Đầu đoạn đánh dấu/u, 'Ban Thường');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(async () => (await kept(page)).at(-1)?.[2]).toMatch(/^Chỉ thị số/u);
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', further]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', DIRECTIVE]);
});

test('the ends of a mark move by keys, as one undo step', async () => {
  const { page, inner } = await overlapping();
  await inner.click();
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect
    .poll(() => kept(page))
    .toContainEqual(['directive', 'exact', 'thị số 07-CT/HU, báo cáo trước']);
  await page.getByRole('button', { name: /^Cuối đoạn đánh dấu/u }).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', 'thị số 07-CT/HU, báo cáo trướ']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', DIRECTIVE]);
  await expect.poll(() => said(page)).toContain('Đã hoàn tác: đổi mép đoạn đánh dấu');
});

test('all places of the selected words are marked in both panes at once, and taken back at once', async () => {
  const { window: page } = await twoPanes();
  await selectWords(page, 0, 'Huyện ủy Suối Mơ');
  await page.keyboard.press('Shift+A');
  const bar = page.getByRole('toolbar', { name: 'Đánh dấu mọi chỗ có “Huyện ủy Suối Mơ”' });
  await expect.poll(() => bar.getByRole('status').textContent()).toBe('1 chỗ');
  await page.keyboard.press('Escape');
  expect(await bar.count()).toBe(0);
  await selectWords(page, 0, 'trước ngày');
  // By mouse: the menu of the bar over the selection.
  await page.getByRole('button', { name: 'Thêm việc với vùng chọn' }).click();
  await page.getByRole('menuitem', { name: /^Đánh dấu mọi chỗ giống/u }).click();
  const found = page.getByRole('toolbar', { name: 'Đánh dấu mọi chỗ có “trước ngày”' });
  await found.getByRole('button', { name: 'Các bài đang mở' }).click();
  await expect.poll(() => found.getByRole('status').textContent()).toBe('2 chỗ');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('occurrence')?.size)).toBe(2);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('h');
  await expect.poll(() => kept(page)).toEqual([['deadline', 'exact', 'trước ngày']]);
  expect(await kept(page, THIS_YEAR.title)).toEqual([['deadline', 'exact', 'trước ngày']]);
  await page.getByRole('button', { name: 'Hoàn tác: đánh dấu 2 chỗ' }).click();
  await expect.poll(() => kept(page)).toEqual([]);
  expect(await kept(page, THIS_YEAR.title)).toEqual([]);
});

test('a quotation is copied with its source line, as text and as HTML', async () => {
  const { window: page, app } = await twoPanes();
  await selectWords(page, 0, 'rà soát thủ tục');
  await page.keyboard.press('Control+Shift+C');
  await expect.poll(() => said(page)).toContain('Đã chép trích dẫn kèm dòng nguồn');
  const copied = await app.evaluate(({ clipboard }) => {
    const { readText, readHTML } = clipboard as unknown as Record<'readText' | 'readHTML', () => string>;
    return { text: readText(), html: readHTML() };
  });
  expect(copied.text).toBe(
    `“rà soát thủ tục”\n“${LAST_YEAR.title}”, ngày 08/01/2025 (năm suy luận), đoạn 2.`,
  );
  expect(copied.html).toMatch(/<blockquote[^>]*><p>“rà soát thủ tục”<\/p><\/blockquote>/u);
  expect(copied.html).toMatch(/href="doi-chieu:\/\/[0-9a-f]{16}\/doan\/2\?r=1"/u);
  // The browser's own copying takes the words alone.
  await page.keyboard.press('Control+c');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('rà soát thủ tục');
});

test('selections by hand: over two panes, by a triple click, of the whole article', async () => {
  const { window: page } = await twoPanes();
  const box = async (pane: number, block: number) => {
    const found = await page
      .locator(`[data-pane="${pane}"] [data-block="${block}"] [data-start]`)
      .boundingBox();
    if (found === null) throw new Error('no paragraph');
    return found;
  };
  const selected = () => page.evaluate(() => getSelection()?.toString().trim() ?? '');
  const from = await box(0, 2);
  const to = await box(1, 1);
  await page.mouse.move(from.x + 2, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 120, to.y + 8, { steps: 5 });
  await page.mouse.up();
  await expect.poll(selected).toMatch(/^(Phấn đấu|hấn đấu).*2025\.$/u);
  await page.keyboard.press('c');
  await expect.poll(async () => (await kept(page)).length).toBe(1);
  expect(await kept(page, THIS_YEAR.title)).toEqual([]);

  const second = await box(1, 1);
  await page.mouse.click(second.x + 60, second.y + 8, { clickCount: 3 });
  await page.keyboard.press('t');
  await expect
    .poll(async () => (await kept(page, THIS_YEAR.title))[0]?.[2])
    .toMatch(/^Ban Thường vụ giao .*30\/4\/2026\.$/u);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('a');
  await expect
    .poll(async () => (await kept(page, THIS_YEAR.title)).map(([, , words]) => words?.split('\n').length))
    .toEqual([3, 1]);
});

test('a note that lost its place is attached again, by a candidate or by hand, and undo makes it lost again', async () => {
  const { page } = await overlapping();
  const id = await idOf(page, LAST_YEAR.title);
  await page.evaluate(
    (articleId) =>
      window.bridge.call('articles.revise', {
        id: articleId,
        revision: 1,
        edits: [
          {
            do: 'edit',
            index: 1,
            text: 'Phòng Nội vụ có trách nhiệm rà soát lại các thủ tục theo tinh thần Chỉ thị 07 và báo cáo.',
          },
        ],
      }),
    id,
  );
  await expect.poll(async () => (await kept(page)).map(([, anchor]) => anchor)).toEqual(['orphan', 'orphan']);
  await page.locator('[data-pane="0"] .pane-scroll').focus();
  await page.keyboard.press('Shift+R');
  const card = page.getByRole('article', { name: `Ghi chú mất vị trí: ${TASK}` });
  await expect.poll(() => card.locator('.candidate').count()).toBeGreaterThan(0);
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('peek')?.size)).toBe(1);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect
    .poll(() => kept(page))
    .toContainEqual(['task', 'exact', expect.stringContaining('rà soát lại các thủ tục')]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => kept(page)).toContainEqual(['task', 'orphan', TASK]);

  const other = page.getByRole('article', { name: `Ghi chú mất vị trí: ${DIRECTIVE}` });
  await other.locator('.lost-head').click();
  await selectWords(page, 0, 'Chỉ thị 07');
  await other.getByRole('button', { name: /^Gắn vào chỗ đang chọn/u }).click();
  await expect.poll(() => kept(page)).toContainEqual(['directive', 'exact', 'Chỉ thị 07']);
  await selectWords(page, 0, 'rà soát lại các thủ tục');
  await page.keyboard.press('r');
  await expect.poll(() => kept(page)).toContainEqual(['task', 'exact', 'rà soát lại các thủ tục']);
  await expect.poll(() => shownWords(page)).toEqual(['rà soát lại các thủ tục', 'Chỉ thị 07']);
});
