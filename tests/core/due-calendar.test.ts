import { describe, expect, test } from 'vitest';
import { monthAfter, sameDayAfter, tasksByDay, weeksOfMonth } from '#core/due-calendar';
import { due, taskRow } from './task-material';

describe('a month', () => {
  test('has whole weeks from Monday to Sunday', () => {
    const weeks = weeksOfMonth('2026-05');
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect([weeks[0]?.[0], weeks[4]?.[6]]).toEqual(['2026-04-27', '2026-05-31']);
    expect(weeks.flat().filter((day) => day.startsWith('2026-05'))).toHaveLength(31);
  });

  test('of four weeks has no more', () => {
    expect(weeksOfMonth('2027-02').flat()).toHaveLength(28);
  });

  test.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', 14, '2027-07'],
  ])('%s and %i months are %s', (month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  test('that is shorter ends the day', () => {
    expect([
      sameDayAfter('2026-03-31', 1),
      sameDayAfter('2026-03-31', -1),
      sameDayAfter('2026-03-15', 1),
    ]).toEqual(['2026-04-30', '2026-02-28', '2026-04-15']);
  });
});

test('tasks stand on the day on which they are due; those without a day on none', () => {
  const [one, other] = ['một', 'hai'].map((words) =>
    taskRow(words, { facts: { deadline: due('2026-05-20') } }),
  );
  const rows = [one, other, taskRow('ba', { facts: { deadline: due(null, 'sau đại hội') } }), taskRow('bốn')];
  const days = tasksByDay(rows.filter((row) => row !== undefined));
  expect([...days]).toEqual([['2026-05-20', [one, other]]]);
});
