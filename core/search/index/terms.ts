/** Between the two keys of a term: below every character of a key, so that a word stands before those that it begins. */
const BETWEEN = '\u0000';

const fieldUnit = (field: number): string => String.fromCharCode(0x31 + field);

/** A word of a field, by the field's index: see `FIELDS`. */
export const termOf = (field: number, loose: string, strict: string): string =>
  fieldUnit(field) + loose + BETWEEN + strict;

/** A mark that parts two words of a field, at the place that it takes: a phrase with a mark is none with a word there. */
export const markTerm = (field: number): string => fieldUnit(field) + ',' + BETWEEN;

/** What the terms of a loose key begin with. */
export const looseTerms = (field: number, loose: string): string => fieldUnit(field) + loose + BETWEEN;

/** What the terms begin with whose loose key begins so. */
export const beginningTerms = (field: number, loose: string): string => fieldUnit(field) + loose;

export function keysOfTerm(term: string): { loose: string; strict: string } {
  const [loose = '', strict = ''] = term.slice(1).split(BETWEEN);
  return { loose, strict };
}

/** How many code units the loose key of a term has. */
export const looseLength = (term: string): number => term.indexOf(BETWEEN) - 1;
