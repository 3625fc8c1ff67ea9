import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ArticleDraft } from '#core/article';
import { Refusal, refusalMessage } from '#core/refusal';
import { readArticles } from '../../../main/importing/index';
import {
  PLAIN_OPTIONS,
  type ReadLine,
  type ReadOptions,
  type ReadPage,
} from '../../../main/importing/reading';
import type { Ordinary } from './fuzz-files';

/** Milliseconds of the processor: others may be using it too. */
const MOST_MILLISECONDS = 5_000;
/** By the clock, for what waits for something that never comes. */
const LONGEST_WAIT = 30_000;
const LONGEST_SHOWN = 6_000;

/** What would run if it were put into a page. */
const LIVE = /<script|<iframe|javascript:|(?<!\w)on\w+\s*=\s*["']/i;

const line = (text: string, confidence: number, gap = true): ReadLine => ({
  text,
  gap,
  words: text.split(' ').map((word) => ({ text: word, confidence })),
});

/** Among them what no normal reading gives: empty words, marks alone, letters that are joined or dropped later. */
const READ: readonly ReadLine[][] = [
  [line('Xã Tân Phú làm đường', 96), line('Sáng 5/1, Ủy ban nhân dân xã họp các', 88), line('thôn.', 30, false)],
  [line('- 2 -', 90), line('Xa\u0303 ho\u0323p, \u200B\u0301 ba\u0300n viê\u0323c \uD800 la\u0300m đường', 41)],
  [],
  [{ text: 'chữ khác với từ', gap: false, words: [{ text: '', confidence: 0 }, { text: 'từ', confidence: 100 }] }],
]; // prettier-ignore

/** Stands for the machine: a few words, others for another picture. */
const readPage: ReadPage = (image) => {
  if (image instanceof Uint8Array) return Promise.resolve(READ[image.length % READ.length] ?? []);
  const { width, height, channels, data } = image;
  expect(data).toHaveLength(width * height * channels);
  return Promise.resolve(READ[(width + height) % READ.length] ?? []);
};

/** For whole files: what is read of each page makes an article. */
export const readWell: ReadPage = () => Promise.resolve(READ[0] ?? []);

export const FUZZ_OPTIONS: ReadOptions = {
  ...PLAIN_OPTIONS,
  readPage,
  onProgress: (done, total) => expect(done).toBeLessThanOrEqual(total),
};

/** What a file came to: `read`, or the code of its refusal. Anything else throws, with the bytes in the message. */
export async function outcomeOf(file: Ordinary, options: Partial<ReadOptions> = {}): Promise<string> {
  const before = process.cpuUsage();
  try {
    const drafts = await inTime(readArticles(file, { ...FUZZ_OPTIONS, ...options }));
    expect(drafts.length).toBeGreaterThan(0);
    for (const draft of drafts) checkDraft(draft);
    return 'read';
  } catch (error) {
    if (!(error instanceof Refusal)) throw told(file, error);
    expect(refusalMessage(error.code, error.params, 'vi')).not.toMatch(/\{\w+\}/);
    return error.code;
  } finally {
    const { user, system } = process.cpuUsage(before);
    if (user + system > MOST_MILLISECONDS * 1000)
      throw told(file, new Error(`took ${Math.round((user + system) / 1000)} ms`));
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('does not end')), LONGEST_WAIT);
  });
  try {
    return await Promise.race([work, passed]);
  } finally {
    clearTimeout(timer);
  }
}

function told({ name, bytes }: Ordinary, cause: unknown): Error {
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return new Error(`${name} ${placeOf(bytes)}\n${stack}`, { cause });
}

/** The bytes themselves where they are few. */
function placeOf(bytes: Uint8Array): string {
  const whole = Buffer.from(bytes);
  if (whole.length <= LONGEST_SHOWN) return whole.toString('base64');
  const path = join(
    tmpdir(),
    `doi-chieu-fuzz-${createHash('sha256').update(whole).digest('hex').slice(0, 12)}`,
  );
  writeFileSync(path, whole);
  return `${whole.length} bytes in ${path}`;
}

function checkDraft(draft: ArticleDraft): void {
  expect(ArticleDraft.parse(draft)).toEqual(draft);
  const { blocks, captions, removed, pages, machineRead } = draft;
  for (const text of [draft.title, ...blocks.map((block) => block.text)]) {
    expect(text).toBe(text.normalize('NFC').trim());
    expect(text).not.toMatch(/^$|[\n\r\t\v\f\u0085\u2028\u2029\0]|\p{Surrogate}/u);
  }
  for (const text of stringsIn(draft)) expect(text).not.toMatch(LIVE);
  for (const { before } of [...captions, ...removed]) expect(before).toBeLessThanOrEqual(blocks.length);
  if (pages !== null) expect(pages).toHaveLength(blocks.length);
  for (const { block, start, end } of machineRead?.doubtful ?? []) {
    const text = blocks[block]?.text ?? '';
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/);
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
