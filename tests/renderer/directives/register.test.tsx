import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LibraryParts } from '../../../main/app';
import { fakeDesktop, importText, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openWindow, type TestWindow } from '../window';

const ARTICLES = [
  ['Tổng kết năm ngoái', '2023-12-20', 'Báo Lam Khê', [
    'Huyện ủy quán triệt Chỉ thị số 14-CT/TU đến từng chi bộ trong toàn huyện.',
    'Sau một năm thực hiện Chỉ thị 14-CT/TU, nhiều nơi có tổ công tác riêng.',
  ]],
  ['Sơ kết năm nay', '2024-07-02', 'Tạp chí Suối Mơ', [
    'Việc thực hiện Chỉ thị số 14 - CT/TU và Kế hoạch số 62-KH/TU được kiểm tra ở mọi xã.',
  ]],
  ['Hội nghị mùa thu', '2024-10-05', 'Báo Lam Khê', [
    'Thường trực Huyện ủy nghe báo cáo về Kế hoạch số 62-KH/TU và Nghị định số 30/2020/NĐ-CP.',
  ]],
] as const; // prettier-ignore

async function prepare(library: Opened): Promise<void> {
  for (const [title, publishedOn, source, texts] of ARTICLES) {
    const { id } = await importText(library, title, texts);
    await library.call('articles.update', { id, patch: { publishedOn, source } });
  }
  await library.call('directives.list', { complete: true });
}

async function openRegister(parts: Partial<LibraryParts> = {}): Promise<TestWindow> {
  const opened = await openWindow({ prepare, parts });
  await opened.user.keyboard('{Control>}{Shift>}G{/Shift}{/Control}');
  await screen.findByRole('heading', { name: 'Văn bản chỉ đạo' });
  await row('14-CT/TU');
  return opened;
}

const row = (sign: string) => screen.findByRole('row', { name: new RegExp(sign, 'u') });
const signs = () =>
  [...document.querySelectorAll('.directive-rows .sign')].map((cell) => cell.textContent.trim());
const details = (name: RegExp) => screen.findByRole('complementary', { name });
const table = () => screen.getByRole('grid', { name: 'Văn bản chỉ đạo' });
const entries = async ({ library }: TestWindow) => (await library.call('library.snapshot', {})).directives;
const rowsOf = async ({ library }: TestWindow) =>
  (await library.call('directives.list', { complete: true })).rows;

test('one row for each document however it is written, with what is not said by the texts flagged', async () => {
  await openRegister();
  expect(signs()).toEqual(['14-CT/TU', '62-KH/TU', '30/2020/NĐ-CP']);
  const first = await row('14-CT/TU');
  const cells = within(first)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent.trim());
  expect(cells[0]).toContain('chưa rõ khóa');
  expect(cells[5]).toBe('có thể khóa XIII');
  expect(cells.at(-2)).toContain('3');
  expect(cells.at(-1)).toBe('2');
  expect((await row('30/2020')).textContent).toContain('2020');
});

test('the keys work on the list at once, also after a document that was read', async () => {
  const { user } = await openRegister();
  expect(table()).toHaveFocus();
  await user.keyboard('{ArrowDown}{Enter}{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Sơ kết năm nay' })).toBeVisible();
  await user.keyboard('{Control>}{Shift>}G{/Shift}{/Control}');
  expect(await details(/^Kế hoạch số 62-KH\/TU/u)).toBeVisible();
  expect(table()).toHaveFocus();
});

test('where no document fits, Escape shows all of them again', async () => {
  const { user } = await openRegister();
  await user.keyboard('{Control>}f{/Control}không có');
  expect(await screen.findByText('Không có văn bản nào khớp bộ lọc.')).toBeVisible();
  await user.tab();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(signs()).toHaveLength(3));
});

