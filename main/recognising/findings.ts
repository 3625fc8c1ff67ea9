import type { Article, ArticleId } from '#core/article';
import type { AnyEvent, EventPayload } from '#core/contract';
import type { Recognised } from '#core/recognise/found';
import { recognise } from '#core/recognise/recognise';
import { viewOrNull } from '../handlers/views';
import { sha256 } from '../store/identity';
import { articleFile } from '../store/layout';
import type { Log } from '../store/log';
import type { LibraryStore } from '../store/store';
import { readKept, writeKept } from './kept';
import { lookThrough, type Dictionary, type Looked } from './look';
import type { Recogniser } from './recogniser';
import { SharedStrings } from './shared-strings';

interface FindingsParts {
  store: LibraryStore;
  recogniser: Recogniser;
  log: Log;
  emit: (event: AnyEvent) => void;
}

/** How many of the library's articles have been looked through. */
export interface Progress {
  done: number;
  total: number;
}

interface Taken {
  id: ArticleId;
  bytes: Uint8Array;
}

/** Characters that are looked through at once, in a few milliseconds; more of them go to the recogniser. */
const AT_ONCE = 30_000;
/** One question to the recogniser: no more files than this, and none after so many bytes. */
const BATCH = { files: 32, bytes: 500_000 };
const TELL_EVERY_MS = 300;
const WRITE_AFTER_MS = 5_000;

/**
 * What the rules find in the library's articles. One article is looked through when it is asked for; all of them in the
 * background, from the first question about the library on, and again when they change.
 */
export class Findings {
  readonly #parts: FindingsParts;
  readonly #looked = new Map<ArticleId, Looked>();
  readonly #todo = new Set<ArticleId>();
  readonly #ofArticle = new WeakMap<Article, Promise<Recognised>>();
  readonly #strings = new SharedStrings();
  /** The pass that is under way, or the last one; null before the first question. */
  #pass: Promise<void> | null = null;
  #isPassing = false;
  #isClosing = false;
  /** Articles that the recogniser has now. */
  #underWay = 0;
  #wasRecalled = false;
  #used: Dictionary | null = null;
  #toldAt = 0;
  #version = 0;
  #writtenVersion = 0;
  #ordered: { version: number; all: readonly Looked[] } | null = null;
  #writeTimer: NodeJS.Timeout | null = null;

