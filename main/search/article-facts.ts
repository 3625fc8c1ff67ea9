import { KINDS, type AnnotationKind } from '#core/annotation';
import type { ArticleId } from '#core/article';
import type { ArticleSummary } from '#core/library';
import { yearOf } from '#core/phrase-rows';
import { Bits } from '#core/search/index/bits';
import { READING, withThoseUnder } from '#core/shelving';
import { foldedTag, levelsOf } from '#core/tag';
import type { LibraryStore } from '../store/store';

/** Values that many articles share, each with a number. */
export class Shared<T> {
  readonly values: T[] = [];
  readonly #codes = new Map<T, number>();

  code(value: T): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    this.#codes.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

const NO_TAGS: readonly number[] = [];

/**
 * What is known of the articles beside their words, in arrays by the numbers that they have in the index: fifty thousand of
 * them are filtered and counted in a few milliseconds.
 */
export class ArticleFacts {
  readonly summaries: (ArticleSummary | null)[] = [];
  /** Codes of `sourceNames` and `yearNumbers`. */
  readonly sources: number[] = [];
  readonly years: number[] = [];
  /** Codes of `tagNames`: the article's tags and all levels above them. */
  readonly tags: (readonly number[])[] = [];
  /** A bit for each kind that there is an annotation of. */
  readonly kinds: number[] = [];
  /** Indices of `READING`. */
  readonly reading: number[] = [];
  readonly sourceNames = new Shared<string | null>();
  readonly yearNumbers = new Shared<number | null>();
  /** Folded. */
  readonly tagNames = new Shared<string>();
  readonly #numbers = new Map<ArticleId, number>();

  constructor(
    readonly store: LibraryStore,
    readonly ids: readonly ArticleId[],
  ) {}

  /** Takes over the articles that have come since, and those that have changed. Returns their numbers. */
  update(changed: Iterable<ArticleId>): number[] {
    const numbers = this.numbersOf([...changed]);
    for (let number = this.summaries.length; number < this.ids.length; number += 1) numbers.push(number);
    for (const number of numbers) this.#set(number);
    return numbers;
  }

  numbersOf(ids: readonly ArticleId[]): number[] {
    return ids.map((id) => this.#numbers.get(id)).filter((number) => number !== undefined);
  }

  /** The articles that are there and not in the trash. */
  present(): Bits {
    const present = new Bits(this.summaries.length);
    for (let number = 0; number < present.size; number += 1)
      if (this.summaries[number] != null) present.add(number);
    return present;
  }

  /** The articles for which something holds. */
  where(holds: (number: number) => boolean): Bits {
    const found = new Bits(this.summaries.length);
    for (let number = 0; number < found.size; number += 1) if (holds(number)) found.add(number);
    return found;
  }

  /** The articles in these collections or in those under them. */
  inCollections(ids: readonly string[]): Bits {
    const all = this.store.library.collections;
    const wanted = new Set(ids.flatMap((id) => [...withThoseUnder(id, all)]));
    return this.where(
      (number) => this.summaries[number]?.shelving.collections.some((id) => wanted.has(id)) === true,
    );
  }

  /** The articles that are starred or put away. */
  keptAs(as: 'starred' | 'archived'): Bits {
    return this.where((number) => {
      const shelving = this.summaries[number]?.shelving;
      return shelving !== undefined && (as === 'starred' ? shelving.starred : shelving.archivedAt !== null);
    });
  }

  hasKind(number: number, kind: AnnotationKind): boolean {
    return (((this.kinds[number] ?? 0) >> KINDS.indexOf(kind)) & 1) === 1;
  }

  #set(number: number): void {
    const id = this.ids[number] ?? '';
    this.#numbers.set(id, number);
    const summary = this.store.catalogue.get(id)?.summary;
    if (summary === undefined || summary.removedAt !== null) {
      this.summaries[number] = null;
      return;
    }
    this.summaries[number] = summary;
    this.sources[number] = this.sourceNames.code(summary.source);
    this.years[number] = this.yearNumbers.code(yearOf(summary));
    this.reading[number] = READING.indexOf(summary.shelving.reading);
    this.kinds[number] = KINDS.reduce((bits, kind, at) => bits | (summary.kinds[kind] > 0 ? 1 << at : 0), 0);
    const tags = new Set(summary.tags.flatMap((tag) => levelsOf(foldedTag(tag))));
    this.tags[number] = tags.size === 0 ? NO_TAGS : Array.from(tags, (tag) => this.tagNames.code(tag));
  }
}
