import { MarkedPlaces } from './marked-places';
import { byCount, type Part } from './parts';
import type { Segment } from './segment';

// Phrases by the places of all their words: marked as bits, or looked up one by one.

const NOWHERE = new Uint32Array(0);

/** The places where a phrase of these parts begins, in no order. */
export function startsOf(segment: Segment, parts: readonly Part[]): Uint32Array {
  const [rarest, ...others] = parts.toSorted(byCount);
  return rarest === undefined ? NOWHERE : withParts(segment, startsAt(segment, rarest), others);
}

/** Those of `starts` that have these parts, in no order. */
export function withParts(segment: Segment, starts: Uint32Array, parts: readonly Part[]): Uint32Array {
  let left = starts;
  for (const part of parts) {
    if (left.length === 0) break;
    left = kept(segment, left, part);
  }
  return left;
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
  // One that is not wanted may lie behind the last.
  const most = Math.min(starts.length, count) + 1;
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

/** Those starts that are in both rows, in no order. */
export function inBoth(segment: Segment, one: Uint32Array, other: Uint32Array): Uint32Array {
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  const marked = new MarkedPlaces(segment.end, few);
  const both = new Uint32Array(many.length + 1);
  const found = takeMarked(marked.words, many, 0, both, 0);
  marked.clear();
  return both.subarray(0, found);
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
    left[count] = start;
    // Without a branch, which would be guessed wrongly time and again. Before the first place there are no marks.
    count = (count + (((marks[start >> 5] ?? 0) >>> (start & 31)) & 1)) | 0;
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

/** Where a phrase begins, and how far from there its last word is. */
export interface Started {
  starts: Uint32Array;
  length: number;
}

/** The starts of the left with one of the right at most so many words after or before. */
export function startsNear(segment: Segment, left: Started, right: Started, within: number): Uint32Array {
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
