import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, sure } from '../../main/store/support';
import { itemOf, openArticle, openWindow, settle, type TestWindow } from '../window';
import { FIRST, prepare, SECOND, THIRD, YEAR_ONE, YEAR_TWO } from './material';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.cmp-row')];
const labels = () => rows().map((row) => row.getAttribute('aria-label'));
const currentRow = () => document.querySelector('.cmp-row[aria-current]')?.getAttribute('aria-label');
const counter = () => screen.getByRole('status', { name: / trên \d+$/u }).textContent;
const heads = () => [...document.querySelectorAll('.cmp-head .cmp-title')].map((head) => head.textContent);

/** The comparison of two articles that stand in the panes. */
async function openCompare(titles: readonly [string, string] = [FIRST, SECOND]): Promise<TestWindow> {
  const opened = await openWindow({ prepare });
  await openArticle(opened, titles[0]);
  await opened.user.keyboard('{Control>}');
  await openArticle(opened, titles[1]);
  await opened.user.keyboard('{/Control}');
  await opened.user.keyboard('{Control>}{Shift>}D{/Shift}{/Control}');
  await waitFor(() => expect(rows()).not.toHaveLength(0));
  return opened;
}

const pinsOf = async ({ library }: TestWindow) => (await library.call('library.snapshot', {})).pins;

test('the articles of the panes are compared, from where the reading is', async () => {
  await openCompare();
  expect(heads()).toEqual([FIRST, SECOND]);
  expect(labels()).toEqual([
    expect.stringMatching(/^Đoạn 1 của A và đoạn 1 của B: diễn đạt lại, giống \d\d%$/u),
    'Đoạn 4 của A đổi chỗ thành đoạn 2 của B, giống 100%',
    'Đoạn 2 của A và đoạn 3 của B: giữ nguyên',
    expect.stringContaining('Đoạn 3 của A và đoạn 4 của B: diễn đạt lại'),
    'Đoạn 4 của A đổi chỗ thành đoạn 2 của B, giống 100%',
    'Đoạn 5 chỉ có ở A',
    'Đoạn 5 chỉ có ở B',
    'Đoạn 6 của A và đoạn 6 của B: giữ nguyên',
  ]);
  const texts = (side: string) =>
    [...document.querySelectorAll(`.cmp-text[data-side="${side}"]`)].map((text) => text.textContent);
  expect(texts('left')).toEqual(YEAR_ONE);
  expect(texts('right')).toEqual(YEAR_TWO);
});

test('keys and buttons step from one difference to the next, in a circle', async () => {
  const { user } = await openCompare();
  await user.keyboard('n');
  expect(currentRow()).toContain('Đoạn 1 của A');
  expect(counter()).toBe('Chỗ khác 1/5');
  await user.keyboard('p');
  expect(currentRow()).toBe('Đoạn 5 chỉ có ở B');
  await user.click(screen.getByRole('button', { name: 'Chỗ khác sau' }));
  expect(counter()).toBe('Chỗ khác 1/5');
  await user.keyboard('j');
  expect(currentRow()).toContain('đổi chỗ');
});

test('each count opens a list whose lines lead to their paragraphs, and is what the keys step through', async () => {
  const { user } = await openCompare();
  const summary = screen.getByRole('complementary', { name: 'Tổng hợp' });
  const counts = within(summary).getAllByRole('button', { expanded: false });
  expect(counts.map((button) => button.textContent)).toEqual([
    'Giữ nguyên2',
    'Diễn đạt lại2',
    'Đổi chỗ1',
    'Chỉ có ở A (không còn)1',
    'Chỉ có ở B (bổ sung)1',
  ]);
  await user.click(within(summary).getByRole('button', { name: /^Giữ nguyên/u }));
  expect(currentRow()).toContain('Đoạn 2 của A');
  await user.click(within(summary).getByRole('button', { name: /Cuối buổi/u }));
  expect(currentRow()).toContain('Đoạn 6 của A');
  await user.keyboard('n');
  expect(currentRow()).toContain('Đoạn 2 của A');
  await user.keyboard('{Escape}');
  expect(counter()).toMatch(/^Chỗ khác/u);
  expect(rows()).not.toHaveLength(0);
});

