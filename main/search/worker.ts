import { parentPort } from 'node:worker_threads';
import { realFs } from '../store/files';
import { createDirectIndexer } from './indexer';
import type { Asked, Told } from './thread';

// The thread that holds the index of a library. It ends by being terminated.

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');

const indexer = createDirectIndexer(realFs);

port.on('message', ({ id, question: { call, args } }: Asked) => {
  const tell = (told: Told) => port.postMessage(told);
  const calls = indexer as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
  calls[call]?.(...args).then(
    (value) => {
      tell({ id, is: 'done', value });
    },
    (error: unknown) => {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ id, is: 'failed', stack });
    },
  );
});
