// Deadlines as a calendar: months of whole weeks from Monday on. Months are `YYYY-MM`, days ISO days.
import { addDays, lastDayOf, monthOf, weekOf, yearOf } from '#core/recognise/calendar';
import type { TaskRow } from '#core/task-list';

export const monthOfDay = (day: string): string => day.slice(0, 7);

/** The days of the weeks that the month lies in, seven a week. */
export function weeksOfMonth(month: string): string[][] {
  const first = `${month}-01`;
  const last = lastDayOf(yearOf(first), monthOf(first));
  const weeks: string[][] = [];
  for (let monday = weekOf(first, 0).from ?? first; monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, days) => addDays(monday, days)));
  }
  return weeks;
}

/** The month that lies `months` after another one. */
export function monthAfter(month: string, months: number): string {
  const at = yearOf(month) * 12 + monthOf(month) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The same day of the month that lies `months` after, or its last day. */
export function sameDayAfter(day: string, months: number): string {
  const month = monthAfter(monthOfDay(day), months);
  const last = lastDayOf(yearOf(month), monthOf(month));
  const same = `${month}${day.slice(7)}`;
  return same < last ? same : last;
}

/** The tasks that are due on each day. */
export function tasksByDay(rows: readonly TaskRow[]): Map<string, TaskRow[]> {
  const days = new Map<string, TaskRow[]>();
  for (const row of rows) {
    const due = row.facts.deadline?.iso ?? null;
    if (due === null) continue;
    const day = days.get(due);
    if (day === undefined) days.set(due, [row]);
    else day.push(row);
  }
  return days;
}
