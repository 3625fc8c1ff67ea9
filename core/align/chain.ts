/** A pair that may become part of an alignment. */
export interface Candidate {
  left: number;
  right: number;
  /** 0 to 1. */
  score: number;
  /** What it adds to a chain; above 0. */
  worth: number;
}

/**
 * Of these pairs those that rise on both sides and are worth most together: O(n log n). The first of equal choices by the
 * order of the sides wins.
 */
export function bestChain<C extends Candidate>(candidates: readonly C[]): C[] {
  // Pairs of one left paragraph from the last right one: none can follow another.
  const sorted = [...candidates].sort((a, b) => a.left - b.left || b.right - a.right);
  const columns = sorted.reduce((most, { right }) => Math.max(most, right + 1), 0);
  const worth: number[] = [];
  const heads = new PrefixBest(columns, worth);
  const previous: number[] = [];
  let best = -1;
  sorted.forEach((candidate, at) => {
    const head = heads.before(candidate.right);
    worth[at] = candidate.worth + (worth[head] ?? 0);
    previous[at] = head;
    heads.offer(candidate.right, at);
    if (best < 0 || worth[at] > (worth[best] ?? 0)) best = at;
  });
  const chain: C[] = [];
  for (let at = best; at >= 0; at = previous[at] ?? -1) {
    const candidate = sorted[at];
    if (candidate !== undefined) chain.push(candidate);
  }
  return chain.reverse();
}

/** A Fenwick tree: the index of the chain worth most that ends before a column. */
class PrefixBest {
  readonly #tree: Int32Array;

  readonly #worth: readonly number[];

  /** `worth`: of the chains, by their index; it may grow. */
  constructor(columns: number, worth: readonly number[]) {
    this.#tree = new Int32Array(columns + 1).fill(-1);
    this.#worth = worth;
  }

  /** -1 when there is none. */
  before(column: number): number {
    let best = -1;
    for (let at = column; at > 0; at -= at & -at) best = this.#better(best, this.#tree[at] ?? -1);
    return best;
  }

  offer(column: number, index: number): void {
    for (let at = column + 1; at < this.#tree.length; at += at & -at) {
      this.#tree[at] = this.#better(this.#tree[at] ?? -1, index);
    }
  }

  #better(one: number, other: number): number {
    if (one < 0 || other < 0) return Math.max(one, other);
    return (this.#worth[other] ?? 0) > (this.#worth[one] ?? 0) ? other : one;
  }
}
