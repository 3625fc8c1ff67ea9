import { setImmediate as pause } from 'node:timers/promises';
import type { ArticleSummary } from '#core/library';
import type { ArticleFacts } from './article-facts';

export type ArticleOrder = 'newest' | 'oldest' | 'title';
type Compare = (a: ArticleSummary, b: ArticleSummary) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const collator = new Intl.Collator('vi', { numeric: true });

/** Articles without a date come last; those of one day by when they came in, the newest first. */
const byDate =
  (isNewestFirst: boolean): Compare =>
  (a, b) => {
    if (a.publishedOn !== b.publishedOn) {
      if (a.publishedOn === null) return 1;
      if (b.publishedOn === null) return -1;
      return byText(a.publishedOn, b.publishedOn) * (isNewestFirst ? -1 : 1);
    }
    return byText(b.importedAt, a.importedAt) || byText(a.id, b.id);
  };

const COMPARE: Readonly<Record<ArticleOrder, Compare>> = {
  newest: byDate(true),
  oldest: byDate(false),
  title: (a, b) => collator.compare(a.title, b.title) || byText(a.id, b.id),
};

/** More than this many articles that are others are no longer put in one by one. */
const FEW = 200;

/** The numbers of all articles in the orders that were asked for, kept for the next question. */
export class ArticleOrders {
  readonly #known = new Map<ArticleOrder, { numbers: number[]; changed: Set<number> }>();

  constructor(readonly facts: ArticleFacts) {}

  /** These articles may stand elsewhere now. */
  changed(numbers: readonly number[]): void {
    for (const known of this.#known.values()) for (const number of numbers) known.changed.add(number);
  }

  async of(order: ArticleOrder): Promise<readonly number[]> {
    const known = this.#known.get(order);
    if (known?.changed.size === 0) return known.numbers;
    const compare = (a: number, b: number): number => {
      const [one, other] = [this.facts.summaries[a], this.facts.summaries[b]];
      // Those that are gone are never asked for.
      if (one == null || other == null) return Number(one == null) - Number(other == null) || a - b;
      return COMPARE[order](one, other);
    };
    const changed = known?.changed ?? new Set<number>();
    if (known !== undefined && changed.size <= FEW) {
      known.numbers = known.numbers.filter((number) => !changed.has(number));
      for (const number of changed) known.numbers.splice(placeFor(number, known.numbers, compare), 0, number);
      changed.clear();
      return known.numbers;
    }
    const fresh = { numbers: Array.from(this.facts.summaries.keys()), changed: new Set<number>() };
    this.#known.set(order, fresh);
    fresh.numbers = await sortedInTurns(fresh.numbers, compare);
    return fresh.numbers;
  }
}

function placeFor(number: number, numbers: readonly number[], compare: (a: number, b: number) => number) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(numbers[middle] ?? 0, number) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many are sorted or merged in one turn: about ten milliseconds. */
const TURN = 2_000;

/** Sorts, and lets others have their turn: titles of 50,000 articles take half a second. */
async function sortedInTurns(
  values: readonly number[],
  compare: (a: number, b: number) => number,
): Promise<number[]> {
  let rows: number[][] = [];
  for (let from = 0; from < values.length; from += TURN) {
    rows.push(values.slice(from, from + TURN).sort(compare));
    await pause();
  }
  while (rows.length > 1) {
    const merged: number[][] = [];
    for (let at = 0; at < rows.length; at += 2)
      merged.push(await mergedInTurns(rows[at] ?? [], rows[at + 1] ?? [], compare));
    rows = merged;
  }
  return rows[0] ?? [];
}

async function mergedInTurns(
  a: readonly number[],
  b: readonly number[],
  compare: (a: number, b: number) => number,
): Promise<number[]> {
  const merged: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const takesFirst = j >= b.length || (i < a.length && compare(a[i] ?? 0, b[j] ?? 0) <= 0);
    merged.push((takesFirst ? a[i++] : b[j++]) ?? 0);
    if (merged.length % (TURN * 8) === 0) await pause();
  }
  return merged;
}
