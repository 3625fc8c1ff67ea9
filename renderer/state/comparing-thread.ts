import ComparingWorker from './comparing-worker?worker';
import {
  work,
  type Answer,
  type Question,
  type WorkInput,
  type WorkName,
  type WorkOutput,
} from './comparing-work';

interface Waiting {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let thread: Worker | null = null;
let jobs = 0;

/** Started when it is first needed; it lives as long as the window. */
function threadOf(): Worker {
  if (thread !== null) return thread;
  thread = new ComparingWorker();
  thread.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.job);
    waiting.delete(data.job);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.output);
  });
  thread.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    // The next question starts another one.
    thread?.terminate();
    thread = null;
  });
  return thread;
}

/** Works something out on a thread of its own; on this one where there are none. */
export async function workAside<N extends WorkName>(name: N, input: WorkInput<N>): Promise<WorkOutput<N>> {
  if (typeof Worker === 'undefined') {
    await Promise.resolve();
    return work(name, input) as WorkOutput<N>;
  }
  const job = ++jobs;
  const output = await new Promise<unknown>((resolve, reject) => {
    waiting.set(job, { resolve, reject });
    threadOf().postMessage({ job, name, input } satisfies Question);
  });
  return output as WorkOutput<N>;
}
