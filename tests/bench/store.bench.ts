import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { createClient, type Client } from '#core/gateway';
import { createDirectEngine } from '../../main/importing/operations';
import { openLibrary, type OpenLibrary } from '../../main/app';
import { annotationsFile } from '../../main/store/layout';
import { fakeDesktop } from '../main/store/material';
import { generateLibrary } from './material';

const SMALL = 100;
const LARGE = 50_000;
const ROUNDS = 3;

type Print = (line: string) => void;

interface Subject {
  folder: string;
  ids: string[];
  library: OpenLibrary;
  call: Client;
  /** Milliseconds. */
  opened: number[];
  unopened: number[];
}

async function open(folder: string, verify: 'first' | 'later'): Promise<OpenLibrary> {
  const log = {
    info: () => undefined,
    error: (message: string, error?: unknown) => console.error(message, error),
  };
  return openLibrary(folder, {
    desktop: fakeDesktop(),
    engine: createDirectEngine(),
    log,
    mode: 'write',
    verify,
  });
}

async function subject(size: number): Promise<Subject> {
  const { folder, ids } = generateLibrary(size);
  const library = await open(folder, 'first');
  const call = createClient((name, input) => library.gateway(name, input, 'window'));
  return { folder, ids, library, call, opened: [], unopened: [] };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function add({ call }: Subject, articleId: string, start: number): Promise<number> {
  const target = { span: { start, end: start + 60 }, revision: 1 };
  return timed(() => call('annotations.add', { articleId, target, kind: 'task', note: 'một ghi chú ngắn' }));
}

/** What no program can do with less: the same bytes, held by the disk under the same name. */
function bareWrite(folder: string, bytes: Uint8Array, syncFolder: boolean): void {
  const path = join(folder, 'bare.json');
  const file = openSync(`${path}.tmp`, 'w');
  writeFileSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.tmp`, path);
  if (!syncFolder) return;
  const parent = openSync(dirname(path), 'r');
  fsyncSync(parent);
  closeSync(parent);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`.padStart(12);

function bar(print: Print, name: string, ratio: number, limit: number): void {
  print(
    `${ratio <= limit ? 'ok    ' : 'MISSED'}  ${name}: ${ratio.toFixed(2)} (at most ${limit.toFixed(1)})`,
  );
}

/** Turn by turn, because the machine is never equally busy for long. */
async function saving(print: Print): Promise<void> {
  const small = await subject(SMALL);
  const large = await subject(LARGE);
  const bare: number[] = [];
  const barest: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let index = 0; index < SMALL; index += 1) {
      for (const each of index % 2 === 0 ? [small, large] : [large, small]) {
        const step = Math.floor(each.ids.length / SMALL);
        const id = each.ids[index * step] ?? '';
        each.unopened.push(await add(each, id, 100 + round));
        await each.call('articles.get', { id });
        each.opened.push(await add(each, id, 300 + round));
      }
      const bytes = readFileSync(join(small.folder, annotationsFile(small.ids[index] ?? '')));
      bare.push(await timed(() => bareWrite(small.folder, bytes, true)));
      barest.push(await timed(() => bareWrite(small.folder, bytes, false)));
    }
  }
  const size = statSync(join(small.folder, annotationsFile(small.ids[0] ?? ''))).size;
  print(`saving one annotation, ${(size / 1024).toFixed(1)} kB file, median of ${small.opened.length}`);
  print(`  articles in the library         ${`${SMALL}`.padStart(12)} ${`${LARGE}`.padStart(12)}`);
  print(`  article open in a pane          ${ms(median(small.opened))} ${ms(median(large.opened))}`);
  print(`  article not open before         ${ms(median(small.unopened))} ${ms(median(large.unopened))}`);
  print(`  bare write+fsync+rename+folder  ${ms(median(bare))}`);
  print(`  bare write+fsync+rename         ${ms(median(barest))}`);
  bar(print, `${LARGE} to ${SMALL} articles, open`, median(large.opened) / median(small.opened), 1.5);
  bar(print, `${LARGE} to ${SMALL} articles, not open`, median(large.unopened) / median(small.unopened), 1.5);
  bar(print, `${LARGE} articles to bare with folder`, median(large.opened) / median(bare), 3);
  bar(print, `${LARGE} articles to bare without folder`, median(large.opened) / median(barest), 3);
  await small.library.close();
  await large.library.close();
  rmSync(small.folder, { recursive: true });
  rmSync(large.folder, { recursive: true });
}

export default async function run(print: Print): Promise<void> {
  await saving(print);
}
