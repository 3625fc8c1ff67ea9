import { Refusal } from '#core/refusal';
import type { PageImage, ReadLine, ReadPage } from '../reading';
import type { OcrFiles } from './files';
import { linesOfPage } from './lines';
import { pictureBytes } from './picture';
import { NotStarted, type RawPage, TesseractThread } from './thread';

export { findOcrFiles, type OcrFiles } from './files';

export interface OcrEngine {
  /** One page at a time; what is asked meanwhile waits. Its refusals have an empty `name`: no file is known here. */
  readPage: ReadPage;
  /** Ends what is being read, which is refused with `import-cancelled`. */
  close(): Promise<void>;
}

const PAGE_MS = 60_000;

/** Reads printed Vietnamese, offline. Starts when the first page comes; a page that goes wrong ends nothing else. */
export function createOcrEngine(files: OcrFiles, pageMs = PAGE_MS): OcrEngine {
  let thread: TesseractThread | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();
  const isClosed = () => closing.signal.aborted;

  const end = async () => {
    const ending = thread;
    thread = null;
    await ending?.end();
  };

  const read = async (image: PageImage | Uint8Array): Promise<ReadLine[]> => {
    if (isClosed()) throw cancelled();
    if (thread?.isAlive !== true) {
      await end();
      thread = new TesseractThread(files);
    }
    const limit = timeLimit(pageMs);
    try {
      return linesOfPage(await Promise.race([readUpright(thread, image), limit.passed]));
    } catch (error) {
      if (isClosed()) throw cancelled();
      if (error instanceof NotStarted || error instanceof Refusal) {
        await end();
        throw error;
      }
      throw refusalOf(error);
    } finally {
      limit.clear();
    }
  };

  return {
    readPage(image) {
      const result = queue.then(() => read(image));
      queue = result.catch(() => {
        // Whoever asked for the page hears of it; the next page waits only for its end.
      });
      return result;
    },
    async close() {
      closing.abort();
      await end();
      await queue;
    },
  };
}

/** Below this mean a page may stand on its head. */
const POOR = 50;
/** Reading a page once more is worth it only where the first time was short. */
const SHORT_MS = 15_000;

/** Lines that run up or down the page are read in any case, but letters on their heads are not. */
async function readUpright(thread: TesseractThread, image: PageImage | Uint8Array): Promise<RawPage> {
  const bytes = pictureBytes(image);
  const start = performance.now();
  const first = await thread.recognise(bytes, null);
  const isEmpty = (first.blocks ?? []).length === 0;
  if (isEmpty || first.confidence >= POOR || performance.now() - start > SHORT_MS) return first;
  const second = await thread.recognise(bytes, first.rotateRadians + Math.PI);
  return second.confidence > first.confidence ? second : first;
}

function timeLimit(ms: number): { passed: Promise<never>; clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('file-too-complex', { name: '' })), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}

const cancelled = () => new Refusal('import-cancelled', { name: '' });

const LONGEST_DETAIL = 80;

function refusalOf(error: unknown): Refusal {
  const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  if (/\bOOM\b|memory/i.test(detail)) return new Refusal('file-too-complex', { name: '' });
  return new Refusal('file-damaged', { name: '', detail: detail.slice(0, LONGEST_DETAIL) });
}
