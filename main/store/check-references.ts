import type { ArticleId } from '#core/article';
import { LibraryFile } from '#core/library';
import type { AnnotationLink } from '#core/link';
import type { Pin } from '#core/pin';
import { readDocument } from './document';
import type { LibraryFolder } from './folder';
import { LIBRARY_FILE, articleFile } from './layout';
import { annotationsSpec } from './shelf';

export interface LostReferences {
  links: AnnotationLink[];
  pins: Pin[];
}

/**
 * The links and pins with an end that is in no file. An annotation that was removed still is in one: its links wait for
 * it. What a broken file holds is not known, so nothing that leads there counts.
 */
export async function lostReferences(folder: LibraryFolder): Promise<LostReferences> {
  const library = await readWhole(() => readDocument(folder, LIBRARY_FILE, { schema: LibraryFile }));
  if (library === 'broken' || library === null) return { links: [], pins: [] };
  const linked = new Set(library.links.flatMap(({ from, to }) => [from.articleId, to.articleId]));
  const known = new Map<ArticleId, ReadonlySet<string> | 'broken'>();
  for (const id of linked) known.set(id, await annotationIds(folder, id));
  const pinned = new Set(library.pins.flatMap(({ left, right }) => [left.articleId, right.articleId]));
  const gone = new Set<ArticleId>();
  for (const id of pinned) if ((await folder.stamp(articleFile(id))) === null) gone.add(id);
  return {
    links: library.links.filter(({ from, to }) =>
      [from, to].some(({ articleId, annotationId }) => {
        const ids = known.get(articleId);
        return ids !== 'broken' && ids?.has(annotationId) !== true;
      }),
    ),
    pins: library.pins.filter(({ left, right }) =>
      [left, right].some(({ articleId }) => gone.has(articleId)),
    ),
  };
}

async function annotationIds(folder: LibraryFolder, id: ArticleId): Promise<ReadonlySet<string> | 'broken'> {
  const spec = annotationsSpec(id);
  const file = await readWhole(() => readDocument(folder, spec.file, spec));
  if (file === 'broken') return file;
  return new Set([...(file?.annotations ?? []), ...(file?.removed ?? [])].map((annotation) => annotation.id));
}

async function readWhole<T>(read: () => Promise<T>): Promise<T | 'broken'> {
  try {
    return await read();
  } catch {
    // The check of the file itself tells what is wrong with it.
    return 'broken';
  }
}
