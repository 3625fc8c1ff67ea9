import type { ConcordanceRow, FoundArticle, SearchAnswer } from '#core/calls/searching';
import type { CallOutput, ParsedInput } from '#core/contract';
import { yearOf } from '#core/phrase-rows';
import { wantedWords } from '#core/search/answer';
import { inOrder } from '#core/search/concordance';
import type { Findings } from '../recognising/findings';
import type { Lists } from '../recognising/lists';
import type { LibraryStore } from '../store/store';
import { Askers } from './askers';
import { hitsIn } from './hits';
import type { Found } from './found';
import { LibrarySearch } from './library-search';
import type { LibraryWords } from './library-words';
import { Readings } from './readings';

type Find = ParsedInput<'search.find'>;
type Concordance = ParsedInput<'search.concordance'>;
type Contexts = CallOutput<'search.concordance'>;

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
/** Articles that are looked through in one turn: some milliseconds. */
const AT_ONCE = 16;

interface DeskParts {
  store: LibraryStore;
  words: LibraryWords;
  findings: Findings;
  lists: Lists;
}

/** Every place of the last question's words: another order of them is only a matter of sorting. */
interface KnownRows {
  question: string;
  rows: readonly ConcordanceRow[];
  left: number;
}

/** Answers questions about the library: what the index proposes, as the articles themselves have it. */
export class SearchDesk {
  readonly #parts: DeskParts;
  readonly #search: LibrarySearch;
  readonly #readings: Readings;
  readonly #askers = new Askers();
  #rows: KnownRows | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#readings = new Readings(parts.store);
    this.#search = new LibrarySearch({ ...parts, readings: this.#readings });
  }

  /** Settles when all that a question is about can be found. */
  complete(question: Pick<Find, 'query' | 'narrowing'>): Promise<void> {
    return this.#search.complete(question);
  }

  /** Throws `search-overtaken` when the asker asks something else meanwhile. */
  find({ complete, asker, ...request }: Find): Promise<SearchAnswer> {
    return this.#askers.run(asker, async (signal) => {
      if (complete) await this.complete(request);
      return this.#find(request, signal);
    });
  }

  /** Throws like `find`. */
  concordance({ asker, ...request }: Concordance): Promise<Contexts> {
    return this.#askers.run(asker, (signal) => this.#concordance(request, signal));
  }

  async #find(request: Omit<Find, 'complete' | 'asker'>, signal: AbortSignal): Promise<SearchAnswer> {
    const search = this.#search;
    const outcome = await search.find(request, signal);
    if (outcome.is === 'problem')
      return { ...NOTHING, problem: outcome.problem, indexed: search.indexed(null, request.narrowing) };
    if (outcome.is === 'nothing') return { ...NOTHING, indexed: search.indexed(null, request.narrowing) };
    const { found } = outcome;
    const { articles, total } = await this.#page(found, request, signal);
    return {
      problem: null,
      articles,
      total,
      facets: search.facets(found),
      otherWays: [...new Set(wantedWords(found.query).flatMap(({ otherWays }) => otherWays))],
      withAnyMarks: total > 0 ? 0 : await search.withAnyMarks(request, signal),
      indexed: search.indexed(found.query, request.narrowing),
    };
  }

  async #concordance(
    { limit, order, notes, ...request }: Omit<Concordance, 'asker'>,
    signal: AbortSignal,
  ): Promise<Contexts> {
    const search = this.#search;
    const none = { problem: null, rows: [], total: 0, left: 0, years: [] };
    const outcome = await search.find(request, signal);
    if (outcome.is === 'problem')
      return { ...none, problem: outcome.problem, indexed: search.indexed(null, request.narrowing) };
    if (outcome.is === 'nothing') return { ...none, indexed: search.indexed(null, request.narrowing) };
    const found: Found = { ...outcome.found, fields: notes ? ['note', 'text'] : ['text'] };
    const indexed = search.indexed(found.query, request.narrowing);
    if (found.hits === null) return { ...none, indexed };
    const { store, findings } = this.#parts;
    const cites = found.cited.size > 0 ? findings.version : null;
    const question = JSON.stringify([request, notes, store.revision, indexed, cites]);
    if (this.#rows?.question !== question) {
      this.#rows = null;
      this.#rows = { question, ...(await this.#allRows(found, request, signal)) };
    }
    const { rows, left } = this.#rows;
    const ordered = inOrder(rows, order);
    return {
      ...{ problem: null, rows: ordered.slice(0, limit), total: rows.length, left, indexed },
      years: yearsOf(rows, this.#parts.store),
    };
  }

  /** By the dates of the articles, the oldest first. */
  async #allRows(
    found: Found,
    request: Parameters<LibrarySearch['ordered']>[1],
    signal: AbortSignal,
  ): Promise<Omit<KnownRows, 'question'>> {
    const { hits, fields } = found;
    const ordered = await this.#search.ordered(found, request, 'oldest', signal);
    const numbers = ordered.filter((number) => fields.some((field) => hits?.[field].has(number) === true));
    const newest = numbers.slice(-MOST_ARTICLES);
    const rows: ConcordanceRow[] = [];
    for (let from = 0; from < newest.length; from += AT_ONCE) {
      signal.throwIfAborted();
      const read = await this.#readAll(found, newest.slice(from, from + AT_ONCE), Infinity, true);
      for (const article of read)
        for (const hit of article?.hits ?? []) rows.push({ articleId: article?.articleId ?? '', hit });
    }
    return { rows, left: numbers.length - newest.length };
  }

  /** Articles that do not fit although the index says so are taken out of what was found, and indexed again. */
  async #page(
    found: Found,
    request: Omit<Find, 'complete' | 'asker'>,
    signal: AbortSignal,
  ): Promise<{ articles: FoundArticle[]; total: number }> {
    const { order, offset, limit, hits } = request;
    const numbers = await this.#search.ordered(found, request, order, signal);
    const articles: FoundArticle[] = [];
    let next = offset;
    let gone = 0;
    while (articles.length < limit && next < numbers.length) {
      signal.throwIfAborted();
      const taken = numbers.slice(next, next + Math.min(AT_ONCE, limit - articles.length));
      next += taken.length;
      const read = await this.#readAll(found, taken, hits, false);
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

  #readAll(
    found: Found,
    numbers: readonly number[],
    hits: number,
    isOnce: boolean,
  ): Promise<(FoundArticle | null)[]> {
    return Promise.all(
      numbers.map(async (number) => {
        const { ids, noted } = found.facts;
        const id = ids[number] ?? '';
        const reading = await this.#readings.of(id, noted.has(number), isOnce);
        const article = reading === null ? null : hitsIn(reading, number, found, hits);
        if (article === null) this.#parts.words.again(id);
        return article;
      }),
    );
  }
}

/** How many rows are of articles of each year, those without one last. */
function yearsOf(
  rows: readonly ConcordanceRow[],
  { catalogue }: LibraryStore,
): { value: number | null; count: number }[] {
  const perArticle = new Map<string, number>();
  for (const { articleId } of rows) perArticle.set(articleId, (perArticle.get(articleId) ?? 0) + 1);
  const counts = new Map<number | null, number>();
  for (const [id, count] of perArticle) {
    const summary = catalogue.get(id)?.summary;
    const year = summary === undefined ? null : yearOf(summary);
    counts.set(year, (counts.get(year) ?? 0) + count);
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).sort(
    (a, b) => (a.value ?? Infinity) - (b.value ?? Infinity),
  );
}