test('figures that changed, shared phrases and citations stand in the summary', async () => {
  const { user } = await openCompare();
  const summary = screen.getByRole('complementary', { name: 'Tổng hợp' });
  const changed = await within(summary).findByRole('button', { name: /30\/6\/2025.*30\/4\/2026/u });
  await user.click(changed);
  expect(currentRow()).toContain('Đoạn 3 của A');
  expect(within(summary).getByText(/Giao Phòng Nội vụ chủ trì, phối hợp Văn phòng Huyện ủy/u)).toBeVisible();
});

test('a moved paragraph leads to where it has gone', async () => {
  const { user } = await openCompare();
  await user.click(screen.getByRole('button', { name: 'Chuyển đến đoạn 2 của B' }));
  expect(document.querySelector('.cmp-row[aria-current]')).toHaveTextContent('Chuyển từ đoạn 4 của A');
});

test('two paragraphs chosen by their numbers are pinned together; that is one step back and one forward', async () => {
  const opened = await openCompare();
  const { user } = opened;
  await user.click(screen.getByRole('button', { name: 'Chọn đoạn 5 của A để ghim' }));
  await user.click(screen.getByRole('button', { name: 'Chọn đoạn 5 của B để ghim' }));
  await user.click(screen.getByRole('button', { name: /^Ghim với nhau/u }));
  await waitFor(() =>
    expect(labels()).toContainEqual(expect.stringMatching(/^Đoạn 5 của A và đoạn 5 của B/u)),
  );
  expect(await pinsOf(opened)).toHaveLength(1);
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(labels()).toContain('Đoạn 5 chỉ có ở A'));
  expect(screen.getByText('Đã hoàn tác: ghim đoạn 5 với đoạn 5')).toBeVisible();
  expect(await pinsOf(opened)).toEqual([]);
  await user.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}');
  await waitFor(() => expect(labels()).not.toContain('Đoạn 5 chỉ có ở A'));
  expect(await pinsOf(opened)).toHaveLength(1);
});

test('keys alone part a pair, choose two others, pin them, and take the pin back', async () => {
  const opened = await openCompare();
  const { user } = opened;
  await user.keyboard('n');
  await user.keyboard('x');
  await waitFor(() => expect(labels()).toContain('Đoạn 1 chỉ có ở A'));
  expect(screen.getByRole('button', { name: '1 điểm neo' })).toBeVisible();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(labels()).not.toContain('Đoạn 1 chỉ có ở A'));
  await user.keyboard('n');
  await user.keyboard('u');
  await screen.findByRole('button', { name: '1 điểm neo' });
  await user.keyboard('u');
  await waitFor(() => expect(screen.queryByRole('button', { name: '1 điểm neo' })).toBeNull());
  await user.keyboard('[[');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('toolbar', { name: 'Các đoạn đang chọn' })).toBeNull();
  expect(await pinsOf(opened)).toEqual([]);
});

