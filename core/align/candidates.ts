// Which pairs of paragraphs are worth a look: those that share something rare, found through an index.
import type { Candidate } from '#core/align/chain';
import { similarity, type Features, type Vector } from '#core/align/features';

/** A feature of more paragraphs than this leads to none of them. */
const MOST_SPREAD = 160;
/** The pairs of a paragraph that are compared in full. */
const MOST_COMPARED = 8;
/** Equal paragraphs that occur more often than this are paired in their order only. */
const MOST_EQUAL = 64;

/** Indices of paragraphs. */
interface Within {
  left: readonly number[];
  right: readonly number[];
}

/** Pairs with `least` similarity or more; equal paragraphs always. `within` leaves out paragraphs that are settled. */
export function candidatesOf(features: Features, within: Within, least: number): Candidate[] {
  const { left, right, weights } = features;
  const found = new Map<number, Candidate>();
  const add = (l: number, r: number) => {
    const at = l * right.length + r;
    const [one, other] = [left[l], right[r]];
    if (one === undefined || other === undefined || found.has(at)) return;
    const score = similarity(one, other, weights);
    if (score >= least) found.set(at, { left: l, right: r, score, worth: worthOf(score, one, other) });
  };
  for (const [l, r] of equalPairs(features, within)) add(l, r);
  for (const [l, r] of likelyPairs(features, within)) add(l, r);
  return [...found.values()];
}

/** Long paragraphs hold an alignment better than short ones, but not in proportion. */
const worthOf = (score: number, a: Vector, b: Vector): number =>
  score * score * Math.sqrt(a.total + b.total + 1);

type Pair = readonly [left: number, right: number];

function equalPairs({ left, right }: Features, within: Within): Pair[] {
  const places = (side: readonly Vector[], indices: readonly number[]) => {
    const byKey = new Map<string, number[]>();
    for (const index of indices) {
      const key = side[index]?.key ?? '';
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [index]);
      else list.push(index);
    }
    return byKey;
  };
  const pairs: Pair[] = [];
  const others = places(right, within.right);
  for (const [key, mine] of places(left, within.left)) {
    const theirs = others.get(key) ?? [];
    if (mine.length * theirs.length <= MOST_EQUAL) {
      for (const l of mine) for (const r of theirs) pairs.push([l, r]);
    } else {
      for (let at = 0; at < Math.min(mine.length, theirs.length); at++) {
        pairs.push([mine[at] ?? 0, theirs[at] ?? 0], [mine.at(-1 - at) ?? 0, theirs.at(-1 - at) ?? 0]);
      }
    }
  }
  return pairs;
}

/** For each paragraph of either side those of the other with which it has most weight in common. */
function likelyPairs(features: Features, within: Within): Pair[] {
  const { left, right, weights } = features;
  const index = new Index(features, within.right);
  const ofLeft = new Few(left.length);
  const ofRight = new Few(right.length);
  const common = new Float64Array(right.length);
  const touched = new Int32Array(right.length);
  for (const l of within.left) {
    let count = 0;
    for (const feature of left[l]?.features ?? []) {
      const weight = weights[feature] ?? 0;
      for (let at = index.from(feature); at < index.to(feature); at++) {
        const r = index.paragraph(at);
        if (common[r] === 0) touched[count++] = r;
        common[r] = (common[r] ?? 0) + weight;
      }
    }
    for (const r of touched.subarray(0, count)) {
      const share = (common[r] ?? 0) / ((left[l]?.total ?? 0) + (right[r]?.total ?? 0));
      ofLeft.offer(l, r, share);
      ofRight.offer(r, l, share);
      common[r] = 0;
    }
  }
  return [
    ...within.left.flatMap((l) => ofLeft.of(l).map((r): Pair => [l, r])),
    ...within.right.flatMap((r) => ofRight.of(r).map((l): Pair => [l, r])),
  ];
}

/** The paragraphs of the right article that have a feature, one feature after the other. */
class Index {
  readonly #starts: Int32Array;
  readonly #paragraphs: Int32Array;

  constructor({ right, spread }: Features, within: readonly number[]) {
    this.#starts = new Int32Array(spread.length + 1);
    const isUsed = (feature: number) => (spread[feature] ?? 0) <= MOST_SPREAD;
    for (const r of within) {
      for (const feature of right[r]?.features ?? []) {
        if (isUsed(feature)) this.#starts[feature + 1] = (this.#starts[feature + 1] ?? 0) + 1;
      }
    }
    for (let feature = 0; feature < spread.length; feature++) {
      this.#starts[feature + 1] = (this.#starts[feature + 1] ?? 0) + (this.#starts[feature] ?? 0);
    }
    const next = this.#starts.slice();
    this.#paragraphs = new Int32Array(this.#starts.at(-1) ?? 0);
    for (const r of within) {
      for (const feature of right[r]?.features ?? []) {
        if (!isUsed(feature)) continue;
        const at = next[feature] ?? 0;
        this.#paragraphs[at] = r;
        next[feature] = at + 1;
      }
    }
  }

  from(feature: number): number {
    return this.#starts[feature] ?? 0;
  }

  to(feature: number): number {
    return this.#starts[feature + 1] ?? 0;
  }

  paragraph(at: number): number {
    return this.#paragraphs[at] ?? 0;
  }
}

/** For each paragraph the few that were offered with the greatest share; of equal ones the first. */
class Few {
  readonly #shares: Float64Array;
  readonly #others: Int32Array;

  constructor(paragraphs: number) {
    this.#shares = new Float64Array(paragraphs * MOST_COMPARED);
    this.#others = new Int32Array(paragraphs * MOST_COMPARED);
  }

  offer(paragraph: number, other: number, share: number): void {
    const first = paragraph * MOST_COMPARED;
    let at = first + MOST_COMPARED;
    while (at > first && share > (this.#shares[at - 1] ?? 0)) {
      at--;
      if (at + 1 < first + MOST_COMPARED) {
        this.#shares[at + 1] = this.#shares[at] ?? 0;
        this.#others[at + 1] = this.#others[at] ?? 0;
      }
    }
    if (at === first + MOST_COMPARED) return;
    this.#shares[at] = share;
    this.#others[at] = other;
  }

  of(paragraph: number): number[] {
    const first = paragraph * MOST_COMPARED;
    const shares = this.#shares.subarray(first, first + MOST_COMPARED);
    return Array.from(this.#others.subarray(first, first + shares.filter((share) => share > 0).length));
  }
}
