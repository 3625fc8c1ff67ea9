import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Leaf } from '#core/search/leaf';
import { IndexLost, type FoundWords, type Indexer, type IndexMaker } from './indexer';
import type { Snapshot } from './snapshot';

/** What changes the index: it is asked of the thread that makes it. */
type Change = Exclude<keyof Indexer, 'close' | 'find'> | 'learnFollowers';

/** What a thread of the index can be asked. */
export type Question =
  | { [N in Change]: { call: N; args: Parameters<IndexMaker[N]> } }[Change]
  | { call: 'show'; args: [Snapshot] }
  | { call: 'find'; args: [readonly Leaf[]] };

/** A question to a thread. */
export interface Asked {
  id: number;
  question: Question;
}

/** What a thread says. `snapshot`: the index after a change. */
export type Told =
  | { id: number; is: 'done'; value: unknown; snapshot: Snapshot | null }
  | { id: number; is: 'failed'; stack: string };

interface Waiting {
  resolve: (told: Told & { is: 'done' }) => void;
  reject: (error: Error) => void;
}

/** After so long without a change, in milliseconds, it is worth while to make phrases quick. */
const QUIET = 300;

/** Merging the index of 50,000 articles takes 400 MB; its arrays lie outside of this. */
const MEGABYTES = 2_000;

/**
 * The index in two threads, so that the window stays quick: one makes it, the other answers from what was made last, while
 * the first indexes and merges. `dist` holds `search/worker.js`. When a thread is lost, both are ended and what they were
 * asked fails with `IndexLost`; the index has to be opened again.
 */
export function createThreadIndexer({ dist }: { dist: string }): Indexer {
  const file = join(dist, 'search', 'worker.js');
  const end = async (reason: string): Promise<void> => {
    await Promise.all([maker.end(reason), reader.end(reason)]);
  };
  const lost = (reason: string): void => void end(reason);
  const maker = new IndexThread(file, lost);
  const reader = new IndexThread(file, lost);
  const finds = new OneByOne();

  const change = async <N extends Change>(call: N, args: Parameters<IndexMaker[N]>): Promise<unknown> => {
    // Another thread has no index until it is opened there.
    const { value, snapshot } = await maker.ask({ call, args } as Question, call === 'open');
    if (snapshot !== null) await reader.ask({ call: 'show', args: [snapshot] }, call === 'open');
    if (call !== 'learnFollowers') whenQuiet();
    return value;
  };
  let quiet: NodeJS.Timeout | undefined;
  const whenQuiet = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      // A thread that is lost is told of by what is asked next.
      change('learnFollowers', []).catch((error: unknown) => {
        if (!(error instanceof IndexLost)) throw error;
      });
    }, QUIET);
    quiet.unref();
  };
  return {
    open: (...args) => change('open', args) as ReturnType<Indexer['open']>,
    put: (...args) => change('put', args) as ReturnType<Indexer['put']>,
    remove: (...args) => change('remove', args) as ReturnType<Indexer['remove']>,
    write: (...args) => change('write', args) as ReturnType<Indexer['write']>,
    find: (leaves, signal) =>
      finds.run(async () => {
        const { value } = await reader.ask({ call: 'find', args: [leaves] });
        return value as FoundWords[];
      }, signal),
    close: () => {
      clearTimeout(quiet);
      return end('The library was closed.');
    },
  };
}

/** Questions wait here and not at the thread: those that nobody wants any more are never asked. */
class OneByOne {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const mine = this.#last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

class IndexThread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(
    readonly file: string,
    /** Called when the thread ends by itself. */
    readonly onLost: (reason: string) => void,
  ) {}

  /** `begins`: a thread is started when there is none. */
  ask(question: Question, begins = false): Promise<Told & { is: 'done' }> {
    return new Promise((resolve, reject) => {
      if (this.#worker === null && !begins) {
        reject(new IndexLost('The thread of the index is not running.'));
        return;
      }
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, question } satisfies Asked);
    });
  }

  async end(reason: string): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new IndexLost(reason));
    this.#waiting.clear();
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    worker.on('message', (told: Told) => this.#hear(told));
    worker.on('error', (error) => this.#lost(worker, String(error)));
    worker.on('exit', () => this.#lost(worker, 'The thread of the index ended.'));
    worker.unref();
    return worker;
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.is === 'done') waiting?.resolve(told);
    else waiting?.reject(new Error(told.stack));
  }

  #lost(worker: Worker, reason: string): void {
    if (worker === this.#worker) this.onLost(reason);
  }
}
