import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openWindow, settle, type TestWindow } from '../window';

/** From the newest to the oldest. */
const TITLES = ['Ân cần', 'Bảo hiểm', 'Cải cách', 'Dân số', 'Đảng ủy'];

async function prepare(library: Opened): Promise<void> {
  for (const [at, title] of TITLES.entries()) {
    const { id } = await importText(library, title, [`Đoạn đầu của bài ${title}, dài vừa đủ.`]);
    await library.call('articles.update', {
      id,
      patch: { publishedOn: `2025-0${9 - at}-10`, source: at % 2 === 0 ? 'Báo Lam Khê' : null },
    });
    if (title === 'Cải cách') await addQuote(library, id, 'Đoạn đầu', { kind: 'highlight', note: 'xem lại' });
  }
}

async function openArticles(options: Parameters<typeof openWindow>[0] = {}): Promise<TestWindow> {
  const opened = await openWindow({ prepare, ...options });
  await opened.user.keyboard('{Control>}{Shift>}y{/Shift}{/Control}');
  await waitFor(() => expect(table()).toHaveFocus());
  return opened;
}

const table = () => screen.getByRole('grid', { name: 'Các bài' });
const titles = () =>
  [...document.querySelectorAll('.article-rows .of-title')].map((cell) => cell.textContent);
