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

/** Lower case without any Vietnamese mark, for loose filtering of short names (not for finding places in a text). */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase();
}

/** Whether every syllable typed stands in the text, marks ignored. */
export function fitsFilter(text: string, typed: string): boolean {
  const haystack = folded(text);
  return folded(typed)
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

/** Order of Vietnamese words, with numbers by value. */
export const collator = new Intl.Collator('vi', { numeric: true });

/** The last part of a path. */
export const fileName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;
