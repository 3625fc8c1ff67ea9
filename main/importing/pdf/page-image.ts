import type { PageImage } from '../reading';
import { type Matrix, matrixOf, product, UNCHANGED } from './matrix';
import { loadPdfjs, type PDFPageProxy } from './pdfjs';
import { areaOf, compose, greyOf, greyOfMask, type PlacedPicture, type RawPicture, scaleFor } from './raster';

/** A picture that the page paints: under a name, or with its data in the drawing. */
interface Painted {
  matrix: Matrix;
  source: unknown;
  isMask: boolean;
  /** Grey in which a mask is painted. */
  ink: number;
}

/** A page that pictures cover. `image` is null where it was not wanted or could not be decoded. */
export interface ScannedPage {
  image: PageImage | null;
}

const LEAST_COVER = 0.5;
/** Strips and layers of a scan; a page with more pictures is a drawing. */
const MOST_PICTURES = 2000;

/** The page as a scan, or null when pictures do not cover it. */
export async function scanOf(page: PDFPageProxy, isImageWanted: boolean): Promise<ScannedPage | null> {
  const painted = await paintedOn(page);
  const { width, height } = page.getViewport({ scale: 1, rotation: 0 });
  const covered = painted.reduce((sum, { matrix }) => sum + Math.min(areaOf(matrix), width * height), 0);
  if (!(covered >= LEAST_COVER * width * height) || painted.length > MOST_PICTURES) return null;
  return { image: isImageWanted ? await imageOf(page, painted) : null };
}

/** Follows the drawing of a page as far as it places pictures. */
async function paintedOn(page: PDFPageProxy): Promise<Painted[]> {
  const { OPS, AnnotationMode } = await loadPdfjs();
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const painted: Painted[] = [];
  const stack: { matrix: Matrix; ink: number; isHidden: boolean }[] = [];
  let state = { matrix: UNCHANGED, ink: 0, isHidden: false };
  const enter = () => stack.push({ ...state });
  const leave = () => {
    state = stack.pop() ?? state;
  };
  const move = (numbers: unknown) => {
    if (isList(numbers)) state.matrix = product(state.matrix, matrixOf(numbers));
  };
  for (const [index, operation] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    const first: unknown = isList(args) ? args[0] : undefined;
    const add = (isMask: boolean) => {
      if (!state.isHidden) painted.push({ matrix: state.matrix, source: first, isMask, ink: state.ink });
    };
    if (operation === OPS.save) enter();
    else if (operation === OPS.restore) leave();
    else if (operation === OPS.transform) move(args);
    else if (operation === OPS.paintFormXObjectBegin) {
      enter();
      move(first);
    } else if (operation === OPS.paintFormXObjectEnd) leave();
    else if (operation === OPS.beginGroup) {
      enter();
      state.isHidden ||= isSoftMask(first);
    } else if (operation === OPS.endGroup) leave();
    else if (operation === OPS.setFillRGBColor) state.ink = inkOf(first);
    else if (operation === OPS.paintImageXObject || operation === OPS.paintInlineImageXObject) add(false);
    else if (operation === OPS.paintImageMaskXObject) add(true);
  }
  return painted;
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;

/** What such a group paints says how opaque something else is. */
function isSoftMask(group: unknown): boolean {
  return typeof group === 'object' && group !== null && 'smask' in group && group.smask != null;
}

/** `#rrggbb` as grey. */
function inkOf(colour: unknown): number {
  const hex = typeof colour === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour) : null;
  if (hex === null) return 0;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((pair) => Number.parseInt(pair, 16));
  return (red * 77 + green * 150 + blue * 29) >> 8;
}

async function imageOf(page: PDFPageProxy, painted: readonly Painted[]): Promise<PageImage | null> {
  const placed: PlacedPicture[] = [];
  for (const one of painted) {
    const raw = await rawOf(page, one.source);
    const picture = raw === null ? null : one.isMask ? greyOfMask(raw, one.ink) : greyOf(raw);
    if (picture !== null) placed.push({ picture, matrix: one.matrix });
  }
  if (placed.length === 0) return null;
  const paper = page.getViewport({ scale: 1 });
  const upright = page.getViewport({ scale: 1, rotation: 0 });
  const unit = Math.hypot(upright.transform[0] as number, upright.transform[1] as number);
  const sizes = placed.map(({ picture, matrix }) => ({ ...picture, matrix }));
  const scale = scaleFor(sizes, { width: paper.width / unit, height: paper.height / unit }) / unit;
  const view = page.getViewport({ scale });
  const size = { width: Math.max(1, Math.round(view.width)), height: Math.max(1, Math.round(view.height)) };
  return compose(placed, matrixOf(view.transform), size);
}

const PATIENCE = 8_000;

/** The decoded data of a picture; null when pdf.js could not decode it. */
async function rawOf(page: PDFPageProxy, source: unknown): Promise<RawPicture | null> {
  if (typeof source !== 'string') {
    const given = asRaw(source);
    if (given !== null) return given;
    const name = typeof source === 'object' && source !== null && 'data' in source ? source.data : null;
    return typeof name === 'string' ? rawOf(page, name) : null;
  }
  const objects = source.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    // A picture that never comes must not keep the whole file waiting.
    const timer = setTimeout(() => {
      resolve(null);
    }, PATIENCE);
    objects.get(source, (picture: unknown) => {
      clearTimeout(timer);
      resolve(asRaw(picture));
    });
  });
}

function asRaw(value: unknown): RawPicture | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('width' in value && 'height' in value && 'data' in value)) return null;
  const { width, height, data } = value;
  if (!isSide(width) || !isSide(height)) return null;
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  const kind = 'kind' in value && typeof value.kind === 'number' ? value.kind : null;
  return { width, height, kind, data };
}

const isSide = (value: unknown): value is number => Number.isInteger(value) && Number(value) > 0;
