import { compareArticles } from '#core/comparison';
import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { comparisonTable } from '#core/export/comparison';
import { comparisonFileName, renderComparison } from '#core/export/comparison-file';
import type { Handlers } from '#core/gateway';
import { writeExport } from '../exporting/write';
import type { Context } from './context';

type CompareCalls = 'compare.articles' | 'compare.render' | 'compare.save';
type Request = ParsedInput<'compare.render'>;

export function compareHandlers(context: Context): Pick<Handlers, CompareCalls> {
  const { store, desktop } = context;
  return {
    'compare.articles': async ({ left, right }) => {
      const [one, other] = [await store.view(left), await store.view(right)];
      return compareArticles(one.article, other.article, store.library.pins);
    },
    'compare.render': (request) => render(context, request),
    'compare.save': async (request) => {
      const { text, fileName } = await render(context, request);
      const path = await desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
  };
}

async function render(
  { store, now, language }: Context,
  { articleIds, format }: Request,
): Promise<{ text: string; fileName: string }> {
  const views = await Promise.all(articleIds.map((id) => store.view(id)));
  const articles = views.map(({ article }) => article);
  const table = comparisonTable(articles, store.library.pins, localDay(now()));
  return { text: renderComparison(table, format, language()), fileName: comparisonFileName(table, format) };
}
