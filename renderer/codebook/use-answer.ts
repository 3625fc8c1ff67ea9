import type { Annotation } from '#core/annotation';
import { foldedTag, type TagCount } from '#core/tag';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';

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
