import type { ArticleId } from '#core/article';

/** Names inside a library folder. They are always written with `/`. */
export const LIBRARY_FILE = 'library.json';
export const WORKSPACE_FILE = 'workspace.json';
export const CATALOGUE_FILE = 'catalogue.json';
export const LOCK_FILE = 'library.lock';
/** What the rules found in the articles: derived from them, so it may be lost at any time. */
export const RECOGNISED_FILE = 'recognised.ndjson';
/** Imports under way and files that wait for a look, line after line, and the folder of those that have no path. */
export const IMPORTING_FILE = 'importing.ndjson';
export const WAITING = 'waiting';
/** The folder of the index of all words, which is derived too. */
export const SEARCH = 'search';

export const ARTICLES = 'articles';
export const ANNOTATIONS = 'annotations';
export const ORIGINALS = 'originals';
export const REVISIONS = 'revisions';
export const BACKUP = 'backup';
export const QUARANTINE = 'quarantine';

/** The folders that a new library is made of. */
export const FOLDERS = [
  ARTICLES,
  ANNOTATIONS,
  ORIGINALS,
  REVISIONS,
  BACKUP,
  `${BACKUP}/${ARTICLES}`,
  `${BACKUP}/${ANNOTATIONS}`,
  QUARANTINE,
] as const;

export const articleFile = (id: ArticleId): string => `${ARTICLES}/${id}.json`;
export const annotationsFile = (id: ArticleId): string => `${ANNOTATIONS}/${id}.json`;
export const originalFile = (original: { sha256: string; extension: string }): string =>
  `${ORIGINALS}/${original.sha256}.${original.extension}`;
export const waitingFile = (digest: string): string => `${WAITING}/${digest}`;
/** The article as it was in an older revision. */
export const revisionFile = (id: ArticleId, revision: number): string =>
  `${REVISIONS}/${id}.${revision}.json`;
/** The generation of a document before its present one. */
export const backupFile = (file: string): string => `${BACKUP}/${file}`;

const DOCUMENT_NAME = /^([0-9a-f]{16})\.json$/;
const REVISION_NAME = /^([0-9a-f]{16})\.(\d+)\.json$/;
const TEMPORARY_NAME = /\.([0-9a-f]{8})-\d+\.tmp$/;

/** The article whose document a file name is; null for any other file. */
export function idOfName(name: string): ArticleId | null {
  return DOCUMENT_NAME.exec(name)?.[1] ?? null;
}

export function revisionOfName(name: string): { id: ArticleId; revision: number } | null {
  const [, id, revision] = REVISION_NAME.exec(name) ?? [];
  return id === undefined ? null : { id, revision: Number(revision) };
}

/** The session that a temporary file belongs to; null for any other file. */
export function sessionOfTemporary(name: string): string | null {
  return TEMPORARY_NAME.exec(name)?.[1] ?? null;
}

export function temporaryName(file: string, session: string, count: number): string {
  return `${file}.${session}-${count}.tmp`;
}
