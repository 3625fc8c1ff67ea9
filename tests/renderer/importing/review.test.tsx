import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CallInput } from '#core/contract';
import { encodeAs } from '../../fixtures/encoders';
import { PARAGRAPHS, addQuote, articleBytes, importText, sure, type Opened } from '../../main/store/support';
import { openWindow, settle, type TestWindow } from '../window';

beforeEach(() => {
  // The list draws what fits into it.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(1600);
});

type Item = CallInput<'import.items'>['items'][number];

const TITLE = 'Họp tổ công tác xã Suối Mơ';
const OLD_TEXT = [
  TITLE,
  'Sáng 5/3/2008, tổ công tác xã Suối Mơ họp kiểm điểm tiến độ trồng rừng phòng hộ.',
  'Đã trồng được 42 héc-ta, đạt 70% kế hoạch năm, phấn đấu hoàn thành trước mùa mưa.',
];
const LEGACY: Item = { name: 'hop-to.txt', bytes: Uint8Array.from(encodeAs(OLD_TEXT.join('\n\n'), 'tcvn3')) };
const SECRET = {
  name: 'noi-bo.txt',
  bytes: articleBytes('MẬT', ['Báo cáo nội bộ về nhân sự', 'Danh sách kèm theo ở phụ lục của báo cáo này.']),
};
const PAGE = {
  name: 'trang.html',
  bytes: new TextEncoder().encode(
    `<!doctype html><meta charset="utf-8"><article><h1>Phiên họp tháng 3 của xã</h1><p>Chia sẻ</p>${PARAGRAPHS.map(
      (text) => `<p>${text}</p>`,
    ).join('')}</article>`,
  ),
};

/** Brings files in behind the window's back and goes to the review. */
async function openReview(
  items: Item[],
  prepare?: (library: Opened) => Promise<unknown>,
): Promise<TestWindow> {
  const opened = await openWindow({
    prepare: async (library) => {
      await prepare?.(library);
      await library.call('import.items', { items, hold: true });
    },
  });
  await opened.user.keyboard('{Control>}{Shift>}i{/Shift}{/Control}');
  await screen.findByRole('heading', { name: 'Kiểm tra bài nhập' });
  return opened;
}

const option = (name: RegExp) => screen.findByRole('option', { name });
const accept = () => screen.getByRole('button', { name: /^Nhập \d+ bài/u });
const content = () => screen.findByRole('region', { name: 'Nội dung sẽ lưu' });
const titles = async ({ library }: TestWindow) =>
  (await library.call('library.snapshot', {})).articles.map(({ title }) => title);

test('a file in an old encoding waits, is shown in Unicode, and comes in when it is accepted', async () => {
  const opened = await openReview([LEGACY]);
  expect(await option(/hop-to\.txt Bảng mã suy đoán: TCVN3/u)).toHaveAttribute('aria-checked', 'true');
  expect(await within(await content()).findByText(sure(OLD_TEXT[1]))).toBeVisible();
  expect(await titles(opened)).toEqual([]);
  await opened.user.keyboard('{Control>}{Enter}{/Control}');
  expect(await option(/hop-to\.txt Đã nhập · 2 đoạn/u)).toHaveAttribute('aria-selected', 'true');
  expect(await titles(opened)).toEqual([TITLE]);
  expect(screen.queryByRole('button', { name: /^Nhập/u })).toBeNull();
});

test('another encoding reads the file anew, and the first one brings its letters back', async () => {
  const { user } = await openReview([LEGACY]);
  const pane = await content();
  await within(pane).findByText(sure(OLD_TEXT[1]));
  await user.click(screen.getByRole('radio', { name: /^Windows-1252/u }));
  await waitFor(() => expect(pane).not.toHaveTextContent('tổ công tác'));
  await user.click(screen.getByRole('radio', { name: /^TCVN3/u }));
  expect(await within(pane).findByText(sure(OLD_TEXT[1]))).toBeVisible();
});

