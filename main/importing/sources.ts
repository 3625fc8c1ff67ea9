import { type Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal, type RefusalCode } from '#core/refusal';
import type { SourceFile } from './reading';
import {
  companionsOf,
  inNaturalOrder,
  isArchiveName,
  isClutter,
  isZipName,
  mayBeArticle,
  shownName,
  sizeLimitOf,
} from './sources-names';
import { listZip, readZipEntry, zipEntryAt, type ZipEntry } from './zip';

export { sizeLimitOf } from './sources-names';

/** One file to read: on the disk, inside a zip (on the disk or given as bytes), or given as bytes. */
export type Leaf =
  | { kind: 'file'; path: string }
  | { kind: 'entry'; archive: string | SourceFile; entry: string }
  | { kind: 'given'; file: SourceFile };

export interface FoundLeaf {
  /** For people: the path as given, `archive.zip/folder/a.txt` for an entry. */
  label: string;
  leaf: Leaf;
}

/** A refusal as data: `new Refusal(code, params)` makes it one again. */
export interface PlainRefusal {
  code: RefusalCode;
  params: Refusal['params'];
}

export interface FoundRefusal {
  label: string;
  refusal: PlainRefusal;
}

const MEGABYTE = 1024 * 1024;
const DEEPEST = 32;
const MOST_LEAVES = 100_000;
/** Also what is passed over takes time: nobody keeps articles among a million files. */
const MOST_SEEN = 1_000_000;

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

export function refuseBySize(name: string, size: number): void {
  if (size === 0) throw new Refusal('file-empty', { name });
  const limit = sizeLimitOf(name);
  if (size <= limit) return;
  const megabytes = { size: Math.ceil(size / MEGABYTE), limit: limit / MEGABYTE };
  throw new Refusal('file-too-large', { name, ...megabytes });
}

function asRefusal(error: unknown, name: string): Refusal {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Refusal('file-not-found', { name });
  if (code === 'EISDIR') return new Refusal('file-is-folder', { name });
  return new Refusal('file-unreadable', { name, detail: code });
}

/** Carries what was found so far through folders and archives. */
interface Search {
  found: (FoundLeaf | FoundRefusal)[];
  leaves: number;
  seen: number;
  onFound: (count: number) => void;
}

/**
 * What lies behind the things that a person chose, in their order: folders and archives are opened, what cannot
 * be an article in them is passed over. Throws only what `onFound` throws, to stop.
 */
export async function findLeaves(
  given: readonly (string | SourceFile)[],
  onFound: (count: number) => void = () => undefined,
): Promise<(FoundLeaf | FoundRefusal)[]> {
  const search: Search = { found: [], leaves: 0, seen: 0, onFound };
  for (const item of given) {
    if (typeof item !== 'string') searchGiven(search, item);
    else await searchPath(search, item);
  }
  return search.found;
}

const isFull = (search: Search) => search.leaves >= MOST_LEAVES || search.seen >= MOST_SEEN;

function addLeaf(search: Search, label: string, leaf: Leaf): void {
  search.leaves += 1;
  search.found.push({ label, leaf });
  search.onFound(search.leaves);
}

function addRefusal(search: Search, label: string, { code, params }: Refusal): void {
  search.found.push({ label, refusal: { code, params } });
}

function searchGiven(search: Search, file: SourceFile): void {
  const label = shownName(file.name);
  if (isZipName(file.name) && file.bytes.length > 0) addArchive(search, label, file, file);
  else addLeaf(search, label, { kind: 'given', file });
}

async function searchPath(search: Search, path: string): Promise<void> {
  const before = search.found.length;
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    addRefusal(search, path, asRefusal(error, basename(path)));
    return;
  }
  if (!isFolder) {
    await addFile(search, path);
    return;
  }
  await searchFolder(search, path, 1);
  const name = basename(path);
  if (isFull(search)) addRefusal(search, path, new Refusal('file-too-complex', { name }));
  else if (search.found.length === before) addRefusal(search, path, new Refusal('folder-empty', { name }));
}

async function addFile(search: Search, path: string): Promise<void> {
  if (!isZipName(path)) {
    addLeaf(search, path, { kind: 'file', path });
    return;
  }
  let file: SourceFile;
  try {
    file = await archiveAt(path);
  } catch (error) {
    addRefusal(search, path, asRefusal(error, basename(path)));
    return;
  }
  addArchive(search, path, path, file);
}

async function searchFolder(search: Search, folder: string, depth: number): Promise<void> {
  const name = basename(folder);
  if (depth > DEEPEST) {
    addRefusal(search, folder, new Refusal('file-too-complex', { name }));
    return;
  }
  let items: Dirent[];
  try {
    items = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    addRefusal(search, folder, asRefusal(error, name));
    return;
  }
  const isCompanion = companionsOf(items.map((item) => item.name));
  items.sort((left, right) => inNaturalOrder(left.name, right.name));
  for (const item of items) {
    if (isFull(search)) return;
    search.seen += 1;
    if (isClutter(item.name)) continue;
    const path = join(folder, item.name);
    if (item.isDirectory()) {
      if (!isCompanion(item.name)) await searchFolder(search, path, depth + 1);
    } else if (mayBeArticle(item.name) && (item.isFile() || (await isLinkToFile(item, path)))) {
      await addFile(search, path);
    }
  }
}

