import type { ArticleId } from '#core/article';
import type { BodyRow } from '#core/body';
import type { SearchAnswer, SearchProblem, SearchQuery } from '#core/calls/searching';
import type { z } from 'zod';
import { allWords, articlesOf, atLeast, wantedWords, type WordsNode } from '#core/search/answer';
import { Bits } from '#core/search/index/bits';
import { FIELDS, type Field } from '#core/search/index/layout';
import type { Phrase } from '#core/search/phrase';
import { parseQuery, type Filter, type QueryNode } from '#core/search/query';
import type { Findings } from '../recognising/findings';
import type { Lists } from '../recognising/lists';
import type { LibraryStore } from '../store/store';
import { ArticleFacts } from './article-facts';
import { ArticleOrders, type ArticleOrder } from './article-orders';
import { CaseCheck } from './case-check';
import { citedDocument, type CitedDocument } from './cited';
import { facetsOf, narrowed, tickedIn, type NamedBody } from './facets';
import { articlesWith } from './filters';
import type { ByField, Found, Proposed } from './found';
import type { FoundArticles, LibraryWords } from './library-words';
import type { Readings } from './readings';

export type Asked = z.output<typeof SearchQuery>;

interface SearchParts {
  store: LibraryStore;
  words: LibraryWords;
  findings: Findings;
  lists: Lists;
  readings: Readings;
}

type Outcome = { is: 'problem'; problem: SearchProblem } | { is: 'nothing' } | { is: 'found'; found: Found };

