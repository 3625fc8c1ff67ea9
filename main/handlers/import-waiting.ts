import { Refusal } from '#core/refusal';
import type { ReviewItem } from '#core/review';
import type { Leaf } from '../importing/sources';
import type { ImportJournal } from './import-journal';

const TELL_EVERY_MS = 100;

interface Held {
  item: ReviewItem;
  leaf: Leaf;
}

/** Files that were read and wait for a person's look. Only what names them is kept; they are read again when looked at. */
export class Waiting {
  readonly #held = new Map<string, Held>();
  #timer: NodeJS.Timeout | null = null;
  #untold = false;

  constructor(
    private readonly tell: (items: ReviewItem[]) => void,
    private readonly journal: ImportJournal,
  ) {}

  /** Files of an earlier session. */
  bringBack(held: readonly Held[]): void {
    for (const each of held) this.#held.set(each.item.key, each);
  }

  items(): ReviewItem[] {
    return Array.from(this.#held.values(), ({ item }) => item);
  }

  add(item: ReviewItem, leaf: Leaf): void {
    this.#held.set(item.key, { item, leaf });
    this.journal.waits(item, leaf);
    this.#tellSoon();
  }

  /** Throws `file-not-found` when it was accepted or skipped meanwhile. */
  get(key: string): Held {
    const held = this.#held.get(key);
    if (held === undefined) throw new Refusal('file-not-found', { name: key });
    return held;
  }

  drop(keys: readonly string[]): void {
    for (const key of keys) this.#held.delete(key);
    this.journal.gone(keys);
    this.#tellSoon();
  }

  /** The whole list is told, so not for each of a thousand files: at once, and then every tenth of a second. */
  #tellSoon(): void {
    if (this.#timer !== null) {
      this.#untold = true;
      return;
    }
    this.#untold = false;
    this.tell(this.items());
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#untold) this.#tellSoon();
    }, TELL_EVERY_MS).unref();
  }
}
