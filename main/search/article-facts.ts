import { KINDS, type AnnotationKind } from '#core/annotation';
import type { ArticleId } from '#core/article';
import type { ArticleSummary } from '#core/library';
import { yearOf } from '#core/phrase-rows';
import { Bits } from '#core/search/index/bits';
import { withThoseUnder, type Reading } from '#core/shelving';
import { foldedTag, levelsOf } from '#core/tag';
import type { LibraryStore } from '../store/store';
import { Column, Flags } from './columns';

const keyOfSet = (names: readonly string[]): string => JSON.stringify(names);

/** The catalogue is read as a whole for more articles than this. */
const FEW = 500;

/**
 * What is known of the articles beside their words, in columns by the numbers that they have in the index, kept up article by
 * article: fifty thousand of them are filtered and counted in a few milliseconds.
 */
export class ArticleFacts {
  /** Null where there is no such article, or in the trash. */
  readonly summaries: (ArticleSummary | null)[] = [];
  readonly sources = new Column<string | null>();
  readonly years = new Column<number | null>();
  readonly reading = new Column<Reading>();
  /** The article's tags and all levels above them, folded. Many articles have the same ones. */
  readonly tags = new Column<readonly string[]>(keyOfSet);
  readonly collections = new Column<readonly string[]>(keyOfSet);
  readonly starred = new Flags();
  readonly archived = new Flags();
  /** Somebody wrote a note on it. */
  readonly noted = new Flags();
  /** By kind, in the order of `KINDS`. */
  readonly kinds = KINDS.map(() => new Flags());
  readonly #present = new Flags();
  readonly #numbers = new Map<ArticleId, number>();
  readonly #levels = new Map<string, readonly string[]>();

  constructor(
    readonly store: LibraryStore,
    readonly ids: readonly ArticleId[],
  ) {}

  get size(): number {
    return this.summaries.length;
  }

  /** Takes over the articles that have come since, and those that have changed. Returns their numbers. */
  update(changed: Iterable<ArticleId>): number[] {
    const numbers = this.numbersOf([...changed]);
    for (let number = this.size; number < this.ids.length; number += 1) numbers.push(number);
    const { catalogue } = this.store;
    const all =
      numbers.length > FEW ? new Map(catalogue.summaries().map((summary) => [summary.id, summary])) : null;
    for (const number of numbers) {
      const id = this.ids[number] ?? '';
      this.#numbers.set(id, number);
      this.#set(number, (all === null ? catalogue.get(id)?.summary : all.get(id)) ?? null);
    }
    return numbers;
  }

  numbersOf(ids: readonly ArticleId[]): number[] {
    return ids.map((id) => this.#numbers.get(id)).filter((number) => number !== undefined);
  }

  /** Those of these articles that the index has. */
  among(ids: readonly ArticleId[]): Bits {
    const found = new Bits(this.size);
    for (const number of this.numbersOf(ids)) found.add(number);
    return found;
  }

  /** The articles that are there and not in the trash. */
  present(): Bits {
    return this.#present.below(this.size);
  }

  /** The articles in these collections or in those under them. */
  inCollections(ids: readonly string[]): Bits {
    const all = this.store.library.collections;
    const wanted = new Set(ids.flatMap((id) => [...withThoseUnder(id, all)]));
    return this.collections.where((own) => own.some((id) => wanted.has(id)), this.size);
  }

  /** The articles with an annotation of this kind. */
  ofKind(kind: AnnotationKind): Bits {
    return this.kinds[KINDS.indexOf(kind)]?.below(this.size) ?? new Bits(this.size);
  }

  #set(number: number, summary: ArticleSummary | null): void {
    const isPresent = summary !== null && summary.removedAt === null;
    this.#present.set(number, isPresent);
    this.summaries[number] = isPresent ? summary : null;
    if (!isPresent) return;
    const { shelving } = summary;
    this.sources.set(number, summary.source);
    this.years.set(number, yearOf(summary));
    this.reading.set(number, shelving.reading);
    this.tags.set(number, [...new Set(summary.tags.flatMap((tag) => this.#levelsOf(tag)))]);
    this.collections.set(number, shelving.collections);
    this.starred.set(number, shelving.starred);
    this.archived.set(number, shelving.archivedAt !== null);
    this.noted.set(number, summary.notes > 0);
    for (const [index, kind] of KINDS.entries()) this.kinds[index]?.set(number, summary.kinds[kind] > 0);
  }

  #levelsOf(tag: string): readonly string[] {
    const known = this.#levels.get(tag);
    if (known !== undefined) return known;
    const levels = levelsOf(foldedTag(tag));
    this.#levels.set(tag, levels);
    return levels;
  }
}
