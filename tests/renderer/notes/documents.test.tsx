import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openArticle, openCard, openWindow, settle, type TestWindow } from '../window';

const TITLE = 'Huyện ủy Suối Mơ họp phiên tháng Giêng';
const WORDS = 'chỉ thị về trật tự đô thị';
const PARAGRAPHS = [
  'Sáng 9/1/2026, Huyện ủy Suối Mơ bàn việc thực hiện Kế hoạch số 05-KH/HU và Chỉ thị số 07-CT/HU.',
  `Hội nghị cho rằng ${WORDS} cần được nhắc lại; Kế hoạch số 05-KH/HU đã gửi tới các chi bộ.`,
];
const OTHER = ['Ngày 5/2/2026, chi bộ khối phố Đông học tập Chỉ thị số 03-CT/TW của Bộ Chính trị (khóa XI).'];

const MARKED = { kind: 'directive' } as const;

async function prepare(library: Opened, quote = WORDS, more: Parameters<typeof addQuote>[3] = MARKED) {
  const { id } = await importText(library, TITLE, PARAGRAPHS);
  await importText(library, 'Chi bộ khối phố học tập', OTHER);
  await addQuote(library, id, quote, more);
  await library.call('directives.list', { complete: true });
}

const noted = async ({ annotationsOf }: TestWindow) => sure((await annotationsOf(TITLE))[0]);
const documentOf = async (opened: TestWindow) => (await noted(opened)).directive;
const rowsOf = async ({ library }: TestWindow) =>
  (await library.call('directives.list', { complete: true })).rows;
const mentionsOf = async (opened: TestWindow, id: string) =>
  (await rowsOf(opened)).find((row) => row.id === id)?.mentions;

const field = () => screen.getByRole('combobox', { name: 'Chọn văn bản được viện dẫn' });
const options = () =>
  screen.getAllByRole('option').map((option) => option.querySelector('.leaf')?.textContent);
/** Opens the field, once the documents are there. */
async function chooseByKey({ user }: TestWindow): Promise<void> {
  await user.keyboard('{Shift>}D{/Shift}');
  await screen.findAllByRole('option');
}

test('a mark of which nobody knows what it cites says so, and its document is found by number, marks ignored', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  await user.click(within(card).getByRole('button', { name: /^Văn bản chưa rõ văn bản nào/u }));
  expect(field()).toHaveFocus();
  await screen.findAllByRole('option');
  expect(options()).toEqual(['Kế hoạch số 05-KH/HU', 'Chỉ thị số 07-CT/HU', 'Chỉ thị số 03-CT/TW']);
  await user.type(field(), 'chi thi 03');
  expect(options()).toEqual(['Chỉ thị số 03-CT/TW', 'Thêm “chi thi 03”']);
  await user.keyboard('{Enter}');
  const button = await within(card).findByRole('button', { name: /^Văn bản Chỉ thị số 03-CT\/TW/u });
  expect(button).toHaveFocus();
  expect(await documentOf(opened)).toBe('chi-thi:03-CT/TW#XI');
});

test('a document that is chosen counts in the register; undo takes it back in one step', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  const [cited] = (await rowsOf(opened)).filter(({ canonical }) => canonical === 'chi-thi:07-CT/HU');
  const { id } = sure(cited);
  expect(await mentionsOf(opened, id)).toBe(1);
  await chooseByKey(opened);
  await user.click(screen.getByRole('option', { name: /^Chỉ thị số 07-CT\/HU/u }));
  await waitFor(async () => expect(await documentOf(opened)).toBe(id));
  expect(await mentionsOf(opened, id)).toBe(2);

  await user.click(await within(card).findByRole('button', { name: 'Bỏ văn bản: Chỉ thị số 07-CT/HU' }));
  await waitFor(async () => expect(await documentOf(opened)).toBeUndefined());
  expect(await mentionsOf(opened, id)).toBe(1);
  const undo = () => user.click(screen.getByRole('button', { name: 'Hoàn tác: sửa văn bản được viện dẫn' }));
  await undo();
  await waitFor(async () => expect(await documentOf(opened)).toBe(id));
  await undo();
  await waitFor(async () => expect(await documentOf(opened)).toBeUndefined());
  expect(screen.getByRole('button', { name: 'Không có gì để hoàn tác' })).toBeDisabled();
});

