import { lentWordsOf, looseKey, strictKey, wholeKey, type Words } from '../words';
import { FIELDS, ID_LENGTH, type Field, type SegmentArrays } from './layout';
import { markTerm, termOf } from './terms';
import { growingBytes, growingNumbers, SegmentWriter } from './writer';

/** What is indexed of one article: each field as texts that stand for themselves. */
export interface IndexedArticle {
  /** 16 ASCII characters. */
  id: string;
  /** 16 ASCII characters that change when any of the texts does. */
  stamp: string;
  fields: Readonly<Record<Field, readonly string[]>>;
}

/** Places between texts: more than any phrase or NEAR spans. */
export const TEXT_DISTANCE = 64;

/** Words as they are written, each with a number: found by hash and units, without making a string of each word. */
class WrittenWords {
  private table = new Int32Array(1 << 14);
  private hashes = new Int32Array(1 << 12);
  /** Where the units of a word begin; one more than there are words. */
  private starts = new Int32Array((1 << 12) + 1);
  private units = new Uint16Array(1 << 15);
  count = 0;

  /** The number of the word from `start` to `end`; the next new one where it was not there. */
  numberOf(text: string, start: number, end: number, hash: number): number {
    const { table } = this;
    const mask = table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = table[slot] ?? 0; entry !== 0; entry = table[slot] ?? 0) {
      if (this.hashes[entry - 1] === hash && this.is(entry - 1, text, start, end)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.added(text, start, end, hash, slot);
  }

  private is(number: number, text: string, start: number, end: number): boolean {
    const { units } = this;
    const from = this.starts[number] ?? 0;
    if ((this.starts[number + 1] ?? 0) - from !== end - start) return false;
    for (let at = start, unit = from; at < end; at += 1, unit += 1) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private added(text: string, start: number, end: number, hash: number, slot: number): number {
    const number = this.count;
    const from = this.starts[number] ?? 0;
    if (number + 2 > this.hashes.length) {
      this.hashes = twice(this.hashes, new Int32Array(this.hashes.length * 2));
      this.starts = twice(this.starts, new Int32Array(this.starts.length * 2));
    }
    while (from + end - start > this.units.length) {
      this.units = twice(this.units, new Uint16Array(this.units.length * 2));
    }
    for (let at = start; at < end; at += 1) this.units[from + at - start] = text.charCodeAt(at);
    this.hashes[number] = hash;
    this.starts[number + 1] = from + end - start;
    this.table[slot] = number + 1;
    this.count += 1;
    if (this.count * 2 > this.table.length) this.grow();
    return number;
  }

  private grow(): void {
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const hash = this.hashes[number] ?? 0;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = number + 1;
    }
  }
}

function twice<T extends Int32Array | Uint16Array>(values: T, room: T): T {
  room.set(values);
  return room;
}

/** Makes a segment of articles that are added one by one. */
export class SegmentBuilder {
  private readonly written = new WrittenWords();
  /** By number of a written word and field: the number of its term and one more; 0 = not met. */
  private termOfWord = new Uint32Array(FIELDS.length << 13);
  private readonly terms = new Map<string, number>();
  private readonly stream = growingNumbers();
  private readonly places = growingNumbers();
  private readonly ids = growingBytes();
  private readonly stamps = growingBytes();
  private readonly docStarts = growingNumbers();
  private place = 0;

  get articles(): number {
    return this.docStarts.length;
  }

  add({ id, stamp, fields }: IndexedArticle): void {
    this.docStarts.push(this.place);
    this.ids.pushAll(asciiOf(id));
    this.stamps.pushAll(asciiOf(stamp));
    for (const [field, name] of FIELDS.entries()) {
      for (const text of fields[name]) this.addText(text, field);
    }
    // An article without any words has a place of its own too.
    this.place += 1;
  }

  finish(): SegmentArrays {
    this.docStarts.push(this.place);
    const writer = new SegmentWriter({
      ids: this.ids.taken(),
      stamps: this.stamps.taken(),
      docStarts: this.docStarts.taken(),
    });
    const sorted = [...this.terms.keys()].sort((a, b) => (a < b ? -1 : 1));
    const { starts, places } = this.placesByTerm(sorted);
    for (const [rank, term] of sorted.entries()) {
      writer.add(term, places.subarray(starts[rank], starts[rank + 1]));
    }
    return writer.finish();
  }

  private addText(text: string, field: number): void {
    const words = lentWordsOf(text);
    if (words.count === 0) return;
    const stream = this.stream.room(words.count * 2);
    const places = this.places.room(words.count * 2);
    const mark = this.termId(markTerm(field));
    let at = this.stream.length;
    let next = 0;
    for (let index = 0; index < words.count; index += 1) {
      const place = words.places[index] ?? 0;
      if (place > next) {
        stream[at] = mark;
        places[at] = this.place + next;
        at += 1;
      }
      stream[at] = this.termAt(text, words, index, field);
      places[at] = this.place + place;
      at += 1;
      next = place + 1;
    }
    this.stream.length = at;
    this.places.length = at;
    this.place += (words.places[words.count - 1] ?? 0) + TEXT_DISTANCE;
  }

  private termAt(text: string, words: Words, index: number, field: number): number {
    const start = words.starts[index] ?? 0;
    const end = words.ends[index] ?? 0;
    const number = this.written.numberOf(text, start, end, (words.hashes[index] ?? 0) | 0);
    const at = number * FIELDS.length + field;
    const known = this.termOfWord[at] ?? 0;
    if (known !== 0) return known - 1;
    if (at >= this.termOfWord.length) {
      const larger = new Uint32Array(this.termOfWord.length * 2);
      larger.set(this.termOfWord);
      this.termOfWord = larger;
    }
    const word = text.slice(start, end);
    const id = this.termId(termOf(field, wholeKey(looseKey(word)), wholeKey(strictKey(word))));
    this.termOfWord[at] = id + 1;
    return id;
  }

  private termId(term: string): number {
    const known = this.terms.get(term);
    if (known !== undefined) return known;
    this.terms.set(term, this.terms.size);
    return this.terms.size - 1;
  }

  /** The places of each term together, the terms in the order of `sorted`. */
  private placesByTerm(sorted: readonly string[]): { starts: Uint32Array; places: Uint32Array } {
    const rankOf = new Uint32Array(sorted.length);
    for (const [rank, term] of sorted.entries()) rankOf[this.terms.get(term) ?? 0] = rank;
    const stream = this.stream.taken();
    const inOrder = this.places.taken();
    const starts = new Uint32Array(sorted.length + 1);
    for (let at = 0; at < stream.length; at += 1) {
      const rank = rankOf[stream[at] ?? 0] ?? 0;
      starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
    }
    for (let rank = 0; rank < sorted.length; rank += 1) {
      starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
    }
    const next = starts.slice();
    const places = new Uint32Array(stream.length);
    for (let at = 0; at < stream.length; at += 1) {
      const rank = rankOf[stream[at] ?? 0] ?? 0;
      const to = next[rank] ?? 0;
      places[to] = inOrder[at] ?? 0;
      next[rank] = to + 1;
    }
    return { starts, places };
  }
}

function asciiOf(text: string): Uint8Array {
  if (text.length !== ID_LENGTH) throw new RangeError(`not ${ID_LENGTH} characters: ${text}`);
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
