import { Refusal } from '#core/refusal';
import type { SourceFile } from './reading';

const MEGABYTE = 1024 * 1024;
const MOST_BYTES = 16 * MEGABYTE;
const PATIENCE_MS = 20_000;

/** Extension of what a server may answer, by its media type. */
const TYPES: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/msword': 'doc',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
};

/**
 * Fetches one page, because a person asked for it: one request (and where its redirects lead), no cookies, no pictures, no
 * scripts. Plain Node, not the window's browser, whose every request stays refused. Throws `url-…` refusals.
 */
export async function fetchPage(typed: string): Promise<SourceFile> {
  const url = addressOf(typed);
  const response = await request(url);
  if (!response.ok) {
    await response.body?.cancel();
    throw new Refusal('url-refused', { url: typed, status: response.status });
  }
  const type =
    (response.headers.get('content-type') ?? 'text/html').split(';')[0]?.trim().toLowerCase() ?? '';
  const extension = TYPES[type];
  if (extension === undefined) {
    await response.body?.cancel();
    throw new Refusal('format-unsupported', { name: typed, extension: type });
  }
  const bytes = await bodyOf(response, typed);
  return {
    name: nameOf(url, extension),
    bytes: extension === 'html' ? withFacts(bytes, url, response) : bytes,
  };
}

function addressOf(typed: string): URL {
  const text = typed.trim();
  const whole = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const isPage = url !== null && /^https?:$/.test(url.protocol) && url.hostname !== '' && url.username === '';
  if (!isPage) throw new Refusal('url-invalid', { url: typed });
  return url;
}

async function request(url: URL): Promise<Response> {
  try {
    return await fetch(url, {
      credentials: 'omit',
      redirect: 'follow',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8',
        'accept-language': 'vi,en;q=0.5',
      },
    });
  } catch (error) {
    throw new Refusal('url-offline', { url: url.href, detail: causeOf(error) });
  }
}

/** `fetch` tells only that it failed; why lies below. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  if (error.name === 'TimeoutError') return 'timeout';
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
}

async function bodyOf(response: Response, typed: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += (part as Uint8Array).length;
      if (size > MOST_BYTES) break;
      parts.push(part as Uint8Array);
    }
  } catch (error) {
    throw new Refusal('url-offline', { url: typed, detail: causeOf(error) });
  }
  if (size > MOST_BYTES) {
    throw new Refusal('file-too-large', {
      name: typed,
      size: Math.ceil(size / MEGABYTE),
      limit: MOST_BYTES / MEGABYTE,
    });
  }
  return new Uint8Array(Buffer.concat(parts));
}

function nameOf(url: URL, extension: string): string {
  const last = decodeURIComponentSafely(url.pathname.split('/').filter(Boolean).at(-1) ?? url.hostname);
  return `${
    last
      .replace(/\.[a-z\d]{1,8}$/i, '')
      .replace(/[\\/:*?"<>|\u0000-\u001F]/g, '-')
      .slice(0, 120) || 'trang'
  }.${extension}`;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray per cent sign: the name is only for people, so it may stay as it is.
    return text;
  }
}

/** What only the answer says, written into the page's head where it has none of its own: its address and its charset. */
function withFacts(bytes: Uint8Array, url: URL, response: Response): Uint8Array {
  const head = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('latin1');
  const charset = /charset\s*=\s*"?([\w-]{2,40})/i.exec(response.headers.get('content-type') ?? '')?.[1];
  const missing = [
    /rel\s*=\s*["']?canonical|og:url/i.test(head)
      ? ''
      : `<link rel="canonical" href="${escaped(response.url || url.href)}">`,
    charset === undefined || /<meta[^>]{0,200}charset/i.test(head) ? '' : `<meta charset="${charset}">`,
  ].join('');
  const at = /<head[^>]*>/i.exec(head);
  if (missing === '' || at === null) return bytes;
  const end = at.index + at[0].length;
  return new Uint8Array(Buffer.concat([bytes.subarray(0, end), Buffer.from(missing), bytes.subarray(end)]));
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
