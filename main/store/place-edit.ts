import { Article, type ArticleId } from '#core/article';
import { Refusal } from '#core/refusal';
import type { Body } from '#core/revision';
import { contentHashOf } from './identity';
import { anchorCounts, type AnchorCounts, type Places } from './reanchor';
import { readRevision, type KeptRevision } from './revisions';
import type { LibraryStore } from './store';
import type { Transaction } from './transaction';

/** A body that took the place of another, which is kept. `anchors` counts the annotations as they stand now. */
export interface Revised {
  before: Article;
  after: Article;
  anchors: AnchorCounts;
}

/** A new revision. `update` gives the article with another body and its hash; this counts it. */
export async function revise(
  transaction: Transaction,
  id: ArticleId,
  update: (article: Article) => Article,
  places?: Places,
): Promise<Revised> {
  const { before, after } = await transaction.revise(
    id,
    (article) => ({ ...update(article), revision: article.revision + 1 }),
    places,
  );
  return { before, after, anchors: await anchorsOf(transaction, id) };
}

/**
 * Changes a body by hand. Refused with `revision-changed` when the article has another revision than the one that the
 * person saw. A change that changes nothing makes no revision.
 */
export async function reviseBody(
  transaction: Transaction,
  id: ArticleId,
  expectedRevision: number,
  change: (body: Body) => Body,
): Promise<Revised> {
  const article = (await transaction.files(id)).article.value;
  refuseOther(article, expectedRevision);
  const body = bodyOf(article);
  if (JSON.stringify(bodyOf(change(body))) === JSON.stringify(body)) {
    return { before: article, after: article, anchors: await anchorsOf(transaction, id) };
  }
  return revise(transaction, id, (present) => {
    refuseOther(present, expectedRevision);
    const next = { ...present, ...bodyOf(change(bodyOf(present))) };
    return { ...next, contentHash: contentHashOf(next) };
  });
}

/**
 * Brings an earlier revision back as a new one: its body and facts, and its original. Annotations stand again where they
 * stood in it; those that are newer are looked up. The trash, the story and the shelf are the article's, not the revision's.
 */
export async function revertTo(transaction: Transaction, id: ArticleId, revision: number): Promise<Revised> {
  const present = (await transaction.files(id)).article.value;
  const kept = revision < present.revision ? await readRevision(transaction.folder, id, revision) : null;
  if (kept === null) throw new Refusal('bad-input', { detail: `revision ${revision}` });
  const earlier = Article.parse(kept);
  return revise(
    transaction,
    id,
    ({ removedAt, story, shelving }) => ({ ...earlier, removedAt, story, shelving }),
    placesOf(kept),
  );
}

/** An earlier text of an article, or the present one. */
export async function revisionOf(
  store: Pick<LibraryStore, 'folder' | 'view'>,
  id: ArticleId,
  revision: number,
): Promise<Article> {
  const { article } = await store.view(id);
  if (article.revision === revision) return article;
  const kept = await readRevision(store.folder, id, revision);
  if (kept === null) throw new Refusal('bad-input', { detail: `revision ${revision}` });
  return Article.parse(kept);
}

function refuseOther({ revision }: Article, expected: number): void {
  if (revision !== expected) throw new Refusal('revision-changed');
}

function bodyOf({ blocks, captions, removed, pages, machineRead }: Body): Body {
  return { blocks, captions, removed, pages, machineRead };
}

function placesOf({ places }: KeptRevision): Places {
  return new Map(places.map(([id, start, end, anchor]) => [id, { span: { start, end }, anchor }]));
}

async function anchorsOf(transaction: Transaction, id: ArticleId): Promise<AnchorCounts> {
  return anchorCounts((await transaction.files(id)).anchored());
}
