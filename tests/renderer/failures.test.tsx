import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Reply } from '#core/gateway';
import { addQuote, importText, openIn, temporaryFolder, type Opened } from '../main/store/support';
import { itemOf, listed, openArticle, openCard, openWindow, settle } from './window';

const TITLE = 'Hội nghị sơ kết';

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  await addQuote(library, id, 'Chỉ thị số 03-CT/TW', { kind: 'task', note: 'Xem lại', tags: ['quý III'] });
};

describe('a library that cannot be opened', () => {
  const refused: Reply = { ok: false, code: 'library-locked', message: 'Thư viện đang được mở ở nơi khác.' };

  test('is told with the reason and what was not done to it; trying again opens it', async () => {
    const carriers = new Map([['library.snapshot' as const, () => Promise.resolve(refused)]]);
    const { user } = await openWindow({ prepare, carriers });
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Không mở được thư viện');
    expect(alert).toHaveTextContent('Thư viện đang được mở ở nơi khác.');
    expect(alert).toHaveTextContent('Không có gì bị xóa hay ghi đè.');

    await user.click(screen.getByRole('button', { name: 'Thử lại' }));
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent('Không mở được thư viện');

    carriers.clear();
    await user.click(screen.getByRole('button', { name: 'Thử lại' }));
    await waitFor(() => expect(listed()).toContain(TITLE));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is never called an empty one', async () => {
    const carriers = new Map([['library.snapshot' as const, () => Promise.resolve(refused)]]);
    await openWindow({ prepare, carriers });
    expect(screen.getByRole('alert')).toHaveTextContent('Không mở được thư viện');
    expect(screen.queryByRole('heading', { name: 'Mang bài đầu tiên vào thư viện' })).toBeNull();
    expect(screen.queryByText('Thư viện trống')).toBeNull();
  });
});

describe('a library that may only be read', () => {
  const openToRead = async () => {
    const folder = temporaryFolder();
    const library = await openIn(folder);
    await prepare(library);
    await library.close();
    return openWindow({ folder, parts: { mode: 'read' } });
  };

  test('says so, and a card shows what was written without a way to change it', async () => {
    const opened = await openToRead();
    expect(screen.getByRole('contentinfo')).toHaveTextContent('Chỉ đọc');
    const card = await openCard(opened, TITLE);
    expect(card).toHaveAttribute('aria-current', 'true');
    expect(card).toHaveTextContent('Xem lại');
    expect(card).toHaveTextContent('quý III');
    for (const role of ['textbox', 'combobox', 'radio', 'button'] as const) {
      expect(within(card).queryAllByRole(role)).toEqual([]);
    }
  });

  test('shows the facts of an article, but no way to save them', async () => {
    const opened = await openToRead();
    await openArticle(opened, TITLE);
    await opened.user.keyboard('{F2}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('Tên bài')).toHaveValue(TITLE);
    for (const field of dialog.getAllByRole('textbox')) expect(field).toHaveAttribute('readonly');
    expect(dialog.queryByRole('button', { name: 'Lưu' })).toBeNull();
  });

  test('keeps what stands open and where to itself: nothing is written', async () => {
    const opened = await openToRead();
    await openArticle(opened, TITLE);
    await settle();
    opened.carriers.clear();
    document.dispatchEvent(new Event('visibilitychange'));
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(opened.calls.filter((name) => !/\.(snapshot|get|list|article|state)$/u.test(name))).toEqual([]);
  });

  test('offers no import and no trash', async () => {
    const { user } = await openToRead();
    expect(screen.queryByRole('button', { name: 'Nhập bài' })).toBeNull();
    itemOf(TITLE).parentElement?.querySelector<HTMLElement>('.shelf-more')?.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('menuitem', { name: /^Mở bên cạnh/u })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: /^Chuyển vào thùng rác/u })).toBeNull();
  });

  test.each([
    ['may be changed', () => openWindow({ prepare }), 1],
    ['may only be read', openToRead, 0],
  ])('words selected in a library that %s', async (_, open, bars) => {
    const opened = await open();
    await openArticle(opened, TITLE);
    const words = await screen.findByText(/Các đơn vị hoàn thành việc sơ kết/u);
    getSelection()?.selectAllChildren(words);
    document.dispatchEvent(new Event('selectionchange'));
    await waitFor(() => expect(screen.getByRole('contentinfo')).toHaveTextContent(/đã chọn \d+ tiếng/u));
    expect(screen.queryAllByRole('toolbar', { name: 'Đánh dấu đoạn đã chọn' })).toHaveLength(bars);
  });
});
