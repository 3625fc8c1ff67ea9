import { ArticleFacts, type Article, type ArticleDraft, type ArticleId, type Original } from '#core/article';
import { contentHashOf } from './identity';
import { originalFile } from './layout';
import { revise, type Revised } from './place-edit';
import { anchorCounts } from './reanchor';
import { draftOrNull, howRead, type MakeDraft } from './rescue';
import type { Transaction } from './transaction';

export interface ByDraft {
  draft: ArticleDraft;
  /** The same without a person's corrections. */
  asRead: ArticleDraft;
  /** The file that the draft was read from, and its bytes when the library may not have them. */
  original: Original;
  bytes: Uint8Array | null;
  makeDraft: MakeDraft;
  restoreTrashed: boolean;
}

/** Gives an article the text of another file, or of its own file read in another way. Facts corrected by hand stay. */
export async function reviseByDraft(
  transaction: Transaction,
  id: ArticleId,
  { draft, asRead, original, bytes, makeDraft, restoreTrashed }: ByDraft,
): Promise<Revised> {
  const corrections = await correctionsOf(transaction, id, makeDraft);
  if (bytes !== null) await transaction.original(original, bytes);
  return revise(transaction, id, (article) => ({
    ...article,
    ...draft,
    ...corrections,
    // The day with what is known of it.
    ...(article.dateConfidence === 'confirmed' && {
      dateConfidence: article.dateConfidence,
      publishedOn: article.publishedOn,
    }),
    contentHash: contentHashOf(draft),
    imported: ArticleFacts.parse(asRead),
    original,
    removedAt: restoreTrashed ? null : article.removedAt,
  }));
}

/** Gives an article the text of its own original, read in another way. The same text makes no revision. */
export async function placeRevision(
  transaction: Transaction,
  id: ArticleId,
  draft: ArticleDraft,
  makeDraft: MakeDraft,
): Promise<Revised> {
  const files = await transaction.files(id);
  const article = files.article.value;
  if (article.contentHash === contentHashOf(draft)) {
    return { before: article, after: article, anchors: anchorCounts(files.anchored()) };
  }
  const { original } = article;
  const same = { draft, asRead: draft, original, bytes: null };
  return reviseByDraft(transaction, id, { ...same, makeDraft, restoreTrashed: false });
}

/**
 * The facts of an article that a person has corrected: those that its original does not say. All of them when that is
 * not known and the original cannot be read any more, since then nobody can tell.
 */
async function correctionsOf(
  transaction: Transaction,
  id: ArticleId,
  makeDraft: MakeDraft,
): Promise<Partial<ArticleFacts>> {
  const { value: article } = (await transaction.files(id)).article;
  const imported = article.imported ?? (await draftOfOriginal(transaction, article, makeDraft));
  const facts = ArticleFacts.parse(article);
  const corrected = Object.entries(facts).filter(
    ([name, value]) => imported?.[name as keyof ArticleFacts] !== value,
  );
  return Object.fromEntries(corrected);
}

async function draftOfOriginal(
  { folder }: Transaction,
  article: Article,
  makeDraft: MakeDraft,
): Promise<ArticleDraft | null> {
  const { original } = article;
  const file = originalFile(original);
  if ((await folder.stamp(file)) === null) return null;
  return draftOrNull(makeDraft, { name: original.name, bytes: await folder.read(file) }, howRead(article));
}
