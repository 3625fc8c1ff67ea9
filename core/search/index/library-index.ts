import type { Leaf } from '../leaf';
import { Bits } from './bits';
import { SegmentBuilder, type IndexedArticle } from './builder';
import { addDocsWith } from './evaluate';
import { FIELDS, type Field, type SegmentArrays } from './layout';
import { merged } from './merge';
import { Segment } from './segment';

/** So many segments of about one size are merged: each size is eight times the one before. */
const TIER = 8;
const TIER_BITS = 3;
/** All are gathered into one when the largest times this is less than the whole. */
const GATHERED = 1.25;
/** No segment grows beyond this: a place is a number of 32 bits. */
const MOST_PLACES = 2 ** 31;
/** Articles that one batch of a rebuild takes: bounds its memory. */
const BATCH = 1 << 14;

/** A segment with what has happened to its articles since. */
export interface LivePart {
  segment: Segment;
  /** Articles that were removed or came in anew. */
  dead: Bits;
  deadCount: number;
  /** By article: its number in the index. */
  numbers: Uint32Array;
  /** The number of the first article when those of the others follow one after another; null otherwise. */
  first: number | null;
}

/** By field: the numbers of the articles that a leaf was found in. */
export type Found = Record<Field, Bits>;

/**
 * The words of a whole library. Articles have numbers, counted from 0 in the order in which they first came; what is found
 * is told by them.
 */
export class LibraryIndex {
  #parts: LivePart[] = [];
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  get parts(): readonly LivePart[] {
    return this.#parts;
  }

  /** The ids of all articles that there ever were, by their numbers. */
  get ids(): readonly string[] {
    return this.#ids;
  }

  /** The articles that are in the index, with their stamps. */
  stamps(): Map<string, string> {
    const stamps = new Map<string, string>();
    for (const { segment, dead } of this.#parts) {
      for (let doc = 0; doc < segment.docs; doc += 1) {
        if (!dead.has(doc)) stamps.set(segment.id(doc), segment.stamp(doc));
      }
    }
    return stamps;
  }

  /** Adds articles, in place of those with the same ids. */
  add(articles: readonly IndexedArticle[]): void {
    for (let from = 0; from < articles.length; from += BATCH) {
      const builder = new SegmentBuilder();
      for (const article of articles.slice(from, from + BATCH)) builder.add(article);
      this.take(builder.finish());
    }
    this.#tidy();
  }

  remove(ids: readonly string[]): void {
    const gone = new Set(ids.map((id) => this.#numbers.get(id)));
    for (const part of this.#parts) {
      for (let doc = 0; doc < part.segment.docs; doc += 1) {
        if (gone.has(part.numbers[doc])) kill(part, doc);
      }
    }
    this.#tidy();
  }

  find(leaf: Leaf): Found {
    const found = Object.fromEntries(FIELDS.map((field) => [field, new Bits(this.#ids.length)])) as Found;
    for (const { segment, dead, deadCount, numbers, first } of this.#parts) {
      for (const field of FIELDS) {
        const docs = new Bits(segment.docs);
        addDocsWith(segment, field, leaf, docs);
        if (deadCount > 0) docs.removeAll(dead);
        if (first !== null) found[field].addMoved(docs, first);
        else docs.each((doc) => found[field].add(numbers[doc] ?? 0));
      }
    }
    return found;
  }

  /** Adds a segment, with those of its articles left out that are dead. */
  take(arrays: SegmentArrays, dead?: Bits): void {
    const segment = new Segment(arrays);
    const numbers = new Uint32Array(segment.docs);
    const isAgain = new Set<number>();
    for (let doc = 0; doc < segment.docs; doc += 1) {
      const id = segment.id(doc);
      const known = this.#numbers.get(id);
      const number = known ?? this.#ids.length;
      if (known === undefined) {
        this.#ids.push(id);
        this.#numbers.set(id, number);
      } else if (dead?.has(doc) !== true) isAgain.add(number);
      numbers[doc] = number;
    }
    if (isAgain.size > 0) {
      for (const part of this.#parts) {
        for (let doc = 0; doc < part.segment.docs; doc += 1) {
          if (isAgain.has(part.numbers[doc] ?? 0)) kill(part, doc);
        }
      }
    }
    const first = numbers.every((number, doc) => number === (numbers[0] ?? 0) + doc)
      ? (numbers[0] ?? 0)
      : null;
    const part: LivePart = { segment, dead: new Bits(segment.docs), deadCount: 0, numbers, first };
    dead?.each((doc) => {
      kill(part, doc);
    });
    this.#parts.push(part);
  }

  /**
   * Makes one segment of all when a good part lies outside the largest: each has a list of words of its own, a tenth of its
   * size, and each is asked for itself. Takes two seconds for 50,000 articles.
   */
  gather(): void {
    const sizes = this.#parts.map(({ segment }) => segment.end);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    if (sizes.length < 2 || Math.max(...sizes) * GATHERED > all || all >= MOST_PLACES) return;
    this.#merge(this.#parts);
  }

  /** Merges what has become many small segments, or mostly dead ones. */
  #tidy(): void {
    for (let group = this.#groupToMerge(); group !== null; group = this.#groupToMerge()) this.#merge(group);
  }

  #merge(group: readonly LivePart[]): void {
    const gone = new Set(group);
    this.#parts = this.#parts.filter((part) => !gone.has(part));
    const arrays = merged(group);
    if (arrays.docStarts.length > 1) this.take(arrays);
  }

  #groupToMerge(): LivePart[] | null {
    const wasted = this.#parts.find(({ segment, deadCount }) => deadCount * 3 > segment.docs);
    if (wasted !== undefined) return [wasted];
    const tiers: LivePart[][] = [];
    for (const part of this.#parts) {
      const tier = Math.floor((31 - Math.clz32(part.segment.docs)) / TIER_BITS);
      (tiers[tier] ??= []).push(part);
    }
    for (const tier of tiers.filter((each) => each.length >= TIER)) {
      const places = tier.reduce((sum, { segment }) => sum + segment.end, 0);
      if (places < MOST_PLACES) return tier;
    }
    return null;
  }
}

function kill(part: LivePart, doc: number): void {
  if (part.dead.has(doc)) return;
  part.dead.add(doc);
  part.deadCount += 1;
}
