import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { chooseFor, openArticle, openWindow, settle, type TestWindow } from '../window';
import { pointAt, selectWords, textsOf } from './hands';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const OTHER = 'Xã Khe Sậu họp dân';
const OUTER = 'hoàn thành việc sơ kết trước ngày 30 tháng 6';
const INNER = 'trước ngày 30 tháng 6';

let opened: TestWindow;
const ids: Record<string, string> = {};

const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  ids['outer'] = (await addQuote(library, id, OUTER, { kind: 'task', tags: ['Kiểm tra'] })).id;
  ids['inner'] = (await addQuote(library, id, INNER, { kind: 'deadline' })).id;
  await importText(library, OTHER, ['Báo cáo của xã nêu việc làm đường.', 'Dân nghe báo cáo rồi góp ý.']);
};

const wordsOf = async (name: string, title = TITLE) =>
  (await opened.annotationsOf(title)).find(({ id }) => id === ids[name])?.target.quote.exact;
const quotes = async (title = TITLE) =>
  (await opened.annotationsOf(title)).map(({ kind, target }) => [kind, target.quote.exact]);
const painted = (id: string | undefined) =>
  [...document.querySelectorAll<HTMLElement>('[data-pane="0"] mark')]
    .filter((mark) => mark.dataset['ids']?.split(' ').includes(sure(id)))
    .map((mark) => mark.textContent)
    .join('');
const status = () => screen.getByRole('contentinfo').textContent;
const chosenCard = () => document.querySelector<HTMLElement>('.note.chosen')?.dataset['annotation'];
const markOf = (words: string) =>
  sure([...document.querySelectorAll('[data-pane="0"] mark')].find((mark) => mark.textContent === words));
/** How many changes can be taken back. */
const undoAll = async () => {
  let steps = 0;
  for (; steps < 20; steps++) {
    const button = screen.queryByRole('button', { name: /^Hoàn tác: /u });
    if (button === null) break;
    await opened.user.click(button);
    await settle();
  }
  return steps;
};

beforeEach(async () => {
  // A layout with one line: the handles stand where it is.
  Object.assign(Range.prototype, { getClientRects: () => [new DOMRect(10, 20, 8, 18)] });
  opened = await openWindow({ prepare });
  await openArticle(opened, TITLE);
  await waitFor(() => expect(painted(ids['inner'])).toBe(INNER));
});

afterEach(() => {
  Object.assign(Range.prototype, { getClientRects: () => Object.assign([], { item: () => null }) });
});

/** A click without the press before it: without a layout the panes' separator would take that for its own. */
const clickOn = (mark: Element) => {
  mark.closest<HTMLElement>('.pane-scroll')?.focus();
  fireEvent.click(mark);
};

/** Chooses an annotation by clicking its words. */
async function chooseInner() {
  clickOn(markOf(INNER));
  await waitFor(() => expect(chosenCard()).toBe(ids['inner']));
}

