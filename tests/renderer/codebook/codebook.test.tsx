import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Tag } from '#core/tag';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';

const YEARS = [
  {
    title: 'Hội nghị năm trước',
    on: '2025-01-08',
    text: ['Rà soát thủ tục ở xã.', 'Luân chuyển cán bộ trẻ.'],
  },
  { title: 'Hội nghị năm nay', on: '2026-01-09', text: ['Cắt giảm thủ tục ở huyện.', 'Sơ kết phong trào.'] },
];

/** Two articles with five tags; the level “Hội nghị” is no tag itself. */
async function prepare(library: Opened): Promise<void> {
  const ids: string[] = [];
  for (const { title, on, text } of YEARS) {
    const { id } = await importText(library, title, text);
    await library.call('articles.update', { id, patch: { publishedOn: on } });
    ids.push(id);
  }
  const [before, now] = ids.map(sure);
  await addQuote(library, sure(before), 'Rà soát thủ tục', { kind: 'task', tags: ['Cải cách/Thủ tục'] });
  await addQuote(library, sure(before), 'cán bộ trẻ', { tags: ['Cán bộ'], note: 'hỏi lại' });
  await addQuote(library, sure(now), 'Cắt giảm', { kind: 'target', tags: ['Cải cách/Thủ tục', 'Cải cách'] });
  await addQuote(library, sure(now), 'Sơ kết', { tags: ['Hội nghị/Sơ kết'] });
}

async function openCodebook(start: Parameters<typeof openWindow>[0] = { prepare }): Promise<TestWindow> {
  const opened = await openWindow(start);
  await opened.user.keyboard('{Control>}{Shift>}B{/Shift}{/Control}');
  await screen.findByRole('heading', { name: /^Bảng mã/u });
  return opened;
}

const item = (name: string) => sure(document.querySelector<HTMLElement>(`[data-tag="${name}"]`));
const names = () =>
  [...document.querySelectorAll<HTMLElement>('[data-tag]')].map((row) => row.dataset['tag']);
const countOf = (name: string) => item(name).querySelector('.count')?.textContent;
const passages = () => [...document.querySelectorAll('.passage q')].map((quote) => quote.textContent);
const strip = () => screen.findByRole('region', { name: 'Xác nhận' });
const tagsOf = async ({ library }: TestWindow): Promise<Tag[]> =>
  (await library.call('library.snapshot', {})).tags;
const namesIn = async (opened: TestWindow) => (await tagsOf(opened)).map(({ name }) => name).sort();
const undo = ({ user }: TestWindow, what: string) =>
  user.click(screen.getByRole('button', { name: `Hoàn tác: ${what}` }));

test('shows the levels with their counts, each tag’s passages by article, and those under it on demand', async () => {
  const { user } = await openCodebook();
  expect(names()).toEqual(['Cải cách', 'Cải cách/Thủ tục', 'Cán bộ', 'Hội nghị', 'Hội nghị/Sơ kết']);
  await waitFor(() => expect(countOf('Cải cách')).toBe('1 / 2'));
  expect(countOf('Cải cách/Thủ tục')).toBe('2');
  expect(countOf('Hội nghị')).toBe('0 / 1');

  await user.click(item('Cải cách'));
  await waitFor(() => expect(passages()).toEqual(['Cắt giảm', 'Rà soát thủ tục']));
  expect(screen.getByText('Dùng 2 lần trong 2 bài')).toBeVisible();
  const articles = screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent);
  expect(articles).toEqual(['Hội nghị năm nay', 'Hội nghị năm trước']);
  await user.click(screen.getByRole('checkbox', { name: 'Cả thẻ bên dưới' }));
  await waitFor(() => expect(passages()).toEqual(['Cắt giảm']));
});

