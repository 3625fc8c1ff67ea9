/** Waiting in the app's window and measuring what its main thread does. Times in milliseconds. */

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Settles once the frame that is being made has been laid out and painted, before anything that waits for its end: called
 * in the frame, the task is the first one after it.
 */
export const painted = (): Promise<number> =>
  scheduler.postTask(() => performance.now(), { priority: 'user-blocking' });

/** From the beginning of `work` in a frame until its `code` ended, and until the frame was laid out and painted too. */
export async function drawn(work: () => void): Promise<{ code: number; time: number }> {
  await frame();
  const start = performance.now();
  work();
  const code = performance.now() - start;
  return { code, time: (await painted()) - start };
}

export async function twoFrames(): Promise<number> {
  await frame();
  await frame();
  return performance.now();
}

/** Waits until frames come quickly again, so that nothing of one measurement falls into the next. */
export async function rest(): Promise<void> {
  let before = await frame();
  for (let quiet = 0, frames = 0; quiet < 6 && frames < 90; frames += 1) {
    const now = await frame();
    quiet = now - before < 30 ? quiet + 1 : 0;
    before = now;
  }
}

/** The first moment after a change of the page at which `found` holds. */
export function once(found: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!found()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}

/**
 * Watches the main thread: messages to itself follow each other within microseconds while it is idle, so that every gap
 * between two of them is work.
 */
export class Watch {
  private readonly gaps: { from: number; to: number }[] = [];
  private readonly channel = new MessageChannel();
  private last = performance.now();

  constructor() {
    this.channel.port1.onmessage = () => {
      const now = performance.now();
      if (now - this.last > IDLE) this.gaps.push({ from: this.last, to: now });
      this.last = now;
      this.channel.port2.postMessage(null);
    };
    this.channel.port2.postMessage(null);
  }

  /** Stops watching. Returns how long the main thread worked between two moments, whole tasks. */
  worked(from: number, to: number): number {
    this.channel.port1.onmessage = null;
    this.channel.port1.close();
    const within = this.gaps.filter((gap) => gap.to > from && gap.from < to);
    return within.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  }
}

/** A longer gap between two messages is work. */
const IDLE = 0.3;
