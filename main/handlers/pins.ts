import { makeTarget } from '#core/anchor';
import { blockStarts, textOf, type Article, type ArticleId } from '#core/article';
import type { ParsedInput } from '#core/contract';
import type { Handlers } from '#core/gateway';
import { pinnedBlock, type Pin, type PinEnd } from '#core/pin';
import { Refusal } from '#core/refusal';
import type { Transaction } from '../store/transaction';
import type { Context } from './context';
import { takenOut, withReplaced } from './lists';

type PinCalls = 'pins.add' | 'pins.put' | 'pins.remove';
type BlockRef = ParsedInput<'pins.add'>['left'];

export function pinHandlers({ store, now, newId }: Context): Pick<Handlers, PinCalls> {
  return {
    'pins.add': ({ left, right, together }) =>
      store.change(async (transaction) => {
        refuseOneArticle(left, right);
        const articles = await articlesOf(transaction, [left.articleId, right.articleId]);
        const pin: Pin = {
          id: newId(),
          left: endAt(left, articles),
          right: endAt(right, articles),
          together,
          createdAt: now().toISOString(),
        };
        const isReplaced = contradictedBy(pin, articles);
        const replaced = store.library.pins.filter(isReplaced);
        await transaction.library((library) => ({
          ...library,
          pins: [...library.pins.filter((other) => !isReplaced(other)), pin],
        }));
        return { pin, replaced };
      }),
    'pins.put': ({ pins }) =>
      store.change(async (transaction) => {
        for (const { left, right } of pins) {
          refuseOneArticle(left, right);
          await articlesOf(transaction, [left.articleId, right.articleId]);
        }
        await transaction.library((library) => ({ ...library, pins: withReplaced(library.pins, pins) }));
        return {};
      }),
    'pins.remove': ({ ids }) =>
      store.change(async (transaction) => {
        const { taken } = takenOut(store.library.pins, ids, 'pin-not-found');
        await transaction.library((library) => ({
          ...library,
          pins: takenOut(library.pins, ids, 'pin-not-found').left,
        }));
        return taken;
      }),
  };
}

type Articles = ReadonlyMap<ArticleId, Article>;

/** Throws `article-not-found`. */
async function articlesOf(transaction: Transaction, ids: readonly ArticleId[]): Promise<Articles> {
  const files = await Promise.all(ids.map((id) => transaction.files(id)));
  return new Map(files.map(({ article }) => [article.value.id, article.value]));
}

function refuseOneArticle(left: { articleId: ArticleId }, right: { articleId: ArticleId }): void {
  if (left.articleId === right.articleId) throw new Refusal('pin-same-article');
}

function endAt({ articleId, revision, block }: BlockRef, articles: Articles): PinEnd {
  const article = articles.get(articleId);
  if (article?.revision !== revision) throw new Refusal('revision-changed');
  const start = blockStarts(article.blocks)[block];
  const length = article.blocks[block]?.text.length;
  if (start === undefined || length === undefined) throw new Refusal('span-outside');
  return { articleId, revision, target: makeTarget(textOf(article), { start, end: start + length }) };
}

/**
 * Whether another pin of the same two articles cannot stand beside `pin`: one about the same two paragraphs, or one that
 * joins either of those that `pin` joins to a third.
 */
function contradictedBy(pin: Pin, articles: Articles): (other: Pin) => boolean {
  const blockIn = (of: Pin, articleId: ArticleId): number | null => {
    const article = articles.get(articleId);
    const end = [of.left, of.right].find((side) => side.articleId === articleId);
    return article === undefined || end === undefined ? null : pinnedBlock(end, article);
  };
  const ids = [pin.left.articleId, pin.right.articleId];
  const own = ids.map((id) => blockIn(pin, id));
  return (other) => {
    if (!ids.every((id) => [other.left.articleId, other.right.articleId].includes(id))) return false;
    const same = ids.map((id, index) => blockIn(other, id) === own[index]);
    return same.every(Boolean) || (pin.together && other.together && same.some(Boolean));
  };
}
