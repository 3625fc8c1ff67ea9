import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openArticle, openWindow, settle, type TestWindow } from '../window';

const TITLE = 'Hội nghị triển khai nhiệm vụ';
const BODY = [
  'Sáng nay, Huyện ủy Suối Mơ tổ chức hội nghị triển khai nhiệm vụ năm 2026.',
  'Phòng Nội vụ chủ trì, phối hợp với Văn phòng Huyện ủy rà soát thủ tục theo Chỉ thị số 07-CT/HU, hoàn thành trước ngày 30/6/2026.',
  'Phòng Tài chính chủ trì lập dự toán theo Kế hoạch số 05-KH/HU trước ngày 15/7/2026.',
];
const prepare = (library: Opened) => importText(library, TITLE, BODY);

async function openText(options: Parameters<typeof openWindow>[0] = {}): Promise<TestWindow> {
  const opened = await openWindow({ prepare, ...options });
  await openArticle(opened, TITLE);
  await waitFor(() => expect(cards().length).toBeGreaterThan(3));
  return opened;
}

const cards = () => screen.queryAllByRole('article', { name: /^Gợi ý, /u });
/** What the cards say after kind and place. */
const words = () => cards().map((card) => sure(card.getAttribute('aria-label')).replace(/^[^:]*: /u, ''));
const cardOf = (told: RegExp) => sure(cards()[words().findIndex((each) => told.test(each))]);
const said = () => sure(document.querySelector('.status [role="status"]')).textContent;
const openedCard = () => sure(cards().find((card) => card.getAttribute('aria-current') === 'true'));
const undo = async ({ user }: TestWindow, what: RegExp) =>
  user.click(await screen.findByRole('button', { name: what }));
const openBar = ({ user }: TestWindow) => user.keyboard('{Shift>}I{/Shift}');
const bar = () => screen.getByRole('region', { name: 'Gợi ý trong bài' });

test('what the rules find stands in the margin, and none of it is a note', async () => {
  const opened = await openText();
  expect(words()).toContain('Chỉ thị 07-CT/HU');
  expect(words()).toContain('Phòng Nội vụ, 30/06/2026');
  expect(screen.getByRole('button', { name: `${cards().length} gợi ý` })).toBeVisible();
  expect(screen.getByText(/^Những chữ gạch chân chấm/u)).toBeVisible();
  expect(document.querySelectorAll('.suggestion .quote')).toHaveLength(0);
  expect(await opened.annotationsOf(TITLE)).toEqual([]);
});

test('with keys alone: the next one, Enter takes it with what was read, and undo gives it back', async () => {
  const opened = await openText();
  const { user } = opened;
  const before = cards().length;
  await user.keyboard('s');
  expect(openedCard()).toHaveTextContent('rà soát thủ tục');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(cards()).toHaveLength(before - 1));
  expect(await opened.annotationsOf(TITLE)).toMatchObject([
    {
      kind: 'task',
      task: {
        responsible: 'Phòng Nội vụ',
        basis: [expect.stringMatching(/^chi-thi:07-CT\/HU/u)],
        deadline: { iso: '2026-06-30', kind: 'before' },
      },
    },
  ]);
  expect(openedCard()).toHaveTextContent('Chỉ thị số 07-CT/HU');
  await user.keyboard('{Enter}');
  await waitFor(async () => expect(await opened.annotationsOf(TITLE)).toHaveLength(2));
  expect((await opened.annotationsOf(TITLE))[1]).toMatchObject({
    kind: 'directive',
    directive: expect.stringMatching(/^chi-thi:07-CT\/HU/u) as string,
  });
  await undo(opened, /^Hoàn tác: thêm văn bản/u);
  await undo(opened, /^Hoàn tác: thêm nhiệm vụ/u);
  await waitFor(() => expect(cards()).toHaveLength(before));
  expect(await opened.annotationsOf(TITLE)).toEqual([]);
});

