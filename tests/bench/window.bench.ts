import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication } from 'playwright-core';
import { openLibrary } from '../../main/app';
import { createDirectEngine } from '../../main/importing/operations';
import { launchApp } from '../e2e/launch';
import { fakeDesktop } from '../main/store/material';
import { generateLibrary } from './material';

/** The first is what the others are compared with. */
const SIZES = [100, 10_000, 50_000];
const STARTS = 4;
/** How long the program is left alone before its memory is looked at. Milliseconds. */
const AT_REST = 5_000;

type Print = (line: string) => void;

interface Started {
  /** Milliseconds since the program's process was made. */
  shown: number;
  list: number;
  whole: number;
  /** Megabytes: of the main process, and of all. */
  main: number;
  all: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Proportional memory: what processes share is divided among them, so that their sum is what the machine gives. Linux only;
 * elsewhere the working set, in which shared pages count in each process.
 */
function memoryOf(pid: number, workingSet: number): number {
  if (process.platform !== 'linux') return workingSet / 1e3;
  const kilobytes = /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1_024) / 1e6;
}

async function memory(app: ElectronApplication): Promise<Pick<Started, 'main' | 'all'>> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .map(({ pid, type, memory: { workingSetSize } }) => ({ pid, type, workingSetSize })),
  );
  const sizes = processes.map(({ pid, type, workingSetSize }) => ({
    type,
    size: memoryOf(pid, workingSetSize),
  }));
  const main = sizes.find(({ type }) => type === 'Browser')?.size ?? Number.NaN;
  return { main, all: sizes.reduce((sum, { size }) => sum + size, 0) };
}

/** Starts the program on a library and watches from inside its own page, so that nothing is waited for by asking. */
async function start(folder: string): Promise<Started> {
  const { app, window, close } = await launchApp({ library: folder, size: { width: 1440, height: 900 } });
  try {
    await window.waitForFunction(() => document.querySelector('.shelf-item') !== null);
    const list = Date.now();
    await window.waitForFunction(() => document.querySelector('.shelf .cnt')?.textContent !== '…');
    const whole = Date.now();
    const made = (await app.evaluate(() => process.getCreationTime())) ?? Number.NaN;
    const shown = await window.evaluate(
      () =>
        performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    );
    await wait(AT_REST);
    return { shown: shown - made, list: list - made, whole: whole - made, ...(await memory(app)) };
  } finally {
    await close();
  }
}

/** As a library is that was used before: its catalogue is there. */
async function prepared(size: number): Promise<string> {
  const { folder } = generateLibrary(size);
  const log = { info: () => undefined, error: console.error };
  const parts = { desktop: fakeDesktop(), engine: createDirectEngine(), log };
  await (await openLibrary(folder, { ...parts, mode: 'write', verify: 'first' })).close();
  return folder;
}

/** How the start of the program grows with the library; `npm run bench -- window [-- SIZE...]`. */
export default async function run(print: Print, rest: readonly string[] = []): Promise<void> {
  const sizes = rest.length === 0 ? SIZES : rest.map(Number);
  const folders: string[] = [];
  try {
    for (const size of sizes) folders.push(await prepared(size));
    const all: Started[][] = folders.map(() => []);
    // Turn by turn, so that what else the machine does falls on all of them.
    for (let round = 0; round < STARTS; round += 1) {
      for (const [at, folder] of folders.entries()) all[at]?.push(await start(folder));
    }
    const row = (name: string, of: (one: Started) => number, unit: string): void => {
      const values = all.map((starts) => median(starts.map(of)));
      const cells = values.map((value) => {
        const ratio = (value / (values[0] ?? Number.NaN)).toFixed(2);
        return `${value.toFixed(0)} ${unit} (${ratio})`.padStart(18);
      });
      print(`${name.padEnd(44)}${cells.join('')}`);
    };
    print(
      `${'articles (beside the first column)'.padEnd(44)}${sizes.map((size) => String(size).padStart(18)).join('')}`,
    );
    row('process to window shown with its page', ({ shown }) => shown, 'ms');
    row('process to the first articles in the list', ({ list }) => list, 'ms');
    row('process to all articles in the list', ({ whole }) => whole, 'ms');
    row('memory of the main process at rest', ({ main }) => main, 'MB');
    row('memory of all processes at rest', ({ all: sum }) => sum, 'MB');
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}
