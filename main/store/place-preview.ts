import type { ArticleDraft, ArticleId } from '#core/article';
import type { CatalogueEntry } from './catalogue';
import { contentHashOf } from './identity';
import { atAddress, identical, likenessTo, readingOf, similarArticles, wasRevision } from './place-find';
import type { LibraryStore } from './store';

/** The article of the library that a text is like. */
export interface Known {
  id: ArticleId;
  title: string;
  publishedOn: string | null;
  source: string | null;
}

/** What a text is to the library. `likeness`: how much of the shorter of the two texts stands in the longer, 0 to 1. */
export type Preview =
  | { is: 'new' }
  | { is: 'duplicate'; id: ArticleId; title: string }
  /** The same address, or similar and not known to be from another paper. */
  | { is: 'version'; of: Known; likeness: number }
  /** Similar, from another paper. */
  | { is: 'copy'; of: Known; likeness: number };

/** What the placing of this article would find. It changes nothing. */
export async function previewPlace(
  store: Pick<LibraryStore, 'catalogue' | 'folder' | 'view'>,
  draft: ArticleDraft,
  sha256: string,
): Promise<Preview> {
  const reading = readingOf(store);
  const contentHash = contentHashOf(draft);
  const same = identical(reading, draft, sha256);
  if (same !== undefined) return duplicate(same);
  const older = await atAddress(reading, draft);
  if (older !== null) {
    if (await wasRevision(reading, older, contentHash)) return duplicate(older);
    return { is: 'version', of: known(older), likeness: await likenessTo(reading, draft, older) };
  }
  const similar = await similarArticles(reading, draft);
  for (const { entry } of similar) {
    if (await wasRevision(reading, entry, contentHash)) return duplicate(entry);
  }
  // A version of what the same paper printed, where there is one, rather than of another paper's copy.
  const { source } = draft;
  const samePaper =
    source === null ? undefined : similar.find(({ entry }) => entry.summary.source === source);
  const first = samePaper ?? similar[0];
  if (first === undefined) return { is: 'new' };
  const theirs = first.entry.summary.source;
  const isCopy = source !== null && theirs !== null && source !== theirs;
  return { is: isCopy ? 'copy' : 'version', of: known(first.entry), likeness: first.likeness };
}

function duplicate({ summary: { id, title } }: CatalogueEntry): Preview {
  return { is: 'duplicate', id, title };
}

function known({ summary: { id, title, publishedOn, source } }: CatalogueEntry): Known {
  return { id, title, publishedOn, source };
}
