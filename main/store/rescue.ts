import { ArticleFacts, type Article, type ArticleDraft, type ArticleId } from '#core/article';
import type { CatalogueEntry } from './catalogue';
import type { LibraryFolder } from './folder';
import { contentHashOf, idOfHash, sha256 } from './identity';
import { ORIGINALS, originalFile } from './layout';

export type MakeDraft = (file: { name: string; bytes: Uint8Array }) => Promise<ArticleDraft>;

/**
 * Makes an article whose file is lost again from its original bytes. Its text is the same, or counts as a new revision, so
 * that the notes are looked up in it. Null when there is no original of it.
 */
export async function rescueArticle(
  folder: LibraryFolder,
  makeDraft: MakeDraft,
  entry: CatalogueEntry | undefined,
  id: ArticleId,
): Promise<Article | null> {
  try {
    return entry === undefined
      ? await byContent(folder, makeDraft, id)
      : await byCatalogue(folder, makeDraft, entry);
  } catch {
    // No original, or one that says nothing any more: the loss is told by the caller, who knows the file.
    return null;
  }
}

/** The catalogue still has the facts, corrections made by hand among them. */
async function byCatalogue(
  folder: LibraryFolder,
  makeDraft: MakeDraft,
  { summary, original, contentHash: knownHash, revision }: CatalogueEntry,
): Promise<Article> {
  const bytes = await folder.read(originalFile(original));
  const draft = await makeDraft({ name: original.name, bytes });
  const contentHash = contentHashOf(draft);
  return {
    ...draft,
    ...ArticleFacts.parse(summary),
    id: summary.id,
    revision: contentHash === knownHash ? revision : revision + 1,
    contentHash,
    original,
    importedAt: summary.importedAt,
    removedAt: summary.removedAt,
    story: summary.story,
  };
}

/** Nothing is known of the article but its name, which is the hash of what its original says. */
async function byContent(
  folder: LibraryFolder,
  makeDraft: MakeDraft,
  id: ArticleId,
): Promise<Article | null> {
  for (const name of await folder.list(ORIGINALS)) {
    const [digest, extension] = name.split('.');
    const bytes = await folder.read(`${ORIGINALS}/${name}`);
    if (extension === undefined || sha256(bytes) !== digest) continue;
    const draft = await draftOrNull(makeDraft, { name, bytes });
    if (draft === null) continue;
    const contentHash = contentHashOf(draft);
    if (idOfHash(contentHash) !== id) continue;
    const stamp = await folder.stamp(`${ORIGINALS}/${name}`);
    return {
      ...draft,
      id,
      revision: 1,
      contentHash,
      original: { sha256: digest, extension, name, bytes: bytes.length },
      importedAt: new Date(stamp?.mtimeMs ?? 0).toISOString(),
      removedAt: null,
      story: null,
    };
  }
  return null;
}

export async function draftOrNull(
  makeDraft: MakeDraft,
  file: { name: string; bytes: Uint8Array },
): Promise<ArticleDraft | null> {
  try {
    return await makeDraft(file);
  } catch {
    // The original of something else.
    return null;
  }
}
