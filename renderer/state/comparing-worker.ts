import { work, type Answer, type Question } from './comparing-work';

function answerTo({ job, name, input }: Question): Answer {
  try {
    return { job, output: work(name, input) };
  } catch (error) {
    return { job, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => postMessage(answerTo(data)));
