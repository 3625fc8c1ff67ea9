import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { openWindow, type TestWindow } from '../window';

const PHRASE = 'nâng cao chất lượng sinh hoạt chi bộ';
const YEARS = [
  ['Hội nghị năm ngoái', '2024-03-05', `Bí thư Huyện ủy Lê Thị Mai yêu cầu ${PHRASE} ở mọi nơi.`],
  ['Hội nghị năm nay', '2025-03-05', `Chủ tịch UBND tỉnh Lê Thị Mai nhắc: phải ${PHRASE}.`],
  ['Hội nghị mùa hè', '2025-06-05', `Huyện uỷ họp bàn việc ${PHRASE}.`],
] as const;

async function prepare(library: Opened): Promise<void> {
  for (const [title, publishedOn, text] of YEARS) {
    const { id } = await importText(library, title, [text]);
    await library.call('articles.update', {
      id,
      patch: { publishedOn, source: `Báo ${publishedOn.slice(0, 4)}` },
    });
  }
}

async function openPhrases(): Promise<TestWindow> {
  const opened = await openWindow({ prepare });
  await opened.user.keyboard('{Control>}{Shift>}P{/Shift}{/Control}');
  await screen.findByRole('heading', { name: 'Cụm từ, cơ quan' });
  return opened;
}

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name, 'u') });
const entries = async ({ library }: TestWindow) => (await library.call('library.snapshot', {})).bodies;

test('set phrases stand with their counts, are narrowed, and their places open by keys', async () => {
  const { user } = await openPhrases();
  const phrase = await row(PHRASE);
  expect(
    within(phrase)
      .getAllByRole('cell')
      .slice(0, 2)
      .map(({ textContent }) => textContent),
  ).toEqual(['3', '3']);
  expect(within(phrase).getByTitle('năm 2024: 1 lần năm 2025: 2 lần')).toBeVisible();

  await user.selectOptions(screen.getByRole('combobox', { name: 'Năm' }), '2025');
  await waitFor(async () => expect(within(await row(PHRASE)).getAllByRole('cell')[0]).toHaveTextContent('2'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Số tiếng ít nhất' }), '12');
  expect(await screen.findByText(/^Không có cụm từ nào/u)).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Số tiếng ít nhất' }), '5');

  await user.click(within(await row(PHRASE)).getByRole('button'));
  const places = await screen.findByRole('group', { name: 'Các chỗ có cụm từ' });
  const found = within(places).getAllByRole('button');
  expect(found.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Hội nghị năm nay'),
    expect.stringContaining('Hội nghị mùa hè'),
  ]);
  sure(found[0]).focus();
  await user.keyboard('{ArrowDown}');
  expect(found[1]).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 2, name: 'Hội nghị mùa hè' })).toBeVisible();
});

test('a phrase is counted by the bodies that its articles name, and narrowed to one', async () => {
  const { user } = await openPhrases();
  const bodies = async () => within(await row(PHRASE)).getAllByRole('cell')[3];
  await waitFor(async () => expect(await bodies()).toHaveTextContent('Huyện ủy2 · +1'));
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Cơ quan được nhắc' }),
    'Ủy ban nhân dân tỉnh',
  );
  await waitFor(async () => expect(within(await row(PHRASE)).getAllByRole('cell')[0]).toHaveTextContent('1'));
});

test('without any article that could share a phrase the view says how it is filled', async () => {
  const { user } = await openWindow();
  await user.keyboard('{Control>}{Shift>}P{/Shift}{/Control}');
  await user.click(await screen.findByRole('button', { name: /^Tìm rộng nhất/u }));
  expect(await screen.findByRole('heading', { name: 'Chưa có cụm từ lặp lại' })).toBeVisible();
  expect(screen.getByRole('button', { name: /^Mở tệp/u })).toBeVisible();
});

test('words that are looked for may be without marks', async () => {
  const { user } = await openPhrases();
  await row(PHRASE);
  await user.keyboard('{Control>}f{/Control}');
  await user.keyboard('sinh hoat');
  expect(await row(PHRASE)).toBeVisible();
  await user.keyboard(' xyz');
  expect(await screen.findByText(/^Không có cụm từ nào/u)).toBeVisible();
});

