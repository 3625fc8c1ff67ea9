import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openArticle, openWindow, settle, type TestWindow } from '../window';

const HERE = 'Hội nghị năm nay';
const THERE = 'Hội nghị năm trước';

const prepare = async (library: Opened) => {
  const { id: here } = await importText(library, HERE, ['Giao việc cho Sở Nội vụ.', 'Đạt trên 95% hồ sơ.']);
  const { id: there } = await importText(library, THERE, ['Đạt trên 80% hồ sơ.', 'Kết luận của hội nghị.']);
  await addQuote(library, here, 'Sở Nội vụ', { kind: 'task' });
  await addQuote(library, here, 'trên 95%', { kind: 'target' });
  await addQuote(library, there, 'trên 80%', { kind: 'target', note: 'mức cũ' });
};

async function openNotes(title = HERE): Promise<TestWindow> {
  const opened = await openWindow({ prepare });
  await openArticle(opened, title);
  await screen.findAllByRole('article', { name: /^Ghi chú, /u });
  return opened;
}

const cardOf = (words: string) =>
  sure(
    screen
      .getAllByRole('article', { name: /^Ghi chú, /u })
      .find((each) => within(each).queryByText(words, { selector: '.quote' })),
  );
const open = ({ user }: TestWindow, words: string) =>
  user.click(within(cardOf(words)).getByText(words, { selector: '.quote' }));
const panel = () => screen.getByRole('region', { name: 'Liên kết ghi chú' });
const noPanel = () =>
  waitFor(() => expect(screen.queryByRole('region', { name: 'Liên kết ghi chú' })).toBeNull());
const linked = () =>
  [...document.querySelectorAll('.far-end')].map((row) =>
    [...row.querySelectorAll('.sr-only, .words')].map((part) => part.textContent.trim()).join(' '),
  );
const shows = (...wanted: string[]) => waitFor(() => expect(linked()).toEqual(wanted));
const links = async ({ library }: TestWindow) => (await library.call('library.snapshot', {})).links;
const undo = ({ user }: TestWindow, what: string) =>
  user.click(screen.getByRole('button', { name: `Hoàn tác: ${what}` }));

test('a note is linked to one of another article that is found by its words, without marks', async () => {
  const opened = await openNotes();
  const { user } = opened;
  await open(opened, 'trên 95%');
  await user.keyboard('{Shift>}L{/Shift}');
  await user.click(within(panel()).getByRole('button', { name: 'trái với' }));
  const field = within(panel()).getByRole('combobox', { name: 'Tìm ghi chú để liên kết' });
  await user.type(field, 'muc cu');
  await waitFor(() => expect(within(panel()).getAllByRole('option')).toHaveLength(1));
  await user.keyboard('{Enter}');
  await noPanel();
  await shows('Mở: trái với trên 80%');
  expect(screen.getByText(THERE, { selector: '.of' })).toBeVisible();
  expect(await links(opened)).toMatchObject([{ relation: 'contradicts' }]);
  await undo(opened, 'liên kết ghi chú');
  await shows();
  await user.click(screen.getByRole('button', { name: 'Làm lại: liên kết ghi chú' }));
  await shows('Mở: trái với trên 80%');
});

test('the arrows choose among what is found; the note itself is not offered', async () => {
  const opened = await openNotes();
  const { user } = opened;
  await open(opened, 'trên 95%');
  await user.click(screen.getByRole('button', { name: /^Liên kết…/u }));
  await waitFor(() => expect(within(panel()).getAllByRole('option')).toHaveLength(2));
  const [first, second] = within(panel()).getAllByRole('option');
  expect(sure(first)).toHaveTextContent('Sở Nội vụ');
  expect(sure(first)).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowDown}');
  expect(sure(second)).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowUp}{Enter}');
  await shows('Mở: dẫn chứng cho Sở Nội vụ');
});

