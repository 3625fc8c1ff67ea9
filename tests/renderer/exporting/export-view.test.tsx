import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { PARAGRAPHS, addQuote, importText, type Opened } from '../../main/store/support';
import { chooseFor, openArticle, openWindow } from '../window';

const DIRECTIVE = 'Chỉ thị số 03-CT/TW';
const DEADLINE = 'trước ngày 30 tháng 6';
const TASK = 'nâng cao chất lượng sinh hoạt chi bộ';

/** Two articles with three notes of different kinds, two of them under tags. */
const prepare = async (library: Opened) => {
  const first = await importText(library, 'Bài thứ nhất');
  const second = await importText(library, 'Bài thứ hai', PARAGRAPHS.toReversed());
  await addQuote(library, first.id, DIRECTIVE, { kind: 'directive', tags: ['học tập'] });
  await addQuote(library, first.id, DEADLINE, { kind: 'deadline', tags: ['quý II'] });
  await addQuote(library, second.id, TASK, { kind: 'task' });
};

const preview = () => screen.getByRole('region', { name: 'Xem trước' });

/** The words of the preview that tell what is in it. */
const shows = (...words: string[]) =>
  waitFor(() => {
    for (const quote of [DIRECTIVE, DEADLINE, TASK]) {
      if (words.includes(quote)) expect(preview()).toHaveTextContent(quote);
      else expect(preview()).not.toHaveTextContent(quote);
    }
    expect(preview()).toHaveTextContent(`${words.length} ghi chú`);
  });

/** The preview of Markdown is the file itself. */
const asMarkdown = async (user: UserEvent) =>
  user.click(await screen.findByRole('button', { name: 'Markdown' }));

/** The headings of the file that are one of these. */
const headings = (...names: string[]) =>
  [...(preview().querySelector('pre')?.textContent ?? '').matchAll(/^## (.+)$/gmu)]
    .map((match) => match[1] ?? '')
    .filter((heading) => names.includes(heading));

test('kinds and tags that are chosen decide what the preview shows', async () => {
  const { user } = await openWindow({ prepare });
  await user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(user);
  await shows(DIRECTIVE, DEADLINE, TASK);
  await user.click(screen.getByRole('checkbox', { name: 'Văn bản chỉ đạo' }));
  await shows(DEADLINE, TASK);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Thẻ' }), 'quý II');
  await shows(DEADLINE);
  await user.click(screen.getByRole('checkbox', { name: 'Văn bản chỉ đạo' }));
  await shows(DEADLINE);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Thẻ' }), 'Mọi thẻ');
  await shows(DIRECTIVE, DEADLINE, TASK);
});

test('a choice without any note says so and can be neither copied nor saved', async () => {
  const { user } = await openWindow({ prepare });
  await user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(user);
  await shows(DIRECTIVE, DEADLINE, TASK);
  const buttons = () => [/^Chép/u, /^Xuất ra Markdown/u].map((name) => screen.getByRole('button', { name }));
  for (const button of buttons()) expect(button).toBeEnabled();
  for (const box of screen.getAllByRole('checkbox')) await user.click(box);
  expect(await within(preview()).findByText('Không có ghi chú nào để xuất với lựa chọn này.')).toBeVisible();
  for (const button of buttons()) expect(button).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Nhiệm vụ' }));
  await shows(TASK);
  for (const button of buttons()) expect(button).toBeEnabled();
});

test('notes are grouped by article, kind or tag', async () => {
  const { user } = await openWindow({ prepare });
  await user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(user);
  await shows(DIRECTIVE, DEADLINE, TASK);
  const articles = ['Bài thứ hai', 'Bài thứ nhất'];
  const kinds = ['Văn bản chỉ đạo', 'Nhiệm vụ', 'Thời hạn'];
  const tags = ['học tập', 'quý II'];
  const found = () => headings(...articles, ...kinds, ...tags);
  expect(found()).toEqual(articles);
  const group = within(screen.getByRole('group', { name: 'Nhóm theo' }));
  await user.click(group.getByRole('button', { name: 'Loại' }));
  await waitFor(() => expect(found()).toEqual(kinds));
  await user.click(group.getByRole('button', { name: 'Thẻ' }));
  await waitFor(() => expect(found()).toEqual(tags));
  expect(group.getByRole('button', { name: 'Thẻ' })).toHaveAttribute('aria-pressed', 'true');
});

test('the preview follows the library: what is exported is what is there now', async () => {
  const { user, library, articleOf } = await openWindow({ prepare });
  await user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(user);
  await shows(DIRECTIVE, DEADLINE, TASK);
  await library.call('articles.remove', { ids: [(await articleOf('Bài thứ nhất')).id] });
  await shows(TASK);
});

test('one article is exported from its menu, all of them from there', async () => {
  const opened = await openWindow({ prepare });
  await chooseFor(opened, 'Bài thứ nhất', 'Xuất ghi chú của bài');
  await asMarkdown(opened.user);
  await shows(DIRECTIVE, DEADLINE);
  await opened.user.click(screen.getByRole('button', { name: 'Mọi bài có ghi chú' }));
  await shows(DIRECTIVE, DEADLINE, TASK);
});

test('open articles are those of the panes', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, 'Bài thứ hai');
  await opened.user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(opened.user);
  await opened.user.click(screen.getByRole('button', { name: 'Các bài đang mở' }));
  await shows(TASK);
});

test('“open articles” is not taken for all articles while none is open', async () => {
  const { user } = await openWindow({ prepare });
  await user.click(screen.getByRole('button', { name: 'Xuất' }));
  await asMarkdown(user);
  await shows(DIRECTIVE, DEADLINE, TASK);
  await user.click(screen.getByRole('button', { name: 'Các bài đang mở' }));
  await shows();
});
