import { appendFile } from 'node:fs/promises';
import { z } from 'zod';
import { ArticleId } from '#core/article';
import { ReviewItem } from '#core/review';
import type { SourceFile } from '../importing/reading';
import type { Leaf } from '../importing/sources';
import { isMissing } from '../store/files';
import type { LibraryFolder } from '../store/folder';
import { sha256 } from '../store/identity';
import { IMPORTING_FILE, WAITING, waitingFile } from '../store/layout';
import type { Log } from '../store/log';

/** How a batch is imported. */
export const Batch = z.object({
  /** Whether a file that needs a look waits for it. */
  hold: z.boolean(),
  /** The article that every file is a new version of. */
  revise: ArticleId.optional(),
  chapters: z.enum(['together', 'apart']).optional(),
  /** Whether a file brings its article back from the trash. */
  restoreTrashed: z.boolean().optional(),
});
export type Batch = z.infer<typeof Batch>;

/** A file without a path: its bytes lie in the library until it is imported. */
const KeptFile = z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });
type KeptFile = z.infer<typeof KeptFile>;

const KeptLeaf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('entry'), archive: z.union([z.string(), KeptFile]), entry: z.string() }),
  z.object({ kind: z.literal('given'), file: KeptFile }),
]);

const Line = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('begun'),
    id: z.string(),
    at: z.iso.datetime(),
    given: z.array(z.union([z.string(), KeptFile])),
    batch: Batch,
  }),
  z.object({ is: z.literal('done'), id: z.string(), label: z.string() }),
  z.object({ is: z.literal('ended'), id: z.string() }),
  z.object({ is: z.literal('waits'), item: ReviewItem, leaf: KeptLeaf }),
  z.object({ is: z.literal('gone'), keys: z.array(z.string()) }),
]);
type Line = z.infer<typeof Line>;
type Begun = Extract<Line, { is: 'begun' }>;
type Waits = Extract<Line, { is: 'waits' }>;

/** An import that has not ended. `done`: how often each label was dealt with. */
export interface OpenBatch {
  id: string;
  at: string;
  given: readonly (string | SourceFile)[];
  batch: Batch;
  done: ReadonlyMap<string, number>;
}

interface State {
  batches: Map<string, { begun: Begun; done: string[] }>;
  waiting: Map<string, Waits>;
}

/**
 * What imports are under way and which files wait for a look, line after line, so that a crash or a closed window loses none
 * of it. It is a help: when it cannot be written, the import goes on without.
 */
