import PostalMime from 'postal-mime';
import { Refusal } from '#core/refusal';
import { sourceOfAddress } from '#core/text/agencies';
import type { AssembledArticle } from '#core/text/assemble';
import { publicationOf } from '#core/text/publication';
import { readHtml } from './html';
import type { Reader, ReadOptions, ReadPart } from './reading';
import { readText } from './text';

// A page that a browser or Word saved with its pictures, as a letter of many parts (RFC 2557). Only the part that
// is the page is decoded; frames and pictures are passed over.

interface MailPart {
  /** By lower-case name; of several of one name the first. */
  headers: ReadonlyMap<string, string>;
  /** `text/html`, without parameters. */
  type: string;
  body: Buffer;
}

const MEGABYTE = 1024 * 1024;
const LONGEST_HEAD = 64 * 1024;
const LONGEST_BODY = 64 * MEGABYTE;
/** Each line and each padding costs the mail parser a step. */
const MOST_LINES = 3_000_000;
const MOST_PADDINGS = 10_000;
const MOST_PARTS = 5000;
const DEEPEST = 8;

const damaged = (name: string, detail: string) =>
  new Refusal('file-damaged', { name, detail: `mht: ${detail}` });

export const readMht: Reader = async ({ name, bytes }, options) => {
  const start = bytes.findIndex((byte) => byte > 0x20 && byte < 0x7f);
  const letter = await partOf(
    name,
    Buffer.from(bytes.buffer, bytes.byteOffset + Math.max(0, start), bytes.length - Math.max(0, start)),
  );
  if (!letter.headers.has('content-type')) throw damaged(name, 'no MIME');
  const page = await pageIn(name, letter, 0, { parts: MOST_PARTS });
  if (page === null) throw damaged(name, 'no page');
  const parts = await readPage(name, page, options);
  const address = [
    letter.headers.get('snapshot-content-location'),
    page.headers.get('content-location'),
  ].find(isAddress);
  return address === undefined
    ? parts
    : parts.map((part) => ({ ...part, article: withAddress(part.article, address) }));
};

const isAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\/[^\s"<>]{3,2000}$/i.test(url);

async function partOf(name: string, bytes: Buffer): Promise<MailPart> {
  const head = bytes.subarray(0, LONGEST_HEAD).toString('latin1');
  const blank = /^\r?\n|\r?\n\r?\n/.exec(head);
  if (blank === null && bytes.length > LONGEST_HEAD) throw damaged(name, 'head');
  const end = blank === null ? bytes.length : blank.index + blank[0].length;
  const headers = new Map<string, string>();
  for (const { key, value } of await headersOf(name, bytes.subarray(0, end)))
    if (!headers.has(key)) headers.set(key, value);
  const type = /^[^\s;]+/.exec(headers.get('content-type') ?? 'text/plain')?.[0].toLowerCase() ?? '';
  return { headers, type, body: bytes.subarray(end) };
}

async function headersOf(name: string, head: Uint8Array) {
  try {
    return (await PostalMime.parse(head)).headers;
  } catch {
    // The mail parser gives up with an error of its own on heads that no mail has.
    throw damaged(name, 'head');
  }
}

/** The first page; a plain text where there is none. `left` counts down over all levels. */
async function pageIn(
  name: string,
  part: MailPart,
  depth: number,
  left: { parts: number },
): Promise<MailPart | null> {
  if (!part.type.startsWith('multipart/')) return isPage(part) || part.type === 'text/plain' ? part : null;
  const boundary = parameterOf(part, 'boundary');
  if (boundary === null) throw damaged(name, 'no boundary');
  if (depth >= DEEPEST) throw new Refusal('file-too-complex', { name });
  let text: MailPart | null = null;
  for (const bytes of slicesOf(part.body, boundary)) {
    left.parts -= 1;
    if (left.parts < 0) throw new Refusal('file-too-complex', { name });
    const found = await pageIn(name, await partOf(name, bytes), depth + 1, left);
    if (found !== null && isPage(found)) return found;
    text ??= found;
  }
  return text;
}

const isPage = ({ type }: MailPart) => type === 'text/html' || type === 'application/xhtml+xml';

/** What a part's content type says beside the type. */
function parameterOf({ headers }: MailPart, parameter: 'boundary' | 'charset'): string | null {
  const pattern = new RegExp(`;\\s*${parameter}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i');
  const match = pattern.exec(headers.get('content-type') ?? '');
  return match?.[1] ?? match?.[2] ?? null;
}

const DASH = 0x2d;
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d]);

/** What stands between lines that are the boundary. A file that was cut off has no last one. */
function* slicesOf(body: Buffer, boundary: string): Generator<Buffer> {
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    let next = at + mark.length;
    const isLast = body[next] === DASH && body[next + 1] === DASH;
    if (isLast) next += 2;
    while (BLANK.has(body[next] ?? 0)) next += 1;
    if (next < body.length && body[next] !== 0x0a) continue;
    if (start !== -1) yield body.subarray(start, at);
    if (isLast) return;
    start = Math.min(next + 1, body.length);
  }
  if (start !== -1) yield body.subarray(start);
}

async function readPage(name: string, page: MailPart, options: ReadOptions): Promise<ReadPart[]> {
  const raw = await contentOf(name, page);
  const decoded = options.encoding === null ? decodedBy(parameterOf(page, 'charset'), raw) : null;
  const bytes = decoded === null ? raw : new TextEncoder().encode(decoded.text);
  const parts = await (isPage(page) ? readHtml : readText)({ name, bytes }, options);
  return decoded === null ? parts : parts.map((part) => ({ ...part, encoding: decoded.encoding }));
}

async function contentOf(name: string, { headers, body }: MailPart): Promise<Uint8Array> {
  const transfer = /base64|quoted-printable/i.exec(headers.get('content-transfer-encoding') ?? '')?.[0];
  if (body.length > LONGEST_BODY || countOf(body, 0x0a, MOST_LINES) >= MOST_LINES)
    throw new Refusal('file-too-complex', { name });
  if (transfer === undefined) return body;
  // In quoted letters the sign stands before every code.
  if (/base64/i.test(transfer) && countOf(body, 0x3d, MOST_PADDINGS) >= MOST_PADDINGS)
    throw damaged(name, 'base64');
  const head = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`;
  const [file] = (await PostalMime.parse(Buffer.concat([Buffer.from(head), body]))).attachments;
  if (file === undefined || typeof file.content === 'string') return new Uint8Array(0);
  return new Uint8Array(file.content);
}

/** Stops at `most`. */
function countOf(bytes: Buffer, byte: number, most: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1 && count < most; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}

/** By what the head of the part says. Null where the bytes tell more: they are UTF-8, or the name is of no encoding. */
function decodedBy(charset: string | null, bytes: Uint8Array): { text: string; encoding: string } | null {
  if (charset === null) return null;
  try {
    const decoder = new TextDecoder(charset);
    if (decoder.encoding === 'utf-8' || (!decoder.encoding.startsWith('utf-16') && isUtf8(bytes)))
      return null;
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // That it cannot be decoded is the answer.
    return false;
  }
}

/** A page that does not say where it is from. */
function withAddress(article: AssembledArticle, url: string): AssembledArticle {
  if (article.url !== null) return article;
  const source = article.source ?? sourceOfAddress(url);
  if (article.publishedOn !== null) return { ...article, url, source };
  const { title, dek, blocks, captions } = article;
  const paragraphs = blocks.map((block) => block.text);
  const texts = { title, dek, paragraphs, captions: captions.map((caption) => caption.text) };
  return { ...article, url, source, ...publicationOf({ ...texts, explicit: null, url }) };
}