test('what is typed with a number becomes a document with its key, day and subject', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  await chooseByKey(opened);
  await user.type(field(), 'CT 12-CT/TW ngày 3/2/2024 của Ban Bí thư về trật tự đô thị');
  expect(options()[0]).toBe('Thêm “Chỉ thị số 12-CT/TW”');
  await user.keyboard('{Enter}');
  await within(card).findByRole('button', { name: /^Văn bản Chỉ thị số 12-CT\/TW/u });
  const made = (await rowsOf(opened)).find(({ id }) => id === 'chi-thi:12-CT/TW#XIII');
  expect(made).toMatchObject({
    ...{ title: 'Về trật tự đô thị', issuerName: 'Ban Bí thư', issuedOn: '2024-02-03', mentions: 1 },
  });
  await user.click(screen.getByRole('button', { name: 'Hoàn tác: thêm văn bản cho chữ đánh dấu' }));
  await within(card).findByRole('button', { name: /^Văn bản chưa rõ văn bản nào/u });
  expect((await rowsOf(opened)).map(({ canonical }) => canonical)).not.toContain('chi-thi:12-CT/TW');
  await user.click(screen.getByRole('button', { name: 'Làm lại: thêm văn bản cho chữ đánh dấu' }));
  await within(card).findByRole('button', { name: /^Văn bản Chỉ thị số 12-CT\/TW/u });
  expect((await rowsOf(opened)).find(({ id }) => id === made?.id)).toEqual(made);
});

test('what is typed without a number becomes a document with that name', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  await chooseByKey(opened);
  await user.type(field(), 'Đề án chợ đầu mối');
  await user.click(screen.getByRole('option', { name: /^Thêm “Đề án chợ đầu mối”/u }));
  await within(card).findByRole('button', { name: /^Văn bản Đề án chợ đầu mối/u });
  const made = (await rowsOf(opened)).find(({ type }) => type === 'Đề án');
  expect(made).toMatchObject({ title: 'Đề án chợ đầu mối', mentions: 1 });
});

