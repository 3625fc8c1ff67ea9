import { Bits } from './bits';
import { DocLookup } from './doc-lookup';
import { encode, roomFor } from './postings';
import { looseLength } from './terms';
import { BEGINNING, NO_SET, type SegmentArrays } from './layout';

/** Numbers in a row that grows. */
class Growing<T extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> {
  length = 0;

  constructor(
    private values: T,
    private readonly make: (length: number) => T,
  ) {}

  room(more: number): T {
    if (this.length + more > this.values.length) {
      const larger = this.make(Math.max(this.length + more, this.values.length * 2));
      larger.set(this.values.subarray(0, this.length));
      this.values = larger;
    }
    return this.values;
  }

  push(value: number): void {
    this.room(1)[this.length] = value;
    this.length += 1;
  }

  pushAll(values: ArrayLike<number>): void {
    this.room(values.length).set(values, this.length);
    this.length += values.length;
  }

  /** Adds the code units from `start` to `end`. */
  pushText(text: string, start: number, end: number): void {
    const values = this.room(end - start);
    for (let at = start; at < end; at += 1) values[this.length + at - start] = text.charCodeAt(at);
    this.length += end - start;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  taken(): T {
    return this.values.slice(0, this.length) as T;
  }
}

export const growingBytes = (): Growing<Uint8Array<ArrayBuffer>> =>
  new Growing(new Uint8Array(64), (length) => new Uint8Array(length));
export const growingNumbers = (): Growing<Uint32Array<ArrayBuffer>> =>
  new Growing(new Uint32Array(64), (length) => new Uint32Array(length));
export const growingUnits = (): Growing<Uint16Array<ArrayBuffer>> =>
  new Growing(new Uint16Array(64), (length) => new Uint16Array(length));

/** A term that at least one article in so many holds has the set of its articles beside. */
const ARTICLES_A_TERM = 3;
/** A beginning has one when it stands for so many words an article: those of rarer ones are soon read. */
const WORDS_A_BEGINNING = 2;

/** Terms that begin alike, up to now. */
interface Beginning {
  /** The field and the letters; empty for a term that is too short. */
  key: string;
  places: number;
  docs: Bits;
}

export interface SegmentDocs {
  ids: Uint8Array<ArrayBuffer>;
  stamps: Uint8Array<ArrayBuffer>;
  docStarts: Uint32Array<ArrayBuffer>;
}

/** Takes the terms of a segment in their order. */
export class SegmentWriter {
  private readonly units = growingUnits();
  private readonly termStarts = growingNumbers();
  private readonly counts = growingNumbers();
  private readonly postingStarts = growingNumbers();
  private readonly postings = growingNumbers();
  private readonly setOf = growingNumbers();
  private readonly sets = growingNumbers();
  private readonly beginnings = growingUnits();
  private readonly beginningSets = growingNumbers();
  /** Beginnings to which the next term may belong, the shortest first. */
  private readonly open: Beginning[] = [];
  /** How many articles there are. */
  private readonly count: number;
  /** The articles of one term at a time. */
  private readonly docsOf: Uint32Array;

  /** Places are below this. */
  private readonly end: number;
  private readonly lookup: DocLookup;

  constructor(private readonly docs: SegmentDocs) {
    this.end = docs.docStarts.at(-1) ?? 0;
    this.count = docs.docStarts.length - 1;
    this.docsOf = new Uint32Array(this.count);
    this.lookup = new DocLookup(docs.docStarts);
  }

  /** `places` from the least to the greatest. */
  add(term: string, places: Uint32Array): void {
    this.termStarts.push(this.units.length);
    this.units.pushText(term, 0, term.length);
    this.counts.push(places.length);
    this.postingStarts.push(this.postings.length);
    this.addPostings(places);
    this.addDocs(term, places);
  }

  finish(): SegmentArrays {
    this.termStarts.push(this.units.length);
    this.postingStarts.push(this.postings.length);
    for (const beginning of this.open) this.close(beginning);
    // Readers look one word ahead.
    this.postings.push(0);
    return {
      ...this.docs,
      termUnits: this.units.taken(),
      termStarts: this.termStarts.taken(),
      counts: this.counts.taken(),
      postingStarts: this.postingStarts.taken(),
      postings: this.postings.taken(),
      setOf: this.setOf.taken(),
      beginnings: this.beginnings.taken(),
      beginningSets: this.beginningSets.taken(),
      sets: this.sets.taken(),
    };
  }

  private addPostings(places: Uint32Array): void {
    const words = this.postings.room(roomFor(places.length));
    this.postings.length = encode(places, this.end, words, this.postings.length);
  }

  /** Gives the term its set of articles, and adds them to those of its beginnings. */
  private addDocs(term: string, places: Uint32Array): void {
    const { docStarts } = this.docs;
    const open = this.beginningsOf(term);
    for (const each of open) each.places += places.length;
    const docs = this.docsOf;
    let found = 0;
    let end = 0;
    for (let index = 0; index < places.length; index += 1) {
      const place = (places[index] ?? 0) | 0;
      if (place < end) continue;
      const doc = this.lookup.docAt(place) | 0;
      end = (docStarts[doc + 1] ?? 0) | 0;
      docs[found] = doc;
      found += 1;
    }
    for (const { docs: all } of open)
      for (let index = 0; index < found; index += 1) all.add(docs[index] ?? 0);
    if (found * ARTICLES_A_TERM < this.count) this.setOf.push(NO_SET);
    else {
      const set = new Bits(this.count);
      for (let index = 0; index < found; index += 1) set.add(docs[index] ?? 0);
      this.setOf.push(this.addSet(set));
    }
  }

  private addSet(set: Bits): number {
    this.sets.pushAll(set.words);
    return this.sets.length / set.words.length - 1;
  }

  /** The beginnings of a term, from one letter to three; those that no further term has are done. */
  private beginningsOf(term: string): Beginning[] {
    const letters = looseLength(term);
    for (let length = 2; length <= BEGINNING; length += 1) {
      const key = length - 1 <= letters ? term.slice(0, length) : '';
      const before = this.open[length - 2];
      if (before?.key === key) continue;
      if (before !== undefined) this.close(before);
      this.open[length - 2] = { key, places: 0, docs: new Bits(this.count) };
    }
    return this.open.filter(({ key }) => key !== '');
  }

  private close({ key, places, docs }: Beginning): void {
    if (key === '' || places < this.count * WORDS_A_BEGINNING) return;
    this.beginnings.pushText(key.padEnd(BEGINNING, '\u0000'), 0, BEGINNING);
    this.beginningSets.push(this.addSet(docs));
  }
}
