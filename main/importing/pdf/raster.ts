import type { PageImage } from '../reading';
import { type Matrix, product } from './matrix';

/** A decoded picture; white and opaque is 255. */
export interface GreyPicture {
  width: number;
  height: number;
  grey: Uint8Array;
  /** Null where every point is opaque. */
  opacity: Uint8Array | null;
}

/** A picture and what puts its unit square (origin at the lower left) onto the page. */
export interface PlacedPicture {
  picture: GreyPicture;
  matrix: Matrix;
}

/** As pdf.js hands pictures over; `kind` 1 = one bit a point, 2 = RGB, 3 = RGBA, absent = a mask. */
export interface RawPicture {
  width: number;
  height: number;
  kind: number | null;
  data: Uint8Array | Uint8ClampedArray;
}

export function greyOf({ width, height, kind, data }: RawPicture): GreyPicture | null {
  const grey = new Uint8Array(width * height).fill(255);
  if (kind === 1) spreadBits(data, width, height, grey);
  else if (kind === 2 || kind === 3) weigh(data, kind === 2 ? 3 : 4, grey);
  else return null;
  const opacity = kind === 3 ? grey.map((_, index) => data[index * 4 + 3] ?? 255) : null;
  return { width, height, grey, opacity };
}

/** A mask paints `ink` where its bits are 0. */
export function greyOfMask({ width, height, data }: RawPicture, ink: number): GreyPicture {
  const bits = new Uint8Array(width * height).fill(255);
  spreadBits(data, width, height, bits);
  return {
    width,
    height,
    grey: new Uint8Array(width * height).fill(ink),
    opacity: bits.map((bit) => 255 - bit),
  };
}

/** Rows are padded to whole bytes. */
function spreadBits(data: RawPicture['data'], width: number, height: number, into: Uint8Array): void {
  const stride = (width + 7) >> 3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = data[y * stride + (x >> 3)] ?? 0xff;
      into[y * width + x] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
}

function weigh(data: RawPicture['data'], step: number, into: Uint8Array): void {
  const points = Math.min(into.length, Math.floor(data.length / step));
  for (let index = 0, from = 0; index < points; index += 1, from += step) {
    into[index] = ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8;
  }
}

const WIDEST = 4000;
const HIGHEST = 6000;
/** Points an inch over 72: 150 and 400 dots an inch. */
const LEAST_SCALE = 150 / 72;
const MOST_SCALE = 400 / 72;

/** Points of the raster for each point of the page: as many as the sharpest of the large pictures has. */
export function scaleFor(
  placed: readonly { matrix: Matrix; width: number; height: number }[],
  page: { width: number; height: number },
): number {
  const large = placed.filter(({ matrix }) => areaOf(matrix) >= 0.02 * page.width * page.height);
  const scales = large.map(({ matrix: [a, b, c, d], width, height }) =>
    Math.max(width / Math.hypot(a, b), height / Math.hypot(c, d)),
  );
  const own = Math.min(
    MOST_SCALE,
    Math.max(LEAST_SCALE, ...scales.filter((scale) => Number.isFinite(scale))),
  );
  return Math.min(own, WIDEST / page.width, HIGHEST / page.height);
}

/** Of the parallelogram that a picture fills. */
export function areaOf([a, b, c, d]: Matrix): number {
  return Math.abs(a * d - b * c);
}

/** The pictures on white paper, one over the other; `view` puts points of the page onto the raster. */
export function compose(
  placed: readonly PlacedPicture[],
  view: Matrix,
  size: { width: number; height: number },
): PageImage {
  const data = new Uint8Array(size.width * size.height).fill(255);
  for (const { picture, matrix } of placed) {
    const { width, height } = picture;
    // From points of the picture (rows from the top) over its unit square to points of the raster.
    const onto = product(product(view, matrix), [1 / width, 0, 0, -1 / height, 0, 1]);
    paint(picture, onto, data, size);
  }
  return { ...size, channels: 1, data };
}

interface Steps {
  /** Place in the picture of the raster's first point, and the steps to the next one to the right and below. */
  u: number;
  v: number;
  right: readonly [number, number];
  down: readonly [number, number];
  /** Samples a point and direction: a picture that is made smaller must not lose its thin strokes. */
  samples: number;
}

function stepsOf([a, b, c, d, e, f]: Matrix): Steps | null {
  const determinant = a * d - b * c;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-9) return null;
  const right = [d / determinant, -b / determinant] as const;
  const down = [-c / determinant, a / determinant] as const;
  const shrink = Math.max(Math.hypot(...right), Math.hypot(...down));
  return {
    u: -e * right[0] - f * down[0],
    v: -e * right[1] - f * down[1],
    right,
    down,
    samples: Math.min(4, Math.max(1, Math.ceil(shrink - 0.25))),
  };
}

function paint(
  picture: GreyPicture,
  onto: Matrix,
  data: Uint8Array,
  size: { width: number; height: number },
): void {
  const steps = stepsOf(onto);
  if (steps === null) return;
  const [left, top, right, bottom] = boundsOf(onto, picture, size);
  const row = new Float64Array(Math.max(0, right - left));
  for (let y = top; y < bottom; y += 1) {
    const start = y * size.width + left;
    row.fill(0);
    for (let sample = 0; sample < steps.samples ** 2; sample += 1) {
      const px = left + ((sample % steps.samples) + 0.5) / steps.samples;
      const py = y + (Math.floor(sample / steps.samples) + 0.5) / steps.samples;
      addSamples(picture, steps, [px, py], data.subarray(start, start + row.length), row);
    }
    for (let index = 0; index < row.length; index += 1) {
      data[start + index] = Math.round((row[index] ?? 0) / steps.samples ** 2);
    }
  }
}

function boundsOf(
  [a, b, c, d, e, f]: Matrix,
  { width, height }: GreyPicture,
  size: { width: number; height: number },
): [number, number, number, number] {
  const xs = [e, e + a * width, e + c * height, e + a * width + c * height];
  const ys = [f, f + b * width, f + d * height, f + b * width + d * height];
  return [
    Math.max(0, Math.floor(Math.min(...xs))),
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(size.width, Math.ceil(Math.max(...xs))),
    Math.min(size.height, Math.ceil(Math.max(...ys))),
  ];
}

/**
 * Adds one sample of each point of a row, from the one at `from` to the right. What lies beyond the picture leaves
 * what is `below` as it is.
 */
function addSamples(
  { grey, opacity, width, height }: GreyPicture,
  { u: u0, v: v0, right, down }: Steps,
  [px, py]: readonly [number, number],
  below: Uint8Array,
  sums: Float64Array,
): void {
  let u = u0 + px * right[0] + py * down[0];
  let v = v0 + px * right[1] + py * down[1];
  for (let index = 0; index < sums.length; index += 1, u += right[0], v += right[1]) {
    const under = below[index] ?? 255;
    let value = under;
    if (u >= 0 && v >= 0 && u < width && v < height) {
      const at = Math.floor(v) * width + Math.floor(u);
      value = grey[at] ?? 255;
      if (opacity !== null) value = under + ((value - under) * (opacity[at] ?? 255)) / 255;
    }
    sums[index] = (sums[index] ?? 0) + value;
  }
}
