import { Asking, OneByOne, type Channel } from './asking';
import type { FoundWords, Indexer } from './indexer';

/** What the process of the index can be asked: what its indexer can. */
export type ProcessQuestion = {
  [N in Exclude<keyof Indexer, 'close'>]: { call: N; args: Parameters<Indexer[N]> };
}[Exclude<keyof Indexer, 'close'>];

/**
 * The index in a process of its own, so that its memory (200 MB for 50,000 articles) is not the main process's and nothing
 * that it does can end the app. `start` starts `indexing/worker.js`. When it is lost, what it was asked fails with
 * `IndexLost`; the index has to be opened again.
 */
export function createProcessIndexer(start: () => Channel): Indexer {
  const process = new Asking<ProcessQuestion, unknown>(start, (reason) => void process.end(reason));
  const finds = new OneByOne();
  const ask = <T>(question: ProcessQuestion, begins = false): Promise<T> =>
    process.ask(question, begins) as Promise<T>;
  return {
    open: (...args) => ask({ call: 'open', args }, true),
    put: (...args) => ask({ call: 'put', args }),
    remove: (...args) => ask({ call: 'remove', args }),
    write: (...args) => ask({ call: 'write', args }),
    find: (leaves, signal) => finds.run(() => ask<FoundWords[]>({ call: 'find', args: [leaves] }), signal),
    close: () => process.end('The library was closed.'),
  };
}
