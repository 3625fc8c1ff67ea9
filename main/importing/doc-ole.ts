import { Refusal } from '#core/refusal';

// Compound files (OLE): a file system inside a file. Old Word writes one, and so does a locked DOCX.

const FREE_FROM = 0xfffffffa;
const ENTRY = 128;
const MOST_ENTRIES = 20_000;

export function isCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1';
}

interface Stream {
  name: string;
  type: number;
  start: number;
  size: number;
}

/** Every stream by its name; of two with one name the first. Bounded by the size of the file. */
export class CompoundFile {
  private readonly data: Buffer;
  private readonly sectorSize: number;
  private readonly fat: number[];
  private readonly miniFat: number[];
  private readonly mini: Buffer;
  private readonly streams: Stream[];

  constructor(
    private readonly name: string,
    bytes: Uint8Array,
  ) {
    this.data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!isCompound(bytes) || bytes.length < 1024) throw this.damaged();
    const shift = this.data.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw this.damaged();
    this.sectorSize = 2 ** shift;
    this.fat = this.allocation();
    const directory = this.chain(this.data.readUInt32LE(48));
    this.streams = directoryOf(directory);
    const root = this.streams.find((stream) => stream.type === 5);
    const miniTable = this.chain(this.data.readUInt32LE(60));
    this.mini = root === undefined ? Buffer.alloc(0) : this.chain(root.start).subarray(0, root.size);
    this.miniFat = numbersOf(miniTable).slice(0, Math.ceil(this.mini.length / 64));
  }

  has(name: string): boolean {
    return this.streams.some((stream) => stream.name === name);
  }

  /** Null when there is none of that name. What is cut off is missing at the end. */
  stream(name: string): Buffer | null {
    const found = this.streams.find((stream) => stream.name === name && stream.type === 2);
    if (found === undefined) return null;
    const isMini = found.size < this.data.readUInt32LE(56);
    return (isMini ? this.miniChain(found.start) : this.chain(found.start)).subarray(0, found.size);
  }

  private damaged(): Refusal {
    return new Refusal('file-damaged', { name: this.name, detail: 'OLE' });
  }

  private sector(number: number): Buffer {
    const from = (number + 1) * this.sectorSize;
    return this.data.subarray(from, from + this.sectorSize);
  }

  /** The table that says of each sector which one follows it. */
  private allocation(): number[] {
    const most = Math.ceil(this.data.length / this.sectorSize);
    const sectors: number[] = [];
    for (let at = 76; at < 512; at += 4) sectors.push(this.data.readUInt32LE(at));
    let next = this.data.readUInt32LE(68);
    for (let step = 0; next < FREE_FROM && step < most; step += 1) {
      const more = numbersOf(this.sector(next));
      next = more.pop() ?? FREE_FROM;
      sectors.push(...more);
    }
    const used = sectors.filter((sector) => sector < most).slice(0, most);
    return used.flatMap((sector) => numbersOf(this.sector(sector))).slice(0, most);
  }

  private chain(start: number): Buffer {
    const pieces = chainOf(start, this.fat).map((number) => this.sector(number));
    return Buffer.concat(pieces);
  }

  private miniChain(start: number): Buffer {
    const pieces = chainOf(start, this.miniFat).map((number) =>
      this.mini.subarray(number * 64, number * 64 + 64),
    );
    return Buffer.concat(pieces);
  }
}

/** A chain that comes back to itself ends there. */
function chainOf(start: number, table: readonly number[]): number[] {
  const seen = new Set<number>();
  for (let number = start; number < table.length && !seen.has(number); number = table[number] ?? FREE_FROM)
    seen.add(number);
  return [...seen];
}

function numbersOf(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}

function directoryOf(bytes: Buffer): Stream[] {
  const streams: Stream[] = [];
  for (let at = 0; at + ENTRY <= bytes.length && streams.length < MOST_ENTRIES; at += ENTRY) {
    const length = Math.min(64, bytes.readUInt16LE(at + 64));
    streams.push({
      name: bytes.toString('utf16le', at, at + Math.max(0, length - 2)),
      type: bytes.readUInt8(at + 66),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return streams;
}
