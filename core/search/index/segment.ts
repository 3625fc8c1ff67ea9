import { fits, type WantedWord } from '../phrase';
import { wholeKey } from '../words';
import { Bits } from './bits';
import { DocLookup } from './doc-lookup';
import { BEGINNING, FIELDS, ID_LENGTH, NO_SET, type Field, type SegmentArrays } from './layout';
import { decode } from './postings';
import type { Followers } from './followers';
import { beginningTerms, keysOfTerm, looseTerms, markTerm, termOf } from './terms';

/** Terms with fewer places are read anew each time. */
const FREQUENT = 1 << 12;
const scratch = new Uint32Array(FREQUENT);

/** Of the places of frequent terms that were read last, one in so many of the segment's is kept: 50 MB for 50,000 articles. */
const KEPT = 8;

/** The words of some articles, and the places where they stand. It never changes. */
export class Segment {
  readonly docs: number;
  readonly terms: number;
  /** Places are below this. */
  readonly end: number;
  private lookup: DocLookup;
  /** By term: somebody who types asks for the same words with each letter. The last that was asked for stands last. */
  private readonly kept = new Map<number, Uint32Array>();
  private keptPlaces = 0;
  /** One after another: making each by itself takes ten times as long. */
  private allIds: string | null = null;
  private readonly setsOfBeginnings = new Map<string, number>();
  /** What follows each word; null until somebody has made it. */
  followers: Followers | null = null;

  constructor(public arrays: SegmentArrays) {
    const { docStarts, beginnings, beginningSets } = arrays;
    this.docs = docStarts.length - 1;
    this.terms = arrays.counts.length;
    this.end = docStarts[this.docs] ?? 0;
    this.lookup = new DocLookup(docStarts);
    for (const [at, set] of beginningSets.entries()) {
      const units = beginnings.subarray(at * BEGINNING, (at + 1) * BEGINNING);
      this.setsOfBeginnings.set(String.fromCharCode(...units), set);
    }
  }

  /** Lets the same arrays lie in other memory; those that it had are let go. */
  moveTo(arrays: SegmentArrays): void {
    this.arrays = arrays;
    this.lookup = new DocLookup(arrays.docStarts);
  }

  id(doc: number): string {
    this.allIds ??= asciiOf(this.arrays.ids);
    return this.allIds.slice(doc * ID_LENGTH, (doc + 1) * ID_LENGTH);
  }

  stamp(doc: number): string {
    return asciiOf(this.arrays.stamps.subarray(doc * ID_LENGTH, (doc + 1) * ID_LENGTH));
  }

  docAt(place: number): number {
    return this.lookup.docAt(place);
  }

  term(index: number): string {
    const { termUnits, termStarts } = this.arrays;
    return String.fromCharCode(...termUnits.subarray(termStarts[index], termStarts[index + 1]));
  }

  count(term: number): number {
    return this.arrays.counts[term] ?? 0;
  }

  /** The terms of a field that a wanted word stands for. */
  termsOf(field: Field, wanted: WantedWord): number[] {
    const at = FIELDS.indexOf(field);
    const { loose, strict, isPrefix } = wanted;
    if (!isPrefix && strict !== null) {
      const whole = termOf(at, loose, strict);
      const index = this.lowerBound(whole);
      return index < this.terms && this.term(index) === whole ? [index] : [];
    }
    if (!isPrefix) return this.beginningWith(looseTerms(at, loose));
    const beginnings = this.beginningWith(beginningTerms(at, loose));
    const opened = wholeKey(loose);
    const others = opened === loose ? [] : this.beginningWith(looseTerms(at, opened));
    if (strict === null) return [...beginnings, ...others];
    return [...beginnings, ...others].filter((index) => {
      const keys = keysOfTerm(this.term(index));
      return fits(wanted, keys.loose, keys.strict);
    });
  }

  /** The term of the marks between words of a field; none where there are no marks. */
  marksOf(field: Field): number[] {
    return this.beginningWith(markTerm(FIELDS.indexOf(field)));
  }