test('a click on another card or on a mark ends the link there, and Escape leaves it unmade', async () => {
  const opened = await openNotes();
  const { user } = opened;
  await open(opened, 'trên 95%');
  await user.keyboard('{Shift>}L{/Shift}');
  fireEvent.click(cardOf('Sở Nội vụ'));
  await shows('Mở: dẫn chứng cho Sở Nội vụ');
  expect(cardOf('trên 95%')).toHaveAttribute('aria-current', 'true');
  await open(opened, 'Sở Nội vụ');
  await shows('Mở: được dẫn chứng bởi trên 95%');

  await user.keyboard('{Shift>}L{/Shift}');
  await user.click(within(panel()).getByRole('button', { name: 'trả lời' }));
  fireEvent.click(
    sure([...document.querySelectorAll('mark')].find((mark) => mark.textContent === 'trên 95%')),
  );
  await shows('Mở: được dẫn chứng bởi trên 95%', 'Mở: trả lời trên 95%');
  await user.keyboard('{Shift>}L{/Shift}');
  await user.keyboard('{Escape}');
  await noPanel();
  expect(await links(opened)).toHaveLength(2);
});

test('the key ends the link at the card that is open by then', async () => {
  const opened = await openNotes();
  const { user } = opened;
  await open(opened, 'Sở Nội vụ');
  await user.keyboard('{Shift>}L{/Shift}');
  within(panel()).getByRole('combobox').blur();
  await user.keyboard('n');
  await user.keyboard('{Shift>}L{/Shift}');
  await shows('Mở: dẫn chứng cho trên 95%');
});

test('a link that is there already is not made again', async () => {
  const opened = await openNotes();
  await open(opened, 'trên 95%');
  for (let i = 0; i < 2; i++) {
    await opened.user.keyboard('{Shift>}L{/Shift}');
    fireEvent.click(cardOf('Sở Nội vụ'));
    await shows('Mở: dẫn chứng cho Sở Nội vụ');
  }
  expect(screen.getByText('Hai ghi chú này đã được liên kết như vậy.')).toBeVisible();
  expect(await links(opened)).toHaveLength(1);
});

async function withLink(): Promise<TestWindow> {
  const opened = await openWindow({
    prepare: async (library) => {
      await prepare(library);
      const { articles } = await library.call('library.snapshot', {});
      const refs = await Promise.all(
        [THERE, HERE].map(async (title) => {
          const { id } = sure(articles.find((article) => article.title === title));
          const { annotations } = await library.call('articles.get', { id });
          return { articleId: id, annotationId: sure(annotations.at(-1)).id };
        }),
      );
      await library.call('links.add', { from: sure(refs[0]), to: sure(refs[1]), relation: 'evidence' });
    },
  });
  await openArticle(opened, HERE);
  await screen.findByText('1 liên kết');
  await open(opened, 'trên 95%');
  await shows('Mở: được dẫn chứng bởi trên 80%');
  return opened;
}

test('another relation and the removal of a link are one step each', async () => {
  const opened = await withLink();
  const { user } = opened;
  await user.selectOptions(screen.getByRole('combobox', { name: 'Quan hệ' }), 'trái với');
  await shows('Mở: trái với trên 80%');
  await user.click(screen.getByRole('button', { name: 'Bỏ liên kết' }));
  await shows();
  await undo(opened, 'bỏ liên kết');
  await shows('Mở: trái với trên 80%');
  await undo(opened, 'đổi quan hệ của liên kết');
  await shows('Mở: được dẫn chứng bởi trên 80%');
});

test('the other end opens beside, with its card', async () => {
  const opened = await withLink();
  await opened.user.click(sure(screen.getAllByRole('button', { name: /^Mở: /u })[0]));
  await screen.findByRole('heading', { level: 2, name: THERE });
  expect(await screen.findByRole('article', { current: true })).toHaveTextContent('trên 80%');
  await shows('Mở: dẫn chứng cho trên 95%');
  expect(screen.getByRole('heading', { level: 2, name: HERE })).toBeVisible();
});

test('a link whose other end is deleted is not shown, and comes back with it', async () => {
  const opened = await withLink();
  const [end] = await opened.annotationsOf(THERE);
  const refs = { articleId: sure(end).articleId, ids: [sure(end).id] };
  await opened.library.call('annotations.remove', refs);
  await shows();
  await opened.library.call('annotations.restore', refs);
  await shows('Mở: được dẫn chứng bởi trên 80%');
  await opened.library.call('articles.remove', { ids: [refs.articleId] });
  await shows();
  await settle();
});
