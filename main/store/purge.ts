import type { Article, ArticleId, Original } from '#core/article';
import { Refusal } from '#core/refusal';
import { errorDetail, isMissing } from './files';
import type { LibraryFolder } from './folder';
import {
  annotationsFile,
  articleFile,
  backupFile,
  ORIGINALS,
  originalFile,
  REVISIONS,
  revisionFile,
  revisionOfName,
} from './layout';
import { readRevision } from './revisions';

/**
 * Deletes all files of an article. In this order a crash leaves it whole or gone: its notes without it would bring it back.
 * `isUsed`: whether another article came from this original.
 */
export async function purgeFiles(
  folder: LibraryFolder,
  article: Article,
  isUsed: (original: Original) => boolean,
): Promise<void> {
  folder.refuseWhenReadOnly();
  const { id } = article;
  const revisions = (await folder.list(REVISIONS)).map(revisionOfName).filter((one) => one !== null);
  const originals = [article.original];
  for (const { revision } of revisions.filter((one) => one.id === id)) {
    const kept = await readRevision(folder, id, revision);
    if (kept !== null) originals.push(kept.original);
  }
  const files = [articleFile(id), annotationsFile(id)];
  const kept = revisions.filter((one) => one.id === id).map(({ revision }) => revisionFile(id, revision));
  for (const file of [...files.map(backupFile), ...files, ...kept]) await remove(folder, file);
  const others = await originalsOfOthers(folder, id, revisions);
  for (const original of originals) {
    const file = originalFile(original);
    if (!isUsed(original) && !others.has(file)) await remove(folder, file);
  }
}

/** The originals of earlier revisions of other articles: these can be gone back to. */
async function originalsOfOthers(
  folder: LibraryFolder,
  id: ArticleId,
  revisions: readonly { id: ArticleId; revision: number }[],
): Promise<Set<string>> {
  const used = new Set<string>();
  for (const other of revisions) {
    if (other.id === id) continue;
    const kept = await readRevision(folder, other.id, other.revision).catch(() => null);
    // What cannot be read may need any of them.
    if (kept === null) for (const name of await folder.list(ORIGINALS)) used.add(`${ORIGINALS}/${name}`);
    else used.add(originalFile(kept.original));
  }
  return used;
}

async function remove(folder: LibraryFolder, file: string): Promise<void> {
  try {
    await folder.fs.unlink(folder.path(file));
  } catch (error) {
    if (!isMissing(error)) throw new Refusal('write-failed', { file, detail: errorDetail(error) });
  }
}
