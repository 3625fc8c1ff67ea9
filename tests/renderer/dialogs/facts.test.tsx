import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PARAGRAPHS, importText, type Opened } from '../../main/store/support';
import { chooseFor, openArticle, openWindow } from '../window';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const prepare = (library: Opened) =>
  importText(library, TITLE, [...PARAGRAPHS, 'Chia sẻ Facebook Zalo', 'Tin liên quan']);

const dialog = () => screen.findByRole('dialog', { name: 'Thông tin bài' });

test('a date that is none and an empty title are refused with a word why, and nothing is saved', async () => {
  const opened = await openWindow({ prepare });
  const { user, calls, articleOf } = opened;
  await chooseFor(opened, TITLE, 'Sửa thông tin bài');
  const form = within(await dialog());
  await user.type(form.getByLabelText('Ngày đăng'), '31/2/2026');
  await user.click(form.getByRole('button', { name: 'Lưu' }));
  expect(form.getByRole('alert')).toHaveTextContent('Ngày không đúng. Hãy ghi như 09/01/2026.');
  expect(form.getByLabelText('Ngày đăng')).toHaveValue('31/2/2026');

  await user.clear(form.getByLabelText('Ngày đăng'));
  await user.clear(form.getByLabelText('Tên bài'));
  await user.type(form.getByLabelText('Tên bài'), '   ');
  await user.click(form.getByRole('button', { name: 'Lưu' }));
  expect(form.getByRole('alert')).toHaveTextContent('Tên bài không được để trống.');
  expect(calls).not.toContain('articles.update');
  expect(await articleOf(TITLE)).toMatchObject({ title: TITLE, publishedOn: null });
});

test('right facts are saved, shown everywhere, and taken back by one undo', async () => {
  const opened = await openWindow({ prepare });
  const { user, articleOf } = opened;
  await openArticle(opened, TITLE);
  const before = await articleOf(TITLE);
  await user.keyboard('{F2}');
  const form = within(await dialog());
  await user.clear(form.getByLabelText('Tên bài'));
  await user.type(form.getByLabelText('Tên bài'), '  Tên mới  ');
  await user.type(form.getByLabelText('Nguồn'), 'Báo Lam Khê');
  await user.type(form.getByLabelText('Ngày đăng'), '9/1/2026');
  await user.click(form.getByRole('button', { name: 'Lưu' }));

  expect(await screen.findByRole('heading', { level: 2, name: 'Tên mới' })).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await articleOf('Tên mới')).toMatchObject({
    source: 'Báo Lam Khê',
    publishedOn: '2026-01-09',
    dateConfidence: 'confirmed',
    byline: null,
  });
  const pane = screen.getByRole('region', { name: 'Ngăn A' });
  expect(pane).toHaveTextContent('Báo Lam Khê09/01/2026');

  await user.click(screen.getByRole('button', { name: 'Hoàn tác: sửa thông tin bài' }));
  expect(await screen.findByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  expect(await articleOf(TITLE)).toEqual(before);
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
});

test('saving without a change makes no call and no undo step', async () => {
  const opened = await openWindow({ prepare });
  await chooseFor(opened, TITLE, 'Sửa thông tin bài');
  await opened.user.click(within(await dialog()).getByRole('button', { name: 'Lưu' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(opened.calls).not.toContain('articles.update');
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
});

test('the lines that the import took out are shown, and lead there from the notes', async () => {
  const opened = await openWindow({ prepare });
  const { articles } = await opened.library.call('library.snapshot', {});
  const { article } = await opened.library.call('articles.get', { id: articles[0]?.id ?? '' });
  const removed = article.removed.map(({ text }) => text);
  expect(removed).not.toEqual([]);
  await openArticle(opened, TITLE);
  await opened.user.click(
    await screen.findByRole('button', { name: `${removed.length} dòng đã lược bỏ khi nhập` }),
  );
  const form = within(await dialog());
  expect(form.getByRole('heading', { name: `Đã lược bỏ khi nhập ${removed.length}` })).toBeVisible();
  const lines = form.getAllByRole('listitem');
  expect(lines.map((line) => line.querySelector('.text')?.textContent)).toEqual(removed);
});

test('a removed line goes back into the text with one click, and out again with one undo', async () => {
  const opened = await openWindow({ prepare });
  const { user, library } = opened;
  await openArticle(opened, TITLE);
  const { id } = await opened.articleOf(TITLE);
  const view = async () => (await library.call('articles.get', { id })).article;
  const before = await view();
  const text = before.removed[0]?.text ?? '';
  await user.keyboard('{F2}');
  const form = within(await dialog());
  await user.type(form.getByLabelText('Nguồn'), 'Báo Lam Khê');
  await user.click(form.getByRole('button', { name: `Khôi phục dòng: ${text}` }));
  await waitFor(() => expect(form.queryByRole('button', { name: `Khôi phục dòng: ${text}` })).toBeNull());
  expect((await view()).blocks.map((block) => block.text)).toContain(text);
  // What is typed in the form is still there.
  expect(form.getByLabelText('Nguồn')).toHaveValue('Báo Lam Khê');

  await user.click(form.getByRole('button', { name: 'Hủy' }));
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác: khôi phục dòng đã lược bỏ' }));
  await waitFor(async () => expect((await view()).blocks).toEqual(before.blocks));
  expect((await view()).removed).toEqual(before.removed);
});

test('another encoding reads the original again, with its title, and can be undone', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openArticle(opened, TITLE);
  await user.keyboard('{F2}');
  const form = within(await dialog());
  expect(form.getByLabelText('Bảng mã')).toHaveValue('utf-8');
  await user.selectOptions(form.getByLabelText('Bảng mã'), 'windows-1252');
  await waitFor(() => expect(form.getByLabelText('Bảng mã')).toHaveValue('windows-1252'));
  await waitFor(() => expect(form.getByLabelText('Tên bài')).not.toHaveValue(TITLE));

  await user.click(form.getByRole('button', { name: 'Hủy' }));
  await user.click(await screen.findByRole('button', { name: 'Hoàn tác: đọc lại bản gốc' }));
  expect(await screen.findByRole('heading', { level: 2, name: TITLE })).toBeVisible();
});
