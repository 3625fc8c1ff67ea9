import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Reply } from '#core/gateway';
import { addQuote, importText, PARAGRAPHS, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const NOTED = 'trước ngày 30 tháng 6';

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  await addQuote(library, id, NOTED);
};

const paragraphs = () =>
  [...document.querySelectorAll('[data-pane="0"] [data-start]')].map((text) => text.textContent);
const status = () => sure(document.querySelector('footer.status')).textContent;

/** Opens the article, goes to its second paragraph, and asks to correct it. */
async function correctSecond(opened: TestWindow): Promise<HTMLTextAreaElement> {
  await openArticle(opened, TITLE);
  await opened.user.keyboard('jje');
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Sửa đoạn 2' });
}

test('a corrected paragraph keeps its note, and one undo brings the old words back', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const field = await correctSecond(opened);
  expect(field).toHaveFocus();
  expect(field).toHaveValue(PARAGRAPHS[1]);
  await user.keyboard('Tất cả ');
  await user.keyboard('{Control>}{Enter}{/Control}');

  await waitFor(() => expect(paragraphs()[1]).toBe(`Tất cả ${PARAGRAPHS[1]}`));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Sửa đoạn 2' })).toBeNull());
  expect(status()).toMatch(/Đã sửa đoạn 2 · 1 ghi chú (giữ nguyên|dời) chỗ/u);
  const [kept] = await opened.annotationsOf(TITLE);
  expect(kept?.target.quote.exact).toBe(NOTED);
  expect(kept?.anchor).not.toBe('orphan');
  expect(document.querySelector('[data-pane="0"] mark')).toHaveTextContent(NOTED);

  await user.click(screen.getByRole('button', { name: 'Hoàn tác: sửa đoạn 2' }));
  await waitFor(() => expect(paragraphs()).toEqual(PARAGRAPHS));
  await user.click(screen.getByRole('button', { name: 'Làm lại: sửa đoạn 2' }));
  await waitFor(() => expect(paragraphs()[1]).toBe(`Tất cả ${PARAGRAPHS[1]}`));
  expect((await opened.annotationsOf(TITLE))[0]?.target.quote.exact).toBe(NOTED);
});

test('a line feed parts a paragraph; an emptied one is taken out and can be restored', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const field = await correctSecond(opened);
  await user.clear(field);
  await user.keyboard('Câu đầu.{Enter}Câu sau.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(paragraphs().slice(1, 4)).toEqual(['Câu đầu.', 'Câu sau.', PARAGRAPHS[2]]));
  await waitFor(() => expect(status()).toContain('1 ghi chú mất vị trí'));

  await user.keyboard('e');
  await user.clear(await screen.findByRole('textbox', { name: 'Sửa đoạn 2' }));
  expect(screen.getByText('Sẽ lược bỏ đoạn')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Lưu/u }));
  await waitFor(() => expect(paragraphs()[1]).toBe('Câu sau.'));

  await user.keyboard('{F2}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Thông tin bài' }));
  expect(dialog.getByText('lược bỏ bằng tay')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Khôi phục dòng: Câu đầu.' }));
  await waitFor(() => expect(paragraphs().slice(1, 3)).toEqual(['Câu đầu.', 'Câu sau.']));
});

test('Escape leaves an unchanged paragraph at once, and asks before typed words are lost', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  await correctSecond(opened);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Sửa đoạn 2' })).toBeNull();

  await user.keyboard('e');
  const field = await screen.findByRole('textbox', { name: 'Sửa đoạn 2' });
  await user.keyboard('Thêm. ');
  await user.keyboard('{Escape}');
  expect(screen.getByText('Bỏ chữ vừa sửa?')).toBeInTheDocument();
  expect(field).toHaveValue(`Thêm. ${PARAGRAPHS[1]}`);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Sửa đoạn 2' })).toBeNull();
  expect(opened.calls).not.toContain('articles.revise');
});

test('a refusal is told at the paragraph, and the typed words stay until they can be saved', async () => {
  const opened = await openWindow({ prepare });
  const { user, carriers } = opened;
  const field = await correctSecond(opened);
  await user.keyboard('Thêm. ');
  const refused: Reply = { ok: false, code: 'write-failed', message: 'Ổ đĩa đã đầy.' };
  carriers.set('articles.revise', () => Promise.resolve(refused));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Ổ đĩa đã đầy.')).toBeInTheDocument();
  expect(field).toHaveValue(`Thêm. ${PARAGRAPHS[1]}`);

  carriers.delete('articles.revise');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(paragraphs()[1]).toBe(`Thêm. ${PARAGRAPHS[1]}`));
});
