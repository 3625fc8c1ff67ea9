import { remember, useUndo } from './undo';

type Step = Parameters<typeof remember>[0];

/** Steps about files that wait, by the file's key: they go when the file does, since they could do nothing then. */
const steps = new Map<string, Set<Step>>();

export function rememberFor(key: string, step: Step): void {
  steps.set(key, (steps.get(key) ?? new Set()).add(step));
  remember(step);
}

export function forgetStepsOf(key: string): void {
  const mine = steps.get(key);
  if (mine === undefined) return;
  steps.delete(key);
  const others = (list: readonly Step[]) => list.filter((step) => !mine.has(step));
  useUndo.setState(({ done, undone }) => ({ done: others(done), undone: others(undone) }));
}
