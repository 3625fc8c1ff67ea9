import { inflateSync } from 'node:zlib';
import utif from 'utif2';
import { Refusal } from '#core/refusal';
import { decodeFax, type FaxData } from './image-ccitt';
import { TAG, type Tags, tiffDirectories } from './image-directory';
import { jpegSize } from './image-header';
import { damaged, MOST_PAGES, refuseSize } from './image-limits';
import { blit, imageOfSamples, turnedUpright } from './image-samples';
import { undoDifferences, unpackLzw, unpackPackBits, withBitsReversed } from './image-unpack';
import type { PageImage } from './reading';

/** A TIFF file whose pages are unpacked one at a time. */
export interface TiffFile {
  pageCount: number;
  /** `index` from 0. Throws a `Refusal` when the page is damaged or of a kind that is not read. */
  page(index: number): PageImage;
}

/** Looks at the directory only. Throws a `Refusal`. */
export function decodeTiff(name: string, bytes: Uint8Array): TiffFile {
  const pages = tiffDirectories(name, bytes);
  if (pages.length > MOST_PAGES) throw new Refusal('file-too-complex', { name });
  for (const tags of pages) refuseSize(name, first(tags, TAG.width, 0), first(tags, TAG.height, 0));
  return {
    pageCount: pages.length,
    page(index) {
      const tags = pages[index];
      if (tags === undefined) throw damaged(name, 'no picture');
      try {
        return pageOf(name, bytes, tags);
      } catch (error) {
        if (error instanceof Refusal) throw error;
        // The decoders throw what they like, strings too, at data that makes no sense.
        throw damaged(name, `page ${index + 1}`);
      }
    },
  };
}

const first = (tags: Tags, tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise;

const JPEG = 7;
const FAX: ReadonlyMap<number, FaxData['kind']> = new Map([
  [2, 'rows'],
  [3, 'group3'],
  [4, 'group4'],
]);

type Unpack = (bytes: Uint8Array, size: number) => Uint8Array;
const inflate: Unpack = (bytes, size) => inflateSync(bytes, { maxOutputLength: size + SLACK });
const UNPACK: ReadonlyMap<number, Unpack> = new Map([
  [1, (bytes: Uint8Array) => bytes],
  [5, unpackLzw],
  [8, inflate],
  [32946, inflate],
  [32773, unpackPackBits],
]);
/** Some writers fill up the last strip. */
const SLACK = 65_536;

/** A strip or a tile. */
interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
  bytes: Uint8Array;
  /** Numbers in the file begin with their lower byte. */
  little: boolean;
}

function pageOf(name: string, bytes: Uint8Array, tags: Tags): PageImage {
  if (first(tags, TAG.planes, 1) !== 1 && first(tags, TAG.samples, 1) > 1) throw damaged(name, 'planes');
  let page: PageImage | null = null;
  for (const part of partsOf(name, bytes, tags)) {
    const image = decodePart(name, tags, part);
    page ??= emptyPage(first(tags, TAG.width, 0), first(tags, TAG.height, 0), image.channels);
    if (image.channels !== page.channels) throw damaged(name, 'colours');
    blit(page, image, part.left, part.top);
  }
  if (page === null) throw damaged(name, 'no picture');
  return turnedUpright(page, first(tags, TAG.orientation, 1));
}

const emptyPage = (width: number, height: number, channels: 1 | 3): PageImage => ({
  width,
  height,
  channels,
  data: new Uint8Array(width * height * channels).fill(255),
});

function partsOf(name: string, bytes: Uint8Array, tags: Tags): Part[] {
  const isTiled = tags.has(TAG.tileWidth);
  const pageWidth = first(tags, TAG.width, 0);
  const pageHeight = first(tags, TAG.height, 0);
  const width = isTiled ? first(tags, TAG.tileWidth, 0) : pageWidth;
  const height = isTiled
    ? first(tags, TAG.tileHeight, 0)
    : Math.min(first(tags, TAG.rowsPerStrip, pageHeight), pageHeight);
  refuseSize(name, width, height);
  const offsets = tags.get(isTiled ? TAG.tileOffsets : TAG.stripOffsets) ?? [];
  const counts = tags.get(isTiled ? TAG.tileCounts : TAG.stripCounts) ?? [];
  const columns = Math.ceil(pageWidth / width);
  const rows = Math.ceil(pageHeight / height);
  if (offsets.length < columns * rows) throw damaged(name, 'strips');
  return offsets.slice(0, columns * rows).map((offset, index) => {
    const left = (index % columns) * width;
    const top = Math.floor(index / columns) * height;
    const count = counts[index] ?? bytes.length - offset;
    if (count < 0 || offset + count > bytes.length) throw damaged(name, 'cut off');
    const little = bytes[0] === LITTLE;
    const part = { left, top, width, little, bytes: bytes.subarray(offset, offset + count) };
    return { ...part, height: isTiled ? height : Math.min(height, pageHeight - top) };
  });
}

