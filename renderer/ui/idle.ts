/**
 * Calls `work` again and again while the page is idle, in turns of at most `slice` milliseconds, until it returns false.
 * Returns what stops it.
 */
export function whenIdle(slice: number, work: () => boolean): () => void {
  let stopped = false;
  const turn = () => {
    const end = performance.now() + slice;
    let more = !stopped;
    while (more && performance.now() < end) more = work();
    if (more) later(turn);
  };
  later(turn);
  return () => {
    stopped = true;
  };
}

/** The work is wanted soon, also on a page that is never idle. Milliseconds. */
const PATIENCE = 50;

function later(turn: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(turn, { timeout: PATIENCE });
  else setTimeout(turn);
}
