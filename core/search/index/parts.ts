import type { Phrase } from '../phrase';
import type { Field } from './layout';
import type { Segment } from './segment';

/** One word of a phrase, or the mark before it: the terms it stands for, and how many places these have. */
export interface Part {
  /** Places after the first word of the phrase. */
  distance: number;
  terms: readonly number[];
  count: number;
}

/** The words of a phrase and the marks between them, in their order; none when one of them is nowhere. */
export function partsOf(segment: Segment, field: Field, phrase: Phrase): Part[] {
  const parts = phrase.flatMap((wanted, index) => {
    const isAfterMark = wanted.distance > (phrase[index - 1]?.distance ?? 0) + 1;
    const word = partOf(segment, wanted.distance, segment.termsOf(field, wanted));
    return isAfterMark ? [partOf(segment, wanted.distance - 1, segment.marksOf(field)), word] : [word];
  });
  return parts.some(({ count }) => count === 0) ? [] : parts;
}

export const partOf = (segment: Segment, distance: number, terms: readonly number[]): Part => ({
  distance,
  terms,
  count: terms.reduce((sum, term) => sum + segment.count(term), 0),
});

export const byCount = (a: Part, b: Part): number => a.count - b.count;
