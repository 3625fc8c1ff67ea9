// Which pairs of paragraphs are worth a look: those that share something rare, found through an index.
import type { Candidate } from '#core/align/chain';
import { similarity, type Features, type Vector } from '#core/align/features';

/** A feature of more paragraphs than this leads to none of them. */
const MOST_SPREAD = 160;
/** The pairs of a paragraph that are compared in full. */
const MOST_COMPARED = 8;
/** Equal paragraphs that occur more often than this are paired in their order only. */
const MOST_EQUAL = 64;

/** Pairs with `least` similarity or more; equal paragraphs always. `within` leaves out paragraphs that are settled. */
export function candidatesOf(
  features: Features,
  within: { left: readonly number[]; right: readonly number[] },
  least: number,
): Candidate[] {
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
  for (const [l, r] of likelyPairs(features, left, within.left, right, within.right)) add(l, r);
  for (const [r, l] of likelyPairs(features, right, within.right, left, within.left)) add(l, r);
  return [...found.values()];
}

/** Long paragraphs hold an alignment better than short ones, but not in proportion. */
const worthOf = (score: number, a: Vector, b: Vector): number =>
  score * score * Math.sqrt(a.total + b.total + 1);

type Pair = readonly [from: number, to: number];

function equalPairs(
  { left, right }: Features,
  within: { left: readonly number[]; right: readonly number[] },
): Pair[] {
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

/** For each paragraph of one side those of the other with which it has most weight in common. */
function likelyPairs(
  { weights, spread }: Features,
  from: readonly Vector[],
  fromIndices: readonly number[],
  to: readonly Vector[],
  toIndices: readonly number[],
): Pair[] {
  const index = new Map<number, number[]>();
  for (const r of toIndices) {
    for (const feature of to[r]?.features ?? []) {
      if ((spread[feature] ?? 0) > MOST_SPREAD) continue;
      const list = index.get(feature);
      if (list === undefined) index.set(feature, [r]);
      else list.push(r);
    }
  }
  const pairs: Pair[] = [];
  const common = new Float64Array(to.length);
  for (const l of fromIndices) {
    const touched: number[] = [];
    for (const feature of from[l]?.features ?? []) {
      const weight = weights[feature] ?? 0;
      for (const r of index.get(feature) ?? []) {
        if (common[r] === 0) touched.push(r);
        common[r] = (common[r] ?? 0) + weight;
      }
    }
    const share = (r: number) => (common[r] ?? 0) / ((to[r]?.total ?? 0) + (from[l]?.total ?? 0));
    touched.sort((a, b) => share(b) - share(a) || a - b);
    for (const r of touched.slice(0, MOST_COMPARED)) pairs.push([l, r]);
    for (const r of touched) common[r] = 0;
  }
  return pairs;
}
