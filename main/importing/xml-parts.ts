import { inflateRawSync } from 'node:zlib';
import { Refusal } from '#core/refusal';

// The XML parts of a zipped document (DOCX, ODT), unpacked within bounds, whatever the archive says of itself.

const MEGABYTE = 1024 * 1024;
const MOST_UNPACKED = 200 * MEGABYTE;
const LARGEST_PART = 64 * MEGABYTE;
const MOST_ENTRIES = 20_000;

interface Entry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packed: number;
  unpacked: number;
  offset: number;
}

/** The parts that are wanted, by name. Refuses archives that are damaged, locked or unpack to too much. */
export function partsOf(
  name: string,
  bytes: Uint8Array,
  isWanted: (part: string) => boolean,
): Map<string, Uint8Array> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(name, archive);
  const wanted = entries.filter((entry) => isWanted(entry.name));
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > MOST_UNPACKED || wanted.some((entry) => entry.unpacked > LARGEST_PART))
    throw new Refusal('file-too-complex', { name });
  const parts = new Map<string, Uint8Array>();
  let left = MOST_UNPACKED;
  for (const entry of wanted) {
    if (entry.isEncrypted) throw new Refusal('file-encrypted', { name });
    const part = unpack(name, archive, entry, Math.min(left, LARGEST_PART));
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

const damaged = (name: string, detail: string) => new Refusal('file-damaged', { name, detail });

/** What the archive's directory at its end lists. */
function entriesOf(name: string, archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end === -1 || end + 22 > archive.length) throw damaged(name, 'ZIP');
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Refusal('file-too-complex', { name });
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== 0x02014b50) throw damaged(name, 'ZIP');
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: archive.readUInt16LE(at + 10),
      isEncrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(name: string, archive: Buffer, entry: Entry, most: number): Uint8Array {
  const { offset, packed, method } = entry;
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== 0x04034b50) throw damaged(name, 'ZIP');
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (start + packed > archive.length) throw damaged(name, 'ZIP');
  const data = archive.subarray(start, start + packed);
  if (method === 0 && data.length <= most) return data;
  if (method !== 8) throw damaged(name, 'ZIP');
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    const isTooMuch = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooMuch ? new Refusal('file-too-complex', { name }) : damaged(name, 'ZIP');
  }
}
