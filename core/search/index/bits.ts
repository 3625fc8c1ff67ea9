/** A set of numbers from 0 to below `size`, one bit each. */
export class Bits {
  readonly words: Uint32Array;

  constructor(
    readonly size: number,
    words?: Uint32Array,
  ) {
    this.words = words ?? new Uint32Array((size + 31) >>> 5);
  }

  has(value: number): boolean {
    return (((this.words[value >>> 5] ?? 0) >>> (value & 31)) & 1) === 1;
  }

  add(value: number): void {
    const at = value >>> 5;
    this.words[at] = (this.words[at] ?? 0) | (1 << (value & 31));
  }

  addAll(other: Bits): void {
    for (let at = 0; at < other.words.length; at += 1) {
      this.words[at] = (this.words[at] ?? 0) | (other.words[at] ?? 0);
    }
  }

  /** Adds the numbers of another set, each greater by `by`. There has to be room for them. */
  addMoved(other: Bits, by: number): void {
    const first = by >>> 5;
    const shift = by & 31;
    for (let at = 0; at < other.words.length; at += 1) {
      const word = (other.words[at] ?? 0) | 0;
      if (word === 0) continue;
      const to = first + at;
      this.words[to] = (this.words[to] ?? 0) | (word << shift);
      const rest = shift === 0 ? 0 : word >>> (32 - shift);
      if (rest !== 0) this.words[to + 1] = (this.words[to + 1] ?? 0) | rest;
    }
  }

  keepAll(other: Bits): void {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] ?? 0) & (other.words[at] ?? 0);
    }
  }

  removeAll(other: Bits): void {
    for (let at = 0; at < this.words.length; at += 1) {
      this.words[at] = (this.words[at] ?? 0) & ~(other.words[at] ?? 0);
    }
  }

  /** How many numbers there are in the set. */
  count(): number {
    let count = 0;
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at] ?? 0;
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  remove(value: number): void {
    const at = value >>> 5;
    this.words[at] = (this.words[at] ?? 0) & ~(1 << (value & 31));
  }

  /** A copy with room for the numbers below `size`. */
  sized(size: number): Bits {
    const copy = new Bits(size);
    copy.words.set(this.words.subarray(0, copy.words.length));
    return copy;
  }

  static all(size: number): Bits {
    const all = new Bits(size);
    all.words.fill(0xffffffff);
    const rest = size & 31;
    if (rest > 0) all.words[all.words.length - 1] = 2 ** rest - 1;
    return all;
  }

  /** Calls `visit` for each number of the set, the least first. */
  each(visit: (value: number) => void): void {
    for (let at = 0; at < this.words.length; at += 1) {
      let word = this.words[at] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        visit(at * 32 + 31 - Math.clz32(lowest));
        word ^= lowest;
      }
    }
  }
}
