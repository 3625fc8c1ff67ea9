import { describe, expect, test } from 'vitest';
import {
  ALL_TASKS,
  contentOf,
  countsByState,
  fitsTask,
  groupedTasks,
  sortedTasks,
  type TaskFilter,
  type TaskRow,
} from '#core/task-list';
import { ARTICLE, due, taskRow, TODAY } from './task-material';

const OVERDUE = taskRow('báo cáo bố trí cán bộ', {
  facts: { deadline: due('2026-05-10'), responsible: 'Sở Nội vụ' },
});
const SOON = taskRow('trình đề án', {
  facts: { deadline: due('2026-05-28'), progress: 'doing' },
  tags: ['Cải cách/Thủ tục'],
});
const LATER = taskRow('giám sát chuyên đề', {
  facts: { deadline: due('2026-05-29'), responsible: 'Ban Tổ chức' },
});
const UNDATED = taskRow('đối thoại với thanh niên', {
  facts: { basis: ['ke-hoach:12-KH/TU', 'Nghị quyết'] },
  articleId: 'b'.repeat(16),
});
const DONE = taskRow('cắt giảm thủ tục', {
  facts: { deadline: due('2026-05-20'), progress: 'done', doneOn: '2026-05-01' },
});
const ALL = [UNDATED, LATER, DONE, SOON, OVERDUE];

const names = (rows: readonly TaskRow[]) => rows.map(({ annotation }) => annotation.id);
const fitting = (filter: Partial<TaskFilter>) =>
  ALL.filter((row) => fitsTask(row, { ...ALL_TASKS, ...filter }, TODAY));
const up = { by: 'deadline', downwards: false } as const;

test('a task is called by its passage unless a person said it in other words', () => {
  expect(contentOf(SOON)).toBe('trình đề án');
  expect(contentOf(taskRow('trình', { facts: { content: 'Trình đề án lần hai' } }))).toBe(
    'Trình đề án lần hai',
  );
});

describe('the filter', () => {
  test.each<[string, Partial<TaskFilter>, TaskRow[]]>([
    ['nothing', {}, ALL],
    ['states', { states: ['overdue', 'onTime'] }, [DONE, OVERDUE]],
    ['who is responsible', { responsible: 'Ban Tổ chức' }, [LATER]],
    ['open tasks of the next 14 days, the last one included', { dueWithin: 14 }, [SOON]],
    ['a tag, with those under it', { tag: 'cải cách' }, [SOON]],
    ['an article', { articleId: 'b'.repeat(16) }, [UNDATED]],
    ['several things at once', { articleId: ARTICLE, states: ['notDue'] }, [LATER]],
  ])('asks for %s', (_, filter, expected) => {
    expect(names(fitting(filter))).toEqual(names(expected));
  });
});

test('tasks are counted by state', () => {
  expect(countsByState(ALL)).toEqual({ notDue: 2, doing: 1, onTime: 1, late: 0, overdue: 1, paused: 0 });
});

describe('sorting', () => {
  test('by deadline has those without a day last, both ways', () => {
    expect(names(sortedTasks(ALL, up))).toEqual(names([OVERDUE, DONE, SOON, LATER, UNDATED]));
    expect(names(sortedTasks(ALL, { ...up, downwards: true }))).toEqual(
      names([LATER, SOON, DONE, OVERDUE, UNDATED]),
    );
  });

  test('by words follows the Vietnamese alphabet', () => {
    const rows = ['đề án', 'dân vận', 'ô', 'ơ', 'o'].map((words) => taskRow(words));
    expect(names(sortedTasks(rows, { by: 'content', downwards: false }))).toEqual([
      'dân vận',
      'đề án',
      'o',
      'ô',
      'ơ',
    ]);
  });

  test('by responsible body has those without one last', () => {
    expect(names(sortedTasks(ALL, { by: 'responsible', downwards: false })).slice(0, 2)).toEqual(
      names([LATER, OVERDUE]),
    );
  });

  test('by source is the order in which they came', () => {
    expect(names(sortedTasks(ALL, { by: 'source', downwards: false }))).toEqual(names(ALL));
    expect(names(sortedTasks(ALL, { by: 'source', downwards: true }))).toEqual(names(ALL.toReversed()));
  });
});

describe('groups', () => {
  const keys = (by: Parameters<typeof groupedTasks>[1], order = up as Parameters<typeof groupedTasks>[2]) =>
    groupedTasks(ALL, by, order).map(({ key, rows }) => [key, rows.length]);

  test('by deadline are what is overdue, the months, and what has no day, however the tasks are sorted', () => {
    const expected = [
      ['overdue', 1],
      ['2026-05', 3],
      ['', 1],
    ];
    expect(keys('due')).toEqual(expected);
    expect(keys('due', { by: 'content', downwards: true })).toEqual(expected);
  });

  test('of what is not known come last', () => {
    expect(keys('responsible')).toEqual([
      ['Sở Nội vụ', 1],
      ['Ban Tổ chức', 1],
      ['', 3],
    ]);
    expect(keys('basis')).toEqual([
      ['ke-hoach:12-KH/TU', 1],
      ['', 4],
    ]);
  });

  test('may be one for all', () => {
    expect(keys('none')).toEqual([['all', 5]]);
  });

  test('by state and article hold every task once', () => {
    for (const by of ['state', 'article'] as const) {
      expect(
        groupedTasks(ALL, by, up)
          .flatMap(({ rows }) => names(rows))
          .sort(),
      ).toEqual(names(ALL).sort());
    }
  });
});
