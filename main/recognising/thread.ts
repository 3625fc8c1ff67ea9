import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Recognised } from '#core/recognise/found';
import type { Dictionary, Looked } from './look';
import type { Recogniser, Text } from './recogniser';

export type Question =
  { is: 'article'; text: Text } | { is: 'files'; files: readonly Uint8Array[]; dictionary: Dictionary };

/** A question to the thread. */
export interface Asked {
  id: number;
  question: Question;
}

/** What the thread says. */
export type Told =
  | { id: number; is: 'done'; value: Recognised | (Looked | null)[] }
  | { id: number; is: 'failed'; stack: string };

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

const MEGABYTES = 1000;

/** Looks through articles in a thread of its own, so that the window stays quick. `dist` holds `recognising/worker.js`. */
export function createThreadRecogniser({ dist }: { dist: string }): Recogniser {
  const thread = new RulesThread(join(dist, 'recognising', 'worker.js'));
  return {
    article: ({ blocks, publishedOn, dek }) =>
      thread.ask({ is: 'article', text: { blocks, publishedOn, dek } }) as Promise<Recognised>,
    files: (files, dictionary) =>
      thread.ask({ is: 'files', files, dictionary }) as Promise<(Looked | null)[]>,
    close: () => thread.end(new Error('The library was closed.')),
  };
}

/** Started by the first question; one that is lost fails what it was asked and is followed by a new one. */
class RulesThread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  constructor(readonly file: string) {}

  ask(question: Question): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, question } satisfies Asked);
    });
  }

  async end(reason: Error): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
    worker.on('message', (told: Told) => this.#hear(told));
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', () => this.#lost(worker, new Error('The thread of the rules ended.')));
    worker.unref();
    return worker;
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.is === 'done') waiting?.resolve(told.value);
    else waiting?.reject(new Error(told.stack));
  }

  #lost(worker: Worker, error: Error): void {
    if (worker === this.#worker) void this.end(error);
  }
}
