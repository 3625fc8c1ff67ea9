import type { Leaf } from '../leaf';
import type { Phrase } from '../phrase';
import type { Bits } from './bits';
import type { Field } from './layout';
import type { Segment } from './segment';

/** Adds the articles of a segment that have a place of `leaf` in a field. */
export function addDocsWith(segment: Segment, field: Field, leaf: Leaf, docs: Bits): void {
  if (leaf.kind === 'near') segment.addDocsAt(nearStarts(segment, field, leaf), docs);
  else {
    for (const phrase of leaf.phrases) {
      const [only] = phrase;
      if (phrase.length === 1 && only !== undefined) segment.addDocsOf(field, only, docs);
      else addDocsOfPhrase(segment, field, phrase, docs);
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

/** The places where a phrase begins, from the least to the greatest. */
function startsOf(segment: Segment, field: Field, phrase: Phrase): Uint32Array {
  const [rarest, ...others] = partsOf(segment, field, phrase);
  return rarest === undefined ? NOWHERE : kept(segment, startsAt(segment, rarest), others);
}

/** The last of the words needs to be found only once in an article. */
function addDocsOfPhrase(segment: Segment, field: Field, phrase: Phrase, docs: Bits): void {
  const parts = partsOf(segment, field, phrase);
  const [rarest] = parts;
  const last = parts.at(-1);
  if (rarest === undefined || last === undefined) return;
  const starts = kept(segment, startsAt(segment, rarest), parts.slice(1, -1));
  const [term] = last.terms;
  if (last.terms.length === 1 && term !== undefined)
    addDocsWithBoth(segment, starts, { places: segment.placesOf(term), distance: last.distance }, docs);
  else segment.addDocsAt(kept(segment, starts, [last]), docs);
}

function startsAt(segment: Segment, { terms, distance }: Part): Uint32Array {
  return union(terms.map((term) => shifted(segment.placesOf(term), distance)));
}

/** Those of `starts` that have all these parts. */
function kept(segment: Segment, starts: Uint32Array, parts: readonly Part[]): Uint32Array {
  let left = starts;
  for (const part of parts) {
    if (left.length === 0) break;
    left = part.terms.length > MANY ? keptByBits(segment, left, part) : keptByRows(segment, left, part);
  }
  return left;
}

/** With more terms than this, a bit for each place is quicker than going through row after row. */
const MANY = 8;

/** Places of the words at a distance as starts of their phrases. */
function shifted(places: Uint32Array, distance: number): Uint32Array {
  if (distance === 0) return places.slice();
  let count = 0;
  const starts = new Uint32Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    const place = (places[index] ?? 0) | 0;
    if (place < distance) continue;
    starts[count] = place - distance;
    count += 1;
  }
  return starts.subarray(0, count);
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
    const one = (a[i] ?? 0) | 0;
    const other = (b[j] ?? 0) | 0;
    if (one < other) i += 1;
    else j += 1;
    all[at] = one < other ? one : other;
    at += 1;
  }
  all.set(i < a.length ? a.subarray(i) : b.subarray(j), at);
  return all;
}

/** All zero between uses. With a sign, as all numbers of these loops: one beyond 31 bits would become an object. */
let bits = new Int32Array(0);

function keptByBits(segment: Segment, starts: Uint32Array, { terms, distance }: Part): Uint32Array {
  const words = ((segment.end + distance) >>> 5) + 1;
  if (bits.length < words) bits = new Int32Array(words);
  for (const term of terms) {
    const places = segment.placesOf(term);
    for (let index = 0; index < places.length; index += 1) {
      const place = (places[index] ?? 0) | 0;
      bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
    }
  }
  let count = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = (starts[index] ?? 0) | 0;
    const place = (start + distance) | 0;
    if (((bits[place >> 5] ?? 0) & (1 << (place & 31))) === 0) continue;
    starts[count] = start;
    count += 1;
  }
  bits.fill(0, 0, words);
  return starts.subarray(0, count);
}

