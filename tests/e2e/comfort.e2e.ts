import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { violations } from './axe';
import { usePlace } from './files';
import { annotationsOf, openFromList } from './reader';

const place = usePlace();

const BASES = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
/** Every letter of Vietnamese, small and capital: 29 letters, the 12 vowels with each of five tones. */
const LETTERS = [...BASES]
  .flatMap((letter) => (/[aăâeêioôơuưy]/u.test(letter) ? TONES.map((tone) => letter + tone) : [letter]))
  .map((letter) => letter.normalize('NFC'))
  .flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]);

const LONG = {
  name: 'suoi-mo.txt',
  title: 'Huyện Suối Mơ giao việc cho 24 xã',
  text: `Huyện Suối Mơ giao việc cho 24 xã\n\n${Array.from(
    { length: 24 },
    (_, i) =>
      `Xã thứ ${String(i + 1)} rà soát thủ tục nội bộ, cắt giảm thời gian giải quyết hồ sơ. Kết quả báo cáo Thường trực Huyện ủy trước ngày 30/6/2026, nêu rõ người chịu trách nhiệm từng việc.`,
  ).join('\n\n')}\n`,
};

async function open(text: { name: string; text: string; title: string } = LONG) {
  const app = await place.launch({ files: [await place.write(text.name, text.text)] });
  await app.window.locator('.pane h2', { hasText: text.title }).waitFor();
  return app;
}

/** The fonts that draw what is inside an element, and whether they came with the program. */
async function fontsOf(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts;
}

/** Elements of texts in which a font of the system draws anything, with those fonts. */
async function foreignIn(page: Page, selector: string, family: string) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const fonts = await fontsOf(page, selector);
  expect(fonts.length).toBeGreaterThan(0);
  return fonts.filter(({ isCustomFont, familyName }) => !isCustomFont || !familyName.startsWith(family));
}

test('every letter of Vietnamese is drawn with the fonts of the program, decomposed in the file or not, and none is cut off', async () => {
  expect(new Set(LETTERS).size).toBe(2 * (29 + 12 * 5));
  const letters = `Các chữ cái: ${LETTERS.join(' ')}.`;
  const text = `Chữ cái tiếng Việt đủ dấu\n\n${letters}\n\n${letters.normalize('NFD')}\n`;
  const { window: page } = await open({ name: 'chu-cai.txt', title: 'Chữ cái tiếng Việt đủ dấu', text });
  const id = await articleId(page);
  await page.evaluate(
    ([article, note]) =>
      window.bridge.call('annotations.add', {
        articleId: article,
        target: { quote: 'Các chữ cái' },
        kind: 'highlight',
        note,
      }),
    [id, letters.normalize('NFD')] as const,
  );
  await page.locator('.note-text').waitFor();
  expect(await foreignIn(page, '.note-text', 'Inter')).toEqual([]);
  for (const [font, family] of [
    ['serif', 'Source Serif'],
    ['sans', 'Inter'],
  ] as const) {
    await page.evaluate((chosen) => window.bridge.call('settings.update', { readFont: chosen }), font);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['font'])).toBe(font);
    for (const block of ['0', '1']) {
      expect(await foreignIn(page, `[data-block="${block}"] [data-start]`, family)).toEqual([]);
    }
    // The tallest and the deepest letter both fit into the tightest line that can be chosen.
    const { ascent, descent } = await page.evaluate((letters) => {
      const context = document.createElement('canvas').getContext('2d');
      const family = getComputedStyle(document.documentElement).getPropertyValue('--font-read');
      if (context === null) throw new Error('no canvas');
      context.font = `100px ${family}`;
      const boxes = letters.map((letter) => context.measureText(letter));
      return {
        ascent: Math.max(...boxes.map((box) => box.actualBoundingBoxAscent)),
        descent: Math.max(...boxes.map((box) => box.actualBoundingBoxDescent)),
      };
    }, LETTERS);
    expect(ascent + descent).toBeLessThan(150);
  }
  await page.keyboard.press('o');
  await page.locator('.raw-text').waitFor();
  expect(await foreignIn(page, '.raw-text', 'Inter')).toEqual([]);
});

test('letters and lines change under the reader’s eyes, and what is read stays where it stands', async () => {
  const { window: page } = await open();
  const scroller = page.locator('[data-pane="0"] .pane-scroll');
  await scroller.evaluate((element) => {
    element.scrollTop = 900;
  });
  const first = () =>
    page.evaluate(() => {
      const pane = document.querySelector('[data-pane="0"] .pane-scroll');
      const top = pane?.getBoundingClientRect().top ?? 0;
      const rows = [...(pane?.querySelectorAll<HTMLElement>('[data-block]') ?? [])];
      return rows.find((row) => row.getBoundingClientRect().bottom > top + 1)?.dataset['block'];
    });
  await expect.poll(first).not.toBe('0');
  const before = await first();
  for (const [patch, property, value] of [
    [{ readJustify: true }, 'text-align', 'justify'],
    [{ readFont: 'sans' }, 'font-family', '"Inter Variable"'],
    [{ readMeasure: 45 }, 'font-family', '"Inter Variable"'],
    [{ readSize: 22, readLineHeight: 2 }, 'font-size', '22px'],
  ] as const) {
    await page.evaluate((change) => window.bridge.call('settings.update', change), patch);
    const shown = () =>
      page
        .locator('[data-pane="0"] [data-start]')
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await expect.poll(shown).toContain(value);
    await expect.poll(first).toBe(before);
  }
});

