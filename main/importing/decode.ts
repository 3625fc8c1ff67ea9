import { isUtf8 } from 'node:buffer';
import { type Encoding, ENCODINGS, isEncoding } from '#core/text/encodings';
import { type EncodedReading, type EncodingGuess, guessesOf } from '#core/text/guesses';
import {
  EIGHT_BIT,
  fromLatin,
  isWestern,
  LEGACY,
  type Legacy,
  legacyOf,
  modernLetters,
} from '#core/text/legacy';
import { fromCp1252 } from '#core/text/legacy-tables';
import { Refusal } from '#core/refusal';

export type { EncodingGuess } from '#core/text/guesses';
export { modernLetters } from '#core/text/legacy';

export interface Decoded {
  text: string;
  /** One of `ENCODINGS`, or what the document declares, as the WHATWG names it (`gb18030`). */
  encoding: string;
}

export interface DecodeOptions {
  /** What the person says that the bytes are written in; null = found from the bytes. */
  encoding: string | null;
  /** What the document itself says (a meta tag); it counts only where the bytes are no UTF-8. */
  declared?: string | null;
}

/** Bytes → text. Refuses binary data, an empty text and what no encoding can be guessed for. */
export function decode(name: string, bytes: Uint8Array, options: DecodeOptions): Decoded {
  const { encoding, declared = null } = options;
  const decoded = encoding === null ? decodeFound(name, bytes, declared) : decodeGiven(bytes, encoding);
  if (decoded.text.trim() === '') throw new Refusal('file-empty', { name });
  return decoded;
}

const SAMPLE = 64 * 1024;
const GUESS_SAMPLE = 150_000;

/** What the bytes may be, best first, at most four; none for binary data and for an empty text. */
export function guessEncodings(bytes: Uint8Array, declared: string | null = null): EncodingGuess[] {
  const sample = bytes.subarray(0, GUESS_SAMPLE);
  const unicode = unicodeOf(sample);
  if (unicode === null && (isBinary(sample) || looksRandom(sample))) return [];
  const letters = unicode?.text ?? latinOf(sample);
  if (letters.trim() === '' || (unicode !== null && isNoise(unicode))) return [];
  const found = unicode === null ? found8Bit(sample, declared) : modern(unicode);
  if (found !== null && found.encoding === unicode?.encoding && !letters.includes('\uFFFD'))
    return guessesOf([unicode]).map((guess) => ({ ...guess, likelihood: 1 }));
  const best = found !== null && isEncoding(found.encoding) ? [{ ...found, encoding: found.encoding }] : [];
  const inLetters = (among: readonly Legacy[]): EncodedReading[] =>
    among.map((legacy) => ({ encoding: legacy, text: fromLatin(legacy, letters) }));
  const others: EncodedReading[] =
    unicode === null
      ? [{ encoding: 'windows-1252', text: letters }, ...inLetters(EIGHT_BIT), decodeAs('utf-8', sample)]
      : [unicode, ...inLetters(LEGACY)];
  return guessesOf([...best, ...others.filter(({ encoding }) => encoding !== best[0]?.encoding)]);
}

function decodeFound(name: string, bytes: Uint8Array, declared: string | null): Decoded {
  const unicode = unicodeOf(bytes);
  if (unicode === null ? isBinary(bytes) : isNoise(unicode)) throw new Refusal('file-binary', { name });
  const decoded = unicode === null ? found8Bit(bytes, declared) : modern(unicode);
  if (decoded === null) throw new Refusal(looksRandom(bytes) ? 'file-binary' : 'encoding-unknown', { name });
  return decoded;
}

/** Unicode text whose letters stand for bytes (pasted from a document in old fonts). */
function modern<T extends Decoded>(decoded: T): T | (Decoded & { encoding: Legacy }) {
  const { text, encoding } = modernLetters(decoded.text);
  return encoding === 'unicode' ? decoded : { text, encoding };
}

/** What the document declares where that is plausible, else the old Vietnamese encoding that fits, else Western. */
function found8Bit(bytes: Uint8Array, declared: string | null): Decoded | null {
  const stated = decodeDeclared(bytes, declared);
  if (stated !== null) {
    const letters = modern(stated);
    if (letters !== stated) return letters;
    // Pages say Windows-1252 (or Latin-1) out of habit.
    if (stated.encoding !== 'windows-1252' && isPlausible(stated.text)) return stated;
  }
  const latin = latinOf(bytes);
  const encoding = legacyOf(latin, { among: EIGHT_BIT });
  if (encoding !== null) return { text: fromLatin(encoding, latin), encoding };
  if (isWestern(latin)) return { text: latin, encoding: 'windows-1252' };
  const weak = looksRandom(bytes) ? null : legacyOf(latin, { among: EIGHT_BIT, bold: true });
  if (weak !== null) return { text: fromLatin(weak, latin), encoding: weak };
  return stated !== null && isPlausible(stated.text) ? stated : null;
}

