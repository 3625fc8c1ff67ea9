import type { ArticleId } from '#core/article';
import type { Handlers } from '#core/gateway';
import type { Context } from './context';
import { withFacts } from './facts';

type ArticleCalls =
  'articles.get' | 'articles.update' | 'articles.remove' | 'articles.restore' | 'articles.setStory';

export function articleHandlers({ store, now }: Context): Pick<Handlers, ArticleCalls> {
  const setRemoved = async (
    ids: readonly ArticleId[],
    removedAt: string | null,
  ): Promise<Record<string, never>> => {
    await store.change(async (transaction) => {
      // An unknown article refuses the whole call before anything is written.
      for (const id of ids) await transaction.files(id);
      for (const id of ids) {
        await transaction.article(id, (article) =>
          (article.removedAt === null) === (removedAt === null) ? article : { ...article, removedAt },
        );
      }
    });
    return {};
  };

  return {
    'articles.get': ({ id }) => store.view(id),
    'articles.update': ({ id, patch }) =>
      store.change(async (transaction) => {
        const { before, after } = await transaction.article(id, (article) => withFacts(article, patch));
        return { before, after };
      }),
    'articles.setStory': ({ id, story }) =>
      store.change(async (transaction) => {
        // Only an article that is there can be the first of a story.
        const first = story === null ? null : (await transaction.files(story)).article.value;
        const root = first === null ? null : (first.story ?? first.id);
        const { after } = await transaction.article(id, (article) => ({
          ...article,
          story: root === id ? null : root,
        }));
        return after;
      }),
    'articles.remove': ({ ids }) => setRemoved(ids, now().toISOString()),
    'articles.restore': ({ ids }) => setRemoved(ids, null),
  };
}