describe('the ends of a chosen mark', () => {
  // Moves that follow each other are one step; how long a busy machine takes for them is nothing to it.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('move by whole syllables with the arrow keys; a burst of them is one undo step', async () => {
    await chooseInner();
    await opened.user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe(`${INNER} và báo cáo`));
    await opened.user.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await opened.user.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe('ngày 30 tháng 6 và báo'));
    expect(chosenCard()).toBe(ids['inner']);
    await waitFor(() => expect(painted(ids['inner'])).toBe('ngày 30 tháng 6 và báo'));
    expect(await undoAll()).toBe(1);
    expect(await wordsOf('inner')).toBe(INNER);
    await opened.user.click(screen.getByRole('button', { name: 'Làm lại: đổi mép đoạn đánh dấu' }));
    await waitFor(async () => expect(await wordsOf('inner')).toBe('ngày 30 tháng 6 và báo'));
  });

  test('go over paragraphs, and never past each other', async () => {
    await chooseInner();
    await opened.user.keyboard('{Shift>}');
    for (let step = 0; step < 20; step++) await opened.user.keyboard('{ArrowRight}');
    await opened.user.keyboard('{/Shift}');
    await waitFor(async () =>
      expect(await wordsOf('inner')).toMatch(
        /Thường trực\.\nHội nghị thảo luận phương hướng, nhiệm vụ sáu$/u,
      ),
    );
    await opened.user.keyboard('{Shift>}');
    for (let step = 0; step < 40; step++) await opened.user.keyboard('{ArrowLeft}');
    await opened.user.keyboard('{/Shift}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe('trước'));
    expect(await undoAll()).toBe(1);
  });

  test('have handles that are reached by Tab and moved by arrow keys, with Alt by letters', async () => {
    await chooseInner();
    const end = await screen.findByRole('button', { name: /^Cuối đoạn đánh dấu/u });
    end.focus();
    await opened.user.keyboard('{ArrowRight}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe(`${INNER} và`));
    await opened.user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe(`${INNER} v`));
    const start = screen.getByRole('button', { name: /^Đầu đoạn đánh dấu/u });
    start.focus();
    await opened.user.keyboard('{ArrowLeft}');
    await waitFor(async () => expect(await wordsOf('inner')).toBe(`kết ${INNER} v`));
  });

  /** Lets the pointer stand at these words of a paragraph. */
  const pointerAt = (block: number, words: string, side: 'before' | 'after') => {
    const [offsetNode, offset] = pointAt(sure(textsOf(0)[block]), words, side);
    Object.assign(document, { caretPositionFromPoint: () => ({ offsetNode, offset }) });
  };
  const dragTo = (block: number, words: string, side: 'before' | 'after', alt = false) => {
    pointerAt(block, words, side);
    fireEvent(window, new MouseEvent('pointermove', { clientX: 9, clientY: 9, altKey: alt }));
  };

  test('are dragged: what it will be is shown, letters are left whole, and it is one undo step', async () => {
    await chooseInner();
    const end = await screen.findByRole('button', { name: /^Cuối đoạn đánh dấu/u });
    fireEvent.pointerDown(end, { button: 0 });
    dragTo(2, 'phư', 'after');
    dragTo(2, 'thảo l', 'after');
    expect(await wordsOf('inner')).toBe(INNER);
    await act(async () => {
      fireEvent(window, new MouseEvent('pointerup'));
      await Promise.resolve();
    });
    await waitFor(async () => expect(await wordsOf('inner')).toMatch(/^trước ngày .*\nHội nghị thảo$/u));
    expect(await undoAll()).toBe(1);
    expect(await wordsOf('inner')).toBe(INNER);
  });

  test('are dragged letter by letter with Alt', async () => {
    await chooseInner();
    fireEvent.pointerDown(await screen.findByRole('button', { name: /^Đầu đoạn/u }), { button: 0 });
    dragTo(1, 'hoàn thà', 'after', true);
    fireEvent(window, new MouseEvent('pointerup'));
    await waitFor(async () => expect(await wordsOf('inner')).toBe(`nh việc sơ kết ${INNER}`));
  });

  test('stay where they were when Escape is pressed during the drag', async () => {
    await chooseInner();
    fireEvent.pointerDown(await screen.findByRole('button', { name: /^Đầu đoạn/u }), { button: 0 });
    dragTo(1, 'hoàn', 'before');
    await opened.user.keyboard('{Escape}');
    fireEvent(window, new MouseEvent('pointerup'));
    await settle();
    expect(await wordsOf('inner')).toBe(INNER);
    expect(chosenCard()).toBe(ids['inner']);
    expect(await undoAll()).toBe(0);
  });

  test('that the library refuses to move stand where they were, and the reason is shown', async () => {
    await chooseInner();
    opened.carriers.set('annotations.move', () =>
      Promise.resolve({ ok: false as const, code: 'write-failed' as const, message: 'Ổ đĩa đầy.' }),
    );
    await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(status()).toContain('Ổ đĩa đầy.'));
    expect(painted(ids['inner'])).toBe(INNER);
    expect(await undoAll()).toBe(0);
  });

  test('of the selection are moved by the same keys when no note is chosen', async () => {
    await selectWords('báo cáo kết quả');
    await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    document.dispatchEvent(new Event('selectionchange'));
    expect(getSelection()?.toString()).toBe('cáo kết quả bằng');
    expect(await wordsOf('inner')).toBe(INNER);
  });
});

