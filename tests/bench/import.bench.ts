import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open as openFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import type * as Vite from 'vite';
import { openLibrary } from '../../main/app';
import { AS_FOUND, type ImportEngine } from '../../main/importing/engine';
import { createOcrEngine, findOcrFiles } from '../../main/importing/ocr/engine';
import { TesseractThread } from '../../main/importing/ocr/thread';
import { createDirectEngine } from '../../main/importing/operations';
import { loadPdfjs, openPdf } from '../../main/importing/pdf/pdfjs';
import { createThreadEngine } from '../../main/importing/thread';
import { fakeDesktop } from '../main/store/material';
import { docxOf, pdfOf, writeTexts } from './import-material';

const TEXTS = 1_000;
const ROUNDS = 3;
const DOCX_PAGES = 200;
const PDF_PAGES = 300;
const SMALL_BATCH = 500;
const LARGE_BATCH = 5_000;
const LONGEST_BLOCK = 50;
/** This file runs from dist/scripts/import.bench. */
const ROOT = join(import.meta.dirname, '..', '..', '..');
const DIST = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-thread-'));
const SCANS = join(ROOT, 'tests', 'fixtures', 'formats', 'scans');

type Print = (line: string) => void;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function bar(print: Print, name: string, ratio: number, limit: number): void {
  const verdict = ratio <= limit ? 'ok    ' : 'MISSED';
  print(`${verdict}  ${name}: ${ratio.toFixed(2)} (at most ${limit.toFixed(1)})`);
}

/** The longest time, in ms, in which this thread heard of nothing else while `work` went on. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  await work();
  delays.disable();
  return Math.max(0, delays.max / 1e6 - resolution);
}

interface Measured {
  time: number;
  block: number;
}

/** Imports files into a new library, as the window does. In ms. */
async function importAll(engine: ImportEngine, paths: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-import-'));
  const log = {
    info: () => undefined,
    error: (message: string, error?: unknown) => console.error(message, error),
  };
  const library = await openLibrary(folder, {
    ...{ desktop: fakeDesktop(), engine, log, mode: 'write', app: 'cli', verify: 'first' },
  });
  const measured = { time: 0, block: 0 };
  measured.block = await longestBlock(async () => {
    measured.time = await timed(async () => {
      const reply = await library.gateway('import.files', { paths, hold: false }, 'local');
      if (!reply.ok) throw new Error(reply.message);
      const refused = (reply.value as { status: string }[]).filter(({ status }) => status === 'refused');
      if (refused.length > 0) throw new Error(`${String(refused.length)} files were refused`);
    });
  });
  await library.close();
  rmSync(folder, { recursive: true });
  return measured;
}

/** What no import can do with less: the bytes read, and held by the disk under another name. */
async function copyAll(paths: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'doi-chieu-bench-copy-'));
  const time = await timed(async () => {
    for (const [index, path] of paths.entries()) {
      const target = join(folder, String(index));
      const file = await openFile(`${target}.tmp`, 'w');
      await file.writeFile(readFileSync(path));
      await file.sync();
      await file.close();
      await rename(`${target}.tmp`, target);
    }
  });
  rmSync(folder, { recursive: true });
  return time;
}

const given = (name: string, bytes: Uint8Array) => ({ kind: 'given', file: { name, bytes } }) as const;

interface Documents {
  docx: Uint8Array;
  pdf: Uint8Array;
}

async function readBoth(engine: ImportEngine, { docx, pdf }: Documents): Promise<[number, number]> {
  return [
    await timed(() => engine.read(given('dai.docx', docx), AS_FOUND)),
    await timed(() => engine.read(given('dai.pdf', pdf), AS_FOUND)),
  ];
}

async function inflated(docx: Uint8Array): Promise<number> {
  return timed(() => new TextDecoder().decode(unzipSync(docx)['word/document.xml']));
}

async function textContent(pdf: Uint8Array): Promise<number> {
  const pdfjs = await loadPdfjs();
  return timed(async () => {
    const task = openPdf(pdfjs, pdf, 1);
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page += 1)
      await (await document.getPage(page)).getTextContent();
    await task.destroy();
  });
}

/** Turn by turn, because the machine is never equally busy for long. */
async function speed(print: Print): Promise<void> {
  const paths = writeTexts(TEXTS, 'usual');
  const documents = { docx: await docxOf(DOCX_PAGES), pdf: await pdfOf(PDF_PAGES) };
  const times = new Map<string, number[]>();
  const note = (name: string, value: number) => times.set(name, [...(times.get(name) ?? []), value]);
  const of = (name: string) => median(times.get(name) ?? []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ['thread', 'direct'] as const) {
      const engine = () => (way === 'thread' ? createThreadEngine({ dist: DIST }) : createDirectEngine());
      const texts = await importAll(engine(), paths);
      note(`${way} texts`, texts.time);
      note(`${way} texts block`, texts.block);
      const reader = engine();
      const work = async () => {
        const [docx, pdf] = await readBoth(reader, documents);
        note(`${way} docx`, docx);
        note(`${way} pdf`, pdf);
      };
      note(`${way} documents block`, await longestBlock(work));
      await reader.close();
    }
    note('copy', await copyAll(paths));
    note('inflate', await inflated(documents.docx));
    note('text content', await textContent(documents.pdf));
  }
  rmSync(dirname(paths[0] ?? ''), { recursive: true });
  report(print, of);
}

