import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết';
const TEXT = [
  'Đoạn một nói về cải cách.',
  'Đoạn hai giao việc.',
  'Đoạn ba nêu chỉ tiêu.',
  'Đoạn bốn đặt thời hạn.',
];
const WORDS = ['cải cách', 'giao việc', 'nêu chỉ tiêu', 'đặt thời hạn'];

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE, TEXT);
  await library.call('tags.put', { tags: [{ name: 'Quan trọng', key: 1 }] });
  for (const words of WORDS) await addQuote(library, id, words);
};

async function openNotes(): Promise<TestWindow> {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await waitFor(() => expect(cards()).toHaveLength(4));
  return opened;
}

const cards = () => screen.getAllByRole('article', { name: /^Ghi chú, /u });
const card = (index: number) => sure(cards()[index]);
const bar = () => screen.getByRole('region', { name: 'Các ghi chú đã chọn' });
const picked = () => cards().flatMap((each, i) => (each.matches('.picked') ? [i] : []));
const outlined = () => [...document.querySelectorAll('mark.chosen')].map((mark) => mark.textContent);
const kinds = async ({ annotationsOf }: TestWindow) => (await annotationsOf(TITLE)).map(({ kind }) => kind);
const tags = async ({ annotationsOf }: TestWindow) => (await annotationsOf(TITLE)).map((each) => each.tags);
const undo = ({ user }: TestWindow, what: string) =>
  user.click(screen.getByRole('button', { name: `Hoàn tác: ${what}` }));
const nothingToUndo = () => screen.queryByRole('button', { name: 'Không có gì để hoàn tác' });

test('Ctrl and a click adds notes to the chosen ones, Shift and a click takes all between, Escape lets go', async () => {
  const { user } = await openNotes();
  fireEvent.click(card(0), { ctrlKey: true });
  fireEvent.click(card(2), { ctrlKey: true });
  expect(picked()).toEqual([0, 2]);
  expect(bar()).toHaveTextContent('2 ghi chú');
  fireEvent.click(card(3), { shiftKey: true });
  expect(picked()).toEqual([0, 2, 3]);
  fireEvent.click(card(0), { ctrlKey: true });
  expect(picked()).toEqual([2, 3]);
  expect(outlined()).toEqual(['nêu chỉ tiêu', 'đặt thời hạn']);
  await user.keyboard('{Escape}');
  expect(picked()).toEqual([]);
  expect(outlined()).toEqual([]);
});

test('the open card comes along when another one is added to it', async () => {
  const { user } = await openNotes();
  await user.click(card(1));
  fireEvent.click(card(3), { ctrlKey: true });
  expect(picked()).toEqual([1, 3]);
  expect(cards().filter((each) => each.matches('.chosen'))).toEqual([]);
});

test('x takes the open card in or out, Shift with n and p go on to the neighbours', async () => {
  const { user } = await openNotes();
  await user.click(card(1));
  await user.keyboard('x');
  expect(picked()).toEqual([1]);
  await user.keyboard('{Shift>}N{/Shift}');
  expect(picked()).toEqual([1, 2]);
  await user.keyboard('x');
  expect(picked()).toEqual([1]);
  await user.keyboard('{Shift>}P{/Shift}{Shift>}P{/Shift}');
  expect(picked()).toEqual([0, 1, 2]);
});

test('each note can be chosen by its box, and all of them by button or key', async () => {
  const { user } = await openNotes();
  await user.click(within(card(2)).getByRole('checkbox', { name: 'Chọn ghi chú này' }));
  expect(within(card(2)).getByRole('checkbox')).toBeChecked();
  await user.click(within(bar()).getByRole('button', { name: 'Chọn tất cả' }));
  expect(picked()).toEqual([0, 1, 2, 3]);
  await user.click(within(bar()).getByRole('button', { name: 'Bỏ chọn' }));
  expect(picked()).toEqual([]);
  card(1).focus();
  await user.keyboard('{Control>}a{/Control}');
  expect(picked()).toEqual([0, 1, 2, 3]);
});

test('a kind given to several notes is one call and one step back', async () => {
  const opened = await openNotes();
  const { user, calls } = opened;
  for (const each of [0, 1, 3]) fireEvent.click(card(each), { ctrlKey: true });
  calls.length = 0;
  await user.keyboard('t');
  await waitFor(async () => expect(await kinds(opened)).toEqual(['task', 'task', 'highlight', 'task']));
  expect(calls.filter((name) => name.startsWith('annotations.'))).toEqual(['annotations.updateMany']);
  expect(picked()).toEqual([0, 1, 3]);
  await undo(opened, 'đổi loại 3 ghi chú');
  await waitFor(async () => expect(await kinds(opened)).toEqual(Array(4).fill('highlight')));
  expect((await opened.annotationsOf(TITLE)).map(({ colour }) => colour)).toEqual(Array(4).fill('yellow'));
  expect(nothingToUndo()).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Làm lại: đổi loại 3 ghi chú' }));
  await waitFor(async () => expect(await kinds(opened)).toEqual(['task', 'task', 'highlight', 'task']));
});

