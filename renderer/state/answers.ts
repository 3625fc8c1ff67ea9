import { useEffect, useState } from 'react';
import { useLibrary } from './library';
import { attempt } from './status';

const PAUSE = 120;

/**
 * What the library answers; null until it has. `key` names the question: another one is asked at once, the same one again
 * a moment after the library has changed or `also` is another. An answer that comes too late is dropped.
 */
export function useAnswer<T>(key: string, ask: () => Promise<T>, also: unknown = null): T | null {
  const revision = useLibrary((state) => state.revision);
  const [answer, setAnswer] = useState<{ key: string; value: T } | null>(null);
  useEffect(() => {
    let late = false;
    const timer = setTimeout(
      () =>
        void attempt(async () => {
          const value = await ask();
          if (!late) setAnswer({ key, value });
        }),
      answer?.key === key ? PAUSE : 0,
    );
    return () => {
      late = true;
      clearTimeout(timer);
    };
    // `key` says what `ask` asks, and an answer is no reason to ask again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, revision, also]);
  return answer?.key === key ? answer.value : null;
}
