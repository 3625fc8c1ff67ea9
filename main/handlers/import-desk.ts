import type { ArticleDraft } from '#core/article';
import type { ImportResult } from '#core/contract';
import { Refusal, refusalMessage } from '#core/refusal';
import type { Match, ReviewDecision, ReviewItem, ReviewReason } from '#core/review';
import { secrecyMarkOf } from '#core/text/secrecy';
import { AS_FOUND, type How, type ReadFile } from '../importing/engine';
import type { SourceFile } from '../importing/reading';
import type { FoundLeaf, FoundRefusal, Leaf } from '../importing/sources';
import { placeArticle, previewPlace, type Decision, type Placed } from '../store/place';
import type { Context } from './context';
import type { Batch, ImportJournal, OpenBatch } from './import-journal';
import { Waiting } from './import-waiting';

interface Placing {
  decision: Decision;
  restoreTrashed: boolean;
  /** A person's corrections. */
  change?: (draft: ArticleDraft) => ArticleDraft;
}

/** Encodings that leave no doubt. */
const CERTAIN = new Set(['utf-8', 'utf-16le', 'utf-16be', 'unicode']);

/** Reads files one after another and finds their place in the library. One batch at a time. */
export class ImportDesk {
  readonly waiting: Waiting;
  readonly #context: Context;
  #turn: Promise<unknown> = Promise.resolve();
  #cancelled = false;
  /** Of the batch under way. */
  #total = 1;
  readonly #journal: ImportJournal;
  /** Imports that an earlier session did not end. */
  #interrupted: readonly OpenBatch[] = [];
  #isClosing = false;

  constructor(context: Context, journal: ImportJournal) {
    this.#context = context;
    this.#journal = journal;
    const tell = (items: ReviewItem[]) => context.emit({ name: 'review.changed', payload: { items } });
    this.waiting = new Waiting(tell, journal);
  }

  /** Takes up what an earlier session left. */
  async open(): Promise<void> {
    const { batches, waiting } = await this.#journal.load();
    this.#interrupted = batches;
    this.waiting.bringBack(waiting);
  }