test('a removed line is restored by its key, taken back by undo, and stored as it was shown', async () => {
  const opened = await openReview([LEGACY, PAGE], (library) =>
    library.call('settings.update', { reviewImports: 'always' }),
  );
  const { user, library } = opened;
  await user.click(await option(/trang\.html/u));
  const pane = await content();
  await within(pane).findByText(sure(PARAGRAPHS[0]));
  const lines = () => within(pane).queryAllByRole('note', { name: 'Dòng đã lược bỏ' });
  expect(lines().map((line) => line.querySelector('s')?.textContent)).toContain('Chia sẻ');
  const before = lines().length;
  await user.keyboard('rr');
  await waitFor(() => expect(lines()).toHaveLength(before - 1));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(lines()).toHaveLength(before));
  await user.click(within(pane).getByRole('button', { name: 'Khôi phục dòng: Chia sẻ' }));
  await user.click(within(pane).getByRole('button', { name: `Lược bỏ đoạn ${PARAGRAPHS.length + 1}` }));
  await user.click(accept());
  const { articles } = await waitFor(async () => {
    const snapshot = await library.call('library.snapshot', {});
    expect(snapshot.articles).toHaveLength(2);
    return snapshot;
  });
  const id = sure(articles.find(({ title }) => title.startsWith('Phiên họp'))).id;
  const { article } = await library.call('articles.get', { id });
  expect(article.blocks.map(({ text }) => text)).toEqual(['Chia sẻ', ...PARAGRAPHS.slice(0, -1)]);
  expect(article.removed.at(-1)).toMatchObject({ text: PARAGRAPHS.at(-1), reason: 'by-hand' });
});

test('a file marked as secret is not chosen, and says so', async () => {
  const opened = await openReview([SECRET, LEGACY]);
  const secret = await option(/noi-bo\.txt Có dòng “MẬT”, đã bỏ chọn/u);
  expect(secret).toHaveAttribute('aria-checked', 'false');
  expect(accept()).toHaveAccessibleName(/^Nhập 1 bài/u);
  await opened.user.click(secret);
  expect(await screen.findByText(/Tài liệu mật không được để trên máy thường/u)).toBeVisible();
  await opened.user.click(accept());
  await option(/hop-to\.txt Đã nhập/u);
  expect(await titles(opened)).toEqual([TITLE]);
  expect(await option(/noi-bo\.txt/u)).toHaveAttribute('aria-checked', 'false');
});

test('a new version is compared word by word and keeps the notes when it is accepted as one', async () => {
  const changed = PARAGRAPHS.map((text, at) => (at === 1 ? text.replace('30 tháng 6', '15 tháng 7') : text));
  const version = { name: 'ban-sua.txt', bytes: articleBytes('Bài gốc', changed) };
  const opened = await openReview([version], async (library) => {
    const { id } = await importText(library, 'Bài gốc');
    await addQuote(library, id, 'Chỉ thị số 03-CT/TW');
  });
  const { user, library } = opened;
  await option(/ban-sua\.txt Trùng \d+% với bài/u);
  expect(await screen.findByRole('radio', { name: /^Bản mới của bài này/u })).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'So với bản đang có' }));
  const compared = await screen.findByRole('region', { name: 'So với “Bài gốc”' });
  const changes = (wanted: string) => [...compared.querySelectorAll(`[data-diff] ${wanted}`)];
  expect(changes('del').map(({ textContent }) => textContent)).toEqual(['30', '6']);
  expect(changes('ins').map(({ textContent }) => textContent)).toEqual(['15', '7']);
  await user.click(accept());
  await option(/ban-sua\.txt Đã thành bản mới/u);
  const { articles } = await library.call('library.snapshot', {});
  expect(articles).toHaveLength(1);
  const { article, annotations } = await library.call('articles.get', { id: sure(articles[0]).id });
  expect(article.revision).toBe(2);
  expect(annotations.map(({ target }) => target.quote.exact)).toEqual(['Chỉ thị số 03-CT/TW']);
});

