import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openCard, openWindow, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết';
const NOTE = '**Gấp**: hỏi lại\nvề [tiến độ](https://bao.example/a)\n\n- một\n- <b>hai</b>';

const withNote = (note: string) =>
  openWindow({
    prepare: async (library: Opened) => {
      const { id } = await importText(library, TITLE);
      await addQuote(library, id, 'Chỉ thị số 03-CT/TW', { note });
    },
  });
const field = () => screen.getByLabelText('Viết ghi chú…');
const noteOf = async ({ annotationsOf }: TestWindow) => sure((await annotationsOf(TITLE))[0]).note;
const written = () => sure(document.querySelector<HTMLElement>('.note .written'));

test('a closed card shows the Markdown of its note; HTML in it is text', async () => {
  const opened = await withNote(NOTE);
  await openArticle(opened, TITLE);
  await waitFor(() => expect(document.querySelector('.written strong')).toHaveTextContent('Gấp'));
  expect(
    within(written())
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['một', '<b>hai</b>']);
  expect(written().querySelector('p br')).not.toBeNull();
  expect(written().querySelector('b')).toBeNull();
});

test('a link in a note copies its address and opens neither page nor card', async () => {
  const opened = await withNote(NOTE);
  await openArticle(opened, TITLE);
  await opened.user.click(await screen.findByRole('button', { name: 'tiến độ' }));
  expect(await navigator.clipboard.readText()).toBe('https://bao.example/a');
  expect(screen.getByText('Đã chép địa chỉ https://bao.example/a')).toBeVisible();
  expect(screen.queryByRole('article', { current: true })).toBeNull();
});

test('the preview shows what is being typed, saved or not, and the way back puts the caret into the field', async () => {
  const opened = await withNote('');
  const { user } = opened;
  await openCard(opened, TITLE);
  await user.type(field(), '*chưa* lưu');
  await user.keyboard('{Control>}{Shift>}M{/Shift}{/Control}');
  await waitFor(() => expect(document.querySelector('.preview em')).toHaveTextContent('chưa'));
  expect(field()).not.toBeVisible();
  await waitFor(async () => expect(await noteOf(opened)).toBe('*chưa* lưu'));
  await user.click(screen.getByRole('button', { name: 'Hoàn tác: sửa ghi chú' }));
  await screen.findByText('Chưa viết gì.');
  await user.click(screen.getByRole('button', { name: 'Viết' }));
  expect(field()).toBeVisible();
  expect(field()).toHaveFocus();
  expect(field()).toHaveValue('');
});

test('the buttons and keys format what is selected, and it is saved as typing is', async () => {
  const opened = await withNote('hỏi lại gấp');
  const { user } = opened;
  await openCard(opened, TITLE);
  const area = field() as HTMLTextAreaElement;
  area.focus();
  area.setSelectionRange(8, 11);
  await user.keyboard('{Control>}b{/Control}');
  expect(area).toHaveValue('hỏi lại **gấp**');
  await user.click(screen.getByRole('button', { name: 'Danh sách' }));
  expect(area).toHaveValue('- hỏi lại **gấp**');
  fireEvent.blur(area);
  await waitFor(async () => expect(await noteOf(opened)).toBe('- hỏi lại **gấp**'));
  await screen.findByRole('button', { name: 'Hoàn tác: sửa ghi chú' });
});
