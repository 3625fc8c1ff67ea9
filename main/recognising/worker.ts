import { parentPort } from 'node:worker_threads';
import { recognise } from '#core/recognise/recognise';
import { lookThroughFile } from './look';
import type { Asked, Told } from './thread';

// The thread in which the library's articles are looked through. It ends by being terminated.

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');

port.on('message', ({ id, question }: Asked) => {
  const tell = (told: Told) => port.postMessage(told);
  try {
    const value = question.is === 'article' ? recognise(question.text) : question.files.map(lookThroughFile);
    tell({ id, is: 'done', value });
  } catch (error) {
    tell({
      id,
      is: 'failed',
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});
