import { describe, expect, test } from 'vitest';
import { isInferred, NO_FACTS, stateOf, withProgress, type TaskFacts } from '#core/task';
import { due, TODAY } from './task-material';

const facts = (patch: Partial<TaskFacts>): TaskFacts => ({ ...NO_FACTS, ...patch });

describe('how a task stands', () => {
  test.each([
    ['due in a month', { deadline: due('2026-06-14') }, 'notDue'],
    ['due today', { deadline: due(TODAY) }, 'notDue'],
    ['due yesterday', { deadline: due('2026-05-13') }, 'overdue'],
    ['under way and due yesterday', { deadline: due('2026-05-13'), progress: 'doing' }, 'overdue'],
    ['under way', { deadline: due('2026-06-14'), progress: 'doing' }, 'doing'],
    ['under way without a day', { deadline: due(null, 'sau đại hội'), progress: 'doing' }, 'doing'],
    [
      'done on its last day',
      { deadline: due('2026-05-10'), progress: 'done', doneOn: '2026-05-10' },
      'onTime',
    ],
    ['done a day late', { deadline: due('2026-05-10'), progress: 'done', doneOn: '2026-05-11' }, 'late'],
    ['done without a deadline', { progress: 'done', doneOn: '2026-05-11' }, 'onTime'],
    ['paused after its day', { deadline: due('2026-05-10'), progress: 'paused' }, 'paused'],
  ] satisfies [string, Partial<TaskFacts>, string][])('%s', (_, known, state) => {
    expect(stateOf(facts(known), TODAY)).toBe(state);
  });
});

describe('a task that is said to be done', () => {
  const late = facts({ deadline: due('2026-05-10'), progress: 'doing' });

  test('was finished today, so that it counts as late when its day is over', () => {
    const done = withProgress(late, 'done', TODAY);
    expect([done.doneOn, stateOf(done, TODAY)]).toEqual([TODAY, 'late']);
  });

  test('keeps the day that a person gave, until it is not done any more', () => {
    const done = withProgress({ ...late, doneOn: '2026-05-01' }, 'done', TODAY);
    expect(done.doneOn).toBe('2026-05-01');
    expect(withProgress(done, 'doing', TODAY).doneOn).toBeNull();
  });
});

test.each([
  ['trước ngày 30/6', true],
  ['trong quý II', true],
  ['cuối năm', true],
  ['trước ngày 30/6/2026', false],
  ['trước 30-6-26', false],
  ['trong tháng 6 năm 2026', false],
  ['trước tháng 7/2026', false],
  // A person typed the day.
  ['', false],
])('a day read from “%s” is worked out: %s', (text, inferred) => {
  expect(isInferred(due('2026-06-30', text))).toBe(inferred);
});
