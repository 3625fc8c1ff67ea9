import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { importText, openIn, sure, temporaryFolder } from '../../main/store/support';
import { chooseFor, chooseList, itemOf, listed, openArticle, openWindow, type TestWindow } from '../window';

const TITLES = ['An cư', 'Biên giới', 'Cải cách'];

const openThree = () =>
  openWindow({
    prepare: async (library) => {
      for (const title of TITLES) await importText(library, title);
      await library.call('workspace.save', {
        ...(await library.call('library.snapshot', {})).workspace,
        sort: 'title',
      });
    },
  });

const shelvingOf = async (opened: TestWindow, title: string) => (await opened.articleOf(title)).shelving;
const takeBack = ({ user }: TestWindow) => user.keyboard('{Control>}z{/Control}');

test('letters on a row star it, mark it as read and archive it; each is an undo step', async () => {
  const opened = await openThree();
  act(() => itemOf('Biên giới').focus());
  await opened.user.keyboard('s');
  expect(await within(itemOf('Biên giới')).findByRole('img', { name: 'Có gắn sao' })).toBeVisible();
  await opened.user.keyboard('r');
  await waitFor(() =>
    expect(within(itemOf('Biên giới')).queryByRole('img', { name: 'Chưa đọc' })).toBeNull(),
  );
  expect(await shelvingOf(opened, 'Biên giới')).toMatchObject({ starred: true, reading: 'read' });
  await opened.user.keyboard('e');
  await waitFor(() => expect(listed()).toEqual(['An cư', 'Cải cách']));
  for (const what of ['đưa 1 bài vào lưu trữ', 'đánh dấu “Đã đọc” 1 bài', 'gắn sao 1 bài']) {
    await takeBack(opened);
    expect(await screen.findByText(`Đã hoàn tác: ${what}`)).toBeVisible();
  }
  expect(await shelvingOf(opened, 'Biên giới')).toEqual({
    ...{ starred: false, reading: 'unread', archivedAt: null, collections: [] },
  });
});

test('the list shows what is starred, unread or archived; the archive says what it is', async () => {
  const opened = await openThree();
  await chooseList(opened, 'Lưu trữ');
  expect(screen.getByText(/^Chưa có bài nào trong lưu trữ/u)).toBeVisible();
  await opened.user.click(sure(screen.getAllByRole('button', { name: 'Bỏ lọc' }).at(-1)));
  await chooseFor(opened, 'An cư', 'Gắn sao');
  await chooseFor(opened, 'Cải cách', 'Đưa vào lưu trữ');
  await waitFor(() => expect(listed()).toEqual(['An cư', 'Biên giới']));
  await chooseList(opened, 'Có gắn sao');
  expect(listed()).toEqual(['An cư']);
  await chooseFor(opened, 'An cư', 'Đánh dấu đã đọc');
  await chooseList(opened, 'Chưa đọc');
  await waitFor(() => expect(listed()).toEqual(['Biên giới']));
  await chooseList(opened, 'Lưu trữ');
  expect(listed()).toEqual(['Cải cách']);
  await chooseFor(opened, 'Cải cách', 'Lấy khỏi lưu trữ');
  await waitFor(() => expect(screen.getByText(/^Chưa có bài nào trong lưu trữ/u)).toBeVisible());
});

test('a library that is read only offers none of it', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await importText(library, 'An cư');
  await library.close();
  const opened = await openWindow({ folder, parts: { mode: 'read' } });
  act(() => itemOf('An cư').focus());
  await opened.user.keyboard('s');
  sure(sure(itemOf('An cư').parentElement).querySelector<HTMLElement>('.shelf-more')).focus();
  await opened.user.keyboard('{Enter}');
  expect(await screen.findByRole('menuitem', { name: /^Mở ở ngăn này/u })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /^Gắn sao/u })).toBeNull();
  expect(await shelvingOf(opened, 'An cư')).toMatchObject({ starred: false });
});

test('an unread article that stays open is being read; one that was open for a moment is not', async () => {
  const opened = await openThree();
  const { followOpenArticles } = await import('../../../renderer/state/shelving');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const stop = followOpenArticles();
  try {
    await openArticle(opened, 'An cư');
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    await openArticle(opened, 'Cải cách');
    await act(() => vi.advanceTimersByTimeAsync(6_000));
    expect(await shelvingOf(opened, 'An cư')).toMatchObject({ reading: 'unread' });
    await act(() => vi.advanceTimersByTimeAsync(4_000));
    await waitFor(async () =>
      expect(await shelvingOf(opened, 'Cải cách')).toMatchObject({ reading: 'reading' }),
    );
    expect(await shelvingOf(opened, 'An cư')).toMatchObject({ reading: 'unread' });
    // Nobody asked for it: there is nothing to take back.
    expect(screen.queryByRole('button', { name: /^Hoàn tác: / })).toBeNull();
  } finally {
    stop();
    vi.useRealTimers();
  }
});

test('what was read already stays so while it is open', async () => {
  const opened = await openThree();
  await chooseFor(opened, 'An cư', 'Đánh dấu đã đọc');
  const { followOpenArticles } = await import('../../../renderer/state/shelving');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const stop = followOpenArticles();
  try {
    await openArticle(opened, 'An cư');
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(opened.calls.filter((name) => name === 'shelving.update')).toHaveLength(1);
  } finally {
    stop();
    vi.useRealTimers();
  }
});
