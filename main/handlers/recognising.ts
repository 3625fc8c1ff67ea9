import { makeTarget } from '#core/anchor';
import type { Dismissal } from '#core/annotation';
import { textOf } from '#core/article';
import type { ParsedInput } from '#core/contract';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import type { Span } from '#core/span';
import type { Context } from './context';

type RecogniseCalls =
  'recognise.article' | 'recognise.state' | 'suggestions.dismiss' | 'suggestions.bringBack';

const EVERYWHERE = { start: 0, end: Infinity };

export function recogniseHandlers({ store, findings, lists, now }: Context): Pick<Handlers, RecogniseCalls> {
  return {
    'recognise.article': async ({ id, within = EVERYWHERE }) => {
      const { article, found } = await findings.of(id);
      const { citations, tasks, dates } = found;
      const isAsked = ({ start }: Span) => start >= within.start && start < within.end;
      const documents = lists.documentsOf(article, citations);
      return {
        revision: article.revision,
        found: {
          citations: citations.filter(isAsked),
          tasks: tasks.filter(isAsked),
          dates: dates.filter(isAsked),
        },
        directives: citations.flatMap((citation, i) => (isAsked(citation) ? (documents[i] ?? []) : [])),
        dismissed: await store.dismissed(id),
      };
    },
    'recognise.state': () => Promise.resolve(findings.progress()),
    'suggestions.dismiss': (request) =>
      store.change(async (transaction) => {
        const { article, annotations } = await transaction.writable(request.articleId);
        if (article.value.revision !== request.revision) throw new Refusal('revision-changed');
        const dismissals = dismissalsOf(textOf(article.value), request.items, now().toISOString());
        const known = new Map(annotations.value.dismissed.map((one) => [nameOf(one), one]));
        const added = dismissals.filter((one) => !known.has(nameOf(one)));
        if (added.length > 0) {
          await transaction.annotations(request.articleId, (file) => ({
            ...file,
            dismissed: [...file.dismissed, ...added],
          }));
        }
        return dismissals.map((one) => known.get(nameOf(one)) ?? one);
      }),
    'suggestions.bringBack': ({ articleId, dismissals }) =>
      store.change(async (transaction) => {
        const { annotations } = await transaction.writable(articleId);
        const back = new Set(dismissals.map(nameOf));
        if (annotations.value.dismissed.some((one) => back.has(nameOf(one)))) {
          await transaction.annotations(articleId, (file) => ({
            ...file,
            dismissed: file.dismissed.filter((one) => !back.has(nameOf(one))),
          }));
        }
        return {};
      }),
  };
}

type Items = ParsedInput<'suggestions.dismiss'>['items'];

/** Throws `span-outside`. One that is named twice is dismissed once. */
function dismissalsOf(text: string, items: Items, dismissedAt: string): Dismissal[] {
  const dismissals = items.map(({ kind, span }): Dismissal => {
    if (span.end > text.length) throw new Refusal('span-outside');
    return { kind, quote: makeTarget(text, span).quote, at: span.start, dismissedAt };
  });
  return [...new Map(dismissals.map((one) => [nameOf(one), one])).values()];
}

/** What tells a dismissal from others. */
const nameOf = ({ kind, quote, at }: Dismissal): string =>
  JSON.stringify([kind, at, quote.exact, quote.prefix, quote.suffix]);
