import { useEffect, useRef, useState } from 'react';
import { countWaiting, type Counts } from '../state/accepting';
import { attempt } from '../state/status';

/** Between two drawings of what was counted meanwhile. Milliseconds. */
const DRAW_EVERY = 120;

interface Counted {
  /** Of these articles what waits in those that have been counted, in their order; one that cannot be read is none. */
  articles: readonly { id: string; counts: Counts }[];
  /** How many of them have been counted. */
  done: number;
  unread: number;
}

/** Counts what waits in each of these articles, as long as they are asked for; what was counted is kept. */
export function useCounting(ids: readonly string[]): Counted {
  const known = useRef(new Map<string, Counts | null>());
  const [counted, setCounted] = useState<Counted>({ articles: [], done: 0, unread: 0 });
  useEffect(() => {
    const controller = new AbortController();
    const draw = () => {
      const asked = ids.filter((id) => known.current.has(id));
      const articles = asked.flatMap((id) => {
        const counts = known.current.get(id) ?? null;
        return counts === null ? [] : [{ id, counts }];
      });
      setCounted({ articles, done: asked.length, unread: asked.length - articles.length });
    };
    let drawnAt = -Infinity;
    const todo = ids.filter((id) => !known.current.has(id));
    void attempt(async () => {
      await countWaiting(
        todo,
        (id, counts) => {
          known.current.set(id, counts);
          if (controller.signal.aborted || performance.now() - drawnAt < DRAW_EVERY) return;
          drawnAt = performance.now();
          draw();
        },
        controller.signal,
      );
      if (!controller.signal.aborted) draw();
    });
    return () => controller.abort();
  }, [ids]);
  return counted;
}