test('a passage opens in the reader with its card, by Enter too', async () => {
  const { user } = await openCodebook();
  await user.click(item('Cán bộ'));
  await waitFor(() => expect(passages()).toEqual(['cán bộ trẻ']));
  await user.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: /cán bộ trẻ/u })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Hội nghị năm trước' })).toBeVisible();
  expect(await screen.findByRole('article', { current: true })).toHaveTextContent('cán bộ trẻ');
});

test('arrows walk and fold the tree, letters lead to a tag without its marks', async () => {
  const { user } = await openCodebook();
  await user.click(item('Cải cách'));
  await user.keyboard('{ArrowRight}');
  expect(item('Cải cách/Thủ tục')).toHaveFocus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(item('Cải cách')).toHaveAttribute('aria-expanded', 'false');
  expect(names()).toEqual(['Cải cách', 'Cán bộ', 'Hội nghị', 'Hội nghị/Sơ kết']);
  await user.keyboard('hoi');
  await waitFor(() => expect(item('Hội nghị')).toHaveFocus());
  await user.keyboard('{End}');
  expect(item('Hội nghị/Sơ kết')).toHaveAttribute('aria-selected', 'true');
});

test('a tag is found by typing in the search, with the levels above it', async () => {
  const { user } = await openCodebook();
  await user.keyboard('{Control>}f{/Control}');
  expect(screen.getByRole('searchbox', { name: 'Tìm thẻ' })).toHaveFocus();
  await user.keyboard('so ket');
  expect(names()).toEqual(['Hội nghị', 'Hội nghị/Sơ kết']);
  await user.keyboard('zz');
  expect(screen.getByText('Không có thẻ nào khớp.')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(names()).toHaveLength(5);
});

test('n and Shift+n make tags; a name that is there is chosen instead; undo takes them away', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cải cách'));
  await user.keyboard('{Shift>}N{/Shift}');
  await user.type(screen.getByRole('textbox', { name: 'Tên thẻ mới' }), 'Bộ máy{Enter}');
  await waitFor(() => expect(item('Cải cách/Bộ máy')).toHaveFocus());
  await user.keyboard('n');
  await user.type(screen.getByRole('textbox', { name: 'Tên thẻ mới' }), 'cán bộ{Enter}');
  await waitFor(() => expect(item('Cán bộ')).toHaveFocus());
  expect(screen.getByText('Đã có thẻ “Cán bộ”')).toBeVisible();
  await undo(opened, 'thêm thẻ “Cải cách/Bộ máy”');
  await waitFor(async () => expect(await namesIn(opened)).not.toContain('Cải cách/Bộ máy'));
});

test('F2 renames in place and says what that touches; a name that is taken offers to merge', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cải cách'));
  await user.keyboard('{F2}');
  const field = screen.getByRole('textbox', { name: 'Tên thẻ' });
  expect(await screen.findByText(/^Đổi 2 ghi chú trong 2 bài/u)).toHaveTextContent('cùng 1 thẻ bên dưới');
  await user.clear(field);
  await user.type(field, 'Đổi mới{Enter}');
  await waitFor(() => expect(item('Đổi mới/Thủ tục')).toBeVisible());
  expect((await opened.annotationsOf('Hội nghị năm trước')).map(({ tags }) => tags)).toContainEqual([
    'Đổi mới/Thủ tục',
  ]);
  await undo(opened, 'đổi tên thẻ “Cải cách” thành “Đổi mới” (2 ghi chú)');
  await waitFor(() => expect(item('Cải cách')).toHaveAttribute('aria-selected', 'true'));

  item('Cải cách').focus();
  await user.keyboard('{F2}');
  await user.clear(screen.getByRole('textbox', { name: 'Tên thẻ' }));
  await user.type(screen.getByRole('textbox', { name: 'Tên thẻ' }), 'cán bộ{Enter}');
  expect(await strip()).toHaveTextContent('Đã có thẻ “Cán bộ”. Gộp “Cải cách” vào “cán bộ”?');
  await user.keyboard('{Escape}');
  expect(await namesIn(opened)).toContain('Cải cách');
});

