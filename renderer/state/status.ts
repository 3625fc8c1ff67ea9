import { create } from 'zustand';
import { CallFailed } from '#core/gateway';
import { i18next } from '../strings/i18n';

interface StatusState {
  /** When the last change reached the disk. */
  savedAt: Date | null;
  /** What went wrong, until it is dismissed or something succeeds. */
  failure: string | null;
  /** What was just done, in a word. */
  said: string | null;
}

export const useStatus = create<StatusState>(() => ({ savedAt: null, failure: null, said: null }));

export const dismissFailure = (): void => useStatus.setState({ failure: null });

export const say = (said: string | null): void => useStatus.setState({ said });

export function saved(): void {
  useStatus.setState({ savedAt: new Date(), failure: null });
}

/** Shows an error where the person looks for the state of things; the store has logged its cause. */
export function reportFailure(error: unknown): void {
  const message = error instanceof CallFailed ? error.message : i18next.t('failure.crash');
  useStatus.setState({ failure: message });
  if (!(error instanceof CallFailed)) globalThis.reportError(error);
}

/** Runs what a person asked for; a failure is shown, not thrown. Returns whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    reportFailure(error);
    return false;
  }
}
