// Lossless packings of TIFF files. Each stops at the size that the picture has, whatever the data go on with.

const CLEAR = 256;
const END = 257;
const MOST_CODES = 4096;

/** LZW as TIFF writes it: highest bit first, codes get longer one step early. */
export function unpackLzw(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  /** Of each code: the place in `out` where its bytes were written first, and how many they are. */
  const starts = new Int32Array(MOST_CODES);
  const lengths = new Int32Array(MOST_CODES);
  let at = 0;
  let next = END + 1;
  let width = 9;
  let before = CLEAR;
  for (let bit = 0; bit + width <= bytes.length * 8 && at < size;) {
    const code = bitsAt(bytes, bit, width);
    bit += width;
    if (code === END) break;
    if (code === CLEAR) {
      next = END + 1;
      width = 9;
      before = CLEAR;
      continue;
    }
    const start = at;
    if (before !== CLEAR && next < MOST_CODES) {
      // The bytes of the code before with the first of this one, which stands just behind them.
      lengths[next] = (before < CLEAR ? 1 : (lengths[before] ?? 0)) + 1;
      starts[next] = at - (lengths[next] ?? 0) + 1;
      next += 1;
    }
    if (code >= next) throw new RangeError('LZW code');
    if (code < CLEAR) out[at++] = code;
    else at = repeat(out, starts[code] ?? 0, lengths[code] ?? 0, start);
    if (next + 1 >= 1 << width && width < 12) width += 1;
    before = code;
  }
  return out;
}

function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (three >> (24 - (bit & 7) - width)) & ((1 << width) - 1);
}

/** Byte by byte: the bytes may overlap with those that they are copied from. */
function repeat(out: Uint8Array, from: number, length: number, to: number): number {
  for (let index = 0; index < length; index += 1) out[to + index] = out[from + index] ?? 0;
  return to + length;
}

export function unpackPackBits(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let to = 0;
  for (let at = 0; at < bytes.length && to < size;) {
    const head = bytes[at] ?? 0;
    at += 1;
    if (head < 128) {
      const piece = bytes.subarray(at, at + Math.min(head + 1, size - to));
      out.set(piece, to);
      to += head + 1;
      at += head + 1;
    } else if (head > 128) {
      out.fill(bytes[at] ?? 0, to, to + 257 - head);
      to += 257 - head;
      at += 1;
    }
  }
  return out;
}

/** Samples that were stored as differences from the pixel to their left. Works in place. */
export function undoDifferences(
  data: Uint8Array,
  stride: number,
  perPixel: number,
  bits: 8 | 16,
  little: boolean,
): void {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const step = (perPixel * bits) / 8;
  for (let row = 0; row + stride <= data.length; row += stride) {
    for (let at = row + step; at < row + stride; at += bits / 8) {
      if (bits === 8) data[at] = (data[at] ?? 0) + (data[at - step] ?? 0);
      else view.setUint16(at, view.getUint16(at, little) + view.getUint16(at - step, little), little);
    }
  }
}

/** For data whose bytes begin with their lowest bit. */
export function withBitsReversed(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => {
    let reversed = 0;
    for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit);
    return reversed;
  });
}
