import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '#core/refusal';
import { labelOf, type ImportEngine, type OnPages, type OperationName } from './engine';
import type { Leaf } from './sources';

/** A question to the thread. */
export interface Asked {
  id: number;
  name: OperationName;
  args: unknown[];
}

/** What the thread says. */
export type Told =
  | { id: number; is: 'pages'; done: number; total: number }
  /** How long it may be silent from now on. */
  | { id: number; is: 'patience'; ms: number }
  | { id: number; is: 'done'; value: unknown }
  | { id: number; is: 'refused'; code: RefusalCode; params: Refusal['params'] }
  | { id: number; is: 'failed'; stack: string };

interface Waiting {
  asked: Asked;
  /** For the person: what is being read. */
  label: string;
  onPages: OnPages;
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

interface ThreadParts {
  /** The folder of everything that was built: `importing/worker.js` and `ocr/` lie in it. */
  dist: string;
  /** Whatever the thread says of its patience, it is given up after so long without progress. */
  stallMs?: number;
  /** Largest heap of the thread. */
  megabytes?: number;
  /** How much the whole process may grow while one file is read: pictures lie outside of the heap. */
  growthMegabytes?: number;
}

const FIRST_PATIENCE_MS = 120_000;
const MEGABYTES = 1500;
const GROWTH_MEGABYTES = 2500;
const LOOK_EVERY_MS = 200;

/**
 * Reads files in a thread of its own, so that the window stays quick and a file that was made to hang or to eat all memory
 * costs only that thread: it is ended, the file is refused, and the next one gets a new thread.
 */
export function createThreadEngine(parts: ThreadParts): ImportEngine {
  const reader = new Reader(parts);
  const ask = <T>(name: OperationName, args: unknown[], label: string, onPages?: OnPages): Promise<T> =>
    reader.ask(name, args, label, onPages) as Promise<T>;
  const about =
    <T>(name: OperationName) =>
    (leaf: Leaf, ...others: unknown[]) =>
      ask<T>(name, [leaf, ...others], labelOf(leaf));
  return {
    find: (given) =>
      ask('find', [given], given.map((one) => (typeof one === 'string' ? one : one.name)).join(', ')),
    read: (leaf, how, onPages) => ask('read', [leaf, how], labelOf(leaf), onPages),
    choices: about('choices'),
    bytes: about('bytes'),
    pictures: about('pictures'),
    cancel: () => reader.giveUp((label) => new Refusal('import-cancelled', { name: label })),
    close: () => reader.close(),
  };
}

class Reader {
  readonly #parts: ThreadParts;
  #worker: Worker | null = null;
  /** First is the one that the thread works on. */
  #waiting: Waiting[] = [];
  #timer: NodeJS.Timeout | null = null;
  #lookout: NodeJS.Timeout | null = null;
  #nextId = 1;
  /** Until the thread knows the file: longer than anything takes to be found and read from a disk. */
  #patience = FIRST_PATIENCE_MS;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
  }

  ask(
    name: OperationName,
    args: unknown[],
    label: string,
    onPages: OnPages = () => undefined,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked = { id: this.#nextId++, name, args };
      this.#waiting.push({ asked, label, onPages, resolve, reject });
      if (this.#waiting.length === 1) this.#start();
    });
  }

  /** Ends what is under way with an error made from its label; what waits behind it goes on in a new thread. */
  giveUp(errorFor: (label: string) => Error): void {
    const current = this.#waiting.shift();
    if (current === undefined) return;
    void this.#end();
    current.reject(errorFor(current.label));
    if (this.#waiting.length > 0) this.#start();
  }

  async close(): Promise<void> {
    const left = this.#waiting.splice(0);
    for (const { label, reject } of left) reject(new Refusal('import-cancelled', { name: label }));
    await this.#end();
  }

  #start(): void {
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#worker ??= this.#newWorker();
    this.#worker.postMessage(next.asked);
    this.#patience = FIRST_PATIENCE_MS;
    this.#expectProgress();
    this.#watchMemory();
  }

  #watchMemory(): void {
    const { growthMegabytes = GROWTH_MEGABYTES } = this.#parts;
    const most = process.memoryUsage.rss() + growthMegabytes * 1024 * 1024;
    if (this.#lookout !== null) clearInterval(this.#lookout);
    this.#lookout = setInterval(() => {
      if (process.memoryUsage.rss() > most) {
        this.giveUp((label) => new Refusal('file-too-complex', { name: label }));
      }
    }, LOOK_EVERY_MS).unref();
  }

  #newWorker(): Worker {
    const { dist, megabytes = MEGABYTES } = this.#parts;
    const worker = new Worker(join(dist, 'importing', 'worker.js'), {
      workerData: { ocrFolder: join(dist, 'ocr') },
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What pdf.js and others print is no business of the person's terminal.
      stdout: true,
      stderr: true,
    });
    worker.on('message', (told: Told) => this.#hear(worker, told));
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', () => this.#lost(worker, new Error('The reading thread ended.')));
    worker.unref();
    return worker;
  }

  #hear(worker: Worker, told: Told): void {
    const [current] = this.#waiting;
    if (worker !== this.#worker || current === undefined || told.id !== current.asked.id) return;
    if (told.is === 'pages' || told.is === 'patience') {
      if (told.is === 'patience') this.#patience = told.ms;
      else current.onPages(told.done, told.total);
      this.#expectProgress();
      return;
    }
    this.#waiting.shift();
    this.#stopTimer();
    this.#stopLookout();
    if (told.is === 'done') current.resolve(told.value);
    else if (told.is === 'refused') current.reject(new Refusal(told.code, told.params));
    else current.reject(new Error(told.stack));
    this.#start();
  }

  /** Out of memory, or a bug that nobody caught: the file under way is to blame. */
  #lost(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.giveUp((label) => (isFull ? new Refusal('file-too-complex', { name: label }) : error));
  }

  #expectProgress(): void {
    this.#stopTimer();
    const { stallMs = Infinity } = this.#parts;
    this.#timer = setTimeout(
      () => {
        this.giveUp((label) => new Refusal('file-too-complex', { name: label }));
      },
      Math.min(stallMs, this.#patience),
    );
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #stopLookout(): void {
    if (this.#lookout !== null) clearInterval(this.#lookout);
    this.#lookout = null;
  }

  async #end(): Promise<void> {
    this.#stopTimer();
    this.#stopLookout();
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
