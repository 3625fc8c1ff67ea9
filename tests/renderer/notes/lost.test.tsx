import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { addQuote, importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openArticle, openWindow, settle, type TestWindow } from '../window';
import { selectWords } from '../reader/hands';

const TITLE = 'Hội nghị sơ kết sáu tháng';
const WORDS = 'hoàn thành việc sơ kết trước ngày 30 tháng 6';
const SECOND = 'nâng cao chất lượng sinh hoạt chi bộ';

let opened: TestWindow;

/** An article whose second text has lost the words of two notes; those of the first were written anew. */
const prepare = async (library: Opened) => {
  const { id } = await importText(library, TITLE);
  await addQuote(library, id, WORDS, { kind: 'deadline', note: 'Hỏi lại **chi bộ**', tags: ['Hạn'] });
  await addQuote(library, id, SECOND, { kind: 'task' });
  await addQuote(library, id, 'Chỉ thị số 03-CT/TW', { kind: 'directive' });
  await library.call('articles.revise', {
    id,
    revision: 1,
    edits: [
      {
        do: 'edit',
        index: 1,
        text: 'Mọi chi bộ phải sơ kết xong trước cuối tháng 6, gửi văn bản về Thường trực.',
      },
      { do: 'edit', index: 3, text: 'Cuối buổi, Bí thư cảm ơn mọi người.' },
    ],
  });
};

const anchors = async () =>
  Object.fromEntries(
    (await opened.annotationsOf(TITLE)).map(({ kind, anchor, target }) => [
      kind,
      [anchor, target.quote.exact],
    ]),
  );
const card = (words: string) => screen.getByRole('article', { name: `Ghi chú mất vị trí: ${words}` });
const candidates = () => [...document.querySelectorAll<HTMLElement>('.candidate')];
const status = () => screen.getByRole('contentinfo').textContent;

/** Opens the tray by its key. */
async function openTray() {
  sure(document.querySelector<HTMLElement>('.pane-scroll')).focus();
  await opened.user.keyboard('{Shift>}R{/Shift}');
  await waitFor(() => expect(card(WORDS)).toBeVisible());
}

