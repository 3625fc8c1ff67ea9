import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, openIn, sure, temporaryFolder } from '../../main/store/support';
import { openWindow } from '../window';
import { ARTICLES, prepare, openSearch, field, titles, tick, type } from './view';

test('a query is saved under a name with what is ticked, run again, renamed and deleted, each one undo step', async () => {
  const window = await openSearch();
  const { user, library } = window;
  const saved = async () => (await library.call('library.snapshot', {})).searches;
  const undo = async () => {
    sure(screen.getByRole('listbox')).focus();
    await user.keyboard('{Control>}z{/Control}');
  };
  await type(window, 'dan van kheo');
  await user.click(await tick(/^Năm 2025/u));
  await waitFor(() => expect(titles()).toHaveLength(2));
  await user.keyboard('{Control>}d{/Control}');
  const name = await screen.findByRole('textbox', { name: 'Tên' });
  await user.clear(name);
  await user.type(name, 'Dân vận 2025{Enter}');
  await waitFor(async () =>
    expect(await saved()).toMatchObject([{ name: 'Dân vận 2025', query: 'dan van kheo năm:2025' }]),
  );
  const entry = await screen.findByRole('button', { name: 'Dân vận 2025' });
  await user.click(entry);
  expect(field()).toHaveValue('dan van kheo năm:2025');
  await waitFor(() => expect(titles()).toHaveLength(2));

  (await screen.findByRole('button', { name: 'Dân vận 2025' })).focus();
  await user.keyboard('{F2}');
  const next = await screen.findByRole('textbox', { name: 'Tên mới' });
  await user.clear(next);
  await user.type(next, 'Năm nay{Enter}');
  (await screen.findByRole('button', { name: 'Năm nay' })).focus();
  await user.keyboard('{Delete}');
  await waitFor(async () => expect(await saved()).toEqual([]));
  await undo();
  await waitFor(async () => expect((await saved()).map((each) => each.name)).toEqual(['Năm nay']));
  await undo();
  await waitFor(async () => expect((await saved()).map((each) => each.name)).toEqual(['Dân vận 2025']));
  await undo();
  await waitFor(async () => expect(await saved()).toEqual([]));
});

test('capitals count when that is asked for, and a search is saved with it and with the bodies that were ticked', async () => {
  const window = await openSearch();
  const { user, library } = window;
  await type(window, 'Dân vận khéo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  const capitals = screen.getByRole('button', { name: 'Phân biệt hoa/thường' });
  expect(capitals).toHaveAttribute('aria-pressed', 'false');
  await user.keyboard('{Alt>}c{/Alt}');
  await waitFor(() => expect(titles()).toEqual(['Dân vận khéo ở vùng cao', 'Hội nghị giao ban quý ba']));
  expect(capitals).toHaveAttribute('aria-pressed', 'true');
  await user.click(await tick(/^UBND huyện|^Ủy ban nhân dân huyện/u));
  await waitFor(() => expect(titles()).toEqual(['Hội nghị giao ban quý ba']));
  await user.keyboard('{Control>}d{/Control}');
  await user.type(await screen.findByRole('textbox', { name: 'Tên' }), '{Enter}');
  const entry = await screen.findByRole('button', { name: 'Dân vận khéo' });
  expect((await library.call('library.snapshot', {})).searches).toMatchObject([
    { query: 'Dân vận khéo', matchCase: true, bodies: [expect.any(String)] },
  ]);

  await user.click(capitals);
  await user.click(screen.getByRole('button', { name: /^Bỏ lọc/u }));
  await waitFor(() => expect(titles()).toHaveLength(3));
  await user.click(entry);
  await waitFor(() => expect(titles()).toEqual(['Hội nghị giao ban quý ba']));
  expect(capitals).toHaveAttribute('aria-pressed', 'true');
});

test('words that cannot be looked for are not said to be nowhere', async () => {
  const window = await openSearch();
  await type(window, 'khong co dau');
  await screen.findByText('Không bài nào có “khong co dau”.');
  await type(window, ' ("dan');
  expect(await screen.findByText('Dấu ngoặc kép này chưa đóng.')).toBeVisible();
  expect(screen.queryByText(/^Không bài nào có/u)).toBeNull();
});

test('a library that may only be read is searched, and nothing is saved', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  await library.close();
  const window = await openSearch({ folder, parts: { mode: 'read' } });
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  expect(screen.queryByRole('button', { name: /^Lưu câu tìm/u })).toBeNull();
});

test('what comes into the library is found without asking again', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  await importText(window.library, 'Tin mới', ['Thêm một tổ dân vận khéo.']);
  await waitFor(() => expect(titles()).toHaveLength(4));
});

test('as long as not all can be searched, that is said', async () => {
  const window = await openSearch();
  let done = 1;
  window.carriers.set('search.find', async (send) => {
    const reply = await send();
    return reply.ok
      ? { ...reply, value: { ...(reply.value as object), indexed: { done, total: 3 } } }
      : reply;
  });
  await type(window, 'dan van kheo');
  expect(await screen.findByText(/^Đang lập chỉ mục: 1 trong 3 bài/u)).toHaveRole('status');
  expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');
  done = 3;
  await window.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
});

test('the palette leads to the full text', async () => {
  const { user } = await openWindow({ prepare });
  await user.keyboard('{Control>}k{/Control}');
  const asked = within(await screen.findByRole('dialog')).getByRole('combobox');
  await user.type(asked, 'kho thóc');
  await user.click(await screen.findByRole('option', { name: 'Tìm trong thư viện: kho thóc' }));
  expect(field()).toHaveValue('kho thóc');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[2].title]));
});
