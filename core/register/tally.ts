/** Counts what occurs, for the most frequent of it. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string | null, count = 1): void {
    if (value !== null) this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }

  /** With those counted together for which `name` gives the same. */
  merged(name: (value: string) => string): Tally {
    const merged = new Tally();
    for (const [value, count] of this.#counts) merged.add(name(value), count);
    return merged;
  }

  /** The most frequent first; of equally frequent ones the one that came first. */
  sorted(): string[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
  }

  most(): string | null {
    let [most, best]: [string | null, number] = [null, 0];
    for (const [value, count] of this.#counts) if (count > best) [most, best] = [value, count];
    return most;
  }
}
