import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { chooseList, openWindow, type TestWindow } from '../window';

const ARTICLES = [
  ['Sơ kết quý I', '2024-03-31', 'Xã Đông cắt giảm thủ tục và luân chuyển cán bộ.'],
  ['Tổng kết năm', '2024-12-30', 'Xã Tây rà soát thủ tục, đào tạo cán bộ trẻ.'],
  ['Khởi động năm mới', '2025-01-06', 'Xã Nam trồng rừng và mở đường.'],
] as const;

/** Three articles: the last has no note. */
async function prepare(library: Opened): Promise<void> {
  const ids: string[] = [];
  for (const [title, on, text] of ARTICLES) {
    const { id } = await importText(library, title, [text]);
    await library.call('articles.update', { id, patch: { publishedOn: on } });
    ids.push(id);
  }
  const [one, two] = ids.map(sure);
  await addQuote(library, sure(one), 'cắt giảm thủ tục', { kind: 'task', tags: ['Cải cách/Thủ tục'] });
  await addQuote(library, sure(one), 'luân chuyển cán bộ', { kind: 'target', tags: ['Cán bộ'] });
  await addQuote(library, sure(two), 'rà soát thủ tục', {
    kind: 'target',
    tags: ['Cải cách'],
    colour: 'mauve',
  });
  await addQuote(library, sure(two), 'cán bộ trẻ', { kind: 'task', tags: ['Cán bộ'] });
}

async function openFilter(start: Parameters<typeof openWindow>[0] = { prepare }): Promise<TestWindow> {
  const opened = await openWindow(start);
  await opened.user.keyboard('{Alt>}l{/Alt}');
  await screen.findByRole('search', { name: 'Lọc danh sách' });
  return opened;
}

const bar = () => within(screen.getByRole('search', { name: 'Lọc danh sách' }));
const titles = () => [...document.querySelectorAll('.shelf-item .name')].map((name) => name.textContent);
const shows = (wanted: readonly string[]) => waitFor(() => expect(titles()).toEqual(wanted));
/** Types into a field. It is not clicked: without a layout a click hits the edge between two panes too. */
async function write({ user }: TestWindow, field: HTMLElement, words: string): Promise<void> {
  field.focus();
  await user.keyboard(words);
}

const ALL = ['Khởi động năm mới', 'Tổng kết năm', 'Sơ kết quý I'];

test('a tag brings those under it, and says how many of all are left; its chip takes it away', async () => {
  const opened = await openFilter();
  const { user } = opened;
  await write(opened, bar().getByRole('combobox', { name: 'Lọc theo thẻ' }), 'cai cach{Enter}');
  await shows(['Tổng kết năm', 'Sơ kết quý I']);
  expect(bar().getByRole('status')).toHaveTextContent('2 / 3 bài');
  await write(opened, bar().getByRole('combobox', { name: 'Lọc theo thẻ' }), 'thu tuc{Enter}');
  await user.click(bar().getByRole('button', { name: 'Bỏ điều kiện: Cải cách' }));
  await shows(['Sơ kết quý I']);
  await user.click(bar().getByRole('button', { name: 'Bỏ lọc' }));
  await shows(ALL);
});

test('a kind and a tag are looked for in one and the same note, as a colour is', async () => {
  const opened = await openFilter();
  const { user } = opened;
  const kinds = within(bar().getByRole('group', { name: 'Loại' }));
  await user.click(kinds.getByRole('button', { name: 'Chỉ tiêu' }));
  await shows(['Tổng kết năm', 'Sơ kết quý I']);
  await write(opened, bar().getByRole('combobox', { name: 'Lọc theo thẻ' }), 'can bo{Enter}');
  await shows(['Sơ kết quý I']);
  await user.click(bar().getByRole('button', { name: 'Bỏ lọc' }));
  await user.click(
    within(bar().getByRole('group', { name: 'Màu' })).getByRole('button', { name: 'tím hồng' }),
  );
  await shows(['Tổng kết năm']);
});

test('bodies are found by typing; an article has to name one of them, and to have what else is asked for', async () => {
  const opened = await openFilter({
    prepare: async (library) => {
      await prepare(library);
      await importText(library, 'Lam Khê họp', ['Huyện ủy Lam Khê bàn với Hội Nông dân huyện.']);
      await importText(library, 'Suối Mơ họp', ['Thanh tra Chính phủ công bố kết luận tại Suối Mơ.']);
    },
  });
  const { user } = opened;
  const field = bar().getByRole('combobox', { name: 'Lọc theo cơ quan, người' });
  await write(opened, field, 'huyen uy');
  await screen.findByRole('option', { name: /Huyện ủy/u });
  await user.keyboard('{Enter}');
  await shows(['Lam Khê họp']);
  await write(opened, field, 'thanh tra{Enter}');
  await waitFor(() => expect(titles().sort()).toEqual(['Lam Khê họp', 'Suối Mơ họp']));
  await write(opened, bar().getByRole('combobox', { name: 'Lọc theo thẻ' }), 'can bo{Enter}');
  await shows([]);
  await user.click(bar().getByRole('button', { name: 'Bỏ lọc' }));
  await waitFor(() => expect(titles()).toHaveLength(5));
});

