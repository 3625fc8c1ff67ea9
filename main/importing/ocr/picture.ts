import type { PageImage } from '../reading';

/** A picture as Tesseract takes it: raw ones as PNM, photographs with a turn that it understands. */
export function pictureBytes(image: PageImage | Uint8Array): Uint8Array {
  return image instanceof Uint8Array ? withPlainTurn(image) : pnmOf(image);
}

function pnmOf({ width, height, channels, data }: PageImage): Uint8Array {
  const size = width * height * channels;
  if (data.length < size) throw new RangeError('fewer pixels than the size says');
  const head = new TextEncoder().encode(`${channels === 1 ? 'P5' : 'P6'}\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + size);
  bytes.set(head);
  bytes.set(data.subarray(0, size), head.length);
  return bytes;
}

/** A segment of a JPEG file from its marker on. */
interface Segment {
  start: number;
  end: number;
  marker: number;
}

const SOI = 0xffd8;
const APP1 = 0xe1;
const SCAN = 0xda;
const EXIF = 'Exif\0\0';

/** The segments before the picture's data. */
export function* jpegSegments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || view.getUint16(0) !== SOI) return;
  for (let start = 2; start + 4 <= bytes.length;) {
    if (bytes[start] !== 0xff) return;
    const marker = bytes[start + 1] ?? 0;
    // Padding, and markers without a length.
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const end = isBare ? start + (marker === 0xff ? 1 : 2) : start + 2 + view.getUint16(start + 2);
    if (!isBare) yield { start, end: Math.min(end, bytes.length), marker };
    if (marker === SCAN) return;
    start = end;
  }
}

const isExif = (bytes: Uint8Array, { marker, start }: Segment): boolean =>
  marker === APP1 && Buffer.from(bytes.subarray(start + 4, start + 10)).toString('latin1') === EXIF;

/** How a photograph is to be turned, 1 (not at all) to 8, as the camera has noted. */
export function jpegOrientation(bytes: Uint8Array): number {
  for (const segment of jpegSegments(bytes)) {
    if (isExif(bytes, segment)) return orientationIn(bytes.subarray(segment.start + 10, segment.end));
  }
  return 1;
}

const ORIENTATION = 0x0112;

function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, little) !== ORIENTATION) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/**
 * Tesseract's worker script finds the note on the turn only in big-endian Exif data and near the file's beginning:
 * it is written anew so that it does.
 */
function withPlainTurn(bytes: Uint8Array): Uint8Array {
  const orientation = jpegOrientation(bytes);
  if (orientation === 1) return bytes;
  const kept: Uint8Array[] = [];
  let end = 2;
  for (const segment of jpegSegments(bytes)) {
    if (!isExif(bytes, segment)) kept.push(bytes.subarray(segment.start, segment.end));
    end = segment.end;
  }
  return Buffer.concat([bytes.subarray(0, 2), exifWith(orientation), ...kept, bytes.subarray(end)]);
}

function exifWith(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const body = [...Buffer.from(EXIF, 'latin1'), ...tiff];
  return Uint8Array.from([0xff, APP1, 0, body.length + 2, ...body]);
}
