import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { importText, sure, type Opened } from '../../main/store/support';
import { itemOf, openArticle, openWindow, type TestWindow } from '../window';

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
  vi.stubGlobal('Highlight', class extends Set<Range> {});
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
  await waitFor(() => expect(place()).toBe('2/2'));
  expect(bar()).toHaveTextContent('Ngăn A: 1 chỗNgăn B: 1 chỗ');
  await opened.user.keyboard('{Enter}');
  expect(place()).toBe('1/2');
  await waitFor(() => expect(document.querySelector('[data-pane="0"]')).toHaveClass('active'));
  expect(await field()).toHaveFocus();
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
