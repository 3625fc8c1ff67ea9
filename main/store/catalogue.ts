import { textOf, type ArticleId, type Block } from '#core/article';
import type { ArticleSummary } from '#core/library';
import { sketchOf } from '#core/similar';
import {
  nameOfLibrary,
  readRows,
  summaryOfRow,
  writeRows,
  type KeptRows,
  type KnownFiles,
  type Row,
} from './catalogue-file';
import { sameStamp, type Stamp } from './files';
import type { LibraryFolder } from './folder';
import { CATALOGUE_FILE } from './layout';
import { addressOf, Lookups } from './lookup';
import type { ArticleFiles } from './shelf';
import { packed } from './similar';
import { byNewest, summaryOf } from './summary';

/** What is known of an article without opening it. */
export interface CatalogueEntry extends KnownFiles {
  summary: ArticleSummary;
}

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
  readonly #rows: Map<ArticleId, Row>;
  /** Made when they are first asked for: most sessions import nothing. */
  #lookups: Lookups | null = null;
  /** The rows stand with the newest article first. */
  #inOrder = true;
  #dirty = false;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    readonly folder: LibraryFolder,
    /** What the file says that it is of. */
    readonly library: string,
    /** Null when there was no readable catalogue. */
    readonly kept: KeptRows | null,
  ) {
    this.#rows = new Map(kept?.ids.map((id, index) => [id, index]));
  }

  /** `createdAt`: of the library, by which its catalogue is told from another's. */
  static async load(folder: LibraryFolder, createdAt: string): Promise<Catalogue> {
    const library = nameOfLibrary(createdAt);
    try {
      const bytes = await folder.read(CATALOGUE_FILE);
      const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      return new Catalogue(folder, library, await readRows(whole, library));
    } catch {
      // It is made again from the articles, which are the truth.
      return new Catalogue(folder, library, null);
    }
  }

  /** False when there was no readable catalogue. */
  get wasThere(): boolean {
    return this.kept !== null;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: ArticleId): CatalogueEntry | undefined {
    const row = this.#rows.get(id);
    return row === undefined ? undefined : this.#entry(row);
  }

  /** The row of the list alone, which is less work than the whole entry. */
  summary(id: ArticleId): ArticleSummary | undefined {
    const row = this.#rows.get(id);
    return row === undefined ? undefined : summaryOfRow(row, this.kept);
  }

  ids(): ArticleId[] {
    return [...this.#rows.keys()];
  }

  summaries(): ArticleSummary[] {
    return Array.from(this.#rows.values(), (row) => summaryOfRow(row, this.kept));
  }

  /** All ids, those of the newest articles by their date first. */
  newest(): ArticleId[] {
    if (!this.#inOrder) this.#order();
    return this.ids();
  }

  /** Reads all rows, with turns for others in between, so that nobody has to wait for many of them at once. */
  async readAll(): Promise<void> {
    await this.kept?.readAll();
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
    const { summary, ...files } = entry;
    this.#lookups?.replace(this.get(summary.id), entry);
    this.#inOrder &&= this.summary(summary.id)?.publishedOn === summary.publishedOn;
    this.#rows.set(summary.id, { summary, files });
    this.#changed();
  }

  delete(id: ArticleId): void {
    this.#lookups?.replace(this.get(id), undefined);
    if (this.#rows.delete(id)) this.#changed();
  }

  /** Writes what has changed. A failure loses nothing: the next opening reads the articles themselves. */
  flush(): Promise<void> {
    // One after another: an older list must not come in the place of a newer one.
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => undefined);
    return written;
  }

  async #write(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#dirty || this.folder.readOnly !== null) return;
    this.#dirty = false;
    if (!this.#inOrder) this.#order();
    const bytes = await writeRows(this.ids(), [...this.#rows.values()], this.kept, this.library);
    await this.folder.replace(CATALOGUE_FILE, bytes, false);
  }

  #entry(row: Row): CatalogueEntry {
    const summary = summaryOfRow(row, this.kept);
    if (typeof row !== 'number') return { summary, ...row.files };
    if (this.kept === null) throw new Error('a row without its line');
    return { summary, ...this.kept.files(row) };
  }

  #order(): void {
    const rows = [...this.#rows].map(([id, row]) => ({ id, row, summary: summaryOfRow(row, this.kept) }));
    rows.sort((a, b) => byNewest(a.summary, b.summary));
    this.#rows.clear();
    for (const { id, row } of rows) this.#rows.set(id, row);
    this.#inOrder = true;
  }

  *#entries(): Generator<CatalogueEntry> {
    for (const row of this.#rows.values()) yield this.#entry(row);
  }

  #found(): Lookups {
    this.#lookups ??= new Lookups(this.#entries(), this.size);
    return this.#lookups;
  }

  #at(ids: readonly ArticleId[]): CatalogueEntry[] {
    return ids.flatMap((id) => this.get(id) ?? []);
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
