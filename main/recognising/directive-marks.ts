import { blockAt, blockStarts, textOf, type ArticleId } from '#core/article';
import type { ArticleView, EventPayload } from '#core/contract';
import { DirectiveId } from '#core/directive';
import type { DirectiveMark } from '#core/register';
import { inBatches, viewOrNull } from '../handlers/views';
import type { LibraryStore } from '../store/store';

/** The passages that people marked as citations of a document, by their articles. */
export class DirectiveMarks {
  readonly #store: LibraryStore;
  readonly #marks = new Map<ArticleId, DirectiveMark[]>();
  /** Articles whose marks are to be read; null before the first question. */
  #todo: Set<ArticleId> | null = null;
  #version = 0;

  constructor(store: LibraryStore) {
    this.#store = store;
    store.onChange((change) => this.#follow(change));
  }

  /** Another number whenever `of` may give something else. */
  get version(): number {
    return this.#version;
  }

  /** As far as they have been read. */
  of(id: ArticleId): readonly DirectiveMark[] {
    return this.#marks.get(id) ?? [];
  }

  /** Reads what is not read yet. */
  async complete(): Promise<void> {
    this.#todo ??= new Set(
      this.#store.catalogue.summaries().flatMap(({ id, kinds }) => (kinds.directive > 0 ? [id] : [])),
    );
    const ids = [...this.#todo];
    if (ids.length === 0) return;
    this.#todo.clear();
    await inBatches(ids, async (id) => {
      const view = await viewOrNull(this.#store, id);
      const marks = view === null ? [] : marksIn(view);
      if (marks.length > 0) this.#marks.set(id, marks);
      else this.#marks.delete(id);
    });
    this.#version += 1;
  }

  #follow({ annotations, revised }: EventPayload<'library.changed'>): void {
    for (const { articleId, upserts } of annotations) {
      const isAbout = this.#marks.has(articleId) || upserts.some(({ directive }) => directive !== undefined);
      if (isAbout) this.#todo?.add(articleId);
    }
    for (const id of revised) this.#todo?.add(id);
  }
}

/** Marks whose place is lost cite nothing. */
function marksIn({ article, annotations }: ArticleView): DirectiveMark[] {
  const text = textOf(article);
  const starts = blockStarts(article.blocks);
  return annotations.flatMap(({ kind, directive, anchor, target: { start, end } }) => {
    const id = DirectiveId.safeParse(directive);
    if (kind !== 'directive' || !id.success || anchor === 'orphan') return [];
    return [{ start, end, text: text.slice(start, end), block: blockAt(starts, start), directive: id.data }];
  });
}
