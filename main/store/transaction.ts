import type { Annotation, AnnotationsFile } from '#core/annotation';
import type { Article, ArticleId, Original } from '#core/article';
import type { EventPayload } from '#core/contract';
import type { ArticleSummary, LibraryFile } from '#core/library';
import { Refusal } from '#core/refusal';
import type { Catalogue } from './catalogue';
import { entryOf } from './catalogue';
import { Document, type Change } from './document';
import { errorDetail, isMissing } from './files';
import type { LibraryFolder } from './folder';
import { sha256 } from './identity';
import { originalFile } from './layout';
import { anchoredFile, type Places } from './reanchor';
import { purgeFiles } from './purge';
import { keepRevision } from './revisions';
import { ArticleFiles, annotationsSpec, articleSpec, type Shelf } from './shelf';

export type LibraryChange = Omit<EventPayload<'library.changed'>, 'revision'>;

export interface TransactionParts {
  folder: LibraryFolder;
  shelf: Shelf;
  catalogue: Catalogue;
  library: Document<LibraryFile>;
}

interface Touched {
  files: ArticleFiles;
  upserts: Map<string, Annotation>;
  removals: Set<string>;
  revised: boolean;
}

/**
 * One turn of the queue. Each call writes one file and settles when the disk holds it. What was written counts even when
 * a later call of the same turn is refused, so a turn orders its writes such that each prefix of them is a whole state.
 */
export class Transaction {
  readonly #parts: TransactionParts;
  readonly #touched = new Map<ArticleId, Touched>();
  readonly #purged: ArticleId[] = [];
  #library: Change<LibraryFile> | null = null;

  constructor(parts: TransactionParts) {
    this.#parts = parts;
  }

  get catalogue(): Catalogue {
    return this.#parts.catalogue;
  }

  get folder(): LibraryFolder {
    return this.#parts.folder;
  }

  /** Throws `article-not-found`. */
  files(id: ArticleId): Promise<ArticleFiles> {
    return this.#parts.shelf.get(id);
  }

  /** The files of an article whose annotations may be changed. Throws `article-not-found` or `library-broken`. */
  async writable(id: ArticleId): Promise<ArticleFiles> {
    const files = await this.files(id);
    if (files.annotations.broken !== null) throw files.annotations.broken;
    return files;
  }

  async library(update: (value: LibraryFile) => LibraryFile): Promise<LibraryFile> {
    const change = await this.#parts.library.change(update);
    this.#library = { ...change, shown: this.#library?.shown ?? change.shown };
    return change.after;
  }

  async article(id: ArticleId, update: (value: Article) => Article): Promise<Change<Article>> {
    const files = await this.files(id);
    const change = await files.article.change(update);
    this.#touch(id, files);
    return change;
  }

  /** Deletes an article with everything that belongs to it. */
  async purge(id: ArticleId): Promise<void> {
    const { folder, shelf, catalogue } = this.#parts;
    const { value } = (await this.files(id)).article;
    await purgeFiles(folder, value, ({ sha256: digest }) =>
      catalogue.usingOriginal(digest).some(({ summary }) => summary.id !== id),
    );
    shelf.forget(id);
    catalogue.delete(id);
    this.#touched.delete(id);
    this.#purged.push(id);
  }

  async addArticle(article: Article): Promise<void> {
    const { folder } = this.#parts;
    const document = Document.fresh(folder, articleSpec(article.id), article);
    const none: AnnotationsFile = { articleId: article.id, annotations: [], removed: [], dismissed: [] };
    await document.change(() => article);
    this.#touch(
      article.id,
      new ArticleFiles(document, Document.fresh(folder, annotationsSpec(article.id), none)),
    );
  }

  /** `update` gets the annotations as they stand in the article's present revision. */
  async annotations(
    id: ArticleId,
    update: (value: AnnotationsFile) => AnnotationsFile,
  ): Promise<AnnotationsFile> {
    const files = await this.files(id);
    const shown = files.anchored();
    await files.annotations.change(() => update(files.anchored()));
    const touched = this.#touch(id, files);
    const previous = new Map(shown.annotations.map((annotation) => [annotation.id, annotation]));
    const after = files.anchored();
    for (const annotation of after.annotations) {
      if (previous.get(annotation.id) !== annotation) touched.upserts.set(annotation.id, annotation);
      previous.delete(annotation.id);
    }
    for (const gone of previous.keys()) touched.removals.add(gone);
    return after;
  }

  /**
   * Gives the article a new body. The old one is kept under revisions/, then the article is written, then the annotations
   * that were looked up in it; a crash in between is healed when the article is read (`anchoredFile`). `places`: where
   * annotations are known to stand in the new body.
   */
  async revise(
    id: ArticleId,
    update: (value: Article) => Article,
    places: Places = new Map(),
  ): Promise<Change<Article>> {
    const files = await this.writable(id);
    await keepRevision(this.#parts.folder, files.article.value, files.anchored().annotations);
    const change = await this.article(id, update);
    this.#touch(id, files).revised = true;
    const { before, after } = change;
    if (files.annotations.value.annotations.length > 0) {
      await files.annotations.change((file) => anchoredFile(file, after, { before, places }));
    }
    return change;
  }

  /** Stores the bytes as they came. */
  async original(original: Original, bytes: Uint8Array): Promise<void> {
    const { folder } = this.#parts;
    folder.refuseWhenReadOnly();
    const file = originalFile(original);
    const present = await presentBytes(folder, file);
    if (present !== null) {
      if (sha256(present) === original.sha256) return;
      await folder.quarantine(file, present);
    }
    await folder.replace(file, bytes, false);
  }

  /** What this turn changed, and the catalogue brought up to it; null when nothing was. */
  finish(): LibraryChange | null {
    const upserts: ArticleSummary[] = [];
    for (const [id, { files }] of this.#touched) {
      this.#parts.shelf.keep(id, files);
      const entry = entryOf(files);
      this.#parts.catalogue.set(entry);
      upserts.push(entry.summary);
    }
    const library = this.#library;
    const whole = library === null ? {} : changedParts(library);
    const isSame = this.#touched.size + this.#purged.length === 0;
    if (isSame && Object.keys(whole).length === 0) return null;
    const touched = [...this.#touched];
    return {
      upserts,
      removals: this.#purged,
      annotations: touched
        .filter(([, { upserts: changed, removals }]) => changed.size + removals.size > 0)
        .map(([articleId, { upserts: changed, removals }]) => ({
          articleId,
          upserts: [...changed.values()],
          removals: [...removals],
        })),
      revised: touched.filter(([, { revised }]) => revised).map(([id]) => id),
      ...whole,
    };
  }

  #touch(id: ArticleId, files: ArticleFiles): Touched {
    const known = this.#touched.get(id);
    if (known !== undefined) return known;
    const touched: Touched = { files, upserts: new Map(), removals: new Set(), revised: false };
    this.#touched.set(id, touched);
    return touched;
  }
}

/** What belongs to the whole library and is another value now. */
function changedParts({ shown, after }: Change<LibraryFile>): Partial<LibraryChange> {
  const names = [
    'tags',
    'links',
    'pins',
    'workspaces',
    'directives',
    'bodies',
    'searches',
    'collections',
    'settings',
  ] as const;
  return Object.fromEntries(
    names.filter((name) => after[name] !== shown[name]).map((name) => [name, after[name]]),
  );
}

async function presentBytes(folder: LibraryFolder, file: string): Promise<Uint8Array | null> {
  try {
    return await folder.read(file);
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Refusal('write-failed', { file, detail: errorDetail(error) });
  }
}
