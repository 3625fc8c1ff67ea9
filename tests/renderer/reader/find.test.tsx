import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { itemOf, openArticle, openWindow, settle, type TestWindow } from '../window';

const TITLE = 'Hội nghị bàn về nhiệm vụ năm học';
const OTHER = 'Thông báo kết quả hội nghị';
const TEXT = [
  'Đảng bộ xã họp bàn nhiệm vụ năm học, các chi bộ đảng nêu ý kiến.',
  'Dâng hương xong, đoàn đi thăm hoà giải viên theo Chỉ thị số 05- CT/ TW.',
  'Kĩ thuật viên hòa giải được khen.',
];

/** What is coloured: words of all hits but the current one, and of the current one. */
const lit = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());

beforeEach(() => {
  const registry = new Map<string, Set<Range>>();
  // The page is not drawn here; what would be coloured is kept.
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  );
  vi.stubGlobal('CSS', { ...globalThis.CSS, highlights: registry });
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  return () => vi.unstubAllGlobals();
});

const prepare = async (library: Opened) => {
  await importText(library, TITLE, TEXT);
  await importText(library, OTHER, ['Bí thư đảng ủy kết luận.', 'Nhiệm vụ năm tới nặng hơn.']);
};

const field = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Tìm trong bài' });
const bar = () => screen.getByRole('search', { name: 'Tìm trong bài' });
const place = () => sure(bar().querySelector('.find-place [aria-hidden]')).textContent;

async function find({ user }: TestWindow, words: string): Promise<HTMLInputElement> {
  await user.keyboard('{Control>}f{/Control}');
  const input = await field();
  expect(input).toHaveFocus();
  await user.clear(input);
  if (words !== '') await user.type(input, words);
  return input;
}

test('words are found while they are typed, and stepped through around the end', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  const input = await find(opened, 'dang');
  await waitFor(() => expect(place()).toBe('1/3'));
  await waitFor(() =>
    expect([...lit('find-now'), '|', ...lit('find')]).toEqual(['Đảng', '|', 'đảng', 'Dâng']),
  );
  await opened.user.keyboard('{Enter}');
  expect(place()).toBe('2/3');
  await opened.user.keyboard('{F3}{F3}');
  expect(place()).toBe('1/3');
  expect(within(bar()).getByText('Hết bài, tìm tiếp từ đầu')).toBeVisible();
  await opened.user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(place()).toBe('3/3');
  await waitFor(() => expect(lit('find-now')).toEqual(['Dâng']));

  await opened.user.clear(input);
  await opened.user.type(input, 'đảng');
  await waitFor(() => expect(place()).toMatch(/\/2$/u));
});

test('where nothing has these marks, what has others is offered', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await find(opened, 'đạng');
  const offer = await screen.findByRole('button', { name: /^Không có kết quả đúng dấu\. Xem 3 kết quả/u });
  await opened.user.click(offer);
  await waitFor(() => expect(place()).toBe('1/3'));
  expect(within(bar()).getByRole('button', { name: 'Không dấu' })).toHaveAttribute('aria-pressed', 'true');
});

test('options are switched by mouse and by key', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await find(opened, 'bo');
  await waitFor(() => expect(place()).toBe('1/2'));
  const whole = within(bar()).getByRole('button', { name: /^Cả tiếng/u });
  // Short words are looked for whole.
  expect(whole).toHaveAttribute('aria-pressed', 'true');
  await opened.user.click(within(bar()).getByRole('button', { name: 'Đúng dấu' }));
  await waitFor(() => expect(bar()).toHaveTextContent('Không có'));
  await opened.user.keyboard('{Alt>}d{/Alt}');
  await waitFor(() => expect(place()).toBe('1/2'));
  await opened.user.keyboard('{Alt>}t{/Alt}{Alt>}c{/Alt}');
  expect(whole).toHaveAttribute('aria-pressed', 'false');
  expect(within(bar()).getByRole('button', { name: /^Aa/u })).toHaveAttribute('aria-pressed', 'true');
});

test('all panes are searched when they are asked for', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await opened.user.keyboard('{Control>}');
  await opened.user.click(itemOf(OTHER));
  await opened.user.keyboard('{/Control}');
  await screen.findByRole('heading', { level: 2, name: OTHER });
  await find(opened, 'nhiem vu');
  await waitFor(() => expect(place()).toBe('1/1'));
  await opened.user.keyboard('{Alt>}p{/Alt}');
  await waitFor(() => expect(place()).toBe('3/3'));
  expect(bar()).toHaveTextContent('Ngăn A: 2 chỗNgăn B: 1 chỗ');
  await opened.user.keyboard('{Enter}');
  expect(place()).toBe('1/3');
  await waitFor(() => expect(document.querySelector('[data-pane="0"]')).toHaveClass('active'));
  expect(await field()).toHaveFocus();
});