/** Answers queries about the whole library from the index of its words and from the catalogue. Articles are read for capitals only. */
export class LibrarySearch {
  readonly #parts: SearchParts;
  readonly #cased: CaseCheck;
  readonly #changed = new Set<ArticleId>();
  #looksThrough = false;
  #named: {
    rows: readonly BodyRow[];
    size: number;
    facts: ArticleFacts;
    bodies: readonly NamedBody[];
  } | null = null;
  #known: { facts: ArticleFacts; orders: ArticleOrders } | null = null;

  constructor(parts: SearchParts) {
    this.#parts = parts;
    this.#cased = new CaseCheck(parts.readings);
    parts.store.onChange(({ upserts, removals }) => {
      if (this.#known === null) return;
      for (const id of removals) this.#changed.add(id);
      for (const { id } of upserts) this.#changed.add(id);
    });
  }

  /** Throws the signal's reason when nobody waits any more. */
  async find(asked: Asked, signal: AbortSignal): Promise<Outcome> {
    const parsed = parseQuery(asked.query, asked);
    if (!parsed.ok) return { is: 'problem', problem: parsed.problem };
    const { query } = parsed;
    if (query === null) return { is: 'nothing' };
    return { is: 'found', found: await this.#answer(query, asked, signal) };
  }

  /** How many articles have the words of a query that finds nothing, with any marks. */
  async withAnyMarks(asked: Asked, signal: AbortSignal): Promise<number> {
    if (asked.marks === 'loose') return 0;
    const outcome = await this.find({ ...asked, marks: 'loose' }, signal);
    return outcome.is === 'found' ? outcome.found.narrowed.count() : 0;
  }

  /** How far the library can be searched; for a question about documents or bodies also how far these are known. */
  indexed(query: QueryNode | null, { bodies }: Pick<Asked['narrowing'], 'bodies'>): SearchAnswer['indexed'] {
    const { words, findings } = this.#parts;
    const progress = words.progress();
    const asksForFindings = bodies.length > 0 || (query !== null && asksForDocuments(query));
    if (!asksForFindings || findings.isSettled) return progress;
    return { ...progress, done: Math.min(progress.done, findings.progress().done) };
  }

  /** Settles when all that a question is about can be found. */
  async complete({ query, narrowing }: Pick<Asked, 'query' | 'narrowing'>): Promise<void> {
    await this.#parts.words.complete();
    const parsed = parseQuery(query, { marks: 'auto', isTyping: false });
    const isAboutDocuments = parsed.ok && parsed.query !== null && asksForDocuments(parsed.query);
    if (isAboutDocuments || narrowing.bodies.length > 0) await this.#parts.findings.complete();
  }

  facets({ all, ticked, facts, hits }: Found): SearchAnswer['facets'] {
    return facetsOf(all, ticked, facts, hits, this.#bodies(facts, ticked.bodies !== undefined));
  }

  /**
   * The articles found, in order. `best`: those first in which the words stand just as they were typed (of a query without
   * marks), then those with a hit in the title, then those that cite the document that is asked for, then those with a hit in a
   * note, and the newest first. A number alone is a document's before it is anything else.
   */
  async ordered(
    found: Found,
    asked: Asked,
    order: ArticleOrder | 'best',
    signal: AbortSignal,
  ): Promise<number[]> {
    const { facts } = found;
    const orders = this.#known?.facts === facts ? this.#known.orders : new ArticleOrders(facts);
    const numbers = await orders.of(order === 'best' ? 'newest' : order);
    return order === 'best'
      ? byRank(numbers, found.narrowed, await this.#ranks(found, asked, signal))
      : numbers.filter((number) => found.narrowed.has(number));
  }

  /** How good an article is, by its number: the best have the least. */
  async #ranks(found: Found, asked: Asked, signal: AbortSignal): Promise<Uint8Array> {
    const { hits, facts, query } = found;
    const ranks = new Uint8Array(facts.size).fill(RANKS - 1);
    const rank = (articles: Bits | undefined, value: number): void =>
      articles?.each((number) => {
        ranks[number] = value;
      });
    const words = wantedWords(query);
    const citing = words.flatMap((node) => found.cited.get(node)?.articles ?? []);
    const isNumber = words.every(({ document }) => document?.slug === null && document.number !== null);
    // What counts more is written over what counts less.
    rank(hits?.note, 3);
    for (const articles of citing) rank(articles, 2);
    rank(hits?.title, 1);
    if (isNumber) for (const articles of citing) rank(articles, 0);
    const exact = await this.#exact(found, asked, signal);
    if (exact === null) return ranks;
    for (let number = 0; number < ranks.length; number += 1)
      if (!exact.has(number)) ranks[number] = (ranks[number] ?? 0) + RANKS;
    return ranks;
  }

  /** Of words that may carry any marks, the articles that have them as they were typed; null where that makes no difference. */
  async #exact({ query }: Found, asked: Asked, signal: AbortSignal): Promise<Bits | null> {
    if (asked.marks !== 'auto' || !wantedWords(query).some(isLoose)) return null;
    // A document has one name, however it is typed.
    if (wantedWords(query).some(({ document }) => document !== null)) return null;
    // Capitals make no article better.
    const parsed = parseQuery(asked.query, { ...asked, marks: 'strict', matchCase: false });
    if (!parsed.ok || parsed.query === null) return null;
    return (await this.#propose(parsed.query, false, signal)).all;
  }

  async #answer(query: QueryNode, asked: Asked, signal: AbortSignal): Promise<Found> {
    const proposed = await this.#propose(query, asked.matchCase, signal);
    const { facts } = proposed;
    const { all, hits } =
      asked.matchCase && proposed.hits !== null
        ? await this.#cased.of(this.#questionOf(asked), proposed, signal)
        : proposed;
    const { fields, bodies } = asked.narrowing;
    const ticked = tickedIn(asked.narrowing, facts, hits, bodies.length > 0 ? this.#bodies(facts, true) : []);
    return {
      ...proposed,
      ...{ all, hits, ticked },
      narrowed: narrowed(all, ticked),
      fields: fields.length === 0 ? FIELDS : fields,
    };
  }

  /** What was asked of the articles, and as they stand now. */
  #questionOf({ query, isTyping, marks, syllables, otherWays }: Asked): string {
    const { store, words } = this.#parts;
    return JSON.stringify([query, isTyping, marks, syllables, otherWays, store.revision, words.progress()]);
  }

  async #propose(query: QueryNode, isCased: boolean, signal: AbortSignal): Promise<Proposed> {
    const { words, lists } = this.#parts;
    const nodes = allWords(query);
    const found = await words.find(
      nodes.map(({ leaf }) => leaf),
      signal,
    );
    signal.throwIfAborted();
    if (asksForDocuments(query)) {
      this.#lookThrough();
      await lists.marked();
    }
    const facts = this.#facts(found);
    const { size } = facts;
    const placesOf = new Map(nodes.map((node, index) => [node, found.found[index]]));
    const cited = new Map<WordsNode, CitedDocument>();
    for (const node of nodes) {
      const document = node.document === null ? null : citedDocument(node.document, lists, facts);
      if (document !== null) cited.set(node, document);
    }
    const sets = new Map<Filter, Bits>();
    const filter = (wanted: Filter): Bits => {
      const set = sets.get(wanted) ?? articlesWith(wanted, facts, () => lists.register().rows);
      sets.set(wanted, set);
      return set;
    };
    const all = articlesOf(isCased ? atLeast(query) : query, {
      size,
      filter,
      words: (node) => {
        const any = new Bits(size);
        for (const field of node.fields) addSized(any, placesOf.get(node)?.[field]);
        addSized(any, cited.get(node)?.articles);
        return any;
      },
    });
    all.keepAll(facts.present());
    const hits = hitsOf(wantedWords(query), placesOf, size);
    if (hits !== null) for (const node of wantedWords(query)) addSized(hits.text, cited.get(node)?.articles);
    return { query, facts, all, hits, cited, filter };
  }

  /** The first question about documents or bodies begins to look through the library. */
  #lookThrough(): void {
    if (this.#looksThrough) return;
    this.#looksThrough = true;
    this.#parts.findings.progress();
  }

  /**
   * The bodies that articles name, made again only when they are others. While the articles are looked through these are
   * those before, unless they are asked for (`isNeeded`).
   */
  #bodies(facts: ArticleFacts, isNeeded: boolean): readonly NamedBody[] {
    const { findings, lists } = this.#parts;
    this.#lookThrough();
    if (!findings.isSettled && !isNeeded) return this.#named?.facts === facts ? this.#named.bodies : [];
    const rows = lists.bodies();
    const { size } = facts;
    if (this.#named?.rows !== rows || this.#named.size !== size || this.#named.facts !== facts) {
      const bodies = rows.map(({ name, articles }) => ({
        name,
        articles: Uint32Array.from(facts.numbersOf(articles)),
      }));
      this.#named = { rows, size, facts, bodies };
    }
    return this.#named.bodies;
  }

  #facts({ ids }: FoundArticles): ArticleFacts {
    if (this.#known?.facts.ids !== ids) {
      const fresh = new ArticleFacts(this.#parts.store, ids);
      this.#known = { facts: fresh, orders: new ArticleOrders(fresh) };
    }
    const { facts, orders } = this.#known;
    orders.changed(facts.update(this.#changed));
    this.#changed.clear();
    return facts;
  }
}

/** Kinds of places by which the best articles are told. */
const RANKS = 5;

/** Those of `numbers` that were found, of the least rank first; those of one rank stay in order. */
function byRank(numbers: readonly number[], found: Bits, ranks: Uint8Array): number[] {
  const rows: number[][] = Array.from({ length: RANKS * 2 }, () => []);
  for (const number of numbers) if (found.has(number)) rows[ranks[number] ?? 0]?.push(number);
  return rows.flat();
}

function hitsOf(
  wanted: readonly WordsNode[],
  placesOf: ReadonlyMap<WordsNode, ByField | undefined>,
  size: number,
): ByField | null {
  if (wanted.length === 0) return null;
  const ofField = (field: Field): Bits => {
    const any = new Bits(size);
    for (const node of wanted) if (node.fields.includes(field)) addSized(any, placesOf.get(node)?.[field]);
    return any;
  };
  return { title: ofField('title'), text: ofField('text'), note: ofField('note') };
}

/** Numbers beyond came after the question was asked. */
function addSized(set: Bits, other: Bits | undefined): void {
  if (other !== undefined)
    set.addAll(other.words.length === set.words.length ? other : other.sized(set.size));
}

function asksForDocuments(query: QueryNode): boolean {
  if (query.is === 'filter') return query.filter.by === 'document';
  if (query.is === 'without') return asksForDocuments(query.part);
  return query.is === 'words' ? query.document !== null : query.parts.some(asksForDocuments);
}

const mayCarryMarks = (phrase: Phrase): boolean =>
  phrase.some(({ strict, loose }) => strict === null && /\p{L}/u.test(loose));

const isLoose = ({ leaf }: WordsNode): boolean =>
  leaf.kind === 'words'
    ? leaf.phrases.some(mayCarryMarks)
    : [...leaf.left, ...leaf.right].some(mayCarryMarks);
