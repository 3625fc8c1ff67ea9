import type { ArticleId } from '#core/article';
import type { CatalogueEntry } from '../store/catalogue';
import { sha256 } from '../store/identity';
import { annotationsFile, articleFile } from '../store/layout';
import type { LibraryStore } from '../store/store';
import type { ArticleBytes } from './article-texts';

/** Another one when one of the article's files is another. */
export const stampOf = ({ articleStamp, annotationsStamp }: CatalogueEntry): string =>
  sha256(JSON.stringify([articleStamp, annotationsStamp])).slice(0, 16);

/** The files of an article, an empty one for what cannot be read; null when there is no such article. */
export async function bytesOf(
  { folder, catalogue }: LibraryStore,
  id: ArticleId,
): Promise<ArticleBytes | null> {
  const entry = catalogue.get(id);
  if (entry === undefined) return null;
  const none = (): null => null;
  const article = await folder.read(articleFile(id)).catch(none);
  const annotations = await folder.read(annotationsFile(id)).catch(none);
  return { id, stamp: stampOf(entry), article: article ?? new Uint8Array(), annotations };
}
