import { blockAt, blockStarts, textOf, type Article, type ArticleId } from '#core/article';
import type { OfficeInTime, PhraseRow, WordsInPlace } from '#core/calls/phrases';
import type { CallOutput, ParsedInput } from '#core/contract';
import { phraseTable, placesTable } from '#core/export/phrases-csv';
import type { Handlers } from '#core/gateway';
import type { ArticleSummary } from '#core/library';
import {
  phraseBodies,
  phraseCounts,
  placeFits,
  yearOf,
  type PhraseCounts,
  type PlaceFacts,
  type PlaceFilter,
} from '#core/phrase-rows';
import { findBodies } from '#core/recognise/bodies';
import type { SetPhrase } from '#core/set-phrases';
import type { Span } from '#core/span';
import { bareText } from '#core/text/fold';
import { wordsAround } from '#core/words-around';
import { writeExport } from '../exporting/write';
import type { FoundPhrases, LibraryPhrases } from '../phrases/library-phrases';
import type { Context } from './context';
import { inBatches, viewOrNull } from './views';

type PhraseCalls = 'phrases.list' | 'phrases.places' | 'phrases.render' | 'phrases.save' | 'bodies.places';
type Search = ParsedInput<'phrases.list'>;

export function phraseHandlers(context: Context, phrases: LibraryPhrases): Pick<Handlers, PhraseCalls> {
  const render = (request: ParsedInput<'phrases.render'>) => rendered(context, phrases, request);
  return {
    'phrases.list': async (search) => {
      const found = await phrasesFor(context, phrases, search);
      const all = fitting(found, search);
      const rows = rowsOf(all.slice(0, search.limit), found, search);
      return { rows, total: all.length, ...choicesOf(found.articles) };
    },
    'phrases.places': async (request) =>
      phrasePlaces(context, await phrasesFor(context, phrases, request), request),
    'phrases.render': render,
    'phrases.save': async (request) => {
      const { text, fileName } = await render(request);
      const path = await context.desktop.chooseSavePath(fileName);
      if (path !== null) await writeExport(path, text);
      return { path };
    },
    'bodies.places': (request) => bodyPlaces(context, request),
  };
}

interface Phrases {
  phrases: FoundPhrases['phrases'];
  /** Those that the places name by index. */
  articles: readonly (ArticleSummary & PlaceFacts)[];
}

/** The phrases of the library, and what their articles are counted by; begins to look for the bodies that they name. */
async function phrasesFor(
  { findings }: Context,
  library: LibraryPhrases,
  search: { length: number; articles: number },
): Promise<Phrases> {
  const { phrases, articles } = await library.of({ syllables: search.length, articles: search.articles });
  findings.progress();
  const named = new Map(
    findings
      .all()
      .map(({ id, bodies }) => [id, bodies.flatMap(({ is, name }) => (is === 'body' ? name : []))]),
  );
  return {
    phrases,
    articles: articles.map((article) => ({ ...article, bodies: new Set(named.get(article.id)) })),
  };
}

interface Fitting {
  phrase: SetPhrase;
  counts: PhraseCounts;
}

/** The phrases that fit, those of the most articles first. */
function fitting({ phrases, articles }: Phrases, search: Omit<Search, 'limit'>): Fitting[] {
  const words = bareText(search.words).trim();
  return phrases
    .filter(({ text }) => words === '' || bareText(text).includes(words))
    .flatMap((phrase) => {
      const counts = phraseCounts(phrase, articles, search);
      return counts === null ? [] : { phrase, counts };
    })
    .sort(
      ({ counts: a }, { counts: b }) =>
        b.articles - a.articles || b.count - a.count || b.syllables - a.syllables,
    );
}

const rowsOf = (shown: readonly Fitting[], { articles }: Phrases, filter: PlaceFilter): PhraseRow[] =>
  shown.map(({ phrase, counts }) => ({ ...counts, bodies: phraseBodies(phrase, articles, filter) }));

/** Bodies that can be asked for. */
const MOST_BODIES = 200;