describe('notes that overlap', () => {
  const picker = () => screen.getByRole('listbox', { name: 'Các ghi chú ở chỗ này' });
  const options = () => within(picker()).getAllByRole('option');

  test('are listed by a second click on the place; the list chooses', async () => {
    await chooseInner();
    expect(screen.queryByRole('listbox')).toBeNull();
    clickOn(markOf(INNER));
    await waitFor(() => expect(chosenCard()).toBe(ids['outer']));
    expect(options().map((option) => option.textContent)).toEqual([
      expect.stringContaining(`Nhiệm vụ${OUTER}Kiểm tra`),
      expect.stringContaining(`Thời hạn${INNER}`),
    ]);
    expect(options().map((option) => option.ariaSelected ?? option.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    await opened.user.click(sure(options()[1]));
    await waitFor(() => expect(chosenCard()).toBe(ids['inner']));
    // Letters go on working beside it.
    await opened.user.keyboard('c');
    await waitFor(async () => expect((await quotes())[1]).toEqual(['target', INNER]));
    await opened.user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(chosenCard()).toBe(ids['inner']);
  });

  test('are listed by the right button, with the keyboard in the list', async () => {
    fireEvent.contextMenu(markOf(INNER));
    await waitFor(() => expect(options()[1]).toHaveFocus());
    await opened.user.keyboard('{ArrowUp}');
    expect(options()[0]).toHaveFocus();
    await opened.user.keyboard('{Enter}');
    await waitFor(() => expect(chosenCard()).toBe(ids['outer']));
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('are all reached with V, and listed with Shift V, without a mouse', async () => {
    await opened.user.keyboard('n');
    await waitFor(() => expect(chosenCard()).toBe(ids['outer']));
    await opened.user.keyboard('v');
    await waitFor(() => expect(chosenCard()).toBe(ids['inner']));
    expect(status()).toContain('Ghi chú 2/2 ở chỗ này');
    await opened.user.keyboard('v');
    await waitFor(() => expect(chosenCard()).toBe(ids['outer']));
    await opened.user.keyboard('{Shift>}V{/Shift}');
    await waitFor(() => expect(options()[0]).toHaveFocus());
    await opened.user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(chosenCard()).toBe(ids['inner']));
  });

  test('at the selected words are reached with V; where there is none that is said', async () => {
    await selectWords('ngày 30');
    await opened.user.keyboard('v');
    await waitFor(() => expect(chosenCard()).toBe(ids['outer']));
    await opened.user.keyboard('{Escape}');
    await selectWords('Bí thư');
    await opened.user.keyboard('v');
    expect(status()).toContain('Không có ghi chú nào ở chỗ này');
  });

  test('outline the whole of the chosen one, over all its pieces', async () => {
    await opened.user.keyboard('n');
    await waitFor(() => {
      const outlined = [...document.querySelectorAll('[data-pane="0"] mark.chosen')];
      expect(outlined.map((mark) => mark.textContent).join('')).toBe(OUTER);
    });
  });
});

describe('all places of the selected words', () => {
  const bar = () => screen.findByRole('toolbar', { name: 'Đánh dấu mọi chỗ có “báo cáo”' });

  test('are counted, then marked with one key and taken back with one step', async () => {
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('{Shift>}A{/Shift}');
    expect(within(await bar()).getByRole('status')).toHaveTextContent('2 chỗ');
    await opened.user.keyboard('c');
    await waitFor(async () =>
      expect((await quotes()).filter(([kind]) => kind === 'target')).toEqual([
        ['target', 'báo cáo'],
        ['target', 'báo cáo'],
      ]),
    );
    expect(status()).toContain('Đã đánh dấu 2 chỗ');
    expect(opened.calls.filter((name) => name === 'annotations.addMany')).toHaveLength(1);
    await opened.user.click(screen.getByRole('button', { name: 'Hoàn tác: đánh dấu 2 chỗ' }));
    await waitFor(async () => expect(await quotes()).toHaveLength(2));
    await opened.user.click(screen.getByRole('button', { name: 'Làm lại: đánh dấu 2 chỗ' }));
    await waitFor(async () => expect(await quotes()).toHaveLength(4));
  });

  test('in all open articles are marked in one step too, whatever the case', async () => {
    await chooseFor(opened, OTHER, 'Mở bên cạnh');
    await waitFor(() => expect(textsOf(1)).toHaveLength(2));
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('{Shift>}A{/Shift}');
    await opened.user.click(within(await bar()).getByRole('button', { name: 'Các bài đang mở' }));
    expect(within(await bar()).getByRole('status')).toHaveTextContent('4 chỗ');
    await opened.user.click(within(await bar()).getByRole('button', { name: /^Nhiệm vụ/u }));
    await waitFor(async () =>
      expect((await quotes(OTHER)).map(([, words]) => words)).toEqual(['Báo cáo', 'báo cáo']),
    );
    await opened.user.click(screen.getByRole('button', { name: 'Hoàn tác: đánh dấu 4 chỗ' }));
    await waitFor(async () => expect(await quotes(OTHER)).toEqual([]));
    expect(await quotes()).toHaveLength(2);
  });

  test('that are marked so already are left as they are, and that is told', async () => {
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('t');
    await waitFor(async () => expect(await quotes()).toHaveLength(3));
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('{Shift>}A{/Shift}');
    expect(within(await bar()).getByRole('button', { name: /^Nhiệm vụ/u })).toHaveTextContent(
      '1 đã đánh dấu',
    );
    await opened.user.keyboard('t');
    await waitFor(async () => expect(await quotes()).toHaveLength(4));
    expect(status()).toContain('Đã đánh dấu 1 chỗ, bỏ qua 1 chỗ đã đánh dấu');
    // Once more: nothing is left to be marked, and there is no step for nothing.
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('{Shift>}A{/Shift}');
    expect(within(await bar()).getByRole('button', { name: /^Nhiệm vụ/u })).toBeDisabled();
    await opened.user.keyboard('t');
    expect(await quotes()).toHaveLength(4);
    expect(await undoAll()).toBe(2);
  });

  test('are left alone when Escape is pressed; the selection stays', async () => {
    await selectWords('báo cáo', 0);
    await opened.user.keyboard('{Shift>}A{/Shift}');
    await bar();
    await opened.user.keyboard('{Escape}');
    expect(screen.queryByRole('toolbar', { name: /^Đánh dấu mọi chỗ/u })).toBeNull();
    expect(getSelection()?.toString()).toBe('báo cáo');
    expect(await quotes()).toHaveLength(2);
  });

  test('are asked for from the menu of the selection as well', async () => {
    await selectWords('báo cáo', 0);
    // Without the events around them, which would move the selection here and do not in a browser.
    fireEvent.click(screen.getByRole('button', { name: 'Thêm việc với vùng chọn' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Đánh dấu mọi chỗ giống/u }));
    await bar();
  });
});
