import type { PhraseLimits, SetPhrase } from '#core/set-phrases';
import type { ArticleSummary } from '#core/library';
import { articleFile } from '../store/layout';
import type { LibraryStore } from '../store/store';
import type { PhraseFinder } from './finder';

/** The phrases of a library and the articles that their places name by index. */
export interface FoundPhrases {
  phrases: readonly SetPhrase[];
  articles: readonly ArticleSummary[];
}

/** Looks for phrases when they are asked for, and again when the articles are others; keeps the last answer. */
export class LibraryPhrases {
  #last: { key: string; found: Promise<FoundPhrases> } | null = null;

  constructor(
    private readonly store: LibraryStore,
    private readonly finder: PhraseFinder,
  ) {}

  async of(limits: PhraseLimits): Promise<FoundPhrases> {
    await this.store.verified();
    const articles = this.store.catalogue
      .summaries()
      .filter(({ removedAt }) => removedAt === null)
      .sort(byOldest);
    const key = this.#keyOf(articles, limits);
    if (this.#last?.key === key) return this.#last.found;
    const last = { key, found: this.#find(articles, limits) };
    this.#last = last;
    last.found.catch(() => {
      // The next question tries again.
      if (this.#last === last) this.#last = null;
    });
    return last.found;
  }

  async #find(articles: readonly ArticleSummary[], limits: PhraseLimits): Promise<FoundPhrases> {
    const { folder } = this.store;
    const files = articles.map(({ id, story }) => ({ id, story, path: folder.path(articleFile(id)) }));
    return { phrases: await this.finder.find({ articles: files, limits }), articles };
  }

  #keyOf(articles: readonly ArticleSummary[], limits: PhraseLimits): string {
    const { catalogue } = this.store;
    const parts = articles.map(({ id, story, publishedOn, source }) =>
      [id, story, publishedOn, source, catalogue.get(id)?.contentHash].join(' '),
    );
    return [limits.syllables, limits.articles, ...parts].join('\n');
  }
}

/** Those without a date come last. */
const byOldest = (a: ArticleSummary, b: ArticleSummary): number =>
  (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999') || (a.id < b.id ? -1 : 1);
