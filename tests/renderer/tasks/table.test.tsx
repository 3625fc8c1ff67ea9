import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openWindow } from '../window';
import {
  BUDGET,
  cellOf,
  factsOf,
  listed,
  MEETING,
  MEMBERS,
  openTasks,
  prepare,
  rowOf,
  SCANNED,
} from './material';

afterEach(() => vi.useRealTimers());

const grid = () => screen.getByRole('grid', { name: 'Bảng theo dõi nhiệm vụ' });
const chip = (name: RegExp) => screen.getByRole('button', { name });
const current = () => document.querySelector('.cell.at')?.textContent;

describe('the table', () => {
  test('lists the accepted tasks by deadline, those without one last, and counts their states', async () => {
    await openTasks();
    await waitFor(() =>
      expect(listed()).toEqual([
        '# Quá hạn 1',
        SCANNED,
        '# Tháng 5/2026 1',
        BUDGET,
        '# Tháng 12/2026 1',
        MEMBERS,
        '# Chưa có thời hạn 1',
        MEETING,
      ]),
    );
    expect(rowOf(SCANNED)).toHaveTextContent('Sở Tư pháp');
    expect(rowOf(SCANNED)).toHaveTextContent('10/05/2026quá 4 ngày');
    expect(rowOf(SCANNED)).toHaveTextContent('Kết luận đầu năm09/01/2026, đoạn 2');
    expect(chip(/^Quá hạn 1/u)).toBeVisible();
    expect(chip(/^Chưa đến hạn 2/u)).toBeVisible();
  });

  test('says what to do while there is no task', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}{Shift>}T{/Shift}{/Control}');
    expect(await screen.findByRole('heading', { name: 'Chưa có nhiệm vụ nào' })).toBeVisible();
  });

  test('is narrowed by state, deadline, body, tag and loose words, and widened again', async () => {
    const { user } = await openTasks();
    await user.click(chip(/^Quá hạn 1/u));
    expect(listed()).toEqual(['# Quá hạn 1', SCANNED]);
    expect(within(screen.getByRole('search')).getByRole('status')).toHaveTextContent('1 / 4');
    await user.click(chip(/^Quá hạn 1/u));
    await user.click(chip(/^Đến hạn trong 14 ngày/u));
    expect(listed()).toEqual(['# Tháng 5/2026 1', BUDGET]);
    await user.click(screen.getByRole('button', { name: 'Hiện tất cả' }));
    expect(listed()).toHaveLength(8);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Thẻ' }), 'Ngân sách');
    expect(listed()).toEqual(['# Tháng 5/2026 1', BUDGET]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Thẻ' }), 'Mọi thẻ');
    await user.keyboard('{Control>}f{/Control}');
    await user.keyboard('phap hoan thanh');
    expect(listed()).toEqual(['# Quá hạn 1', SCANNED]);
  });

  test('is grouped by who is responsible, and sorted by a column, both ways', async () => {
    const { user } = await openTasks();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Nhóm theo' }), 'Không nhóm');
    await user.click(screen.getByRole('button', { name: /^Nội dung nhiệm vụ/u }));
    expect(listed()).toEqual([SCANNED, MEMBERS, BUDGET, MEETING]);
    await user.click(screen.getByRole('button', { name: /^Nội dung nhiệm vụ/u }));
    expect(listed()).toEqual([MEETING, BUDGET, MEMBERS, SCANNED]);
    expect(screen.getByRole('columnheader', { name: /^Nội dung/u })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Nhóm theo' }), 'Cơ quan chủ trì');
    expect(listed().filter((line) => line.startsWith('#'))).toEqual([
      '# Sở Tài chính 1',
      '# Sở Tư pháp 1',
      '# Chưa rõ cơ quan chủ trì 2',
    ]);
  });
});

