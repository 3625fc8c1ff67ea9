import { alignBlocks, type Alignment, type AlignPin } from '#core/align';

/** What is worked out off the thread that draws. Everything that goes in and out can be copied between threads. */
export const WORK = {
  align: (left: readonly string[], right: readonly string[], pins: readonly AlignPin[]): Alignment =>
    alignBlocks(left, right, pins),
};

export type WorkName = keyof typeof WORK;
export type WorkInput<N extends WorkName> = Parameters<(typeof WORK)[N]>;
export type WorkOutput<N extends WorkName> = ReturnType<(typeof WORK)[N]>;

/** `job` ties an answer to its question. */
export interface Question {
  job: number;
  name: WorkName;
  input: readonly unknown[];
}
export type Answer = { job: number } & ({ output: unknown } | { error: string });

/** Does one piece of work by its name; the input has to be its own. */
export function work(name: WorkName, input: readonly unknown[]): unknown {
  const run = WORK[name] as (...input: readonly unknown[]) => unknown;
  return run(...input);
}
