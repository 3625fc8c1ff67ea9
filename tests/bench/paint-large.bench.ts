import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { FOLDERS } from '../../main/store/layout';
import { launchApp } from '../e2e/launch';
import { oneInFiveOverlapping, scattered, writeArticle } from './paint-material';
import { pageScript } from './paint-script';
import type { paintBench as InPage } from './paint-page/page';

declare const paintBench: typeof InPage;

/** The reader with the largest article that it promises to be quick with. */
const LARGE = { kB: 2_000, marks: 5_000 };
const ARTICLES = 4;
const ROUNDS = 12;
/** One frame at sixty a second. Milliseconds. */
const FRAME = 16.7;

type Print = (line: string) => void;

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

function row(print: Print, words: string, values: readonly number[]): void {
  const cells = [0, 0.5, 0.95].map((share) => quantile(values, share).toFixed(1).padStart(9));
  print(`  ${words.padEnd(58)}${cells.join('')}`);
}

function bar(print: Print, words: string, measured: number, limit: number): void {
  print(`${measured <= limit ? 'ok    ' : 'MISSED'}  ${words}: ${measured.toFixed(1)} ms (at most ${limit})`);
}

async function opening(print: Print, page: Page, small: string, large: readonly string[]): Promise<void> {
  const open = (id: string) => page.evaluate((each) => paintBench.openedLarge(each), id);
  const get = (id: string) => page.evaluate((each) => paintBench.got(each), id);
  const times = {
    disk: [] as number[],
    memory: [] as number[],
    first: [] as number[],
    again: [] as number[],
    whole: [] as number[],
    small: [] as number[],
  };
  for (const id of large) {
    times.disk.push(await get(id));
    times.memory.push(await get(id));
    await open(small);
    times.first.push((await open(id)).time);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push((await open(small)).time);
    const { time, whole } = await open(large[round % large.length] ?? '');
    times.again.push(time);
    times.whole.push(whole);
  }
  row(print, 'the call articles.get, read from the disk', times.disk);
  row(print, 'the call articles.get, kept in memory', times.memory);
  row(print, 'click to first screen with marks, with the call', times.first);
  row(print, 'click to first screen with marks', times.again);
  row(print, 'the same, of an article of 20 kB × 200', times.small);
  row(print, 'click to all blocks on the page', times.whole);
  bar(print, 'first screen, median', quantile(times.again, 0.5), 100);
}

async function changing(print: Print, page: Page, id: string): Promise<void> {
  const added: number[] = [];
  const removed: number[] = [];
  const whole: number[] = [];
  const marked: number[] = [];
  for (const share of [0, 0.5, 0.9]) {
    await page.evaluate((each) => paintBench.at(each), share);
    for (let round = 0; round < ROUNDS; round += 1) {
      const result = await page.evaluate((each) => paintBench.changed(each), id);
      // The first change in a place warms it up.
      if (round === 0) continue;
      added.push(result.added.work);
      removed.push(result.removed.work);
      whole.push(result.added.whole);
    }
  }
  await page.evaluate((each) => paintBench.at(each), 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate((each) => paintBench.choose(each), id);
    await page.keyboard.press('t');
    marked.push(await page.evaluate(() => paintBench.marked()));
  }
  row(print, 'event of a new annotation to its marks, work', added);
  row(print, 'event of a removed annotation to none, work', removed);
  row(print, 'call of the new annotation to its marks', whole);
  row(print, 'key press to the new mark, two frames at the end', marked);
  bar(print, 'adding one, work of the window, p95', quantile(added, 0.95), FRAME);
  bar(print, 'removing one, work of the window, p95', quantile(removed, 0.95), FRAME);
}

async function scrolling(print: Print, page: Page): Promise<void> {
  const all: number[] = [];
  for (const [words, share, step] of [
    ['scrolling down, 40 px a frame', 0.1, 40],
    ['scrolling down, 200 px a frame', 0.3, 200],
    ['scrolling up, 200 px a frame', 0.7, -200],
    ['paging down, 700 px every second frame', 0.8, 700],
  ] as const) {
    await page.evaluate((each) => paintBench.at(each), share);
    const { work, between } = await page.evaluate(([a, b]) => paintBench.scrolled(a, b), [
      step,
      120,
    ] as const);
    row(print, `${words}, work`, work);
    row(print, '  from frame to frame', between);
    all.push(...work);
  }
  bar(print, 'scrolling, work of a frame, p95', quantile(all, 0.95), FRAME);
}

async function wordForWord(print: Print, page: Page, id: string): Promise<void> {
  const { annotations, dropped } = await page.evaluate((each) => paintBench.dropped(each), id);
  const verdict = dropped.length === 0 ? 'ok    ' : 'MISSED';
  print(`${verdict}  annotations not shown word for word: ${dropped.length} of ${annotations}`);
}

export default async function run(print: Print): Promise<void> {
  const library = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-large-'));
  for (const name of FOLDERS) mkdirSync(join(library, name), { recursive: true });
  const small = writeArticle(library, 900, { kB: 20, marks: 200 }, scattered);
  const large = Array.from({ length: ARTICLES }, (_, index) =>
    writeArticle(library, 901 + index, LARGE, oneInFiveOverlapping),
  );
  const { window: page, close } = await launchApp({ library, size: { width: 1440, height: 900 } });
  try {
    await page.locator('.shelf-item').first().waitFor();
    await page.evaluate(await pageScript());
    print(
      `${LARGE.kB} kB × ${LARGE.marks}, ms`.padEnd(60) +
        ['least', 'median', 'p95'].map((w) => w.padStart(9)).join(''),
    );
    await opening(print, page, small, large);
    const last = large[(ROUNDS - 1) % large.length] ?? '';
    await changing(print, page, last);
    await scrolling(print, page);
    await wordForWord(print, page, last);
  } finally {
    await close();
    rmSync(library, { recursive: true });
  }
}
