import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { ARTICLES, list, openSearch, prepare, tick, titles, type } from './view';

const articlesOf = async (library: Opened) => (await library.call('library.snapshot', {})).articles;

async function idOf(library: Opened, title: string): Promise<string> {
  return sure((await articlesOf(library)).find((each) => each.title === title)).id;
}

test('articles found go into a new collection by a key, as one undo step', async () => {
  const window = await openSearch();
  const { user, library } = window;
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  await user.keyboard('{Alt>}b{/Alt}');
  const asked = await screen.findByRole('combobox', { name: 'Bộ sưu tập' });
  await waitFor(() => expect(asked).toHaveFocus());
  await user.click(screen.getByRole('option', { name: 'Bộ mới: dan van kheo' }));
  await waitFor(async () =>
    expect((await articlesOf(library)).every(({ shelving }) => shelving.collections.length === 1)).toBe(true),
  );
  expect((await library.call('library.snapshot', {})).collections).toMatchObject([{ name: 'dan van kheo' }]);
  expect(await tick(/^dan van kheo/u)).not.toBeChecked();
  (await list()).focus();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await library.call('library.snapshot', {})).collections).toEqual([]));
});

test('every place found gets a tag once, as one undo step', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      await prepare(library);
      await library.call('annotations.add', {
        articleId: await idOf(library, ARTICLES[0].title),
        target: { quote: 'hai mươi hộ' },
        kind: 'highlight',
        tags: ['Điển hình'],
      });
    },
  });
  const { user, library } = window;
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  const marks = async () => {
    const views = await Promise.all(
      (await articlesOf(library)).map(({ id }) => library.call('articles.get', { id })),
    );
    return views.flatMap(({ annotations }) => annotations).map(({ target }) => target.quote.exact);
  };
  const tagAll = async () => {
    await user.keyboard('{Alt>}a{/Alt}');
    await screen.findByRole('combobox', { name: 'Nhãn' });
    await user.click(await screen.findByRole('option', { name: 'Điển hình' }));
  };
  await tagAll();
  await waitFor(async () => expect(await marks()).toHaveLength(4));
  expect((await marks()).sort()).toEqual(
    ['Dân vận khéo', 'dân vận khéo', 'dân vận khéo', 'hai mươi hộ'].sort(),
  );
  await tagAll();
  expect(await screen.findByText('Mọi chỗ đã có nhãn “Điển hình”')).toBeInTheDocument();
  expect(await marks()).toHaveLength(4);
  (await list()).focus();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await marks()).toEqual(['hai mươi hộ']));
});

test('the notes of the articles found are exported, and of no others', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      await prepare(library);
      for (const [title, quote] of [
        [ARTICLES[0].title, 'hai mươi hộ'],
        [ARTICLES[1].title, 'ba mô hình'],
      ] as const)
        await library.call('annotations.add', {
          articleId: await idOf(library, title),
          target: { quote },
          kind: 'highlight',
        });
    },
  });
  await type(window, 'lam duong');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[0].title]));
  await window.user.click(screen.getByRole('button', { name: 'Việc với kết quả' }));
  await window.user.click(await screen.findByRole('menuitem', { name: /^Xuất ghi chú/u }));
  expect(await screen.findByRole('button', { name: /^Bài đang đọc/u })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await window.user.click(screen.getByRole('button', { name: 'Markdown' }));
  expect(await screen.findByText(/hai mươi hộ/u)).toBeInTheDocument();
  expect(screen.queryByText(/ba mô hình/u)).toBeNull();
});

test('how articles are kept narrows, and archived ones say so', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      await prepare(library);
      const ids = [await idOf(library, ARTICLES[1].title)];
      await library.call('shelving.update', {
        ids,
        patch: { archived: true, reading: 'read', starred: true },
      });
    },
  });
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  const group = sure(document.querySelector<HTMLElement>(`.found[aria-label="${ARTICLES[1].title}"]`));
  expect(within(group).getByText('Lưu trữ')).toBeVisible();
  await window.user.click(await tick(/^Đã đọc/u));
  await waitFor(() => expect(titles()).toEqual([ARTICLES[1].title]));
  await window.user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await type(window, ' sao:không đọc:chưa');
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect(screen.getByText(/không có sao và chưa đọc/u)).toBeVisible();
});

test('contexts by year have a head for each, and a bar that is clicked leaves that year', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  await window.user.click(screen.getByRole('tab', { name: /^Theo năm/u }));
  const heads = () => [...document.querySelectorAll('.context-year')].map((head) => head.textContent);
  await waitFor(() => expect(heads()).toEqual(['Năm 2024 2 chỗ', 'Năm 2025 1 chỗ']));
  await window.user.click(await tick(/^Năm 2025: 1 chỗ/u));
  await waitFor(() => expect(heads()).toEqual(['Năm 2025 1 chỗ']));
});

test('contexts in notes are shown when asked for', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      const { id } = await importText(library, 'Bài', ['Giao rà soát thủ tục.']);
      await library.call('annotations.add', {
        articleId: id,
        target: { quote: 'thủ tục' },
        kind: 'highlight',
        note: 'Cần rà soát lại.',
      });
    },
  });
  await type(window, 'ra soat');
  await window.user.keyboard('{Alt>}k{/Alt}');
  const rows = () => document.querySelectorAll('.context-row');
  await waitFor(() => expect(rows()).toHaveLength(1));
  await window.user.keyboard('{Alt>}g{/Alt}');
  await waitFor(() => expect(rows()).toHaveLength(2));
});

test('whole syllables and abbreviations are switched by keys, and kept in a saved search', async () => {
  const window = await openSearch();
  const { user, library } = window;
  await type(window, 'Ủy ban nhân dân huyện');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[1].title]));
  await user.keyboard('{Alt>}y{/Alt}');
  expect(screen.getByRole('button', { name: 'Cả cách viết tắt' })).toHaveAttribute('aria-pressed', 'false');
  await screen.findByRole('heading', { name: 'Không tìm thấy' });
  await user.clear(screen.getByRole('combobox', { name: 'Tìm trong thư viện' }));
  await type(window, 'thon');
  await waitFor(() => expect(titles()).toHaveLength(1));
  await user.keyboard('{Alt>}t{/Alt}');
  expect(screen.getByRole('button', { name: 'Khớp cả tiếng' })).toHaveAttribute('aria-pressed', 'true');
  await user.keyboard('{Control>}d{/Control}');
  await screen.findByRole('textbox', { name: 'Tên' });
  await user.keyboard('{Enter}');
  await waitFor(async () =>
    expect((await library.call('library.snapshot', {})).searches).toMatchObject([
      { name: 'thon', syllables: 'whole', otherWays: false },
    ]),
  );
});
