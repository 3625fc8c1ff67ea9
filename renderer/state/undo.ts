import { create } from 'zustand';
import { changesMade } from '../bridge';

/** A change that can be taken back. Both directions are calls to the store, so they may fail. */
interface Step {
  /** What was done, as it stands after "Undo:". */
  what: string;
  undo: () => Promise<unknown>;
  redo: () => Promise<unknown>;
}

interface UndoState {
  done: readonly Step[];
  undone: readonly Step[];
}

const MOST_STEPS = 500;

export const useUndo = create<UndoState>(() => ({ done: [], undone: [] }));

/** Notes a change that has just been made. What had been undone cannot be redone after it. */
export function remember(step: Step): void {
  useUndo.setState(({ done }) => ({ done: [...done, step].slice(-MOST_STEPS), undone: [] }));
}

export function forgetSteps(): void {
  useUndo.setState({ done: [], undone: [] });
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Steps run one after another, however fast the keys come, and after the changes that were asked for before
 * them; a step that fails stays where it was.
 */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = running.then(changesMade).then(work);
  running = turn.catch(() => undefined);
  return turn;
}

/** Takes the last change back. Returns what it was, or null when there is none. */
export function undo(): Promise<string | null> {
  return inTurn(async () => {
    const step = useUndo.getState().done.at(-1);
    if (step === undefined) return null;
    await step.undo();
    useUndo.setState(({ done, undone }) => ({
      done: done.filter((s) => s !== step),
      undone: [...undone, step],
    }));
    return step.what;
  });
}

/** Makes the last undone change again. */
export function redo(): Promise<string | null> {
  return inTurn(async () => {
    const step = useUndo.getState().undone.at(-1);
    if (step === undefined) return null;
    await step.redo();
    useUndo.setState(({ done, undone }) => ({
      done: [...done, step],
      undone: undone.filter((s) => s !== step),
    }));
    return step.what;
  });
}
