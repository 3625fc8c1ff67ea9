import { crc32 } from 'node:zlib';
import { Inflate, inflateSync } from 'fflate';
import { Refusal } from '#core/refusal';

export interface ZipEntry {
  /** As written in the archive, folders and all: a name, never a place to write to. */
  path: string;
  /** Unpacked, as the archive says; more than that is never unpacked. */
  size: number;
  encrypted: boolean;
}

interface Member extends ZipEntry {
  method: number;
  packed: number;
  crc: number;
  /** Of the header that stands before the packed bytes. */
  offset: number;
}

type Members = ReadonlyMap<string, Member>;

const MEGABYTE = 1024 * 1024;
const MOST_ENTRIES = 20_000;
const MOST_UNPACKED = 1024 * MEGABYTE;
const LONGEST_NAME = 4096;
/** Beyond this size an archive that unpacks to so many times its own size was made to do harm. */
const SUSPICIOUS_SIZE = 64 * MEGABYTE;
const SUSPICIOUS_RATIO = 200;
/** Deflate cannot do better: a larger size is a lie. */
const BEST_RATIO = 1032;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const IN_DIRECTORY = 0x02014b50;
const BEFORE_DATA = 0x04034b50;
const IN_EXTRA_FIELD = 0xffffffff;

const damaged = (name: string, detail: string) =>
  new Refusal('file-damaged', { name, detail: `zip: ${detail}` });
const tooLarge = (name: string, limit: number) =>
  new Refusal('archive-too-large', { name, limit: Math.ceil(limit / MEGABYTE) });

/** The files of an archive, without its folders, in the archive's order. `name` is the archive's, for refusals. */
export function listZip(name: string, bytes: Uint8Array): ZipEntry[] {
  return [...membersOf(name, bytes).values()].map(({ path, size, encrypted }) => ({ path, size, encrypted }));
}

/** What the archive says about one of its files; null where there is no such file. */
export function zipEntryAt(name: string, bytes: Uint8Array, path: string): ZipEntry | null {
  return membersOf(name, bytes).get(path) ?? null;
}

/** Unpacks one file of at most `limit` bytes; its checksum must be right. */
export function readZipEntry(name: string, bytes: Uint8Array, path: string, limit: number): Uint8Array {
  const member = membersOf(name, bytes).get(path);
  if (member === undefined) throw damaged(name, `no ${path.slice(-60)}`);
  if (member.encrypted) throw new Refusal('file-encrypted', { name });
  if (member.size > limit || isSuspicious(member.size, member.packed)) throw tooLarge(name, limit);
  const packed = packedBytes(name, bytes, member);
  const content = member.method === 0 ? packed.slice() : unpacked(name, packed, member);
  if (content.length !== member.size || crc32(content) !== member.crc) throw damaged(name, 'checksum');
  return content;
}

/** The directory is read once for all files of an archive. */
const known = new WeakMap<Uint8Array, Members>();

function membersOf(name: string, bytes: Uint8Array): Members {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const members = readDirectory(name, bytes);
  const unpacked = [...members.values()].reduce((sum, member) => sum + member.size, 0);
  if (unpacked > MOST_UNPACKED || isSuspicious(unpacked, bytes.length)) throw tooLarge(name, MOST_UNPACKED);
  known.set(bytes, members);
  return members;
}

const isSuspicious = (size: number, packed: number) =>
  size > SUSPICIOUS_SIZE && size > packed * SUSPICIOUS_RATIO;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

interface Directory {
  offset: number;
  entries: number;
  /** How far all offsets are off, where something was put before the archive. */
  shift: number;
}

function findDirectory(name: string, view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (view.getUint16(at + 4, true) !== view.getUint16(at + 6, true))
      throw damaged(name, 'one of several parts');
    const wide = directory64(view, at);
    if (wide !== null) return wide;
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const shift = at - size - offset;
    if (shift >= 0) return { offset: offset + shift, entries: view.getUint16(at + 10, true), shift };
  }
  throw damaged(name, 'cut off');
}

/** Where the archive was written with large numbers, as some programs do for small archives too. */
function directory64(view: DataView, end: number): Directory | null {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return null;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return null;
  const entries = Number(view.getBigUint64(at + 32, true));
  return { entries, offset: Number(view.getBigUint64(at + 48, true)), shift: 0 };
}

