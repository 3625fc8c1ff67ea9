import type { TFunction } from 'i18next';
import type { DayRange } from '../state/shelf-filter';
import { dayText, parseDay } from '../ui/format';

/** The first and the last day of what is typed: a day (`1/7/24`), a month (`7/2024`) or a year (`2024`); null for anything else. */
export function parseDays(typed: string): { from: string; to: string } | null {
  const day = parseDay(typed);
  if (day !== null) return { from: day, to: day };
  const match = /^\s*(?:(\d{1,2})[/.-])?(\d{4})\s*$/u.exec(typed);
  const year = match?.[2];
  if (year === undefined) return null;
  const month = match?.[1] === undefined ? null : Number(match[1]);
  if (month !== null && (month < 1 || month > 12)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const last = new Date(Date.UTC(Number(year), month ?? 12, 0)).getUTCDate();
  return { from: `${year}-${two(month ?? 1)}-01`, to: `${year}-${two(month ?? 12)}-${two(last)}` };
}

/** A range of days in a few words: a year or a month as such, else its ends. */
export function daysText({ from, to }: DayRange, t: TFunction): string {
  if (from === null) return t('codebook.list.chip.until', { day: to === null ? '' : dayText(to) });
  if (to === null) return t('codebook.list.chip.since', { day: dayText(from) });
  if (from === to) return dayText(from);
  const [year = '', month = ''] = from.split('-');
  for (const whole of [year, `${month}/${year}`]) {
    const days = parseDays(whole);
    if (days?.from === from && days.to === to) return whole;
  }
  return t('codebook.list.chip.between', { from: dayText(from), to: dayText(to) });
}
