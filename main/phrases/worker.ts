import { parentPort, workerData } from 'node:worker_threads';
import { phrasesOfFiles, type PhraseJob } from './finder';

// The thread of one search for phrases: it ends with its answer, and its memory with it.

parentPort?.postMessage(phrasesOfFiles(workerData as PhraseJob));
