import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { articleBytes, importText, openIn, temporaryFolder } from '../../main/store/support';
import { openWindow, shelf, type TestWindow } from '../window';

const TITLES = ['Xã họp bàn việc đường', 'Huyện kiểm tra trạm y tế'];

/** A window on a library whose last import of two files was cut off after the first. */
async function openCutOff(isFirstThere = true): Promise<TestWindow> {
  const [folder, files] = [temporaryFolder(), temporaryFolder()];
  const paths = TITLES.map((title, index) => {
    const path = join(files, `bai-${index + 1}.txt`);
    writeFileSync(path, articleBytes(title));
    return path;
  });
  const library = await openIn(folder);
  if (isFirstThere) await importText(library, TITLES[0] ?? '');
  await library.close();
  const begun = {
    is: 'begun',
    id: 'b',
    at: '2026-03-05T08:00:00.000Z',
    given: paths,
    batch: { hold: false },
  };
  const lines = [begun, { is: 'done', id: 'b', label: paths[0] }];
  writeFileSync(join(folder, 'importing.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return openWindow({ folder });
}

const titles = async ({ library }: TestWindow) =>
  (await library.call('library.snapshot', {})).articles.map(({ title }) => title).sort();
const told = /^Lần nhập “bai-1\.txt và 1 mục khác” bị dừng giữa chừng, đã xong 1 tệp/u;

test('an import that was cut off is told, goes on when asked, and is one undo step', async () => {
  const opened = await openCutOff();
  expect(shelf()).toContainElement(screen.getByText(told));
  await opened.user.click(screen.getByRole('button', { name: 'Nhập tiếp' }));
  await waitFor(async () => expect(await titles(opened)).toEqual(TITLES.toSorted()));
  expect(await screen.findByText('1 bài đã nhập')).toBeVisible();
  expect(screen.queryByText(told)).toBeNull();
  await opened.user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await opened.articleOf(TITLES[1] ?? '')).removedAt).not.toBeNull());
});

test('the rest can be left out', async () => {
  const opened = await openCutOff();
  await opened.user.click(screen.getByRole('button', { name: 'Bỏ phần còn lại' }));
  await waitFor(() => expect(screen.queryByText(told)).toBeNull());
  expect(await opened.library.call('import.interrupted', {})).toEqual([]);
  expect(await titles(opened)).toEqual([TITLES[0]]);
});

test('it is told in a library that is still empty', async () => {
  const opened = await openCutOff(false);
  expect(screen.getByText(told)).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: 'Nhập tiếp' }));
  await waitFor(async () => expect(await titles(opened)).toEqual([TITLES[1]]));
});
