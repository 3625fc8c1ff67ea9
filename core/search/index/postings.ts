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
  const put = (value: number, width: number): void => {
    const at = from + (bit >>> 5);
    const free = 32 - (bit & 31);
    bit += width;
    if (width <= free) words[at] = (words[at] ?? 0) | (value << (free - width));
    else {
      words[at] = (words[at] ?? 0) | (value >>> (width - free));
      words[at + 1] = value << (32 - (width - free));
    }
  };
  let next = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const step = place - next;
    next = place + 1;
    const quotient = step >>> k;
    if (quotient < ESCAPE) {
      put(1, quotient + 1);
      if (k > 0) put(step & ((1 << k) - 1), k);
    } else {
      put(0, ESCAPE);
      put(step, 32);
    }
  }
  return from + ((bit + 31) >>> 5);
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
  const rest = (32 - k) & 31;
  const mask = k === 0 ? 0 : -1;
  let at = from;
  let shift = 0;
  let word = words[at] ?? 0;
  let following = words[at + 1] ?? 0;
  // Every number below is one of 32 bits with a sign (`| 0`): anything else is several times slower.
  let next = 0;
  for (let index = 0; index < count; index += 1) {
    let window = (word << shift) | ((following >>> 1) >>> (31 - shift));
    const quotient = Math.clz32(window) | 0;
    let step = 0;
    if (quotient < ESCAPE && quotient + 1 + k <= 32) {
      step = (quotient << k) | (((window << (quotient + 1)) >>> rest) & mask);
      shift = (shift + quotient + 1 + k) | 0;
    } else if (quotient < ESCAPE) {
      window = windowAt(words, at, shift + quotient + 1);
      step = (quotient << k) | ((window >>> rest) & mask);
      shift = (shift + quotient + 1 + k) | 0;
    } else {
      step = windowAt(words, at, shift + ESCAPE);
      shift = (shift + ESCAPE + 32) | 0;
    }
    if (shift > 31) {
      at = (at + (shift >>> 5)) | 0;
      shift &= 31;
      word = words[at] ?? 0;
      following = words[at + 1] ?? 0;
    }
    next = (next + step) | 0;
    places[index] = next;
    next = (next + 1) | 0;
  }
}

/** The 32 bits that begin at a bit. */
function windowAt(words: Uint32Array, from: number, bit: number): number {
  const at = from + (bit >>> 5);
  const shift = bit & 31;
  return ((words[at] ?? 0) << shift) | (((words[at + 1] ?? 0) >>> 1) >>> (31 - shift));
}
