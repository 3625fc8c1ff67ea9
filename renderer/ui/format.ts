import { createMatcher, LOOSE_FIND } from '#core/search/find';

/** `2026-01-09` as `09/01/2026`. */
export function dayText(isoDay: string): string {
  const [year, month, day] = isoDay.split('-');
  return `${day}/${month}/${year}`;
}

/** A date typed as day, month, year (`9/1/2026`, `09-01-2026`, `9.1.26`) as an ISO day, or null when there is no such day. */
export function parseDay(typed: string): string | null {
  const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*$/.exec(typed);
  if (match === null) return null;
  const [, day, month, shortYear] = match as unknown as [string, string, string, string];
  const year = shortYear.length === 2 ? 2000 + Number(shortYear) : Number(shortYear);
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const real =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day);
  return real ? date.toISOString().slice(0, 10) : null;
}

/** Tells which texts hold every word typed, marks ignored. */
export function filterBy(typed: string): (text: string) => boolean {
  const words = typed
    .split(/\s+/u)
    .map((word) => createMatcher(word, LOOSE_FIND))
    .filter((word) => word !== null);
  return (text) => words.every((word) => word.find(text).length > 0);
}

/** Order of Vietnamese words, with numbers by value. */
export const collator = new Intl.Collator('vi', { numeric: true });

/** The last part of a path. */
export const fileName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;
