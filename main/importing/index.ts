import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import type { AssembledArticle } from '#core/text/assemble';
import { looksLikeHtml, readHtml } from './html';
import { readMarkdown } from './markdown';
import { PLAIN_OPTIONS, type Reader, type ReadOptions, type SourceFile } from './reading';
import { sniff } from './sniff';
import { readText } from './text';

export type { SourceFile } from './reading';

type Format = ArticleDraft['format'];

const FORMATS: Readonly<Record<string, keyof typeof READERS>> = {
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

const READERS = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
} satisfies Partial<Record<Format, Reader>>;

/** One file → its articles, at least one. Throws nothing but a `Refusal`. */
export async function readArticles(file: SourceFile, options: ReadOptions): Promise<ArticleDraft[]> {
  refuseBySize(file.name, file.bytes.length);
  const format = formatOf(file);
  const parts = await READERS[format](file, options);
  if (parts.length === 0) throw new Refusal('no-article', { name: file.name });
  return parts.map(({ article, ...facts }) => draftOf(article, { ...facts, format }));
}

type FileFacts = Pick<ArticleDraft, 'format' | 'encoding' | 'part' | 'pages' | 'machineRead'>;

function draftOf({ origins: _, ...article }: AssembledArticle, facts: FileFacts): ArticleDraft {
  return { ...article, ...facts };
}

/** One file → one article. Throws nothing but a `Refusal`. */
export async function importArticle(file: SourceFile): Promise<ArticleDraft> {
  const [first] = await readArticles(file, PLAIN_OPTIONS);
  if (first === undefined) throw new Refusal('no-article', { name: file.name });
  return first;
}

/** By the bytes where they tell, else by the name; a name without an extension is a text. */
function formatOf({ name, bytes }: SourceFile): keyof typeof READERS {
  const binary = sniff(bytes);
  if (binary?.kind === 'binary') throw new Refusal('file-binary', { name });
  if (binary !== null) throw new Refusal('format-unsupported', { name, extension: binary.extension });
  const extension = /\.([^.\s/\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  const format = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (format === undefined) throw new Refusal('format-unsupported', { name, extension });
  return format === 'text' && looksLikeHtml(sampleOf(bytes)) ? 'html' : format;
}

/** Enough of a text to see tags in it, in any encoding: those of two bytes a letter put a zero beside each. */
function sampleOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 8192))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '');
}
