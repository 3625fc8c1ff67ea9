import { textOf, type ArticleId } from '#core/article';
import type { ParsedInput } from '#core/contract';
import { emptyEntry, type DirectiveMention } from '#core/directive';
import type { Handlers } from '#core/gateway';
import { refuseCircles, saysNothing } from '#core/register/entries';
import type { Mention } from '#core/register';
import { wordsAround } from '#core/words-around';
import type { Context } from './context';
import { withReplaced } from './lists';
import { inBatches, viewOrNull } from './views';

type RegisterCalls =
  'directives.list' | 'directives.mentions' | 'directives.put' | 'bodies.list' | 'bodies.set';

export function registerHandlers(context: Context): Pick<Handlers, RegisterCalls> {
  const { store, findings, lists } = context;
  return {
    'directives.list': async ({ complete }) => {
      if (complete) await findings.complete();
      await lists.marked();
      const progress = findings.progress();
      return { rows: lists.register().rows, ...progress };
    },
    'directives.mentions': (request) => mentions(context, request),
    'directives.put': ({ entries }) =>
      store.change(async (transaction) => {
        const known = new Map(store.library.directives.map((entry) => [entry.id, entry]));
        await transaction.library((library) => {
          const directives = withReplaced(library.directives, entries).filter((entry) => !saysNothing(entry));
          refuseCircles(directives);
          return { ...library, directives };
        });
        return entries.map(({ id }) => known.get(id) ?? emptyEntry(id));
      }),
    'bodies.list': () => {
      const progress = findings.progress();
      return Promise.resolve({ rows: lists.bodies(), ...progress });
    },
    'bodies.set': ({ entries }) =>
      store.change(async (transaction) => {
        const before = store.library.bodies;
        await transaction.library((library) => ({ ...library, bodies: entries }));
        return before;
      }),
  };
}

async function mentions(
  { store, lists }: Context,
  { ids, articleIds, context: withWords }: ParsedInput<'directives.mentions'>,
): Promise<DirectiveMention[]> {
  await lists.marked();
  const { belongings } = lists.register();
  const wanted = ids === undefined ? null : new Set(ids);
  const places = articleIds === undefined ? null : new Set<ArticleId>(articleIds);
  const articles = lists.citing().flatMap((looked) => {
    if (places !== null && !places.has(looked.id)) return [];
    const owners = belongings(looked);
    const own = looked.mentions.flatMap((mention, index) => {
      const directive = owners[index]?.id;
      if (directive === undefined || (wanted !== null && !wanted.has(directive))) return [];
      return [{ directive, articleId: looked.id, mention }];
    });
    return own.length === 0 ? [] : [{ id: looked.id, own }];
  });
  if (!withWords) return articles.flatMap(({ own }) => own.map((one) => shown(one, null)));
  const all = await inBatches(articles, async ({ id, own }) => {
    const view = await viewOrNull(store, id);
    if (view === null) return [];
    const { dek } = view.article;
    const text = textOf(view.article);
    const head = dek === null ? '' : `${dek}\n`;
    const whole = head + text;
    // An article that was revised a moment ago is looked through again soon.
    return own
      .filter(
        ({ mention: { start, end, text: words } }) =>
          whole.slice(start + head.length, end + head.length) === words,
      )
      .map((one) => shown(one, whole, head.length));
  });
  return all.flat();
}

interface Owned {
  directive: string;
  articleId: ArticleId;
  mention: Mention;
}

/** With the words of its paragraph around it; without a text, without them. `offset`: length of what stands before the article's text. */
function shown({ directive, articleId, mention }: Owned, text: string | null, offset = 0): DirectiveMention {
  const { start, end, block, confidence } = mention;
  const line = text ?? '';
  const [from, to] = [start + offset, end + offset];
  const { before, after } = wordsAround(line, { start: from, end: to });
  return { directive, articleId, start, end, block, before, text: mention.text, after, confidence };
}
