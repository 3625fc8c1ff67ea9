import { setImmediate as turn } from 'node:timers/promises';
import type { ArticleId } from '#core/article';
import type { Catalogue, CatalogueEntry } from '../store/catalogue';
import { sha256 } from '../store/identity';
import { annotationsFile, articleFile } from '../store/layout';
import type { LibraryStore } from '../store/store';
import type { ArticleBytes } from './article-texts';

/** Another one when one of the article's files is another. */
const stampOf = ({ articleStamp, annotationsStamp }: CatalogueEntry): string =>
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

/** Articles whose stamps are compared in one turn: some milliseconds. */
const AT_A_TIME = 500;

/** Which articles are others than the stamps say or have none, and which are there no more. The trash is not there. */
export async function changedSince(
  stamps: ReadonlyMap<ArticleId, string>,
  catalogue: Catalogue,
): Promise<{ changed: ArticleId[]; gone: ArticleId[] }> {
  const changed: ArticleId[] = [];
  const present = new Set<ArticleId>();
  for (const [at, id] of catalogue.ids().entries()) {
    if (at % AT_A_TIME === 0) await turn();
    const entry = catalogue.get(id);
    if (entry === undefined || entry.summary.removedAt !== null) continue;
    present.add(id);
    if (stamps.get(id) !== stampOf(entry)) changed.push(id);
  }
  return { changed, gone: [...stamps.keys()].filter((id) => !present.has(id)) };
}
