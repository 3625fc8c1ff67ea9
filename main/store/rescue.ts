import { ArticleFacts, type Article, type ArticleDraft, type ArticleId } from '#core/article';
import { NEW_ON_THE_SHELF } from '#core/shelving';
import type { CatalogueEntry } from './catalogue';
import type { LibraryFolder } from './folder';
import { contentHashOf, idOfHash, sha256 } from './identity';
import { ORIGINALS, originalFile } from './layout';

/** How a file was read. `encoding` null = as its bytes say; `part` null = all of it. */
export interface HowRead {
  encoding: string | null;
  part: string | null;
}

/** Reads one article of a file, in the way it was read first. Throws a `Refusal`. */
export type MakeDraft = (file: { name: string; bytes: Uint8Array }, how: HowRead) => Promise<ArticleDraft>;

const OF_LETTERS: readonly ArticleDraft['format'][] = ['text', 'markdown', 'html'];

/** How an article's original is to be read again. Only a text has an encoding that a person may have chosen. */
export function howRead({
  format,
  encoding,
  part,
}: Pick<ArticleDraft, 'format' | 'encoding' | 'part'>): HowRead {
  return { encoding: OF_LETTERS.includes(format) ? encoding : null, part };
}

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
  entry: CatalogueEntry,
): Promise<Article> {
  const { summary, original, contentHash: knownHash, revision } = entry;
  const bytes = await folder.read(originalFile(original));
  const draft = await makeDraft({ name: original.name, bytes }, howRead(entry));
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
    shelving: summary.shelving,
    imported: ArticleFacts.parse(draft),
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
    const draft = await draftOrNull(makeDraft, { name, bytes }, { encoding: null, part: null });
    if (draft === null) continue;
    const contentHash = contentHashOf(draft);
    if (!mayBeNamed(id, contentHash)) continue;
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
      shelving: NEW_ON_THE_SHELF,
      imported: ArticleFacts.parse(draft),
    };
  }
  return null;
}

/** More articles of one content than anybody has. */
const MOST_ALIKE = 4;

function mayBeNamed(id: ArticleId, contentHash: string): boolean {
  for (let taken = 0; taken < MOST_ALIKE; taken++) if (idOfHash(contentHash, taken) === id) return true;
  return false;
}

export async function draftOrNull(
  makeDraft: MakeDraft,
  file: { name: string; bytes: Uint8Array },
  how: HowRead,
): Promise<ArticleDraft | null> {
  try {
    return await makeDraft(file, how);
  } catch {
    // The original of something else.
    return null;
  }
}