test('one that is turned down stays away after the text comes in again, and can be brought back', async () => {
  const opened = await openText();
  const { user, library } = opened;
  const before = cards().length;
  await user.click(cardOf(/^Chỉ thị 07/u));
  await user.keyboard('{Backspace}');
  await waitFor(() => expect(words()).not.toContain('Chỉ thị 07-CT/HU'));
  await undo(opened, /^Hoàn tác: bỏ qua 1 gợi ý/u);
  await waitFor(() => expect(cards()).toHaveLength(before));
  await user.click(screen.getByRole('button', { name: /^Làm lại: bỏ qua 1 gợi ý/u }));
  await waitFor(() => expect(cards()).toHaveLength(before - 1));

  const { id } = await opened.articleOf(TITLE);
  const { article } = await library.call('articles.get', { id });
  const edits = [{ do: 'edit' as const, index: 0, text: 'Sáng nay, hội nghị của huyện đã khai mạc.' }];
  await library.call('articles.revise', { id, revision: article.revision, edits });
  await settle();
  await waitFor(() => expect(cards()).toHaveLength(before - 1));
  expect(words()).not.toContain('Chỉ thị 07-CT/HU');

  await openBar(opened);
  await user.click(within(bar()).getByText('Đã bỏ qua 1'));
  await user.click(within(bar()).getByRole('button', { name: 'Đưa lại gợi ý này' }));
  await waitFor(() => expect(words()).toContain('Chỉ thị 07-CT/HU'));
  await undo(opened, /^Hoàn tác: đưa lại 1 gợi ý/u);
  await waitFor(() => expect(words()).not.toContain('Chỉ thị 07-CT/HU'));
});

test('all of a kind are taken in one step that one undo takes back', async () => {
  const opened = await openText();
  await openBar(opened);
  await opened.user.click(within(bar()).getByRole('button', { name: /^Chấp nhận cả 2 gợi ý văn bản/u }));
  await waitFor(async () => expect(await opened.annotationsOf(TITLE)).toHaveLength(2));
  await waitFor(() => expect(words()).not.toContain('Chỉ thị 07-CT/HU'));
  await undo(opened, /^Hoàn tác: đánh dấu 2 chỗ/u);
  await waitFor(async () => expect(await opened.annotationsOf(TITLE)).toEqual([]));
});

test('kind and facts are changed before it is taken', async () => {
  const opened = await openText();
  const { user } = opened;
  await user.click(cardOf(/^Phòng Nội vụ/u));
  const open = openedCard();
  await user.click(within(open).getByRole('button', { name: 'Chỉ tiêu' }));
  const lead = within(open).getByRole('textbox', { name: 'Chủ trì' });
  await user.clear(lead);
  await user.type(lead, 'Văn phòng{Enter}');
  const deadline = within(open).getByRole('textbox', { name: 'Thời hạn' });
  await user.clear(deadline);
  await user.type(deadline, '31/2/2026{Enter}');
  expect(within(open).getByRole('alert')).toHaveTextContent('Ngày không đúng');
  await user.clear(deadline);
  await user.type(deadline, '1/7/2026{Enter}');
  expect(await opened.annotationsOf(TITLE)).toEqual([]);
  await user.click(within(openedCard()).getByRole('button', { name: /^Chấp nhận/u }));
  await waitFor(async () =>
    expect(await opened.annotationsOf(TITLE)).toMatchObject([
      {
        kind: 'target',
        task: { responsible: 'Văn phòng', deadline: { text: '', iso: '2026-07-01', kind: 'by' } },
      },
    ]),
  );
});

test('suggestions are hidden and shown by key, which is kept in the settings', async () => {
  const opened = await openText();
  await opened.user.keyboard('i');
  await waitFor(() => expect(cards()).toEqual([]));
  expect((await opened.library.call('library.snapshot', {})).settings.suggestions).toBe('none');
  await opened.user.keyboard('s');
  expect(screen.getByText('Các gợi ý đang ẩn; nhấn I để hiện')).toBeVisible();
  await opened.user.keyboard('i');
  await waitFor(() => expect(cards().length).toBeGreaterThan(3));
});

test('a note with facts shows them, and each change of one is an undo step', async () => {
  const opened = await openText({
    prepare: async (library) => {
      const { id } = await prepare(library);
      await addQuote(library, id, 'hội nghị triển khai', { kind: 'task' });
    },
  });
  const { user } = opened;
  await user.click(await screen.findByRole('article', { name: /^Ghi chú, Nhiệm vụ/u }));
  await user.click(screen.getByRole('button', { name: 'Thêm chủ trì, thời hạn…' }));
  await user.type(screen.getByRole('textbox', { name: 'Sản phẩm' }), 'Báo cáo{Enter}');
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Tiến độ' }), 'Hoàn thành');
  const doneOn = await screen.findByRole('textbox', { name: 'Xong ngày' });
  const today = (doneOn as HTMLInputElement).value;
  expect(today).toMatch(/^\d\d\/\d\d\/\d{4}$/u);
  await user.clear(doneOn);
  await user.type(doneOn, '2/3/2026{Enter}');
  const task = async () => (await opened.annotationsOf(TITLE))[0]?.task;
  await waitFor(async () =>
    expect(await task()).toMatchObject({ product: 'Báo cáo', progress: 'done', doneOn: '2026-03-02' }),
  );
  await undo(opened, /^Hoàn tác: sửa nhiệm vụ/u);
  const before = { progress: 'done', doneOn: today.split('/').reverse().join('-') };
  await waitFor(async () => expect(await task()).toMatchObject(before));
});

