// What a text may be encoded in, for a person to choose from.

import type { Encoding } from '#core/text/encodings';
import { fitOf, worthOf } from '#core/text/legacy';
import { oneLine } from '#core/text/normalise';

export interface EncodingGuess {
  encoding: Encoding;
  /** 0 to 1; those of all guesses together are at most 1. */
  likelihood: number;
  /** Characters that cannot be read: replaced ones, controls, signs inside words. */
  broken: number;
  /** The first telling piece of the text, one line. */
  sample: string;
}

/** A text as one encoding has it. */
export interface EncodedReading {
  encoding: Encoding;
  text: string;
}

const MOST = 4;
const UNREADABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD]/g;
const SIGN_IN_WORD = /(?<=\p{L})[\u00A1-\u00A9\u00AB-\u00B4\u00B6\u00B8\u00B9\u00BB-\u00BF×÷](?=\p{L})/gu;

/** Best first, at most four. The first reading is the one that counts when nobody chooses. */
export function guessesOf(readings: readonly EncodedReading[]): EncodingGuess[] {
  const [first] = readings;
  if (first === undefined) return [];
  const scored = readings.map((reading) => ({ ...reading, weight: weightOf(reading.text) }));
  const others = scored.slice(1).sort((left, right) => right.weight - left.weight);
  const best = Math.max(...scored.map(({ weight }) => weight), 1e-6);
  const kept = scored.slice(0, 1).map((reading) => ({ ...reading, weight: best * 1.5 }));
  for (const other of others) {
    if (kept.length < MOST && kept.every(({ text }) => text !== other.text)) kept.push(other);
  }
  const sum = kept.reduce((total, { weight }) => total + weight, 0);
  return kept.map(({ encoding, text, weight }) => ({
    encoding,
    likelihood: Math.floor((weight / sum) * 1000) / 1000,
    broken: brokenIn(text),
    sample: sampleOf(text),
  }));
}

/** Words with marks, and how many of them are Vietnamese, on a scale that few words cannot climb. */
function weightOf(text: string): number {
  const fit = fitOf(text);
  const words = fit.right + fit.wrong;
  if (words === 0) return 0.1;
  const mean = worthOf(fit) / words;
  return Math.exp(mean * 1.5 * Math.min(1, words / 5));
}

function brokenIn(text: string): number {
  return (text.match(UNREADABLE)?.length ?? 0) + (text.match(SIGN_IN_WORD)?.length ?? 0);
}

const SAMPLE_LENGTH = 80;

/** From a little before the first special letter that has another one near. */
function sampleOf(text: string): string {
  const line = oneLine(
    text
      .slice(0, 20_000)
      .normalize('NFC')
      .replace(/[\u0000-\u001F]/g, ' '),
  );
  const special = /[^\p{ASCII}“”‘’…–—•\s]/u.exec(line)?.index ?? 0;
  const wanted = special < SAMPLE_LENGTH / 2 ? 0 : special - SAMPLE_LENGTH / 4;
  const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1;
  return Array.from(line.slice(from, from + SAMPLE_LENGTH * 2))
    .slice(0, SAMPLE_LENGTH)
    .join('')
    .trim();
}
