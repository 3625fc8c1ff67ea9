import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { OcrFiles } from './files';

export interface RawBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface RawWord {
  text: string;
  confidence: number;
  bbox: RawBox;
}

export interface RawLine {
  words: RawWord[];
  confidence: number;
  bbox: RawBox;
  /** From the left end to the right end. */
  baseline: RawBox;
  rowAttributes: { rowHeight: number };
}

/** The part of Tesseract's answer that is used. */
export interface RawPage {
  /** Mean over the words, 0 to 100. */
  confidence: number;
  blocks: { paragraphs: { lines: RawLine[] }[] }[] | null;
  /** By how much the picture was turned before it was read. */
  rotateRadians: number;
}

interface Reply {
  jobId: string;
  status: 'resolve' | 'reject' | 'progress';
  data: unknown;
}

interface Job {
  resolve: (data: unknown) => void;
  reject: (reason: Error) => void;
}

/** Tesseract could not make a picture of the bytes; it can go on with other ones. */
export class UnreadablePicture extends Error {}

/** Automatic finding of columns, blocks, and lines that run up or down the page. */
const PAGE_LAYOUT = '3';
const LSTM_ONLY = 1;

/** The thread could not be made ready: the program is to blame, not the picture. */
export class NotStarted extends Error {}

/**
 * Tesseract's own worker script in a thread. Driven directly, because the package's client lets an error in the
 * thread end the whole program, and can load from the network. Here the model is handed over as bytes.
 */
export class TesseractThread {
  readonly #worker: Worker;
  readonly #jobs = new Map<string, Job>();
  readonly #ready: Promise<void>;
  #count = 0;
  #failure: Error | null = null;

  constructor(files: OcrFiles) {
    // It prints remarks on pictures; they are of no use to anybody.
    this.#worker = new Worker(files.script, { stdout: true, stderr: true, env: {}, execArgv: [] });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#fail(asError(error)));
    this.#worker.on('exit', () => this.#fail(new Error('the thread has ended')));
    this.#worker.unref();
    this.#ready = this.#prepare(files.language);
  }

  async #prepare(language: string): Promise<void> {
    try {
      const data = new Uint8Array(await readFile(language));
      // The script compares this flag with the number of the mode; `true` would load the core for both modes.
      await this.#do('load', { options: { lstmOnly: LSTM_ONLY, logging: false } });
      await this.#do('loadLanguage', {
        langs: [{ code: 'vie', data }],
        options: { cacheMethod: 'none', gzip: true, lstmOnly: true },
      });
      await this.#do('initialize', { langs: 'vie', oem: LSTM_ONLY, config: {} });
      await this.#do('setParameters', { params: { tessedit_pageseg_mode: PAGE_LAYOUT } });
    } catch (error) {
      throw new NotStarted(`machine reading does not start: ${asError(error).message}`, { cause: error });
    }
  }

  /** `radians`: turns the picture by so much; null = sets a picture straight that lies a little askew. */
  async recognise(image: Uint8Array, radians: number | null): Promise<RawPage> {
    await this.#ready;
    const options = radians === null ? { rotateAuto: true } : { rotateRadians: radians };
    return (await this.#do('recognize', { image, options, output: { blocks: true } })) as RawPage;
  }

  /** Usable until something went wrong inside. */
  get isAlive(): boolean {
    return this.#failure === null;
  }

  async end(): Promise<void> {
    this.#fail(new Error('the thread was ended'));
    await this.#worker.terminate();
  }

  #do(action: string, payload: object): Promise<unknown> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    this.#count += 1;
    const jobId = String(this.#count);
    return new Promise((resolve, reject) => {
      this.#jobs.set(jobId, { resolve, reject });
      // A program that waits for a page does not end, one that does not is not held up.
      this.#worker.ref();
      this.#worker.postMessage({ workerId: 'ocr', jobId, action, payload });
    });
  }

  #settle({ jobId, status, data }: Reply): void {
    const job = this.#jobs.get(jobId);
    if (status === 'progress' || job === undefined) return;
    this.#jobs.delete(jobId);
    if (this.#jobs.size === 0) this.#worker.unref();
    if (status === 'resolve') {
      job.resolve(data);
    } else if (/attempting to read image/i.test(String(data))) {
      job.reject(new UnreadablePicture('unreadable picture'));
    } else {
      job.reject(asError(data));
      // What is left of the core after it has stopped somewhere is not to be relied on.
      this.#fail(asError(data));
    }
  }

  #fail(reason: Error): void {
    this.#failure ??= reason;
    for (const job of this.#jobs.values()) job.reject(reason);
    this.#jobs.clear();
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
