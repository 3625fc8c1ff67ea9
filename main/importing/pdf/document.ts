import { Refusal } from '#core/refusal';
import { jpegSize } from '../image-header';
import type { SourceFile } from '../reading';
import { loadPdfjs, type LoadingTask, openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs';
import { type PagePieces, piecesOf, TooManyItems } from './pieces';

const MOST_PAGES = 2000;
/** Points; the format itself ends at 14,400. */
const LARGEST_SIDE = 20_000;
/** Letters of the whole document. */
const MOST_LETTERS = 30_000_000;
/** A3 at 600 dots an inch. */
const MOST_PIXELS = 72_000_000;

/** A document that is open: one page at a time. Throws nothing but a `Refusal`. */
export interface OpenPdf {
  pages: number;
  pieces(number: number): Promise<PagePieces>;
  /** Looks at a page with its pictures. */
  withPictures<T>(number: number, look: (page: PDFPageProxy) => Promise<T>): Promise<T>;
}

/** Opens the document for `use` and closes it whatever happens. What `use` throws by itself goes through. */
export async function withPdf<T>({ name, bytes }: SourceFile, use: (pdf: OpenPdf) => Promise<T>): Promise<T> {
  refuseUnclosed(name, bytes);
  const pdfjs = await loadPdfjs();
  const tasks: LoadingTask[] = [];
  const open = async (mostPixels: number): Promise<PDFDocumentProxy> => {
    const task = openPdf(pdfjs, bytes, mostPixels);
    tasks.push(task);
    return task.promise;
  };
  try {
    const pdf = await refusing(name, open(0));
    if (pdf.numPages > MOST_PAGES) throw new Refusal('file-too-complex', { name });
    return await use(asOpen({ name, bytes }, pdf, () => open(MOST_PIXELS)));
  } finally {
    for (const task of tasks) await task.destroy();
  }
}

/** Pictures are decoded when a page's drawing is looked at, so that is done in a second view of the file. */
function asOpen(
  { name, bytes }: SourceFile,
  pdf: PDFDocumentProxy,
  openWithPictures: () => Promise<PDFDocumentProxy>,
): OpenPdf {
  const bold = new Map<string, boolean>();
  let letters = 0;
  let second: Promise<PDFDocumentProxy> | null = null;
  const pieces = async (number: number): Promise<PagePieces> => {
    const page = await pdf.getPage(number);
    refuseBySize(name, page);
    const found = await piecesOf(page, fontsOf(page, bold));
    for (const piece of found.pieces) letters += piece.text.length;
    if (letters > MOST_LETTERS) throw new Refusal('file-too-complex', { name });
    page.cleanup();
    return found;
  };
  const withPictures = async <T>(number: number, look: (page: PDFPageProxy) => Promise<T>): Promise<T> => {
    if (second === null) refuseHugePictures(name, bytes);
    second ??= openWithPictures();
    const page = await (await second).getPage(number);
    const seen = await look(page);
    page.cleanup();
    return seen;
  };
  return {
    pages: pdf.numPages,
    pieces: (number) => refusing(name, pieces(number)),
    withPictures: (number, look) => refusing(name, withPictures(number, look)),
  };
}

/** Far beyond what chance makes of pictures and packed text. */
const MOST_OPEN = 500;
const OPENING = Buffer.from('<<');
const CLOSING = Buffer.from('>>');

/** pdf.js follows dictionaries that never close into each other, in a time that grows with the square of their number. */
function refuseUnclosed(name: string, bytes: Uint8Array): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let opening = whole.indexOf(OPENING);
  let closing = whole.indexOf(CLOSING);
  let open = 0;
  while (opening !== -1) {
    if (closing !== -1 && closing < opening) {
      open = Math.max(0, open - 1);
      closing = whole.indexOf(CLOSING, closing + 2);
      continue;
    }
    open += 1;
    if (open > MOST_OPEN) throw new Refusal('file-damaged', { name, detail: 'PDF: <<' });
    opening = whole.indexOf(OPENING, opening + 2);
  }
}

/** Pictures in a document that are looked at; more than any scan has pages. */
const MOST_JPEGS = 10_000;

/** pdf.js believes what a JPEG says of its own size and makes room for it, whatever the document says. */
function refuseHugePictures(name: string, bytes: Uint8Array): void {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = whole.indexOf(START_OF_JPEG);
  for (let count = 0; at !== -1 && count < MOST_JPEGS; count += 1) {
    const size = jpegSize(bytes.subarray(at, at + LONGEST_HEAD));
    if (size !== null && size.width * size.height > MOST_PIXELS)
      throw new Refusal('file-too-complex', { name });
    at = whole.indexOf(START_OF_JPEG, at + 2);
  }
}

const START_OF_JPEG = Buffer.from([0xff, 0xd8, 0xff]);
/** Of the segments before a picture's size, colour profiles among them. */
const LONGEST_HEAD = 1_000_000;

function refuseBySize(name: string, page: PDFPageProxy): void {
  const { width, height } = page.getViewport({ scale: 1 });
  const isPage = [width, height].every((side) => Number.isFinite(side) && side > 0 && side <= LARGEST_SIDE);
  if (!isPage) throw new Refusal('file-too-complex', { name });
}

/** Fonts come with the drawing of a page, which is made for a page only when it has a font that is not known. */
function fontsOf(page: PDFPageProxy, known: Map<string, boolean>): (font: string) => Promise<boolean> {
  let isDrawn = false;
  return async (font) => {
    const before = known.get(font);
    if (before !== undefined) return before;
    // 0 = without the annotations.
    if (!isDrawn) await page.getOperatorList({ annotationMode: 0 });
    isDrawn = true;
    const isHeavy = page.commonObjs.has(font) && isBold(page.commonObjs.get(font));
    known.set(font, isHeavy);
    return isHeavy;
  };
}

function isBold(font: unknown): boolean {
  if (typeof font !== 'object' || font === null) return false;
  const name = 'name' in font ? String(font.name) : '';
  return /bold|black|heavy|demi/iu.test(name) || ('bold' in font && font.bold === true);
}

/** What pdf.js says about a file, as a refusal. */
async function refusing<T>(name: string, promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof TooManyItems) throw new Refusal('file-too-complex', { name });
    const kind = error instanceof Error ? error.name : 'unknown';
    if (kind === 'PasswordException') throw new Refusal('file-encrypted', { name });
    throw new Refusal('file-damaged', { name, detail: `PDF: ${kind}` });
  }
}
