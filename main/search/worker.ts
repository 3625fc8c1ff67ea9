import { parentPort } from 'node:worker_threads';
import { realFs } from '../store/files';
import { tellAnswer, type Asked } from './asking';
import { findLeaves, IndexMaker } from './indexer';
import { SnapshotReader, SnapshotWriter } from './snapshot';
import type { Answer, Question } from './thread';

// A thread of the index of a library. One of them makes it, another one answers from what it is shown. Each ends by being
// terminated.

const port = parentPort;
if (port === null) throw new Error('This file is started as a thread.');

const maker = new IndexMaker(realFs);
const told = new SnapshotWriter();
const reader = new SnapshotReader();

/** What is asked for; after a change also the index as it stands then. */
async function answerTo(question: Question): Promise<Answer> {
  switch (question.call) {
    case 'open':
      return changed(await maker.open(...question.args));
    case 'put':
      return changed(await maker.put(...question.args));
    case 'remove':
      await maker.remove(...question.args);
      return changed(null);
    case 'write':
      await maker.write(...question.args);
      return changed(null);
    case 'learnFollowers':
      await maker.learnFollowers();
      return changed(null);
    case 'show':
      reader.show(...question.args);
      return { value: null, snapshot: null };
    case 'find': {
      const [leaves] = question.args;
      return { value: await findLeaves({ find: (leaf) => reader.find(leaf) }, leaves), snapshot: null };
    }
  }
}

const changed = (value: unknown): Answer => ({ value, snapshot: told.of(maker.index) });

port.on('message', ({ id, question }: Asked<Question>) => {
  void tellAnswer(
    id,
    () => answerTo(question),
    (message) => port.postMessage(message),
  );
});
