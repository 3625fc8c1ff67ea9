const DAY = 86_400_000;

/** Days since 1970 of an ISO day. */
export const dayNumber = (isoDay: string): number => Math.round(Date.parse(isoDay) / DAY);
const isoDayOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Things whose days lie so near that they are drawn as one stack. */
export interface TimeStack<T> {
  /** The day of the first of them, as a number. */
  day: number;
  items: T[];
}

/** Gathers things, which stand in the order of their days, into stacks that begin at least `apart` days from each other. */
export function stacksOf<T extends { day: string }>(items: readonly T[], apart: number): TimeStack<T>[] {
  const stacks: TimeStack<T>[] = [];
  for (const item of items) {
    const day = dayNumber(item.day);
    const last = stacks.at(-1);
    if (last !== undefined && (day === last.day || day - last.day < apart)) last.items.push(item);
    else stacks.push({ day, items: [item] });
  }
  return stacks;
}

/** A line of the time axis. `is` tells what begins there. */
export interface TimeTick {
  /** As a number. */
  day: number;
  iso: string;
  is: 'year' | 'month' | 'day';
}

/** How far from each other ticks may stand, in months; shorter ones are in days. */
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120];
const DAYS_IN_MONTH = 30.4;

/** The ticks from one day to another, at least `apart` days from each other: whole days, months, quarters or years. */
export function ticksOf(from: number, to: number, apart: number): TimeTick[] {
  if (apart <= 1) return dayTicks(from, to);
  const step = MONTH_STEPS.find((months) => months * DAYS_IN_MONTH >= apart) ?? 240;
  const first = new Date(from * DAY);
  const ticks: TimeTick[] = [];
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth();
  for (let at = Math.ceil(months / step) * step; ; at += step) {
    const day = Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY;
    if (day > to) return ticks;
    if (day >= from) ticks.push({ day, iso: isoDayOf(day), is: at % 12 === 0 ? 'year' : 'month' });
  }
}

function dayTicks(from: number, to: number): TimeTick[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const iso = isoDayOf(from + index);
    const is = iso.endsWith('-01-01') ? 'year' : iso.endsWith('-01') ? 'month' : 'day';
    return { day: from + index, iso, is };
  });
}
