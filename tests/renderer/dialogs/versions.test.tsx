import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, PARAGRAPHS, type Opened } from '../../main/store/support';
import { openArticle, openWindow } from '../window';

const TITLE = 'Hội nghị sơ kết sáu tháng';

/** The article with three texts: the second has another first paragraph, the third one paragraph less. */
const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  const text = PARAGRAPHS[0].replace('sâu sắc', 'đầy đủ');
  await library.call('articles.revise', { id, revision: 1, edits: [{ do: 'edit', index: 0, text }] });
  await library.call('articles.revise', { id, revision: 2, edits: [{ do: 'setAside', index: 3 }] });
};

const paragraphs = () =>
  [...document.querySelectorAll('[data-pane="0"] [data-start]')].map((text) => text.textContent);
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Các phiên bản của bài' }));
const changed = (tag: 'del' | 'ins') =>
  [...document.querySelectorAll(`.versions-compare .diff-row ${tag}`)].map((part) => part.textContent);

test('every version is compared with the next, by words, and what stayed is folded', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openArticle(opened, TITLE);
  await user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
  const versions = await dialog();
  await versions.findByText('… 3 đoạn không đổi');
  expect(versions.getByRole('radio', { name: /^Bản 2/u })).toBeChecked();
  expect(changed('del')).toEqual([PARAGRAPHS[3]]);
  expect(changed('ins')).toEqual([]);

  await user.click(versions.getByRole('radio', { name: /^Bản 1/u }));
  await waitFor(() => expect(changed('del')).toEqual(['sâu sắc']));
  expect(changed('ins')).toEqual(['đầy đủ']);
  expect(versions.queryByRole('radio', { name: /^Bản 3/u })).toBeNull();
});

test('an earlier version is brought back as a new one, and one undo takes that back', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openArticle(opened, TITLE);
  const third = paragraphs();
  expect(third).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: '3 bản' }));
  const versions = await dialog();
  await user.click(versions.getByRole('radio', { name: /^Bản 1/u }));
  await user.click(versions.getByRole('button', { name: 'Lấy lại bản 1' }));
  await waitFor(() => expect(paragraphs()).toEqual(PARAGRAPHS));
  expect(screen.queryByRole('dialog')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Hoàn tác: lấy lại bản 1' }));
  await waitFor(() => expect(paragraphs()).toEqual(third));
});

test('an article that has had one text says so, and offers nothing to bring back', async () => {
  const opened = await openWindow({ prepare: (library) => importText(library, TITLE) });
  await openArticle(opened, TITLE);
  await opened.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}');
  const versions = await dialog();
  expect(versions.getByText(/^Bài này mới có một bản\./u)).toBeVisible();
  expect(versions.queryByRole('radio')).toBeNull();
});
