// A deadline as people type it into a table: "30/6", "31/12/2026", "quý III", "trước tháng 9", "sau đại hội".
import { addDays, lastDayOf, monthOf, yearOf } from '#core/recognise/calendar';
import { findDates } from '#core/recognise/dates';
import type { FoundDate } from '#core/recognise/found';
import type { Deadline } from '#core/task';
import { isoDay } from '#core/text/days';

/** `wrong`: it looks like a day and there is no such day. */
export type TypedDeadline = { is: 'deadline'; deadline: Deadline | null } | { is: 'wrong' };

const DAY =
  /^(?<before>trước\s+)?(?:ngày\s+)?(?<day>\d{1,2})\s*[/.-]\s*(?<month>\d{1,2})(?:\s*[/.-]\s*(?<year>\d{4}|\d{2}))?$/iu;
const MONTH = /^(?<before>trước\s+)?(?<month>\d{1,2})\s*[/.-]\s*(?<year>\d{4})$/iu;
const QUARTER = /^q\s*(?=[1-4IV])/iu;
const ONLY_FIGURES = /^[\d\s/.-]+$/u;
/** Of a day without its year: what lies further back is meant for next year. */
const MONTHS_BACK = 2;

/** Understands a deadline; `today` (an ISO day) completes what was left out. Nothing typed is no deadline. */
export function typedDeadline(typed: string, today: string): TypedDeadline {
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (text === '') return { is: 'deadline', deadline: null };
  const day = DAY.exec(text)?.groups;
  if (day !== undefined) return fromDay(day, today);
  const month = MONTH.exec(text)?.groups;
  const words = month === undefined ? text.replace(QUARTER, 'quý ') : inWords(month);
  const date = wholeDate(words, today);
  if (date?.to != null) return { is: 'deadline', deadline: fromDate(text, words, date, today) };
  if (ONLY_FIGURES.test(text)) return { is: 'wrong' };
  return { is: 'deadline', deadline: { text, iso: null, kind: 'event' } };
}

function fromDay(groups: Record<string, string | undefined>, today: string): TypedDeadline {
  const [day, month] = [Number(groups['day']), Number(groups['month'])];
  const typed = groups['year'];
  const year =
    typed === undefined ? nearYear(month, today) : Number(typed.length === 2 ? `20${typed}` : typed);
  const iso = isoDay({ day, month, year });
  if (iso === null) return { is: 'wrong' };
  return {
    is: 'deadline',
    deadline: { text: '', iso, kind: groups['before'] === undefined ? 'by' : 'before' },
  };
}

const inWords = ({ before = '', month = '', year = '' }: Record<string, string | undefined>): string =>
  `${before}tháng ${month}/${year}`;

const nearYear = (month: number, today: string): number =>
  yearOf(today) + (monthOf(today) - month > MONTHS_BACK ? 1 : 0);

/** The date that the words are, but for a few before it. */
function wholeDate(words: string, today: string): FoundDate | null {
  const dates = findDates(words, { publishedOn: today });
  const [date] = dates;
  if (date === undefined || dates.length > 1 || date.end < words.length) return null;
  return /^(?:trước|đến|hết|trong|chậm nhất|xong|là|ngày|cuối|\s)*$/iu.test(words.slice(0, date.start))
    ? date
    : null;
}

function fromDate(text: string, words: string, date: FoundDate, today: string): Deadline {
  const [from, to] = [upcoming(date.from, date, today), upcoming(date.to, date, today)];
  if (!/^trước\s/iu.test(words)) return { text, iso: to, kind: date.kind === 'day' ? 'by' : 'period' };
  // Before a month is before its first day.
  const iso = date.kind === 'day' || from === null ? to : addDays(from, -1);
  return { text, iso, kind: 'before' };
}

/** A day of a month or a quarter; where its year was not typed and it is over, the one of next year. */
function upcoming(day: string | null, { yearInferred, to, kind }: FoundDate, today: string): string | null {
  const isOver = yearInferred && to !== null && to < today && (kind === 'month' || kind === 'quarter');
  if (day === null || !isOver) return day;
  const [year, month] = [yearOf(day) + 1, monthOf(day)];
  return day === to ? lastDayOf(year, month) : `${year}${day.slice(4)}`;
}
