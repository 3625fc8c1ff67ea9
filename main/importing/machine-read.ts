import type { Block, DoubtfulWord, MachineRead } from '#core/article';
import { normaliseText, oneLine } from '#core/text/normalise';
import type { ReadLine } from './reading';

/** The words of a line that a machine read; `at` as in the `SourceLine` made of it. */
export interface ReadWords {
  at: number;
  words: ReadLine['words'];
}

/** Below this the engine is wrong more often than not. */
const DOUBT = 70;
/** How far behind the word before it a word is looked for: further away it is another word that looks the same. */
const REACH = 48;

/**
 * What is known about the certainty of the words of `blocks`. `origins` as `assembleArticle` gives them, `lines` in
 * reading order. A word that the cleaning of the text has cut or joined with another is not among the doubtful ones.
 */
export function machineReadOf(
  blocks: readonly Block[],
  origins: readonly number[],
  lines: readonly ReadWords[],
): MachineRead {
  const doubtful: DoubtfulWord[] = [];
  let block = -1;
  let cursor = 0;
  for (const line of lines) {
    while (block + 1 < blocks.length && (origins[block + 1] ?? Infinity) <= line.at) {
      block += 1;
      cursor = 0;
    }
    const text = blocks[block]?.text;
    if (text === undefined) continue;
    const found = wordsIn(text, line.words, cursor);
    cursor = found.end;
    for (const { start, end, confidence } of found.words) {
      if (confidence < DOUBT && /[\p{L}\p{N}]/u.test(text.slice(start, end)))
        doubtful.push({ block, start, end, confidence });
    }
  }
  return { confidence: meanOf(lines), doubtful };
}

interface FoundWord {
  start: number;
  end: number;
  confidence: number;
}

/** Places of the words of one line in `text`, looked for from `from` on, each behind the one before it. */
function wordsIn(text: string, words: ReadWords['words'], from: number): { words: FoundWord[]; end: number } {
  const cleaned = words
    .map((word) => ({ text: oneLine(normaliseText(word.text)), confidence: percent(word.confidence) }))
    .filter((word) => word.text !== '');
  const whole = text.indexOf(cleaned.map((word) => word.text).join(' '), from);
  let cursor = whole === -1 ? from : whole;
  const found: FoundWord[] = [];
  for (const word of cleaned) {
    const start = placeOf(text, word.text, cursor);
    if (start === null) continue;
    cursor = start + word.text.length;
    found.push({ start, end: cursor, confidence: word.confidence });
  }
  // Few words found here and there: the line was taken out of the text, and they belong to another one.
  return found.length * 2 < cleaned.length ? { words: [], end: from } : { words: found, end: cursor };
}

function placeOf(text: string, word: string, from: number): number | null {
  const last = from + REACH;
  const window = text.slice(0, last + word.length);
  for (let at = window.indexOf(word, from); at !== -1; at = window.indexOf(word, at + 1)) {
    if (standsAlone(text, at, at + word.length)) return at;
  }
  return null;
}

/** Is not a part of a longer word. */
function standsAlone(text: string, start: number, end: number): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
  return !(isLetter(start - 1) && isLetter(start)) && !(isLetter(end) && isLetter(end - 1));
}

function meanOf(lines: readonly ReadWords[]): number {
  const all = lines.flatMap((line) => line.words.map((word) => percent(word.confidence)));
  return all.length === 0 ? 0 : Math.round((10 * all.reduce((sum, one) => sum + one, 0)) / all.length) / 10;
}

/** Engines give a little more or less than the scale has, or nothing at all. */
function percent(confidence: number): number {
  return Number.isFinite(confidence) ? Math.min(100, Math.max(0, confidence)) : 0;
}
