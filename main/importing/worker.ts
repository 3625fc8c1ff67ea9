import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#core/refusal';
import type { Operations } from './engine';
import { createOcrEngine, type OcrEngine } from './ocr/engine';
import { findOcrFiles } from './ocr/files';
import { operationsIn } from './operations';
import type { Asked, Told } from './thread';

// The thread in which files are read. It ends by being terminated.

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');
const { ocrFolder } = workerData as { ocrFolder: string };

const ocrFiles = findOcrFiles(ocrFolder);
let ocr: OcrEngine | null = null;
let current = 0;

const operations: Operations = operationsIn({
  // Started by the first page that needs it.
  readPage: ocrFiles === null ? null : (image) => (ocr ??= createOcrEngine(ocrFiles)).readPage(image),
  onPages: (done, total) => tell({ id: current, is: 'pages', done, total }),
  onPatience: (ms) => tell({ id: current, is: 'patience', ms }),
});

function tell(message: Told, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

async function answer({ id, name, args }: Asked): Promise<void> {
  current = id;
  try {
    const operation = operations[name] as (...given: unknown[]) => Promise<unknown>;
    tell({ id, is: 'done', value: await operation(...args) });
  } catch (error) {
    if (error instanceof Refusal) tell({ id, is: 'refused', code: error.code, params: error.params });
    else
      tell({
        id,
        is: 'failed',
        stack: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

let queue = Promise.resolve();
port.on('message', (asked: Asked) => {
  queue = queue.then(() => answer(asked));
});
