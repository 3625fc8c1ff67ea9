import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf } from '#core/article';
import { articlesOf, allWords } from '#core/search/answer';
import { Bits } from '#core/search/index/bits';
import type { IndexedArticle } from '#core/search/index/builder';
import { FIELDS } from '#core/search/index/layout';
import { LibraryIndex } from '#core/search/index/library-index';
import { parseQuery } from '#core/search/query';
import { KeptIndex } from '../../main/search/kept';
import { realFs } from '../../main/store/files';
import { random } from '../main/store/material';
import { generated } from './material';
import { bare, miniSearchTimes, SqliteReference } from './search-references';
import { wordFrom } from './vietnamese';
import { learnFollowers } from '../core/search/learn';

export const windowless = true;

type Print = (line: string) => void;

const SIZES = [1_000, 10_000];
const QUERIES = 200;
const ADDED = 100;
/** MiniSearch holds and parses everything as objects: beyond this it is not worth the wait. */
const MOST_FOR_MINISEARCH = 10_000;

/** One cost in one library: ours, what is wanted of it, and what others need for the same. */
interface Cost {
  name: string;
  ours: number;
  unit: 'ms' | '%' | 'MB';
  wanted?: number;
  others: { name: string; value: number }[];
}

interface Kind {
  name: string;
  wanted: number;
  make: (next: () => number) => { query: string; isTyping: boolean };
  /** The same for SQLite; in the table without marks when `isLoose`. */
  match: (query: string) => string;
  isLoose: boolean;
}

const syllable = (next: () => number): string => wordFrom(next).split(' ')[0] ?? '';
function phrase(next: () => number): string {
  for (;;) {
    const word = wordFrom(next);
    if (word.includes(' ')) return word;
  }
}
const quoted = (text: string): string => `"${text}"`;
const pair = (query: string, between: string): [string, string] => {
  const [left = '', right = ''] = query.split(between);
  return [quoted(left), quoted(right)];
};

const KINDS: readonly Kind[] = [
  {
    name: 'a word',
    wanted: 10,
    make: (next) => ({ query: syllable(next), isTyping: false }),
    match: quoted,
    isLoose: false,
  },
  {
    name: 'a beginning, without marks',
    wanted: 10,
    make: (next) => {
      const word = bare(syllable(next));
      return { query: word.slice(0, 1 + Math.floor(next() * word.length)), isTyping: true };
    },
    match: (query) => `${quoted(query)}*`,
    isLoose: true,
  },
  {
    name: 'a phrase',
    wanted: 50,
    make: (next) => ({ query: quoted(phrase(next)), isTyping: false }),
    match: (query) => query,
    isLoose: false,
  },
  {
    name: 'a phrase without marks',
    wanted: 50,
    make: (next) => ({ query: quoted(bare(phrase(next))), isTyping: false }),
    match: (query) => query,
    isLoose: true,
  },
  {
    name: 'a phrase being typed',
    wanted: 50,
    make: (next) => ({ query: bare(phrase(next)).slice(0, -1), isTyping: true }),
    match: (query) => `${quoted(query)}*`,
    isLoose: true,
  },
  {
    name: 'two words, AND',
    wanted: 10,
    make: (next) => ({ query: `${syllable(next)}; ${syllable(next)}`, isTyping: false }),
    match: (query) => pair(query, '; ').join(' AND '),
    isLoose: false,
  },
  {
    name: 'two words near',
    wanted: 50,
    make: (next) => ({ query: `${syllable(next)} NEAR/5 ${syllable(next)}`, isTyping: false }),
    match: (query) => `NEAR(${pair(query, ' NEAR/5 ').join(' ')}, 5)`,
    isLoose: false,
  },
];

function articleOf(seed: number): IndexedArticle {
  const { article, notes } = generated(seed);
  return {
    id: article.id,
    stamp: article.id,
    fields: {
      title: [article.title, article.dek ?? ''],
      text: [textOf(article)],
      note: notes.annotations.map(({ note }) => note),
    },
  };
}

const bytesOf = ({ fields }: IndexedArticle): number =>
  FIELDS.reduce((sum, field) => sum + Buffer.byteLength(fields[field].join('\n')), 0);

const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;

async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

/** How many articles fit, answered as the library's search answers it. */
function counted(index: LibraryIndex, { query, isTyping }: ReturnType<Kind['make']>): number {
  const parsed = parseQuery(query, { marks: 'auto', isTyping });
  if (!parsed.ok || parsed.query === null) return 0;
  const size = index.ids.length;
  const found = new Map(allWords(parsed.query).map((node) => [node, index.find(node.leaf)]));
  const words = (node: ReturnType<typeof allWords>[number]): Bits => {
    const any = new Bits(size);
    for (const set of Object.values(found.get(node) ?? {})) any.addAll(set);
    return any;
  };
  return articlesOf(parsed.query, { size, words, filter: () => new Bits(size) }).count();
}

function queryCosts(index: LibraryIndex, sqlite: SqliteReference): Cost[] {
  return KINDS.map(({ name, wanted, make, match, isLoose }) => {
    // Code that has never run is slow: other queries come before.
    const before = random(8);
    for (let round = 0; round < QUERIES; round += 1) {
      const made = make(before);
      counted(index, made);
      sqlite.count(match(made.query), isLoose);
    }
    const next = random(7);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < QUERIES; round += 1) {
      const made = make(next);
      const begun = performance.now();
      counted(index, made);
      ours.push(performance.now() - begun);
      theirs.push(sqlite.count(match(made.query), isLoose).ms);
    }
    return {
      ...{ name: `${name}, p95`, ours: p95(ours), unit: 'ms', wanted },
      others: [{ name: 'FTS5', value: p95(theirs) }],
    };
  });
}

