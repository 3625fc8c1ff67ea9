import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Exported, Exporter, ExportJob, OnRead } from './exporter';

/** What the thread says. */
export type Told = { is: 'read'; done: number } | { is: 'made'; file: Exported };

/** For a hundred thousand notes as a Word document. */
const MEGABYTES = 4000;

/** Makes each file in a thread of its own. `dist` holds `exporting/worker.js`. */
export const createThreadExporter = ({ dist }: { dist: string }): Exporter => ({
  make: (job, onRead, signal) => inThread(join(dist, 'exporting', 'worker.js'), job, onRead, signal),
});

function inThread(file: string, job: ExportJob, onRead: OnRead, signal: AbortSignal): Promise<Exported> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(file, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    const stop = (): void => {
      void worker.terminate();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (told: Told) => {
      if (told.is === 'read') onRead(told.done);
      else resolve(told.file);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The thread of the export ended.'));
    });
    worker.unref();
  });
}
