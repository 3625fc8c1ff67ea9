import type { Leaf } from '../leaf';
import type { Phrase } from '../phrase';
import type { Bits } from './bits';
import type { Field } from './layout';
import type { Segment } from './segment';

/** Adds the articles of a segment that have a place of `leaf` in a field. */
export function addDocsWith(segment: Segment, field: Field, leaf: Leaf, docs: Bits): void {
  if (leaf.kind === 'near') addDocsAt(segment, nearStarts(segment, field, leaf), docs);
  else {
    for (const phrase of leaf.phrases) {
      const [only] = phrase;
      if (phrase.length > 1) addDocsAt(segment, startsOf(segment, field, phrase), docs);
      else if (only !== undefined) segment.addDocsOf(field, only, docs);
    }
  }
}

function addDocsAt(segment: Segment, places: Uint32Array, docs: Bits): void {
  for (let index = 0; index < places.length; index += 1) docs.add(segment.docAt(places[index] ?? 0));
}

const NOWHERE = new Uint32Array(0);

/** The places where a phrase begins, from the least to the greatest. */
function startsOf(segment: Segment, field: Field, phrase: Phrase): Uint32Array {
  const words = phrase
    .flatMap((wanted, index) => {
      const isAfterMark = wanted.distance > (phrase[index - 1]?.distance ?? 0) + 1;
      const word = { distance: wanted.distance, terms: segment.termsOf(field, wanted) };
      return isAfterMark ? [{ distance: wanted.distance - 1, terms: segment.marksOf(field) }, word] : [word];
    })
    .map((word) => ({ ...word, cost: word.terms.reduce((sum, term) => sum + segment.count(term), 0) }))
    .sort((a, b) => a.cost - b.cost);
  let starts: Uint32Array | null = null;
  for (const { distance, terms } of words) {
    starts =
      starts === null
        ? union(terms.map((term) => shifted(segment.placesOf(term), distance)))
        : withWordAt(segment, starts, terms, distance);
    if (starts.length === 0) break;
  }
  return starts ?? NOWHERE;
}

/** Places of the words at a distance as starts of their phrases. */
function shifted(places: Uint32Array, distance: number): Uint32Array {
  let kept = 0;
  const starts = new Uint32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    if (place < distance) continue;
    starts[kept] = place - distance;
    kept += 1;
  }
  return starts.subarray(0, kept);
}

/** All places of some rows, in order: the rows are joined two by two. */
function union(rows: readonly Uint32Array[]): Uint32Array {
  let left = [...rows];
  while (left.length > 1) {
    const joined: Uint32Array[] = [];
    for (let index = 0; index < left.length; index += 2) {
      joined.push(unionOfTwo(left[index] ?? NOWHERE, left[index + 1] ?? NOWHERE));
    }
    left = joined;
  }
  return left[0] ?? NOWHERE;
}

function unionOfTwo(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all = new Uint32Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let at = 0;
  while (i < a.length && j < b.length) {
    const one = a[i] ?? 0;
    const other = b[j] ?? 0;
    if (one < other) i += 1;
    else j += 1;
    all[at] = one < other ? one : other;
    at += 1;
  }
  all.set(i < a.length ? a.subarray(i) : b.subarray(j), at);
  return all;
}

/** One bit for each place of a segment; all zero between uses. */
let wanted = new Uint32Array(0);
let found = new Uint32Array(0);

/** Those of `starts` with one of some terms at a distance. */
function withWordAt(
  segment: Segment,
  starts: Uint32Array,
  terms: readonly number[],
  distance: number,
): Uint32Array {
  const words = ((segment.end + distance) >>> 5) + 1;
  if (wanted.length < words) {
    wanted = new Uint32Array(words);
    found = new Uint32Array(words);
  }
  for (let index = 0; index < starts.length; index += 1) {
    const place = (starts[index] ?? 0) + distance;
    wanted[place >>> 5] = (wanted[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  for (const term of terms) keepWanted(segment.placesOf(term));
  let kept = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const place = start + distance;
    wanted[place >>> 5] = 0;
    if ((((found[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 0) continue;
    starts[kept] = start;
    kept += 1;
  }
  for (let index = 0; index < kept; index += 1) found[((starts[index] ?? 0) + distance) >>> 5] = 0;
  return starts.subarray(0, kept);
}

/** Takes the places that are wanted over to those that are found. */
function keepWanted(places: Uint32Array): void {
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const at = place >>> 5;
    const bit = (wanted[at] ?? 0) & (1 << (place & 31));
    if (bit !== 0) found[at] = (found[at] ?? 0) | bit;
  }
}

/** The index of the first of ascending `values`, from `from` on, that is not below `least`: near ones are found first. */
function firstNotBefore(values: Uint32Array, least: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < values.length && (values[low + step] ?? 0) < least) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, values.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a phrase of the left begins that has one of the right near. */
function nearStarts(segment: Segment, field: Field, leaf: Leaf & { kind: 'near' }): Uint32Array {
  const lengthOf = (phrase: Phrase): number => phrase.at(-1)?.distance ?? 0;
  const right = leaf.right.map((phrase) => ({
    starts: startsOf(segment, field, phrase),
    length: lengthOf(phrase),
  }));
  const hasStart = (starts: Uint32Array, first: number, last: number): boolean =>
    (starts[firstNotBefore(starts, Math.max(first, 0), 0)] ?? Infinity) <= last;
  return union(
    leaf.left.map((phrase) => {
      const length = lengthOf(phrase);
      return startsOf(segment, field, phrase).filter((start) =>
        right.some(
          (other) =>
            hasStart(other.starts, start + length + 1, start + length + 1 + leaf.within) ||
            hasStart(other.starts, start - 1 - leaf.within - other.length, start - 1 - other.length),
        ),
      );
    }),
  );
}
