import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, sure } from '../../main/store/support';
import { settle } from '../window';
import { ARTICLES, prepare, openSearch, field, list, titles, chosen, passage, tick, type } from './view';

test('words typed without marks find every spelling while they are typed; the passage stands beside', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await list();
  await waitFor(() => expect(titles()).toHaveLength(3));
  expect(within(await list()).getAllByText(/^dân vận khéo$/iu).length).toBeGreaterThanOrEqual(4);
  expect(await screen.findByText('3 bài')).toHaveRole('status');
  expect(screen.getByText(/mọi cách ghi dấu/u)).toHaveTextContent('Hiểu là “dan van kheo”');
  await within(await passage()).findByRole('heading', { level: 2, name: sure(titles()[0]) });
});

test('only the newest answer is shown, however late an older one comes', async () => {
  const window = await openSearch();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  window.carriers.set('search.find', async (send) => {
    const reply = await send();
    await held;
    return reply;
  });
  await type(window, 'kho thoc');
  await waitFor(() => expect(window.calls.filter((name) => name === 'search.find')).not.toHaveLength(0));
  await new Promise((resolve) => setTimeout(resolve, 300));
  window.carriers.clear();
  fireEvent.change(field(), { target: { value: 'lam duong' } });
  await waitFor(() => expect(titles()).toEqual([ARTICLES[0].title]));
  release();
  await settle();
  expect(titles()).toEqual([ARTICLES[0].title]);
});

test('nothing is asked while an input method composes, and what it ends with is', async () => {
  const window = await openSearch();
  await waitFor(() => expect(window.calls).toContain('search.find'));
  const before = window.calls.filter((name) => name === 'search.find').length;
  fireEvent.compositionStart(field());
  fireEvent.input(field(), { target: { value: 'duong' }, isComposing: true });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(window.calls.filter((name) => name === 'search.find')).toHaveLength(before);
  fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229, isComposing: true });
  fireEvent.compositionEnd(field(), { target: { value: 'đường' } });
  await waitFor(() => expect(titles()).toEqual([ARTICLES[0].title]));
});

test('arrows go through the results from within the field, and Enter opens the reader there', async () => {
  const window = await openSearch();
  await type(window, 'dân vận khéo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  await window.user.selectOptions(screen.getByRole('combobox', { name: 'Thứ tự' }), 'oldest');
  await waitFor(() => expect(titles()[0]).toBe(ARTICLES[0].title));
  expect(chosen()).toContain('hai mươi hộ');
  field().focus();
  await window.user.keyboard('{ArrowDown}');
  expect(field()).toHaveFocus();
  expect(chosen()).toContain('của thôn');
  expect(await within(await passage()).findByText('đoạn 3/3')).toBeVisible();
  expect(field()).toHaveAttribute(
    'aria-activedescendant',
    sure(document.querySelector('[role="option"][aria-selected="true"]')).id,
  );
  await window.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 2, name: ARTICLES[0].title });
  await waitFor(() => expect(getSelection()?.toString()).toBe('dân vận khéo'));
});

test('Ctrl and an arrow go to the next article, Ctrl Enter opens beside what is open', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await window.user.selectOptions(await screen.findByRole('combobox', { name: 'Thứ tự' }), 'oldest');
  await waitFor(() => expect(titles()[0]).toBe(ARTICLES[0].title));
  field().focus();
  await window.user.keyboard('{Control>}{ArrowDown}{/Control}');
  expect(chosen()).toContain('Phong trào');
  await window.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('heading', { level: 2, name: ARTICLES[1].title });
});

test('ticks narrow what was found, with counts, and are taken off together', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await window.user.click(await tick(/^Báo Lam Khê/u));
  await waitFor(() => expect(titles()).toHaveLength(2));
  expect((await tick(/^Cổng thông tin huyện/u)).closest('label')).toHaveTextContent('1');
  await window.user.click(await tick(/^Năm 2024/u));
  await waitFor(() => expect(titles()).toEqual([ARTICLES[0].title]));
  await window.user.click(screen.getByRole('button', { name: 'Bỏ lọc' }));
  await waitFor(() => expect(titles()).toHaveLength(3));
});

test('what is wrong with a query is said with its place, and nothing while it may still be typed is an alarm', async () => {
  const window = await openSearch();
  await type(window, 'dân vận năm:hai');
  expect(await screen.findByText(/^Năm viết như/u)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
  await window.user.keyboard('{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('năm:hai');
  await window.user.click(screen.getByRole('button', { name: /năm:hai/u }));
  expect([field().selectionStart, field().selectionEnd]).toEqual([8, 15]);
});

test('nothing with these marks: the same words with any are one click away', async () => {
  const window = await openSearch();
  await type(window, 'dấn vàn khèo');
  await window.user.click(await screen.findByRole('button', { name: /Xem 3 bài không phân biệt dấu$/u }));
  await waitFor(() => expect(titles()).toHaveLength(3));
  expect(screen.getByRole('button', { name: 'Không dấu' })).toHaveAttribute('aria-pressed', 'true');
});

test('abbreviations are looked for in full, and that is told', async () => {
  const window = await openSearch();
  await type(window, 'Ủy ban nhân dân huyện');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[1].title]));
  expect(screen.getByText('UBND', { selector: '.other-way' })).toBeVisible();
});

