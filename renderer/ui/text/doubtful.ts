import type { DoubtfulWord } from '#core/article';
import { highlightOf } from './highlights';
import { rangeWithin } from './offsets';

/** Names of `::highlight()` in reader.css. */
const ALL = 'doubtful';
const CURRENT = 'doubtful-now';

/**
 * Underlines the words of one article that a machine was not sure of. No element is put into the text, so that marks stay
 * as they are.
 */
export class DoubtfulWords {
  private words: ReadonlyMap<number, readonly DoubtfulWord[]> = new Map();
  private readonly ranges = new Map<HTMLElement, Range[]>();
  private readonly all = highlightOf(ALL);
  private readonly current = highlightOf(CURRENT);
  private shown: Range | null = null;

  /** `blockOf`: which block an element shows. */
  constructor(private readonly blockOf: (element: HTMLElement) => number) {}

  setWords(words: readonly DoubtfulWord[]): void {
    const byBlock = new Map<number, DoubtfulWord[]>();
    for (const word of words) byBlock.set(word.block, [...(byBlock.get(word.block) ?? []), word]);
    this.words = byBlock;
  }

  /** Makes the ranges of an element again, whose text nodes are new. */
  refresh(element: HTMLElement): void {
    for (const range of this.ranges.get(element) ?? []) this.all?.delete(range);
    this.ranges.delete(element);
    if (this.all === null || this.words.size === 0) return;
    const words = this.words.get(this.blockOf(element)) ?? [];
    const ranges = words.flatMap((word) => rangeWithin(element, word) ?? []);
    if (ranges.length > 0) this.ranges.set(element, ranges);
    for (const range of ranges) this.all.add(range);
  }

  /** Shows one word as the current one. */
  choose(element: HTMLElement | null, word: DoubtfulWord | undefined): void {
    if (this.shown !== null) this.current?.delete(this.shown);
    this.shown = element === null || word === undefined ? null : rangeWithin(element, word);
    if (this.shown !== null) this.current?.add(this.shown);
  }

  clear(): void {
    for (const ranges of this.ranges.values()) for (const range of ranges) this.all?.delete(range);
    this.ranges.clear();
    this.choose(null, undefined);
  }
}
