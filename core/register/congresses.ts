// The terms of the Party's Central Committee, each from the last day of the congress that elected it.

const TERMS: readonly (readonly [roman: string, from: string])[] = [
  ['IV', '1976-12-20'],
  ['V', '1982-03-31'],
  ['VI', '1986-12-18'],
  ['VII', '1991-06-27'],
  ['VIII', '1996-07-01'],
  ['IX', '2001-04-22'],
  ['X', '2006-04-25'],
  ['XI', '2011-01-19'],
  ['XII', '2016-01-28'],
  ['XIII', '2021-02-01'],
  ['XIV', '2026-01-23'],
];

/** The term, in roman digits, that runs on a day (`YYYY-MM-DD`); null before the first one that is known. */
export function termOn(day: string): string | null {
  return TERMS.findLast(([, from]) => from <= day)?.[0] ?? null;
}
