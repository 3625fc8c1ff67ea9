import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#core/refusal';
import type { Desktop, Page } from '../../../main/desktop';
import {
  addQuote,
  fakeDesktop,
  importText,
  sure,
  temporaryFolder,
  type Opened,
} from '../../main/store/support';
import { openArticle, openWindow } from '../window';

const TITLE = 'Suối Mơ họp cuối năm';
const PARAGRAPHS = ['Các xã báo cáo trước ngày 30/6/2026.', 'Phòng Nội vụ rà soát thủ tục.'];
const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE, PARAGRAPHS);
  await addQuote(library, id, 'trước ngày 30/6/2026', { kind: 'deadline', note: 'Hỏi lại hạn.' });
};

/** A window whose pages are only taken down: laying them out takes a real one. */
async function printing(more: Partial<Desktop> = {}) {
  const pages: Page[] = [];
  const desktop = fakeDesktop({
    pdfOf: (page) => {
      pages.push(page);
      return Promise.resolve(new TextEncoder().encode('%PDF-1.4'));
    },
    ...more,
  });
  const opened = await openWindow({ prepare, parts: { desktop } });
  await openArticle(opened, TITLE);
  await opened.user.keyboard('{Control>}p{/Control}');
  await screen.findByRole('heading', { name: 'In bài' });
  await waitFor(() => expect(pages).toHaveLength(1));
  const last = () => new JSDOM(sure(pages.at(-1)).html).window.document;
  return { ...opened, pages, last };
}

describe('the pages of an article', () => {
  test('are laid out with its marks and notes, and anew after every choice', async () => {
    const { user, pages, last } = await printing();
    expect(sure(pages[0]).title).toBe(TITLE);
    expect(last().querySelector('.text mark')?.textContent).toBe('trước ngày 30/6/2026');
    expect(last().querySelector('.notes .said')?.textContent).toBe('Hỏi lại hạn.');
    for (const [name, classes] of [
      ['Bên lề', 'serif numbered beside'],
      ['Đen trắng', 'serif numbered grey beside'],
    ] as const) {
      const before = pages.length;
      await user.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(pages.length).toBeGreaterThan(before));
      expect(last().body.className).toBe(classes);
    }
    await user.click(screen.getByRole('checkbox', { name: 'Đánh dấu' }));
    await user.click(screen.getByRole('checkbox', { name: 'Số đoạn' }));
    await user.click(screen.getByRole('button', { name: 'Cỡ chữ lớn hơn' }));
    await waitFor(() => expect(last().body.className).toBe('serif grey beside'));
    await waitFor(() => expect(last().querySelector('style')?.textContent).toContain('--size: 13pt'));
    expect(last().querySelector('.text mark')).toBeNull();
    expect(screen.getByText('13 pt')).toBeVisible();
  });

  test('say in words why they cannot be laid out', async () => {
    const { user } = await openWindow({
      prepare,
      parts: {
        desktop: fakeDesktop({
          pdfOf: () => Promise.reject(new Refusal('pages-failed', { detail: 'hết bộ nhớ' })),
        }),
      },
    });
    await user.click(await screen.findByText(TITLE));
    await screen.findByRole('heading', { level: 2, name: TITLE });
    await user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Không dựng được trang in của bài này: hết bộ nhớ',
    );
  });

  test('are saved as a file, by key and by button', async () => {
    const folder = temporaryFolder();
    const suggested: string[] = [];
    const { user } = await printing({
      chooseSavePath: (name) => {
        suggested.push(name);
        return Promise.resolve(join(folder, `${suggested.length}.pdf`));
      },
    });
    await user.keyboard('{Control>}s{/Control}');
    await screen.findByText(`Đã lưu ${join(folder, '1.pdf')}`);
    expect(await readFile(join(folder, '1.pdf'), 'latin1')).toBe('%PDF-1.4');
    await user.click(screen.getByRole('button', { name: /^Lưu PDF/u }));
    await screen.findByText(`Đã lưu ${join(folder, '2.pdf')}`);
    expect(suggested[0]).toMatch(/^suoi-mo-hop-cuoi-nam-\d{4}-\d\d-\d\d\.pdf$/u);
  });

  test('are saved nowhere when the person cancels', async () => {
    const { user, calls } = await printing({ chooseSavePath: () => Promise.resolve(null) });
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(calls).toContain('print.savePdf'));
    await waitFor(() => expect(screen.getByRole('button', { name: /^Lưu PDF/u })).toBeEnabled());
    expect(screen.queryByText(/^Đã lưu/u)).toBeNull();
  });
});

describe('the printer', () => {
  test('gets the pages by key and by button, and what came of it is told', async () => {
    const sent: Page[] = [];
    const { user } = await printing({
      print: (page) => {
        sent.push(page);
        return Promise.resolve(sent.length === 1);
      },
    });
    await user.keyboard('{Control>}p{/Control}');
    await screen.findByText('Đã gửi đến máy in');
    await user.click(screen.getByRole('button', { name: /^In…/u }));
    await screen.findByText('Đã hủy in');
    expect(sent.map(({ title }) => title)).toEqual([TITLE, TITLE]);
    expect(sure(sent[0]).source).toContain(`“${TITLE}”`);
  });

  test('that is not there is named, with what to do', async () => {
    const { user } = await printing({ print: () => Promise.reject(new Refusal('no-printer')) });
    await user.keyboard('{Control>}p{/Control}');
    expect(await screen.findByText(/^Máy này chưa có máy in nào\./u)).toBeVisible();
  });
});

test('without an article there is nothing to print; Escape leads back', async () => {
  const { user, calls } = await openWindow({ prepare });
  await user.keyboard('{Control>}p{/Control}');
  await screen.findByText('Hãy mở một bài để in.');
  expect(screen.getByRole('button', { name: /^In…/u })).toBeDisabled();
  await user.keyboard('{Control>}p{/Control}');
  expect(calls).not.toContain('print.send');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'In bài' })).toBeNull());
});