test('a colour for all is counted by those that it changes', async () => {
  const opened = await openNotes();
  fireEvent.click(card(0), { ctrlKey: true });
  await opened.user.click(within(bar()).getByRole('button', { name: 'cam' }));
  await screen.findByRole('button', { name: 'Hoàn tác: đổi màu 1 ghi chú' });
  fireEvent.click(card(1), { ctrlKey: true });
  fireEvent.click(card(2), { ctrlKey: true });
  await opened.user.click(within(bar()).getByRole('button', { name: 'cam' }));
  await screen.findByRole('button', { name: 'Hoàn tác: đổi màu 2 ghi chú' });
});

test('a tag is added to those that lack it, and a digit takes it off again once all have it', async () => {
  const opened = await openNotes();
  const { user } = opened;
  fireEvent.click(card(0), { ctrlKey: true });
  await user.type(within(bar()).getByRole('combobox'), 'Cải cách{Enter}');
  await waitFor(async () => expect((await tags(opened))[0]).toEqual(['Cải cách']));
  fireEvent.click(card(1), { ctrlKey: true });
  await within(bar()).findByText('Cải cách (1/2)');
  await user.type(within(bar()).getByRole('combobox'), 'cải cách{Enter}');
  await waitFor(async () => expect(await tags(opened)).toEqual([['Cải cách'], ['Cải cách'], [], []]));
  await screen.findByRole('button', { name: 'Hoàn tác: gắn thẻ “Cải cách” cho 1 ghi chú' });

  (document.activeElement as HTMLElement).blur();
  await user.keyboard('1');
  await waitFor(async () => expect((await tags(opened))[1]).toEqual(['Cải cách', 'Quan trọng']));
  await user.keyboard('1');
  await waitFor(async () => expect((await tags(opened))[1]).toEqual(['Cải cách']));
  await user.click(within(bar()).getByRole('button', { name: 'Bỏ thẻ Cải cách' }));
  await waitFor(async () => expect(await tags(opened)).toEqual([[], [], [], []]));
  await undo(opened, 'bỏ thẻ “Cải cách” khỏi 2 ghi chú');
  await waitFor(async () => expect(await tags(opened)).toEqual([['Cải cách'], ['Cải cách'], [], []]));
});

test('two tags given faster than the library answers are both kept', async () => {
  const opened = await openNotes();
  await opened.library.call('tags.put', { tags: [{ name: 'Gấp', key: 2 }] });
  fireEvent.click(card(0), { ctrlKey: true });
  fireEvent.click(card(1), { ctrlKey: true });
  await waitFor(() => expect(bar().querySelector('option[value="Gấp"]')).not.toBeNull());
  fireEvent.keyDown(document.body, { key: '1' });
  fireEvent.keyDown(document.body, { key: '2' });
  await waitFor(async () =>
    expect((await tags(opened)).slice(0, 2)).toEqual(Array(2).fill(['Quan trọng', 'Gấp'])),
  );
});

test('deleting several is one step; what comes back is not chosen', async () => {
  const opened = await openNotes();
  fireEvent.click(card(1), { ctrlKey: true });
  fireEvent.click(card(2), { ctrlKey: true });
  await opened.user.keyboard('{Delete}');
  await waitFor(() => expect(cards()).toHaveLength(2));
  expect(screen.queryByRole('region', { name: 'Các ghi chú đã chọn' })).toBeNull();
  await undo(opened, 'xóa 2 ghi chú');
  await waitFor(() => expect(cards()).toHaveLength(4));
  expect(picked()).toEqual([]);
});

test('what is chosen outlasts other changes of the list; what is gone leaves it', async () => {
  const opened = await openNotes();
  const [first, , third] = await opened.annotationsOf(TITLE);
  fireEvent.click(card(0), { ctrlKey: true });
  fireEvent.click(card(2), { ctrlKey: true });
  await addQuote(opened.library, sure(first).articleId, 'Đoạn một');
  await waitFor(() => expect(cards()).toHaveLength(5));
  expect(picked()).toEqual([1, 3]);
  await opened.library.call('annotations.remove', {
    articleId: sure(third).articleId,
    ids: [sure(third).id],
  });
  await waitFor(() => expect(cards()).toHaveLength(4));
  expect(bar()).toHaveTextContent('1 ghi chú');
});

test('a plain click opens the card alone, and letters are for it again', async () => {
  const opened = await openNotes();
  fireEvent.click(card(0), { ctrlKey: true });
  fireEvent.click(card(1), { ctrlKey: true });
  await opened.user.click(card(3));
  expect(picked()).toEqual([]);
  await opened.user.keyboard('h');
  await waitFor(async () =>
    expect(await kinds(opened)).toEqual(['highlight', 'highlight', 'highlight', 'deadline']),
  );
});
