import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { importText, openIn, sure, temporaryFolder, type Opened } from '../../main/store/support';
import { openArticle, openWindow, shelf, type TestWindow } from '../window';

const ARTICLES = [
  {
    title: 'Hội nghị quý một',
    body: [
      'Sáng 9/1/2026, Huyện ủy Suối Mơ họp về Chỉ thị số 07-CT/HU và Kế hoạch số 05-KH/HU của huyện.',
      'Phòng Nội vụ chủ trì rà soát thủ tục, hoàn thành trước ngày 30/6/2026.',
    ],
  },
  {
    title: 'Hội nghị quý hai',
    body: ['Sáng 9/4/2026, Huyện ủy Suối Mơ nghe báo cáo một quý thực hiện Chỉ thị số 07-CT/HU tại các xã.'],
  },
  { title: 'Ngày hội làng', body: ['Cả làng vui hội từ sớm, trống giục suốt buổi sáng ngoài sân đình.'] },
];
const [FIRST, SECOND] = ARTICLES.map(({ title }) => title) as [string, string];

async function prepare(library: Opened): Promise<void> {
  for (const { title, body } of ARTICLES) await importText(library, title, body);
}

async function openMany(options: Parameters<typeof openWindow>[0] = {}): Promise<TestWindow> {
  const opened = await openWindow({ prepare, ...options });
  await openArticle(opened, FIRST);
  await opened.user.keyboard('{Control>}{Shift>}J{/Shift}{/Control}');
  return opened;
}
const dialog = () => screen.getByRole('dialog', { name: 'Chấp nhận gợi ý trong nhiều bài' });
const summed = (words: string) =>
  waitFor(() => expect(within(dialog()).getByRole('status')).toHaveTextContent(words));
const accept = ({ user }: TestWindow, count: number) =>
  user.click(within(dialog()).getByRole('button', { name: `Chấp nhận ${count} Ctrl ↵` }));
const kindsOf = async (opened: TestWindow, title: string) =>
  (await opened.annotationsOf(title)).map(({ kind }) => kind);
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

test('what waits in several articles is counted by article, seen and accepted in one undo step', async () => {
  const opened = await openMany();
  await summed('3 gợi ý văn bản trong 2 bài');
  const rows = within(dialog()).getAllByRole('listitem');
  expect(rows.slice(0, 2).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Hội nghị quý hai.*1$/u),
    expect.stringMatching(/^Hội nghị quý một.*2$/u),
  ]);
  const words = () => within(dialog()).getByRole('list', { name: /^Những chữ sẽ được đánh dấu/u });
  await waitFor(() => expect(words()).toHaveTextContent(/\S/u));
  expect(words()).not.toHaveTextContent('Kế hoạch');
  await opened.user.click(within(dialog()).getByRole('button', { name: FIRST }));
  await waitFor(() => expect(words()).toHaveTextContent('Kế hoạch số 05-KH/HU'));
  expect(await kindsOf(opened, FIRST)).toEqual([]);

  await accept(opened, 3);
  await gone();
  expect(await kindsOf(opened, FIRST)).toEqual(['directive', 'directive']);
  expect(await opened.annotationsOf(SECOND)).toMatchObject([
    { kind: 'directive', directive: expect.stringMatching(/^chi-thi:07-CT\/HU/u) as string },
  ]);
  expect(screen.getByText('Đã chấp nhận 3 gợi ý')).toBeVisible();

  await opened.user.click(screen.getByRole('button', { name: /^Hoàn tác: đánh dấu 3 chỗ/u }));
  await waitFor(async () => expect(await kindsOf(opened, SECOND)).toEqual([]));
  expect(await kindsOf(opened, FIRST)).toEqual([]);
  await opened.user.click(screen.getByRole('button', { name: /^Làm lại: đánh dấu 3 chỗ/u }));
  await waitFor(async () => expect(await kindsOf(opened, SECOND)).toEqual(['directive']));
});

test('an article can be left out, another kind chosen, and Ctrl Enter accepts', async () => {
  const opened = await openMany();
  await summed('3 gợi ý văn bản trong 2 bài');
  await opened.user.click(within(dialog()).getByRole('checkbox', { name: FIRST }));
  await summed('1 gợi ý văn bản trong 1 bài');
  await opened.user.click(within(dialog()).getByRole('button', { name: /^Nhiệm vụ/u }));
  await summed('0 gợi ý nhiệm vụ trong 0 bài');
  await opened.user.click(within(dialog()).getByRole('checkbox', { name: FIRST }));
  await summed('1 gợi ý nhiệm vụ trong 1 bài');
  await opened.user.keyboard('{Control>}{Enter}{/Control}');
  await gone();
  expect(await opened.annotationsOf(FIRST)).toMatchObject([
    { kind: 'task', task: { responsible: 'Phòng Nội vụ', deadline: { iso: '2026-06-30' } } },
  ]);
});

test('only the articles of the list are offered where that is narrowed, and only open ones where these are chosen', async () => {
  const opened = await openWindow({ prepare });
  await openArticle(opened, FIRST);
  const { user } = opened;

  await user.keyboard('/');
  await user.keyboard('quý hai');
  await waitFor(() => expect(within(shelf()).queryByText(FIRST)).toBeNull());
  await user.keyboard('{Control>}{Shift>}J{/Shift}{/Control}');
  await summed('1 gợi ý văn bản trong 1 bài');
  await user.click(within(dialog()).getByRole('button', { name: 'Đang mở 1' }));
  await summed('2 gợi ý văn bản trong 1 bài');
  await user.click(within(dialog()).getByRole('button', { name: 'Cả thư viện 3' }));
  await summed('3 gợi ý văn bản trong 2 bài');
});

test('what was turned down is neither counted nor accepted', async () => {
  await openMany({
    prepare: async (library) => {
      await prepare(library);
      const { articles } = await library.call('library.snapshot', {});
      const { id } = sure(articles.find(({ title }) => title === SECOND));
      const { found } = await library.call('recognise.article', { id });
      const { start, end } = sure(found.citations[0]);
      const items = [{ kind: 'directive' as const, span: { start, end } }];
      await library.call('suggestions.dismiss', { articleId: id, revision: 1, items });
    },
  });
  await summed('2 gợi ý văn bản trong 1 bài');
});

test('it can be stopped, and says how many were accepted by then', async () => {
  const opened = await openMany();
  await summed('3 gợi ý văn bản trong 2 bài');
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  opened.carriers.set('recognise.article', async (send) => {
    await held;
    return send();
  });
  await accept(opened, 3);
  await opened.user.click(await within(dialog()).findByRole('button', { name: 'Dừng' }));
  go();
  await gone();
  expect(screen.getByText('Đã dừng; 0 gợi ý đã được chấp nhận')).toBeVisible();
  expect(await kindsOf(opened, SECOND)).toEqual([]);
});

test('a library that is only read does not offer it', async () => {
  const folder = temporaryFolder();
  const before = await openIn(folder);
  await prepare(before);
  await before.close();
  await openMany({ folder, prepare: () => Promise.resolve(), parts: { mode: 'read' } });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/^Thư viện chỉ mở để đọc/u)).toBeVisible();
});