test('rows are found by words without marks, by year, and those that are undecided', async () => {
  const { user } = await openRegister();
  await user.keyboard('{Control>}f{/Control}');
  expect(screen.getByRole('searchbox', { name: 'Tìm số, ký hiệu, trích yếu' })).toHaveFocus();
  await user.keyboard('ke hoach');
  expect(signs()).toEqual(['62-KH/TU']);
  await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lọc theo năm viện dẫn' }), '2023');
  expect(signs()).toEqual(['14-CT/TU']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lọc theo năm viện dẫn' }), 'Mọi năm');
  await user.click(screen.getByRole('button', { name: /cần xác nhận/u }));
  expect(signs()).not.toContain('30/2020/NĐ-CP');
  expect(screen.getByText('2 / 3')).toBeVisible();
});

test('columns sort one way and the other, empty cells last', async () => {
  const { user, library } = await openRegister();
  const [{ id } = { id: '' }] = (await library.call('directives.list', {})).rows;
  await library.call('directives.put', {
    entries: [{ ...NOTHING, id, issuedOn: '2021-03-03' }],
  });
  await user.click(screen.getByRole('button', { name: /^Số, ký hiệu/u }));
  expect(signs()).toEqual(['14-CT/TU', '62-KH/TU', '30/2020/NĐ-CP']);
  await user.click(screen.getByRole('button', { name: /^Số, ký hiệu/u }));
  expect(signs()).toEqual(['30/2020/NĐ-CP', '62-KH/TU', '14-CT/TU']);
  await user.click(screen.getByRole('button', { name: /^Ban hành/u }));
  await waitFor(() => expect(signs()[0]).toBe('14-CT/TU'));
  await user.click(screen.getByRole('button', { name: /^Ban hành/u }));
  expect(signs()[0]).toBe('14-CT/TU');
});

const NOTHING = {
  ...{ id: '', title: '', issuerName: null, issuedOn: null, status: null, replaces: [], amends: [] },
  ...{ note: '', aliasOf: null, mentions: [] },
};

test('facts are edited where they stand, each one step that is undone; a day that is none is not saved', async () => {
  const window = await openRegister();
  const { user } = window;
  const title = await screen.findByRole('textbox', { name: 'Trích yếu' });
  await user.type(title, 'Về kỷ cương công vụ{Enter}');
  await waitFor(async () => expect((await entries(window))[0]?.title).toBe('Về kỷ cương công vụ'));
  const day = screen.getByRole('textbox', { name: 'Ngày ban hành' });
  await user.type(day, '31/2/2024{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Hãy ghi như 30/5/2024.');
  await user.clear(day);
  await user.type(day, '3/3/2024{Enter}');
  await waitFor(async () => expect((await entries(window))[0]?.issuedOn).toBe('2024-03-03'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Tình trạng' }), 'Hết hiệu lực');
  await waitFor(async () => expect((await entries(window))[0]?.status).toBe('expired'));

  table().focus();
  for (let step = 0; step < 3; step += 1) await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await entries(window)).toEqual([]));
});

test('all mentions stand in time order around their words, and lead to their places', async () => {
  const { user } = await openRegister();
  const aside = await details(/^Chỉ thị số 14-CT\/TU/u);
  const groups = await within(aside).findAllByRole('group');
  expect(groups.map(({ textContent }) => textContent.slice(0, 10))).toEqual(['20/12/2023', '02/07/2024']);
  const marks = [...aside.querySelectorAll('.mention mark')].map(({ textContent }) => textContent);
  expect(marks).toEqual(['Chỉ thị số 14-CT/TU', 'Chỉ thị 14-CT/TU', 'Chỉ thị số 14 - CT/TU']);
  table().focus();
  await user.keyboard('{Enter}{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Chỉ thị số 14 - CT/TU');
  await user.keyboard('{Escape}');
  expect(table()).toHaveFocus();
  await user.keyboard('{Enter}{ArrowDown}{ArrowDown}{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Sơ kết năm nay' })).toBeVisible();
});

