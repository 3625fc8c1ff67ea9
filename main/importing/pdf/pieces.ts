import { withoutPiledMarks } from '#core/text/normalise';
import { type Matrix, matrixOf, product } from './matrix';
import type { PDFPageProxy } from './pdfjs';

/** Text that was set in one go. Lengths are points, `x` from the left, `y` of the base line from the top. */
export interface Piece {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** A space was set before it. */
  spaced: boolean;
}

/** The pieces of a page that is turned so that most of its text is upright. */
export interface PagePieces {
  width: number;
  height: number;
  pieces: Piece[];
  /** Text that runs another way: stamps, watermarks, notes in the margin. Each turned upright. */
  aside: Piece[];
}

interface Turned {
  piece: Piece;
  degrees: number;
}

/** A page with more is a drawing or an attack. */
const MOST_ITEMS = 100_000;

export class TooManyItems extends Error {}

/** The text layer of a page. `isBold` is asked once for each font. */
export async function piecesOf(
  page: PDFPageProxy,
  isBold: (font: string) => Promise<boolean>,
): Promise<PagePieces> {
  // Its own clean-up takes the letter à of an old font for a Greek one.
  const content = await page.getTextContent({ disableNormalization: true });
  if (content.items.length > MOST_ITEMS) throw new TooManyItems();
  const viewport = page.getViewport({ scale: 1 });
  const view = matrixOf(viewport.transform);
  const scale = Math.hypot(view[0], view[1]);
  const bold = new Map<string, boolean>();
  const turned: Turned[] = [];
  let spaced = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const text = cleaned(item.str);
    if (text.trim() === '') {
      spaced ||= text !== '';
      continue;
    }
    let isHeavy = bold.get(item.fontName);
    if (isHeavy === undefined) {
      isHeavy = await isBold(item.fontName);
      bold.set(item.fontName, isHeavy);
    }
    const place = placeOf(product(view, matrixOf(item.transform)), item.width * scale);
    if (place === null) continue;
    const { degrees, ...box } = place;
    turned.push({
      degrees,
      piece: { text: text.trim(), bold: isHeavy, spaced: spaced || text.startsWith(' '), ...box },
    });
    spaced = text.endsWith(' ');
  }
  return upright(turned, viewport.width, viewport.height);
}

function upright(turned: readonly Turned[], width: number, height: number): PagePieces {
  const letters = new Map<number, number>();
  for (const { piece, degrees } of turned) {
    letters.set(degrees, (letters.get(degrees) ?? 0) + piece.text.length);
  }
  const main = [...letters].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ].map(([x = 0, y = 0]) => turn(x, y, main));
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const isSideways = main === 90 || main === 270;
  return {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    pieces: turned
      .filter((one) => one.degrees === main)
      .map(({ piece }) => ({ ...piece, x0: piece.x0 - left, x1: piece.x1 - left, y: piece.y - top })),
    aside: turned.filter((one) => one.degrees !== main).map((one) => one.piece),
  };
}

/** Where a text begins and ends, on a page that is turned until it is upright. Null for what no page can hold. */
function placeOf(
  matrix: Matrix,
  length: number,
): (Pick<Piece, 'x0' | 'x1' | 'y' | 'size'> & { degrees: number }) | null {
  const [a, b, c, d, e, f] = matrix;
  const size = Math.hypot(c, d);
  const degrees = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  const start = turn(e, f, degrees);
  const numbers = [start.x, start.y, size, length];
  if (size < 0.5 || numbers.some((number) => !Number.isFinite(number) || Math.abs(number) > 1e6)) return null;
  return { x0: start.x, x1: start.x + Math.max(0, length), y: start.y, size, degrees };
}

function turn(x: number, y: number, degrees: number): { x: number; y: number } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}

function cleaned(text: string): string {
  return withoutPiledMarks(text).replace(/\s+/gu, ' ').replace(/\0/gu, '');
}
