import type { PageImage } from './reading';

/** Samples of a TIFF picture, unpacked but as they stand in the file. */
export interface Samples {
  width: number;
  height: number;
  data: Uint8Array;
  bits: number;
  /** Samples of 16 bits begin with their lower byte. */
  little: boolean;
  /** How many a pixel; those behind the colours (transparency) do not count. */
  perPixel: number;
  photometric: number;
  /** Red, green and blue parts of a palette, 16 bits each. */
  palette: readonly number[];
}

const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const RGB = 2;
const PALETTE = 3;
const CMYK = 5;

/** Null for colours of other kinds. */
export function imageOfSamples(samples: Samples): PageImage | null {
  const { width, height, photometric } = samples;
  const row = rowReader(samples);
  if (row === null) return null;
  if (photometric === WHITE_IS_ZERO || photometric === BLACK_IS_ZERO)
    return painted(width, height, 1, row, greyPainter(samples));
  const paint = colourPainter(samples);
  return paint === null ? null : painted(width, height, 3, row, paint);
}

/** The value of a sample of a row, as a part of the largest where it is no index into a palette. */
type Sample = (y: number, index: number) => number;
type Painter = (sample: Sample, y: number, x: number, out: Uint8Array, at: number) => void;

function painted(width: number, height: number, channels: 1 | 3, sample: Sample, paint: Painter): PageImage {
  const data = new Uint8Array(width * height * channels);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += channels) paint(sample, y, x, data, at);
  }
  return { width, height, channels, data };
}

/** Samples as 8 bits; those of a palette as they are. */
function rowReader({ data, width, bits, perPixel, photometric, little }: Samples): Sample | null {
  const stride = Math.ceil((width * perPixel * bits) / 8);
  if (bits === 8) return (y, index) => data[y * stride + index] ?? 0;
  if (bits === 16) return (y, index) => data[y * stride + index * 2 + (little ? 1 : 0)] ?? 0;
  if (bits !== 1 && bits !== 2 && bits !== 4) return null;
  const most = (1 << bits) - 1;
  const scale = photometric === PALETTE ? 1 : 255 / most;
  return (y, index) => {
    const place = index * bits;
    const byte = data[y * stride + (place >> 3)] ?? 0;
    return ((byte >> (8 - bits - (place & 7))) & most) * scale;
  };
}

function greyPainter({ perPixel, photometric }: Samples): Painter {
  const flip = photometric === WHITE_IS_ZERO ? 255 : 0;
  return (sample, y, x, out, at) => {
    out[at] = Math.abs(flip - sample(y, x * perPixel));
  };
}

function colourPainter({ perPixel, photometric, palette, bits }: Samples): Painter | null {
  if (photometric === PALETTE) {
    const size = 1 << bits;
    return (sample, y, x, out, at) => {
      const index = sample(y, x * perPixel);
      for (let channel = 0; channel < 3; channel += 1)
        out[at + channel] = (palette[channel * size + index] ?? 0) >> 8;
    };
  }
  if (photometric === RGB && perPixel >= 3)
    return (sample, y, x, out, at) => {
      for (let channel = 0; channel < 3; channel += 1) out[at + channel] = sample(y, x * perPixel + channel);
    };
  if (photometric === CMYK && perPixel >= 4)
    return (sample, y, x, out, at) => {
      const light = 255 - sample(y, x * perPixel + 3);
      for (let channel = 0; channel < 3; channel += 1)
        out[at + channel] = ((255 - sample(y, x * perPixel + channel)) * light) / 255;
    };
  return null;
}

/** Puts a strip or a tile into its page; what reaches over the page's edge is left out. */
export function blit(page: PageImage, part: PageImage, left: number, top: number): void {
  const width = Math.min(part.width, page.width - left);
  const height = Math.min(part.height, page.height - top);
  const { channels } = page;
  for (let y = 0; y < height; y += 1) {
    const from = y * part.width * channels;
    const to = ((top + y) * page.width + left) * channels;
    page.data.set(part.data.subarray(from, from + width * channels), to);
  }
}

/** Turns a picture upright that a scanner or camera says lies otherwise; `orientation` as in TIFF and Exif, 1 to 8. */
export function turnedUpright(image: PageImage, orientation: number): PageImage {
  if (orientation < 2 || orientation > 8) return image;
  const { width, height, channels, data } = image;
  const swaps = orientation >= 5;
  const [newWidth, newHeight] = swaps ? [height, width] : [width, height];
  const out = new Uint8Array(data.length);
  const fromRight = orientation === 2 || orientation === 3 || orientation === 7 || orientation === 8;
  const fromBelow = orientation === 3 || orientation === 4 || orientation === 6 || orientation === 7;
  let at = 0;
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const column = swaps ? y : x;
      const row = swaps ? x : y;
      const fromX = fromRight ? width - 1 - column : column;
      const fromY = fromBelow ? height - 1 - row : row;
      const from = (fromY * width + fromX) * channels;
      for (let channel = 0; channel < channels; channel += 1, at += 1) out[at] = data[from + channel] ?? 0;
    }
  }
  return { width: newWidth, height: newHeight, channels, data: out };
}