test('words that a document is read in are marked as a directive together with that document, unless there are several', async () => {
  const opened = await openWindow({ prepare: (library) => prepare(library, WORDS, { kind: 'highlight' }) });
  const { user, library } = opened;
  const { id } = await opened.articleOf(TITLE);
  await addQuote(library, id, 'Chỉ thị số 07-CT/HU', { kind: 'task' });
  await addQuote(library, id, sure(PARAGRAPHS[0]), { kind: 'target' });
  await openArticle(opened, TITLE);
  const become = async (kind: string) => {
    await user.click(await screen.findByRole('article', { name: new RegExp(`^Ghi chú, ${kind}`, 'u') }));
    await user.keyboard('d');
    await settle();
    await user.keyboard('{Escape}');
  };
  for (const kind of ['Đánh dấu', 'Nhiệm vụ', 'Chỉ tiêu']) await become(kind);
  const marks = await opened.annotationsOf(TITLE);
  expect(marks.map(({ kind }) => kind)).toEqual(['directive', 'directive', 'directive']);
  const cited = new Map(marks.map(({ target, directive }) => [target.quote.exact, directive]));
  expect(cited.get('Chỉ thị số 07-CT/HU')).toMatch(/^chi-thi:07-CT\/HU#/u);
  expect(cited.get(WORDS)).toBeUndefined();
  expect(cited.get(sure(PARAGRAPHS[0]))).toBeUndefined();
});

test('what the rules read in the marked words comes first, also when another document is set', async () => {
  const wrong = { ...MARKED, directive: 'chi-thi:03-CT/TW#XI' };
  const opened = await openWindow({ prepare: (library) => prepare(library, 'Chỉ thị số 07-CT/HU', wrong) });
  const card = await openCard(opened, TITLE);
  await within(card).findByRole('button', { name: /^Văn bản Chỉ thị số 03-CT\/TW/u });
  await chooseByKey(opened);
  const [first] = screen.getAllByRole('option');
  expect(first).toHaveTextContent(/^Chỉ thị số 07-CT\/HU.*đọc được trong chữ đánh dấu$/u);
});

test('Escape leaves the document as it is; a letter of an unfinished word picks nothing', async () => {
  const opened = await openWindow({ prepare });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  await chooseByKey(opened);
  await user.type(field(), 'ke hoach');
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
  await settle();
  expect(await documentOf(opened)).toBeUndefined();
  await user.keyboard('{Escape}');
  expect(within(card).getByRole('button', { name: /^Văn bản chưa rõ văn bản nào/u })).toHaveFocus();
  expect(card).toHaveAttribute('aria-current', 'true');
});

test('a task rests on documents that are found the same way; words without a number stay words', async () => {
  const opened = await openWindow({ prepare: (library) => prepare(library, WORDS, { kind: 'task' }) });
  const { user } = opened;
  const card = await openCard(opened, TITLE);
  await user.click(within(card).getByRole('button', { name: /Thêm chủ trì/u }));
  const basis = () => within(card).getByRole('combobox', { name: 'Thêm căn cứ…' });
  await user.keyboard('{Shift>}D{/Shift}');
  expect(basis()).toHaveFocus();
  await user.type(basis(), 'kh 05');
  await screen.findByRole('option', { name: /^Kế hoạch số 05-KH\/HU/u });
  await user.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Bỏ căn cứ: Kế hoạch số 05-KH/HU' });
  await user.type(basis(), 'đề án của huyện');
  await user.tab();
  await screen.findByRole('button', { name: 'Bỏ căn cứ: đề án của huyện' });
  expect((await noted(opened)).task?.basis).toEqual([
    expect.stringMatching(/^ke-hoach:05-KH\/HU/u),
    'đề án của huyện',
  ]);
});

test('in a library that is only read the document is shown and cannot be changed', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library, WORDS, { ...MARKED, directive: 'chi-thi:03-CT/TW#XI' });
  await library.close();
  const opened = await openWindow({ folder, parts: { mode: 'read' } });
  const card = await openCard(opened, TITLE);
  expect(within(card).getByText('Chỉ thị số 03-CT/TW')).toBeVisible();
  expect(within(card).getByRole('button', { name: 'Mở trong danh mục văn bản' })).toBeVisible();
  expect(within(card).queryByRole('button', { name: /^(Văn bản|Bỏ văn bản)/u })).toBeNull();
  await opened.user.keyboard('{Shift>}D{/Shift}');
  expect(screen.queryByRole('combobox', { name: 'Chọn văn bản được viện dẫn' })).toBeNull();
});

test('several marks that come to cite documents get those that the rules read in them, and lose them by one undo', async () => {
  const opened = await openWindow({
    prepare: async (library) => {
      const { id } = await importText(library, TITLE, PARAGRAPHS);
      await addQuote(library, id, 'Chỉ thị số 07-CT/HU');
      await addQuote(library, id, 'được nhắc lại');
    },
  });
  const { user } = opened;
  await openArticle(opened, TITLE);
  const cards = await screen.findAllByRole('article', { name: /^Ghi chú, /u });
  for (const card of cards) fireEvent.click(card, { ctrlKey: true });
  const all = async () => (await opened.annotationsOf(TITLE)).map(({ kind, directive }) => [kind, directive]);
  await user.keyboard('d');
  await waitFor(async () =>
    expect(await all()).toEqual([
      ['directive', expect.stringMatching(/^chi-thi:07-CT\/HU/u)],
      ['directive', undefined],
    ]),
  );
  await user.click(await screen.findByRole('button', { name: /^Hoàn tác: /u }));
  await waitFor(async () =>
    expect(await all()).toEqual([
      ['highlight', undefined],
      ['highlight', undefined],
    ]),
  );
});