function report(print: Print, of: (name: string) => number): void {
  const row = (words: string, names: string[], unit: (ms: number) => string) =>
    print(`  ${words.padEnd(46)}${names.map((name) => unit(of(name)).padStart(14)).join('')}`);
  const perSecond = (time: number) => `${((TEXTS / time) * 1000).toFixed(0)} /s`;
  const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  print(
    `importing, median of ${String(ROUNDS)}`.padEnd(48) +
      ['thread', 'direct', 'bare'].map((word) => word.padStart(14)).join(''),
  );
  row(`${String(TEXTS)} texts of 6 kB`, ['thread texts', 'direct texts', 'copy'], perSecond);
  row(`a DOCX file of ${String(DOCX_PAGES)} pages`, ['thread docx', 'direct docx', 'inflate'], seconds);
  row(`a PDF file of ${String(PDF_PAGES)} pages`, ['thread pdf', 'direct pdf', 'text content'], seconds);
  row('longest block, texts', ['thread texts block', 'direct texts block'], ms);
  row('longest block, documents', ['thread documents block', 'direct documents block'], ms);
  bar(print, 'texts to read+write+fsync+rename', of('thread texts') / of('copy'), 12);
  bar(print, 'thread to direct, texts', of('thread texts') / of('direct texts'), 1.5);
  bar(print, 'DOCX to inflating its XML', of('thread docx') / of('inflate'), 100);
  bar(print, 'PDF to getTextContent', of('thread pdf') / of('text content'), 2.5);
  for (const what of ['texts', 'documents']) {
    const [thread, direct] = [of(`thread ${what} block`), of(`direct ${what} block`)];
    // On a busy machine every thread is made to wait; then only the comparison tells.
    const isShort = thread <= LONGEST_BLOCK || thread <= direct / 2;
    print(
      `${isShort ? 'ok    ' : 'MISSED'}  longest block, ${what}: ${thread.toFixed(0)} ms (at most ${String(LONGEST_BLOCK)}, or half of ${direct.toFixed(0)})`,
    );
  }
}

async function machineReading(print: Print): Promise<void> {
  const files = findOcrFiles(ROOT);
  if (files === null) throw new Error('no machine reading');
  const pictures = readdirSync(SCANS)
    .filter((name) => /\.(?:png|jpg|webp)$/.test(name) && !name.startsWith('trang-trong'))
    .map((name) => new Uint8Array(readFileSync(join(SCANS, name))));
  const ocr = createOcrEngine(files, 300_000);
  const engine = createDirectEngine(ocr.readPage);
  const bare = new TesseractThread(files);
  const [first] = pictures;
  if (first === undefined) throw new Error('no scans');
  // What starts with the first page is not counted.
  await Promise.all([ocr.readPage(first), bare.recognise(first, null)]);
  const ours = await timed(async () => {
    for (const bytes of pictures) await engine.read(given('quet.png', bytes), AS_FOUND);
  });
  const alone = await timed(async () => {
    for (const bytes of pictures) await bare.recognise(bytes, null);
  });
  await ocr.close();
  await bare.end();
  const perMinute = (time: number) => `${((pictures.length / time) * 60_000).toFixed(1)} pages a minute`;
  print(`machine reading: ${perMinute(ours)}, Tesseract alone ${perMinute(alone)}`);
  // A page on its head is read twice.
  bar(print, 'machine reading to Tesseract alone', ours / alone, 2);
}

const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** The most memory, in MB, that a batch took above what was there before. */
async function peak(count: number): Promise<{ rss: number; kept: number }> {
  const paths = writeTexts(count, 'small', 7);
  const engine = createThreadEngine({ dist: DIST });
  collect();
  const before = process.memoryUsage();
  let most = before.rss;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  await importAll(engine, paths);
  clearInterval(timer);
  collect();
  rmSync(dirname(paths[0] ?? ''), { recursive: true });
  return { rss: most / MEGABYTE, kept: (process.memoryUsage().heapUsed - before.heapUsed) / MEGABYTE };
}

async function memory(print: Print): Promise<void> {
  const small = await peak(SMALL_BATCH);
  const large = await peak(LARGE_BATCH);
  const cell = (value: number) => `${value.toFixed(0)} MB`.padStart(12);
  print(`memory for a batch of ${String(SMALL_BATCH).padStart(12)}${String(LARGE_BATCH).padStart(12)}`);
  print(`  most of the process ${cell(small.rss)}${cell(large.rss)}`);
  print(`  heap kept after it  ${cell(small.kept)}${cell(large.kept)}`);
  bar(print, `memory, ${String(LARGE_BATCH)} to ${String(SMALL_BATCH)} files`, large.rss / small.rss, 1.5);
}

interface Bundling {
  nodeConfig: (parts: { entry: string; name: string; outDir: string }) => Vite.InlineConfig;
}

/** The thread's program, in a folder of its own; found at run time, for it cannot be bundled into this file. */
async function buildThread(): Promise<void> {
  const { build } = (await import(['vi', 'te'].join(''))) as typeof Vite;
  const address = pathToFileURL(join(ROOT, 'build', 'scripts', 'bundle.mjs')).href;
  const { nodeConfig } = (await import(/* @vite-ignore */ address)) as Bundling;
  const outDir = join(DIST, 'importing');
  await build(nodeConfig({ entry: 'main/importing/worker.ts', name: 'worker.js', outDir }));
}

export default async function run(print: Print): Promise<void> {
  await buildThread();
  try {
    await memory(print);
    await speed(print);
    await machineReading(print);
  } finally {
    rmSync(DIST, { recursive: true });
  }
}