describe('in the tray', () => {
  beforeEach(async () => {
    opened = await openWindow({ prepare });
    await openArticle(opened, TITLE);
  });

  test('the tray shows what was marked and written, since when it is lost, and where it may belong', async () => {
    await openTray();
    expect(await anchors()).toMatchObject({ deadline: ['orphan', WORDS], task: ['orphan', SECOND] });
    const first = within(card(WORDS));
    expect(first.getByRole('button', { expanded: true })).toHaveFocus();
    expect(card(WORDS)).toHaveTextContent('Mất vị trí từ bản 2');
    expect(card(WORDS)).toHaveTextContent('Hỏi lại');
    expect(card(WORDS)).toHaveTextContent('Hạn');
    const [best] = candidates();
    expect(best).toHaveTextContent(/^đoạn 2giống \d+%/u);
    expect(best?.querySelector('del')).toHaveTextContent(/\S/u);
    expect(best?.querySelector('.passage')).toHaveTextContent(/sơ kết/u);
    // The other one is closed until it is asked for.
    await opened.user.click(within(card(SECOND)).getByRole('button', { expanded: false }));
    expect(within(card(WORDS)).getByRole('button', { expanded: false })).toBeVisible();
  });

  test('Enter on a candidate attaches the note there; undo makes it lost again, redo attaches it', async () => {
    await openTray();
    await opened.user.tab();
    expect(candidates()[0]).toHaveFocus();
    await opened.user.keyboard('{Enter}');
    await waitFor(async () => expect((await anchors())['deadline']?.[0]).toBe('exact'));
    expect((await anchors())['deadline']?.[1]).toContain('sơ kết');
    expect(status()).toContain('Đã gắn ghi chú vào chỗ mới');
    await waitFor(() =>
      expect(screen.queryByRole('article', { name: `Ghi chú mất vị trí: ${WORDS}` })).toBeNull(),
    );
    await opened.user.click(screen.getByRole('button', { name: 'Hoàn tác: gắn lại ghi chú mất vị trí' }));
    await waitFor(async () => expect(await anchors()).toMatchObject({ deadline: ['orphan', WORDS] }));
    await waitFor(() => expect(card(WORDS)).toBeVisible());
    await opened.user.click(screen.getByRole('button', { name: 'Làm lại: gắn lại ghi chú mất vị trí' }));
    await waitFor(async () => expect((await anchors())['deadline']?.[0]).toBe('exact'));
  });

  test('R attaches the open note to the selected words, and so does the button', async () => {
    await openTray();
    const attach = () => within(card(WORDS)).getByRole('button', { name: /^Gắn vào chỗ đang chọn/u });
    expect(attach()).toBeDisabled();
    await selectWords('gửi văn bản về Thường trực');
    expect(attach()).toBeEnabled();
    await opened.user.keyboard('r');
    await waitFor(async () =>
      expect((await anchors())['deadline']).toEqual(['exact', 'gửi văn bản về Thường trực']),
    );
    await selectWords('cảm ơn mọi người');
    fireEvent.click(within(card(SECOND)).getByRole('button', { name: /^Gắn vào chỗ đang chọn/u }));
    await waitFor(async () => expect((await anchors())['task']).toEqual(['exact', 'cảm ơn mọi người']));
    // None is left: its card stands open beside the text.
    await waitFor(() => expect(document.querySelector('.note.chosen')).toHaveTextContent('cảm ơn mọi người'));
  });

  test('R without an open note, or without words, says what is missing', async () => {
    sure(document.querySelector<HTMLElement>('.pane-scroll')).focus();
    await opened.user.keyboard('r');
    expect(status()).toContain('Mở một ghi chú mất vị trí trước');
    await openTray();
    await opened.user.keyboard('r');
    expect(status()).toContain('Chọn chữ trong bài của ghi chú này trước');
    expect(await anchors()).toMatchObject({ deadline: ['orphan', WORDS] });
  });

  test('the arrow keys go over the candidates', async () => {
    await openTray();
    await opened.user.tab();
    const rows = candidates();
    expect(rows.length).toBeGreaterThan(0);
    await opened.user.keyboard('{ArrowDown}');
    expect(rows[Math.min(1, rows.length - 1)]).toHaveFocus();
    await opened.user.keyboard('{ArrowUp}');
    expect(rows[0]).toHaveFocus();
  });

  test('a lost note can be deleted, and undo brings it back into the tray', async () => {
    await openTray();
    await opened.user.click(within(card(WORDS)).getByRole('button', { name: /^Xóa/u }));
    await waitFor(async () => expect(await anchors()).not.toHaveProperty('deadline'));
    await opened.user.click(screen.getByRole('button', { name: 'Hoàn tác: xóa ghi chú' }));
    await waitFor(() => expect(card(WORDS)).toBeVisible());
  });

  test('an article without lost notes says so in the tray, which the other tab leaves', async () => {
    const { id } = await importText(opened.library, 'Bài không mất gì');
    await act(() => addQuote(opened.library, id, 'công tác kiểm tra'));
    await openArticle(opened, 'Bài không mất gì');
    sure(document.querySelector<HTMLElement>('.pane-scroll')).focus();
    await opened.user.keyboard('{Shift>}R{/Shift}');
    expect(await screen.findByText('Không có ghi chú nào mất vị trí trong bài này.')).toBeVisible();
    fireEvent.click(screen.getByRole('tab', { name: /^Ghi chú/u }));
    await settle();
    expect(screen.queryByText('Không có ghi chú nào mất vị trí trong bài này.')).toBeNull();
    expect(await screen.findByRole('article', { name: /^Ghi chú, /u })).toHaveTextContent(
      'công tác kiểm tra',
    );
  });
});

test('in a library that may only be read the places are shown, and nothing can be attached', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  await library.close();
  opened = await openWindow({ folder, parts: { mode: 'read' } });
  await openArticle(opened, TITLE);
  await openTray();
  expect(candidates().length).toBeGreaterThan(0);
  expect(screen.queryByText('Gắn vào đây')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Gắn vào chỗ đang chọn/u })).toBeNull();
  await selectWords('cảm ơn mọi người');
  await opened.user.keyboard('r');
  await waitFor(() => expect(status()).toMatch(/chỉ đọc|chỉ được đọc/iu));
  expect(await anchors()).toMatchObject({ deadline: ['orphan', WORDS] });
});
