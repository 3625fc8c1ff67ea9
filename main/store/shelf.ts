import { AnnotationsFile, byPosition, type Annotation } from '#core/annotation';
import { Article, type ArticleId } from '#core/article';
import { Refusal } from '#core/refusal';
import { Document, type DocumentSpec } from './document';
import type { LibraryFolder } from './folder';
import { annotationsFile, articleFile } from './layout';
import { anchoredFile } from './reanchor';

/** The two documents of one article. */
export class ArticleFiles {
  #seen: { file: AnnotationsFile; article: Article; anchored: AnnotationsFile } | null = null;

  constructor(
    readonly article: Document<Article>,
    readonly annotations: Document<AnnotationsFile>,
  ) {}

  /** The annotations file with every annotation looked up in the present revision. */
  anchored(): AnnotationsFile {
    const file = this.annotations.value;
    const article = this.article.value;
    if (this.#seen?.file !== file || this.#seen.article !== article) {
      this.#seen = { file, article, anchored: anchoredFile(file, article) };
    }
    return this.#seen.anchored;
  }

  view(): { article: Article; annotations: Annotation[] } {
    return { article: this.article.value, annotations: this.anchored().annotations.toSorted(byPosition) };
  }
}

/** Makes an article again whose file is broken and has no backup; null when it cannot. */
export type Rescue = (id: ArticleId) => Promise<Article | null>;

const KEPT_OPEN = 128;

export function articleSpec(id: ArticleId): DocumentSpec<Article> {
  return { file: articleFile(id), schema: Article, fits: (article) => article.id === id };
}

export function annotationsSpec(id: ArticleId): DocumentSpec<AnnotationsFile> {
  return { file: annotationsFile(id), schema: AnnotationsFile, fits: (file) => file.articleId === id };
}

/** Reads articles when they are asked for and keeps the last ones that were. */
export class Shelf {
  /** Least recently used first. */
  readonly #open = new Map<ArticleId, ArticleFiles>();
  readonly #loading = new Map<ArticleId, Promise<ArticleFiles | null>>();

  constructor(
    readonly folder: LibraryFolder,
    readonly rescue: Rescue,
  ) {}

  /** Throws `article-not-found` or `library-broken`. */
  async get(id: ArticleId): Promise<ArticleFiles> {
    const open = this.#open.get(id);
    if (open !== undefined) {
      this.keep(id, open);
      return open;
    }
    const loading = this.#loading.get(id) ?? this.load(id).finally(() => this.#loading.delete(id));
    this.#loading.set(id, loading);
    const files = await loading;
    if (files === null) throw new Refusal('article-not-found', { id });
    const newer = this.#open.get(id) ?? files;
    // What could not be read is tried again next time.
    if (newer.annotations.broken === null) this.keep(id, newer);
    return newer;
  }

  keep(id: ArticleId, files: ArticleFiles): void {
    this.#open.delete(id);
    this.#open.set(id, files);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= KEPT_OPEN) break;
      this.#open.delete(oldest);
    }
  }

  peek(id: ArticleId): ArticleFiles | null {
    return this.#open.get(id) ?? null;
  }

  forget(id: ArticleId): void {
    this.#open.delete(id);
  }

  /** Reads both files past what is kept; null when there is no such article. Throws `library-broken`. */
  async load(id: ArticleId): Promise<ArticleFiles | null> {
    const article = await this.#loadArticle(id);
    if (article === null) return null;
    return new ArticleFiles(article, await this.#loadAnnotations(id));
  }

  async #loadArticle(id: ArticleId): Promise<Document<Article> | null> {
    const spec = articleSpec(id);
    const loaded = await Document.load(this.folder, spec);
    if (loaded.state === 'ready') return loaded.document;
    const hasNotes = (await this.folder.stamp(annotationsFile(id))) !== null;
    if (loaded.state === 'missing' && !hasNotes) return null;

    if (loaded.state === 'unreadable') throw loaded.refusal;

    const rescued = await this.rescue(id);
    if (rescued === null) {
      if (loaded.state === 'missing') return null;
      throw loaded.refusal;
    }
    const copy = loaded.state === 'broken' ? loaded.copy : '';
    this.folder.notify({ code: 'restored-from-backup', file: spec.file, copy, detail: '' });
    if (this.folder.readOnly !== null) return Document.fresh(this.folder, spec, rescued);
    await this.folder.replace(spec.file, `${JSON.stringify(rescued)}\n`, false);
    return this.#loadArticle(id);
  }

  async #loadAnnotations(id: ArticleId): Promise<Document<AnnotationsFile>> {
    const spec = annotationsSpec(id);
    const none: AnnotationsFile = { articleId: id, annotations: [], removed: [], dismissed: [] };
    const loaded = await Document.load(this.folder, spec);
    if (loaded.state === 'ready') return loaded.document;
    if (loaded.state === 'missing') return Document.fresh(this.folder, spec, none);
    return Document.unwritable(this.folder, spec, none, loaded.refusal);
  }
}
