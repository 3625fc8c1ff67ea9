import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { IndexLost, type Indexer } from './indexer';

/** What an indexer can be asked across threads. */
export type Question = {
  [N in Exclude<keyof Indexer, 'close'>]: { call: N; args: Parameters<Indexer[N]> };
}[Exclude<keyof Indexer, 'close'>];

/** A question to the thread. */
export interface Asked {
  id: number;
  question: Question;
}

/** What the thread says. */
export type Told = { id: number; is: 'done'; value: unknown } | { id: number; is: 'failed'; stack: string };

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Merging the index of 50,000 articles takes 400 MB; its arrays lie outside of this. */
const MEGABYTES = 2_000;

/**
 * The index in a thread of its own, so that the window stays quick. `dist` holds `search/worker.js`. When the thread is lost,
 * what it was asked fails with `IndexLost`; the next question starts another one, whose index has to be opened.
 */
export function createThreadIndexer({ dist }: { dist: string }): Indexer {
  const thread = new IndexThread(join(dist, 'search', 'worker.js'));
  const asked = <N extends Question['call']>(call: N) =>
    ((...args: Parameters<Indexer[N]>) => thread.ask({ call, args } as Question)) as Indexer[N];
  return {
    open: asked('open'),
    put: asked('put'),
    remove: asked('remove'),
    find: asked('find'),
    write: asked('write'),
    close: () => thread.end('The library was closed.'),
  };
}

class IndexThread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(readonly file: string) {}

  ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      // Another thread has no index until it is opened there.
      if (this.#worker === null && question.call !== 'open') {
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
    if (told.is === 'done') waiting?.resolve(told.value);
    else waiting?.reject(new Error(told.stack));
  }

  #lost(worker: Worker, reason: string): void {
    if (worker === this.#worker) void this.end(reason);
  }
}
