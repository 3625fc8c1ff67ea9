import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SetPhrase } from '#core/set-phrases';
import type { PhraseFinder, PhraseJob } from './finder';

/** For ten thousand long articles. */
const MEGABYTES = 3000;

/** Searches in a thread of its own, one after another. `dist` holds `phrases/worker.js`. */
export function createThreadPhraseFinder({ dist }: { dist: string }): PhraseFinder {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | null = null;
  let isClosed = false;
  const run = (job: PhraseJob): Promise<SetPhrase[]> =>
    new Promise((resolve, reject) => {
      if (isClosed) {
        reject(new Error('The library was closed.'));
        return;
      }
      worker = new Worker(join(dist, 'phrases', 'worker.js'), {
        workerData: job,
        resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread of the phrases ended.')));
      worker.unref();
    });
  return {
    find: (job) => {
      const found = last.then(() => run(job));
      last = found.catch(() => undefined);
      return found;
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
