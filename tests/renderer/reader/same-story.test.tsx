import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, PARAGRAPHS, type Opened } from '../../main/store/support';
import { openArticle, openWindow } from '../window';

const FIRST = 'Hội nghị sơ kết sáu tháng';
const COPY = 'Sơ kết sáu tháng đầu năm';

const prepare = async (library: Opened) => {
  const first = await importText(library, FIRST);
  const copy = await importText(library, COPY, [PARAGRAPHS[3], PARAGRAPHS[2]]);
  await library.call('articles.setStory', { id: copy.id, story: first.id });
};

test('copies of a story name each other, open beside, and can be let go and tied again', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await openArticle(opened, FIRST);
  await user.click(await screen.findByRole('button', { name: `Mở bên cạnh: ${COPY}` }));
  await screen.findByRole('heading', { level: 2, name: COPY });
  // The copy is the active one now, and leads back.
  expect(await screen.findByRole('button', { name: `Mở bên cạnh: ${FIRST}` })).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Gỡ liên kết cùng một tin' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Mở bên cạnh/u })).toBeNull());
  expect((await opened.articleOf(COPY)).story).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Hoàn tác: gỡ liên kết cùng một tin' }));
  expect(await screen.findByRole('button', { name: `Mở bên cạnh: ${FIRST}` })).toBeVisible();
});
