import { damaged, MOST_PAGES } from './image-limits';

/** The tags of one picture of a TIFF file. */
export type Tags = ReadonlyMap<number, readonly number[]>;

export const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripCounts: 279,
  planes: 284,
  group3: 292,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileCounts: 325,
  jpegTables: 347,
} as const;

const KNOWN: ReadonlySet<number> = new Set(Object.values(TAG));
/** More strips than any page has. */
const MOST_VALUES = 200_000;

/** Bytes of one value of the types that the tags above have. */
const TYPE_SIZE: ReadonlyMap<number, number> = new Map([
  [1, 1],
  [3, 2],
  [4, 4],
  [7, 1],
]);

const REDUCED_COPY = 1;
const MASK = 4;

/** The pictures of a TIFF file in their order, without previews and masks. Walks a chain that may lie. */
export function tiffDirectories(name: string, bytes: Uint8Array): Tags[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 8) throw damaged(name, 'cut off');
  const little = view.getUint16(0) === 0x4949;
  const pages: Tags[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at !== 0;) {
    if (seen.has(at) || at + 2 > bytes.length) throw damaged(name, 'directory');
    seen.add(at);
    const end = at + 2 + view.getUint16(at, little) * 12;
    if (end > bytes.length) throw damaged(name, 'directory');
    const tags = readTags(view, at + 2, end, little);
    const isPart = ((tags.get(TAG.subfile)?.[0] ?? 0) & (REDUCED_COPY | MASK)) !== 0;
    if (!isPart && tags.has(TAG.width)) pages.push(tags);
    if (seen.size > 2 * MOST_PAGES) break;
    // Some writers leave out the last zero.
    at = end + 4 <= bytes.length ? view.getUint32(end, little) : 0;
  }
  if (pages.length === 0) throw damaged(name, 'no picture');
  return pages;
}

function readTags(view: DataView, start: number, end: number, little: boolean): Tags {
  const tags = new Map<number, number[]>();
  for (let at = start; at < end; at += 12) {
    const tag = view.getUint16(at, little);
    const size = TYPE_SIZE.get(view.getUint16(at + 2, little));
    const count = view.getUint32(at + 4, little);
    if (size === undefined || count > MOST_VALUES || !KNOWN.has(tag) || tags.has(tag)) continue;
    const from = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (from + count * size > view.byteLength) continue;
    tags.set(
      tag,
      Array.from({ length: count }, (_, index) => valueAt(view, from + index * size, size, little)),
    );
  }
  return tags;
}

function valueAt(view: DataView, at: number, size: number, little: boolean): number {
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
}
