import type { Leaf } from '../leaf';
import type { Phrase } from '../phrase';
import type { Bits } from './bits';
import { MarkedPlaces } from './marked-places';
import type { Field } from './layout';
import type { Segment } from './segment';

/** Adds the articles of a segment that have a place of `leaf` in a field. */
export function addDocsWith(segment: Segment, field: Field, leaf: Leaf, docs: Bits): void {
  if (leaf.kind === 'near') segment.addDocsAt(nearStarts(segment, field, leaf), docs);
  else {
    for (const phrase of leaf.phrases) {
      const [only] = phrase;
      if (phrase.length === 1 && only !== undefined) segment.addDocsOf(field, only, docs);
      else segment.addDocsAt(startsOf(segment, field, phrase), docs);
    }
  }
}

const NOWHERE = new Uint32Array(0);

/** One word of a phrase, or the mark before it: the terms it stands for, and how many places these have. */
interface Part {
  distance: number;
  terms: readonly number[];
  count: number;
}

/** The words of a phrase and the marks between them, the rarest first; none when one of them is nowhere. */
function partsOf(segment: Segment, field: Field, phrase: Phrase): Part[] {
  const parts = phrase
    .flatMap((wanted, index) => {
      const isAfterMark = wanted.distance > (phrase[index - 1]?.distance ?? 0) + 1;
      const word = { distance: wanted.distance, terms: segment.termsOf(field, wanted) };
      return isAfterMark ? [{ distance: wanted.distance - 1, terms: segment.marksOf(field) }, word] : [word];
    })
    .map((part): Part => ({ ...part, count: part.terms.reduce((sum, term) => sum + segment.count(term), 0) }))
    .sort((a, b) => a.count - b.count);
  return parts[0]?.count === 0 ? [] : parts;
}

/** The places where a phrase begins, in no order. */
function startsOf(segment: Segment, field: Field, phrase: Phrase): Uint32Array {
  const [rarest, ...others] = partsOf(segment, field, phrase);
  let starts = rarest === undefined ? NOWHERE : startsAt(segment, rarest);
  for (const part of others) {
    if (starts.length === 0) break;
    starts = kept(segment, starts, part);
  }
  return starts;
}

/** The places of a part's words, each moved to the start of its phrase. The places of each term stay in order. */
function startsAt(segment: Segment, { terms, distance, count }: Part): Uint32Array {
  const starts = new Uint32Array(count);
  let found = 0;
  for (const term of terms) {
    const places = segment.placesOf(term);
    for (let index = 0; index < places.length; index += 1) {
      const start = (((places[index] ?? 0) | 0) - distance) | 0;
      starts[found] = start;
      found = (found + (start < 0 ? 0 : 1)) | 0;
    }
  }
  return starts.subarray(0, found);
}

/** So many times fewer starts than places of a term are looked up in them one by one. */
const RARE = 16;

/** Where starts are gathered before it is known how many stay. */
let room = NOWHERE;

/** Those of `starts` that have this part too, in no order. */
function kept(segment: Segment, starts: Uint32Array, { terms, distance, count }: Part): Uint32Array {
  const most = Math.min(starts.length, count);
  if (room.length < most) room = new Uint32Array(most * 2);
  let found = 0;
  const marked = new MarkedPlaces(segment.end, starts);
  for (const term of terms) {
    const places = segment.placesOf(term);
    const isRare = starts.length * RARE < places.length;
    found = isRare
      ? takeLookedUp(starts, places, distance, room, found)
      : takeMarked(marked.words, places, distance, room, found);
  }
  marked.clear();
  return room.slice(0, found);
}

/** Puts the starts of marked phrases that have one of `places` at the distance into `left` from `found` on; tells how many there are then. */
function takeMarked(
  marks: Int32Array,
  places: Uint32Array,
  distance: number,
  left: Uint32Array,
  found: number,
): number {
  let count = found;
  for (let index = 0; index < places.length; index += 1) {
    const start = (((places[index] ?? 0) | 0) - distance) | 0;
    // Before the first place there are no marks.
    if ((((marks[start >> 5] ?? 0) >>> (start & 31)) & 1) === 0) continue;
    left[count] = start;
    count = (count + 1) | 0;
  }
  return count;
}

/** The same for few starts, in ascending rows, by looking for each of them. */
function takeLookedUp(
  starts: Uint32Array,
  places: Uint32Array,
  distance: number,
  left: Uint32Array,
  found: number,
): number {
  let count = found;
  let at = 0;
  let before = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = (starts[index] ?? 0) | 0;
    const wanted = (start + distance) | 0;
    at = firstNotBefore(places, wanted, wanted < before ? 0 : at);
    before = wanted;
    if (((places[at] ?? -1) | 0) !== wanted) continue;
    left[count] = start;
    count = (count + 1) | 0;
  }
  return count;
}

/** The index of the first of ascending `values`, from `from` on, that is not below `least`: near ones are found first. */
function firstNotBefore(values: Uint32Array, least: number, from: number): number {
  let low = from;
  let step = 1;
  while (low + step < values.length && ((values[low + step] ?? 0) | 0) < least) {
    low = (low + step) | 0;
    step = (step * 2) | 0;
  }
  let high = Math.min(low + step, values.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (((values[middle] ?? 0) | 0) < least) low = (middle + 1) | 0;
    else high = middle;
  }
  return low;
}

/** Where a phrase of the left begins that has one of the right near, in no order. */
function nearStarts(segment: Segment, field: Field, leaf: Leaf & { kind: 'near' }): Uint32Array {
  const lengthOf = (phrase: Phrase): number => phrase.at(-1)?.distance ?? 0;
  const sideOf = (phrases: readonly Phrase[]): Side[] =>
    phrases
      .map((phrase) => ({ starts: startsOf(segment, field, phrase), length: lengthOf(phrase) }))
      .filter(({ starts }) => starts.length > 0);
  const left = sideOf(leaf.left);
  const right = left.length === 0 ? [] : sideOf(leaf.right);
  const near = left.flatMap((one) => right.map((other) => startsNear(segment, one, other, leaf.within)));
  const [only] = near;
  return near.length === 1 && only !== undefined ? only : joined(near);
}

function joined(rows: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

/** Where a phrase begins, and how far from there its last word is. */
interface Side {
  starts: Uint32Array;
  length: number;
}

/** The starts of the left with one of the right at most so many words after or before. */
function startsNear(segment: Segment, left: Side, right: Side, within: number): Uint32Array {
  const marked = new MarkedPlaces(segment.end, right.starts);
  const { starts, length } = left;
  const near = new Uint32Array(starts.length);
  let count = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = (starts[index] ?? 0) | 0;
    const before = (start - 1 - right.length) | 0;
    const after = (start + length + 1) | 0;
    if (!marked.hasAny(before - within, before) && !marked.hasAny(after, after + within)) continue;
    near[count] = start;
    count = (count + 1) | 0;
  }
  marked.clear();
  return near.subarray(0, count);
}
