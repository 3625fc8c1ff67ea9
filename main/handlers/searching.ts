import type { ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { concordanceTable } from '#core/export/concordance-table';
import { slugOf } from '#core/export/file-name';
import { renderTable } from '#core/export/table';
import { TABLE_EXTENSIONS } from '#core/export/table-formats';
import type { Handlers } from '#core/gateway';
import { Refusal } from '#core/refusal';
import { writeExport } from '../exporting/write';
import { SearchDesk } from '../search/desk';
import type { LibraryWords } from '../search/library-words';
import type { Context } from './context';

type SearchCalls = `search.${'find' | 'concordance' | 'render' | 'save'}` | 'searches.set';

export function searchHandlers(context: Context, words: LibraryWords): Pick<Handlers, SearchCalls> {
  const { store, desktop } = context;
  const desk = new SearchDesk({ ...context, words });
  const render = (request: ParsedInput<'search.render'>) => rendered(context, desk, request);
  return {
    'search.find': (request) => desk.find(request),
    'search.concordance': (request) => desk.concordance(request),
    'search.render': render,
    'search.save': async (request) => {
      const { text, fileName } = await render(request);
      const path = await desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
    'searches.set': ({ searches }) =>
      store.change(async (transaction) => {
        const before = store.library.searches;
        await transaction.library((library) => ({ ...library, searches }));
        return before;
      }),
  };
}

async function rendered(
  { store, language, now }: Context,
  desk: SearchDesk,
  { format, ...request }: ParsedInput<'search.render'>,
): Promise<{ text: string; fileName: string }> {
  await desk.complete(request);
  const { rows, left, problem } = await desk.concordance({ ...request, asker: null, limit: Infinity });
  if (problem !== null) throw new Refusal('bad-input', { detail: problem.code });
  if (rows.length === 0) throw new Refusal('export-empty');
  const exportedOn = localDay(now());
  const articles = new Map(store.catalogue.summaries().map((article) => [article.id, article]));
  const table = concordanceTable({ query: request.query, rows, left, articles, exportedOn }, language());
  return {
    text: renderTable(table, format, language()),
    fileName: `tim-kiem-${slugOf(request.query)}.${TABLE_EXTENSIONS[format]}`,
  };
}
