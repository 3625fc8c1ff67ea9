import { parentPort } from 'node:worker_threads';
import type { Recognised } from '#core/recognise/found';
import { recognise } from '#core/recognise/recognise';
import { lookThroughFile, type Looked } from './look';
import type { Asked, Question, Told } from './thread';

// The thread in which the library's articles are looked through. It ends by being terminated.

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');

port.on('message', ({ id, question }: Asked) => {
  const tell = (told: Told) => port.postMessage(told);
  try {
    tell({ id, is: 'done', value: answerTo(question) });
  } catch (error) {
    tell({
      id,
      is: 'failed',
      stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

function answerTo(question: Question): Recognised | (Looked | null)[] {
  if (question.is === 'article') return recognise(question.text);
  return question.files.map((bytes) => lookThroughFile(bytes, question.dictionary));
}