test('people stand with their offices over the years', async () => {
  const { user } = await openPhrases();
  await user.click(screen.getByRole('tab', { name: 'Cơ quan, nhân sự' }));
  await user.click(within(await row('Người: ?Lê Thị Mai')).getByRole('button'));
  const offices = await screen.findByRole('heading', { name: 'Chức vụ qua các năm' });
  const list = within(sure(offices.parentElement)).getAllByRole('listitem');
  expect(list.map(({ textContent }) => textContent)).toEqual([
    '2024Bí thư Huyện ủy1',
    '2025Chủ tịch UBND tỉnh1',
  ]);
});

test('the dictionary is edited by keys, each change one step that is undone', async () => {
  const window = await openPhrases();
  const { user } = window;
  const undo = () => user.keyboard('{Control>}z{/Control}');
  await user.keyboard('v');
  await user.click(within(await row('Cơ quan: ?Huyện ủy')).getByRole('button'));
  await user.keyboard('{F2}');
  const field = await screen.findByRole('textbox', { name: 'Tên mới' });
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, 'Huyện ủy Tân Hòa{Enter}');
  const renamed = { name: 'Huyện ủy Tân Hòa', is: 'body', aliases: ['Huyện ủy'] };
  await waitFor(async () => expect(await entries(window)).toEqual([renamed]));
  expect(await screen.findByRole('heading', { name: 'Huyện ủy Tân Hòa' })).toBeVisible();

  await user.click(await screen.findByRole('button', { name: /^Thêm cách viết/u }));
  await user.type(await screen.findByRole('textbox', { name: /^Cách viết khác/u }), 'HUTH{Enter}');
  await waitFor(async () => expect((await entries(window))[0]?.aliases).toEqual(['Huyện ủy', 'HUTH']));
  await user.click(await screen.findByRole('button', { name: 'Bỏ cách viết “HUTH”' }));
  await waitFor(async () => expect(await entries(window)).toEqual([renamed]));

  await user.click(screen.getByRole('button', { name: /^Đây là người/u }));
  await waitFor(async () => expect((await entries(window))[0]?.is).toBe('person'));
  await user.click(screen.getByRole('button', { name: /^Xóa khỏi danh bạ/u }));
  await waitFor(async () => expect(await entries(window)).toEqual([]));

  for (let step = 0; step < 4; step += 1) await undo();
  await waitFor(async () => expect(await entries(window)).toEqual([renamed]));
  await undo();
  await waitFor(async () => expect(await entries(window)).toEqual([]));
});

test('two become one', async () => {
  const window = await openPhrases();
  const { user } = window;
  await user.keyboard('v');
  await user.click(within(await row('Cơ quan: ?Ủy ban nhân dân tỉnh')).getByRole('button'));
  await user.keyboard('{Control>}g{/Control}');
  const field = await screen.findByRole('combobox', { name: /^Gộp/u });
  await user.type(field, 'Không có');
  expect(screen.getByRole('button', { name: 'Lưu' })).toBeDisabled();
  await user.clear(field);
  await user.type(field, 'Huyện ủy{Enter}');
  await waitFor(async () =>
    expect(await entries(window)).toEqual([
      { name: 'Huyện ủy', is: 'body', aliases: ['Ủy ban nhân dân tỉnh'] },
    ]),
  );
  await waitFor(async () =>
    expect(within(await row('Cơ quan: ?Huyện ủy')).getAllByRole('cell')[0]).toHaveTextContent('3'),
  );
});

test('a body filters the articles of the library, also by a spelling that it had', async () => {
  const { user, library } = await openPhrases();
  await user.keyboard('v');
  await user.click(within(await row('Cơ quan: ?Ủy ban nhân dân tỉnh')).getByRole('button'));
  await user.keyboard('{Control>}l{/Control}');
  const titles = () => [...document.querySelectorAll('.shelf-item .name')].map((name) => name.textContent);
  await waitFor(() => expect(titles()).toEqual(['Hội nghị năm nay']));
  expect(screen.getByRole('button', { name: 'Bỏ điều kiện: Ủy ban nhân dân tỉnh' })).toBeVisible();
  const merged = { name: 'Huyện ủy', is: 'body' as const, aliases: ['Ủy ban nhân dân tỉnh'] };
  await library.call('bodies.set', { entries: [merged] });
  await waitFor(() => expect(titles()).toHaveLength(3));
});
