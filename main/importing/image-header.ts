import { damaged, refuseSize } from './image-limits';
import { jpegSegments } from './ocr/picture';

export type ImageKind = 'png' | 'jpeg' | 'webp' | 'tiff';

/** By the first bytes; null = no picture that is read here. */
export function imageKind(bytes: Uint8Array): ImageKind | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  return head.startsWith('II*\0') || head.startsWith('MM\0*') ? 'tiff' : null;
}

/** Refuses a picture that is cut off or too large, by what stands in its head and at its end. */
export function checkPicture(name: string, bytes: Uint8Array, kind: Exclude<ImageKind, 'tiff'>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { width, height, isWhole } = HEADS[kind](view, bytes);
  if (!isWhole) throw damaged(name, 'cut off');
  refuseSize(name, width, height);
}

interface Head {
  width: number;
  height: number;
  isWhole: boolean;
}

const CUT_OFF: Head = { width: 0, height: 0, isWhole: false };

const HEADS: Record<Exclude<ImageKind, 'tiff'>, (view: DataView, bytes: Uint8Array) => Head> = {
  png(view) {
    if (view.byteLength < 33) return CUT_OFF;
    let at = 8;
    while (at + 12 <= view.byteLength && view.getUint32(at + 4) !== PNG_END) at += 12 + view.getUint32(at);
    return { width: view.getUint32(16), height: view.getUint32(20), isWhole: at + 12 <= view.byteLength };
  },
  jpeg(_view, bytes) {
    const size = jpegSize(bytes);
    // After the end, cameras put previews and other data of their own.
    return size === null
      ? CUT_OFF
      : { ...size, isWhole: Buffer.from(bytes).includes(JPEG_END, size.dataStart) };
  },
  webp(view) {
    if (view.byteLength < 30) return CUT_OFF;
    return { ...webpSize(view), isWhole: view.getUint32(4, true) + 8 <= view.byteLength };
  },
};

const PNG_END = 0x49454e44;
const JPEG_END = Buffer.from([0xff, 0xd9]);

interface JpegSize {
  width: number;
  height: number;
  /** Where the picture itself begins. */
  dataStart: number;
}

/** Null where the head is cut off. */
export function jpegSize(bytes: Uint8Array): JpegSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let size: Pick<JpegSize, 'width' | 'height'> | null = null;
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (isFrame(marker) && start + 9 <= bytes.length)
      size = { height: view.getUint16(start + 5), width: view.getUint16(start + 7) };
    if (marker === START_OF_SCAN) return size === null ? null : { ...size, dataStart: end };
  }
  return null;
}

const START_OF_SCAN = 0xda;
/** Among the frames' markers are those of tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function webpSize(view: DataView): { width: number; height: number } {
  const form = view.getUint32(12);
  if (form === WEBP_LOSSY)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (form === WEBP_LOSSLESS) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  const threeBytes = (at: number) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1;
  return { width: threeBytes(24), height: threeBytes(27) };
}

const WEBP_LOSSY = 0x56503820;
const WEBP_LOSSLESS = 0x5650384c;
