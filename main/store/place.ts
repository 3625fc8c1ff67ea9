import { extname } from 'node:path';
import { ArticleFacts, type ArticleDraft, type ArticleId, type Original } from '#core/article';
import { Refusal } from '#core/refusal';
import { NEW_ON_THE_SHELF } from '#core/shelving';
import type { Catalogue, CatalogueEntry } from './catalogue';
import { contentHashOf, idOfHash } from './identity';
import {
  atAddress,
  identical,
  presentFirst,
  readingIn,
  similarArticles,
  wasRevision,
  type Similar,
} from './place-find';
import { reviseByDraft } from './place-revise';
import type { AnchorCounts } from './reanchor';
import type { MakeDraft } from './rescue';
import type { Transaction } from './transaction';

export { previewPlace } from './place-preview';
export { placeRevision } from './place-revise';

/** A file that was read: its bytes, their digest and the articles in it. */
export interface ReadFile {
  name: string;
  bytes: Uint8Array;
  sha256: string;
  drafts: ArticleDraft[];
}

/** What becomes of an article; `found`: what its bytes, text and address say, for when no person is asked. */
export type Decision =
  { as: 'found' } | { as: 'new' } | { as: 'revision'; of: ArticleId } | { as: 'copy'; of: ArticleId };

export interface Placed {
  status: 'imported' | 'duplicate' | 'revised';
  id: ArticleId;
  title: string;
  /** The most similar article, when this one was found to be one of its own. */
  similarTo?: ArticleId;
  /** How much of the shorter of the two texts stands in the longer, 0 to 1. */
  likeness?: number;
  /** The annotations as they stand in the new text, when it is a revision. */
  anchors?: AnchorCounts;
}

export interface PlaceParts {
  file: Pick<ReadFile, 'name' | 'bytes' | 'sha256'>;
  /** One of the file's, with a person's corrections. */
  draft: ArticleDraft;
  /** The same as the file says it; left out = there are no corrections. */
  asRead?: ArticleDraft;
  decision: Decision;
  importedAt: string;
  makeDraft: MakeDraft;
  /** Whether what lies in the trash comes back by being imported again. */
  restoreTrashed: boolean;
}

/**
 * Puts an article that was read into the library. The original is written first and the article last, so a crash leaves at
 * most an original that nothing names.
 */
export function placeArticle(transaction: Transaction, parts: PlaceParts): Promise<Placed> {
  const { decision } = parts;
  switch (decision.as) {
    case 'found':
      return asFound(transaction, parts);
    case 'new':
      return asNew(transaction, parts);
    case 'revision':
      return asRevision(transaction, parts, entryOf(transaction, decision.of));
    case 'copy':
      return asCopy(transaction, parts, entryOf(transaction, decision.of));
  }
}

function entryOf({ catalogue }: Transaction, id: ArticleId): CatalogueEntry {
  const entry = catalogue.get(id);
  if (entry === undefined) throw new Refusal('article-not-found', { id });
  return entry;
}

async function asFound(transaction: Transaction, parts: PlaceParts): Promise<Placed> {
  const { draft, file } = parts;
  const reading = readingIn(transaction);
  const same = identical(reading, draft, file.sha256);
  if (same !== undefined) return alreadyThere(transaction, same, parts);
  const older = await atAddress(reading, draft);
  if (older !== null) return asRevision(transaction, parts, older);

  const similar = await similarArticles(reading, draft);
  for (const { entry } of similar) {
    if (await wasRevision(reading, entry, contentHashOf(draft)))
      return alreadyThere(transaction, entry, parts);
  }
  return { ...(await addNew(transaction, parts, null)), ...likest(similar) };
}

function likest([first]: readonly Similar[]): Pick<Placed, 'similarTo' | 'likeness'> {
  return first === undefined ? {} : { similarTo: first.entry.summary.id, likeness: first.likeness };
}

async function asNew(transaction: Transaction, parts: PlaceParts): Promise<Placed> {
  const [same] = presentFirst(transaction.catalogue.byContent(contentHashOf(parts.draft)));
  if (same !== undefined) return alreadyThere(transaction, same, parts);
  return addNew(transaction, parts, null);
}

async function asRevision(transaction: Transaction, parts: PlaceParts, of: CatalogueEntry): Promise<Placed> {
  const { draft, file, makeDraft, restoreTrashed } = parts;
  const contentHash = contentHashOf(draft);
  const isKnown =
    of.contentHash === contentHash || (await wasRevision(readingIn(transaction), of, contentHash));
  if (isKnown) return alreadyThere(transaction, of, parts);
  const { id } = of.summary;
  const original = originalOf(parts);
  const { after, anchors } = await reviseByDraft(transaction, id, {
    draft,
    asRead: parts.asRead ?? draft,
    original,
    bytes: file.bytes,
    makeDraft,
    restoreTrashed,
  });
  return { status: 'revised', id, title: after.title, anchors };
}

/** Another paper's print of one story stays another article, even when it says the very same. */
async function asCopy(transaction: Transaction, parts: PlaceParts, of: CatalogueEntry): Promise<Placed> {
  const { draft, file } = parts;
  const contentHash = contentHashOf(draft);
  const same = transaction.catalogue
    .byOriginal(file.sha256, draft.part)
    .find((entry) => entry.contentHash === contentHash);
  if (same !== undefined) return alreadyThere(transaction, same, parts);
  return addNew(transaction, parts, of.summary.story ?? of.summary.id);
}

async function addNew(transaction: Transaction, parts: PlaceParts, story: ArticleId | null): Promise<Placed> {
  const { draft, file, importedAt } = parts;
  const original = originalOf(parts);
  const contentHash = contentHashOf(draft);
  const id = freeId(transaction.catalogue, contentHash);
  await transaction.original(original, file.bytes);
  await transaction.addArticle({
    ...draft,
    id,
    revision: 1,
    contentHash,
    original,
    importedAt,
    removedAt: null,
    story,
    shelving: NEW_ON_THE_SHELF,
    imported: ArticleFacts.parse(parts.asRead ?? draft),
  });
  return { status: 'imported', id, title: draft.title };
}

function freeId(catalogue: Catalogue, contentHash: string): ArticleId {
  for (let taken = 0; ; taken++) {
    const id = idOfHash(contentHash, taken);
    if (catalogue.get(id) === undefined) return id;
  }
}

async function alreadyThere(
  transaction: Transaction,
  { summary }: CatalogueEntry,
  { restoreTrashed }: PlaceParts,
): Promise<Placed> {
  const { id, title, removedAt } = summary;
  if (removedAt === null || !restoreTrashed) return { status: 'duplicate', id, title };
  await transaction.article(id, (article) => ({ ...article, removedAt: null }));
  return { status: 'imported', id, title };
}

function originalOf({ file: { name, bytes, sha256 }, draft }: PlaceParts): Original {
  const given = extname(name).slice(1).toLowerCase();
  const usual: Readonly<Record<string, string>> = { text: 'txt', markdown: 'md', image: 'png' };
  const extension = /^[a-z0-9]{1,8}$/.test(given) ? given : (usual[draft.format] ?? draft.format);
  return { sha256, extension, name, bytes: bytes.length };
}
