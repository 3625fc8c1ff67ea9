import { textOf, type Article, type ArticleDraft, type ArticleId } from '#core/article';
import { Refusal } from '#core/refusal';
import { isSimilar, likeness, sketchOf } from '#core/similar';
import type { Catalogue, CatalogueEntry } from './catalogue';
import { BrokenFile } from './document';
import type { LibraryFolder } from './folder';
import { contentHashOf, idOfHash } from './identity';
import { readRevision } from './revisions';
import type { LibraryStore } from './store';
import type { Transaction } from './transaction';

/** What a text is compared with. */
export interface Reading {
  catalogue: Catalogue;
  folder: LibraryFolder;
  /** Throws `article-not-found` or `library-broken`. */
  articleOf(id: ArticleId): Promise<Article>;
}

export function readingIn(transaction: Transaction): Reading {
  return {
    catalogue: transaction.catalogue,
    folder: transaction.folder,
    articleOf: async (id) => (await transaction.files(id)).article.value,
  };
}

export function readingOf(store: Pick<LibraryStore, 'catalogue' | 'folder' | 'view'>): Reading {
  return {
    catalogue: store.catalogue,
    folder: store.folder,
    articleOf: async (id) => (await store.view(id)).article,
  };
}

/** An article with a similar text; `likeness` is how much of the shorter of the two stands in the longer, 0 to 1. */
export interface Similar {
  entry: CatalogueEntry;
  likeness: number;
}

/** Articles that are opened to be compared. Sketches put the similar ones first; what comes later only shares phrases. */
const MOST_COMPARED = 12;
/** Articles at one address that are opened: some sites give every page the address of their front page. */
const MOST_AT_ADDRESS = 4;
/** A shorter paragraph may stand in any two articles. */
const TELLING = 40;

/** The article of these bytes, or of this very text; those outside of the trash first. */
export function identical(
  { catalogue }: Reading,
  draft: ArticleDraft,
  sha256: string,
): CatalogueEntry | undefined {
  const contentHash = contentHashOf(draft);
  const named = catalogue.get(idOfHash(contentHash));
  return (
    presentFirst(catalogue.byOriginal(sha256, draft.part))[0] ??
    presentFirst([...(named === undefined ? [] : [named]), ...catalogue.byContent(contentHash)])[0]
  );
}

export function presentFirst(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return [...entries.filter(isPresent), ...entries.filter((entry) => !isPresent(entry))];
}

const isPresent = ({ summary }: CatalogueEntry): boolean => summary.removedAt === null;

/**
 * The article with the same address. Two texts without a title or a paragraph in common are two articles, whatever their
 * address: taking one for a version of the other would make orphans of all its notes.
 */
export async function atAddress(reading: Reading, draft: ArticleDraft): Promise<CatalogueEntry | null> {
  const entries = presentFirst(reading.catalogue.byAddress(draft.url));
  const sameTitle = entries.find(({ summary }) => summary.title === draft.title);
  if (sameTitle !== undefined) return sameTitle;
  const near = new Set(reading.catalogue.near(sketchOf(textOf(draft))));
  const likeliest = [
    ...entries.filter((entry) => near.has(entry)),
    ...entries.filter((entry) => !near.has(entry)),
  ];
  for (const entry of likeliest.slice(0, MOST_AT_ADDRESS)) {
    const text = await textOfEntry(reading, entry);
    if (text !== null && shareParagraph(text, draft)) return entry;
  }
  return null;
}

function shareParagraph(text: string, draft: ArticleDraft): boolean {
  const blocks = new Set(text.split('\n'));
  return draft.blocks.some((block) => block.text.length > TELLING && blocks.has(block.text));
}

const DAY_MS = 86_400_000;
/** Reports of a yearly conference repeat last year's sentences; what is written of one event appears within weeks. */
const ONE_TIME_DAYS = 45;
/** Texts so alike are one, whatever their days say. */
const VERY_SAME = 0.9;

function isOneTime(day: string | null, { summary }: CatalogueEntry): boolean {
  if (day === null || summary.publishedOn === null) return true;
  return Math.abs(Date.parse(day) - Date.parse(summary.publishedOn)) <= ONE_TIME_DAYS * DAY_MS;
}

/** The articles with a similar text, the most similar first; not those in the trash. */
export async function similarArticles(reading: Reading, draft: ArticleDraft): Promise<Similar[]> {
  const text = textOf(draft);
  const candidates = reading.catalogue.near(sketchOf(text)).filter(isPresent).slice(0, MOST_COMPARED);
  const similar: (Similar & { resemblance: number })[] = [];
  for (const entry of candidates) {
    const theirs = await textOfEntry(reading, entry);
    if (theirs === null) continue;
    const found = likeness(text, theirs);
    if (isSimilar(found) && (isOneTime(draft.publishedOn, entry) || found.resemblance >= VERY_SAME))
      similar.push({ entry, likeness: found.containment, resemblance: found.resemblance });
  }
  return similar
    .sort((a, b) => b.resemblance - a.resemblance)
    .map(({ entry, likeness: share }) => ({ entry, likeness: share }));
}

export async function likenessTo(
  reading: Reading,
  draft: ArticleDraft,
  entry: CatalogueEntry,
): Promise<number> {
  const text = await textOfEntry(reading, entry);
  return text === null ? 0 : likeness(textOf(draft), text).containment;
}

/** Null for an article that cannot be read: nothing is similar to it, and the import goes on. */
async function textOfEntry(reading: Reading, { summary }: CatalogueEntry): Promise<string | null> {
  try {
    return textOf(await reading.articleOf(summary.id));
  } catch (error) {
    // The shelf has told what is wrong with the file.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Whether this text was an earlier revision: bringing it in again must not undo the later one. */
export async function wasRevision(
  { folder }: Reading,
  { summary, revision }: CatalogueEntry,
  contentHash: string,
): Promise<boolean> {
  for (let earlier = revision - 1; earlier > 0; earlier--) {
    if ((await hashOfRevision(folder, summary.id, earlier)) === contentHash) return true;
  }
  return false;
}

async function hashOfRevision(
  folder: LibraryFolder,
  id: ArticleId,
  revision: number,
): Promise<string | null> {
  try {
    return (await readRevision(folder, id, revision))?.contentHash ?? null;
  } catch (error) {
    // Told by the check of the library; an earlier text that nobody can read keeps no new one out.
    if (error instanceof BrokenFile) return null;
    throw error;
  }
}
