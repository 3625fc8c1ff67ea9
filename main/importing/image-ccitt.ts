import utif from 'utif2';

/** A fax picture within a TIFF file: black and white, by run lengths. The highest bit of a byte comes first. */
export interface FaxData {
  bytes: Uint8Array;
  width: number;
  height: number;
  kind: 'rows' | 'group3' | 'group4';
  /** Group 3 only: most rows are told by what differs from the row before. */
  twoDimensional: boolean;
}

/** Codes of the run lengths as strings of 0 and 1, for white and for black; utif2 has them, but not in its types. */
type RunTables = readonly [Record<string, number>, Record<string, number>];
const [WHITE, BLACK] = (utif as unknown as { decode: { _lens: RunTables } }).decode._lens;

/** Keys are codes with a 1 before them, so that their zeros count. */
const runCodes = (table: Record<string, number>): ReadonlyMap<number, number> =>
  new Map(Object.entries(table).map(([code, run]) => [Number.parseInt(`1${code}`, 2), run]));
const RUNS = [runCodes(WHITE), runCodes(BLACK)] as const;
const LONGEST_CODE = 13;

const PASS = 100;
const HORIZONTAL = 101;
/** Of the next change of colour: where it is compared with the row before, or how it is told. */
const MODES: ReadonlyMap<number, number> = new Map([
  [0b11, 0],
  [0b1011, 1],
  [0b1010, -1],
  [0b1000011, 2],
  [0b1000010, -2],
  [0b10000011, 3],
  [0b10000010, -3],
  [0b10001, PASS],
  [0b1001, HORIZONTAL],
]);
const LONGEST_MODE = 7;
const LEAST_ZEROS = 11;

class BitReader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length * 8;
  }

  bit(): number {
    const byte = this.#bytes[this.#at >> 3] ?? 0;
    const place = 7 - (this.#at & 7);
    this.#at += 1;
    return (byte >> place) & 1;
  }

  toByte(): void {
    this.#at = (this.#at + 7) & ~7;
  }

  /** Null where no code stands here. */
  code(codes: ReadonlyMap<number, number>, longest: number): number | null {
    let key = 1;
    for (let length = 0; length < longest; length += 1) {
      key = (key << 1) | this.bit();
      const value = codes.get(key);
      if (value !== undefined) return value;
    }
    return null;
  }

  /** Reads over the end of a line, with the zeros that fill up before it. */
  skipLineEnd(): boolean {
    const start = this.#at;
    let zeros = 0;
    while (!this.isAtEnd && this.bit() === 0) zeros += 1;
    if (zeros >= LEAST_ZEROS && !this.isAtEnd) return true;
    this.#at = start;
    return false;
  }

  /** A run of one colour; null where none is told. */
  run(colour: number): number | null {
    let length = 0;
    for (;;) {
      const part = this.code(RUNS[colour === 0 ? 0 : 1], LONGEST_CODE);
      if (part === null) return null;
      length += part;
      if (part < 64) return length;
    }
  }
}

/** Places where the colour changes, from white at the left edge on. */
type Row = number[];

/** One byte a pixel, 1 = black. `rows` counts those that could be read; the others are white. */
export function decodeFax(data: FaxData): { pixels: Uint8Array; rows: number } {
  const { width, height } = data;
  const pixels = new Uint8Array(width * height);
  const bits = new BitReader(data.bytes);
  let row: Row = [];
  let y = 0;
  for (; y < height && !bits.isAtEnd; y += 1) {
    const next = readRow(bits, row, data);
    if (next === null) break;
    row = next;
    for (let index = 0; index < row.length; index += 2)
      pixels.fill(1, y * width + (row[index] ?? width), y * width + (row[index + 1] ?? width));
  }
  return { pixels, rows: y };
}

const ENDS_OF_PAGE = 6;

function readRow(bits: BitReader, before: Row, data: FaxData): Row | null {
  if (data.kind === 'group4') return rowByChanges(bits, before, data.width);
  if (data.kind === 'rows') {
    bits.toByte();
    return rowByRuns(bits, data.width);
  }
  for (let ends = 0; bits.skipLineEnd(); ends += 1) {
    if (ends + 1 === ENDS_OF_PAGE) return null;
    if (data.twoDimensional && bits.bit() === 0) return rowByChanges(bits, before, data.width);
  }
  return rowByRuns(bits, data.width);
}

function rowByRuns(bits: BitReader, width: number): Row | null {
  const row: Row = [];
  for (let at = 0, colour = 0; at < width; colour = 1 - colour) {
    const run = bits.run(colour);
    if (run === null) return null;
    at = Math.min(width, at + run);
    row.push(at);
  }
  return row;
}

function rowByChanges(bits: BitReader, before: Row, width: number): Row | null {
  const row: Row = [];
  let at = -1;
  let colour = 0;
  let near = 0;
  while (at < width) {
    // The first change in the row before that lies to the right and is one to the other colour.
    while (near > 0 && (before[near - 1] ?? width) > at) near -= 1;
    while (near < before.length && ((before[near] ?? width) <= at || (near & 1) !== colour)) near += 1;
    const mode = bits.code(MODES, LONGEST_MODE);
    if (mode === null) return null;
    if (mode === PASS) {
      at = before[near + 1] ?? width;
    } else if (mode === HORIZONTAL) {
      const first = bits.run(colour);
      const second = first === null ? null : bits.run(1 - colour);
      if (first === null || second === null) return null;
      const middle = Math.min(width, Math.max(at, 0) + first);
      at = Math.min(width, middle + second);
      row.push(middle, at);
    } else {
      const change = Math.min(width, (before[near] ?? width) + mode);
      if (change < Math.max(at, 0)) return null;
      row.push(change);
      at = change;
      colour = 1 - colour;
    }
  }
  return row;
}
