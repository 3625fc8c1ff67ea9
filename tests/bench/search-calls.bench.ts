import { rmSync } from 'node:fs';
import type { CallInput } from '#core/contract';
import { createClient, type Client } from '#core/gateway';
import { openLibrary } from '../../main/app';
import { createDirectEngine } from '../../main/importing/operations';
import { createDirectIndexer, type Indexer } from '../../main/search/indexer';
import { realFs } from '../../main/store/files';
import { fakeDesktop } from '../main/store/material';
import { generateLibrary } from './material';

export const windowless = true;

const SIZES = [1_000, 10_000];
const ROUNDS = 15;

type Print = (line: string) => void;
type Query = readonly [name: string, input: Partial<CallInput<'search.find'>> & { query: string }];

const QUERIES: readonly Query[] = [
  ['a word of every article', { query: 'hội' }],
  ['the same without marks', { query: 'hoi' }],
  ['the same by title', { query: 'hội', order: 'title' }],
  ['one letter, while typing', { query: 'h', isTyping: true }],
  ['a phrase', { query: 'hội nghị' }],
  ['a phrase without marks', { query: 'hoi nghi' }],
  ['a word and a filter', { query: 'hội nhãn:"kinh tế"' }],
  ['a word, two groups ticked', { query: 'hội', narrowing: { tags: ['Kinh tế'], kinds: ['task'] } }],
  ['two words near', { query: 'hội NEAR/5 đảng' }],
];

/** What a query takes in all, and of that in the index: the rest is filters, facets, order, and the articles shown. */
interface Timed {
  whole: number;
  /** 95 of 100 queries take less. */
  slow: number;
  index: number;
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
const median = (values: readonly number[]): number => quantile(values, 0.5);

async function timed(call: Client, input: Query[1], limit: number, spent: () => number): Promise<Timed> {
  const all: Omit<Timed, 'slow'>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    spent();
    const start = performance.now();
    await call('search.find', { ...input, limit });
    all.push({ whole: performance.now() - start, index: spent() });
  }
  const wholes = all.map(({ whole }) => whole);
  const index = median(all.map((each) => each.index));
  return { whole: median(wholes), slow: quantile(wholes, 0.95), index };
}

/** The contexts of a phrase, then in other orders, and a word with its capitals. Each is asked for once. */
const CONTEXTS: readonly (readonly [string, (call: Client) => Promise<unknown>])[] = [
  ['contexts of a phrase', (call) => call('search.concordance', { query: 'hội nghị' })],
  ['the same by what follows', (call) => call('search.concordance', { query: 'hội nghị', order: 'right' })],
  ['capitals as typed', (call) => call('search.find', { query: 'Hội nghị', matchCase: true })],
  [
    'capitals, the next page',
    (call) => call('search.find', { query: 'Hội nghị', matchCase: true, offset: 50 }),
  ],
];

async function contextTimes(call: Client): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const [name, ask] of CONTEXTS) {
    const start = performance.now();
    await ask(call);
    times.set(name, performance.now() - start);
  }
  return times;
}

interface Measured {
  times: Map<string, { page: Timed; one: Timed }>;
  contexts: Map<string, number>;
}

async function measured(size: number): Promise<Measured> {
  const { folder } = generateLibrary(size);
  const direct = createDirectIndexer(realFs);
  let inIndex = 0;
  const indexer: Indexer = {
    ...direct,
    find: async (leaves, signal) => {
      const start = performance.now();
      const found = await direct.find(leaves, signal);
      inIndex += performance.now() - start;
      return found;
    },
  };
  const spent = (): number => {
    const before = inIndex;
    inIndex = 0;
    return before;
  };
  const library = await openLibrary(folder, {
    desktop: fakeDesktop(),
    engine: createDirectEngine(),
    indexer,
    log: { info: () => undefined, error: (message, error) => console.error(message, error) },
    mode: 'read',
    verify: 'first',
  });
  const call = createClient((name, input) => library.gateway(name, input, 'local'));
  await call('search.find', { query: 'hội', complete: true });
  const times = new Map<string, { page: Timed; one: Timed }>();
  for (const [name, input] of QUERIES) {
    times.set(name, {
      page: await timed(call, input, 50, spent),
      one: await timed(call, input, 1, spent),
    });
  }
  const contexts = await contextTimes(call);
  await library.close();
  rmSync(folder, { recursive: true });
  return { times, contexts };
}

const ms = (value: number): string => value.toFixed(1).padStart(8);

/** `npm run bench -- search-calls [-- SIZE...]` */
export default async function run(print: Print, given: readonly string[]): Promise<void> {
  const sizes = given.length > 0 ? given.map(Number) : SIZES;
  for (const size of sizes) {
    const { times, contexts } = await measured(size);
    print(`search.find over ${size} articles, ms, median of ${ROUNDS}`);
    print(`  ${''.padEnd(28)} 50 shown      p95  1 shown  in the index`);
    for (const [name, { page, one }] of times)
      print(`  ${name.padEnd(28)} ${ms(page.whole)} ${ms(page.slow)} ${ms(one.whole)} ${ms(one.index)}`);
    for (const [name, time] of contexts) print(`  ${name.padEnd(28)} ${ms(time)}`);
  }
}
