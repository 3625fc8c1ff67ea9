import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import type { Database } from 'node-sqlite3-wasm';
import type { IndexedArticle } from '#core/search/index/builder';

const require = createRequire(import.meta.url);

const timed = <T>(work: () => T): { ms: number; value: T } => {
  const begun = performance.now();
  const value = work();
  return { ms: performance.now() - begun, value };
};

/** As loose queries are answered: marks off, and `đ` as `d`, which no reference does by itself. */
export const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, (letter) => (letter === 'đ' ? 'd' : 'D'));

const textOf = ({ fields }: IndexedArticle): string =>
  [...fields.title, ...fields.text, ...fields.note].join('\n');

/** What MiniSearch takes to index the same texts as we do, and to be ready again from what it wrote. */
export function miniSearchTimes(articles: readonly IndexedArticle[]): { build: number; load: number } {
  const options = { fields: ['text'], storeFields: [] };
  const index = new MiniSearch<{ id: string; text: string }>(options);
  const build = timed(() => {
    for (const article of articles) index.add({ id: article.id, text: textOf(article) });
  });
  const written = JSON.stringify(index);
  const load = timed(() => MiniSearch.loadJSON(written, options));
  return { build: build.ms, load: load.ms };
}

/** Statements, whichever SQLite answers them. */
interface Sqlite {
  name: string;
  exec: (sql: string) => void;
  run: (sql: string, values: (string | number)[]) => void;
  get: (sql: string, values: string[]) => unknown;
}

interface NativeStatement {
  run: (...values: unknown[]) => void;
  get: (...values: unknown[]) => unknown;
}
type NativeSqlite = new (file: string) => {
  exec: (sql: string) => void;
  prepare: (sql: string) => NativeStatement;
};

/** The compiled one where somebody has installed it: its package needs a compiler on some machines. */
const NATIVE = 'better-sqlite3';

function nativeSqlite(): Sqlite | null {
  let Native: NativeSqlite;
  try {
    Native = require(NATIVE) as NativeSqlite;
  } catch {
    return null;
  }
  const base = new Native(':memory:');
  const known = new Map<string, NativeStatement>();
  const prepared = (sql: string): NativeStatement => {
    const statement = known.get(sql) ?? base.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  return {
    name: NATIVE,
    exec: (sql) => base.exec(sql),
    run: (sql, values) => {
      prepared(sql).run(...values);
    },
    get: (sql, values) => prepared(sql).get(...values),
  };
}

function wasmSqlite(): Sqlite {
  const wasm = require('node-sqlite3-wasm') as { Database: new () => Database };
  const base = new wasm.Database();
  const known = new Map<string, ReturnType<Database['prepare']>>();
  const prepared = (sql: string): ReturnType<Database['prepare']> => {
    const statement = known.get(sql) ?? base.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  return {
    name: 'SQLite as WebAssembly',
    exec: (sql) => {
      base.exec(sql);
    },
    run: (sql, values) => {
      prepared(sql).run(values);
    },
    get: (sql, values) => prepared(sql).get(values),
  };
}

/** SQLite's full text search over the same texts: one table for words as they are spelled, one for words without marks. */
export class SqliteReference {
  readonly #base: Sqlite;
  #rows = 0;

  constructor() {
    this.#base = nativeSqlite() ?? wasmSqlite();
    // Beginnings of words have indexes of their own, as they have with us.
    for (const [table, marks] of [
      ['strict', 0],
      ['loose', 2],
    ] as const)
      this.#base.exec(
        `create virtual table ${table} using fts5(body, content='', prefix='1 2 3', ` +
          `tokenize='unicode61 remove_diacritics ${String(marks)}')`,
      );
  }

  get name(): string {
    return this.#base.name;
  }

  get isNative(): boolean {
    return this.#base.name === NATIVE;
  }

  /** Milliseconds for both tables, in one transaction, as one segment each in the end. */
  build(articles: readonly IndexedArticle[]): number {
    return timed(() => {
      this.#base.exec('begin');
      for (const article of articles) this.#insert(article);
      this.#base.exec('commit');
      for (const table of ['strict', 'loose'])
        this.#base.exec(`insert into ${table}(${table}) values('optimize')`);
    }).ms;
  }

  /** Milliseconds for one more article in both tables. */
  add(article: IndexedArticle): number {
    return timed(() => {
      this.#base.exec('begin');
      this.#insert(article);
      this.#base.exec('commit');
    }).ms;
  }

  /** How many articles fit, and the milliseconds to know. */
  count(match: string, isLoose: boolean): { ms: number; count: number } {
    const table = isLoose ? 'loose' : 'strict';
    const { ms, value } = timed(() =>
      this.#base.get(`select count(*) as n from ${table} where ${table} match ?`, [match]),
    );
    return { ms, count: (value as { n: number }).n };
  }

  #insert(article: IndexedArticle): void {
    this.#rows += 1;
    const text = textOf(article);
    this.#base.run('insert into strict(rowid, body) values(?, ?)', [this.#rows, text]);
    this.#base.run('insert into loose(rowid, body) values(?, ?)', [this.#rows, bare(text)]);
  }
}
