// What follows each word, as one byte beside its place: terms in their order are cut into at most 255 classes of about as
// many places, so that a frequent term has a class of its own. Two words in a row are then found where the first one stands,
// without reading where the second does; only for rare words, which share a class, their places are read, and these are few.
//
// It is made of the postings, in two seconds for 50,000 articles, and never written: it would be a sixth of the text more on
// the disk. Until it is there, phrases are found without it.

/** What is read of a segment. */
interface Postings {
  readonly terms: number;
  /** Places are below this. */
  readonly end: number;
  readonly arrays: { readonly counts: Uint32Array };
  count(term: number): number;
  readPlaces(term: number, into: Uint32Array): Uint32Array;
}

/** No word follows. */
const NOTHING = 0;
const CLASSES = 255;

/** By class: 1 for those that are meant. */
export type Chosen = Uint8Array;

export class Followers {
  /** By term: its class. */
  private readonly ofTerm: Uint8Array;
  /** By class: how many terms it has. */
  private readonly sizes = new Uint32Array(CLASSES + 1);
  /** By term: its first posting, counted over all terms. */
  private readonly firstOf: Uint32Array;

  private constructor(
    { arrays: { counts } }: Postings,
    /** By posting: the class of what follows. May belong to several threads. */
    readonly ofPosting: Uint8Array,
    ofTerm: Uint8Array,
  ) {
    this.ofTerm = ofTerm;
    for (const each of ofTerm) this.sizes[each] = (this.sizes[each] ?? 0) + 1;
    this.firstOf = new Uint32Array(counts.length);
    let first = 0;
    for (const [term, count] of counts.entries()) {
      this.firstOf[term] = first;
      first += count;
    }
  }

  /**
   * Makes those of a segment, a few milliseconds from one step to the next; `memory` gives as many zero bytes as it is asked
   * for.
   */
  static *making(
    segment: Postings,
    memory: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
  ): Generator<void, Followers> {
    const { counts } = segment.arrays;
    const ofTerm = classesOf(segment);
    const ofPlace = new Uint8Array(segment.end + 1);
    const room = new Uint32Array(counts.reduce((all, count) => Math.max(all, count), 0));
    const all = counts.reduce((sum, count) => sum + count, 0);
    for (const term of termsInSteps(counts)) {
      if (term === null) yield;
      else mark(ofPlace, segment.readPlaces(term, room), (ofTerm[term] ?? NOTHING) | 0);
    }
    const followers = new Followers(segment, new Uint8Array(memory(all)), ofTerm);
    for (const term of termsInSteps(counts)) {
      if (term === null) yield;
      else lookBehind(ofPlace, segment.readPlaces(term, room), followers.at(segment, term));
    }
    return followers;
  }

  /** The same over the bytes that another thread made. */
  static over(segment: Postings, ofPosting: Uint8Array): Followers {
    return new Followers(segment, ofPosting, classesOf(segment));
  }

  /** What follows the places of a term, one after another. */
  at(segment: Postings, term: number): Uint8Array {
    const first = this.firstOf[term] ?? 0;
    return this.ofPosting.subarray(first, first + segment.count(term));
  }

  /** The classes that consist of some terms, those that have others too, and the terms of these. */
  of(terms: readonly number[]): { whole: Chosen; shared: Chosen; sharing: number[] } {
    const counts = new Uint32Array(CLASSES + 1);
    for (const term of terms) {
      const at = this.ofTerm[term] ?? NOTHING;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    const whole = Uint8Array.from(counts, (count, at) => (count > 0 && count === this.sizes[at] ? 1 : 0));
    const shared = Uint8Array.from(counts, (count, at) => (count > 0 && count !== this.sizes[at] ? 1 : 0));
    const sharing = terms.filter((term) => shared[this.ofTerm[term] ?? NOTHING] === 1);
    return { whole, shared, sharing };
  }
}

/** Places of one step. */
const STEP = 1 << 19;

/** All terms; null between them where a step ends. */
function* termsInSteps(counts: Uint32Array): Generator<number | null> {
  let places = 0;
  for (let term = 0; term < counts.length; term += 1) {
    yield term;
    places += counts[term] ?? 0;
    if (places < STEP) continue;
    places = 0;
    yield null;
  }
}

function mark(ofPlace: Uint8Array, places: Uint32Array, as: number): void {
  for (let index = 0; index < places.length; index += 1) ofPlace[(places[index] ?? 0) | 0] = as;
}

function lookBehind(ofPlace: Uint8Array, places: Uint32Array, into: Uint8Array): void {
  for (let index = 0; index < places.length; index += 1) {
    into[index] = ofPlace[(((places[index] ?? 0) | 0) + 1) | 0] ?? NOTHING;
  }
}

/** By term its class: neighbours together as long as they have not more places than their share. */
function classesOf({ arrays: { counts } }: Postings): Uint8Array {
  const all = counts.reduce((sum, count) => sum + count, 0);
  for (let share = all / CLASSES; ; share = share * 1.1 + 1) {
    const classes = cutAt(share, counts);
    if (classes !== null) return classes;
  }
}

/** Null when there would be too many classes. */
function cutAt(share: number, counts: Uint32Array): Uint8Array | null {
  const classes = new Uint8Array(counts.length);
  let at = NOTHING;
  let places = Infinity;
  for (let term = 0; term < counts.length; term += 1) {
    const count = counts[term] ?? 0;
    if (places + count > share) {
      at += 1;
      places = 0;
      if (at > CLASSES) return null;
    }
    classes[term] = at;
    places += count;
  }
  return classes;
}
