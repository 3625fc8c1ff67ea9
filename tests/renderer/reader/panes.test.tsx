import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Workspace } from '#core/library';
import { sure, type Opened } from '../../main/store/support';
import { itemOf, openArticle, openWindow, settle, type TestWindow } from '../window';

const LAST = 'Lũng Sâu tổng kết năm 2024';
const THIS = 'Lũng Sâu tổng kết năm 2025';

const article = (title: string, year: number) => `${title}

Sáng 9/1, Đảng ủy xã Lũng Sâu tổng kết công tác năm ${String(year)} và bàn việc năm sau.

Ban Chấp hành giao các chi bộ rà soát nghị quyết, báo cáo trước ngày 30/6.

Phấn đấu trên ${String(year - 1940)}% thủ tục được giải quyết đúng hạn.
`;

async function prepare(library: Opened) {
  const items = [
    { name: 'truoc.txt', bytes: new TextEncoder().encode(article(LAST, 2024)) },
    { name: 'sau.txt', bytes: new TextEncoder().encode(article(THIS, 2025)) },
  ];
  await library.call('import.items', { items });
}

beforeEach(() => {
  // Without a layout the reader would have no room for a second pane.
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1600);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(900);
});

/** Where nothing has a place, the line between two panes takes the keyboard at every click. */
const leaveLine = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};

const panes = () => screen.getAllByRole('region', { name: /^Ngăn [A-D]$/u });
const titles = () =>
  panes().map((pane) => within(pane).queryByRole('heading', { level: 2 })?.textContent ?? null);
const letter = () => sure(document.querySelector('.pane.active')).getAttribute('aria-label');
const said = () => screen.getAllByRole('status').at(-1);

async function opened(): Promise<TestWindow> {
  const window = await openWindow({ prepare });
  await openArticle(window, THIS);
  leaveLine();
  return window;
}

test('panes are split, filled, moved and closed by keys alone', async () => {
  const { user } = await opened();
  expect(titles()).toEqual([THIS, null]);
  await user.keyboard('{F6}');
  itemOf(LAST).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()).toEqual([THIS, LAST]));

  await user.keyboard('{Control>}{Alt>}{ArrowLeft}{/Alt}{/Control}');
  await waitFor(() => expect(titles()).toEqual([LAST, THIS]));
  expect(letter()).toBe('Ngăn A');
  await user.keyboard('{Control>}\\{/Control}');
  await waitFor(() => expect(titles()).toEqual([LAST, null, THIS]));
  await user.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  await waitFor(() => expect(titles()).toEqual([LAST, THIS, null]));
  expect(letter()).toBe('Ngăn C');
  await user.keyboard('{Control>}w{/Control}');
  await waitFor(() => expect(titles()).toEqual([LAST, THIS]));
});

test('the same article stands in two panes, and there is no fifth pane', async () => {
  const { user } = await opened();
  itemOf(THIS).focus();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(titles()).toEqual([THIS, THIS]));
  await user.keyboard('{Control>}\\\\{/Control}');
  await waitFor(() => expect(panes()).toHaveLength(4));
  await user.keyboard('{Control>}\\{/Control}');
  await waitFor(() => expect(said()).toHaveTextContent('Đã có 4 ngăn'));
  expect(panes()).toHaveLength(4);
});

test('a pane is not split where there is no room, and the window says why', async () => {
  const { user } = await opened();
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(700);
  await user.keyboard('{Control>}\\{/Control}');
  await waitFor(() => expect(said()).toHaveTextContent('mỗi ngăn cần rộng ít nhất 340 px'));
  expect(panes()).toHaveLength(2);
});

test('a pane goes back to what it showed, and forward again', async () => {
  const { user } = await opened();
  itemOf(LAST).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()[0]).toBe(LAST));
  itemOf(LAST).blur();
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await waitFor(() => expect(titles()[0]).toBe(THIS));
  await user.click(within(sure(panes()[0])).getByRole('button', { name: 'Đến chỗ sau' }));
  await waitFor(() => expect(titles()[0]).toBe(LAST));
  leaveLine();
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitFor(() => expect(said()).toHaveTextContent('Không còn chỗ nào phía sau'));
});

test('the letters of one pane become larger, and the others stay', async () => {
  const { user } = await opened();
  const zooms = () =>
    panes().map((pane) => pane.closest<HTMLElement>('.pane-place')?.style.getPropertyValue('--zoom'));
  await user.keyboard('{Control>}=={/Control}');
  await waitFor(() => expect(zooms()).toEqual(['1.2', '1']));
  await user.keyboard('{Control>}-{/Control}');
  await waitFor(() => expect(zooms()).toEqual(['1.1', '1']));
  await user.keyboard('{Control>}0{/Control}');
  await waitFor(() => expect(zooms()).toEqual(['1', '1']));
});

