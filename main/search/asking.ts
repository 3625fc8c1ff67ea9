import { IndexLost } from './indexer';

/** A thread or a process that answers messages. */
export interface Channel {
  post(message: unknown): void;
  /** `hear`: what it says; `ended`: it ended, whoever ended it. */
  listen(hear: (message: unknown) => void, ended: (reason: string) => void): void;
  end(): Promise<void>;
}

/** A question to the other side. */
export interface Asked<Q> {
  id: number;
  question: Q;
}

/** What the other side says. `lost`: it has no index any more. */
export type Told<A> =
  | { id: number; is: 'done'; answer: A }
  | { id: number; is: 'lost'; reason: string }
  | { id: number; is: 'failed'; stack: string };

/** Answers what is asked through `post`, for the other side. */
export async function tellAnswer<A>(
  id: number,
  work: () => Promise<A>,
  post: (told: Told<A>) => void,
): Promise<void> {
  try {
    post({ id, is: 'done', answer: await work() });
  } catch (error) {
    if (error instanceof IndexLost) post({ id, is: 'lost', reason: error.message });
    else
      post({
        id,
        is: 'failed',
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

interface Waiting<A> {
  resolve: (answer: A) => void;
  reject: (error: Error) => void;
}

/** Asks a thread or a process, which is started when it is first needed. When it is lost, so are the questions: `IndexLost`. */
export class Asking<Q, A> {
  #channel: Channel | null = null;
  readonly #waiting = new Map<number, Waiting<A>>();
  #nextId = 1;

  constructor(
    private readonly start: () => Channel,
    /** Called when it ends by itself. */
    private readonly onLost: (reason: string) => void,
  ) {}

  /** `begins`: it is started when it is not there. */
  ask(question: Q, begins = false): Promise<A> {
    return new Promise((resolve, reject) => {
      if (this.#channel === null && !begins) {
        reject(new IndexLost('The index is not open.'));
        return;
      }
      const id = this.#nextId++;
      this.#waiting.set(id, { resolve, reject });
      this.#channel ??= this.#started();
      this.#channel.post({ id, question } satisfies Asked<Q>);
    });
  }

  async end(reason: string): Promise<void> {
    const channel = this.#channel;
    this.#channel = null;
    for (const { reject } of this.#waiting.values()) reject(new IndexLost(reason));
    this.#waiting.clear();
    await channel?.end();
  }

  #started(): Channel {
    const channel = this.start();
    channel.listen(
      (told) => this.#hear(told as Told<A>),
      (reason) => {
        if (channel === this.#channel) this.onLost(reason);
      },
    );
    return channel;
  }

  #hear(told: Told<A>): void {
    const waiting = this.#waiting.get(told.id);
    this.#waiting.delete(told.id);
    if (told.is === 'done') waiting?.resolve(told.answer);
    else waiting?.reject(told.is === 'lost' ? new IndexLost(told.reason) : new Error(told.stack));
  }
}

/** Questions wait here and not at the other side: those that nobody wants any more are never asked. */
export class OneByOne {
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