const rowOf = (title: string) => sure(within(table()).getByTitle(title).closest<HTMLElement>('[role="row"]'));
const pickedTitles = () => titles().filter((title) => rowOf(title).getAttribute('aria-selected') === 'true');
const place = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`, 'u') });
const bulk = () => screen.getByRole('region', { name: 'Việc với các bài đã chọn' });
const item = (name: string) => screen.getByRole('treeitem', { name: new RegExp(`^${name}`, 'u') });
const shelvingOf = async (opened: TestWindow, title: string) => (await opened.articleOf(title)).shelving;
const undo = ({ user }: TestWindow) => user.keyboard('{Control>}z{/Control}');
const collectionsOf = async ({ library }: TestWindow) =>
  (await library.call('library.snapshot', {})).collections;

test('the table is sorted by its columns, in Vietnamese order, and turned round', async () => {
  const { user } = await openArticles();
  expect(titles()).toEqual(TITLES);
  await user.click(screen.getByRole('button', { name: 'Tên bài' }));
  expect(titles()).toEqual(['Ân cần', 'Bảo hiểm', 'Cải cách', 'Dân số', 'Đảng ủy']);
  expect(screen.getByRole('columnheader', { name: 'Tên bài' })).toHaveAttribute('aria-sort', 'ascending');
  await user.click(screen.getByRole('button', { name: 'Tên bài' }));
  expect(titles()).toEqual(['Đảng ủy', 'Dân số', 'Cải cách', 'Bảo hiểm', 'Ân cần']);
  await user.click(screen.getByRole('button', { name: 'Ghi chú' }));
  expect(titles()[0]).toBe('Cải cách');
  await user.click(screen.getByRole('button', { name: 'Nguồn' }));
  expect(titles()).toEqual(['Ân cần', 'Cải cách', 'Đảng ủy', 'Bảo hiểm', 'Dân số']);
});

test('words without marks narrow it; nothing left says so and leads back', async () => {
  const { user } = await openArticles();
  await user.keyboard('{Control>}f{/Control}');
  const field = screen.getByRole('searchbox', { name: 'Tìm trong các bài này' });
  await waitFor(() => expect(field).toHaveFocus());
  await user.keyboard('dan so');
  expect(titles()).toEqual(['Dân số']);
  await user.keyboard(' xyz');
  expect(screen.getByText('Không bài nào ở đây có các chữ đó.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Xóa chữ đang tìm' }));
  expect(titles()).toEqual(TITLES);
});

test('several are chosen by key and by mouse, and are starred, read and archived at once', async () => {
  const opened = await openArticles();
  const { user } = opened;
  await user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
  expect(pickedTitles()).toEqual(['Bảo hiểm', 'Cải cách']);
  expect(bulk()).toHaveTextContent('Đã chọn 2 bài');
  await user.keyboard('s');
  await waitFor(async () => expect(await shelvingOf(opened, 'Cải cách')).toMatchObject({ starred: true }));
  expect(await shelvingOf(opened, 'Bảo hiểm')).toMatchObject({ starred: true });
  expect(await shelvingOf(opened, 'Ân cần')).toMatchObject({ starred: false });
  await user.selectOptions(within(bulk()).getByRole('combobox', { name: 'Đánh dấu…' }), 'read');
  await waitFor(async () => expect(await shelvingOf(opened, 'Cải cách')).toMatchObject({ reading: 'read' }));
  await waitFor(() => expect(place('Chưa đọc')).toHaveTextContent('3'));
  act(() => table().focus());
  for (const what of ['đánh dấu “Đã đọc” 2 bài', 'gắn sao 2 bài']) {
    await undo(opened);
    expect(await screen.findByText(`Đã hoàn tác: ${what}`)).toBeVisible();
  }
  await user.keyboard('{Escape}');
  expect(pickedTitles()).toEqual([]);
  await user.click(rowOf('Ân cần'));
  await user.keyboard('{Shift>}');
  await user.click(rowOf('Cải cách'));
  await user.keyboard('{/Shift}{Control>}');
  await user.click(rowOf('Bảo hiểm'));
  await user.keyboard('{/Control}');
  expect(pickedTitles()).toEqual(['Ân cần', 'Cải cách']);
  await user.keyboard('{Control>}a{/Control}');
  expect(pickedTitles()).toEqual(TITLES);
  await user.keyboard('e');
  await waitFor(() => expect(place('Lưu trữ')).toHaveTextContent('5'));
});

test('a collection is made of what is chosen, renamed, given another inside it, moved and deleted; each is undone', async () => {
  const opened = await openArticles();
  const { user } = opened;
  await user.keyboard(' {ArrowDown}');
  await user.keyboard('{Control>}m{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Đưa 1 bài vào bộ sưu tập' });
  await waitFor(() => expect(field).toHaveFocus());
  await user.keyboard('Hội nghị quý I');
  await user.click(await screen.findByRole('option', { name: 'Bộ sưu tập mới: “Hội nghị quý I”' }));
  expect(await screen.findByText('Đã đưa 1 bài vào “Hội nghị quý I”.')).toBeVisible();
  await waitFor(() => expect(item('Hội nghị quý I')).toHaveTextContent(/1$/u));

  await user.click(item('Hội nghị quý I'));
  await waitFor(() => expect(titles()).toHaveLength(1));
  await user.keyboard('{F2}');
  const name = await screen.findByRole('textbox', { name: 'Tên bộ sưu tập' });
  await user.clear(name);
  await user.keyboard('Hội nghị quý II{Enter}');
  expect(await screen.findByRole('treeitem', { name: /^Hội nghị quý II/u })).toBeVisible();
  await user.keyboard('{Shift>}n{/Shift}');
  await screen.findByRole('textbox', { name: 'Tên bộ sưu tập mới' });
  await user.keyboard('Tham luận{Enter}');
  await waitFor(() => expect(item('Tham luận')).toHaveAttribute('aria-level', '2'));
  expect(screen.getByText(/^Chưa có bài nào ở đây/u)).toBeVisible();

  await user.keyboard('{Control>}{Shift>}m{/Shift}{/Control}');
  await user.click(await screen.findByRole('option', { name: 'Ra ngoài cùng' }));
  await waitFor(() => expect(item('Tham luận')).toHaveAttribute('aria-level', '1'));
  await undo(opened);
  await waitFor(() => expect(item('Tham luận')).toHaveAttribute('aria-level', '2'));

  act(() => item('Hội nghị quý II').focus());
  await user.keyboard('{Delete}');
  const question = await screen.findByRole('region', { name: 'Cần xác nhận' });
  expect(question).toHaveTextContent('1 bài trong đó vẫn ở lại thư viện');
  // The way out has the keyboard.
  expect(within(question).getByRole('button', { name: /^Thôi/u })).toHaveFocus();
  await user.click(within(question).getByRole('button', { name: 'Xóa bộ sưu tập' }));
  await waitFor(async () => expect(await collectionsOf(opened)).toEqual([]));
  expect(titles()).toEqual(TITLES);
  await undo(opened);
  await waitFor(() => expect(item('Hội nghị quý II')).toHaveTextContent('1'));
});

test('articles are dragged onto a collection, a collection into another; what is open by its chip is taken out again', async () => {
  const opened = await openArticles({
    prepare: async (library) => {
      await prepare(library);
      const [a, b] = ['a', 'b'].map((each) => each.repeat(16));
      await library.call('collections.set', {
        collections: [
          { id: sure(a), name: 'Báo cáo', parent: null },
          { id: sure(b), name: 'Tham luận', parent: null },
        ],
      });
    },
  });
  const data = { dataTransfer: { setData: () => undefined, getData: () => '', effectAllowed: '' } };
  const drag = async (from: HTMLElement, to: HTMLElement) => {
    fireEvent.dragStart(from, data);
    await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
    fireEvent.dragOver(to, data);
    fireEvent.drop(to, data);
    fireEvent.dragEnd(from, data);
    await settle();
  };
  await opened.user.keyboard(' {Control>}{ArrowDown}{/Control} ');
  await drag(rowOf('Bảo hiểm'), item('Báo cáo'));
  await waitFor(() => expect(item('Báo cáo')).toHaveTextContent('2'));
  await drag(item('Báo cáo'), item('Tham luận'));
  await waitFor(async () =>
    expect((await collectionsOf(opened))[0]).toMatchObject({ parent: 'b'.repeat(16) }),
  );
  expect(item('Tham luận')).toHaveTextContent('2');
  // Never into what lies in it.
  await opened.user.click(sure(item('Tham luận').querySelector<HTMLElement>('.fold')));
  await drag(item('Tham luận'), item('Báo cáo'));
  expect((await collectionsOf(opened))[1]).toMatchObject({ parent: null });
  await opened.user.click(rowOf('Bảo hiểm'));
  await opened.user.click(screen.getByRole('button', { name: 'Lấy bài khỏi “Báo cáo”' }));
  await waitFor(() => expect(item('Tham luận')).toHaveTextContent('1'));
});

test('the trash is restored, or emptied after a question that tells what goes with it', async () => {
  const opened = await openArticles();
  const { user } = opened;
  await user.click(rowOf('Cải cách'));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(titles()).toHaveLength(4));
  await user.click(rowOf('Ân cần'));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(place('Thùng rác')).toHaveTextContent('2'));
  await user.click(place('Thùng rác'));
  expect(titles()).toEqual(['Ân cần', 'Cải cách']);
  await user.click(rowOf('Ân cần'));
  await user.keyboard('{Delete}');
  await waitFor(() => expect(titles()).toEqual(['Cải cách']));
  await user.click(screen.getByRole('button', { name: 'Dọn thùng rác…' }));
  const question = await screen.findByRole('region', { name: 'Cần xác nhận' });
  expect(question).toHaveTextContent('Xóa hẳn 1 bài?');
  expect(question).toHaveTextContent('Mất luôn 1 ghi chú');
  await user.keyboard('{Escape}');
  expect(titles()).toEqual(['Cải cách']);
  await user.keyboard('{Shift>}{Delete}{/Shift}');
  await user.click(await screen.findByRole('button', { name: 'Xóa hẳn 1 bài' }));
  expect(await screen.findByText('Thùng rác trống.')).toBeVisible();
  expect(await screen.findByText('Đã xóa hẳn 1 bài.')).toBeVisible();
  expect((await opened.library.call('library.snapshot', {})).articles).toHaveLength(4);
});

test('Enter opens the article; with Ctrl beside; the preview shows how it begins', async () => {
  const { user } = await openArticles();
  await user.keyboard('{ArrowDown}');
  const preview = screen.getByRole('complementary', { name: 'Xem trước' });
  expect(await within(preview).findByText('Đoạn đầu của bài Bảo hiểm, dài vừa đủ.')).toBeVisible();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Bảo hiểm' })).toBeVisible();
  await user.keyboard('{Control>}{Shift>}y{/Shift}{/Control}');
  await waitFor(() => expect(table()).toHaveFocus());
  await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Cải cách' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 2, name: 'Bảo hiểm' })).toBeVisible();
});

test('the notes of what is chosen are exported', async () => {
  const { user } = await openArticles();
  await user.click(rowOf('Cải cách'));
  await user.keyboard(' ');
  await user.click(within(bulk()).getByRole('button', { name: 'Xuất ghi chú' }));
  await user.click(await screen.findByRole('button', { name: 'Markdown' }));
  expect(await screen.findByText(/xem lại/u)).toBeVisible();
});

test('a library that is only read is looked at, and nothing in it is changed', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  await library.call('collections.set', {
    collections: [{ id: 'a'.repeat(16), name: 'Báo cáo', parent: null }],
  });
  await library.close();
  const opened = await openArticles({ folder, parts: { mode: 'read' }, prepare: async () => {} });
  const { user } = opened;
  await user.keyboard(' s{Delete}n');
  expect(within(bulk()).queryByRole('button', { name: /sao|Lưu trữ|Bộ sưu tập|thùng rác/u })).toBeNull();
  expect(within(bulk()).getByRole('button', { name: 'Xuất ghi chú' })).toBeVisible();
  await user.click(item('Báo cáo'));
  await user.keyboard('{F2}{Delete}');
  expect(screen.queryByRole('textbox', { name: 'Tên bộ sưu tập' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Cần xác nhận' })).toBeNull();
  expect(
    opened.calls.filter((name) => /^(?:shelving|collections|articles\.(?:remove|purge))/u.test(name)),
  ).toEqual([]);
});
