import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { COMMAND_NAMES } from '../../../renderer/keymap';
import { foundCommands } from '../../../renderer/dialogs/palette-answers';
import { rankBy } from '../../../renderer/dialogs/palette-rank';
import { en } from '../../../renderer/strings/en';
import { vi as vietnamese } from '../../../renderer/strings/vi';
import { importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const prepare = async (library: Opened) => {
  await importText(library, TITLE);
};

const palette = () => screen.findByRole('dialog', { name: 'Tìm bài hoặc gõ lệnh' });
const offered = () =>
  screen.getAllByRole('option').map((option) => sure(option.querySelector('.name')).textContent);

async function ask({ user }: TestWindow, words: string): Promise<HTMLElement> {
  await user.keyboard('{Control>}k{/Control}');
  const field = within(await palette()).getByRole('combobox');
  await waitFor(() => expect(field).toHaveFocus());
  if (words !== '') fireEvent.change(field, { target: { value: words } });
  return field;
}

test('every command that can be chosen is found by its name in both languages, with or without marks', () => {
  const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd');
  for (const name of COMMAND_NAMES.filter((each) => each !== 'palette' && each !== 'escape')) {
    const own = vietnamese.command[name];
    const backwards = own.split(' ').toReversed().join(' ');
    for (const typed of [
      own,
      own.normalize('NFD'),
      bare(own),
      own.toUpperCase(),
      backwards,
      en.command[name],
    ]) {
      const first = foundCommands(typed, 'vi').slice(0, 5);
      expect([typed, first.some(({ command }) => command === name)]).toEqual([typed, true]);
    }
  }
});

test('a command typed in the other language shows its name there', async () => {
  const opened = await openWindow({ prepare });
  await ask(opened, 'settings');
  expect(offered()[0]).toBe('Cài đặt');
  expect(screen.getAllByRole('option')[0]).toHaveTextContent('Cài đặtSettings');
});

test('a command of the reader is run from another view, where it makes sense; it comes first the next time', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await ask(opened, 'cai dat');
  await opened.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('document')).toBeNull());
  await ask(opened, 'tim trong bai');
  expect(offered()[0]).toBe('Tìm trong bài');
  await opened.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Tìm trong bài' })).toHaveFocus());
  await opened.user.keyboard('{Escape}');
  await ask(opened, '');
  expect(offered().slice(0, 2)).toEqual(['Tìm trong bài', 'Cài đặt']);
});

test('an article is found by words of its title in any order', async () => {
  const opened = await openWindow({ prepare });
  await ask(opened, 'thang ket so');
  expect(offered()).toEqual([TITLE, 'Tìm trong thư viện: thang ket so']);
  await opened.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 2, name: TITLE });
});

test('an input method is left to work: its Enter and Escape neither choose nor close', async () => {
  const opened = await openWindow({ prepare });
  const field = await ask(opened, 'cai dat');
  fireEvent.compositionStart(field);
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    fireEvent.keyDown(field, { key, isComposing: true, keyCode: 229 });
  }
  expect(await palette()).toBeVisible();
  fireEvent.compositionEnd(field);
});

test('fits are ranked: exact, beginning, whole words, inside, initials', () => {
  const names = [
    'Về ghi chú sau',
    'Ghi chú',
    'Ghi chú sau',
    'Sau ghi và chú',
    'Gói hàng ichúng',
    'Xem chung',
  ];
  const ranked = (typed: string) => {
    const rank = rankBy(typed);
    return names
      .flatMap((name) => ({ name, rank: rank(name)?.rank ?? -1 }))
      .filter((each) => each.rank >= 0)
      .sort((a, b) => a.rank - b.rank)
      .map(({ name }) => name);
  };
  expect(ranked('ghi chu')).toEqual(['Ghi chú', 'Ghi chú sau', 'Về ghi chú sau', 'Sau ghi và chú']);
  expect(ranked('hu')).toHaveLength(6);
  expect(ranked('gcs')).toEqual(
    ['Ghi chú sau', 'Về ghi chú sau'].toSorted((a, b) => names.indexOf(a) - names.indexOf(b)),
  );
  expect(rankBy('chú')('Ghi chú')?.spans).toMatchObject([{ start: 4, end: 7 }]);
  expect(rankBy('zzz')('Ghi chú')).toBeNull();
});
