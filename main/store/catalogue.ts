import { Low } from 'lowdb';
import { z } from 'zod';
import { Article, ArticleId, Original, textOf, type Block } from '#core/article';
import { ArticleSummary } from '#core/library';
import { SKETCH_KIND, sketchOf } from '#core/similar';
import { DurableAdapter, type DocumentSpec } from './document';
import { sameStamp, type Stamp } from './files';
import type { LibraryFolder } from './folder';
import { CATALOGUE_FILE } from './layout';
import { addressOf, Lookups } from './lookup';
import type { ArticleFiles } from './shelf';
import { packed } from './similar';
import { summaryOf } from './summary';

const FileStamp = z.object({ mtimeMs: z.number(), bytes: z.int() });

/** What is known of an article without opening it, and of its files, so that a change of theirs is noticed. */
const CatalogueEntry = z.object({
  summary: ArticleSummary,
  revision: z.int().positive(),
  contentHash: z.string(),
  original: Original,
  /** How the original was read: with these it is read again in the same way. */
  format: Article.shape.format,
  encoding: Article.shape.encoding,
  part: Article.shape.part,
  /** Of the text, for finding what is similar. */
  sketch: z.string(),
  articleStamp: FileStamp.nullable(),
  annotationsStamp: FileStamp.nullable(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** Changes with the schemas above, so that a catalogue of another program version is made again. */
const SHAPE = [
  ...Object.keys(CatalogueEntry.shape),
  ...Object.keys(ArticleSummary.shape),
  `(sketch: ${SKETCH_KIND})`,
].join(' ');

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
    format: article.format,
    encoding: article.encoding,
    part: article.part,
    sketch: sketchOfBlocks(article.blocks),
    articleStamp: files.article.stamp,
    annotationsStamp: files.annotations.stamp,
  };
}

const sketches = new WeakMap<readonly Block[], string>();

/** Made once for a body: an entry is made anew with every note. */
function sketchOfBlocks(blocks: readonly Block[]): string {
  const known = sketches.get(blocks);
  if (known !== undefined) return known;
  const sketch = packed(sketchOf(textOf({ blocks })));
  sketches.set(blocks, sketch);
  return sketch;
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
  /** Made when they are first asked for: most sessions import nothing. */
  #lookups: Lookups | null = null;
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

  /** Those whose original has this digest and is read as this part of it. */
  byOriginal(sha256: string, part: string | null): CatalogueEntry[] {
    return this.#at(this.#found().byOriginal.get(sha256)).filter((entry) => entry.part === part);
  }

  /** Those that came from the original with this digest, whatever part of it. */
  usingOriginal(sha256: string): CatalogueEntry[] {
    return this.#at(this.#found().byOriginal.get(sha256));
  }

  byContent(contentHash: string): CatalogueEntry[] {
    return this.#at(this.#found().byContent.get(contentHash));
  }

  byAddress(url: string | null): CatalogueEntry[] {
    const address = addressOf(url);
    return address === null ? [] : this.#at(this.#found().byAddress.get(address));
  }

  /** Those whose text may be similar to one with this sketch, the likeliest first. */
  near(sketch: readonly number[]): CatalogueEntry[] {
    return this.#at(this.#found().sketches.near(sketch));
  }

  set(entry: CatalogueEntry): void {
    const { id } = entry.summary;
    this.#lookups?.replace(this.#entries.get(id), entry);
    this.#entries.set(id, entry);
    this.#changed();
  }

  delete(id: ArticleId): void {
    this.#lookups?.replace(this.#entries.get(id), undefined);
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

  #found(): Lookups {
    this.#lookups ??= new Lookups([...this.#entries.values()]);
    return this.#lookups;
  }

  #at(ids: readonly ArticleId[]): CatalogueEntry[] {
    return ids.flatMap((id) => this.#entries.get(id) ?? []);
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
