import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openWindow } from '../window';
import { BUDGET, cellOf, listed, MEETING, openTasks, rowOf, SCANNED } from './material';

afterEach(() => vi.useRealTimers());

const peek = () => screen.findByRole('dialog', { name: 'Trích dẫn' });

describe('the quotation over the table', () => {
  test('stands in its sentence, follows the arrows, and Enter opens its place', async () => {
    const { user } = await openTasks();
    await user.keyboard(' ');
    await waitFor(async () =>
      expect(await peek()).toHaveTextContent(`Tỉnh ủy yêu cầu Sở Tư pháp ${SCANNED}.`),
    );
    expect((await peek()).querySelector('mark')).toHaveTextContent(SCANNED);
    expect(screen.getByRole('grid')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    await waitFor(async () => expect((await peek()).querySelector('mark')).toHaveTextContent(BUDGET));
    expect(await peek()).toHaveTextContent(`Sở Tài chính ${BUDGET}; Tỉnh đoàn ${MEETING}.`);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('article', { current: true })).toHaveTextContent(BUDGET);
  });

  test('goes by Space and by Escape, which then leaves the table as before', async () => {
    const { user } = await openTasks();
    await user.keyboard(' ');
    await peek();
    await user.keyboard(' ');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard(' ');
    await peek();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('grid', { name: 'Bảng theo dõi nhiệm vụ' })).toBeVisible();
  });
});

test('a task is taken out of the table by key; the next one comes into its place, and undo brings it back', async () => {
  const { user } = await openTasks();
  await user.click(cellOf(BUDGET, 'content'));
  screen.getByRole('grid').focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(listed()).not.toContain(BUDGET));
  await waitFor(() => expect(document.querySelector('[data-task][aria-selected="true"]')).toBeVisible());
  expect(rowOf(SCANNED)).toHaveAttribute('aria-selected', 'false');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(listed()).toContain(BUDGET));
});

test('the progress counts all tasks, and its counts narrow the table', async () => {
  const { user } = await openTasks();
  const progress = screen.getByRole('region', { name: 'Tiến độ' });
  expect(progress).toHaveTextContent('0 / 4 hoàn thành');
  await user.click(within(progress).getByRole('button', { name: /^Đang làm 1/u }));
  expect(listed()).toEqual(['# Tháng 5/2026 1', BUDGET]);
  expect(progress).toHaveTextContent('0 / 4 hoàn thành');
});

test('where nothing fits, Escape shows everything again and only then leaves', async () => {
  const { user } = await openTasks();
  await user.keyboard('{Control>}f{/Control}không có việc này');
  expect(await screen.findByText('Không có nhiệm vụ nào khớp bộ lọc.')).toBeVisible();
  await user.tab();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(listed()).toHaveLength(8));
});

test('the export key opens the formats of the table', async () => {
  const { user } = await openTasks();
  await user.keyboard('{Control>}e{/Control}');
  expect(await screen.findByRole('menuitem', { name: 'Trang HTML' })).toBeVisible();
});

test('without any article the first step is to bring one in', async () => {
  const { user } = await openWindow();
  await user.keyboard('{Control>}{Shift>}T{/Shift}{/Control}');
  expect(await screen.findByText(/^Thư viện chưa có bài nào/u)).toBeVisible();
  expect(screen.getByRole('button', { name: /^Mở tệp/u })).toBeVisible();
});
