import { Refusal } from '#core/refusal';
import { legacyEncodingOf } from '#core/text/legacy';

export interface Decoded {
  text: string;
  /** As the WHATWG names it: `utf-8`, `utf-16le`, `windows-1258`. */
  encoding: string;
}

export interface DecodeOptions {
  /** What the person says that the bytes are written in; null = found from the bytes. */
  encoding: string | null;
  /** What the document itself says (a meta tag); it counts only where the bytes are no UTF-8. */
  declared?: string | null;
}

/** Bytes → text. Refuses binary data, an empty text and the old Vietnamese encodings, by name. */
export function decode(name: string, bytes: Uint8Array, { declared = null }: DecodeOptions): Decoded {
  const decoded = decodeAny(name, bytes, declared);
  if (decoded.text.trim() === '') throw new Refusal('file-empty', { name });
  return decoded;
}

function decodeAny(name: string, bytes: Uint8Array, declared: string | null): Decoded {
  const decoded = decodeUnicode(name, bytes) ?? decodeDeclared(bytes, declared);
  if (decoded === null) throw refuseUndecodable(name, bytes);
  const legacy = legacyEncodingOf(decoded.text);
  if (legacy !== null) throw new Refusal('encoding-legacy', { name, encoding: legacy });
  return decoded;
}

function decodeUnicode(name: string, bytes: Uint8Array): Decoded | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const wide = utf16ByZeros(bytes);
  if (wide !== null) {
    const decoded = decodeAs(wide, bytes);
    if (isNoise(decoded.text)) throw new Refusal('file-binary', { name });
    return decoded;
  }
  if (isBinary(bytes)) throw new Refusal('file-binary', { name });
  return decodeUtf8(bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

const SAMPLE = 64 * 1024;

/** Text in two bytes a letter without a mark at its head: nearly all zeros stand in one of the two places. */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  if (end < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < end; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = end / 2;
  if (odd >= pairs * 0.3 && even <= pairs * 0.02) return 'utf-16le';
  if (even >= pairs * 0.3 && odd <= pairs * 0.02) return 'utf-16be';
  return null;
}

/** Two-byte numbers look like two-byte letters, but make characters that no text has. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD\uFFFE\uFFFF\p{Co}\p{Cn}]/gu)?.length ?? 0;
  return strange > Math.max(2, sample.length * 0.01);
}

/** A stray NUL is forgiven; more of them, or many other control characters, are no text. */
function isBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, SAMPLE * 4);
  let zeros = 0;
  let controls = 0;
  for (let index = 0; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0) zeros += 1;
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return zeros > Math.max(1, end * 0.005) || zeros + controls > Math.max(2, end * 0.03);
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // A file that was cut off may end inside a letter.
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.indexOf('\uFFFD');
    return broken >= text.length - 1 && text.length > 16
      ? { text: text.slice(0, broken), encoding: 'utf-8' }
      : null;
  }
}

function decodeDeclared(bytes: Uint8Array, declared: string | null): Decoded | null {
  if (declared === null || /^utf-?(?:8|16)/i.test(declared)) return null;
  try {
    const decoder = new TextDecoder(declared);
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function refuseUndecodable(name: string, bytes: Uint8Array): Refusal {
  const asLatin = Buffer.from(bytes.subarray(0, SAMPLE * 4)).toString('latin1');
  const legacy = legacyEncodingOf(asLatin);
  if (legacy !== null) return new Refusal('encoding-legacy', { name, encoding: legacy });
  return new Refusal(looksRandom(bytes) ? 'file-binary' : 'encoding-unknown', { name });
}

/** Compressed or machine data uses every byte about equally; a text in any 8-bit encoding is mostly letters and spaces. */
function looksRandom(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let plain = 0;
  for (const byte of sample) {
    if (byte === 0x20 || byte === 0x0a || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0) plain += 1;
  }
  return plain < sample.length * 0.6;
}
