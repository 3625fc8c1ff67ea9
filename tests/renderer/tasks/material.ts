import { screen, waitFor } from '@testing-library/react';
import { vi } from 'vitest';
import type { Annotation } from '#core/annotation';
import { NO_FACTS, type TaskFacts } from '#core/task';
import { addQuote, importText, sure, type Opened } from '../../main/store/support';
import { openWindow, type TestWindow } from '../window';

export const TODAY = '2026-05-14';

export const REPORT = 'Đến nay 12 phường đã số hóa xong hồ sơ hộ tịch.';
export const REPORTED = 'Toàn tỉnh kết nạp được 4.200 đảng viên ở khối doanh nghiệp tư nhân.';
export const SCANNED = 'hoàn thành việc số hóa hồ sơ hộ tịch ở các phường';
export const MEMBERS = 'Phấn đấu kết nạp từ 6.000 đảng viên mới trong khối doanh nghiệp tư nhân';
export const BUDGET = 'rà soát dự toán chi thường xuyên';
export const MEETING = 'tổ chức đối thoại với thanh niên';

const FIRST = {
  title: 'Kết luận đầu năm',
  on: '2026-01-09',
  text: [
    'Căn cứ Kế hoạch số 12-KH/TU, Tỉnh ủy Lam Khê ra kết luận.',
    `Tỉnh ủy yêu cầu Sở Tư pháp ${SCANNED}.`,
    `Sở Tài chính ${BUDGET}; Tỉnh đoàn ${MEETING}.`,
    `${MEMBERS}.`,
  ],
};
const LATER = {
  title: 'Sơ kết quý II',
  on: '2026-05-10',
  text: ['Hội nghị thảo luận về công tác cán bộ.', REPORT, REPORTED],
};

const due = (iso: string) => ({ text: '', iso, kind: 'by' as const });
const facts = (patch: Partial<TaskFacts>): TaskFacts => ({ ...NO_FACTS, ...patch });

/** Three tasks and a target in one article, and a later one that reports of two of them. */
export async function prepare(library: Opened): Promise<void> {
  const ids: string[] = [];
  for (const { title, on, text } of [FIRST, LATER]) {
    const { id } = await importText(library, title, text);
    await library.call('articles.update', { id, patch: { publishedOn: on } });
    ids.push(id);
  }
  const first = sure(ids[0]);
  const known: [string, 'task' | 'target', TaskFacts | null][] = [
    [SCANNED, 'task', facts({ responsible: 'Sở Tư pháp', deadline: due('2026-05-10') })],
    [BUDGET, 'task', facts({ responsible: 'Sở Tài chính', deadline: due('2026-05-20'), progress: 'doing' })],
    [MEETING, 'task', null],
    [MEMBERS, 'target', facts({ deadline: due('2026-12-31') })],
  ];
  for (const [quote, kind, task] of known) {
    await addQuote(library, first, quote, {
      kind,
      tags: quote === BUDGET ? ['Ngân sách'] : [],
      ...(task === null ? {} : { task }),
    });
  }
}

/** The window with the task table in it, on the day `TODAY`. */
export async function openTasks(start: Parameters<typeof openWindow>[0] = { prepare }): Promise<TestWindow> {
  vi.useFakeTimers({ now: new Date(`${TODAY}T09:00:00`), toFake: ['Date'], shouldAdvanceTime: true });
  const opened = await openWindow(start);
  await opened.user.keyboard('{Control>}{Shift>}T{/Shift}{/Control}');
  await screen.findByRole('heading', { level: 1, name: 'Bảng theo dõi nhiệm vụ' });
  await waitFor(() => document.querySelector('.task-row, .board-column') !== null);
  return opened;
}

/** The tasks of the table from top to bottom, groups as `# words`. */
export const listed = (): string[] =>
  [...document.querySelectorAll('.task-group, [data-task]')].map((line) =>
    line.matches('.task-group')
      ? `# ${line.textContent.trim()}`
      : (line.querySelector('.of-content')?.textContent ?? ''),
  );

export const rowOf = (content: string): HTMLElement =>
  sure(
    [...document.querySelectorAll<HTMLElement>('[data-task]')].find((row) =>
      row.textContent.includes(content),
    ),
  );

export const cellOf = (content: string, column: string): HTMLElement =>
  sure(rowOf(content).querySelector<HTMLElement>(`.of-${column}`));

export async function taskOf(opened: TestWindow, quote: string): Promise<Annotation> {
  const annotations = await opened.annotationsOf('Kết luận đầu năm');
  return sure(annotations.find(({ target }) => target.quote.exact === quote));
}

export const factsOf = async (opened: TestWindow, quote: string): Promise<TaskFacts> =>
  (await taskOf(opened, quote)).task ?? NO_FACTS;