export class ImportJournal {
  readonly #state: State = { batches: new Map(), waiting: new Map() };
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: LibraryFolder,
    private readonly log: Log,
  ) {}

  /** What an earlier session left. Call it once, before anything else. */
  async load(): Promise<{ batches: OpenBatch[]; waiting: { item: ReviewItem; leaf: Leaf }[] }> {
    for (const line of await this.#lines()) apply(this.#state, line);
    const batches: OpenBatch[] = [];
    for (const [id, { begun, done }] of this.#state.batches) {
      const given = await this.#all(begun.given, (one) => this.#givenOf(one));
      const counts = new Map<string, number>();
      for (const label of done) counts.set(label, (counts.get(label) ?? 0) + 1);
      if (given === null) this.ended(id);
      else batches.push({ id, at: begun.at, given, batch: begun.batch, done: counts });
    }
    const waiting: { item: ReviewItem; leaf: Leaf }[] = [];
    for (const [key, { item, leaf }] of this.#state.waiting) {
      const [thawed] = (await this.#all([leaf], (one) => this.#leafOf(one))) ?? [];
      if (thawed === undefined) this.gone([key]);
      else waiting.push({ item, leaf: thawed });
    }
    await this.#turn;
    return { batches, waiting };
  }

  /** Settles when the disk has it: what was pasted is safe from then on. */
  async begun(id: string, at: string, given: readonly (string | SourceFile)[], batch: Batch): Promise<void> {
    await this.#inTurn(async () => {
      const kept: Begun['given'] = [];
      for (const one of given) kept.push(typeof one === 'string' ? one : await this.#keep(one));
      await this.#append({ is: 'begun', id, at, given: kept, batch });
    });
  }

  done(id: string, label: string): Promise<void> {
    return this.#inTurn(() => this.#append({ is: 'done', id, label }));
  }

  ended(id: string): void {
    void this.#inTurn(() => this.#append({ is: 'ended', id }));
  }

  waits(item: ReviewItem, leaf: Leaf): void {
    void this.#inTurn(async () => this.#append({ is: 'waits', item, leaf: await this.#kept(leaf) }));
  }

  gone(keys: readonly string[]): void {
    void this.#inTurn(() => this.#append({ is: 'gone', keys: [...keys] }));
  }

  /** Settles when all of it is written. */
  close(): Promise<void> {
    return this.#turn;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    if (this.folder.readOnly !== null) return Promise.resolve();
    this.#turn = this.#turn.then(work).catch((error: unknown) => {
      this.log.error('the journal of imports was not written', error);
    });
    return this.#turn;
  }

  async #append(line: Line): Promise<void> {
    apply(this.#state, line);
    const { batches, waiting } = this.#state;
    if (batches.size + waiting.size > 0) {
      await appendFile(this.folder.path(IMPORTING_FILE), `${JSON.stringify(line)}\n`);
      return;
    }
    for (const file of await this.folder.list(WAITING)) await this.#unlink(`${WAITING}/${file}`);
    await this.#unlink(IMPORTING_FILE);
  }

  async #unlink(file: string): Promise<void> {
    try {
      await this.folder.fs.unlink(this.folder.path(file));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  /** A line that a crash cut, and what it says nothing of, are passed over. */
  async #lines(): Promise<Line[]> {
    let text: string;
    try {
      text = Buffer.from(await this.folder.read(IMPORTING_FILE)).toString();
    } catch (error) {
      if (!isMissing(error)) this.log.error('the journal of imports was not read', error);
      return [];
    }
    // The next line shall not go on the one that was cut.
    if (!text.endsWith('\n')) void this.#inTurn(() => appendFile(this.folder.path(IMPORTING_FILE), '\n'));
    return text.split('\n').flatMap((line) => {
      const read = Line.safeParse(jsonIn(line));
      return read.success ? [read.data] : [];
    });
  }

  async #keep({ name, bytes }: SourceFile): Promise<KeptFile> {
    const digest = sha256(bytes);
    const file = waitingFile(digest);
    if ((await this.folder.stamp(file)) === null) {
      await this.folder.fs.makeFolder(this.folder.path(WAITING));
      await this.folder.replace(file, bytes, false);
    }
    return { name, sha256: digest };
  }

  async #kept(leaf: Leaf): Promise<Waits['leaf']> {
    if (leaf.kind === 'file') return leaf;
    if (leaf.kind === 'given') return { kind: 'given', file: await this.#keep(leaf.file) };
    const { archive, entry } = leaf;
    return {
      kind: 'entry',
      archive: typeof archive === 'string' ? archive : await this.#keep(archive),
      entry,
    };
  }

  async #givenOf(one: string | KeptFile): Promise<string | SourceFile> {
    return typeof one === 'string' ? one : this.#bytesOf(one);
  }

  async #bytesOf({ name, sha256: digest }: KeptFile): Promise<SourceFile> {
    return { name, bytes: await this.folder.read(waitingFile(digest)) };
  }

  async #leafOf(leaf: Waits['leaf']): Promise<Leaf> {
    if (leaf.kind === 'file') return leaf;
    if (leaf.kind === 'given') return { kind: 'given', file: await this.#bytesOf(leaf.file) };
    const { archive, entry } = leaf;
    return {
      kind: 'entry',
      archive: typeof archive === 'string' ? archive : await this.#bytesOf(archive),
      entry,
    };
  }

  /** Null when the bytes of one of them are lost. */
  async #all<T, U>(items: readonly T[], make: (item: T) => Promise<U>): Promise<U[] | null> {
    try {
      const all: U[] = [];
      for (const item of items) all.push(await make(item));
      return all;
    } catch (error) {
      this.log.error('a file that waited to be imported is lost', error);
      return null;
    }
  }
}

function apply({ batches, waiting }: State, line: Line): void {
  if (line.is === 'begun') batches.set(line.id, { begun: line, done: [] });
  else if (line.is === 'done') batches.get(line.id)?.done.push(line.label);
  else if (line.is === 'ended') batches.delete(line.id);
  else if (line.is === 'waits') waiting.set(line.item.key, line);
  else for (const key of line.keys) waiting.delete(key);
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The next line is as good as if it were not there.
    return null;
  }
}