  constructor(parts: FindingsParts) {
    this.#parts = parts;
    parts.store.onChange((change) => this.#follow(change));
  }

  /** Whether all that there is was looked through. */
  get isSettled(): boolean {
    return this.#pass !== null && !this.#isPassing;
  }

  /** Another number whenever `all` may give something else. */
  get version(): number {
    return this.#version;
  }

  /** Throws `article-not-found` or `library-broken`. */
  async of(id: ArticleId): Promise<{ article: Article; found: Recognised }> {
    const { article } = await this.#parts.store.view(id);
    const found = this.#ofArticle.get(article) ?? this.#find(article);
    this.#ofArticle.set(article, found);
    try {
      return { article, found: await found };
    } catch (error) {
      this.#ofArticle.delete(article);
      throw error;
    }
  }

  /** The first call begins to look through the library. */
  progress(): Progress {
    this.#begin();
    const total = this.#present().length;
    return { done: Math.max(0, total - this.#todo.size - this.#underWay), total };
  }

  /** Settles when all articles have been looked through. */
  async complete(): Promise<void> {
    this.#begin();
    while (this.#isPassing) await this.#pass;
  }

  /** What was found so far: the articles by their date, the oldest first, those without one last. */
  all(): readonly Looked[] {
    if (this.#ordered?.version !== this.#version) {
      this.#ordered = { version: this.#version, all: [...this.#looked.values()].sort(byAge) };
    }
    return this.#ordered.all;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#parts.recogniser.close();
    await this.#pass;
    await this.#write();
  }

  #find(article: Article): Promise<Recognised> {
    const length = article.blocks.reduce((sum, { text }) => sum + text.length, 0);
    return length <= AT_ONCE ? Promise.resolve(recognise(article)) : this.#parts.recogniser.article(article);
  }

  #present(): ArticleId[] {
    const summaries = this.#parts.store.catalogue.summaries();
    return summaries.filter(({ removedAt }) => removedAt === null).map(({ id }) => id);
  }

  #begin(): void {
    if (this.#pass !== null) return;
    for (const id of this.#present()) this.#todo.add(id);
    this.#start();
  }

  #follow({ upserts, removals, bodies }: EventPayload<'library.changed'>): void {
    if (this.#pass === null) return;
    // The entries decide which names are found.
    if (bodies !== undefined) for (const id of this.#present()) this.#todo.add(id);
    for (const id of removals) this.#forget(id);
    for (const { id, removedAt } of upserts) {
      if (removedAt !== null) this.#forget(id);
      else if (!this.#isCurrent(this.#looked.get(id), id)) this.#todo.add(id);
    }
    if (this.#todo.size > 0) this.#start();
  }

  #forget(id: ArticleId): void {
    this.#todo.delete(id);
    if (this.#looked.delete(id)) this.#version += 1;
  }

  #isCurrent(looked: Looked | undefined, id: ArticleId): boolean {
    const entry = this.#parts.store.catalogue.get(id);
    if (looked === undefined || entry === undefined) return false;
    return (
      looked.contentHash === entry.contentHash &&
      looked.publishedOn === entry.summary.publishedOn &&
      looked.dictionary === this.#dictionary().hash
    );
  }

  #dictionary(): Dictionary {
    const { bodies } = this.#parts.store.library;
    if (this.#used?.entries !== bodies)
      this.#used = { hash: sha256(JSON.stringify(bodies)), entries: bodies };
    return this.#used;
  }

  #start(): void {
    if (this.#isPassing || this.#isClosing) return;
    this.#isPassing = true;
    this.#pass = this.#run();
  }

  async #run(): Promise<void> {
    try {
      await this.#parts.store.verified();
      await this.#recall();
      while (this.#todo.size > 0 && !this.#isClosing) await this.#lookAtSome();
    } catch (error) {
      this.#parts.log.error('looking through the library failed', error);
    } finally {
      // At once after the last look at what is to do, so that nothing is left lying.
      this.#isPassing = false;
    }
    this.#tell();
    this.#writeLater();
  }

  /** Takes over what an earlier session found. */
  async #recall(): Promise<void> {
    if (this.#wasRecalled) return;
    this.#wasRecalled = true;
    try {
      for (const looked of await readKept(this.#parts.store.folder)) {
        if (!this.#todo.has(looked.id) || !this.#isCurrent(looked, looked.id)) continue;
        this.#looked.set(looked.id, this.#strings.shared(looked));
        this.#todo.delete(looked.id);
      }
    } catch (error) {
      this.#parts.log.error('what was found before cannot be read; it is found anew', error);
    }
    this.#version += 1;
    this.#writtenVersion = this.#version;
  }

  async #lookAtSome(): Promise<void> {
    const taken = await this.#take();
    const found = await this.#lookThroughFiles(taken);
    for (const looked of found) this.#looked.set(looked.id, this.#strings.shared(looked));
    this.#underWay = 0;
    this.#version += 1;
    if (performance.now() - this.#toldAt >= TELL_EVERY_MS) this.#tell();
  }

  async #take(): Promise<Taken[]> {
    const { folder } = this.#parts.store;
    const taken: Taken[] = [];
    let bytes = 0;
    for (const id of this.#todo) {
      if (taken.length === BATCH.files || bytes >= BATCH.bytes) break;
      this.#todo.delete(id);
      this.#underWay += 1;
      // What cannot be read here may be restored by the store.
      const read = await folder.read(articleFile(id)).catch(() => new Uint8Array());
      taken.push({ id, bytes: read });
      bytes += read.length;
    }
    return taken;
  }

  /** An article on which the rules fail is left out; so is one that cannot be read, of which the store tells. */
  async #lookThroughFiles(taken: readonly Taken[]): Promise<Looked[]> {
    const { recogniser, store, log } = this.#parts;
    const dictionary = this.#dictionary();
    try {
      const all = await recogniser.files(
        taken.map(({ bytes }) => bytes),
        dictionary,
      );
      const found = await Promise.all(
        taken.map(async ({ id }, index) => {
          const looked = all[index] ?? null;
          if (looked?.id === id) return looked;
          const view = await viewOrNull(store, id);
          return view === null ? [] : lookThrough(view.article, dictionary);
        }),
      );
      return found.flat();
    } catch (error) {
      if (this.#isClosing) return [];
      const [first] = taken;
      if (taken.length > 1) {
        const apart: Looked[] = [];
        for (const one of taken) apart.push(...(await this.#lookThroughFiles([one])));
        return apart;
      }
      log.error(`looking through article ${first?.id ?? ''}`, error);
      return [];
    }
  }

  #tell(): void {
    this.#toldAt = performance.now();
    this.#parts.emit({ name: 'recognise.progress', payload: this.progress() });
  }

  #writeLater(): void {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = setTimeout(() => void this.#write(), WRITE_AFTER_MS);
    this.#writeTimer.unref();
  }

  /** It can be found anew, so a disk that does not take it is no failure. */
  async #write(): Promise<void> {
    if (this.#writeTimer !== null) clearTimeout(this.#writeTimer);
    this.#writeTimer = null;
    const { folder } = this.#parts.store;
    if (this.#version === this.#writtenVersion || folder.readOnly !== null) return;
    const version = this.#version;
    try {
      await writeKept(folder, this.#looked.values());
      this.#writtenVersion = version;
    } catch (error) {
      this.#parts.log.error('what was found was not written; it will be found anew', error);
    }
  }
}

function byAge(a: Looked, b: Looked): number {
  const [one, other] = [a.publishedOn ?? '9999', b.publishedOn ?? '9999'];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
