// Places of a term as Rice codes: each is told as its distance to the one before, cut into a quotient, in unary, and `k`
// low bits. For words that stand here and there at random no code of whole bits is shorter.

/** A quotient of so many is an escape: 32 plain bits follow. */
const ESCAPE = 16;

/**
 * How many low bits suit a term with `count` places below `end`: the same when it is written and when it is read. The root of
 * two rounds to the nearest power instead of the one below.
 */
const lowBits = (count: number, end: number): number =>
  Math.max(0, 31 - Math.clz32(Math.max(1, Math.floor((end / count) * Math.SQRT2 * Math.LN2))));

/** Room for the codes of `count` places, in words of 32 bits, with one more so that a reader may look ahead. */
export const roomFor = (count: number): number => Math.ceil((count * (ESCAPE + 32)) / 32) + 2;

/** Writes ascending places into empty words from `from` on. Returns where the next may be written. */
export function encode(places: Uint32Array, end: number, words: Uint32Array, from: number): number {
  const k = lowBits(places.length, end);
  let bit = 0;
  let next = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = (places[index] ?? 0) | 0;
    const step = (place - next) | 0;
    next = (place + 1) | 0;
    const quotient = step >>> k;
    if (quotient < ESCAPE) {
      bit = (bit + quotient) | 0;
      put(words, from, bit, (1 << k) | (step & ((1 << k) - 1)), k + 1);
      bit = (bit + k + 1) | 0;
    } else {
      put(words, from, bit + ESCAPE, step, 32);
      bit = (bit + ESCAPE + 32) | 0;
    }
  }
  return from + ((bit + 31) >>> 5);
}

/** Writes the low `width` bits of a value at a bit. */
function put(words: Uint32Array, from: number, bit: number, value: number, width: number): void {
  const at = (from + (bit >>> 5)) | 0;
  const free = (32 - (bit & 31)) | 0;
  if (width <= free) words[at] = (words[at] ?? 0) | (value << (free - width));
  else {
    words[at] = (words[at] ?? 0) | (value >>> (width - free));
    words[at + 1] = value << (32 - (width - free));
  }
}

/** Reads `count` places, written from the word `from` on, into `places`. */
export function decode(
  words: Uint32Array,
  from: number,
  count: number,
  end: number,
  places: Uint32Array,
): void {
  const k = lowBits(count, end);
  // A code with a quotient up to this is whole in a window.
  const most = Math.min(31 - k, ESCAPE - 1);
  // Every number below is one of 32 bits with a sign (`| 0`): anything else is several times slower. What word a code begins
  // in is reckoned anew for each: a branch for the next word would be guessed wrongly time and again.
  let bit = 0;
  let next = -1;
  for (let index = 0; index < count; index += 1) {
    const at = (from + (bit >>> 5)) | 0;
    const window = ((words[at] ?? 0) << (bit & 31)) | (((words[at + 1] ?? 0) >>> 1) >>> (~bit & 31));
    const quotient = Math.clz32(window) | 0;
    if (quotient <= most) {
      // The one that ends the quotient stands before the low bits, and is worth 1 << k.
      next = (next + 1 + (window >>> (31 - k - quotient)) + ((quotient - 1) << k)) | 0;
      bit = (bit + quotient + 1 + k) | 0;
    } else if (quotient < ESCAPE) {
      const low = windowAt(words, from, (bit + quotient + 1) | 0) >>> (32 - k);
      next = (next + 1 + ((quotient << k) | low)) | 0;
      bit = (bit + quotient + 1 + k) | 0;
    } else {
      next = (next + 1 + windowAt(words, from, (bit + ESCAPE) | 0)) | 0;
      bit = (bit + ESCAPE + 32) | 0;
    }
    places[index] = next;
  }
}

/** The 32 bits that begin at a bit. */
function windowAt(words: Uint32Array, from: number, bit: number): number {
  const at = (from + (bit >>> 5)) | 0;
  return ((words[at] ?? 0) << (bit & 31)) | (((words[at + 1] ?? 0) >>> 1) >>> (~bit & 31));
}
