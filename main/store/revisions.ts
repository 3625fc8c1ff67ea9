import { z } from 'zod';
import { AnchorState, AnnotationId, type Annotation } from '#core/annotation';
import { Article, type ArticleId } from '#core/article';
import { readDocument } from './document';
import type { LibraryFolder } from './folder';
import { revisionFile } from './layout';

/** `revisions/<id>.<revision>.json`: the article as it was, and where its annotations stood in that text. */
const KeptRevision = Article.extend({
  /** Without orphans. Libraries of older programs have none. */
  places: z
    .array(z.tuple([AnnotationId, z.int().nonnegative(), z.int().positive(), AnchorState]))
    .default([]),
});
export type KeptRevision = z.infer<typeof KeptRevision>;

/** Keeps a revision that is about to be followed by another. `annotations` as they stand in it. */
export async function keepRevision(
  folder: LibraryFolder,
  article: Article,
  annotations: readonly Annotation[],
): Promise<void> {
  const kept: KeptRevision = {
    ...article,
    places: annotations
      .filter(({ anchor, revision }) => anchor !== 'orphan' && revision === article.revision)
      .map(({ id, anchor, target: { start, end } }) => [id, start, end, anchor]),
  };
  await folder.replace(revisionFile(article.id, article.revision), `${JSON.stringify(kept)}\n`, false);
}

/** An earlier revision; null when it was not kept. Throws `BrokenFile`, or the disk's own error. */
export function readRevision(
  folder: LibraryFolder,
  id: ArticleId,
  revision: number,
): Promise<KeptRevision | null> {
  return readDocument(folder, revisionFile(id, revision), {
    schema: KeptRevision,
    fits: (article) => article.id === id && article.revision === revision,
  });
}
