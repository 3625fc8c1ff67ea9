/** All zero between uses. With a sign, as all numbers of these loops: one beyond 31 bits would become an object. */
let bits = new Int32Array(0);

/** Some places of a segment as a bit each. There is memory for one at a time: `clear` it before the next is made. */
export class MarkedPlaces {
  readonly words: Int32Array;

  /** The places in any order, all below `end`. */
  constructor(
    end: number,
    private readonly places: Uint32Array,
  ) {
    if (bits.length < (end >>> 5) + 1) bits = new Int32Array((end >>> 5) + 1);
    this.words = bits;
    const words = bits;
    for (let index = 0; index < places.length; index += 1) {
      const place = (places[index] ?? 0) | 0;
      words[place >> 5] = (words[place >> 5] ?? 0) | (1 << (place & 31));
    }
  }

  /** Whether one of the places from `first` to `last` is marked. */
  hasAny(first: number, last: number): boolean {
    if (last < 0) return false;
    const { words } = this;
    const from = first < 0 ? 0 : first;
    const lowest = -1 << (from & 31);
    const highest = -1 >>> (31 - (last & 31));
    let at = from >> 5;
    const end = last >> 5;
    if (at === end) return ((words[at] ?? 0) & lowest & highest) !== 0;
    if (((words[at] ?? 0) & lowest) !== 0) return true;
    for (at += 1; at < end; at += 1) if (words[at] !== 0) return true;
    return ((words[end] ?? 0) & highest) !== 0;
  }

  clear(): void {
    const { words, places } = this;
    for (let index = 0; index < places.length; index += 1) words[((places[index] ?? 0) | 0) >> 5] = 0;
  }
}
