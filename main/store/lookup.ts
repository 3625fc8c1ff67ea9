import type { ArticleId } from '#core/article';
import type { ArticleSummary } from '#core/library';
import { SketchIndex, unpacked } from './similar';

/** What is looked up of an entry of the catalogue. */
interface Entry {
  summary: Pick<ArticleSummary, 'id' | 'url'>;
  original: { sha256: string };
  contentHash: string;
  sketch: string;
}

type Key = (entry: Entry) => string | null;

/** Ids by one property of their entries. */
class Lookup {
  readonly #ids = new Map<string, ArticleId[]>();

  constructor(readonly keyOf: Key) {}

  get(key: string): readonly ArticleId[] {
    return this.#ids.get(key) ?? [];
  }

  add(entry: Entry): void {
    const key = this.keyOf(entry);
    if (key === null) return;
    const ids = this.#ids.get(key);
    if (ids === undefined) this.#ids.set(key, [entry.summary.id]);
    else ids.push(entry.summary.id);
  }

  remove(entry: Entry): void {
    const key = this.keyOf(entry);
    if (key === null) return;
    const left = this.get(key).filter((id) => id !== entry.summary.id);
    if (left.length > 0) this.#ids.set(key, left);
    else this.#ids.delete(key);
  }
}

/** What articles are found by when something is imported; without it every file would be compared with every article. */
export class Lookups {
  readonly byOriginal = new Lookup((entry) => entry.original.sha256);
  readonly byContent = new Lookup((entry) => entry.contentHash);
  readonly byAddress = new Lookup((entry) => addressOf(entry.summary.url));
  readonly sketches: SketchIndex;

  constructor(entries: Iterable<Entry>, size: number) {
    this.sketches = new SketchIndex(size);
    for (const entry of entries) this.replace(undefined, entry);
  }

  /** Most changes of an entry are those of its notes and change nothing here. */
  replace(old: Entry | undefined, entry: Entry | undefined): void {
    for (const lookup of [this.byOriginal, this.byContent, this.byAddress]) {
      if (old !== undefined && entry !== undefined && lookup.keyOf(old) === lookup.keyOf(entry)) continue;
      if (old !== undefined) lookup.remove(old);
      if (entry !== undefined) lookup.add(entry);
    }
    if (old?.sketch === entry?.sketch) return;
    if (entry !== undefined) this.sketches.set(entry.summary.id, unpacked(entry.sketch));
    else if (old !== undefined) this.sketches.delete(old.summary.id);
  }
}

/** What two addresses of one page have in common: the fragment is no part of it. */
export function addressOf(url: string | null): string | null {
  if (url === null) return null;
  return url.trim().replace(/#.*$/su, '');
}
