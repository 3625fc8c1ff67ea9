import { Refusal } from '#core/refusal';

/** What somebody asks who may ask something else before the answer is there: the newest question alone is worked on. */
export class Askers {
  readonly #running = new Map<string, AbortController>();

  /** `asker`: null for questions that none other ends. The signal's reason is a refusal, `search-overtaken`. */
  async run<T>(asker: string | null, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine = new AbortController();
    if (asker !== null) {
      this.#running.get(asker)?.abort(new Refusal('search-overtaken'));
      this.#running.set(asker, mine);
    }
    try {
      return await work(mine.signal);
    } finally {
      if (asker !== null && this.#running.get(asker) === mine) this.#running.delete(asker);
    }
  }
}
