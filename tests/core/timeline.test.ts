import { describe, expect, it } from 'vitest';
import { dayNumber, stacksOf, ticksOf } from '#core/timeline';

const on = (day: string) => ({ day });

describe('stacks of a timeline', () => {
  it('gathers what lies nearer than asked, from the first of a stack on', () => {
    const days = ['2024-01-01', '2024-01-04', '2024-01-07', '2024-01-11', '2024-02-01'].map(on);
    const lengths = (apart: number) => stacksOf(days, apart).map(({ items }) => items.length);
    expect(lengths(0)).toEqual([1, 1, 1, 1, 1]);
    expect(lengths(7)).toEqual([3, 1, 1]);
    expect(lengths(365)).toEqual([5]);
  });

  it('keeps one day together however far it is zoomed in, and every thing in one stack', () => {
    const days = ['2024-01-01', '2024-01-01', '2024-01-02'].map(on);
    expect(stacksOf(days, 0).map(({ day, items }) => [day, items.length])).toEqual([
      [dayNumber('2024-01-01'), 2],
      [dayNumber('2024-01-02'), 1],
    ]);
    expect(stacksOf([], 3)).toEqual([]);
  });
});

describe('ticks of a timeline', () => {
  const ticks = (from: string, to: string, apart: number) =>
    ticksOf(dayNumber(from), dayNumber(to), apart).map(({ iso, is }) => `${iso} ${is}`);

  it('are whole days, months, quarters or years, as there is room', () => {
    expect(ticks('2023-12-30', '2024-01-02', 1)).toEqual([
      '2023-12-30 day',
      '2023-12-31 day',
      '2024-01-01 year',
      '2024-01-02 day',
    ]);
    expect(ticks('2023-11-15', '2024-02-15', 20)).toEqual([
      '2023-12-01 month',
      '2024-01-01 year',
      '2024-02-01 month',
    ]);
    expect(ticks('2023-11-15', '2024-05-15', 80)).toEqual(['2024-01-01 year', '2024-04-01 month']);
    expect(ticks('2001-06-01', '2024-05-15', 1500)).toEqual([
      '2005-01-01 year',
      '2010-01-01 year',
      '2015-01-01 year',
      '2020-01-01 year',
    ]);
  });

  it('never stand nearer than asked', () => {
    for (const apart of [1, 2, 25, 40, 100, 200, 400, 900, 3000, 6000]) {
      const days = ticksOf(dayNumber('1990-02-03'), dayNumber('2030-10-11'), apart).map(({ day }) => day);
      const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
      // February is shorter than the month that is counted with.
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(Math.min(apart, apart * 0.92));
    }
  });
});