/** So many times fewer places than starts are looked up one by one. */
const RARE = 16;

function keptByRows(segment: Segment, starts: Uint32Array, { terms, distance }: Part): Uint32Array {
  const isKept = new Uint8Array(starts.length);
  for (const term of terms) {
    const places = segment.placesOf(term);
    const isRare = places.length * RARE < starts.length;
    let at = 0;
    for (let index = 0; index < places.length && at < starts.length; index += 1) {
      const wanted = (((places[index] ?? 0) | 0) - distance) | 0;
      if (isRare) at = firstNotBefore(starts, wanted, at);
      else while (at < starts.length && ((starts[at] ?? 0) | 0) < wanted) at = (at + 1) | 0;
      if (((starts[at] ?? 0) | 0) === wanted) isKept[at] = 1;
    }
  }
  let count = 0;
  for (let index = 0; index < starts.length; index += 1) {
    if (isKept[index] === 0) continue;
    starts[count] = (starts[index] ?? 0) | 0;
    count += 1;
  }
  return starts.subarray(0, count);
}

/** Adds the articles in which one of the places stands at its distance from a start; what is left of each is passed over. */
function addDocsWithBoth(
  segment: Segment,
  starts: Uint32Array,
  { places, distance }: { places: Uint32Array; distance: number },
  docs: Bits,
): void {
  const { docStarts } = segment.arrays;
  let at = 0;
  let index = 0;
  while (at < starts.length && index < places.length) {
    const start = (starts[at] ?? 0) | 0;
    const wanted = (((places[index] ?? 0) | 0) - distance) | 0;
    if (start < wanted) at = (at + 1) | 0;
    else if (start > wanted) index = (index + 1) | 0;
    else {
      const doc = segment.docAt(start);
      docs.add(doc);
      const end = (docStarts[doc + 1] ?? 0) | 0;
      at = firstNotBefore(starts, end, at);
      index = firstNotBefore(places, end, index);
    }
  }
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

/** Where a phrase of the left begins that has one of the right near. */
function nearStarts(segment: Segment, field: Field, leaf: Leaf & { kind: 'near' }): Uint32Array {
  const lengthOf = (phrase: Phrase): number => phrase.at(-1)?.distance ?? 0;
  const sideOf = (phrases: readonly Phrase[]): Side[] =>
    phrases
      .map((phrase) => ({ starts: startsOf(segment, field, phrase), length: lengthOf(phrase) }))
      .filter(({ starts }) => starts.length > 0);
  const left = sideOf(leaf.left);
  const right = left.length === 0 ? [] : sideOf(leaf.right);
  return union(left.flatMap((one) => right.map((other) => startsNear(one, other, leaf.within))));
}

/** Where a phrase begins, and how far from there its last word is. */
interface Side {
  starts: Uint32Array;
  length: number;
}

/** The starts of the left with one of the right at most so many words after or before. */
function startsNear(left: Side, right: Side, within: number): Uint32Array {
  const { starts } = right;
  const near = new Uint32Array(left.starts.length);
  let kept = 0;
  // The first of the right that is not too far before, and the first that begins behind the left one.
  let before = 0;
  let after = 0;
  for (let index = 0; index < left.starts.length; index += 1) {
    const start = (left.starts[index] ?? 0) | 0;
    const firstBefore = start - 1 - within - right.length;
    while (before < starts.length && ((starts[before] ?? 0) | 0) < firstBefore) before += 1;
    const firstAfter = start + left.length + 1;
    while (after < starts.length && ((starts[after] ?? 0) | 0) < firstAfter) after += 1;
    const isBefore = before < starts.length && ((starts[before] ?? 0) | 0) <= start - 1 - right.length;
    const isAfter = after < starts.length && ((starts[after] ?? 0) | 0) <= firstAfter + within;
    if (!isBefore && !isAfter) continue;
    near[kept] = start;
    kept += 1;
  }
  return near.subarray(0, kept);
}
