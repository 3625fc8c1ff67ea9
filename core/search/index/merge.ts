import type { Bits } from './bits';
import { ID_LENGTH, type SegmentArrays } from './layout';
import type { Segment } from './segment';
import { SegmentWriter } from './writer';

export interface MergeSource {
  segment: Segment;
  /** Articles that are left out. */
  dead: Bits;
}

/** Where the articles of a source go. */
interface Moved extends MergeSource {
  /** By article: what is added to its places; NaN for those that are left out. */
  shifts: Float64Array;
  /** The next term of the source, and its text; null after the last. */
  next: number;
  term: string | null;
}

/** One segment of several, without their dead articles; the articles stay in order. */
export function merged(sources: readonly MergeSource[]): SegmentArrays {
  const ids: number[] = [];
  const stamps: number[] = [];
  const docStarts: number[] = [];
  let place = 0;
  const moved = sources.map(({ segment, dead }): Moved => {
    const shifts = new Float64Array(segment.docs).fill(Number.NaN);
    const { arrays } = segment;
    for (let doc = 0; doc < segment.docs; doc += 1) {
      if (dead.has(doc)) continue;
      const start = arrays.docStarts[doc] ?? 0;
      shifts[doc] = place - start;
      docStarts.push(place);
      ids.push(...arrays.ids.subarray(doc * ID_LENGTH, (doc + 1) * ID_LENGTH));
      stamps.push(...arrays.stamps.subarray(doc * ID_LENGTH, (doc + 1) * ID_LENGTH));
      place += (arrays.docStarts[doc + 1] ?? 0) - start;
    }
    return { segment, dead, shifts, next: 0, term: segment.terms > 0 ? segment.term(0) : null };
  });
  docStarts.push(place);
  const writer = new SegmentWriter({
    ids: Uint8Array.from(ids),
    stamps: Uint8Array.from(stamps),
    docStarts: Uint32Array.from(docStarts),
  });
  for (let term = leastOf(moved); term !== null; term = leastOf(moved)) {
    const parts = moved.filter((source) => source.term === term).map(takeTerm);
    const places = joined(parts);
    if (places.length > 0) writer.add(term, places);
  }
  return writer.finish();
}

function leastOf(sources: readonly Moved[]): string | null {
  let least: string | null = null;
  for (const { term } of sources) {
    if (term !== null && (least === null || term < least)) least = term;
  }
  return least;
}

/** The moved places of a source's next term, which is then done. */
function takeTerm(source: Moved): Uint32Array {
  const { segment, shifts } = source;
  const places = segment.readPlaces(source.next, new Uint32Array(segment.count(source.next)));
  const { docStarts } = segment.arrays;
  let kept = 0;
  let doc = -1;
  let end = 0;
  let shift = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    if (place >= end) {
      doc = segment.docAt(place);
      end = docStarts[doc + 1] ?? 0;
      shift = shifts[doc] ?? Number.NaN;
    }
    if (Number.isNaN(shift)) continue;
    places[kept] = place + shift;
    kept += 1;
  }
  source.next += 1;
  source.term = source.next < segment.terms ? segment.term(source.next) : null;
  return places.subarray(0, kept);
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
