import { readFileSync } from 'node:fs';
import { Refusal } from '#core/refusal';
import { readImage } from '../../../main/importing/image';
import { createOcrEngine, findOcrFiles, type OcrEngine } from '../../../main/importing/ocr/engine';
import {
  PLAIN_OPTIONS,
  type ReadLine,
  type ReadOptions,
  type ReadPart,
} from '../../../main/importing/reading';

/** Pictures of texts of our own, made in Chromium from the words that the tests expect; see the folder's README. */
export const scan = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/formats/scans/${name}`, import.meta.url)));

/** Machine reading from the packages in node_modules. */
export function startEngine(pageMs?: number): OcrEngine {
  const files = findOcrFiles(import.meta.dirname);
  if (files === null) throw new Error('The packages for machine reading are not installed.');
  return createOcrEngine(files, pageMs);
}

export const readScan = (
  name: string,
  options: Partial<ReadOptions>,
  bytes = scan(name),
): Promise<ReadPart[]> => readImage({ name, bytes }, { ...PLAIN_OPTIONS, ...options });

export async function only(parts: Promise<ReadPart[]>): Promise<ReadPart> {
  const [part, ...others] = await parts;
  if (part === undefined || others.length > 0) throw new Error('not one article');
  return part;
}

export async function refusedWith(work: Promise<unknown>): Promise<string> {
  const reason: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return reason instanceof Refusal ? `${reason.code} ${reason.params['name'] ?? ''}`.trim() : String(reason);
}

/** A line as the engine gives it, all words equally sure. */
export const readLine = (text: string, gap = true, confidence = 95): ReadLine => ({
  text,
  gap,
  words: text.split(' ').map((word) => ({ text: word, confidence })),
});
