import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addQuote, importText, PARAGRAPHS, sure, type Opened } from '../../main/store/support';
import { openArticle, openCard, openWindow, type TestWindow } from '../window';
import { selectWords } from './hands';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const MARKED = 'trước ngày 30 tháng 6';

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  await addQuote(library, id, MARKED);
};

let opened: TestWindow;
/** What lies on the clipboard, by type. */
let copied: Record<string, string> = {};
let refuses = false;

const read = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });

/** A clipboard of the page's own, since a page without a system has none. */
beforeEach(async () => {
  copied = {};
  refuses = false;
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(readonly parts: Record<string, Blob>) {}
    },
  );
  opened = await openWindow({ prepare });
  // After the window: the hands of the tests bring a clipboard of their own, for text alone.
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      write: async ([item]: { parts: Record<string, Blob> }[]) => {
        if (refuses) throw new DOMException('not now', 'NotAllowedError');
        const forms = Object.entries(sure(item).parts);
        const texts = forms.map(async ([type, blob]) => [type, await read(blob)] as const);
        copied = Object.fromEntries(await Promise.all(texts));
      },
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

const status = () => screen.getByRole('contentinfo').textContent;
const copy = () => opened.user.keyboard('{Control>}{Shift>}C{/Shift}{/Control}');

test('the selected words are copied with their source, as text and as HTML', async () => {
  await openArticle(opened, TITLE);
  await selectWords('nâng cao chất lượng');
  await copy();
  await waitFor(() =>
    expect(copied['text/plain']).toBe(`“nâng cao chất lượng”\n“${TITLE}”, không rõ ngày đăng, đoạn 4.`),
  );
  expect(copied['text/html']).toContain('<blockquote lang="vi"><p>“nâng cao chất lượng”</p></blockquote>');
  expect(copied['text/html']).toMatch(/<a href="doi-chieu:\/\/[0-9a-f]{16}\/doan\/4\?r=1">/u);
  expect(status()).toContain('Đã chép trích dẫn kèm dòng nguồn');
  expect(getSelection()?.toString()).toBe('nâng cao chất lượng');
});

test('without a selection the chosen note is copied, by its key and by its button, else the current paragraph', async () => {
  const card = await openCard(opened, TITLE);
  await copy();
  await waitFor(() => expect(copied['text/plain']).toMatch(/^“trước ngày 30 tháng 6”\n.*đoạn 2\.$/u));
  copied = {};
  await opened.user.click(sure(card.querySelector('[aria-label="Chép trích dẫn kèm nguồn"]')));
  await waitFor(() => expect(copied['text/plain']).toMatch(/^“trước ngày 30 tháng 6”\n/u));
  await opened.user.keyboard('{Escape}');
  await opened.user.keyboard('j');
  await copy();
  await waitFor(() => expect(copied['text/plain']).toContain(`“${PARAGRAPHS[0]}”\n`));
});

test('a clipboard that the system refuses is told', async () => {
  await openArticle(opened, TITLE);
  await selectWords('nâng cao chất lượng');
  refuses = true;
  await copy();
  await waitFor(() => expect(status()).toContain('Không chép được'));
  expect(copied).toEqual({});
});
