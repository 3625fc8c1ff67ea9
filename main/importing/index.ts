import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import type { AssembledArticle } from '#core/text/assemble';
import { decode } from './decode';
import { articleOfHtml, declaredCharset, looksLikeHtml } from './html';
import { articleOfMarkdown } from './markdown';
import { sniff } from './sniff';
import { articleOfText } from './text';

/** One file as it lies on the disk. `name` is without folders and carries the extension. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

type Format = ArticleDraft['format'];

const FORMATS: Readonly<Record<string, Format>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
};

/** Without the dot, lower case. */
export const SUPPORTED_EXTENSIONS: readonly string[] = Object.keys(FORMATS);

const MEGABYTE = 1024 * 1024;
const SIZE_LIMIT = 32 * MEGABYTE;

/** Reads a file whole; its size is looked at before its bytes are. */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new Refusal('file-is-folder', { name });
    if (!facts.isFile()) throw new Refusal('file-unreadable', { name, detail: 'not a file' });
    refuseBySize(name, facts.size);
    return { name, bytes: await readFile(path) };
  } catch (error) {
    throw asRefusal(error, name);
  }
}

function refuseBySize(name: string, size: number): void {
  if (size === 0) throw new Refusal('file-empty', { name });
  if (size > SIZE_LIMIT) {
    throw new Refusal('file-too-large', {
      name,
      size: Math.ceil(size / MEGABYTE),
      limit: SIZE_LIMIT / MEGABYTE,
    });
  }
}

function asRefusal(error: unknown, name: string): Error {
  if (!(error instanceof Error)) return new Refusal('file-unreadable', { name, detail: 'unknown' });
  if (error instanceof Refusal || !('code' in error)) return error;
  const code = String(error.code);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('file-not-found', { name });
  if (code === 'EISDIR') return new Refusal('file-is-folder', { name });
  return new Refusal('file-unreadable', { name, detail: code });
}

/** One file → one article. Throws nothing but a `Refusal`. */
// eslint-disable-next-line @typescript-eslint/require-await -- later formats (DOCX, PDF) are read asynchronously
export async function importArticle(file: SourceFile): Promise<ArticleDraft> {
  const { name, bytes } = file;
  refuseBySize(name, bytes.length);
  const format = formatOf(name, bytes);
  const { text, encoding } = decode(name, bytes, format === 'html' ? declaredCharset(bytes) : null);
  if (text.trim() === '') throw new Refusal('file-empty', { name });
  const actual = format === 'text' && looksLikeHtml(text) ? 'html' : format;
  const article = readAs(actual, text);
  if (article === null) throw new Refusal('no-article', { name });
  return { ...article, format: actual, encoding };
}

function readAs(format: Format, text: string): AssembledArticle | null {
  switch (format) {
    case 'text':
      return articleOfText(text);
    case 'markdown':
      return articleOfMarkdown(text);
    case 'html':
      return articleOfHtml(text);
  }
}

/** By the bytes where they tell, else by the name; a name without an extension is a text. */
function formatOf(name: string, bytes: Uint8Array): Format {
  const binary = sniff(bytes);
  if (binary?.kind === 'binary') throw new Refusal('file-binary', { name });
  if (binary !== null) throw new Refusal('format-unsupported', { name, extension: binary.extension });
  const extension = /\.([^.\s/\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (format === undefined) throw new Refusal('format-unsupported', { name, extension });
  return format;
}
