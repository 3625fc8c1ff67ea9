// Periods as their first and last day, `YYYY-MM-DD`.
import { daysInMonth, isoDay } from '#core/text/days';

export interface Period {
  from: string | null;
  to: string | null;
}

const DAY_MS = 86_400_000;

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));

/** The last day of a month; the month counts from 1. */
export function lastDayOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${daysInMonth(month, year)}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From the first day of month `first` to the last day of month `last` of one year. */
export function monthsOf(year: number, first: number, last: number): Period {
  return { from: isoDay({ day: 1, month: first, year }), to: lastDayOf(year, last) };
}

/** The week, Monday to Sunday, that lies `weeks` after the one of `day`. */
export function weekOf(day: string, weeks: number): Period {
  const weekday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
  const monday = addDays(day, weeks * 7 - weekday);
  return { from: monday, to: addDays(monday, 6) };
}

/** The same day a year later; 29 February becomes the last day of that month. */
export function yearLater(day: string): string {
  const [year, month] = [yearOf(day) + 1, monthOf(day)];
  return isoDay({ year, month, day: Number(day.slice(8)) }) ?? lastDayOf(year, month);
}
