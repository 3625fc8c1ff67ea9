import { Bits } from '#core/search/index/bits';

/** What each article has one of, as codes: a number for each article, and the values that they stand for. */
export class Column<T> {
  /** By code. */
  readonly values: T[] = [];
  readonly #codes = new Map<unknown, number>();
  #cells = new Uint32Array(1_024);

  /** `key` tells equal values by. */
  constructor(private readonly key: (value: T) => unknown = (value) => value) {}

  /** By article; 0 too where nothing was set. */
  get cells(): Uint32Array {
    return this.#cells;
  }

  set(article: number, value: T): void {
    if (article >= this.#cells.length) {
      const cells = new Uint32Array(Math.max(article + 1, this.#cells.length * 2));
      cells.set(this.#cells);
      this.#cells = cells;
    }
    this.#cells[article] = this.#code(value);
  }

  /** The articles below `size` whose value is wanted. */
  where(isWanted: (value: T) => boolean, size: number): Bits {
    const wanted = Uint8Array.from(this.values, (value) => Number(isWanted(value)));
    const found = new Bits(size);
    if (!wanted.includes(1)) return found;
    const { words } = found;
    const cells = this.#cells;
    for (let article = 0; article < size; article += 1) {
      const bit = wanted[cells[article] ?? 0] ?? 0;
      words[article >>> 5] = (words[article >>> 5] ?? 0) | (bit << (article & 31));
    }
    return found;
  }

  /** How many of the articles found have which value, by code. */
  counts({ words }: Bits): Uint32Array {
    const counts = new Uint32Array(this.values.length);
    const cells = this.#cells;
    for (let at = 0; at < words.length; at += 1) {
      let word = (words[at] ?? 0) | 0;
      while (word !== 0) {
        const code = cells[at * 32 + 31 - Math.clz32(word & -word)] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
        word &= word - 1;
      }
    }
    return counts;
  }

  #code(value: T): number {
    const key = this.key(value);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    this.#codes.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Articles that have something or have it not; grows with them. */
export class Flags {
  #bits = new Bits(1_024);

  set(article: number, has: boolean): void {
    if (article >= this.#bits.size) this.#bits = this.#bits.sized(Math.max(article + 1, this.#bits.size * 2));
    if (has) this.#bits.add(article);
    else this.#bits.remove(article);
  }

  has(article: number): boolean {
    return this.#bits.has(article);
  }

  /** A set of the caller's own. */
  below(size: number): Bits {
    return this.#bits.sized(size);
  }

  /** How many of the articles found have it. */
  count(found: Bits): number {
    return countBoth(found, this.#bits);
  }
}

/** How many numbers are in both sets. */
export function countBoth(one: Bits, other: Bits): number {
  const length = Math.min(one.words.length, other.words.length);
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    let word = ((one.words[at] ?? 0) & (other.words[at] ?? 0)) | 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
