import { Bits } from '#core/search/index/bits';
import { addDocsWith } from '#core/search/index/evaluate';
import { Followers } from '#core/search/index/followers';
import { FIELDS, packedToShare, unpacked, type Field, type SegmentArrays } from '#core/search/index/layout';
import type { LibraryIndex } from '#core/search/index/library-index';
import { Segment } from '#core/search/index/segment';
import type { Leaf } from '#core/search/leaf';

// One thread makes and merges segments, another answers from those that it was given last. What is merged meanwhile keeps
// no question waiting.

/** What never changes of a segment: its file, and the numbers of its articles in the index. */
interface Shown {
  /** Not copied from thread to thread: the index lies in memory once. */
  bytes: Uint8Array<SharedArrayBuffer>;
  numbers: Uint32Array;
  /** As in `LivePart`. */
  first: number | null;
}

/** The index as it stands. */
export interface Snapshot {
  /** How many numbers articles have. */
  size: number;
  parts: {
    key: number;
    /** Null for a segment that was in an earlier snapshot. */
    shown: Shown | null;
    /** What follows its words; null when it is not known or was in an earlier snapshot. */
    followers: Uint8Array | null;
    dead: Uint32Array;
  }[];
}

/** Tells an index to the thread that answers: each segment once. */
export class SnapshotWriter {
  readonly #keys = new WeakMap<Segment, number>();
  readonly #followed = new WeakSet<Segment>();
  #next = 0;

  of(index: LibraryIndex): Snapshot {
    const parts = index.parts.map(({ segment, dead, numbers, first }) => {
      const known = this.#keys.get(segment);
      const key = known ?? this.#next++;
      this.#keys.set(segment, key);
      const shown = known === undefined ? { bytes: shared(segment), numbers, first } : null;
      return { key, shown, followers: this.#newFollowers(segment), dead: dead.words };
    });
    return { size: index.ids.length, parts };
  }

  #newFollowers(segment: Segment): Uint8Array | null {
    if (segment.followers === null || this.#followed.has(segment)) return null;
    this.#followed.add(segment);
    return segment.followers.ofPosting;
  }
}

/** The segment's file; from now on its arrays lie there. */
function shared(segment: Segment): Uint8Array<SharedArrayBuffer> {
  const bytes = packedToShare(segment.arrays);
  segment.moveTo(arraysIn(bytes));
  return bytes;
}

interface Part {
  segment: Segment;
  numbers: Uint32Array;
  first: number | null;
  dead: Bits;
}

/** Finds words in the last snapshot. */
export class SnapshotReader {
  #parts = new Map<number, Part>();
  #size = 0;

  show({ size, parts }: Snapshot): void {
    const now = new Map<number, Part>();
    for (const { key, shown, followers, dead } of parts) {
      const known = shown === null ? this.#parts.get(key) : partOf(shown);
      if (known === undefined) throw new Error('a snapshot names a segment that was never shown');
      if (followers !== null) known.segment.followers = Followers.over(known.segment, followers);
      now.set(key, { ...known, dead: new Bits(known.segment.docs, dead) });
    }
    this.#parts = now;
    this.#size = size;
  }

  find(leaf: Leaf): Record<Field, Bits> {
    const found = Object.fromEntries(FIELDS.map((field) => [field, new Bits(this.#size)])) as Record<
      Field,
      Bits
    >;
    for (const { segment, dead, numbers, first } of this.#parts.values()) {
      for (const field of FIELDS) {
        const docs = new Bits(segment.docs);
        addDocsWith(segment, field, leaf, docs);
        docs.removeAll(dead);
        if (first !== null) found[field].addMoved(docs, first);
        else docs.each((doc) => found[field].add(numbers[doc] ?? 0));
      }
    }
    return found;
  }
}

function partOf({ bytes, numbers, first }: Shown): Part {
  const segment = new Segment(arraysIn(bytes));
  return { segment, numbers, first, dead: new Bits(segment.docs) };
}

function arraysIn(bytes: Uint8Array): SegmentArrays {
  const arrays = unpacked(bytes);
  if (arrays === null) throw new Error('a snapshot holds no segment');
  return arrays;
}