describe('the keys of the table', () => {
  test('walk the cells, and open the passage', async () => {
    const { user } = await openTasks();
    expect(grid()).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(current()).toBe('Sở Tài chính');
    const cell = document.querySelector('.cell.at');
    expect(grid()).toHaveAttribute('aria-activedescendant', cell?.id);
    await user.keyboard('{End}');
    expect(rowOf(MEETING)).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Home}{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { level: 2, name: 'Kết luận đầu năm' })).toBeVisible();
    expect(await screen.findByRole('article', { current: true })).toHaveTextContent(SCANNED);
  });

  test('open the passage also in a pane that shows its article already', async () => {
    const { user } = await openTasks();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('article', { current: true });
    await user.keyboard('{Control>}{Shift>}T{/Shift}{/Control}');
    await waitFor(() => expect(grid()).toHaveFocus());
    await user.keyboard('{ArrowDown}{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getByRole('article', { current: true })).toHaveTextContent(BUDGET));
  });

  test('lead from the filter to the table to the task beside it', async () => {
    const { user } = await openTasks();
    await user.keyboard('{F6}');
    expect(document.activeElement?.closest('.task-side')).toBeVisible();
    await user.keyboard('{F6}');
    expect(screen.getByRole('searchbox', { name: 'Tìm việc, cơ quan' })).toHaveFocus();
    await user.keyboard('{F6}');
    expect(grid()).toHaveFocus();
  });

  test('edit a cell, go on with Tab, and each change is one undo step', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.keyboard('{End}{ArrowRight}{ArrowRight}{Enter}');
    expect(screen.getByRole('combobox', { name: 'Sửa: Cơ quan chủ trì' })).toHaveFocus();
    await user.keyboard('Tỉnh đoàn{Tab}');
    await user.keyboard('30/6{Enter}');
    expect(grid()).toHaveFocus();
    await waitFor(async () =>
      expect(await factsOf(opened, MEETING)).toMatchObject({
        responsible: 'Tỉnh đoàn',
        deadline: { iso: '2026-06-30', kind: 'by' },
      }),
    );
    await waitFor(() => expect(rowOf(MEETING)).toHaveTextContent('30/06/2026còn 47 ngày'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () =>
      expect(await factsOf(opened, MEETING)).toMatchObject({ responsible: 'Tỉnh đoàn', deadline: null }),
    );
    await waitFor(() => expect(rowOf(MEETING)).not.toHaveTextContent('30/06/2026'));
  });

  test('leave a cell as it was by Escape, and do not end what is being composed', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    const field = screen.getByRole('combobox', { name: 'Sửa: Cơ quan chủ trì' });
    await user.keyboard('Sở khác');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(field).toBeVisible();
    await user.keyboard('{Escape}');
    expect(grid()).toHaveFocus();
    expect((await factsOf(opened, SCANNED)).responsible).toBe('Sở Tư pháp');
  });

  test('do not take a day that does not exist', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
    const field = screen.getByRole('textbox', { name: 'Sửa: Thời hạn' });
    await user.clear(field);
    await user.keyboard('31/2/2026{Enter}');
    expect(screen.getByRole('alert')).toHaveTextContent('Không có ngày này');
    await user.clear(field);
    await user.keyboard('quý III/2026{Enter}');
    await waitFor(async () => expect((await factsOf(opened, SCANNED)).deadline?.iso).toBe('2026-09-30'));
  });

  test('change the progress; what is done after its day was late', async () => {
    const opened = await openTasks();
    const { user } = opened;
    await user.keyboard('s');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sửa: Trạng thái' }), 'Hoàn thành');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(rowOf(SCANNED)).toHaveTextContent('Hoàn thành quá hạn'));
    const done = { progress: 'done', doneOn: '2026-05-14' };
    await waitFor(async () => expect(await factsOf(opened, SCANNED)).toMatchObject(done));
  });
});

test('keys walk over the kinds of progress and take the last one; Escape takes none', async () => {
  const opened = await openTasks();
  const { user } = opened;
  await user.keyboard('s');
  const field = screen.getByRole('combobox', { name: 'Sửa: Trạng thái' });
  for (const value of ['doing', 'done', 'paused']) {
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.change(field, { target: { value } });
  }
  await user.keyboard('{Escape}');
  expect(grid()).toHaveFocus();
  expect((await factsOf(opened, SCANNED)).progress).toBe('open');
  await user.keyboard('s');
  const again = screen.getByRole('combobox', { name: 'Sửa: Trạng thái' });
  fireEvent.keyDown(again, { key: 'ArrowDown' });
  fireEvent.change(again, { target: { value: 'done' } });
  fireEvent.keyDown(again, { key: 'ArrowDown' });
  fireEvent.change(again, { target: { value: 'paused' } });
  await user.keyboard('{Enter}');
  await waitFor(async () => expect((await factsOf(opened, SCANNED)).progress).toBe('paused'));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await factsOf(opened, SCANNED)).progress).toBe('open'));
});

test('a second click on a cell edits it; words of a task may be other than its passage’s', async () => {
  const opened = await openTasks();
  const { user } = opened;
  await user.click(cellOf(BUDGET, 'content'));
  await user.click(cellOf(BUDGET, 'content'));
  const field = screen.getByRole('textbox', { name: 'Sửa: Nội dung nhiệm vụ' });
  await user.clear(field);
  await user.type(field, 'Rà soát dự toán lần hai{Enter}');
  await waitFor(() => expect(listed()).toContain('Rà soát dự toán lần hai'));
  const edited = { content: 'Rà soát dự toán lần hai', progress: 'doing' };
  await waitFor(async () => expect(await factsOf(opened, BUDGET)).toMatchObject(edited));
});

test('a change that is refused is not shown as if it were known', async () => {
  const opened = await openTasks();
  opened.carriers.set('annotations.update', () =>
    Promise.resolve({ ok: false, code: 'write-failed', message: 'Ổ đĩa đầy.' }),
  );
  await opened.user.keyboard('{ArrowRight}{ArrowRight}{Enter}Sở khác{Enter}');
  expect(await screen.findByText('Ổ đĩa đầy.')).toBeVisible();
  await waitFor(() => expect(cellOf(SCANNED, 'responsible')).toHaveTextContent('Sở Tư pháp'));
});

test('the quotation stands beside the table with its place', async () => {
  const { user } = await openTasks({ prepare });
  await user.click(cellOf(BUDGET, 'content'));
  const panel = screen.getByRole('complementary', { name: 'Nhiệm vụ đang chọn' });
  expect(within(panel).getByText(BUDGET)).toBeVisible();
  expect(panel).toHaveTextContent('09/01/2026, đoạn 3');
});

test('the list to hand in has what is shown, in its order', async () => {
  const saved: unknown[] = [];
  const opened = await openTasks();
  opened.carriers.set('tasks.save', () => {
    saved.push(listed().filter((line) => !line.startsWith('#')));
    return Promise.resolve({ ok: true, value: { path: '/tmp/bang.csv' } });
  });
  await opened.user.click(chip(/^Quá hạn 1/u));
  screen.getByRole('button', { name: /^Xuất bảng/u }).focus();
  await opened.user.keyboard('{Enter}');
  await opened.user.click(await screen.findByRole('menuitem', { name: 'Bảng tính (CSV)' }));
  expect(await screen.findByText('Đã lưu /tmp/bang.csv')).toBeVisible();
  expect(saved).toEqual([[SCANNED]]);
});
