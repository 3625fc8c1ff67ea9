import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { concordanceTable } from '#core/export/concordance-table';
import { slugOf } from '#core/export/file-name';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { renderedTable, saveTable, type NamedTable } from '../exporting/table-file';
import { SearchDesk } from '../search/desk';
import type { LibraryWords } from '../search/library-words';
import type { Context } from './context';

type SearchCalls = `search.${'find' | 'concordance' | 'render' | 'save'}` | 'searches.set';

export function searchHandlers(context: Context, words: LibraryWords): Pick<Handlers, SearchCalls> {
  const { store } = context;
  const desk = new SearchDesk({ ...context, words });
  return {
    'search.find': (request) => desk.find(request),
    'search.concordance': (request) => desk.concordance(request),
    'search.render': async (request) =>
      renderedTable(await contextsTable(context, desk, request), request.format, context),
    'search.save': async (request) =>
      saveTable(await contextsTable(context, desk, request), request.format, context),
    'searches.set': ({ searches }) =>
      store.change(async (transaction) => {
        const before = store.library.searches;
        await transaction.library((library) => ({ ...library, searches }));
        return before;
      }),
  };
}

async function contextsTable(
  { store, language, now }: Context,
  desk: SearchDesk,
  { format: _, ...request }: ParsedInput<'search.save'>,
): Promise<NamedTable> {
  await desk.complete(request);
  const { rows, left, problem } = await desk.concordance({ ...request, asker: null, limit: Infinity });
  if (problem !== null) throw new Refusal('bad-input', { detail: problem.code });
  if (rows.length === 0) throw new Refusal('export-empty');
  const exportedOn = localDay(now());
  const articles = new Map(store.catalogue.summaries().map((article) => [article.id, article]));
  const table = concordanceTable({ query: request.query, rows, left, articles, exportedOn }, language());
  return { table, name: `tim-kiem-${slugOf(request.query)}` };
}
