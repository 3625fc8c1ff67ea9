import type { ArticleId } from '#core/article';
import type { Handlers } from '#core/gateway';
import type { LibraryFile } from '#core/library';
import { Refusal } from '#core/refusal';
import { shelved, type Shelving } from '#core/shelving';
import type { Context } from './context';

type ShelvingCalls = 'shelving.update' | 'shelving.put' | 'collections.set' | 'articles.purge';

/** So many articles are written in one turn of the store's queue: a note that is saved meanwhile waits no longer. */
const IN_ONE_TURN = 50;

/** The library without what joins these articles to others; the same when nothing does. */
function withoutArticles(library: LibraryFile, gone: ReadonlySet<ArticleId>): LibraryFile {
  const links = library.links.filter(({ from, to }) => !gone.has(from.articleId) && !gone.has(to.articleId));
  const pins = library.pins.filter(
    ({ left, right }) => !gone.has(left.articleId) && !gone.has(right.articleId),
  );
  const isSame = links.length === library.links.length && pins.length === library.pins.length;
  return isSame ? library : { ...library, links, pins };
}

interface Kept {
  id: ArticleId;
  shelving: Shelving;
}

export function shelvingHandlers({ store, now }: Context): Pick<Handlers, ShelvingCalls> {
  /** Writes those that change; what was written counts even when a later one is refused. */
  const change = async (
    ids: readonly ArticleId[],
    shelvingOf: (id: ArticleId, before: Shelving) => Shelving,
  ): Promise<{ before: Kept[] }> => {
    const unknown = ids.find((id) => store.catalogue.get(id) === undefined);
    if (unknown !== undefined) throw new Refusal('article-not-found', { id: unknown });
    const before: Kept[] = [];
    for (let from = 0; from < ids.length; from += IN_ONE_TURN) {
      await store.change(async (transaction) => {
        for (const id of ids.slice(from, from + IN_ONE_TURN)) {
          const known = (await transaction.files(id)).article.value.shelving;
          const shelving = shelvingOf(id, known);
          if (shelving === known) continue;
          await transaction.article(id, (article) => ({ ...article, shelving }));
          before.push({ id, shelving: known });
        }
      });
    }
    return { before };
  };

  return {
    'shelving.update': ({ ids, patch }) => {
      const at = now().toISOString();
      return change(ids, (_, before) => shelved(before, patch, at));
    },
    'shelving.put': ({ items }) => {
      const wanted = new Map(items.map(({ id, shelving }) => [id, shelving]));
      return change([...wanted.keys()], (id, before) => wanted.get(id) ?? before);
    },
    'collections.set': ({ collections }) =>
      store.change(async (transaction) => {
        const before = store.library.collections;
        await transaction.library((library) => ({ ...library, collections }));
        return { before };
      }),
    'articles.purge': async ({ ids }) => {
      const kept = ids.find((id) => store.catalogue.summary(id)?.removedAt === null);
      if (kept !== undefined) throw new Refusal('not-in-trash', { id: kept });
      for (let from = 0; from < ids.length; from += IN_ONE_TURN) {
        await store.change(async (transaction) => {
          const gone = new Set(ids.slice(from, from + IN_ONE_TURN));
          for (const id of gone) await transaction.purge(id);
          await transaction.library((library) => withoutArticles(library, gone));
        });
      }
      return {};
    },
  };
}