const LITTLE = 0x49;

function decodePart(name: string, tags: Tags, part: Part): PageImage {
  const compression = first(tags, TAG.compression, 1);
  if (compression === JPEG) return jpegPart(name, tags, part);
  const isReversed = first(tags, TAG.fillOrder, 1) === 2;
  const forward = isReversed ? { ...part, bytes: withBitsReversed(part.bytes) } : part;
  const fax = FAX.get(compression);
  if (fax !== undefined) return faxPart(name, tags, forward, fax);
  const unpack = UNPACK.get(compression);
  if (unpack === undefined) throw damaged(name, `compression ${compression}`);
  return samplesPart(name, tags, forward, unpack);
}

function faxPart(name: string, tags: Tags, part: Part, kind: FaxData['kind']): PageImage {
  const { width, height } = part;
  const twoDimensional = (first(tags, TAG.group3, 0) & 1) === 1;
  const fax = decodeFax({ bytes: part.bytes, width, height, kind, twoDimensional });
  // A fax may lack its last rows; one of which most cannot be read is another matter.
  if (fax.rows < height * 0.9) throw damaged(name, 'fax data');
  const [white, black] = first(tags, TAG.photometric, 0) === 1 ? [0, 255] : [255, 0];
  return { width, height, channels: 1, data: fax.pixels.map((one) => (one === 1 ? black : white)) };
}

const MOST_SAMPLES = 8;
const DIFFERENCES = 2;

function samplesPart(name: string, tags: Tags, part: Part, unpack: Unpack): PageImage {
  const { width, height, little } = part;
  const bits = first(tags, TAG.bits, 1);
  const perPixel = first(tags, TAG.samples, 1);
  if (perPixel > MOST_SAMPLES || bits > 16) throw damaged(name, 'colours');
  const stride = Math.ceil((width * bits * perPixel) / 8);
  const packed = unpack(part.bytes, stride * height);
  if (packed.length < stride * height) throw damaged(name, 'cut off');
  const data = packed.slice(0, stride * height);
  if (first(tags, TAG.predictor, 1) === DIFFERENCES && (bits === 8 || bits === 16))
    undoDifferences(data, stride, perPixel, bits, little);
  const photometric = first(tags, TAG.photometric, 1);
  const palette = tags.get(TAG.palette) ?? [];
  const image = imageOfSamples({ width, height, data, bits, little, perPixel, photometric, palette });
  if (image === null) throw damaged(name, 'colours');
  return image;
}

/** What utif2 has, but not in its types. */
interface JpegDecoder {
  width: number;
  height: number;
  parse(bytes: Uint8Array): void;
  getData(options: {
    width: number;
    height: number;
    forceRGB: boolean;
    isSourcePDF: boolean;
  }): Uint8ClampedArray;
}
const { JpegDecoder } = utif as unknown as { JpegDecoder: new (options: { w: number }) => JpegDecoder };

const RGB = 2;
const END_OF_IMAGE = 2;

function jpegPart(name: string, tags: Tags, part: Part): PageImage {
  const tables = tags.get(TAG.jpegTables);
  const bytes =
    tables === undefined
      ? part.bytes
      : Buffer.concat([Uint8Array.from(tables.slice(0, -END_OF_IMAGE)), part.bytes.subarray(2)]);
  const size = jpegSize(bytes);
  if (size === null) throw damaged(name, 'JPEG');
  refuseSize(name, size.width, size.height);
  // Without a note in the JPEG data the tag says whether the colours are red, green and blue already.
  const decoder = new JpegDecoder({ w: first(tags, TAG.photometric, RGB) === RGB ? 0 : -1 });
  decoder.parse(bytes);
  const { width, height } = decoder;
  const data = decoder.getData({ width, height, forceRGB: true, isSourcePDF: false });
  return { width, height, channels: 3, data: Uint8Array.from(data) };
}
