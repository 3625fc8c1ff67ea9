import type { AnnotationsFile } from '#core/annotation';
import { textOf, type Article, type ArticleId } from '#core/article';
import { LibraryFile, Workspace, type Language, type Problem } from '#core/library';
import { lostReferences, type LostReferences } from './check-references';
import { BrokenFile, readDocument, type DocumentSpec } from './document';
import { errorDetail, isMissing } from './files';
import type { LibraryFolder } from './folder';
import { sha256 } from './identity';
import {
  ANNOTATIONS,
  ARTICLES,
  LIBRARY_FILE,
  REVISIONS,
  WORKSPACE_FILE,
  annotationsFile,
  articleFile,
  idOfName,
  originalFile,
  revisionOfName,
  sessionOfTemporary,
} from './layout';
import { problem } from './problems';
import { anchoredFile } from './reanchor';
import { annotationsSpec, articleSpec } from './shelf';
import type { LibraryStore } from './store';
import { strayTemporaries } from './sweep';

export interface Checked {
  articles: number;
  annotations: number;
  problems: Problem[];
}

type Found = (code: Parameters<typeof problem>[0], file: string, detail?: string) => void;

const BATCH = 32;

/** Reads every file of the library from the disk, past all that is kept in memory. It changes nothing. */
export async function checkLibrary(store: LibraryStore, language: Language): Promise<Checked> {
  const { folder } = store;
  const total: Checked = { articles: 0, annotations: 0, problems: [] };
  const found: Found = (code, file, detail = '') =>
    total.problems.push(problem(code, file, detail, language));

  await checkLibraryFiles(folder, found);
  const ids = [...(await idsOnDisk(folder, found))].sort();
  for (let from = 0; from < ids.length; from += BATCH) {
    const results = await Promise.all(
      ids.slice(from, from + BATCH).map((id) => checkArticleTwice(store, id, language)),
    );
    for (const result of results) {
      total.articles += result.articles;
      total.annotations += result.annotations;
      total.problems.push(...result.problems);
    }
  }
  const { links, pins } = await lostReferencesTwice(store);
  for (const { id } of links) found('link-lost', LIBRARY_FILE, id);
  for (const { id } of pins) found('pin-lost', LIBRARY_FILE, id);
  for (const name of await folder.list(REVISIONS)) await checkRevision(folder, name, found);
  for (const file of await strayTemporaries(folder)) found('stray-temporary', file);
  return total;
}

async function checkLibraryFiles(folder: LibraryFolder, found: Found): Promise<void> {
  const library = await read(folder, { file: LIBRARY_FILE, schema: LibraryFile }, found);
  const names = await folder.list('');
  if (library === null && names.length > 0 && !names.includes(LIBRARY_FILE))
    found('file-missing', LIBRARY_FILE);
  await read(folder, { file: WORKSPACE_FILE, schema: Workspace }, found);
}

async function idsOnDisk(folder: LibraryFolder, found: Found): Promise<Set<ArticleId>> {
  const ids = new Set<ArticleId>();
  for (const place of [ARTICLES, ANNOTATIONS]) {
    for (const name of await folder.list(place)) {
      const id = idOfName(name);
      if (id !== null) ids.add(id);
      // A file synchroniser's "conflicted copy" may hold notes that are nowhere else.
      else if (sessionOfTemporary(name) === null) found('unknown-file', `${place}/${name}`);
    }
  }
  return ids;
}

/** A change may come between two readings, so a problem counts when it is there while no change runs. */
async function checkArticleTwice(store: LibraryStore, id: ArticleId, language: Language): Promise<Checked> {
  const once = await checkArticle(store.folder, id, language);
  if (once.problems.length === 0) return once;
  return store.exclusively(() => checkArticle(store.folder, id, language));
}

async function lostReferencesTwice(store: LibraryStore): Promise<LostReferences> {
  const once = await lostReferences(store.folder);
  if (once.links.length + once.pins.length === 0) return once;
  return store.exclusively(() => lostReferences(store.folder));
}

async function checkArticle(folder: LibraryFolder, id: ArticleId, language: Language): Promise<Checked> {
  const problems: Problem[] = [];
  const found: Found = (code, file, detail = '') => problems.push(problem(code, file, detail, language));
  const article = await read(folder, articleSpec(id), found);
  const notes = await read(folder, annotationsSpec(id), found);
  if (article === null) {
    if (notes !== null && problems.length === 0) found('article-missing', articleFile(id));
    return { articles: 0, annotations: notes?.annotations.length ?? 0, problems };
  }
  await checkOriginal(folder, article, found);
  if (notes !== null) checkAnchors(article, notes, found);
  return { articles: 1, annotations: notes?.annotations.length ?? 0, problems };
}

async function checkOriginal(folder: LibraryFolder, { original }: Article, found: Found): Promise<void> {
  const file = originalFile(original);
  try {
    if (sha256(await folder.read(file)) !== original.sha256) found('original-changed', file);
  } catch (error) {
    if (isMissing(error)) found('original-missing', file);
    else found('unreadable', file, errorDetail(error));
  }
}

function checkAnchors(article: Article, file: AnnotationsFile, found: Found): void {
  const text = textOf(article);
  const ids = new Set<string>();
  for (const { id, articleId, anchor, target } of anchoredFile(file, article).annotations) {
    const name = annotationsFile(article.id);
    if (ids.has(id) || articleId !== article.id) found('annotation-misplaced', name, id);
    ids.add(id);
    if (anchor !== 'orphan' && text.slice(target.start, target.end) !== target.quote.exact) {
      found('anchor-wrong', name, id);
    }
  }
}

async function checkRevision(folder: LibraryFolder, name: string, found: Found): Promise<void> {
  const revision = revisionOfName(name);
  if (revision === null) {
    if (sessionOfTemporary(name) === null) found('unknown-file', `${REVISIONS}/${name}`);
    return;
  }
  const spec = { ...articleSpec(revision.id), file: `${REVISIONS}/${name}` };
  const article = await read(folder, spec, found);
  if (article !== null) await checkOriginal(folder, article, found);
}

/** Null when there is no such file, or a problem with it, which is then told. */
async function read<T>(folder: LibraryFolder, spec: DocumentSpec<T>, found: Found): Promise<T | null> {
  try {
    return await readDocument(folder, spec.file, spec);
  } catch (error) {
    if (error instanceof BrokenFile) found('broken', spec.file, error.detail);
    else found('unreadable', spec.file, errorDetail(error));
    return null;
  }
}