test('pins are listed, and each can be removed there', async () => {
  const opened = await openCompare();
  const { user } = opened;
  await user.keyboard('n');
  await user.keyboard('u');
  await user.click(await screen.findByRole('button', { name: '1 điểm neo' }));
  expect(await screen.findByRole('button', { name: 'Đoạn 1 ↔ 1' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Bỏ điểm neo này' }));
  await waitFor(async () => expect(await pinsOf(opened)).toEqual([]));
});

test('the sides change places, and the current paragraph stays the current one', async () => {
  const { user } = await openCompare();
  await user.keyboard('n');
  await user.keyboard('s');
  await waitFor(() => expect(heads()).toEqual([SECOND, FIRST]));
  await waitFor(() => expect(labels()).toContain('Đoạn 5 chỉ có ở A'));
  expect(currentRow()).toContain('Đoạn 1 của A');
});

test('another article is chosen in the head of a column; the one of the other side changes places with it', async () => {
  const { user } = await openCompare();
  await user.click(screen.getByRole('button', { name: /^Chọn bài B:/u }));
  await user.type(await screen.findByPlaceholderText('Tìm bài, không cần gõ dấu'), 'hoi nghi 2026');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(heads()).toEqual([FIRST, THIRD]));
  await waitFor(() => expect(labels()).toContain('Đoạn 2 chỉ có ở A'));
  await user.click(screen.getByRole('button', { name: /^Chọn bài B:/u }));
  await user.click(await screen.findByRole('option', { name: new RegExp(FIRST, 'u') }));
  await waitFor(() => expect(heads()).toEqual([THIRD, FIRST]));
});

test('matters are shown year by year, with a third article added, and open in the reader', async () => {
  const { user } = await openCompare();
  await user.click(screen.getByRole('button', { name: 'Theo nội dung' }));
  const table = await screen.findByRole('table');
  expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  await user.click(within(table).getByRole('button', { name: 'Thêm bài' }));
  await user.click(await screen.findByRole('option', { name: new RegExp(THIRD, 'u') }));
  await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('columnheader')).toHaveLength(4));
  const row = sure(
    within(screen.getByRole('table'))
      .getAllByRole('row')
      .find((each) => each.textContent.includes('cắt giảm thủ tục')),
  );
  expect(row).toHaveTextContent('rà soát thủ tục');
  expect(row).toHaveTextContent('bỏ hẳn thủ tục');
  const passage = within(row).getByRole('button', { name: /bỏ hẳn thủ tục/u });
  passage.focus();
  await user.keyboard('{ArrowLeft}');
  expect(document.activeElement).toHaveTextContent('cắt giảm thủ tục');
  await user.click(passage);
  expect(await screen.findByRole('heading', { level: 2, name: THIRD })).toBeVisible();
});

test('what both say in the same words leads to its paragraph', async () => {
  const { user } = await openCompare();
  await user.keyboard('vv');
  const phrase = await screen.findByRole('group', { name: /phối hợp Văn phòng Huyện ủy/u });
  await user.click(within(phrase).getByTitle('Đến đoạn 4 của B'));
  expect(currentRow()).toContain('Đoạn 3 của A và đoạn 4 của B');
});

/** Marks words of the second article behind the window's back. */
const markThere = async (opened: TestWindow, more: { note?: string } = {}) => {
  const { id } = await opened.articleOf(SECOND);
  await act(async () => {
    await addQuote(opened.library, id, 'Công an huyện', more);
  });
  return screen.findByRole('button', { name: /Công an huyện$/u });
};

test('Enter opens the current paragraph in the reader; two clicks on a mark open its note', async () => {
  const opened = await openCompare();
  const { user } = opened;
  const mark = await markThere(opened, { note: 'Đầu mối mới' });
  await user.keyboard('n{Enter}');
  await screen.findByRole('heading', { level: 2, name: FIRST });
  await user.keyboard('{Control>}{Shift>}D{/Shift}{/Control}');
  await waitFor(() => expect(rows()).not.toHaveLength(0));
  expect(mark).not.toBeInTheDocument();
  await user.dblClick(await screen.findByRole('button', { name: /Công an huyện$/u }));
  expect(await screen.findByDisplayValue('Đầu mối mới')).toBeInTheDocument();
});

