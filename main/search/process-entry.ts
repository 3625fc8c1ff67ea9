import path from 'node:path';
import { tellAnswer, type Asked } from './asking';
import type { ProcessQuestion } from './process';
import { createThreadIndexer } from './thread';

// The process of the index of a library: it carries questions to its threads. It ends by being ended.

const indexer = createThreadIndexer({ dist: path.join(import.meta.dirname, '..') });

/** Electron's utility process; plain Node's has `process.send`. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
const { parentPort } = process as unknown as { parentPort?: ParentPort };

function answerTo({ call, args }: ProcessQuestion): Promise<unknown> {
  switch (call) {
    case 'open':
      return indexer.open(...args);
    case 'put':
      return indexer.put(...args);
    case 'remove':
      return indexer.remove(...args);
    case 'write':
      return indexer.write(...args);
    case 'find':
      return indexer.find(...args);
  }
}

const post = (message: unknown): void => {
  if (parentPort === undefined) process.send?.(message);
  else parentPort.postMessage(message);
};
const hear = (message: unknown): void => {
  const { id, question } = message as Asked<ProcessQuestion>;
  void tellAnswer(id, () => answerTo(question), post);
};
if (parentPort === undefined) process.on('message', hear);
else parentPort.on('message', ({ data }) => hear(data));
