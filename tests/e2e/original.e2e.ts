import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pdfOf } from '../main/importing/pdf-material';
import { usePlace } from './files';
import { annotationsOf, markedWords, openFromList, selectWords, snapshotOf } from './reader';

const place = usePlace();

const TITLE = 'Xã Đồng Khê sơ kết sáu tháng đầu năm 2026';

/** Four paragraphs on every page; each says which page it stands on. */
const report = (pages: number): Promise<Uint8Array> =>
  pdfOf((doc) => {
    doc.font('bold').fontSize(16).text(TITLE, { align: 'center' }).moveDown();
    doc.font('regular').fontSize(12);
    for (let page = 1; page <= pages; page++) {
      if (page > 1) doc.addPage();
      for (const matter of ['thủy lợi', 'trường học', 'đường thôn', 'y tế']) {
        const words = `Ở trang ${page}, xã Đồng Khê giao các thôn rà soát việc ${matter}, báo cáo kết quả bằng văn bản và chịu trách nhiệm về số liệu trước ngày 30/6/2026.`;
        doc.text(words).moveDown();
      }
    }
  });

/** The app with one imported PDF in its first pane. */
async function opened(pages: number): Promise<Page> {
  const app = await place.launch({ files: [await place.write('so-ket.pdf', await report(pages))] });
  await app.window.locator('.pane h2').first().waitFor();
  await app.window.locator('[data-pane="0"] [data-block="0"] .number').waitFor();
  return app.window;
}

/** The page that the toolbar says is shown. */
const placeShown = (page: Page) => page.locator('.original-bar .num').first().textContent();

/** Whether the picture of a page has ink on it. */
const inkOn = (page: Page, number: number) =>
  page.evaluate((wanted) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.original [data-page="${wanted}"] canvas`);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return pixels.some((value, at) => at % 4 === 0 && value < 80);
  }, number);

test('the original PDF stands beside the text, follows the paragraph, and leaves the text to be marked', async () => {
  const page = await opened(5);
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await page.locator('[data-pane="0"] .pane-scroll').focus();
  await page.keyboard.press('o');
  await expect.poll(() => inkOn(page, 1)).toBe(true);
  expect(await placeShown(page)).toBe('1 / 5');

  for (let step = 0; step < 10; step++) await page.keyboard.press('j');
  await expect.poll(() => placeShown(page)).toBe('3 / 5');
  await expect.poll(() => inkOn(page, 3)).toBe(true);

  await selectWords(page, 0, 'trường học');
  await page.keyboard.press('d');
  await expect.poll(async () => Object.values(await markedWords(page, 0))).toEqual(['trường học']);
  await page.getByRole('button', { name: 'Cất bản gốc' }).click();
  await expect.poll(() => page.locator('.original').count()).toBe(0);
  await expect.poll(() => page.locator('.pane').count()).toBe(2);
  expect(violations).toEqual([]);
});

test('a PDF of hundreds of pages opens at once and draws only what is near', async () => {
  const page = await opened(300);
  await page.locator('[data-pane="0"] .pane-scroll').focus();
  const before = Date.now();
  await page.keyboard.press('o');
  await expect.poll(() => inkOn(page, 1), { interval: 20, timeout: 20_000 }).toBe(true);
  expect(Date.now() - before).toBeLessThan(4000);
  expect(await placeShown(page)).toBe('1 / 300');
  await page.locator('.original-strip').evaluate((strip) => {
    strip.scrollTop = strip.scrollHeight;
  });
  await expect.poll(() => inkOn(page, 300)).toBe(true);
  await expect.poll(() => page.locator('.original canvas').count()).toBeLessThan(12);
});

test('a paragraph is corrected in its place, keeps its note, and one undo takes it back', async () => {
  const page = await opened(1);
  await selectWords(page, 0, 'chịu trách nhiệm');
  await page.keyboard.press('t');
  await expect.poll(async () => Object.values(await markedWords(page, 0))).toEqual(['chịu trách nhiệm']);
  const second = page.locator('[data-pane="0"] [data-block="1"]');
  await page.keyboard.press('Escape');
  await second.locator('[data-start]').click({ position: { x: 4, y: 8 } });
  const box = async () => (await second.boundingBox()) ?? { y: 0, height: 0 };
  const still = await box();
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: 'Sửa đoạn 2' });
  await field.waitFor();
  // Opening the field moves nothing.
  expect(Math.abs((await box()).y - still.y)).toBeLessThan(1);
  expect(Math.abs((await box()).height - still.height)).toBeLessThan(2);
  await page.keyboard.press('End');
  await page.keyboard.insertText(' Thêm một câu.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => second.locator('[data-start]').textContent()).toContain('Thêm một câu.');
  await expect.poll(() => field.count()).toBe(0);
  const { articles } = await snapshotOf(page);
  const id = articles[0]?.id ?? '';
  expect((await annotationsOf(page, id)).map(({ target }) => target.quote.exact)).toEqual([
    'chịu trách nhiệm',
  ]);

  await page.keyboard.press('Control+z');
  await expect.poll(() => second.locator('[data-start]').textContent()).not.toContain('Thêm một câu.');
  await expect.poll(async () => Object.values(await markedWords(page, 0))).toEqual(['chịu trách nhiệm']);
});

test('text files are shown as they came', async () => {
  const html = `<html><body><h1>${TITLE}</h1><p>Xã giao các thôn rà soát việc thủy lợi và báo cáo trước ngày 30/6/2026.</p></body></html>`;
  const app = await place.launch({ files: [await place.write('so-ket.html', html)] });
  const page = app.window;
  await openFromList(page, TITLE);
  await page.locator('[data-pane="0"] .pane-scroll').focus();
  await page.keyboard.press('o');
  await expect.poll(() => page.locator('.raw-text').textContent()).toContain('<p>Xã giao các thôn');
  expect(await page.locator('.original-bar .num').count()).toBe(0);
});