/** A linked folder may hold the folder that it is in; it is not entered. */
async function isLinkToFile(item: Dirent, path: string): Promise<boolean> {
  if (!item.isSymbolicLink()) return false;
  try {
    return (await stat(path)).isFile();
  } catch {
    // A link that leads nowhere looks like a file in the folder: reading it says what is wrong.
    return true;
  }
}

/** `archive` is what a leaf keeps of it: its path where it has one, for its bytes would be carried with every leaf. */
function addArchive(search: Search, label: string, archive: string | SourceFile, file: SourceFile): void {
  let entries: ZipEntry[];
  try {
    refuseBySize(file.name, file.bytes.length);
    entries = listZip(file.name, file.bytes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    addRefusal(search, label, error);
    return;
  }
  if (isDocument(entries)) {
    const leaf: Leaf =
      typeof archive === 'string' ? { kind: 'file', path: archive } : { kind: 'given', file };
    addLeaf(search, label, leaf);
    return;
  }
  const articles = articlesIn(entries);
  if (articles.length === 0) {
    addRefusal(search, label, new Refusal('folder-empty', { name: file.name }));
  } else if (articles.every((entry) => entry.encrypted)) {
    addRefusal(search, label, new Refusal('file-encrypted', { name: file.name }));
  } else {
    for (const { path } of articles) addEntry(search, `${label}/${shownName(path)}`, archive, path);
  }
}

function addEntry(search: Search, label: string, archive: string | SourceFile, entry: string): void {
  const name = nameOfEntry(entry);
  if (isArchiveName(name)) addRefusal(search, label, new Refusal('archive-nested', { name }));
  else if (!isFull(search)) addLeaf(search, label, { kind: 'entry', archive, entry });
}

/** A document of several files in an archive's clothes (DOCX, ODT, EPUB), whatever its name says. */
function isDocument(entries: readonly ZipEntry[]): boolean {
  return (
    entries[0]?.path === 'mimetype' ||
    entries.some(({ path }) => path === '[Content_Types].xml' || path === 'META-INF/container.xml')
  );
}

const segmentsOf = (path: string) => path.split(/[\\/]/).filter((segment) => segment !== '');

/** The last segment: whatever folders an archive names, nothing is written there. */
const nameOfEntry = (path: string) => shownName(segmentsOf(path).at(-1) ?? path);

/** Those that may be articles, and archives, in the order of a folder. */
function articlesIn(entries: readonly ZipEntry[]): ZipEntry[] {
  const isCompanion = companionsOf(entries.map(({ path }) => segmentsOf(path).join('/')));
  const placed = entries.map((entry) => ({ entry, segments: segmentsOf(entry.path) }));
  const isArticle = ({ segments }: (typeof placed)[number]) => {
    const name = segments.at(-1) ?? '';
    if (segments.some(isClutter) || !(mayBeArticle(name) || isArchiveName(name))) return false;
    return !segments.some((_, index) => index > 0 && isCompanion(segments.slice(0, index).join('/')));
  };
  return placed
    .filter(isArticle)
    .sort((left, right) => bySegments(left.segments, right.segments))
    .map(({ entry }) => entry);
}

function bySegments(left: readonly string[], right: readonly string[]): number {
  for (const [index, segment] of left.entries()) {
    const order = inNaturalOrder(segment, right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Throws nothing but a `Refusal`. */
export async function readLeaf(leaf: Leaf): Promise<SourceFile> {
  if (leaf.kind === 'file') return readSourceFile(leaf.path);
  if (leaf.kind === 'given') {
    refuseBySize(leaf.file.name, leaf.file.bytes.length);
    return leaf.file;
  }
  const { archive, entry } = leaf;
  const { name, bytes } = typeof archive === 'string' ? await archiveAt(archive) : archive;
  const inner = nameOfEntry(entry);
  const facts = zipEntryAt(name, bytes, entry);
  if (facts === null) throw new Refusal('file-not-found', { name: inner });
  if (facts.encrypted) throw new Refusal('file-encrypted', { name: inner });
  refuseBySize(inner, facts.size);
  return { name: inner, bytes: readZipEntry(inner, bytes, entry, sizeLimitOf(inner)) };
}

/** How long the archive that was read last is kept for the next of its files. */
const KEPT_MILLISECONDS = 20_000;

let kept: { key: string; file: Promise<SourceFile>; timer: NodeJS.Timeout } | null = null;

/** One archive at a time is kept, so that its thousands of files do not read it thousands of times. */
async function archiveAt(path: string): Promise<SourceFile> {
  let key: string;
  try {
    const facts = await stat(path);
    key = `${path}\0${facts.size}\0${facts.mtimeMs}`;
  } catch (error) {
    throw asRefusal(error, basename(path));
  }
  if (kept?.key === key) {
    kept.timer.refresh();
    return kept.file;
  }
  forgetArchive();
  const file = readSourceFile(path);
  const timer = setTimeout(forgetArchive, KEPT_MILLISECONDS).unref();
  kept = { key, file, timer };
  try {
    return await file;
  } catch (error) {
    // The next try may find the file as it should be.
    forgetArchive();
    throw error;
  }
}

function forgetArchive(): void {
  if (kept !== null) clearTimeout(kept.timer);
  kept = null;
}