test('an example fills the field and is run; Escape empties it, and then leaves', async () => {
  const { user } = await openSearch();
  await user.click(await screen.findByRole('button', { name: /^tiêu-đề:"hội nghị"/u }));
  expect(field()).toHaveValue('tiêu-đề:"hội nghị"');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[1].title]));
  await user.click(sure((await list()).querySelector<HTMLElement>('[role="option"]')));
  (await list()).focus();
  await user.keyboard('{Escape}');
  expect(field()).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(field()).toHaveValue('');
  expect(await screen.findByRole('heading', { name: 'Tìm trong mọi bài và ghi chú' })).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.querySelector('.search-view')).toBeNull());
});

test('an article with many places shows the first, and all of them when asked', async () => {
  const many = Array.from({ length: 12 }, (_, index) => `Mô hình thứ ${index + 1} của xã.`);
  const window = await openSearch({ prepare: (library) => importText(library, 'Mười hai mô hình', many) });
  await type(window, 'thứ');
  await within(await list()).findByText('Xem cả 12 chỗ');
  const hits = () => document.querySelectorAll('.found-hit.hit');
  expect(hits()).toHaveLength(3);
  await window.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(() => expect(hits()).toHaveLength(12));
  expect(chosen()).toContain('thứ 4');
});

test('the next articles are brought as one goes on', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      for (let number = 1; number <= 120; number += 1)
        await importText(library, `Tin ${number}`, [`Mô hình thứ ${number} của xã.`]);
    },
  });
  await type(window, 'mô hình');
  expect(await screen.findByText('120 bài')).toBeVisible();
  await window.user.selectOptions(screen.getByRole('combobox', { name: 'Thứ tự' }), 'title');
  await waitFor(() => expect(titles()[0]).toBe('Tin 1'));
  const last = (await window.articleOf('Tin 120')).id;
  (await list()).focus();
  await waitFor(async () => {
    await window.user.keyboard('{End}');
    expect(field()).toHaveAttribute('aria-activedescendant', expect.stringContaining(last));
  });
});

test('notes are found too, and open with their card', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      const { id } = await importText(library, 'Bài có ghi chú', ['Giao Phòng Nội vụ rà soát thủ tục.']);
      await addQuote(library, id, 'rà soát thủ tục', { note: 'Cần đối chiếu với báo cáo quý.' });
    },
  });
  await type(window, 'doi chieu');
  const found = await within(await list()).findByText(/^Cần/u);
  expect(within(found.closest('[role="option"]') as HTMLElement).getByText('Ghi chú')).toBeInTheDocument();
  await within(await passage()).findByRole('complementary', { name: 'Ghi chú ở đoạn này' });
  await window.user.keyboard('{Enter}{Enter}');
  expect(await screen.findByRole('article', { name: /^Ghi chú, /u })).toHaveAttribute('aria-current', 'true');
});

test('a mark in the passage opens in the reader with its card', async () => {
  const window = await openSearch({
    prepare: async (library) => {
      await prepare(library);
      const { articles } = await library.call('library.snapshot', {});
      const { id } = sure(articles.find(({ title }) => title === ARTICLES[2].title));
      await addQuote(library, id, 'một chi bộ', { kind: 'target' });
    },
  });
  await type(window, 'chi bo');
  await waitFor(() => expect(titles()).toEqual([ARTICLES[2].title]));
  await window.user.click(
    await within(await passage()).findByRole('button', { name: /^Chỉ tiêu.*một chi bộ/u }),
  );
  expect(await screen.findByRole('article', { name: /^Ghi chú, /u })).toHaveAttribute('aria-current', 'true');
});

test('contexts stand in a table that is sorted by its heads', async () => {
  const window = await openSearch();
  await type(window, 'dan van kheo');
  await waitFor(() => expect(titles()).toHaveLength(3));
  await window.user.keyboard('{Alt>}k{/Alt}');
  const table = await screen.findByRole('grid', { name: 'Ngữ cảnh của từ tìm được' });
  const rights = () =>
    [...table.querySelectorAll('.context-row .right')].map((cell) => cell.textContent.trim());
  await waitFor(() => expect(rights().length).toBeGreaterThanOrEqual(3));
  await window.user.click(within(table).getByRole('button', { name: 'Sau' }));
  await waitFor(() =>
    expect(within(table).getByRole('columnheader', { name: 'Sau' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    ),
  );
  await waitFor(() => expect(rights()).toEqual(rights().toSorted((a, b) => a.localeCompare(b, 'vi'))));
  expect(rights().length).toBeGreaterThanOrEqual(3);
});