test('Escape leaves a name as it was, and a name being composed is not taken', async () => {
  const opened = await openCodebook();
  await opened.user.click(item('Cán bộ'));
  await opened.user.keyboard('{F2}');
  const field = screen.getByRole('textbox', { name: 'Tên thẻ' });
  await opened.user.type(field, ' mới');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(field).toBeVisible();
  await opened.user.keyboard('{Escape}');
  await waitFor(() => expect(item('Cán bộ')).toHaveFocus());
  expect(await namesIn(opened)).toContain('Cán bộ');
});

test('a tag is cut and pasted under another one, after the count was shown; undo brings it back', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cải cách/Thủ tục'));
  await user.keyboard('{Control>}x{/Control}');
  await user.click(item('Cán bộ'));
  await user.keyboard('{Control>}v{/Control}');
  const question = await strip();
  expect(question).toHaveTextContent('Chuyển thẻ “Cải cách/Thủ tục” vào “Cán bộ”?');
  expect(question).toHaveTextContent('Đổi 2 ghi chú trong 2 bài');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(item('Cán bộ/Thủ tục')).toHaveFocus());
  await undo(opened, 'chuyển thẻ “Cải cách/Thủ tục” vào “Cán bộ” (2 ghi chú)');
  await waitFor(() => expect(item('Cải cách/Thủ tục')).toBeVisible());
});

test('a tag is moved to the top and merged by the pickers', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cải cách/Thủ tục'));
  await user.click(screen.getByRole('button', { name: 'Chuyển vào…' }));
  await user.type(screen.getByRole('combobox', { name: /^Chuyển thẻ/u }), 'cap cao{Enter}');
  await user.click(within(await strip()).getByRole('button', { name: /^Chuyển/u }));
  await waitFor(() => expect(names()).toContain('Thủ tục'));
  await user.keyboard('{Control>}g{/Control}');
  await user.type(screen.getByRole('combobox', { name: /^Gộp thẻ/u }), 'can bo');
  await user.click(screen.getByRole('option', { name: 'Cán bộ' }));
  expect(await strip()).toHaveTextContent('Gộp thẻ “Thủ tục” vào “Cán bộ”?');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(item('Cán bộ')).toHaveFocus());
  await waitFor(() => expect(countOf('Cán bộ')).toBe('3'));
  await undo(opened, 'gộp thẻ “Thủ tục” vào “Cán bộ” (2 ghi chú)');
  await waitFor(() => expect(names()).toContain('Thủ tục'));
});

test('a tag is deleted with those under it, or alone, and one undo brings all back', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  const before = await opened.annotationsOf('Hội nghị năm nay');
  await user.click(item('Cải cách'));
  await user.keyboard('{Delete}');
  expect(await strip()).toHaveTextContent('Gỡ khỏi 2 ghi chú trong 2 bài · cùng 1 thẻ bên dưới');
  await user.click(screen.getByRole('button', { name: 'Chỉ thẻ này (1 ghi chú), giữ thẻ con' }));
  await waitFor(() => expect(names()).toEqual(['Cán bộ', 'Hội nghị', 'Hội nghị/Sơ kết', 'Thủ tục']));
  await undo(opened, 'xóa thẻ “Cải cách” (1 ghi chú)');
  await waitFor(() => expect(names()).toContain('Cải cách/Thủ tục'));
  const tags = (await opened.annotationsOf('Hội nghị năm nay')).map((annotation) => annotation.tags);
  expect(tags).toEqual(before.map((annotation) => annotation.tags));

  await user.click(item('Cải cách'));
  await user.keyboard('{Delete}');
  await user.click(within(await strip()).getByRole('button', { name: 'Xóa cả 2 thẻ' }));
  await waitFor(() => expect(names()).toEqual(['Cán bộ', 'Hội nghị', 'Hội nghị/Sơ kết']));
  await undo(opened, 'xóa thẻ “Cải cách” (2 ghi chú)');
  await waitFor(() => expect(names()).toHaveLength(5));
});

