import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openIn, sure, temporaryFolder } from '../../main/store/support';
import { settle } from '../window';
import {
  BUDGET,
  cellOf,
  factsOf,
  MEETING,
  MEMBERS,
  openTasks,
  prepare,
  REPORT,
  REPORTED,
  SCANNED,
} from './material';

afterEach(() => vi.useRealTimers());

const showTab = (name: string) => screen.getByRole('button', { name, pressed: false });
const column = (name: string) => screen.getByRole('region', { name });
const cardsIn = (name: string) =>
  within(column(name))
    .queryAllByRole('button')
    .map((card) => card.querySelector('.content')?.textContent);
const card = (content: string) => screen.getByRole('button', { name: new RegExp(`^${content}`, 'u') });

describe('the board', () => {
  async function openBoard() {
    const opened = await openTasks();
    await opened.user.click(showTab('Cột'));
    await waitFor(() => expect(cardsIn('Chưa thực hiện')).toEqual([SCANNED, MEMBERS, MEETING]));
    return opened;
  }

  test('moves a card to the next column by key, and undo brings it back', async () => {
    const opened = await openBoard();
    card(SCANNED).focus();
    await opened.user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(cardsIn('Đang thực hiện')).toEqual([SCANNED, BUDGET]));
    await waitFor(() => expect(card(SCANNED)).toHaveFocus());
    await waitFor(async () => expect((await factsOf(opened, SCANNED)).progress).toBe('doing'));
    await opened.user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(cardsIn('Đang thực hiện')).toEqual([BUDGET]));
  });

  test('moves a card that is dragged onto a column; what else is dropped does nothing', async () => {
    const opened = await openBoard();
    const data = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? '',
      get types() {
        return [...data.keys()];
      },
    };
    fireEvent.dragStart(card(MEETING), { dataTransfer });
    fireEvent.dragOver(column('Tạm dừng'), { dataTransfer });
    expect(column('Tạm dừng')).toHaveClass('over');
    fireEvent.drop(column('Tạm dừng'), { dataTransfer });
    await waitFor(async () => expect((await factsOf(opened, MEETING)).progress).toBe('paused'));
    await waitFor(() => expect(cardsIn('Tạm dừng')).toEqual([MEETING]));
    data.clear();
    fireEvent.drop(column('Hoàn thành'), { dataTransfer });
    await settle();
    expect(cardsIn('Hoàn thành')).toEqual([]);
  });

  test('is walked with arrows, and Enter opens the passage', async () => {
    const { user } = await openBoard();
    card(SCANNED).focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(card(MEMBERS)).toHaveFocus());
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(card(BUDGET)).toHaveFocus());
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article', { current: true })).toHaveTextContent(BUDGET);
  });
});

describe('the calendar', () => {
  async function openCalendar() {
    const opened = await openTasks();
    await opened.user.click(showTab('Lịch'));
    await screen.findByRole('heading', { name: 'Tháng 5/2026' });
    return opened;
  }
  const dayList = () => screen.getByRole('complementary', { name: /^Đến hạn ngày/u });

  test('shows what is due in the month, today, what is overdue and what has no day', async () => {
    await openCalendar();
    expect(screen.getByRole('gridcell', { name: /^20\/05\/2026: 1 nhiệm vụ/u })).toHaveTextContent(BUDGET);
    expect(screen.getByRole('gridcell', { current: 'date' })).toHaveAccessibleName('14/05/2026: 0 nhiệm vụ');
    expect(dayList()).toHaveTextContent('Không có nhiệm vụ đến hạn ngày này.');
    expect(dayList()).toHaveTextContent(`Quá hạn${SCANNED}`);
    expect(dayList()).toHaveTextContent('1 nhiệm vụ chưa rõ thời hạn');
  });

  test('lists a day that is clicked or walked to, over the end of a month', async () => {
    const { user } = await openCalendar();
    await user.click(screen.getByRole('gridcell', { name: /^20\/05/u }));
    expect(within(dayList()).getAllByRole('button')[0]).toHaveTextContent(BUDGET);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('heading', { name: 'Tháng 6/2026' })).toBeVisible();
    expect(screen.getByRole('gridcell', { selected: true })).toHaveFocus();
    expect(dayList()).toHaveAccessibleName('Đến hạn ngày 03/06/2026');
    await user.keyboard('{PageDown}');
    expect(screen.getByRole('heading', { name: 'Tháng 7/2026' })).toBeVisible();
    expect(screen.getByRole('grid')).toHaveAccessibleName('Tháng 7/2026');
    await user.keyboard('{Home}');
    expect(dayList()).toHaveAccessibleName('Đến hạn ngày 14/05/2026');
  });

  test('Enter goes from a day to its tasks', async () => {
    const { user } = await openCalendar();
    await user.click(screen.getByRole('gridcell', { name: /^20\/05/u }));
    screen.getByRole('gridcell', { selected: true }).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toHaveTextContent(BUDGET);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article', { current: true })).toHaveTextContent(BUDGET);
  });

  test('opens a task of the list at its passage', async () => {
    const { user } = await openCalendar();
    await user.click(within(dayList()).getByRole('button', { name: new RegExp(SCANNED, 'u') }));
    expect(await screen.findByRole('article', { current: true })).toHaveTextContent(SCANNED);
  });
});

