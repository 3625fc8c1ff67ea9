import { DEFAULT_SETTINGS, EMPTY_WORKSPACE, LibraryFile, SCHEMA_VERSION, Workspace } from '#core/library';
import { Refusal } from '#core/refusal';
import { Catalogue } from './catalogue';
import { Document, type DocumentSpec } from './document';
import { errorCode, errorDetail, isMissing, type StoreFs } from './files';
import { LibraryFolder } from './folder';
import {
  ARTICLES,
  BACKUP,
  FOLDERS,
  LIBRARY_FILE,
  LOCK_FILE,
  WORKSPACE_FILE,
  backupFile,
  idOfName,
} from './layout';
import { takeLock, type Lock } from './lock';
import type { Log } from './log';
import { versionOf } from './schema-version';
import { rescueArticle, type MakeDraft } from './rescue';
import { Shelf } from './shelf';
import { LibraryStore } from './store';

export interface OpenStore {
  fs: StoreFs;
  log: Log;
  mode: 'write' | 'read';
  app: 'window' | 'cli';
  verify: 'first' | 'later';
  now: () => Date;
  /** The importer, for making a lost article again. */
  makeDraft: MakeDraft;
}

const LIBRARY: DocumentSpec<LibraryFile> = { file: LIBRARY_FILE, schema: LibraryFile };
const WORKSPACE: DocumentSpec<Workspace> = { file: WORKSPACE_FILE, schema: Workspace };

/** Opens the library in a folder, or makes one there. Throws a `Refusal`. */
export async function openStore(root: string, parts: OpenStore): Promise<LibraryStore> {
  const folder = new LibraryFolder(root, parts.fs, parts.mode === 'read' ? 'mode' : null);
  const present = await whatIsThere(folder);
  if (parts.mode === 'read' && present === 'other') throw new Refusal('library-not-found', { folder: root });

  const lock = parts.mode === 'read' ? null : await prepareForWriting(folder, present, parts);
  try {
    const library = await openLibraryFile(folder, present, parts.now);
    const workspace = await openWorkspace(folder);
    const catalogue = await Catalogue.load(folder, library.value.createdAt);
    const shelf = new Shelf(folder, (id) => rescueArticle(folder, parts.makeDraft, catalogue.get(id), id));
    const store = new LibraryStore({ folder, library, workspace, catalogue, shelf, lock, log: parts.log });
    if (parts.verify === 'first' || !catalogue.wasThere) await store.verified();
    return store;
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** `library`: there is one; `empty`: nothing that a library would be confused with; `other`: no library. */
type Present = 'library' | 'empty' | 'other';

async function whatIsThere(folder: LibraryFolder): Promise<Present> {
  let names: string[];
  try {
    names = await folder.fs.list(folder.root);
  } catch (error) {
    if (isMissing(error)) return 'other';
    if (errorCode(error) === 'ENOTDIR') throw new Refusal('library-not-a-folder', { folder: folder.root });
    throw new Refusal('file-unreadable', { name: folder.root, detail: errorDetail(error) });
  }
  if ([LIBRARY_FILE, ARTICLES, BACKUP].some((name) => names.includes(name))) return 'library';
  return names.every((name) => name.startsWith('.')) ? 'empty' : 'other';
}

/** Makes the folders and takes the lock. A library that cannot be written to is opened read-only: null. */
async function prepareForWriting(
  folder: LibraryFolder,
  present: Present,
  parts: OpenStore,
): Promise<Lock | null> {
  const { fs, app, now } = parts;
  try {
    for (const name of FOLDERS) await fs.makeFolder(folder.path(name));
    const onLost = (): void => {
      folder.readOnly = 'lock-lost';
    };
    return await takeLock({ fs, path: folder.path(LOCK_FILE), app, now, onLost });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (present !== 'library') {
      throw new Refusal('library-not-writable', { folder: folder.root, detail: errorDetail(error) });
    }
    folder.readOnly = 'folder';
    folder.notify({ code: 'read-only-folder', file: '', copy: '', detail: errorDetail(error) });
    return null;
  }
}

async function openLibraryFile(
  folder: LibraryFolder,
  present: Present,
  now: () => Date,
): Promise<Document<LibraryFile>> {
  await noticeNewerVersion(folder);
  const loaded = await Document.load(folder, LIBRARY);
  if (loaded.state === 'ready') return loaded.document;
  if (loaded.state !== 'missing') throw loaded.refusal;

  const fresh: LibraryFile = {
    schemaVersion: SCHEMA_VERSION,
    createdAt: now().toISOString(),
    tags: [],
    links: [],
    pins: [],
    workspaces: [],
    directives: [],
    bodies: [],
    searches: [],
    collections: [],
    settings: DEFAULT_SETTINGS,
  };
  const document = Document.fresh(folder, LIBRARY, fresh);
  const articles = await folder.list(ARTICLES);
  if (present === 'library' && articles.some((name) => idOfName(name) !== null)) {
    // The articles and notes are all there; the tags are collected from the notes once they were read.
    folder.notify({ code: 'unreadable-file', file: LIBRARY_FILE, copy: '', detail: 'ENOENT' });
  }
  if (folder.readOnly !== null) return document;
  await document.change(() => fresh);
  // So that a library whose tags and settings were never changed has a backup too.
  await folder.replace(backupFile(LIBRARY_FILE), `${JSON.stringify(fresh)}\n`, false);
  await folder.fs.syncFolder(folder.root);
  return document;
}

/** A newer program's library is opened read-only, and refused when even that is not understood. */
async function noticeNewerVersion(folder: LibraryFolder): Promise<void> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(await folder.read(LIBRARY_FILE)));
  } catch {
    // Missing or broken: what comes next answers that.
    return;
  }
  const { state, version } = versionOf(json);
  if (state !== 'newer') return;
  if (!LibraryFile.safeParse(json).success) throw new Refusal('library-newer', { version });
  folder.readOnly = 'newer';
  folder.notify({ code: 'read-only-newer', file: LIBRARY_FILE, copy: '', detail: String(version) });
}

/** What stood open is worth no refusal: when it cannot be read, nothing stands open. */
async function openWorkspace(folder: LibraryFolder): Promise<Document<Workspace>> {
  const loaded = await Document.load(folder, WORKSPACE);
  if (loaded.state === 'ready') return loaded.document;
  if (loaded.state === 'unreadable')
    return Document.unwritable(folder, WORKSPACE, EMPTY_WORKSPACE, loaded.refusal);
  if (loaded.state === 'broken' && folder.readOnly === null) {
    // Its copy lies in the quarantine; the next save writes a good one.
    await folder.replace(WORKSPACE_FILE, `${JSON.stringify(EMPTY_WORKSPACE)}\n`, false);
    const again = await Document.load(folder, WORKSPACE);
    if (again.state === 'ready') return again.document;
  }
  return Document.fresh(folder, WORKSPACE, EMPTY_WORKSPACE);
}
