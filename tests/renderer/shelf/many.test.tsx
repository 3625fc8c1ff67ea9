import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CallName } from '#core/contract';
import type { Reply } from '#core/gateway';
import type { LibrarySnapshot } from '#core/library';
import { importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { listed, openWindow, settle, shelf, type TestWindow } from '../window';

/** Titles from the newest article to the oldest. */
const TITLES = ['Bài năm', 'Bài bốn', 'Bài ba', 'Bài hai', 'Bài một'];

async function bringIn(library: Opened, title: string, publishedOn: string): Promise<void> {
  const { id } = await importText(library, title, [`Đoạn của ${title}, dài vừa đủ để thành một đoạn.`]);
  await library.call('articles.update', { id, patch: { publishedOn } });
}

async function prepare(library: Opened): Promise<void> {
  for (const [at, title] of [...TITLES].reverse().entries()) {
    await bringIn(library, title, `2025-0${at + 1}-10`);
  }
}

/** A window that gets two articles first, as one with thousands gets the newest; the rest come when `go` is called. */
async function openInParts(
  folder = temporaryFolder(),
  fill = prepare,
): Promise<{ opened: TestWindow; go: () => void }> {
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const carriers: TestWindow['carriers'] = new Map();
  carriers.set('library.snapshot', async (send) => {
    const reply = (await send()) as Reply<LibrarySnapshot>;
    if (!reply.ok) return reply;
    const { articles, ...rest } = reply.value;
    const newest = articles.toSorted((a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? 1 : -1));
    const others = newest.slice(2).map(({ id }) => id);
    return { ok: true, value: { ...rest, articles: newest.slice(0, 2), others } };
  });
  const rows: CallName = 'library.rows';
  carriers.set(rows, async (send) => {
    const reply = await send();
    await gate;
    return reply;
  });
  return { opened: await openWindow({ folder, carriers, prepare: fill }), go };
}

const titles = (): string[] => listed().filter((row) => !row.startsWith('#'));

test('the newest articles are there at once, the others follow in their places', async () => {
  const { go } = await openInParts();
  expect(titles()).toEqual(TITLES.slice(0, 2));
  expect(shelf()).toHaveTextContent('Thư viện…');
  go();
  await waitFor(() => expect(titles()).toEqual(TITLES));
  expect(shelf()).toHaveTextContent('Thư viện5');
});

test('what changes while the others are on their way is not brought back as it was', async () => {
  const { opened, go } = await openInParts();
  const byTitle = async (title: string) => (await opened.articleOf(title)).id;
  await act(async () => {
    await opened.library.call('articles.update', {
      id: await byTitle('Bài ba'),
      patch: { title: 'Bài ba, sửa lại' },
    });
    await opened.library.call('articles.remove', { ids: [await byTitle('Bài một')] });
    await opened.library.call('articles.purge', { ids: [await byTitle('Bài một')] });
    await bringIn(opened.library, 'Bài sáu', '2025-12-01');
  });
  go();
  await waitFor(() =>
    expect(titles()).toEqual(['Bài sáu', 'Bài năm', 'Bài bốn', 'Bài ba, sửa lại', 'Bài hai']),
  );
});

test('a link to an article that is not there yet waits for it', async () => {
  const { opened, go } = await openInParts();
  const { id } = await opened.articleOf('Bài một');
  const { openPlace } = await import('../../../renderer/state/going');
  const opening = openPlace({ articleId: id, revision: 1, block: 0 });
  await settle();
  expect(screen.queryByRole('heading', { name: 'Bài một' })).toBeNull();
  go();
  await act(() => opening);
  expect(await screen.findByRole('heading', { name: 'Bài một' })).toBeVisible();
});

test('the library tells the newest first, those that stand open with them, and gives the rows of the others', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  const { articles, workspace } = await library.call('library.snapshot', {});
  const oldest = sure(articles.find(({ title }) => title === 'Bài một'));
  await library.call('workspace.save', {
    ...workspace,
    panes: [{ articleId: oldest.id, position: null, zoom: 1 }],
  });
  const first = await library.call('library.snapshot', { first: 2 });
  expect(first.articles.map(({ title }) => title)).toEqual(['Bài năm', 'Bài bốn', 'Bài một']);
  const { articles: rest } = await library.call('library.rows', { ids: [...first.others, 'f'.repeat(16)] });
  expect(rest.map(({ title }) => title)).toEqual(['Bài ba', 'Bài hai']);
  await library.close();
  // The same from the file that the list was kept in.
  const again = await openIn(folder, { verify: 'later' });
  expect((await again.call('library.snapshot', { first: 2 })).others).toEqual(first.others);
  await again.close();
});