function readDirectory(name: string, bytes: Uint8Array): Members {
  const view = viewOf(bytes);
  const { offset, entries, shift } = findDirectory(name, view);
  if (entries > MOST_ENTRIES) throw new Refusal('file-too-complex', { name });
  const members = new Map<string, Member>();
  let at = offset;
  for (let index = 0; index < entries; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== IN_DIRECTORY) throw damaged(name, 'directory');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length || nameEnd - at - 46 > LONGEST_NAME) throw damaged(name, 'directory');
    const extra = extraFields(bytes.subarray(nameEnd, extraEnd));
    const flags = view.getUint16(at + 8, true);
    const path = pathOf(bytes.subarray(at + 46, nameEnd), flags, extra);
    const member = { path, encrypted: (flags & 1) !== 0, ...numbersOf(view, at, extra) };
    member.offset += shift;
    // Of two files of one name the later is the newer.
    if (path !== '' && !/[\\/]$/.test(path)) members.set(path, member);
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return members;
}

const EXTRA_LARGE_NUMBERS = 0x0001;
const EXTRA_UNICODE_PATH = 0x7075;

function extraFields(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = viewOf(bytes);
  const fields = new Map<number, Uint8Array>();
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > bytes.length) break;
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}

function numbersOf(view: DataView, at: number, extra: ReadonlyMap<number, Uint8Array>) {
  const large = viewOf(extra.get(EXTRA_LARGE_NUMBERS) ?? new Uint8Array(0));
  let next = 0;
  const number = (place: number) => {
    const value = view.getUint32(at + place, true);
    if (value !== IN_EXTRA_FIELD || next + 8 > large.byteLength) return value;
    next += 8;
    return Number(large.getBigUint64(next - 8, true));
  };
  // The large numbers stand in this order.
  const size = number(24);
  const packed = number(20);
  const offset = number(42);
  return { size, packed, offset, method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true) };
}

const UTF8_NAME = 0x0800;

/** Old Vietnamese Windows wrote names in its own code page; other guesses would be worse. */
function pathOf(raw: Uint8Array, flags: number, extra: ReadonlyMap<number, Uint8Array>): string {
  const unicode = extra.get(EXTRA_UNICODE_PATH);
  if (unicode !== undefined && unicode.length > 5) return new TextDecoder().decode(unicode.subarray(5));
  if ((flags & UTF8_NAME) !== 0) return new TextDecoder().decode(raw);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // Not UTF-8: every byte is a letter in the code page, so that the file can at least be told from others.
    return new TextDecoder('windows-1258').decode(raw).normalize('NFC');
  }
}

function packedBytes(name: string, bytes: Uint8Array, { offset, packed }: Member): Uint8Array {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== BEFORE_DATA)
    throw damaged(name, 'offset');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damaged(name, 'cut off');
  return bytes.subarray(start, start + packed);
}

/** So little unpacks to little, whatever it is. */
const STEP = 16 * 1024;
const MOST_IDLE_STEPS = 16;

function unpacked(name: string, packed: Uint8Array, { method, size }: Member): Uint8Array {
  if (method !== 8) throw damaged(name, `method ${method}`);
  if (size > (packed.length + 1) * BEST_RATIO) throw damaged(name, 'size');
  const content = new Uint8Array(size);
  try {
    // What would not fit into the given space is not written; the checksum tells.
    if (packed.length <= STEP) return inflateSync(packed, { out: content });
    return content.subarray(0, inflateInSteps(name, packed, content));
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(name, 'data');
  }
}

/** Stops as soon as there is more than `content` holds. Gives how much was written. */
function inflateInSteps(name: string, packed: Uint8Array, content: Uint8Array): number {
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > content.length) throw damaged(name, 'size');
    content.set(chunk, filled);
    filled += chunk.length;
  });
  let idle = 0;
  for (let at = 0; at < packed.length && idle < MOST_IDLE_STEPS; at += STEP) {
    const before = filled;
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    // What stands after the end would be kept and copied at every step.
    idle = filled === before ? idle + 1 : 0;
  }
  return filled;
}