const PAGE = 'Đội hòa giải thôn Đá Bạc';
const PAGE_HTML = `<!doctype html><html><head><meta charset="utf-8"><title>${PAGE}</title></head><body><article>
<h1>${PAGE}</h1>
<p>Hòa giải thành công bảy vụ trong quý, bà con không phải lên xã, không vụ nào phải làm lại lần thứ hai.</p>
<figure><img src="a.jpg" alt=""><figcaption>Một buổi hòa giải ở nhà văn hóa. Ảnh: Lan Chi</figcaption></figure>
<p>Người được mời hòa giải là các vị cao niên, trưởng dòng họ và đảng viên về hưu của thôn, bản.</p>
</article></body></html>`;

/** An article with a title, a lead and a caption that have the words, and two paragraphs that have them. */
const preparePage = async (library: Opened) => {
  const items = [{ name: 'hoa-giai.html', bytes: new TextEncoder().encode(PAGE_HTML) }];
  const [result] = await library.call('import.items', { items });
  const id = sure(result?.id);
  await library.call('articles.update', { id, patch: { dek: 'Việc hòa giải bắt đầu từ chén trà.' } });
};

test('the title, the lead and captions are searched in their places, and their words are chosen like others', async () => {
  const opened = await openWindow({ prepare: preparePage });
  await openArticle(opened, PAGE);
  await find(opened, 'hoà giải');
  await waitFor(() => expect(place()).toBe('1/5'));
  const parents = [];
  for (let hit = 1; hit <= 5; hit++) {
    await waitFor(() => expect(place()).toBe(`${hit}/5`));
    await settle();
    const [range] = sure(CSS.highlights.get('find-now'));
    parents.push((range as Range).startContainer.parentElement?.tagName);
    await opened.user.keyboard('{Enter}');
  }
  expect(parents).toEqual(['H2', 'P', 'P', 'FIGCAPTION', 'P']);
  await opened.user.keyboard('{F3}{F3}{F3}{Escape}');
  await waitFor(() => expect(getSelection()?.toString()).toBe('hòa giải'));
  expect(getSelection()?.anchorNode?.parentElement?.tagName).toBe('FIGCAPTION');
});

test('all hits in the text are marked in one step by mouse or key; titles and captions are not', async () => {
  const opened = await openWindow({ prepare: preparePage });
  await openArticle(opened, PAGE);
  const quotes = async () =>
    (await opened.annotationsOf(PAGE)).map(({ kind, target }) => [kind, target.quote.exact]);
  const all = () => within(bar()).getByRole('button', { name: /^Đánh dấu tất cả/u });
  const hits = () => screen.findByRole('toolbar', { name: /hoa giai/u });
  await find(opened, 'chen tra');
  await waitFor(() => expect(place()).toBe('1/1'));
  expect(all()).toBeDisabled();
  await opened.user.keyboard('{Alt>}a{/Alt}');
  expect(await screen.findByText(/^Chưa có chỗ nào trong nội dung/u)).toBeVisible();

  await find(opened, 'hoa giai');
  await waitFor(() => expect(place()).toMatch(/\/5$/u));
  await opened.user.click(all());
  expect(screen.queryByRole('search')).toBeNull();
  expect(await hits()).toHaveTextContent('2 chỗ');
  await opened.user.keyboard('t');
  const marked = [
    ['task', 'Hòa giải'],
    ['task', 'hòa giải'],
  ];
  await waitFor(async () => expect(await quotes()).toEqual(marked));
  await opened.user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect(await quotes()).toEqual([]));

  await find(opened, 'hoa giai');
  await opened.user.keyboard('{Alt>}a{/Alt}');
  await opened.user.click(within(await hits()).getByRole('button', { name: /^Nhiệm vụ/u }));
  await waitFor(async () => expect(await quotes()).toEqual(marked));
});

test('Escape leaves the hit selected, ready to be marked; the next search begins with the selection', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await find(opened, '05 ct tw');
  await waitFor(() => expect(place()).toBe('1/1'));
  await opened.user.keyboard('{Escape}');
  expect(screen.queryByRole('search')).toBeNull();
  await waitFor(() => expect(getSelection()?.toString()).toBe('05- CT/ TW'));
  await waitFor(() => expect(lit('find-now')).toEqual([]));
  await opened.user.keyboard('d');
  await waitFor(async () =>
    expect((await opened.annotationsOf(TITLE)).map(({ target }) => target.quote.exact)).toEqual([
      '05- CT/ TW',
    ]),
  );
});

test('an input method is left to work: nothing moves or closes while it composes', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  const input = await find(opened, 'dang');
  await waitFor(() => expect(place()).toBe('1/3'));
  for (const key of ['Enter', 'Escape']) {
    fireEvent.keyDown(input, { key, isComposing: true });
    fireEvent.keyDown(input, { key, keyCode: 229 });
  }
  expect(place()).toBe('1/3');
  fireEvent.compositionStart(input);
  input.value = 'hòa giải';
  fireEvent.compositionEnd(input);
  await waitFor(() => expect(place()).toMatch(/\/2$/u));
  expect(input).toHaveValue('hòa giải');
});
