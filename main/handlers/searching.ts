import type { ConcordanceRow, FoundArticle, SearchAnswer } from '#core/calls/searching';
import type { CallOutput, ParsedInput } from '#core/contract';
import { localDay } from '#core/day';
import { concordanceTable } from '#core/export/concordance-table';
import { slugOf } from '#core/export/file-name';
import { renderTable } from '#core/export/table';
import { TABLE_EXTENSIONS } from '#core/export/table-formats';
import type { Handlers } from '#core/gateway';
import { yearOf } from '#core/phrase-rows';
import { Refusal } from '#core/refusal';
import { wantedWords } from '#core/search/answer';
import { inOrder } from '#core/search/concordance';
import { writeExport } from '../exporting/write';
import { hitsIn } from '../search/hits';
import { LibrarySearch, type Found } from '../search/library-search';
import type { LibraryWords } from '../search/library-words';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type SearchCalls = `search.${'find' | 'concordance' | 'render' | 'save'}` | 'searches.set';
type Find = ParsedInput<'search.find'>;
type Concordance = ParsedInput<'search.concordance'>;

const NOTHING: Omit<SearchAnswer, 'indexed'> = {
  problem: null,
  articles: [],
  total: 0,
  facets: {
    ...{ fields: [], years: [], sources: [], tags: [], kinds: [] },
    ...{ bodies: [], reading: [], kept: [], collections: [] },
  },
  otherWays: [],
  withAnyMarks: 0,
};

/** A concordance of more articles takes longer than anybody waits. */
const MOST_ARTICLES = 5_000;

export function searchHandlers(context: Context, words: LibraryWords): Pick<Handlers, SearchCalls> {
  const { store, desktop } = context;
  const search = new LibrarySearch({ ...context, words });
  const desk = new SearchDesk(context, words, search);
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

/** Reads the articles that a query found, and shows the places in them. */
class SearchDesk {
  constructor(
    readonly context: Context,
    readonly words: LibraryWords,
    readonly search: LibrarySearch,
  ) {}

  async find({ complete, ...request }: Find): Promise<SearchAnswer> {
    const { search } = this;
    if (complete) await search.complete(request.query);
    const outcome = await search.find(request);
    if (outcome.is === 'problem')
      return { ...NOTHING, problem: outcome.problem, indexed: search.indexed(null) };
    if (outcome.is === 'nothing') return { ...NOTHING, indexed: search.indexed(null) };
    const { found } = outcome;
    const { articles, total } = await this.#page(found, request);
    return {
      problem: null,
      articles,
      total,
      facets: search.facets(found),
      otherWays: [...new Set(wantedWords(found.query).flatMap(({ otherWays }) => otherWays))],
      withAnyMarks: total > 0 ? 0 : await search.withAnyMarks(request),
      indexed: search.indexed(found.query),
    };
  }

  async concordance({ limit, notes, ...request }: Concordance): Promise<CallOutput<'search.concordance'>> {
    const { search } = this;
    const none = { problem: null, rows: [], total: 0, left: 0, years: [] };
    const outcome = await search.find(request);
    if (outcome.is === 'problem') return { ...none, problem: outcome.problem, indexed: search.indexed(null) };
    if (outcome.is === 'nothing') return { ...none, indexed: search.indexed(null) };
    const found: Found = { ...outcome.found, fields: notes ? ['note', 'text'] : ['text'] };
    const { hits } = found;
    if (hits === null) return { ...none, indexed: search.indexed(found.query) };
    const numbers = (await search.ordered(found, request, 'oldest')).filter(
      (number) => hits.text.has(number) || (notes && hits.note.has(number)),
    );
    const newest = numbers.slice(-MOST_ARTICLES);
    const rows = await inBatches(newest, async (number): Promise<ConcordanceRow[]> => {
      const article = await this.#read(found, number, Infinity);
      return article === null ? [] : article.hits.map((hit) => ({ articleId: article.articleId, hit }));
    });
    const ordered = inOrder(rows.flat(), request.order);
    return {
      problem: null,
      rows: ordered.slice(0, limit),
      total: ordered.length,
      left: numbers.length - newest.length,
      years: yearsOf(ordered, this.context.store),
      indexed: search.indexed(found.query),
    };
  }

  /** Articles that do not fit although the index says so are taken out of what was found, and indexed again. */
  async #page(
    found: Found,
    request: Omit<Find, 'complete'>,
  ): Promise<{ articles: FoundArticle[]; total: number }> {
    const { order, offset, limit, hits } = request;
    const numbers = await this.search.ordered(found, request, order);
    const articles: FoundArticle[] = [];
    let next = offset;
    let gone = 0;
    while (articles.length < limit && next < numbers.length) {
      const taken = numbers.slice(next, next + limit - articles.length);
      next += taken.length;
      const read = await inBatches(taken, (number) => this.#read(found, number, hits));
      for (const [index, article] of read.entries()) {
        if (article !== null) articles.push(article);
        else {
          gone += 1;
          found.narrowed.remove(taken[index] ?? 0);
          found.all.remove(taken[index] ?? 0);
        }
      }
    }
    return { articles, total: numbers.length - gone };
  }

  async #read(found: Found, number: number, hits: number): Promise<FoundArticle | null> {
    const id = found.facts.ids[number] ?? '';
    const view = await viewOrNull(this.context.store, id);
    const article = view === null ? null : hitsIn(view, number, found, hits);
    if (article === null) this.words.again(id);
    return article;
  }
}

/** How many rows are of articles of each year, those without one last. */
function yearsOf(
  rows: readonly ConcordanceRow[],
  { catalogue }: Context['store'],
): { value: number | null; count: number }[] {
  const counts = new Map<number | null, number>();
  for (const { articleId } of rows) {
    const summary = catalogue.get(articleId)?.summary;
    const year = summary === undefined ? null : yearOf(summary);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => (a.value ?? Infinity) - (b.value ?? Infinity),
  );
}

async function rendered(
  { store, language, now }: Context,
  desk: SearchDesk,
  { format, ...request }: ParsedInput<'search.render'>,
): Promise<{ text: string; fileName: string }> {
  await desk.search.complete(request.query);
  const { rows, left, problem } = await desk.concordance({ ...request, limit: Infinity });
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
