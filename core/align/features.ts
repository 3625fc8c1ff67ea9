// What a paragraph is known by: its syllables, pairs of them, the documents it cites; rare ones count more.
import { isFunctionSyllable } from '#core/align/function-syllables';
import { isWord, keyOfTokens, tokensOf, type Token } from '#core/align/tokens';
import { isCommonSyllable } from '#core/text/syllables';

/** How much a kind of feature counts. Numbers and days change every year: they only decide between equals. */
const WORTH = { word: 1, pair: 1, code: 3, number: 0.25 };
/** What is left of it for syllables that fill any text of this kind, and for pairs of them. */
const COMMON = { word: 0.3, pair: 0.5 };
/** Weights are whole numbers, so that a sum does not depend on its order. */
const UNIT = 1024;

/** The most that paragraphs have in common which are not the same: only marks, or the order of some words, differ. */
const ALMOST_EQUAL = 0.999;

/** A paragraph as its features (ascending, each once) and how often it has each of them. */
export interface Vector {
  key: string;
  features: Int32Array;
  counts: Int32Array;
  /** Sum of weight times count. */
  total: number;
}

export interface Features {
  left: Vector[];
  right: Vector[];
  /** By feature: what one occurrence weighs. */
  weights: Int32Array;
  /** By feature: the paragraphs of either side that have it. */
  spread: Int32Array;
}

/** Features of the paragraphs of two articles. Weights come from both, so that what both say everywhere weighs little. */
export function featuresOf(left: readonly string[], right: readonly string[]): Features {
  const ids = new Ids();
  const [one, other] = [left.map((text) => countedOf(text, ids)), right.map((text) => countedOf(text, ids))];
  const spread = new Int32Array(ids.size);
  for (const { features } of [...one, ...other]) {
    for (const feature of features) spread[feature] = (spread[feature] ?? 0) + 1;
  }
  const all = left.length + right.length;
  const weights = spread.map((paragraphs, feature) =>
    Math.ceil(UNIT * ids.worthOf(feature) * Math.log1p(all / paragraphs)),
  );
  const weighed = (vector: Vector): Vector => ({ ...vector, total: totalOf(vector, weights) });
  return { left: one.map(weighed), right: other.map(weighed), weights, spread };
}

/** How much of what either paragraph says the other says too, by weight: 0 to 1, and 1 only when they are the same. */
export function similarity(a: Vector, b: Vector, weights: Int32Array): number {
  if (a.key === b.key) return 1;
  if (a.total + b.total === 0) return 0;
  return Math.min(ALMOST_EQUAL, (2 * commonWeight(a, b, weights)) / (a.total + b.total));
}

function commonWeight(a: Vector, b: Vector, weights: Int32Array): number {
  let [at, other, common] = [0, 0, 0];
  while (at < a.features.length && other < b.features.length) {
    const [mine, theirs] = [a.features[at] ?? 0, b.features[other] ?? 0];
    if (mine === theirs) {
      common += Math.min(a.counts[at] ?? 0, b.counts[other] ?? 0) * (weights[mine] ?? 0);
      at++;
      other++;
    } else if (mine < theirs) at++;
    else other++;
  }
  return common;
}

/** Numbers for words and pairs of words, in the order in which they come. */
class Ids {
  readonly #words = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  readonly #worth: number[] = [];
  readonly #isCommon: boolean[] = [];

  get size(): number {
    return this.#worth.length;
  }

  worthOf(feature: number): number {
    return this.#worth[feature] ?? 0;
  }

  word({ is, key }: Token): number {
    const id = this.#words.get(key);
    if (id !== undefined) return id;
    this.#words.set(key, this.#worth.length);
    const kind = is === 'code' || is === 'number' ? is : 'word';
    const isCommon = isCommonSyllable(key) || isFunctionSyllable(key);
    this.#isCommon.push(isCommon);
    return this.#worth.push(WORTH[kind] * (isCommon ? COMMON.word : 1)) - 1;
  }

  pair(first: number, second: number): number {
    const both = first * 2 ** 26 + second;
    const id = this.#pairs.get(both);
    if (id !== undefined) return id;
    this.#pairs.set(both, this.#worth.length);
    const isCommon = this.#isCommon[first] === true && this.#isCommon[second] === true;
    this.#isCommon.push(isCommon);
    return this.#worth.push(WORTH.pair * (isCommon ? COMMON.pair : 1)) - 1;
  }
}

/** A vector whose weights are not known yet. */
function countedOf(text: string, ids: Ids): Vector {
  const tokens = tokensOf(text);
  const found: number[] = [];
  let previous: number | null = null;
  for (const token of tokens) {
    if (!isWord(token)) continue;
    const word = ids.word(token);
    found.push(word);
    if (previous !== null && token.is === 'word') found.push(ids.pair(previous, word));
    previous = token.is === 'word' ? word : null;
  }
  const sorted = Int32Array.from(found).sort();
  const features = new Int32Array(sorted.length);
  const counts = new Int32Array(sorted.length);
  let size = 0;
  for (const feature of sorted) {
    if (size === 0 || features[size - 1] !== feature) features[size++] = feature;
    counts[size - 1] = (counts[size - 1] ?? 0) + 1;
  }
  return {
    key: keyOfTokens(tokens),
    features: features.subarray(0, size),
    counts: counts.subarray(0, size),
    total: 0,
  };
}

function totalOf({ features, counts }: Vector, weights: Int32Array): number {
  let total = 0;
  for (let at = 0; at < features.length; at++) total += (weights[features[at] ?? 0] ?? 0) * (counts[at] ?? 0);
  return total;
}