function choicesOf(
  articles: Phrases['articles'],
): Pick<CallOutput<'phrases.list'>, 'years' | 'sources' | 'bodies'> {
  const years = new Set(articles.flatMap((article) => yearOf(article) ?? []));
  const sources = new Set(articles.flatMap(({ source }) => source ?? []));
  const naming = new Map<string, number>();
  for (const { bodies } of articles) for (const name of bodies) naming.set(name, (naming.get(name) ?? 0) + 1);
  const byWords = (a: string, b: string) => a.localeCompare(b, 'vi');
  return {
    years: [...years].sort((a, b) => b - a),
    sources: [...sources].sort(byWords),
    bodies: [...naming]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_BODIES)
      .map(([name]) => name)
      .sort(byWords),
  };
}

async function phrasePlaces(
  context: Context,
  { phrases, articles }: Phrases,
  { key, limit, ...filter }: ParsedInput<'phrases.places'>,
): Promise<CallOutput<'phrases.places'>> {
  const places = phrases.find((phrase) => phrase.key === key)?.places ?? new Int32Array();
  const byArticle = new Map<ArticleId, Span[]>();
  let total = 0;
  for (let at = 0; at < places.length; at += 3) {
    const article = articles[places[at] ?? 0];
    if (article === undefined || !placeFits(article, filter)) continue;
    total += 1;
    const spans = byArticle.get(article.id) ?? [];
    if (total <= limit) spans.push({ start: places[at + 1] ?? 0, end: places[at + 2] ?? 0 });
    byArticle.set(article.id, spans);
  }
  const shown = [...byArticle].filter(([, spans]) => spans.length > 0);
  const rows = await inBatches(shown, async ([id, spans]) => {
    const view = await viewOrNull(context.store, id);
    return view === null ? [] : spans.map((span) => inPlace(view.article, span));
  });
  return { rows: rows.flat(), total };
}

function inPlace(article: Article, { start, end }: Span): WordsInPlace {
  const text = textOf(article);
  const block = blockAt(blockStarts(article.blocks), start);
  return {
    articleId: article.id,
    start,
    end,
    block,
    ...wordsAround(text, { start, end }),
    text: text.slice(start, end),
  };
}

async function rendered(
  context: Context,
  phrases: LibraryPhrases,
  { key, ...search }: ParsedInput<'phrases.render'>,
): Promise<{ text: string; fileName: string }> {
  await context.findings.complete();
  const found = await phrasesFor(context, phrases, search);
  const language = context.language();
  if (key === null) return phraseTable(rowsOf(fitting(found, search), found, search), language);
  const { rows } = await phrasePlaces(context, found, { ...search, key, limit: Infinity });
  const articles = new Map(found.articles.map((article) => [article.id, article]));
  return placesTable(
    found.phrases.find((phrase) => phrase.key === key)?.text ?? key,
    rows,
    articles,
    language,
  );
}

async function bodyPlaces(
  { store, findings }: Context,
  { name, limit }: ParsedInput<'bodies.places'>,
): Promise<CallOutput<'bodies.places'>> {
  const naming = new Set<ArticleId>();
  for (const { id, bodies } of findings.all()) if (bodies.some((body) => body.name === name)) naming.add(id);
  const articles = store.catalogue.summaries().filter(({ id }) => naming.has(id));
  articles.sort((a, b) => (a.publishedOn ?? '9999').localeCompare(b.publishedOn ?? '9999'));
  const offices = new Map<string, { years: Set<number>; count: number }>();
  const places = await inBatches(articles, async (summary) => {
    const view = await viewOrNull(store, summary.id);
    if (view === null) return [];
    const found = findBodies(textOf(view.article), store.library.bodies).filter((body) => body.name === name);
    for (const { role } of found) if (role !== null) addOffice(offices, role, yearOf(summary));
    return found.map((body) => inPlace(view.article, body));
  });
  const rows = places.flat();
  return { rows: rows.slice(0, limit), total: rows.length, offices: inTime(offices) };
}

function addOffice(
  offices: Map<string, { years: Set<number>; count: number }>,
  role: string,
  year: number | null,
): void {
  const known = offices.get(role) ?? { years: new Set(), count: 0 };
  offices.set(role, known);
  known.count += 1;
  if (year !== null) known.years.add(year);
}

/** The earliest first. */
function inTime(offices: ReadonlyMap<string, { years: Set<number>; count: number }>): OfficeInTime[] {
  return Array.from(offices, ([role, { years, count }]) => ({
    role,
    count,
    years: [...years].sort((a, b) => a - b),
  })).sort((a, b) => (a.years[0] ?? Infinity) - (b.years[0] ?? Infinity) || b.count - a.count);
}