test('a line shows the words when the pointer rests on it, and opens when the keyboard comes to it', async () => {
  const { user } = await openText();
  const line = cardOf(/^Phòng Nội vụ/u);
  expect(line).not.toHaveTextContent('rà soát thủ tục');
  await user.hover(line);
  await waitFor(() => expect(line).toHaveTextContent('rà soát thủ tục'));
  expect(line).not.toHaveAttribute('aria-current');
  await user.unhover(line);
  expect(line).not.toHaveTextContent('rà soát thủ tục');
  act(() => line.focus());
  expect(openedCard()).toBe(line);
  await user.keyboard('{Alt>}{Enter}{/Alt}');
  expect(screen.getByRole('textbox', { name: 'Chủ trì' })).toHaveFocus();
});

test('what is open and what was decided is said', async () => {
  const { user } = await openText();
  const total = cards().length;
  await user.keyboard('s');
  expect(said()).toMatch(new RegExp(`^Nhiệm vụ gợi ý 1 trên ${total}: chủ trì, phối hợp`, 'u'));
  await user.keyboard('{Enter}');
  const next = `Văn bản gợi ý 1 trên ${total - 1}: Chỉ thị số 07-CT/HU`;
  await waitFor(() => expect(said()).toMatch(/^Đã chấp nhận: chủ trì, phối hợp/u));
  expect(said()).toContain(next);
  await user.keyboard('{Backspace}');
  await waitFor(() =>
    expect(said()).toMatch(new RegExp(`^Đã bỏ qua: Chỉ thị số 07-CT/HU. .* 1 trên ${total - 2}: `, 'u')),
  );
  for (let left = total - 2; left > 0; left--) {
    await user.keyboard('{Backspace}');
    await waitFor(() => expect(cards()).toHaveLength(left - 1));
  }
  await waitFor(() => expect(said()).toMatch(/^Đã bỏ qua: .* Đã xem hết gợi ý trong bài$/u));
});

test('what was said of a suggestion is not left there when a note is opened', async () => {
  const { user } = await openText({
    prepare: async (library) => {
      const { id } = await prepare(library);
      await addQuote(library, id, 'hội nghị triển khai', { kind: 'highlight' });
    },
  });
  await user.click(cardOf(/^Phòng Nội vụ/u));
  expect(said()).toMatch(/^Nhiệm vụ gợi ý/u);
  await user.click(screen.getByRole('article', { name: /^Ghi chú, Đánh dấu/u }));
  expect(said()).toBe('');
});

test('in a library that is only read suggestions are shown, and nothing is offered to be done with them', async () => {
  const folder = temporaryFolder();
  const before = await openIn(folder);
  await prepare(before);
  await before.close();
  const opened = await openWindow({ folder, parts: { mode: 'read' } });
  const { user } = opened;
  await openArticle(opened, TITLE);
  await waitFor(() => expect(cards().length).toBeGreaterThan(3));
  const count = cards().length;
  await user.hover(cardOf(/^Phòng Nội vụ/u));
  await waitFor(() => expect(cardOf(/^Phòng Nội vụ/u)).toHaveTextContent('rà soát thủ tục'));
  await user.keyboard('s');
  await openBar(opened);
  expect(screen.queryAllByRole('button', { name: /Chấp nhận|Bỏ qua|Sửa|Đưa lại/u })).toEqual([]);
  expect(screen.queryAllByText(/^(Chấp nhận|Bỏ qua)$/u)).toEqual([]);
  expect(screen.queryByRole('textbox', { name: 'Chủ trì' })).toBeNull();
  for (const key of ['{Enter}', '{Backspace}', '{Shift>}{Enter}{/Shift}', 't', 'g', '1', '{Delete}']) {
    await user.click(cardOf(/^Chỉ thị 07/u));
    await user.keyboard(key);
    await settle();
    expect(cards()).toHaveLength(count);
  }
  await user.keyboard('{Control>}k{/Control}');
  await user.type(screen.getByRole('combobox'), 'gợi ý');
  const offered = screen.getAllByRole('option').map((option) => option.textContent);
  expect(offered.filter((words) => /^(Gợi ý sau|Chấp nhận|Bỏ qua|Sửa)/u.test(words))).toEqual([
    expect.stringContaining('Gợi ý sau'),
  ]);
  const changing = /^(annotations\.(add|update)|suggestions\.)/u;
  expect(opened.calls.filter((name) => changing.test(name))).toEqual([]);
  expect(screen.queryByRole('alert')).toBeNull();
});
