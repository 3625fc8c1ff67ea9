// What two versions of a paragraph have in common, word by word.
import { isWord, tokensOf, wordsOf, type Token } from '#core/align/tokens';
import { isFunctionSyllable } from '#core/align/function-syllables';
import type { Span } from '#core/span';

export interface DiffPart {
  text: string;
  is: 'same' | 'added' | 'removed';
}

/** Larger tables are not filled: what they would compare counts as gone and new. */
const MOST_PAIRS = 4_000_000;
/** What a pair of equal pieces is worth, and what it is worth more when the pair before it is one too. */
const WORTH = { solid: 6, word: 4, functionWord: 2, other: 0.25, inRun: 1 };
/** Words that stay the same are shown as such between changes of this many words on either side… */
const LONE = { words: 1, change: 2 };
/** …or, when there are a few of them, of this many. */
const FEW = { words: 2, change: 6 };

/** A stretch of pieces that stand in both (`kept`), or of those that took each other's place. Ends are exclusive. */
interface Run {
  kept: boolean;
  before: { from: number; to: number };
  after: { from: number; to: number };
}

/** The words that stand in both texts, only in the first (`removed`), only in the second (`added`); spelling counts. */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return [{ text: before, is: 'same' }];
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const cut = (text: string, tokens: readonly Token[], { from, to }: Run['before']): string =>
    text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]?.end ?? 0);
  const literal = (text: string, tokens: readonly Token[]) =>
    tokens.map((token) => ({ ...token, key: text.slice(token.start, token.end) }));
  const parts: DiffPart[] = [];
  for (const run of runsOf(literal(before, old), literal(after, now))) {
    const [gone, come] = [cut(before, old, run.before), cut(after, now, run.after)];
    if (run.kept) parts.push({ text: gone, is: 'same' });
    else {
      if (gone !== '') parts.push({ text: gone, is: 'removed' });
      if (come !== '') parts.push({ text: come, is: 'added' });
    }
  }
  return parts;
}

/** What took each other's place; null where there is nothing on that side. Offsets into each text. */
export interface Change {
  before: Span | null;
  after: Span | null;
}

/**
 * Where two texts differ, in order. Case, placement of tones, punctuation and spaces do not count; every stretch has words at
 * both of its ends.
 */
export function changesBetween(before: string, after: string): Change[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return runsOf(old, now)
    .filter(({ kept }) => !kept)
    .map((run) => ({ before: spanOf(old, run.before), after: spanOf(now, run.after) }));
}

function spanOf(tokens: readonly Token[], { from, to }: Run['before']): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return from >= to || first === undefined || last === undefined
    ? null
    : { start: first.start, end: last.end };
}

/** The stretches of each text that do not stand in the other, as `changesBetween` has them. */
export function changedSpans(before: string, after: string): { before: Span[]; after: Span[] } {
  const changes = changesBetween(before, after);
  const side = (name: 'before' | 'after') =>
    changes.map((change) => change[name]).filter((span) => span !== null);
  return { before: side('before'), after: side('after') };
}

/** Both texts as runs in turn, without those that would only scatter the changes. */
function runsOf(old: readonly Token[], now: readonly Token[]): Run[] {
  let runs = rawRuns(old, now);
  for (;;) {
    const at = runs.findIndex((_, index) => isScatter(runs, index, old));
    if (at < 0) return runs;
    runs = merged(runs, at);
  }
}

function rawRuns(old: readonly Token[], now: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...commonTokens(old, now), [old.length, now.length] as const]) {
    if (nextB > b || nextA > a) {
      runs.push({ kept: false, before: { from: b, to: nextB }, after: { from: a, to: nextA } });
    }
    if (nextB === old.length) break;
    const last = runs.at(-1);
    if (last?.kept === true) {
      last.before.to++;
      last.after.to++;
    } else {
      const [before, after] = [
        { from: nextB, to: nextB + 1 },
        { from: nextA, to: nextA + 1 },
      ];
      runs.push({ kept: true, before, after });
    }
    [b, a] = [nextB + 1, nextA + 1];
  }
  return runs;
}

