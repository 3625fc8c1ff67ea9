import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Leaf } from '#core/search/leaf';
import { Asking, OneByOne, type Channel } from './asking';
import { IndexLost, type FoundWords, type Indexer, type IndexMaker } from './indexer';
import type { Snapshot } from './snapshot';

/** What changes the index: it is asked of the thread that makes it. */
type Change = Exclude<keyof Indexer, 'close' | 'find'> | 'learnFollowers';

/** What a thread of the index can be asked. */
export type Question =
  | { [N in Change]: { call: N; args: Parameters<IndexMaker[N]> } }[Change]
  | { call: 'show'; args: [Snapshot] }
  | { call: 'find'; args: [readonly Leaf[]] };

/** `snapshot`: the index after a change. */
export interface Answer {
  value: unknown;
  snapshot: Snapshot | null;
}

/** After so long without a change, in milliseconds, it is worth while to make phrases quick. */
const QUIET = 300;

/** Merging the index of 50,000 articles takes 400 MB; its arrays lie outside of this. */
const MEGABYTES = 2_000;

/**
 * The index in two threads: one makes it, the other answers from what was made last, while
 * the first indexes and merges. `dist` holds `search/worker.js`. When a thread is lost, both are ended and what they were
 * asked fails with `IndexLost`; the index has to be opened again.
 */
export function createThreadIndexer({ dist }: { dist: string }): Indexer {
  const file = join(dist, 'search', 'worker.js');
  const end = async (reason: string): Promise<void> => {
    await Promise.all([maker.end(reason), reader.end(reason)]);
  };
  const thread = () =>
    new Asking<Question, Answer>(
      () => threadChannel(file),
      (reason) => void end(reason),
    );
  const maker = thread();
  const reader = thread();
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

function threadChannel(file: string): Channel {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MEGABYTES } });
  worker.unref();
  return {
    post: (message) => worker.postMessage(message),
    listen: (hear, ended) => {
      worker.on('message', hear);
      worker.on('error', (error) => ended(String(error)));
      worker.on('exit', () => ended('The thread of the index ended.'));
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
