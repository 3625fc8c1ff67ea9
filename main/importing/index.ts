import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ArticleDraft } from '#core/article';
import { Refusal } from '#core/refusal';
import { articleOfText } from './text';

/** One file as it lies on the disk. `name` is without folders and carries the extension. */
export interface SourceFile {
  name: string;
  bytes: Uint8Array;
}

/** Without the dot, lower case. */
export const SUPPORTED_EXTENSIONS: readonly string[] = ['txt', 'md', 'markdown', 'html', 'htm'];

const MEGABYTE = 1024 * 1024;
const SIZE_LIMIT = 32 * MEGABYTE;

export async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw new Refusal('file-is-folder', { name });
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
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('file-not-found', { name });
  if (code === 'EISDIR') return new Refusal('file-is-folder', { name });
  return new Refusal('file-unreadable', { name, detail: code });
}

export async function importArticle(file: SourceFile): Promise<ArticleDraft> {
  refuseBySize(file.name, file.bytes.length);
  const draft = articleOfText(new TextDecoder('utf-8').decode(file.bytes));
  if (draft === null) throw new Refusal('no-article', { name: file.name });
  return Promise.resolve({ ...draft, format: 'text', encoding: 'utf-8' });
}
