import { parentPort, workerData } from 'node:worker_threads';
import { exported, type ExportJob } from './exporter';
import type { Told } from './thread';

// The thread of one export: it ends with its file, and its memory with it.

const tell = (told: Told): void => parentPort?.postMessage(told);

const file = await exported(workerData as ExportJob, (done) => tell({ is: 'read', done }));
tell({ is: 'made', file });
