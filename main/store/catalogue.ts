import { Low } from 'lowdb';
import { z } from 'zod';
import { ArticleId, Original } from '#core/article';
import { ArticleSummary } from '#core/library';
import { DurableAdapter, type DocumentSpec } from './document';
import { sameStamp, type Stamp } from './files';
import type { LibraryFolder } from './folder';
import { CATALOGUE_FILE } from './layout';
import type { ArticleFiles } from './shelf';
import { summaryOf } from './summary';

const FileStamp = z.object({ mtimeMs: z.number(), bytes: z.int() });

/** What is known of an article without opening it, and of its files, so that a change of theirs is noticed. */
const CatalogueEntry = z.object({
  summary: ArticleSummary,
  revision: z.int().positive(),
  contentHash: z.string(),
  original: Original,
  articleStamp: FileStamp.nullable(),
  annotationsStamp: FileStamp.nullable(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** Changes with the schemas above, so that a catalogue of another program version is made again. */
const SHAPE = [...Object.keys(CatalogueEntry.shape), ...Object.keys(ArticleSummary.shape)].join(' ');

/**
 * Only what this program wrote in this shape is taken, entry by entry at a glance: parsing 10,000 entries in full takes
 * longer than reading them does, and an entry that is wrong is found out by its stamps.
 */
const CatalogueFile = z.object({
  shape: z.literal(SHAPE),
  entries: z.array(z.custom<CatalogueEntry>(looksLikeEntry)),
});
type CatalogueFile = z.infer<typeof CatalogueFile>;

function looksLikeEntry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('summary' in value)) return false;
  const { summary } = value;
  if (typeof summary !== 'object' || summary === null) return false;
  return 'id' in summary && ArticleId.safeParse(summary.id).success && 'title' in summary;
}

const SPEC: DocumentSpec<CatalogueFile> = { file: CATALOGUE_FILE, schema: CatalogueFile, derived: true };
const WRITE_AFTER_MS = 30_000;

export function entryOf(files: ArticleFiles): CatalogueEntry {
  const { article, annotations } = files.view();
  return {
    summary: summaryOf(article, annotations),
    revision: article.revision,
    contentHash: article.contentHash,
    original: article.original,
    articleStamp: files.article.stamp,
    annotationsStamp: files.annotations.stamp,
  };
}

/** Whether the entry tells what the files with these stamps hold. */
export function isCurrent(entry: CatalogueEntry, article: Stamp | null, annotations: Stamp | null): boolean {
  return sameStamp(entry.articleStamp, article) && sameStamp(entry.annotationsStamp, annotations);
}

/**
 * The list of all articles. It is derived from their files and may be lost at any time; it exists because reading
 * 10,000 files takes seconds. Written half a minute after a change and when the library is closed.
 */
export class Catalogue {
  readonly #entries: Map<ArticleId, CatalogueEntry>;
  #dirty = false;
  #timer: NodeJS.Timeout | null = null;

  private constructor(
    readonly folder: LibraryFolder,
    entries: readonly CatalogueEntry[],
    /** False when there was no readable catalogue. */
    readonly wasThere: boolean,
  ) {
    this.#entries = new Map(entries.map((entry) => [entry.summary.id, entry]));
  }

  static async load(folder: LibraryFolder): Promise<Catalogue> {
    const none: CatalogueFile = { shape: SHAPE, entries: [] };
    const low = new Low(new DurableAdapter(folder, SPEC), none);
    try {
      await low.read();
    } catch {
      // It is made again from the articles, which are the truth.
      return new Catalogue(folder, [], false);
    }
    return new Catalogue(folder, low.data.entries, low.data !== none);
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: ArticleId): CatalogueEntry | undefined {
    return this.#entries.get(id);
  }

  ids(): ArticleId[] {
    return [...this.#entries.keys()];
  }

  summaries(): ArticleSummary[] {
    return Array.from(this.#entries.values(), (entry) => entry.summary);
  }

  find(fits: (entry: CatalogueEntry) => boolean): CatalogueEntry | undefined {
    for (const entry of this.#entries.values()) if (fits(entry)) return entry;
    return undefined;
  }

  set(entry: CatalogueEntry): void {
    this.#entries.set(entry.summary.id, entry);
    this.#changed();
  }

  delete(id: ArticleId): void {
    if (this.#entries.delete(id)) this.#changed();
  }

  /** Writes what has changed. A failure loses nothing: the next opening reads the articles themselves. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#dirty || this.folder.readOnly !== null) return;
    this.#dirty = false;
    const entries = [...this.#entries.values()];
    await new Low(new DurableAdapter(this.folder, SPEC), { shape: SHAPE, entries }).write();
  }

  #changed(): void {
    this.#dirty = true;
    if (this.#timer !== null || this.folder.readOnly !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // Told at closing or by the next try; the catalogue is not needed for anything to be right.
      this.flush().catch(() => {
        this.#dirty = true;
      });
    }, WRITE_AFTER_MS);
    this.#timer.unref();
  }
}