test('two rows that are picked become one, of which the person says which stays; it is taken back', async () => {
  const window = await openRegister();
  const { user } = window;
  table().focus();
  await user.keyboard('{Home}x{ArrowDown}x');
  const stays = await screen.findByRole('radio', { name: /^Kế hoạch số 62-KH\/TU/u });
  await user.click(stays);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(signs()).toEqual(['62-KH/TU', '30/2020/NĐ-CP']));
  expect((await rowsOf(window))[0]?.mentions).toBe(5);
  expect(await details(/^Kế hoạch số 62-KH\/TU/u)).toBeVisible();
  await user.click(await screen.findByRole('button', { name: /^Bỏ gộp 1 văn bản/u }));
  await waitFor(() => expect(signs()).toContain('14-CT/TU'));
  table().focus();
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  await waitFor(async () => expect(await entries(window)).toEqual([]));
});

test('the other document is found by typing; Escape leaves everything as it is', async () => {
  const window = await openRegister();
  const { user } = window;
  await user.keyboard('{Control>}g{/Control}');
  const field = await screen.findByRole('combobox', { name: 'Gộp Chỉ thị số 14-CT/TU với' });
  expect(field).toHaveFocus();
  await user.keyboard('62 kh{Enter}');
  expect(await screen.findByRole('radio', { name: /^Kế hoạch số 62-KH\/TU/u })).toBeChecked();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('radio')).toBeNull());
  expect(table()).toHaveFocus();
  expect(await entries(window)).toEqual([]);
});

test('the mentions of chosen articles become a document of their own, and go back', async () => {
  const window = await openRegister();
  const { user } = window;
  table().focus();
  await user.keyboard('s');
  await user.click(await screen.findByRole('checkbox', { name: /Sơ kết năm nay/u }));
  const label = screen.getByRole('textbox', { name: /^Văn bản đó thuộc khóa/u });
  await user.type(label, 'XIV{Enter}');
  await waitFor(() => expect(signs().filter((sign) => sign === '14-CT/TU')).toHaveLength(2));
  const split = sure((await rowsOf(window)).find(({ id }) => id.endsWith('#XIV')));
  expect([split.mentions, split.term]).toEqual([1, { roman: 'XIV', certain: true }]);
  await user.click(await screen.findByRole('button', { name: 'Trả về như khi chưa tách' }));
  await waitFor(async () => expect(await entries(window)).toEqual([]));
  await waitFor(() => expect(signs().filter((sign) => sign === '14-CT/TU')).toHaveLength(1));
});

test('a document replaces another one that is chosen from the register, and each knows the other', async () => {
  const window = await openRegister();
  const { user } = window;
  await user.click(await screen.findByRole('button', { name: 'Thêm văn bản mà nó thay thế' }));
  await user.keyboard('62{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Kế hoạch số 62-KH/TU' }));
  const aside = await details(/^Kế hoạch số 62-KH\/TU/u);
  expect(within(aside).getByText('Được thay thế bởi')).toBeVisible();
  expect(within(aside).getByRole('button', { name: 'Chỉ thị số 14-CT/TU' })).toBeVisible();
});

test('the list is saved in the format that is chosen', async () => {
  const path = join(temporaryFolder(), 'danh-muc.md');
  const { user } = await openRegister({
    desktop: fakeDesktop({ chooseSavePath: () => Promise.resolve(path) }),
  });
  await user.keyboard('{Control>}e{/Control}');
  await user.click(await screen.findByRole('menuitem', { name: 'Markdown' }));
  await waitFor(() => expect(screen.getByText(`Đã lưu ${path}`)).toBeVisible());
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('# Danh mục văn bản');
  expect(text.split('\n').filter((line) => line.startsWith('|'))).toHaveLength(5);
});

test('the reader asks for a document, whatever the register was narrowed to', async () => {
  const window = await openRegister();
  await window.user.type(screen.getByRole('searchbox', { name: 'Tìm số, ký hiệu, trích yếu' }), '30/2020');
  const { showDirective } = await import('../../../renderer/state/register-choice');
  const { id } = sure((await rowsOf(window)).find(({ canonical }) => canonical.includes('62-KH')));
  showDirective(id);
  expect(await details(/^Kế hoạch số 62-KH\/TU/u)).toBeVisible();
  await waitFor(() => expect(signs()).toContain('62-KH/TU'));
});