const spaces = () => screen.getByRole('dialog', { name: 'Không gian làm việc' });
const workspacesIn = async ({ library }: TestWindow) =>
  (await library.call('library.snapshot', {})).workspaces.map(({ name }) => name);

test('a workspace is saved under a name, opened, renamed and deleted; each of these can be undone', async () => {
  const window = await opened();
  const { user } = window;
  await user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
  await user.type(within(spaces()).getByRole('textbox'), 'Tổng kết xã{Enter}');
  await waitFor(async () => expect(await workspacesIn(window)).toEqual(['Tổng kết xã']));
  expect(await screen.findByRole('button', { name: 'Không gian làm việc: Tổng kết xã' })).toBeVisible();

  itemOf(LAST).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()[0]).toBe(LAST));
  await user.click(screen.getByRole('button', { name: 'Không gian làm việc: Tổng kết xã' }));
  await user.click(within(spaces()).getByRole('button', { name: /^Mở Tổng kết xã/u }));
  await waitFor(() => expect(titles()[0]).toBe(THIS));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(titles()[0]).toBe(LAST));

  await user.keyboard('{Control>}{Shift>}w{/Shift}{/Control}');
  await user.click(within(spaces()).getByRole('button', { name: 'Đổi tên “Tổng kết xã”' }));
  const field = within(spaces()).getByRole('textbox', { name: 'Tên mới của “Tổng kết xã”' });
  await user.clear(field);
  await user.type(field, 'Hai năm{Enter}');
  await waitFor(async () => expect(await workspacesIn(window)).toEqual(['Hai năm']));
  await user.click(await within(spaces()).findByRole('button', { name: 'Xóa “Hai năm”' }));
  await waitFor(async () => expect(await workspacesIn(window)).toEqual([]));
  await user.keyboard('{Escape}');
  for (const names of [['Hai năm'], ['Tổng kết xã']]) {
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await workspacesIn(window)).toEqual(names));
  }
});

test('a workspace from before there were splits opens with its widths', async () => {
  let ids: string[] = [];
  const { library } = await openWindow({
    prepare: async (library) => {
      await prepare(library);
      const { articles } = await library.call('library.snapshot', {});
      ids = articles.map(({ id }) => id);
      const older = {
        panes: ids.map((articleId) => ({ articleId, position: null })),
        active: 1,
        widths: [30, 70],
        sort: 'published' as const,
        notesOpen: true,
        positions: [],
      };
      await library.call('workspace.save', older);
    },
  });
  await waitFor(() => expect(panes()).toHaveLength(2));
  expect(letter()).toBe('Ngăn B');
  const { workspace } = await library.call('library.snapshot', {});
  const expected: Partial<Workspace> = {
    layout: { split: 'right', children: [{ pane: 0 }, { pane: 1 }], sizes: [30, 70] },
  };
  expect(workspace).toMatchObject(expected);
});

const pasteText = (text: string) =>
  act(() => {
    const data = { getData: (type: string) => (type === 'text/plain' ? text : ''), files: [] };
    const event = Object.assign(new Event('paste', { bubbles: true }), { clipboardData: data });
    document.body.dispatchEvent(event);
  });

test('a pasted link opens its paragraph, also after the article has a new revision', async () => {
  const window = await opened();
  const { articleOf, library } = window;
  const { id } = await articleOf(LAST);
  const link = `doi-chieu://${id}/doan/2?r=1`;
  const current = () => document.querySelector('.pane.active .block.current')?.getAttribute('data-block');
  pasteText(`đoạn 2, “${LAST}” ${link}`);
  await waitFor(() => expect(titles()[0]).toBe(LAST));
  await waitFor(() => expect(current()).toBe('1'));

  await library.call('articles.revise', {
    id,
    revision: 1,
    edits: [{ do: 'edit', index: 0, text: 'Tin từ xã Lũng Sâu, ngày 9/1.\nĐảng ủy xã tổng kết năm cũ.' }],
  });
  await settle();
  pasteText(link);
  await waitFor(() => expect(current()).toBe('2'));
  await waitFor(() => expect(said()).toHaveTextContent('đoạn 2 nay là đoạn 3'));
});

test('a link to an article that is not here says so and changes nothing', async () => {
  await opened();
  pasteText('doi-chieu://00000000000000ff/doan/2?r=1');
  await waitFor(() => expect(said()).toHaveTextContent('không có trong thư viện này'));
  expect(titles()).toEqual([THIS, null]);
});
