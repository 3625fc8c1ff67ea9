import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addQuote, importText, type Opened } from '../../main/store/support';
import { openArticle, openWindow, type TestWindow } from '../window';

const TITLE = 'Hội nghị sơ kết';
const TEXT = ['Đoạn một nói về cải cách.', 'Đoạn hai giao việc.', 'Đoạn ba nêu chỉ tiêu.'];

/** A library whose notes are made on three days, one after another. */
async function prepare(library: Opened): Promise<void> {
  const { id } = await importText(library, TITLE, TEXT);
  await addQuote(library, id, 'cải cách', { kind: 'directive', tags: ['Cải cách/Thủ tục'] });
  await addQuote(library, id, 'giao việc', { kind: 'task', note: 'hỏi lại', colour: 'green' });
  await addQuote(library, id, 'nêu chỉ tiêu', { kind: 'target' });
}

async function openNotes(): Promise<TestWindow> {
  const days = ['2024-06-30T10:00:00', '2024-07-01T10:00:00', '2024-07-02T10:00:00'];
  let made = 0;
  const now = () => new Date(days[Math.min(made, days.length - 1)] ?? '');
  const opened = await openWindow({
    parts: { now },
    prepare: async (library) => {
      await prepareCounting(library, () => made++);
    },
  });
  await openArticle(opened, TITLE);
  await waitFor(() => expect(quotes()).toHaveLength(3));
  return opened;
}

/** As `prepare`, and tells when each note has been made. */
async function prepareCounting(library: Opened, onNote: () => void): Promise<void> {
  const call: Opened['call'] = async (name, input) => {
    const answer = await library.call(name, input);
    if (name === 'annotations.add') onNote();
    return answer;
  };
  await prepare({ ...library, call });
}

const quotes = () => [...document.querySelectorAll('.notes .quote')].map((quote) => quote.textContent);
const shows = (wanted: readonly string[]) => waitFor(() => expect(quotes()).toEqual(wanted));
const faint = () => [...document.querySelectorAll('mark.faint')].map((mark) => mark.textContent);
const fields = () => screen.getByRole('search', { name: 'Lọc ghi chú' });
const row = (name: string) => within(within(fields()).getByRole('group', { name }));
const count = () => screen.getByRole('tab', { name: /^Ghi chú/u }).textContent;

test('f opens the filter; a kind narrows the cards, fades the other marks and says how many of all are shown', async () => {
  const { user } = await openNotes();
  await user.keyboard('f');
  const task = row('Loại').getByRole('button', { name: 'Nhiệm vụ' });
  expect(within(fields()).getAllByRole('button')[0]).toHaveFocus();
  await user.click(task);
  await shows(['giao việc']);
  expect(faint()).toEqual(['cải cách', 'nêu chỉ tiêu']);
  expect(count()).toBe('Ghi chú 1/3');
  await user.click(row('Loại').getByRole('button', { name: 'Chỉ tiêu' }));
  await shows(['giao việc', 'nêu chỉ tiêu']);
  await user.click(within(fields()).getByRole('button', { name: 'Bỏ điều kiện: Nhiệm vụ' }));
  await shows(['nêu chỉ tiêu']);
  await user.click(within(fields()).getByRole('button', { name: 'Bỏ lọc' }));
  await waitFor(() => expect(quotes()).toHaveLength(3));
  expect(faint()).toEqual([]);
  expect(count()).toBe('Ghi chú 3');
});

test('a tag brings those under it; a note, a colour and a place can be asked for too', async () => {
  const { user } = await openNotes();
  await user.click(screen.getByRole('button', { name: 'Lọc ghi chú' }));
  await user.type(row('Thẻ').getByRole('combobox'), 'cải cách{Enter}');
  await shows(['cải cách']);
  await user.click(within(fields()).getByRole('button', { name: 'Bỏ điều kiện: cải cách' }));
  await user.click(row('Lời ghi').getByRole('button', { name: 'Không có' }));
  await shows(['cải cách', 'nêu chỉ tiêu']);
  await user.click(row('Lời ghi').getByRole('button', { name: 'Có' }));
  await shows(['giao việc']);
  await user.click(row('Màu').getByRole('button', { name: 'xanh lá' }));
  await shows(['giao việc']);
  await user.click(row('Vị trí').getByRole('button', { name: 'Đã dời' }));
  await shows([]);
  expect(screen.getByText('Không có ghi chú nào khớp với bộ lọc.')).toBeVisible();
});

test('days are typed as they are written here; what is no day is told and asks for nothing', async () => {
  const { user } = await openNotes();
  await user.keyboard('f');
  const from = within(fields()).getByRole('textbox', { name: 'Ngày ghi từ ngày' });
  await user.type(from, '1/7/24');
  await shows(['giao việc', 'nêu chỉ tiêu']);
  await user.type(within(fields()).getByRole('textbox', { name: 'Ngày ghi đến ngày' }), '01/07/2024');
  await shows(['giao việc']);
  expect(within(fields()).getByText('từ 01/07/2024')).toBeVisible();
  await user.clear(from);
  await user.type(from, '31/6/24');
  expect(from).toBeInvalid();
  await shows(['cải cách', 'giao việc']);
});

test('Escape in the filter shows all notes again and closes it', async () => {
  const { user } = await openNotes();
  await user.keyboard('f');
  await user.click(row('Loại').getByRole('button', { name: 'Nhiệm vụ' }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(quotes()).toHaveLength(3));
  expect(screen.queryByRole('search', { name: 'Lọc ghi chú' })).toBeNull();
});

test('n steps through those that fit, and a mark that does not fit still opens its card', async () => {
  const { user } = await openNotes();
  await user.keyboard('f');
  await user.click(row('Loại').getByRole('button', { name: 'Chỉ tiêu' }));
  await user.click(screen.getByRole('button', { name: 'Lọc ghi chú' }));
  await user.keyboard('n');
  expect(await screen.findByRole('article', { current: true })).toHaveTextContent('nêu chỉ tiêu');
  await user.click(screen.getByRole('button', { name: /cải cách/u }));
  await waitFor(() => expect(screen.getByRole('article', { current: true })).toHaveTextContent('cải cách'));
  await shows(['cải cách', 'nêu chỉ tiêu']);
});

test('all that fit can be chosen; one that fits no more stays chosen, and the bar says that it is hidden', async () => {
  const { user } = await openNotes();
  await user.keyboard('f');
  await user.click(row('Loại').getByRole('button', { name: 'Nhiệm vụ' }));
  fireEvent.click(row('Loại').getByRole('button', { name: 'Chỉ tiêu' }));
  await user.keyboard('{Control>}{Shift>}A{/Shift}{/Control}');
  const bar = screen.getByRole('region', { name: 'Các ghi chú đã chọn' });
  expect(bar).toHaveTextContent('2 ghi chú');
  await user.click(within(bar).getByRole('button', { name: 'Thời hạn' }));
  await shows([]);
  expect(bar).toHaveTextContent('2 ghi chú2 ngoài bộ lọc');
});
