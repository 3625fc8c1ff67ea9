import { useEffect, useState } from 'react';
import type { Annotation } from '#core/annotation';
import { foldedTag, type TagCount } from '#core/tag';
import { call } from '../bridge';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';

const PAUSE = 120;

/**
 * What the library answers; null until it has. `key` names the question: another one is asked at once, the same one again
 * a moment after the library has changed. An answer that comes too late is dropped.
 */
function useAnswer<T>(key: string, ask: () => Promise<T>): T | null {
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
  }, [key, revision]);
  return answer?.key === key ? answer.value : null;
}

/** How much every tag is used, by its folded name. */
export const useCounts = (): ReadonlyMap<string, TagCount> | null =>
  useAnswer('counts', async () => {
    const counts = await call('tags.counts', {});
    return new Map(counts.map((count) => [count.name, count]));
  });

/** A passage that has a tag, and the number of the paragraph in which it begins. */
export interface Passage {
  annotation: Annotation;
  paragraph: number;
}

const MOST = 5000;

/** The passages that have the tag or, with `within`, one under it: the newest articles first, at most 5,000. */
export function usePassages(name: string, within: boolean): Passage[] | null {
  return useAnswer(`${String(within)} ${name}`, async () => {
    const { annotations, blocks } = await call('annotations.find', { filter: { tags: [name] }, limit: MOST });
    const key = foldedTag(name);
    return annotations.flatMap((annotation, i) =>
      within || annotation.tags.some((tag) => foldedTag(tag) === key)
        ? [{ annotation, paragraph: (blocks[i] ?? 0) + 1 }]
        : [],
    );
  });
}
