import type { ArticleSummary } from '#core/library';
import { foldedTag, levelsOf, type TagCount } from '#core/tag';
import type { LibraryStore } from '../store/store';
import { inBatches, viewOrNull } from './views';

/** How often a tag is on the annotations of one article: itself, and it or one under it. */
type Use = Map<string, { own: number; annotations: number }>;

/** Counts the tags of the library. An article is read again only after it has changed, which gives it a new summary. */
export function tagCounter(store: LibraryStore): () => Promise<TagCount[]> {
  const known = new WeakMap<ArticleSummary, Use>();
  const useIn = async (summary: ArticleSummary): Promise<Use> => {
    const counted = known.get(summary);
    if (counted !== undefined) return counted;
    const view = await viewOrNull(store, summary.id);
    const use = useOf(view?.annotations.map(({ tags }) => tags) ?? []);
    if (view !== null) known.set(summary, use);
    return use;
  };
  return async () => {
    await store.verified();
    const tagged = store.catalogue
      .summaries()
      .filter(({ removedAt, tags }) => removedAt === null && tags.length > 0);
    const counts = new Map<string, TagCount>();
    for (const use of await inBatches(tagged, useIn)) {
      for (const [name, { own, annotations }] of use) {
        const count = counts.get(name) ?? { name, own: 0, annotations: 0, articles: 0 };
        counts.set(name, {
          name,
          own: count.own + own,
          annotations: count.annotations + annotations,
          articles: count.articles + 1,
        });
      }
    }
    return [...counts.values()];
  };
}

/** An annotation with two tags under one level counts once there. */
function useOf(tagsOfAll: readonly (readonly string[])[]): Use {
  const use: Use = new Map();
  const at = (name: string) => {
    const count = use.get(name) ?? { own: 0, annotations: 0 };
    use.set(name, count);
    return count;
  };
  for (const tags of tagsOfAll) {
    const names = new Set(tags.map(foldedTag));
    for (const name of names) at(name).own += 1;
    for (const level of new Set([...names].flatMap(levelsOf))) at(level).annotations += 1;
  }
  return use;
}
