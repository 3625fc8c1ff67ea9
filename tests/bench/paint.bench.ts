import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { FOLDERS } from '../../main/store/layout';
import { launchApp } from '../e2e/launch';
import { scattered, writeArticle } from './paint-material';
import { pageScript } from './paint-script';
import type { paintBench as InPage } from './paint-page/page';

declare const paintBench: typeof InPage;

const SIZES = { small: { kB: 20, marks: 200 }, large: { kB: 200, marks: 2_000 } } as const;
type Size = keyof typeof SIZES;
const BOTH = ['small', 'large'] as const;
const WAYS = ['near', 'whole', 'highlights', 'idle'] as const;
/** The first round only warms up and is not counted. */
const ROUNDS = 17;
/** A window that takes seconds is measured with fewer rounds. Milliseconds. */
const PATIENCE = 150_000;

type Print = (line: string) => void;
type Ids = Record<Size, string[]>;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Measurements by name, without the first of each. */
class Times {
  private readonly all = new Map<string, number[]>();

  add(name: string, size: Size, value: number): void {
    const key = `${name} ${size}`;
    this.all.set(key, [...(this.all.get(key) ?? []), value]);
  }

  of = (name: string, size: Size): number => median((this.all.get(`${name} ${size}`) ?? []).slice(1));

  row(print: Print, name: string, words: string): void {
    const cells = BOTH.map((size) => `${this.of(name, size).toFixed(1)} ms`.padStart(14));
    print(`  ${words.padEnd(46)}${cells.join('')}`);
  }
}

const head = (print: Print, words: string): void => {
  const cells = BOTH.map((size) => `${SIZES[size].kB} kB × ${SIZES[size].marks}`.padStart(14));
  print(`${words.padEnd(48)}${cells.join('')}`);
};

function bar(print: Print, name: string, ratio: number, limit: number): void {
  const verdict = ratio <= limit ? 'ok    ' : 'MISSED';
  print(`${verdict}  ${name}: ${ratio.toFixed(2)} (at most ${limit.toFixed(1)})`);
}

async function painting(print: Print, page: Page, ids: Ids): Promise<void> {
  const times = new Times();
  const marked: Record<Size, string> = { small: '', large: '' };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of BOTH) {
      for (let turn = 0; turn < WAYS.length; turn += 1) {
        const way = WAYS[(turn + round) % WAYS.length] ?? 'idle';
        const id = ids[size][0] ?? '';
        const result = await page.evaluate(([a, b]) => paintBench.painted(a, b), [id, way] as const);
        times.add(way, size, result.time);
        times.add(`${way} code`, size, result.code);
        if (way === 'near') marked[size] = `${result.marked} of ${result.blocks}`;
      }
    }
  }
  head(print, `painting all annotations at once, median of ${ROUNDS - 1}`);
  times.row(print, 'near', 'Painter.setSpans, near blocks, to the frame');
  times.row(print, 'near code', 'of that the Painter, without layout');
  times.row(print, 'whole', 'mark.js markRanges, the whole article');
  times.row(print, 'highlights', 'CSS Custom Highlight API, the whole article');
  times.row(print, 'idle', 'a frame in which nothing changes');
  print(
    `  ${'blocks that the Painter marked'.padEnd(46)}${BOTH.map((s) => marked[s].padStart(14)).join('')}`,
  );
  for (const size of BOTH) {
    const { kB, marks } = SIZES[size];
    bar(
      print,
      `Painter to mark.js, ${kB} kB × ${marks}`,
      times.of('near', size) / times.of('whole', size),
      1,
    );
  }
  print(
    `        Painter to the Highlight API: ${BOTH.map((s) => (times.of('near', s) / times.of('highlights', s)).toFixed(2)).join(' and ')}`,
  );
  bar(print, 'Painter, large to small', times.of('near', 'large') / times.of('near', 'small'), 2);
}

async function reading(print: Print, page: Page, ids: Ids): Promise<void> {
  const times = new Times();
  const open = (id: string): Promise<number> => page.evaluate((each) => paintBench.opened(each), id);
  const begun = performance.now();
  let rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round > 3 && performance.now() - begun > PATIENCE) break;
    rounds = round;
    const order = round % 2 === 0 ? BOTH : BOTH.toReversed();
    for (const size of order) times.add('first', size, await open(ids[size][round + 1] ?? ''));
    for (const size of order) {
      const id = ids[size][round + 1] ?? '';
      times.add('again', size, await open(id));
      await page.evaluate((each) => paintBench.choose(each), id);
      await page.keyboard.press('t');
      times.add('marked', size, await page.evaluate(() => paintBench.marked()));
      times.add('saved', size, await page.evaluate((each) => paintBench.saved(each), ids[size][round] ?? ''));
      times.add('frames', size, await page.evaluate(() => paintBench.frames()));
    }
  }
  head(print, `in the window, median of ${rounds}, two frames at the end`);
  times.row(print, 'first', 'click in the list to marks, first time');
  times.row(print, 'again', 'click in the list to marks, again');
  times.row(print, 'marked', 'key press to the new mark');
  times.row(print, 'saved', 'of that the call alone (not in a pane)');
  times.row(print, 'frames', 'two empty frames');
  const growth = (name: string): number => times.of(name, 'large') / times.of(name, 'small');
  // The large article has ten times the text and ten times the marks.
  bar(print, 'opening first, large to small', growth('first'), 4);
  bar(print, 'opening again, large to small', growth('again'), 3);
  bar(print, 'adding one, large to small', growth('marked'), 4);
  print(
    `        adding one to two empty frames, large: ${(times.of('marked', 'large') / times.of('frames', 'large')).toFixed(2)}`,
  );
}

export default async function run(print: Print): Promise<void> {
  const library = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-paint-'));
  for (const name of FOLDERS) mkdirSync(join(library, name), { recursive: true });
  const write = (size: Size, seed: number): string[] =>
    Array.from({ length: ROUNDS + 1 }, (_, index) =>
      writeArticle(library, seed + index, SIZES[size], scattered),
    );
  const ids: Ids = { small: write('small', 1), large: write('large', 101) };
  const { window: page, close } = await launchApp({ library, size: { width: 1440, height: 900 } });
  try {
    await page.locator('.shelf-item').first().waitFor();
    await page.evaluate(await pageScript());
    await painting(print, page, ids);
    await reading(print, page, ids);
  } finally {
    await close();
    rmSync(library, { recursive: true });
  }
}
