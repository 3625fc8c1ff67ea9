import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addQuote, codeOf, fakeDesktop, importText, openIn, temporaryFolder } from '../store/support';

const TITLE = 'Suối Mơ: họp “cuối năm”';

describe('printing an article', () => {
  test('takes a window, an article that is there, and options that exist', async () => {
    const library = await openIn(temporaryFolder());
    const { id } = await importText(library, TITLE);
    const options = {};
    for (const name of ['print.preview', 'print.savePdf', 'print.send'] as const) {
      expect(await codeOf(library, name, { articleId: id, options })).toBe('no-window');
      expect(await codeOf(library, name, { articleId: '0'.repeat(16), options })).toBe('article-not-found');
      expect(await codeOf(library, name, { articleId: id, options: { points: 90 } })).toBe('bad-input');
    }
    expect(library.logged).toEqual([]);
  });

  test('prints what the library holds now, in the person’s language', async () => {
    const pages: string[] = [];
    const desktop = fakeDesktop({
      pdfOf: ({ html }) => {
        pages.push(html);
        return Promise.resolve(new Uint8Array([37, 80, 68, 70]));
      },
    });
    const library = await openIn(temporaryFolder(), { desktop });
    const { id } = await importText(library, TITLE);
    await addQuote(library, id, 'trước ngày 30 tháng 6', { kind: 'deadline', note: 'Hỏi **lại**.' });
    await library.call('settings.update', { language: 'en', readFont: 'sans' });
    const { pdf } = await library.call('print.preview', { articleId: id, options: {} });
    expect([...pdf]).toEqual([37, 80, 68, 70]);
    expect(pages[0]).toContain('Suối Mơ: họp “cuối năm”');
    expect(pages[0]).toContain('<strong>lại</strong>');
    expect(pages[0]).toContain('>Deadline<');
    expect(pages[0]).toContain('class="sans numbered"');
  });

  test('writes the file whole, and says so when it cannot', async () => {
    const folder = temporaryFolder();
    let path = join(folder, 'bai.pdf');
    const desktop = fakeDesktop({
      pdfOf: () => Promise.resolve(new Uint8Array([1, 2, 3])),
      chooseSavePath: () => Promise.resolve(path),
    });
    const library = await openIn(join(folder, 'library'), { desktop });
    const { id } = await importText(library, TITLE);
    const request = { articleId: id, options: {} };
    expect(await library.call('print.savePdf', request)).toEqual({ path });
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    path = join(folder, 'nowhere', 'bai.pdf');
    expect(await codeOf(library, 'print.savePdf', request)).toBe('write-failed');
  });
});