describe('the chain of evidence', () => {
  const chain = () => screen.getByRole('region', { name: 'Chuỗi minh chứng' });

  test('offers passages of later articles, links one, and undo takes link and mark away', async () => {
    const opened = await openTasks();
    const { user, library } = opened;
    await user.click(cellOf(SCANNED, 'content'));
    expect(await within(chain()).findByText('Có thể là minh chứng')).toBeVisible();
    const candidate = await waitFor(() => sure(chain().querySelector<HTMLElement>('.maybe .passage-card')));
    expect(candidate).toHaveTextContent(`Sơ kết quý II10/05/2026, đoạn 2${REPORT}`);
    await user.click(within(candidate).getByRole('button', { name: 'Gắn làm minh chứng' }));
    await waitFor(() => expect(chain().querySelector('.passage-card.linked')).toHaveTextContent(REPORT));
    expect(chain().querySelector('.maybe .passage-card')).toBeNull();
    const { links } = await library.call('library.snapshot', {});
    expect(links.map(({ relation }) => relation)).toEqual(['evidence']);
    expect(await opened.annotationsOf('Sơ kết quý II')).toHaveLength(1);

    await user.click(screen.getByRole('button', { name: 'Hoàn tác: gắn minh chứng' }));
    await waitFor(() => expect(chain().querySelector('.passage-card.linked')).toBeNull());
    expect((await library.call('library.snapshot', {})).links).toEqual([]);
    await waitFor(async () => expect(await opened.annotationsOf('Sơ kết quý II')).toEqual([]));
    await user.click(screen.getByRole('button', { name: 'Làm lại: gắn minh chứng' }));
    await waitFor(() => expect(chain().querySelector('.passage-card.linked')).toHaveTextContent(REPORT));
  });

  test('takes over a document that is cited nearby, and leads to it in the register', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.click(cellOf(SCANNED, 'content'));
    await user.click(await screen.findByRole('button', { name: 'Thêm căn cứ: Kế hoạch số 12-KH/TU' }));
    await waitFor(async () => expect((await factsOf(opened, SCANNED)).basis).toHaveLength(1));
    await user.click(await within(chain()).findByRole('button', { name: 'Kế hoạch số 12-KH/TU' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Danh mục văn bản|^Văn bản/u }),
    ).toBeVisible();
  });
});

describe('the target tracker', () => {
  test('sets the reported figure beside the promised one; a person confirms it', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.click(showTab('Chỉ tiêu'));
    const line = await screen.findByRole('article', { name: MEMBERS });
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(line.querySelector('.promised .figures')).toHaveTextContent('từ 6.000 đảng viên mới');
    await waitFor(() => expect(line.querySelector('.maybe .figures')).toHaveTextContent('4.200 đảng viên'));
    expect(line).toHaveTextContent('gợi ý, chưa xác nhận');
    expect(line.querySelector('.maybe q')).toHaveTextContent(REPORTED);
    await user.click(within(line).getByRole('button', { name: 'Xác nhận' }));
    await waitFor(() => expect(line.querySelector('.linked')).toHaveTextContent('đã xác nhận'));
    expect(line.querySelector('.linked .of')).toHaveTextContent('Sơ kết quý II10/05/2026');
    expect(line.querySelector('.linked .figures')).toHaveTextContent('4.200 đảng viên');
    expect(line.querySelector('.maybe')).toBeNull();
    const { links } = await opened.library.call('library.snapshot', {});
    expect(links).toHaveLength(1);
  });
});

test('v leads from one view to the next', async () => {
  const { user } = await openTasks();
  const pressed = () =>
    within(screen.getByRole('group', { name: 'Cách xem' })).getByRole('button', { pressed: true });
  const tabs: (string | null)[] = [];
  for (let i = 0; i < 4; i++) {
    tabs.push(pressed().textContent);
    await user.keyboard('v');
  }
  expect(tabs).toEqual(['Bảng', 'Cột', 'Lịch', 'Chỉ tiêu']);
  expect(pressed()).toHaveTextContent('Bảng');
});

test('nothing can be changed in a library that is only read', async () => {
  const folder = temporaryFolder();
  const library = await openIn(folder);
  await prepare(library);
  await library.close();
  await openTasks({ folder, parts: { mode: 'read' } });
  await waitFor(() => expect(cellOf(SCANNED, 'responsible')).toBeVisible());
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
  expect(document.querySelector('.cell-field')).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Chủ trì' })).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Gắn làm minh chứng' })).toBeNull();
});