  /** The places of a term, from the least to the greatest: not to be changed, and good only until the next call. */
  placesOf(term: number): Uint32Array {
    const count = this.count(term);
    if (count <= FREQUENT) return this.readPlaces(term, scratch);
    const known = this.kept.get(term);
    const places = known ?? this.readPlaces(term, new Uint32Array(count));
    if (known === undefined) this.makeRoom(count);
    else this.kept.delete(term);
    this.kept.set(term, places);
    return places;
  }

  /** The same, into memory of the caller's own that has room for them. */
  readPlaces(term: number, into: Uint32Array): Uint32Array {
    const { postings, postingStarts } = this.arrays;
    const count = this.count(term);
    decode(postings, postingStarts[term] ?? 0, count, this.end, into);
    return into.subarray(0, count);
  }

  private makeRoom(more: number): void {
    this.keptPlaces += more;
    for (const [term, { length }] of this.kept) {
      if (this.keptPlaces * KEPT <= this.end) break;
      this.kept.delete(term);
      this.keptPlaces -= length;
    }
  }

  /** Adds the articles that have a word in a field. */
  addDocsOf(field: Field, wanted: WantedWord, docs: Bits): void {
    const set = wanted.isPrefix && wanted.strict === null ? this.setOfBeginning(field, wanted.loose) : NO_SET;
    if (set !== NO_SET) this.addSet(set, docs);
    else for (const term of this.termsOf(field, wanted)) this.addDocsOfTerm(term, docs);
  }

  private addDocsOfTerm(term: number, docs: Bits): void {
    const set = this.arrays.setOf[term] ?? NO_SET;
    if (set !== NO_SET) this.addSet(set, docs);
    else this.addDocsAt(this.placesOf(term), docs);
  }

  /** Adds the articles in which some places lie: places that stand near each other in the row are quickest. */
  addDocsAt(places: Uint32Array, docs: Bits): void {
    const { docStarts } = this.arrays;
    let start = 0;
    let end = 0;
    for (let index = 0; index < places.length; index += 1) {
      const place = (places[index] ?? 0) | 0;
      if (place >= start && place < end) continue;
      const doc = this.docAt(place);
      docs.add(doc);
      start = (docStarts[doc] ?? 0) | 0;
      end = (docStarts[doc + 1] ?? 0) | 0;
    }
  }

  private addSet(set: number, docs: Bits): void {
    const length = docs.words.length;
    docs.addAll(new Bits(this.docs, this.arrays.sets.subarray(set * length, (set + 1) * length)));
  }

  private setOfBeginning(field: Field, letters: string): number {
    if (wholeKey(letters) !== letters) return NO_SET;
    const key = beginningTerms(FIELDS.indexOf(field), letters).padEnd(BEGINNING, '\u0000');
    return this.setsOfBeginnings.get(key) ?? NO_SET;
  }

  private beginningWith(beginning: string): number[] {
    const from = this.lowerBound(beginning);
    // The next text of this length in the order of code units.
    const last = beginning.length - 1;
    const next = beginning.slice(0, last) + String.fromCharCode(beginning.charCodeAt(last) + 1);
    const to = this.lowerBound(next);
    return Array.from({ length: to - from }, (_, index) => from + index);
  }

  /** The first term that does not stand before `key`. */
  private lowerBound(key: string): number {
    let low = 0;
    let high = this.terms;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(middle, key)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(term: number, key: string): boolean {
    const { termUnits, termStarts } = this.arrays;
    const start = termStarts[term] ?? 0;
    const length = (termStarts[term + 1] ?? 0) - start;
    for (let at = 0; at < length && at < key.length; at += 1) {
      const unit = termUnits[start + at] ?? 0;
      const wanted = key.charCodeAt(at);
      if (unit !== wanted) return unit < wanted;
    }
    return length < key.length;
  }
}

/** More are too many arguments of one call. */
const AT_ONCE = 1 << 13;

function asciiOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  }
  return text;
}
