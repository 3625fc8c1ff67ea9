import type { ArticleId } from '#core/article';
import { mayBeSimilar, resemblanceOfSketches, SKETCH_SIZE } from '#core/similar';

/** A sketch as the catalogue keeps it: its hashes as 32-bit words, the lowest byte first, in base64. */
export function packed(sketch: readonly number[]): string {
  const bytes = Buffer.alloc(sketch.length * 4);
  for (const [index, hash] of sketch.entries()) bytes.writeUInt32LE(hash, index * 4);
  return bytes.toString('base64');
}

export function unpacked(text: string): number[] {
  const bytes = Buffer.from(text, 'base64');
  const length = Math.min(SKETCH_SIZE, bytes.length >> 2);
  return Array.from({ length }, (_, index) => bytes.readUInt32LE(index * 4));
}

const LEAST_CAPACITY = 1024;
/** For each sketch that there is room for. */
const BUCKETS = 32;
const NONE = -1;

/**
 * Postings in one chain. A hash that more sketches have is that of a set phrase: it says nothing of two texts, and its
 * chain would be as long as the library. Similar texts have other hashes in common.
 */
const LONGEST = 256;
/** Chained hashes in common that make a sketch worth comparing, of those that have as many hashes. */
const FEW = 2;

/**
 * Finds the sketches that share hashes with another. One posting for each hash of each sketch; the postings of a bucket
 * are chained. Typed arrays, because millions of small objects would take more memory than the rest of the program.
 */
export class SketchIndex {
  readonly #slotOf = new Map<ArticleId, number>();
  readonly #idOf: (ArticleId | undefined)[] = [];
  readonly #free: number[] = [];
  /** By posting: slot × SKETCH_SIZE + place in the sketch. */
  #hashes: Uint32Array;
  #next: Int32Array;
  /** By slot. */
  #lengths: Uint8Array;
  #common: Uint8Array;
  /** By bucket; a power of two of them. */
  #heads: Int32Array;
  #counts: Uint16Array;

  /** `expected` sketches have room at once. */
  constructor(expected = 0) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(LEAST_CAPACITY, expected)));
    this.#hashes = new Uint32Array(capacity * SKETCH_SIZE);
    this.#next = new Int32Array(capacity * SKETCH_SIZE);
    this.#lengths = new Uint8Array(capacity);
    this.#common = new Uint8Array(capacity);
    this.#heads = new Int32Array(capacity * BUCKETS).fill(NONE);
    this.#counts = new Uint16Array(capacity * BUCKETS);
  }

  set(id: ArticleId, sketch: readonly number[]): void {
    this.delete(id);
    const slot = this.#free.pop() ?? this.#idOf.length;
    if (slot === this.#lengths.length) this.#grow();
    this.#idOf[slot] = id;
    this.#slotOf.set(id, slot);
    this.#hashes.set(sketch, slot * SKETCH_SIZE);
    this.#lengths[slot] = sketch.length;
    this.#link(slot);
  }

  delete(id: ArticleId): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#unlink(slot);
    this.#slotOf.delete(id);
    this.#idOf[slot] = undefined;
    this.#lengths[slot] = 0;
    this.#free.push(slot);
  }

  /** Those that may be similar, the most similar first. */
  near(sketch: readonly number[]): ArticleId[] {
    const near: { id: ArticleId; resemblance: number }[] = [];
    for (const slot of this.#sharing(sketch)) {
      const id = this.#idOf[slot];
      const from = slot * SKETCH_SIZE;
      const theirs = this.#hashes.subarray(from, from + (this.#lengths[slot] ?? 0));
      if (id === undefined || !mayBeSimilar(sketch, theirs)) continue;
      near.push({ id, resemblance: resemblanceOfSketches(sketch, theirs) });
    }
    return near.sort((a, b) => b.resemblance - a.resemblance).map(({ id }) => id);
  }

  /** The slots of sketches that have chained hashes in common with this one. */
  #sharing(sketch: readonly number[]): number[] {
    const touched: number[] = [];
    for (const hash of sketch) {
      for (let posting = this.#head(hash); posting !== NONE; posting = this.#next[posting] ?? NONE) {
        if (this.#hashes[posting] !== hash) continue;
        const slot = Math.floor(posting / SKETCH_SIZE);
        const common = this.#common[slot] ?? 0;
        if (common === 0) touched.push(slot);
        this.#common[slot] = common + 1;
      }
    }
    // One hash is much for a text of a few words.
    const worth = touched.filter(
      (slot) => (this.#common[slot] ?? 0) >= FEW || (this.#lengths[slot] ?? 0) < SKETCH_SIZE,
    );
    for (const slot of touched) this.#common[slot] = 0;
    return worth;
  }

  #bucket(hash: number): number {
    // The hashes of a sketch are the smallest of their text: only their lower bits are spread.
    return hash & (this.#heads.length - 1);
  }

  #head(hash: number): number {
    return this.#heads[this.#bucket(hash)] ?? NONE;
  }

  #link(slot: number): void {
    const from = slot * SKETCH_SIZE;
    for (let posting = from; posting < from + (this.#lengths[slot] ?? 0); posting++) {
      const bucket = this.#bucket(this.#hashes[posting] ?? 0);
      const count = this.#counts[bucket] ?? 0;
      if (count === LONGEST) continue;
      this.#counts[bucket] = count + 1;
      this.#next[posting] = this.#heads[bucket] ?? NONE;
      this.#heads[bucket] = posting;
    }
  }

  #unlink(slot: number): void {
    const from = slot * SKETCH_SIZE;
    for (let posting = from; posting < from + (this.#lengths[slot] ?? 0); posting++) {
      const bucket = this.#bucket(this.#hashes[posting] ?? 0);
      const after = this.#next[posting] ?? NONE;
      let before = NONE;
      let at = this.#heads[bucket] ?? NONE;
      while (at !== NONE && at !== posting) {
        before = at;
        at = this.#next[at] ?? NONE;
      }
      if (at === NONE) continue;
      if (before === NONE) this.#heads[bucket] = after;
      else this.#next[before] = after;
      this.#counts[bucket] = (this.#counts[bucket] ?? 1) - 1;
    }
  }

  #grow(): void {
    const capacity = this.#lengths.length * 2;
    const [hashes, lengths] = [this.#hashes, this.#lengths];
    this.#hashes = new Uint32Array(capacity * SKETCH_SIZE);
    this.#hashes.set(hashes);
    this.#lengths = new Uint8Array(capacity);
    this.#lengths.set(lengths);
    this.#common = new Uint8Array(capacity);
    this.#next = new Int32Array(capacity * SKETCH_SIZE);
    this.#heads = new Int32Array(capacity * BUCKETS).fill(NONE);
    this.#counts = new Uint16Array(capacity * BUCKETS);
    for (let slot = 0; slot < lengths.length; slot++) this.#link(slot);
  }
}