test('a definition is saved as it is typed, and is one undo step', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cán bộ'));
  const field = screen.getByRole('textbox', { name: 'Định nghĩa' });
  await user.type(field, 'Dùng cho việc');
  const definition = async () => (await tagsOf(opened)).find(({ name }) => name === 'Cán bộ')?.definition;
  await waitFor(async () => expect(await definition()).toBe('Dùng cho việc'));
  await user.type(field, ' luân chuyển');
  await user.click(item('Cải cách'));
  await waitFor(async () => expect(await definition()).toBe('Dùng cho việc luân chuyển'));
  await undo(opened, 'sửa định nghĩa thẻ “Cán bộ”');
  await waitFor(async () => expect(await definition()).toBe(''));
});

test('a colour is given to the tag, then to its marks, and new marks by its key have it', async () => {
  const opened = await openCodebook();
  const { user } = opened;
  await user.click(item('Cán bộ'));
  await user.click(screen.getByRole('button', { name: 'xanh lá' }));
  await user.click(await screen.findByRole('button', { name: 'Tô màu này cho 1 đoạn đã gắn thẻ' }));
  const colours = async (title: string) => (await opened.annotationsOf(title)).map(({ colour }) => colour);
  await waitFor(async () => expect(await colours('Hội nghị năm trước')).toContain('green'));
  await undo(opened, 'tô màu của thẻ “Cán bộ” cho 1 ghi chú');
  await waitFor(async () => expect(await colours('Hội nghị năm trước')).not.toContain('green'));

  await user.selectOptions(
    screen.getByRole('combobox', { name: /^Phím/u }),
    '1 (đang là của “Cải cách/Thủ tục”)',
  );
  await waitFor(async () => {
    const keyed = (await tagsOf(opened)).filter(({ key }) => key === 1);
    expect(keyed.map(({ name }) => name)).toEqual(['Cán bộ']);
  });
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: /Thư viện/u }));
  await openArticle(opened, 'Hội nghị năm nay');
  await user.keyboard('j1');
  await waitFor(async () =>
    expect(await opened.annotationsOf('Hội nghị năm nay')).toContainEqual(
      expect.objectContaining({ tags: ['Cán bộ'], colour: 'green', kind: 'highlight' }),
    ),
  );
});

test('an empty codebook says what to do; the first tag is made from there', async () => {
  const opened = await openCodebook({ prepare: (library) => importText(library, 'Bài một') });
  expect(screen.getByRole('heading', { name: 'Bảng mã chưa có thẻ nào' })).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: /^Thẻ mới/u }));
  await opened.user.type(screen.getByRole('textbox', { name: 'Tên thẻ mới' }), 'Kinh tế/Nông nghiệp{Enter}');
  await waitFor(() => expect(names()).toEqual(['Kinh tế', 'Kinh tế/Nông nghiệp']));
  expect(await screen.findByText('Chưa có đoạn nào gắn thẻ này.')).toBeVisible();
});

test('Lọc theo thẻ này narrows the list and the margin to the tag', async () => {
  const opened = await openCodebook();
  await opened.user.click(item('Cán bộ'));
  await opened.user.click(screen.getByRole('button', { name: /^Lọc theo thẻ này/u }));
  const list = await screen.findByRole('search', { name: 'Lọc danh sách' });
  expect(within(list).getByText('Cán bộ')).toBeVisible();
  const titles = [...document.querySelectorAll('.shelf-item .name')].map((name) => name.textContent);
  expect(titles).toEqual(['Hội nghị năm trước']);
  await openArticle(opened, 'Hội nghị năm trước');
  await waitFor(() =>
    expect([...document.querySelectorAll('.notes .quote')].map((quote) => quote.textContent)).toEqual([
      'cán bộ trẻ',
    ]),
  );
});
