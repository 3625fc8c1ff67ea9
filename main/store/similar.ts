import type { ArticleId } from '#core/article';
import { leastCommon, mayBeSimilar, resemblanceOfSketches, SKETCH_SIZE } from '#core/similar';

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

const FIRST_CAPACITY = 1024;
const NONE = -1;

/**
 * Finds the sketches that share hashes with another. One posting for each hash of each sketch; the postings of a bucket
 * are chained. Typed arrays, because millions of small objects would take more memory than the rest of the program.
 */
export class SketchIndex {
  readonly #slotOf = new Map<ArticleId, number>();
  readonly #idOf: (ArticleId | undefined)[] = [];
  readonly #free: number[] = [];
  /** By posting: slot × SKETCH_SIZE + place in the sketch. */
  #hashes = new Uint32Array(FIRST_CAPACITY * SKETCH_SIZE);
  #next = new Int32Array(FIRST_CAPACITY * SKETCH_SIZE);
  /** By slot. */
  #lengths = new Uint8Array(FIRST_CAPACITY);
  #common = new Uint8Array(FIRST_CAPACITY);
  /** By bucket; a power of two of them. */
  #heads = new Int32Array(FIRST_CAPACITY * 32).fill(NONE);

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
    const least = leastCommon(sketch.length);
    return this.#sharing(sketch)
      .filter(({ common }) => common >= least)
      .map(({ slot }) => ({ slot, theirs: this.#sketchAt(slot) }))
      .filter(({ theirs }) => mayBeSimilar(sketch, theirs))
      .map(({ slot, theirs }) => ({
        id: this.#idOf[slot] ?? '',
        resemblance: resemblanceOfSketches(sketch, theirs),
      }))
      .sort((a, b) => b.resemblance - a.resemblance)
      .map(({ id }) => id);
  }

  #sketchAt(slot: number): number[] {
    const from = slot * SKETCH_SIZE;
    return [...this.#hashes.subarray(from, from + (this.#lengths[slot] ?? 0))];
  }

  #sharing(sketch: readonly number[]): { slot: number; common: number }[] {
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
    return touched.map((slot) => {
      const common = this.#common[slot] ?? 0;
      this.#common[slot] = 0;
      return { slot, common };
    });
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
      this.#next[posting] = this.#heads[bucket] ?? NONE;
      this.#heads[bucket] = posting;
    }
  }

  #unlink(slot: number): void {
    const from = slot * SKETCH_SIZE;
    for (let posting = from; posting < from + (this.#lengths[slot] ?? 0); posting++) {
      const bucket = this.#bucket(this.#hashes[posting] ?? 0);
      const after = this.#next[posting] ?? NONE;
      let before = this.#heads[bucket] ?? NONE;
      if (before === posting) {
        this.#heads[bucket] = after;
        continue;
      }
      while (before !== NONE && this.#next[before] !== posting) before = this.#next[before] ?? NONE;
      if (before !== NONE) this.#next[before] = after;
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
    this.#heads = new Int32Array(capacity * 32).fill(NONE);
    for (let slot = 0; slot < lengths.length; slot++) this.#link(slot);
  }
}