  /** What is under way stays in the journal, for the next session. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#context.engine.cancel();
    await this.#turn;
    await this.#journal.close();
  }

  get interrupted(): readonly OpenBatch[] {
    return this.#interrupted;
  }

  /** In the order given; a file that is refused stops none of the others. */
  run(given: readonly (string | SourceFile)[], batch: Batch): Promise<ImportResult[]> {
    return this.#inTurn(async () => {
      const { store, now, newId } = this.#context;
      store.folder.refuseWhenReadOnly();
      if (given.length === 0) return [];
      const [id, at] = [newId(), now().toISOString()];
      await this.#journal.begun(id, at, given, batch);
      return this.#runBatch({ id, at, given, batch, done: new Map() });
    });
  }

  /** Imports the rest of what an earlier session did not end. */
  async resume(): Promise<ImportResult[]> {
    const batches = this.#interrupted;
    this.#interrupted = [];
    const results: ImportResult[] = [];
    for (const batch of batches) results.push(...(await this.#inTurn(() => this.#runBatch(batch))));
    return results;
  }

  /** Leaves the rest out of the library. */
  forget(): void {
    for (const { id } of this.#interrupted) this.#journal.ended(id);
    this.#interrupted = [];
  }

  /** Whether the program closes, so that what is under way is left to the next session. */
  readonly #isLeft = (): boolean => this.#isClosing;

  async #runBatch({ id, given, batch, done }: OpenBatch): Promise<ImportResult[]> {
    const { store, engine } = this.#context;
    const results: ImportResult[] = [];
    try {
      await store.verified();
      const found = withoutDone(await engine.find(given), done);
      for (const [at, one] of found.entries()) {
        if (this.#isLeft()) break;
        this.#progress(at, found.length, one.label);
        const onPages = (pages: { done: number; total: number }) =>
          this.#progress(at, found.length, one.label, pages);
        results.push(...(await this.#importFound(one, batch, onPages)));
        if (!this.#isLeft()) await this.#journal.done(id, one.label);
      }
    } finally {
      if (!this.#isLeft()) this.#journal.ended(id);
    }
    return results;
  }

  /** Puts a file that waited into the library. */
  accept(
    path: string,
    leaf: Leaf,
    how: How,
    decision: ReviewDecision | { as: 'found' },
    change: (draft: ArticleDraft) => ArticleDraft,
  ) {
    return this.#inTurn(() =>
      this.#told(path, async () => {
        const file = await this.#context.engine.read(leaf, how, (done, total) =>
          this.#progress(0, 1, path, { done, total }),
        );
        return this.#placeAll(path, file, { decision, restoreTrashed: true, change });
      }),
    );
  }

  cancel(): void {
    this.#cancelled = true;
    this.#context.engine.cancel();
  }

  /** What the library has that the draft is like; changes nothing. */
  async matchOf(draft: ArticleDraft, sha256: string): Promise<Match | null> {
    const preview = await previewPlace(this.#context.store, draft, sha256);
    if (preview.is === 'new' || preview.is === 'duplicate') return null;
    return { is: preview.is, ...preview.of, likeness: preview.likeness };
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => {
      this.#cancelled = false;
      try {
        return await work();
      } finally {
        this.#progress(this.#total, this.#total, '');
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #importFound(
    found: FoundLeaf | FoundRefusal,
    batch: Batch,
    onPages: (pages: { done: number; total: number }) => void,
  ): Promise<ImportResult[]> {
    const { label } = found;
    return this.#told(label, async () => {
      if (this.#cancelled) throw new Refusal('import-cancelled', { name: label });
      if ('refusal' in found) throw new Refusal(found.refusal.code, found.refusal.params);
      const how: How = { ...AS_FOUND, chapters: batch.chapters ?? 'together' };
      const file = await this.#context.engine.read(found.leaf, how, (done, total) =>
        onPages({ done, total }),
      );
      const held = batch.hold ? await this.#hold(label, found.leaf, file) : null;
      if (held !== null) return [held];
      const decision: Decision =
        batch.revise === undefined ? { as: 'found' } : { as: 'revision', of: batch.revise };
      return this.#placeAll(label, file, { decision, restoreTrashed: batch.restoreTrashed ?? true });
    });
  }

  async #placeAll(path: string, file: ReadFile, placing: Placing): Promise<ImportResult[]> {
    const { store, now, makeDraft } = this.#context;
    const { decision, restoreTrashed, change } = placing;
    const importedAt = now().toISOString();
    const results: ImportResult[] = [];
    for (const asRead of file.drafts) {
      const draft = change?.(asRead) ?? asRead;
      const placed = await store.change((transaction) =>
        placeArticle(transaction, { file, draft, asRead, decision, importedAt, makeDraft, restoreTrashed }),
      );
      results.push(resultOf(path, draft, placed));
    }
    return results;
  }

  /** The result of a file that waits for a look; null when nothing speaks against taking it in. */
  async #hold(path: string, leaf: Leaf, file: ReadFile): Promise<ImportResult | null> {
    const [draft] = file.drafts;
    const wish = this.#context.store.library.settings.reviewImports;
    if (draft === undefined || wish === 'never') return null;
    const preview = await previewPlace(this.#context.store, draft, file.sha256);
    if (preview.is === 'duplicate') return null;
    const match: Match | null =
      preview.is === 'new' ? null : { is: preview.is, ...preview.of, likeness: preview.likeness };
    const reasons = reasonsOf(draft, match);
    if (wish === 'always' && reasons.length === 0) reasons.push('asked');
    if (reasons.length === 0) return null;
    const item: ReviewItem = { key: this.#context.newId(), path, reasons, match, ...summaryOf(draft) };
    this.waiting.add(item, leaf);
    return { path, status: 'waiting', key: item.key, title: draft.title, ...readingOf(draft) };
  }

  async #told(path: string, work: () => Promise<ImportResult[]>): Promise<ImportResult[]> {
    try {
      return await work();
    } catch (error) {
      const { log, language } = this.#context;
      if (!(error instanceof Refusal)) log.error('import failed', error);
      const { code, params } = error instanceof Refusal ? error : new Refusal('internal');
      return [{ path, status: 'refused', code, message: refusalMessage(code, params, language()) }];
    }
  }

  #progress(
    done: number,
    total: number,
    name: string,
    pages: { done: number; total: number } | null = null,
  ): void {
    this.#total = total;
    this.#context.emit({ name: 'import.progress', payload: { done, total, name, pages } });
  }
}

function withoutDone<T extends { label: string }>(
  found: readonly T[],
  done: ReadonlyMap<string, number>,
): T[] {
  const left = new Map(done);
  return found.filter(({ label }) => {
    const times = left.get(label) ?? 0;
    if (times > 0) left.set(label, times - 1);
    return times === 0;
  });
}

export function reasonsOf(draft: ArticleDraft, match: Match | null): ReviewReason[] {
  const reasons: [ReviewReason, boolean][] = [
    ['secret', secrecyMarkOf(draft) !== null],
    ['version', match?.is === 'version'],
    ['copy', match?.is === 'copy'],
    ['encoding', !CERTAIN.has(draft.encoding)],
    ['machine-read', draft.machineRead !== null],
    ['chapters', draft.format === 'epub' && draft.part === null],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

export const summaryOf = (draft: ArticleDraft) => ({
  title: draft.title,
  format: draft.format,
  encoding: draft.encoding,
  paragraphs: draft.blocks.length,
  removed: draft.removed.length,
});

const readingOf = ({ format, encoding, removed }: ArticleDraft) => ({
  format,
  encoding,
  removed: removed.length,
});

function resultOf(
  path: string,
  draft: ArticleDraft,
  { status, id, title, similarTo, likeness, anchors }: Placed,
): ImportResult {
  return {
    path,
    status,
    id,
    title,
    ...readingOf(draft),
    ...(similarTo !== undefined && { similarTo }),
    ...(likeness !== undefined && { likeness }),
    ...(anchors !== undefined && { anchors }),
  };
}