test('a click on a mark opens its card, where its kind is changed and it is removed; Enter opens its note', async () => {
  const opened = await openCompare();
  const { user } = opened;
  await user.click(await markThere(opened, { note: 'Đầu mối **mới**' }));
  const card = await screen.findByRole('group', { name: 'Đoạn đánh dấu: Đánh dấu' });
  expect(await within(card).findByText('mới')).toBeInTheDocument();
  await user.click(within(card).getByRole('button', { name: 'Nhiệm vụ' }));
  await waitFor(async () =>
    expect((await opened.annotationsOf(SECOND)).map(({ kind }) => kind)).toEqual(['task']),
  );
  await user.keyboard('{Delete}');
  await waitFor(async () => expect(await opened.annotationsOf(SECOND)).toEqual([]));
  expect(screen.queryByRole('group', { name: /^Đoạn đánh dấu/u })).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  const mark = await screen.findByRole('button', { name: /Công an huyện$/u });
  mark.focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('group', { name: 'Đoạn đánh dấu: Nhiệm vụ' })).toBeInTheDocument();
  await user.keyboard('{Enter}');
  expect(await screen.findByDisplayValue('Đầu mối **mới**')).toBeInTheDocument();
});

test('keys alone mark the current paragraph, then words of the one beside it; each is one step back', async () => {
  const opened = await openCompare();
  const { user } = opened;
  const marked = async () =>
    Promise.all(
      [FIRST, SECOND].map(async (title) =>
        (await opened.annotationsOf(title)).map(({ kind, target }) => `${kind}: ${target.quote.exact}`),
      ),
    );
  await user.keyboard('n');
  await user.keyboard('t');
  await waitFor(async () => expect(await marked()).toEqual([[`task: ${YEAR_ONE[0] ?? ''}`], []]));
  await user.keyboard('{F6}');
  await user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
  expect(await screen.findByRole('toolbar', { name: 'Đánh dấu đoạn đã chọn' })).toBeInTheDocument();
  await user.keyboard('d');
  await waitFor(async () =>
    expect(await marked()).toEqual([[`task: ${YEAR_ONE[0] ?? ''}`], ['directive: Sáng 8/1']]),
  );
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await marked()).toEqual([[`task: ${YEAR_ONE[0] ?? ''}`], []]));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await marked()).toEqual([[], []]));
});

test('all places of chosen words are looked for on both sides, and marked in one step', async () => {
  const opened = await openCompare();
  const { user } = opened;
  await user.keyboard('n');
  for (let step = 0; step < 3; step++) await user.keyboard('{ArrowRight}');
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await waitFor(() => expect(getSelection()?.toString()).toBe('Huyện ủy'));
  await user.keyboard('{Shift>}A{/Shift}');
  expect(await screen.findByRole('toolbar', { name: /Huyện ủy/u })).toHaveTextContent('4 chỗ');
  await user.keyboard('t');
  const counts = async () => [
    (await opened.annotationsOf(FIRST)).length,
    (await opened.annotationsOf(SECOND)).length,
  ];
  await waitFor(async () => expect(await counts()).toEqual([2, 2]));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await counts()).toEqual([0, 0]));
});

test('a new text of an article is compared at once', async () => {
  const opened = await openCompare();
  const { id } = await opened.articleOf(SECOND);
  await act(async () => {
    const { article } = await opened.library.call('articles.get', { id });
    await opened.library.call('articles.revise', {
      id,
      revision: article.revision,
      edits: [{ do: 'edit', index: 0, text: YEAR_ONE[0] ?? '' }],
    });
  });
  await waitFor(() => expect(labels()[0]).toBe('Đoạn 1 của A và đoạn 1 của B: giữ nguyên'));
});

test('without two articles the view says what it needs', async () => {
  const opened = await openWindow({ prepare });
  await opened.user.click(screen.getByRole('button', { name: 'So sánh' }));
  expect(await screen.findByText('Chọn hai bài ở đầu hai cột để so từng đoạn.')).toBeVisible();
  expect(screen.getByRole('button', { name: /^Lập bảng so sánh/u })).toBeDisabled();
  await settle();
  await opened.user.keyboard('{Escape}');
  expect(itemOf(FIRST)).toBeVisible();
});
