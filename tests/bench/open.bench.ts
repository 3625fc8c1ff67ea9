import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openLibrary, type OpenLibrary } from '../../main/app';
import { createDirectEngine } from '../../main/importing/operations';
import { CATALOGUE_FILE } from '../../main/store/layout';
import { fakeDesktop } from '../main/store/material';
import { generateLibrary } from './material';

export const windowless = true;

const SIZES = [1_000, 10_000, 50_000];
const OPENINGS = 5;
/** As many rows as the window asks for first. */
const FIRST = 200;
/** How long others are watched while the files are compared. Milliseconds. */
const WATCHED = 2_000;

type Print = (line: string) => void;

interface Measured {
  size: number;
  bytes: number;
  /** Milliseconds, medians. */
  opened: number;
  snapshot: number;
  parsed: number;
  stall: number;
  madeAgain: number;
}

async function open(folder: string, verify: 'first' | 'later'): Promise<OpenLibrary> {
  const log = { info: () => undefined, error: console.error };
  const engine = createDirectEngine();
  return openLibrary(folder, { desktop: fakeDesktop(), engine, log, mode: 'write', verify });
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measured(size: number): Promise<Measured> {
  const { folder } = generateLibrary(size);
  const catalogue = join(folder, CATALOGUE_FILE);
  try {
    const madeAgain = await timed(async () => (await open(folder, 'first')).close());
    const [opened, snapshot, parsed, stalls]: number[][] = [[], [], [], []];
    for (let round = 0; round < OPENINGS; round += 1) {
      const start = performance.now();
      const library = await open(folder, 'later');
      opened?.push(performance.now() - start);
      const reply = await library.gateway('library.snapshot', { first: FIRST }, 'window');
      JSON.stringify(reply);
      snapshot?.push(performance.now() - start);
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      await wait(WATCHED);
      delay.disable();
      stalls?.push(delay.max / 1e6);
      await library.close();
      parsed?.push(await timed(() => JSON.parse(readFileSync(catalogue, 'utf8')) as unknown));
    }
    return {
      ...{ size, madeAgain, bytes: statSync(catalogue).size, opened: median(opened ?? []) },
      ...{ snapshot: median(snapshot ?? []), parsed: median(parsed ?? []), stall: median(stalls ?? []) },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How opening grows with the library; `npm run bench -- open [-- SIZE...]`. */
export default async function run(print: Print, rest: readonly string[] = []): Promise<void> {
  const sizes = rest.length === 0 ? SIZES : rest.map(Number);
  const all: Measured[] = [];
  for (const size of sizes) all.push(await measured(size));
  const row = (name: string, of: (one: Measured) => string): void =>
    print(`${name.padEnd(52)}${all.map((one) => of(one).padStart(14)).join('')}`);
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  row('articles', ({ size }) => `${size}`);
  row('catalogue', ({ bytes }) => `${(bytes / 1e6).toFixed(1)} MB`);
  row('library open, median', ({ opened }) => ms(opened));
  row('list ready to be sent to the window, median', ({ snapshot }) => ms(snapshot));
  row('reference: JSON.parse of the whole catalogue', ({ parsed }) => ms(parsed));
  row('open to the reference', ({ opened, parsed }) => (opened / parsed).toFixed(2));
  row('list ready to the reference', ({ snapshot, parsed }) => (snapshot / parsed).toFixed(2));
  row('longest wait of others while files are compared', ({ stall }) => ms(stall));
  row('open without a catalogue, made again', ({ madeAgain }) => ms(madeAgain));
}
