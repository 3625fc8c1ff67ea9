import { extname } from 'node:path';
import {
  ArticleFacts,
  textOf,
  type Article,
  type ArticleDraft,
  type ArticleId,
  type Original,
} from '#core/article';
import type { CatalogueEntry } from './catalogue';
import { readDocument } from './document';
import { contentHashOf, idOfHash, sha256 } from './identity';
import { originalFile, REVISIONS, revisionOfName } from './layout';
import { draftOrNull, type MakeDraft } from './rescue';
import { articleSpec } from './shelf';
import type { Transaction } from './transaction';

export interface Placed {
  status: 'imported' | 'duplicate' | 'revised';
  id: ArticleId;
  title: string;
}

interface PlaceParts {
  makeDraft: MakeDraft;
  importedAt: string;
}

/**
 * Finds the place of a file in the library: nothing to do, a new revision of the article with the same address, or a new
 * article. The original is written first and the article last, so a crash leaves at most an original that nothing names.
 */
export async function placeArticle(
  transaction: Transaction,
  file: { name: string; bytes: Uint8Array },
  { makeDraft, importedAt }: PlaceParts,
): Promise<Placed> {
  const digest = sha256(file.bytes);
  const { catalogue } = transaction;
  const sameBytes = catalogue.find(({ original }) => original.sha256 === digest);
  if (sameBytes !== undefined) return alreadyThere(transaction, sameBytes);

  const draft = await makeDraft(file);
  const contentHash = contentHashOf(draft);
  const id = idOfHash(contentHash);
  const sameContent = catalogue.get(id) ?? catalogue.find((entry) => entry.contentHash === contentHash);
  if (sameContent !== undefined) return alreadyThere(transaction, sameContent);

  const original = originalOf(file, digest, draft);
  const older = await olderVersion(transaction, draft);
  if (older !== null) {
    if (await wasRevision(transaction, older, contentHash)) return alreadyThere(transaction, older);
    const corrections = await correctionsOf(transaction, older, makeDraft);
    await transaction.original(original, file.bytes);
    const revised = await transaction.revise(older.summary.id, (article) =>
      nextRevision(article, { draft, corrections, contentHash, original }),
    );
    return { status: 'revised', id: revised.id, title: revised.title };
  }
  await transaction.original(original, file.bytes);
  await transaction.addArticle({
    ...draft,
    id,
    revision: 1,
    contentHash,
    original,
    importedAt,
    removedAt: null,
    story: null,
  });
  return { status: 'imported', id, title: draft.title };
}

/** An article that lies in the trash comes back by being imported again. */
async function alreadyThere(transaction: Transaction, { summary }: CatalogueEntry): Promise<Placed> {
  const { id, title, removedAt } = summary;
  if (removedAt === null) return { status: 'duplicate', id, title };
  await transaction.article(id, (article) => ({ ...article, removedAt: null }));
  return { status: 'imported', id, title };
}

function originalOf(
  { name, bytes }: { name: string; bytes: Uint8Array },
  digest: string,
  draft: ArticleDraft,
): Original {
  const given = extname(name).slice(1).toLowerCase();
  const usual: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md', image: 'png' };
  const extension = /^[a-z0-9]{1,8}$/.test(given) ? given : (usual[draft.format] ?? draft.format);
  return { sha256: digest, extension, name, bytes: bytes.length };
}

/** The article with the same address. The fragment is no part of it. */
async function olderVersion(transaction: Transaction, draft: ArticleDraft): Promise<CatalogueEntry | null> {
  const address = addressOf(draft.url);
  if (address === null) return null;
  const entry = transaction.catalogue.find(({ summary }) => addressOf(summary.url) === address);
  if (entry === undefined) return null;
  const { article } = await transaction.files(entry.summary.id);
  return isSameArticle(article.value, draft) ? entry : null;
}

function addressOf(url: string | null): string | null {
  if (url === null) return null;
  return url.trim().replace(/#.*$/su, '');
}

/**
 * Some sites give every page the address of their front page. Two texts without a title or a paragraph in common are two
 * articles, whatever their address: taking one for a version of the other would make orphans of all its notes.
 */
function isSameArticle(article: Article, draft: ArticleDraft): boolean {
  if (article.title === draft.title) return true;
  const blocks = new Set(textOf(article).split('\n'));
  return draft.blocks.some((block) => block.text.length > 40 && blocks.has(block.text));
}

/** Whether this text was an earlier revision: bringing it in again must not undo the later one. */
async function wasRevision(
  transaction: Transaction,
  { summary: { id } }: CatalogueEntry,
  contentHash: string,
): Promise<boolean> {
  const { folder } = transaction;
  for (const name of await folder.list(REVISIONS)) {
    if (revisionOfName(name)?.id !== id) continue;
    const old = await readDocument(folder, `${REVISIONS}/${name}`, articleSpec(id));
    if (old?.contentHash === contentHash) return true;
  }
  return false;
}

/**
 * The facts of an article that a person has corrected: those that its original does not say. All of them when the
 * original cannot be read any more, since then nobody can tell.
 */
async function correctionsOf(
  transaction: Transaction,
  { summary: { id } }: CatalogueEntry,
  makeDraft: MakeDraft,
): Promise<Partial<ArticleFacts>> {
  const { value: article } = (await transaction.files(id)).article;
  const imported = await draftOfOriginal(transaction, article, makeDraft);
  const facts = ArticleFacts.parse(article);
  const corrected = Object.entries(facts).filter(
    ([name, value]) => imported?.[name as keyof ArticleFacts] !== value,
  );
  return Object.fromEntries(corrected);
}

async function draftOfOriginal(
  { folder }: Transaction,
  { original }: Article,
  makeDraft: MakeDraft,
): Promise<ArticleDraft | null> {
  const file = originalFile(original);
  if ((await folder.stamp(file)) === null) return null;
  return draftOrNull(makeDraft, { name: original.name, bytes: await folder.read(file) });
}

interface NextRevision {
  draft: ArticleDraft;
  corrections: Partial<ArticleFacts>;
  contentHash: string;
  original: Original;
}

/** The new body in the article's place. What a person has corrected stays, the day with what is known of it. */
function nextRevision(article: Article, next: NextRevision): Article {
  const { dateConfidence, publishedOn } = article;
  return {
    ...article,
    ...next.draft,
    ...next.corrections,
    ...(dateConfidence === 'confirmed' && { dateConfidence, publishedOn }),
    contentHash: next.contentHash,
    original: next.original,
    revision: article.revision + 1,
    removedAt: null,
  };
}
