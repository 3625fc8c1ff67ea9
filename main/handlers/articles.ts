import type { Article, ArticleFactsPatch, ArticleId } from '#core/article';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Context } from './context';

type ArticleCalls = 'articles.get' | 'articles.update' | 'articles.remove' | 'articles.restore';

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
    'articles.remove': ({ ids }) => setRemoved(ids, now().toISOString()),
    'articles.restore': ({ ids }) => setRemoved(ids, null),
  };
}

/** The article with corrected facts. A date that a person gives is confirmed by that. */
function withFacts(article: Article, patch: ArticleFactsPatch): Article {
  const { publishedOn } = patch;
  const dateChanged = publishedOn !== undefined && publishedOn !== article.publishedOn;
  const confidence = publishedOn === null ? ('none' as const) : ('confirmed' as const);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const changed: Article = { ...article, ...(dateChanged && { dateConfidence: confidence }), ...given };
  const title = changed.title.normalize('NFC').trim();
  if (title === '') throw new Refusal('bad-input', { detail: 'title' });
  return { ...changed, title };
}
