import type { ArticleView } from '#core/contract';
import { Refusal } from '#core/refusal';
import type { LibraryStore } from '../store/store';

/** One article that cannot be read does not keep all others from being used; a notice tells of it. */
export async function viewOrNull(store: LibraryStore, id: string): Promise<ArticleView | null> {
  try {
    return await store.view(id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

const BATCH = 32;

/** The results in the order of `items`; only so much is done at once as the disk does well. */
export async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += BATCH) {
    results.push(...(await Promise.all(items.slice(from, from + BATCH).map(work))));
  }
  return results;
}