test('focus hides all but the text, which stays where it stands; the paragraph follows the reading', async () => {
  const { window: page } = await open();
  await page.locator('[data-pane="0"] [data-block="2"] [data-start]').click();
  await page.keyboard.press('F9');
  await expect.poll(() => page.locator('.shelf').isVisible()).toBe(false);
  expect(await page.locator('.rail').isVisible()).toBe(false);
  const current = () => page.locator('.block.current .number').textContent();
  expect(await current()).toBe('3');
  expect(await violations(page)).toEqual([]);
  await page.locator('[data-pane="0"] .pane-scroll').evaluate((element) => {
    element.scrollTop = 1400;
  });
  await expect.poll(async () => Number(await current())).toBeGreaterThan(8);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.shelf').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'Đọc tập trung' }).click();
  await expect.poll(() => page.locator('.rail').isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Thôi đọc tập trung' }).click();
  await expect.poll(() => page.locator('.rail').isVisible()).toBe(true);
});

test('a machine without voices says what to install; nothing forbids speaking', async () => {
  const { window: page } = await open();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.keyboard.press('F7');
  const asked = page.getByRole('alertdialog', { name: 'Đọc to' });
  await asked.waitFor();
  expect(await asked.textContent()).toContain('Máy này chưa có giọng đọc');
  expect(await asked.textContent()).toContain('espeak-ng');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Shift+F7');
  await expect.poll(() => asked.count()).toBe(0);
  expect(errors).toEqual([]);
});

async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await file.destroy();
  return pages.map((text) => text.normalize('NFC').replace(/\s+/gu, ' '));
}

/** Answers the system's dialog for a file's name. */
const saveTo = (app: ElectronApplication, filePath: string) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);

test('an article is looked at as pages and saved as a PDF that has its words, marks, notes and fonts', async () => {
  const { app, window: page } = await open();
  await page.locator('[data-pane="0"] [data-block="1"] [data-start]').click();
  await page.keyboard.press('h');
  await expect.poll(async () => (await annotationsOf(page, await articleId(page))).length).toBe(1);
  const [mark] = await annotationsOf(page, await articleId(page));
  await page.evaluate(
    ([id, articleId]) =>
      window.bridge.call('annotations.update', { articleId, id, patch: { note: 'Hỏi lại **hạn** này.' } }),
    [mark?.id ?? '', await articleId(page)] as const,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await page.locator('.print-preview .sheet canvas').first().waitFor();
  const shown = () => page.locator('.print-preview .sheet').count();
  const pagesBefore = await shown();

  await saveTo(app, place.inFolder('bai.pdf'));
  await page.keyboard.press('Control+s');
  await page.getByText(`Đã lưu ${place.inFolder('bai.pdf')}`).waitFor();
  const bytes = await readFile(place.inFolder('bai.pdf'));
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.toString('latin1')).toContain('SourceSerif4');
  const pages = await readPdf(bytes);
  expect(pages).toHaveLength(pagesBefore);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain(LONG.title);
  expect(pages.join(' ')).toContain('Xã thứ 24 rà soát thủ tục nội bộ');
  expect(pages.at(-1)).toContain('Hỏi lại hạn này.');
  expect(pages[0]).toContain('Thời hạn');
  expect(pages.map((text, i) => text.includes(`${String(i + 1)} / ${String(pages.length)}`))).not.toContain(
    false,
  );

  // Larger letters need more pages; the mouse chooses them.
  for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Cỡ chữ lớn hơn' }).click();
  await page.getByRole('button', { name: 'Bên lề' }).click();
  await expect.poll(shown, { timeout: 20_000 }).toBeGreaterThan(pagesBefore);
  await page.getByRole('button', { name: 'Đen trắng' }).click();
  await saveTo(app, place.inFolder('den-trang.pdf'));
  await page.getByRole('button', { name: /^Lưu PDF/u }).click();
  await page.getByText(`Đã lưu ${place.inFolder('den-trang.pdf')}`).waitFor();
  const beside = await readPdf(await readFile(place.inFolder('den-trang.pdf')));
  expect(beside[0]).toContain('Hỏi lại hạn này.');

  // No printer here: told in words.
  await page.keyboard.press('Control+p');
  await page.getByRole('alert').filter({ hasText: 'Máy này chưa có máy in nào' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.pane h2', { hasText: LONG.title }).waitFor();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

const articleId = (page: Page) =>
  page.evaluate(async () => {
    const reply = await window.bridge.call('library.snapshot', {});
    if (!reply.ok) throw new Error(reply.message);
    return (reply.value as { articles: { id: string }[] }).articles[0]?.id ?? '';
  });

test('settings and print have no violation in any theme, and marks differ where the system forces its colours', async () => {
  const { window: page } = await open();
  await page.locator('[data-pane="0"] [data-block="1"] [data-start]').click();
  for (const key of ['d', 't', 'c', 'h']) {
    await page.keyboard.press(key);
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Control+p');
  await page.locator('.print-preview .sheet canvas').first().waitFor();
  for (const theme of ['light', 'dark', 'sepia', 'contrast']) {
    await page.evaluate((chosen) => window.bridge.call('settings.update', { theme: chosen }), theme);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe(theme);
    expect([theme, 'print', ...(await violations(page))]).toEqual([theme, 'print']);
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Cài đặt' }).waitFor();
    expect([theme, 'settings', ...(await violations(page))]).toEqual([theme, 'settings']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+p');
    await page.getByRole('heading', { name: 'In bài' }).waitFor();
  }
  await page.keyboard.press('Escape');
  await openFromList(page, LONG.title);
  await page.emulateMedia({ forcedColors: 'active' });
  const lines = await page
    .locator('[data-pane="0"] mark')
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).textDecorationStyle));
  expect([...new Set(lines)].sort()).toEqual(['dashed', 'double', 'solid', 'wavy']);
});