/** The index written and read again. */
async function keptCosts(index: LibraryIndex, text: number): Promise<Cost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-index-'));
  const write = await timed(() => new KeptIndex(realFs, folder).write(index));
  const loads: number[] = [];
  const reads: number[] = [];
  let bytes = 0;
  for (let round = 0; round < 5; round += 1) {
    loads.push((await timed(() => new KeptIndex(realFs, folder).read())).ms);
    const read = await timed(async () => {
      const files = await readdir(folder);
      return (await Promise.all(files.map((name) => readFile(join(folder, name))))).map(
        ({ length }) => length,
      );
    });
    reads.push(read.ms);
    bytes = read.value.reduce((sum, length) => sum + length, 0);
  }
  rmSync(folder, { recursive: true });
  const median = (values: number[]): number => values.sort((a, b) => a - b)[2] ?? Number.NaN;
  return [
    { name: 'on disk', ours: bytes / 1e6, unit: 'MB', others: [{ name: 'text', value: text / 1e6 }] },
    { name: 'on disk, of the text', ours: (100 * bytes) / text, unit: '%', wanted: 30, others: [] },
    { name: 'write', ours: write.ms, unit: 'ms', others: [] },
    {
      ...{ name: 'load', ours: median(loads), unit: 'ms', wanted: 150 },
      others: [{ name: 'the same bytes read', value: median(reads) }],
    },
  ];
}

async function measured(size: number): Promise<{ costs: Cost[]; sqlite: SqliteReference }> {
  const articles = Array.from({ length: size }, (_, seed) => articleOf(seed + 1));
  const text = articles.reduce((sum, article) => sum + bytesOf(article), 0);
  const index = new LibraryIndex();
  const build = await timed(() => {
    index.add(articles);
    index.gather();
  });
  const costs = await keptCosts(index, text);
  const sqlite = new SqliteReference();
  const building: Cost = { name: 'build', ours: build.ms, unit: 'ms', others: [] };
  building.others.push({ name: 'FTS5', value: sqlite.build(articles) });
  const loading = costs.find(({ name }) => name === 'load');
  if (size <= MOST_FOR_MINISEARCH) {
    const mini = miniSearchTimes(articles);
    building.others.push({ name: 'MiniSearch', value: mini.build });
    loading?.others.push({ name: 'MiniSearch', value: mini.load });
  }
  articles.length = 0;
  const learning = await timed(() => {
    learnFollowers(index);
  });
  const followers: Cost = { name: 'what follows each word', ours: learning.ms, unit: 'ms', others: [] };
  const queries = queryCosts(index, sqlite);
  const added: number[] = [];
  const theirs: number[] = [];
  for (let more = 0; more < ADDED; more += 1) {
    const article = articleOf(size + more + 1);
    added.push((await timed(() => index.add([article]))).ms);
    theirs.push(sqlite.add(article));
  }
  const adding: Cost = {
    ...{ name: 'add an article, p95', ours: p95(added), unit: 'ms', wanted: 20 },
    others: [{ name: 'FTS5', value: p95(theirs) }],
  };
  return { costs: [building, ...costs, followers, adding, ...queries], sqlite };
}

const figure = (value: number): string =>
  (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)).padStart(8);

function printCosts(print: Print, size: number, costs: readonly Cost[]): void {
  print(`${String(size)} articles`);
  for (const { name, ours, unit, wanted, others } of costs) {
    const limit = wanted === undefined ? '' : `wanted < ${String(wanted)}`;
    const beside = others.map(
      (other) => `${other.name} ${figure(other.value).trim()} = × ${(other.value / ours).toFixed(1)}`,
    );
    print(`  ${name.padEnd(30)} ${figure(ours)} ${unit.padEnd(3)} ${limit.padEnd(13)} ${beside.join('   ')}`);
  }
}

/** Each cost by size, and how it grows for each time that the library does. */
function printGrowth(print: Print, sizes: readonly number[], tables: readonly (readonly Cost[])[]): void {
  const times = (sizes.at(-1) ?? 1) / (sizes[0] ?? 1);
  print(`how it grows: articles × ${times.toFixed(0)}`);
  print(`  ${''.padEnd(30)} ${sizes.map((size) => String(size).padStart(8)).join(' ')}`);
  for (const [row, { name, unit }] of (tables[0] ?? []).entries()) {
    const values = tables.map((costs) => costs[row]?.ours ?? Number.NaN);
    const growth = (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN);
    print(`  ${name.padEnd(30)} ${values.map(figure).join(' ')} ${unit.padEnd(3)} × ${growth.toFixed(1)}`);
  }
}

/** `npm run bench -- search-index [-- SIZE...]` */
export default async function run(print: Print, given: readonly string[]): Promise<void> {
  const sizes = given.length > 0 ? given.map(Number) : SIZES;
  const tables: Cost[][] = [];
  for (const size of sizes) {
    const { costs, sqlite } = await measured(size);
    if (tables.length === 0) {
      print(`FTS5: ${sqlite.name}`);
      if (!sqlite.isNative)
        print(
          'better-sqlite3 is not installed: npm install --no-save better-sqlite3 (needs a compiler on some machines)',
        );
      print('× N: so many times what we take');
    }
    printCosts(print, size, costs);
    tables.push(costs);
  }
  if (sizes.length > 1) printGrowth(print, sizes, tables);
}