/** One byte a letter, as Windows-1252 has them. Not with `TextDecoder`: that of some Node versions reads Latin-1. */
function latinOf(bytes: Uint8Array): string {
  return fromCp1252(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}

interface UnicodeText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/** By the byte order mark, by the zeros of two-byte letters, or as (nearly) faultless UTF-8. */
function unicodeOf(bytes: Uint8Array): UnicodeText | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const wide = utf16ByZeros(bytes);
  if (wide !== null) return decodeAs(wide, bytes);
  if (isBinary(bytes)) return null;
  if (first === 0xef && second === 0xbb && third === 0xbf) return decodeAs('utf-8', bytes);
  return decodeUtf8(bytes);
}

function decodeAs(encoding: UnicodeText['encoding'], bytes: Uint8Array): UnicodeText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

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
function isNoise({ text, encoding }: UnicodeText): boolean {
  if (encoding === 'utf-8') return false;
  const sample = text.slice(0, SAMPLE);
  const strange =
    sample.match(/[\u0000-\u0008\u000E-\u001F\uFFFD\uE000-\uEFFF\uF100-\uF8FF\uFFFE\uFFFF\p{Cn}]/gu)
      ?.length ?? 0;
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

/** Broken bytes are forgiven where they are few among many faultless letters; a cut-off end loses its last letter. */
function decodeUtf8(bytes: Uint8Array): UnicodeText | null {
  const decoded = decodeAs('utf-8', bytes);
  if (isUtf8(bytes)) return decoded;
  const { text } = decoded;
  const first = text.indexOf('\uFFFD');
  if (first >= text.length - 1 && text.length > 16) return { ...decoded, text: text.slice(0, first) };
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const letters = text.match(/[\u00C0-\u02FF\u0300-\u036F\u0370-\uFFFC]/g)?.length ?? 0;
  const isFew = broken <= Math.max(1, bytes.length * 0.005) && letters >= broken * 10;
  return isFew ? decoded : null;
}

function decodeDeclared(bytes: Uint8Array, declared: string | null): Decoded | null {
  if (declared === null || /^utf-?(?:8|16)|^x-user-defined/i.test(declared)) return null;
  return decodeLabelled(bytes, declared);
}

/** By any name that the WHATWG knows; null for any other. */
function decodeLabelled(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label);
    if (decoder.encoding === 'windows-1252' || decoder.encoding === 'iso-8859-1')
      return { text: latinOf(bytes), encoding: 'windows-1252' };
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    // RangeError: there is no such encoding, as the caller then says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isPlausible(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const broken = sample.match(/[\u0080-\u0084\u0086-\u009F\uFFFD]/g)?.length ?? 0;
  return broken <= Math.max(1, sample.length * 0.005);
}

/** In the encoding that the person chose, whatever comes of it. */
function decodeGiven(bytes: Uint8Array, wanted: string): Decoded {
  const name = wanted.trim().toLowerCase();
  if (!isEncoding(name)) {
    const labelled = decodeLabelled(bytes, name);
    if (labelled !== null) return labelled;
    const detail = `encoding must be one of ${ENCODINGS.join(', ')}`;
    throw new Refusal('bad-input', { detail });
  }
  return { text: textIn(name, bytes), encoding: name };
}

function textIn(encoding: Encoding, bytes: Uint8Array): string {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return decodeAs(encoding, bytes).text;
    case 'windows-1252':
      return latinOf(bytes);
    case 'windows-1258':
    case 'tcvn3':
    case 'vni-windows':
    case 'viqr':
    case 'twice-utf-8':
      // Letters that were pasted into a Unicode text stand for the bytes.
      return fromLatin(encoding, unicodeOf(bytes)?.text ?? latinOf(bytes));
  }
}

/** Compressed or machine data uses every byte about equally; a text in any 8-bit encoding is mostly letters and spaces. */
function looksRandom(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let plain = 0;
  for (const byte of sample) {
    const isLetter = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte >= 0xa1;
    if (byte === 0x20 || byte === 0x0a || isLetter) plain += 1;
  }
  return plain < sample.length * 0.6;
}
