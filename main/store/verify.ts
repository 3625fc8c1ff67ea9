import type { ArticleId } from '#core/article';
import type { ArticleSummary } from '#core/library';
import { entryOf, isCurrent } from './catalogue';
import { errorDetail } from './files';
import { ANNOTATIONS, ARTICLES, annotationsFile, articleFile, idOfName } from './layout';
import type { Queue } from './queue';
import type { TransactionParts } from './transaction';

export interface Differences {
  upserts: ArticleSummary[];
  removals: ArticleId[];
}

interface VerifyParts extends Omit<TransactionParts, 'library'> {
  queue: Queue;
  /** Asked between batches. */
  isClosing: () => boolean;
  onDifferences: (differences: Differences) => void;
}

const BATCH = 64;

/** Compares the catalogue with the files and reads again what differs. Ends early when the library is closed. */
export async function verifyCatalogue(parts: VerifyParts): Promise<void> {
  const ids = [...(await allIds(parts))];
  for (let from = 0; from < ids.length && !parts.isClosing(); from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const current = await Promise.all(batch.map((id) => isUpToDate(parts, id)));
    const stale = batch.filter((_, index) => !current[index]);
    if (stale.length > 0) await parts.queue.run(() => refreshAll(parts, stale));
  }
}

/** Every article that has a row or a file. */
async function allIds({ folder, catalogue }: VerifyParts): Promise<Set<ArticleId>> {
  const names = await Promise.all([folder.list(ARTICLES), folder.list(ANNOTATIONS)]);
  const ids = new Set(catalogue.ids());
  for (const name of names.flat()) {
    const id = idOfName(name);
    if (id !== null) ids.add(id);
  }
  return ids;
}

async function isUpToDate({ folder, catalogue }: VerifyParts, id: ArticleId): Promise<boolean> {
  const entry = catalogue.get(id);
  if (entry === undefined) return false;
  const [article, annotations] = await Promise.all([
    folder.stamp(articleFile(id)),
    folder.stamp(annotationsFile(id)),
  ]);
  return isCurrent(entry, article, annotations);
}

async function refreshAll(parts: VerifyParts, ids: readonly ArticleId[]): Promise<void> {
  const differences: Differences = { upserts: [], removals: [] };
  await Promise.all(ids.map((id) => refresh(parts, id, differences)));
  if (differences.upserts.length + differences.removals.length > 0) parts.onDifferences(differences);
}

/** In the queue, so that no change of ours comes between the reading and the catalogue. */
async function refresh(parts: VerifyParts, id: ArticleId, differences: Differences): Promise<void> {
  if (await isUpToDate(parts, id)) return;
  const { shelf, catalogue, folder } = parts;
  try {
    const files = await shelf.load(id);
    shelf.forget(id);
    if (files !== null) {
      const entry = entryOf(files);
      catalogue.set(entry);
      differences.upserts.push(entry.summary);
    } else if (catalogue.get(id) !== undefined) {
      catalogue.delete(id);
      differences.removals.push(id);
    } else {
      folder.notify({ code: 'unreadable-file', file: articleFile(id), copy: '', detail: 'ENOENT' });
    }
  } catch (error) {
    // An article that cannot be read keeps its row (where there is one), so that it is not forgotten.
    folder.notify({ code: 'unreadable-file', file: articleFile(id), copy: '', detail: errorDetail(error) });
  }
}
