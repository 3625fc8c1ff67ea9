// How a segment of the index lies in its file: one header, then arrays, each used where it lies and never parsed.
//
// Words of all texts of a segment have places in one row of numbers, texts apart from each other by a distance that no
// phrase has. A term is a field, a loose key and a strict key, in the order of code units; its postings are the places of
// its words (`postings.ts`). Terms that stand in many articles have the set of these articles beside, as bits, and so have
// beginnings of terms that stand for many words: somebody who types `th` waits for each letter.

export const FIELDS = ['title', 'text', 'note'] as const;
export type Field = (typeof FIELDS)[number];

/** The newest layout that this program writes; files of another are made again. */
const FORMAT = 2;
const MAGIC = 0x58494344;

/** Each array of a segment in the order of the file. */
const ARRAYS = {
  /** 16 ASCII characters for each article, and 16 that change when what is indexed of it changes. */
  ids: Uint8Array,
  stamps: Uint8Array,
  /** Where the places of an article begin; one more than there are articles. */
  docStarts: Uint32Array,
  /** Code units of all terms, and where each of them begins; one more than there are terms. */
  termUnits: Uint16Array,
  termStarts: Uint32Array,
  /** How many postings a term has, and where they begin; one more than there are terms. */
  counts: Uint32Array,
  postingStarts: Uint32Array,
  postings: Uint32Array,
  /** Which set of articles belongs to a term; NO_SET where it has none. */
  setOf: Uint32Array,
  /** Beginnings of terms that have a set: BEGINNING code units for each, filled up with zeros, and which set it is. */
  beginnings: Uint16Array,
  beginningSets: Uint32Array,
  sets: Uint32Array,
} as const;

export const NO_SET = 0xffffffff;
export const ID_LENGTH = 16;
/** A field and up to three letters. */
export const BEGINNING = 4;

type Constructors = typeof ARRAYS;
export type SegmentArrays = { [K in keyof Constructors]: InstanceType<Constructors[K]> };
type Name = keyof SegmentArrays;

/** Any of the arrays, over memory that may belong to several threads. */
type OverMemory = new (memory: ArrayBufferLike, start: number, length: number) => SegmentArrays[Name];

const NAMES = Object.keys(ARRAYS) as Name[];
/** Magic, format, and two numbers for each array: where it begins and how many elements it has. */
const HEADER_WORDS = 2 + NAMES.length * 2;

const aligned = (bytes: number): number => (bytes + 7) & ~7;

/** The arrays of a segment as one file. */
export const packed = (arrays: SegmentArrays): Uint8Array<ArrayBuffer> =>
  packedIn(arrays, (bytes) => new ArrayBuffer(bytes));

/** The same in memory that threads have in common. */
export const packedToShare = (arrays: SegmentArrays): Uint8Array<SharedArrayBuffer> =>
  packedIn(arrays, (bytes) => new SharedArrayBuffer(bytes));

function packedIn<T extends ArrayBufferLike>(
  arrays: SegmentArrays,
  memory: (bytes: number) => T,
): Uint8Array<T> {
  const header = new Uint32Array(HEADER_WORDS);
  header[0] = MAGIC;
  header[1] = FORMAT;
  let at = aligned(header.byteLength);
  for (const [index, name] of NAMES.entries()) {
    header[2 + index * 2] = at;
    header[3 + index * 2] = arrays[name].length;
    at = aligned(at + arrays[name].byteLength);
  }
  const file = new Uint8Array(memory(at));
  file.set(new Uint8Array(header.buffer));
  for (const [index, name] of NAMES.entries()) {
    const { buffer, byteOffset, byteLength } = arrays[name];
    file.set(new Uint8Array(buffer, byteOffset, byteLength), header[2 + index * 2]);
  }
  return file;
}

/** The arrays of a file, where they lie in it; null when it is no segment of this format. */
export function unpacked(file: Uint8Array): SegmentArrays | null {
  // Arrays of numbers have to begin at even offsets of the memory.
  const buffer = file.byteOffset % 8 === 0 ? file.buffer : file.slice().buffer;
  const base = file.byteOffset % 8 === 0 ? file.byteOffset : 0;
  if (file.byteLength < HEADER_WORDS * 4) return null;
  const header = new Uint32Array(buffer, base, HEADER_WORDS);
  if (header[0] !== MAGIC || header[1] !== FORMAT) return null;
  const views: Partial<Record<Name, SegmentArrays[Name]>> = {};
  for (const [index, name] of NAMES.entries()) {
    const start = header[2 + index * 2] ?? 0;
    const length = header[3 + index * 2] ?? 0;
    const bytes = length * ARRAYS[name].BYTES_PER_ELEMENT;
    if (start % 8 !== 0 || start + bytes > file.byteLength) return null;
    views[name] = new (ARRAYS[name] as OverMemory)(buffer, base + start, length);
  }
  const arrays = views as SegmentArrays;
  return isWhole(arrays) ? arrays : null;
}

/** Whether the lengths of the arrays belong together. */
function isWhole(arrays: SegmentArrays): boolean {
  const docs = arrays.docStarts.length - 1;
  const terms = arrays.termStarts.length - 1;
  return (
    docs >= 0 &&
    terms >= 0 &&
    arrays.ids.length === docs * ID_LENGTH &&
    arrays.stamps.length === docs * ID_LENGTH &&
    arrays.counts.length === terms &&
    arrays.setOf.length === terms &&
    arrays.beginnings.length === arrays.beginningSets.length * BEGINNING &&
    arrays.postingStarts.length === terms + 1 &&
    arrays.termStarts[terms] === arrays.termUnits.length &&
    (arrays.postingStarts[terms] ?? 0) < arrays.postings.length
  );
}