/** Whether the run is a scrap between two changes: marks, a lone syllable, half of a word. Numbers and codes never are. */
function isScatter(runs: readonly Run[], at: number, old: readonly Token[]): boolean {
  const [run, previous, next] = [runs[at], runs[at - 1], runs[at + 1]];
  if (run?.kept !== true || previous === undefined || next === undefined) return false;
  const tokens = old.slice(run.before.from, run.before.to).filter(isWord);
  if (tokens.some(({ is }) => is !== 'word')) return false;
  if (tokens.length === 0) return true;
  const changes = [previous, next].map(({ before, after }) =>
    Math.max(before.to - before.from, after.to - after.from),
  );
  const [smaller, larger] = [Math.min(...changes), Math.max(...changes)];
  if (tokens.length <= LONE.words) {
    // `trên 80% trước 30/6` keeps its words when only the figures change.
    const isFigure = ({ before }: Run) => old.slice(before.from, before.to).every(({ is }) => is !== 'word');
    const isJoin = tokens.every(({ key }) => isFunctionSyllable(key));
    return larger >= LONE.change || (isJoin && !(isFigure(previous) && isFigure(next)));
  }
  return tokens.length <= FEW.words && smaller >= FEW.change;
}

/** The run with this index and those beside it as one change. */
function merged(runs: readonly Run[], at: number): Run[] {
  const [previous, next] = [runs[at - 1], runs[at + 1]];
  if (previous === undefined || next === undefined) return [...runs];
  const change: Run = {
    kept: false,
    before: { from: previous.before.from, to: next.before.to },
    after: { from: previous.after.from, to: next.after.to },
  };
  return runs.toSpliced(at - 1, 3, change);
}

type Pair = readonly [before: number, after: number];

/** Pairs of equal pieces in the order of both: as much as possible, in runs as long as possible. */
function commonTokens(old: readonly Token[], now: readonly Token[]): Pair[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head]?.key === now[head]?.key) head++;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail)?.key === now.at(-1 - tail)?.key) tail++;
  const middle = { old: old.slice(head, old.length - tail), now: now.slice(head, now.length - tail) };
  const pairs: Pair[] = Array.from({ length: head }, (_, at) => [at, at]);
  for (const [b, a] of bestPairs(middle.old, middle.now)) pairs.push([head + b, head + a]);
  for (let left = tail; left > 0; left--) pairs.push([old.length - left, now.length - left]);
  return pairs;
}

/** The longest common subsequence by worth. `paired`: worth from here on when these two are a pair; `best`: in any case. */
function bestPairs(old: readonly Token[], now: readonly Token[]): Pair[] {
  const width = now.length + 1;
  if (old.length * now.length > MOST_PAIRS) return [];
  const best = new Float32Array((old.length + 1) * width);
  const paired = new Float32Array((old.length + 1) * width);
  const at = (table: Float32Array, row: number, column: number) => table[row * width + column] ?? 0;
  old.forEach((_, back) => {
    const row = old.length - 1 - back;
    const token = old[row];
    if (token === undefined) return;
    const worth = worthOf(token);
    for (let column = now.length - 1; column >= 0; column--) {
      let here = 0;
      if (token.key === now[column]?.key) {
        const run = at(paired, row + 1, column + 1);
        here = worth + Math.max(at(best, row + 1, column + 1), run > 0 ? run + WORTH.inRun : 0);
        paired[row * width + column] = here;
      }
      best[row * width + column] = Math.max(here, at(best, row + 1, column), at(best, row, column + 1));
    }
  });
  const pairs: Pair[] = [];
  let [row, column, isRun] = [0, 0, false];
  while (row < old.length && column < now.length) {
    const here = at(paired, row, column);
    const skipped = Math.max(at(best, row + 1, column), at(best, row, column + 1));
    if (here > 0 && (isRun || here >= skipped)) {
      pairs.push([row, column]);
      const run = at(paired, row + 1, column + 1);
      isRun = run > 0 && run + WORTH.inRun >= at(best, row + 1, column + 1);
      row++;
      column++;
    } else if (at(best, row + 1, column) >= at(best, row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function worthOf({ is, key }: Token): number {
  if (is === 'number' || is === 'code') return WORTH.solid;
  if (is !== 'word') return WORTH.other;
  return isFunctionSyllable(key) ? WORTH.functionWord : WORTH.word;
}