test('a wrong date keeps the file waiting with what was typed; the right one is stored', async () => {
  const opened = await openReview([LEGACY]);
  const { user, library } = opened;
  const field = await screen.findByLabelText('Ngày đăng');
  await user.clear(field);
  await user.type(field, '31/4/2008');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await option(/hop-to\.txt Ngày chưa đúng/u)).toBeVisible();
  expect(await titles(opened)).toEqual([]);
  expect(field).toHaveValue('31/4/2008');
  await user.clear(field);
  await user.type(field, '6/3/2008');
  await user.click(accept());
  await option(/hop-to\.txt Đã nhập/u);
  const { articles } = await library.call('library.snapshot', {});
  expect(articles[0]).toMatchObject({ publishedOn: '2008-03-06', dateConfidence: 'confirmed' });
});

test('keys of the view stay letters while something is typed', async () => {
  const { user } = await openReview([SECRET, LEGACY]);
  await user.click(await option(/hop-to\.txt/u));
  const field = await screen.findByLabelText('Nguồn');
  await user.type(field, 'nr n');
  expect(field).toHaveValue('nr n');
  expect(await option(/hop-to\.txt/u)).toHaveAttribute('aria-selected', 'true');
  screen.getByRole('listbox').focus();
  await user.keyboard('n');
  expect(await option(/noi-bo\.txt/u)).toHaveAttribute('aria-selected', 'true');
  await user.keyboard(' ');
  expect(await option(/noi-bo\.txt/u)).toHaveAttribute('aria-checked', 'true');
  await user.keyboard('{ArrowDown}');
  expect(await option(/hop-to\.txt/u)).toHaveAttribute('aria-selected', 'true');
  expect(await screen.findByLabelText('Nguồn')).toHaveValue('nr n');
});

test('a skipped file waits no more and stays out of the library', async () => {
  const opened = await openReview([LEGACY]);
  await opened.user.click(await screen.findByRole('button', { name: 'Bỏ qua' }));
  expect(await screen.findByText(/Chưa có tệp nào chờ xem/u)).toBeVisible();
  await settle();
  expect(await titles(opened)).toEqual([]);
});

test('an article that came in by itself is corrected in its row, as steps that can be undone', async () => {
  const opened = await openWindow();
  const { user, library } = opened;
  const text = ['Bài dán', 'Chia sẻ', ...PARAGRAPHS].join('\n\n');
  const getData = (type: string) => (type === 'text/plain' ? text : '');
  fireEvent.paste(document.body, { clipboardData: { files: [], getData } });
  await waitFor(async () => expect(await titles(opened)).toEqual(['Bài dán']));
  await user.keyboard('{Control>}{Shift>}i{/Shift}{/Control}');
  await option(/Đã nhập · 4 đoạn · lược bỏ 1 dòng/u);
  const pane = await screen.findByRole('region', { name: 'Nội dung đã lưu' });
  await user.click(await within(pane).findByRole('button', { name: 'Khôi phục dòng: Chia sẻ' }));
  const { id } = await opened.articleOf('Bài dán');
  const blocks = async () =>
    (await library.call('articles.get', { id })).article.blocks.map((block) => block.text);
  await waitFor(async () => expect(await blocks()).toEqual(['Chia sẻ', ...PARAGRAPHS]));
  expect(await within(pane).findByText('Chia sẻ')).toBeVisible();
  screen.getByRole('listbox').focus();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await blocks()).toEqual([...PARAGRAPHS]));
  const source = await screen.findByLabelText('Nguồn');
  await user.type(source, 'Báo Lam Khê{Enter}');
  await waitFor(async () => expect((await opened.articleOf('Bài dán')).source).toBe('Báo Lam Khê'));
  await user.click(screen.getByRole('button', { name: 'Mở bài' }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Bài dán' })).toBeVisible();
});