test('what is made while a colour is asked for comes into the list', async () => {
  const opened = await openFilter();
  const { user, library, articleOf } = opened;
  await user.click(
    within(bar().getByRole('group', { name: 'Màu' })).getByRole('button', { name: 'tím hồng' }),
  );
  await shows(['Tổng kết năm']);
  const { id } = await articleOf('Khởi động năm mới');
  await addQuote(library, id, 'trồng rừng', { colour: 'mauve' });
  await shows(['Khởi động năm mới', 'Tổng kết năm']);
});

test('days of publication are typed as they are written here; what is no day is told', async () => {
  const opened = await openFilter();
  const { user } = opened;
  const from = bar().getByRole('textbox', { name: 'Ngày đăng từ ngày' });
  await write(opened, from, '30/12/24');
  await shows(['Khởi động năm mới', 'Tổng kết năm']);
  await write(opened, bar().getByRole('textbox', { name: 'Ngày đăng đến ngày' }), '2024');
  await shows(['Tổng kết năm']);
  expect(bar().getByText('đăng 30/12/2024–31/12/2024')).toBeVisible();
  await user.clear(from);
  await write(opened, from, '31/6/24');
  expect(from).toBeInvalid();
  await shows(['Tổng kết năm', 'Sơ kết quý I']);
  expect(bar().getByText('đăng đến 31/12/2024')).toBeVisible();
});

test('the day of import is asked for apart', async () => {
  const opened = await openFilter({ prepare, parts: { now: () => new Date('2026-02-03T08:00:00') } });
  const { user } = opened;
  await write(opened, bar().getByRole('textbox', { name: 'Ngày nhập đến ngày' }), '2/2/2026');
  expect(await screen.findByText('Không có bài nào khớp với bộ lọc.')).toBeVisible();
  await user.clear(bar().getByRole('textbox', { name: 'Ngày nhập đến ngày' }));
  await write(opened, bar().getByRole('textbox', { name: 'Ngày nhập đến ngày' }), '2/2026');
  await shows(ALL);
});

test('articles without notes, and together with words and a day; nothing left offers to clear all', async () => {
  const opened = await openFilter();
  const { user } = opened;
  await user.selectOptions(bar().getByRole('combobox', { name: 'Tình trạng' }), 'Bài chưa có ghi chú');
  await shows(['Khởi động năm mới']);
  await write(opened, bar().getByRole('searchbox'), 'tong ket');
  expect(await screen.findByText('Không có bài nào khớp với bộ lọc.')).toBeVisible();
  await chooseList(opened, 'Mọi bài');
  await shows(['Tổng kết năm']);
  await write(opened, bar().getByRole('textbox', { name: 'Ngày đăng từ ngày' }), '2025');
  await user.click(within(sure(document.querySelector<HTMLElement>('.shelf-message'))).getByRole('button'));
  await shows(ALL);
});

test('articles with notes that lost their place are found', async () => {
  const opened = await openFilter();
  const { user, library, articleOf } = opened;
  const { id } = await articleOf('Sơ kết quý I');
  const { article } = await library.call('articles.get', { id });
  const block = article.blocks.findIndex(({ text }) => text.includes('Xã Đông'));
  const edit = { revision: 1, edits: [{ do: 'edit' as const, index: block, text: 'Hoàn toàn khác hẳn.' }] };
  await library.call('articles.revise', { id, ...edit });
  await user.selectOptions(bar().getByRole('combobox', { name: 'Tình trạng' }), 'Bài có ghi chú mất vị trí');
  await shows(['Sơ kết quý I']);
});

test('the filter outlasts other views, Escape in its fields takes it away, and a tag that goes asks for nothing', async () => {
  const opened = await openFilter();
  const { user, library } = opened;
  await write(opened, bar().getByRole('combobox', { name: 'Lọc theo thẻ' }), 'thu tuc{Enter}');
  await shows(['Sơ kết quý I']);
  await user.click(screen.getByRole('button', { name: 'Cài đặt' }));
  await user.click(screen.getByRole('button', { name: 'Thư viện' }));
  await shows(['Sơ kết quý I']);
  await library.call('tags.remove', { name: 'Cải cách' });
  await shows(ALL);
  await write(opened, bar().getByRole('textbox', { name: 'Ngày đăng từ ngày' }), '2025{Escape}');
  await shows(ALL);
  expect(screen.queryByRole('search', { name: 'Lọc danh sách' })).toBeNull();
});
