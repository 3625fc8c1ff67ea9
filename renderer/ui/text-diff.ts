// What two versions of a text have in common, paragraph by paragraph and word by word.

export interface DiffPart {
  text: string;
  is: 'same' | 'added' | 'removed';
}

/** One paragraph of either text, or a pair of them. `before` and `after` are its indices, from 0. */
export interface DiffRow {
  is: 'same' | 'changed' | 'added' | 'removed';
  parts: DiffPart[];
  before: number | null;
  after: number | null;
}

/** From this likeness on two paragraphs are versions of one. */
const LEAST_LIKENESS = 0.4;
/** Larger tables are not filled: what they would compare counts as gone and new. */
const MOST_PAIRS = 250_000;
const MOST_TOKEN_PAIRS = 4_000_000;

type Pair = readonly [before: number, after: number];

/** The paragraphs of two texts in reading order. Those that are gone stand before those that came in their place. */
export function diffTexts(before: readonly string[], after: readonly string[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let [b, a] = [0, 0];
  const gapTo = ([endB, endA]: Pair) => {
    for (; b < endB; b++)
      rows.push({ is: 'removed', parts: whole(before[b], 'removed'), before: b, after: null });
    for (; a < endA; a++) rows.push({ is: 'added', parts: whole(after[a], 'added'), before: null, after: a });
  };
  for (const pair of pairsOf(before, after)) {
    gapTo(pair);
    const [old = '', now = ''] = [before[b], after[a]];
    rows.push({ is: old === now ? 'same' : 'changed', parts: diffWords(old, now), before: b++, after: a++ });
  }
  gapTo([before.length, after.length]);
  return rows;
}

const whole = (text: string | undefined, is: DiffPart['is']): DiffPart[] => [{ text: text ?? '', is }];

/** The words that stand in both texts, only in the first (`removed`), only in the second (`added`). */
export function diffWords(before: string, after: string): DiffPart[] {
  if (before === after) return whole(before, 'same');
  const [old, now] = [tokensOf(before), tokensOf(after)];
  const parts: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') parts.push({ text: gone, is: 'removed' });
    if (come !== '') parts.push({ text: come, is: 'added' });
    [gone, come] = ['', ''];
  };
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...commonTokens(old, now), [old.length, now.length] as const]) {
    gone += old.slice(b, nextB).join('');
    come += now.slice(a, nextA).join('');
    [b, a] = [nextB + 1, nextA + 1];
    const token = old[nextB];
    if (token === undefined) break;
    const last = parts.at(-1);
    if (gone === '' && come === '' && last?.is === 'same') last.text += token;
    else {
      flush();
      parts.push({ text: token, is: 'same' });
    }
  }
  flush();
  return joined(parts);
}

/** A space between two changes is part of the change: otherwise a new phrase reads as a row of new words. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '') result.push({ text: gone, is: 'removed' });
    if (come !== '') result.push({ text: come, is: 'added' });
    [gone, come] = ['', ''];
  };
  parts.forEach((part, at) => {
    const next = parts[at + 1];
    const between = part.text.trim() === '' && next !== undefined && gone !== '' && come !== '';
    if (part.is === 'same' && !between) {
      flush();
      result.push({ ...part });
      return;
    }
    if (part.is !== 'added') gone += part.text;
    if (part.is !== 'removed') come += part.text;
  });
  flush();
  return result;
}

/** Words with what belongs to them (`14-CT/TU`, `4,3`, `30/6`), single marks, spaces. */
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[/-][\p{L}\p{M}\p{N}]+|[.,]\p{N}+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** A longest common subsequence, as pairs of indices. */
function commonTokens(old: readonly string[], now: readonly string[]): Pair[] {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const [rows, columns] = [old.length - head - tail, now.length - head - tail];
  const pairs: Pair[] = Array.from({ length: head }, (_, i) => [i, i]);
  const equal = (b: number, a: number) => (old[head + b] === now[head + a] ? 1 : 0);
  if (rows * columns <= MOST_TOKEN_PAIRS) {
    for (const [b, a] of bestPairs(rows, columns, equal)) pairs.push([head + b, head + a]);
  }
  for (let i = tail; i > 0; i--) pairs.push([old.length - i, now.length - i]);
  return pairs;
}

/** The pairs, in the order of both sides, whose worth together is greatest. Worth 0 pairs nothing. */
function bestPairs(rows: number, columns: number, worth: (row: number, column: number) => number): Pair[] {
  const width = columns + 1;
  const best = new Float32Array((rows + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  const taken = new Uint8Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const here = worth(row, column);
      const paired = here > 0 ? here + at(row + 1, column + 1) : -1;
      const other = Math.max(at(row + 1, column), at(row, column + 1));
      best[row * width + column] = Math.max(paired, other);
      if (paired >= other && here > 0) taken[row * width + column] = 1;
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (taken[row * width + column] === 1) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Which paragraphs are versions of one another: equal ones that occur once hold the rest in place. */
function pairsOf(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  for (const [endB, endA] of [...anchors(before, after), [before.length, after.length] as const]) {
    const [fromB, fromA] = [b, a];
    for (const [x, y] of similarPairs(before.slice(b, endB), after.slice(a, endA))) {
      pairs.push([fromB + x, fromA + y]);
    }
    if (endB < before.length && endA < after.length) pairs.push([endB, endA]);
    [b, a] = [endB + 1, endA + 1];
  }
  return pairs;
}

/** Paragraphs that stand once in each text, word for word, and in the same order. */
function anchors(before: readonly string[], after: readonly string[]): Pair[] {
  const places = onceIn(after);
  const found: Pair[] = [];
  for (const [text, b] of onceIn(before)) {
    const a = places.get(text);
    if (a !== undefined) found.push([b, a]);
  }
  return ascending(found);
}

function onceIn(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const again = new Set<string>();
  texts.forEach((text, at) => {
    if (places.has(text)) again.add(text);
    places.set(text, at);
  });
  for (const text of again) places.delete(text);
  return places;
}

/** The longest run of pairs that rises on both sides; they come in the order of the first. */
function ascending(pairs: readonly Pair[]): Pair[] {
  /** `ends[n]`: index of the pair that ends a run of n + 1 and has the smallest second place. */
  const ends: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, a], at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < a) low = middle + 1;
      else high = middle;
    }
    previous[at] = ends[low - 1] ?? -1;
    ends[low] = at;
  });
  const run: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) run.push(pair);
  }
  return run.reverse();
}

function similarPairs(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const [old, now] = [before.map(wordsOf), after.map(wordsOf)];
  return bestPairs(before.length, after.length, (b, a) => {
    if (before[b] === after[a]) return 1;
    const [one, other] = [old[b], now[a]];
    const likeness = one === undefined || other === undefined ? 0 : likenessOf(one, other);
    return likeness >= LEAST_LIKENESS ? likeness : 0;
  });
}

interface Words {
  counts: ReadonlyMap<string, number>;
  total: number;
}

function wordsOf(text: string): Words {
  const counts = new Map<string, number>();
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

/** How many of the words of both stand in the other too, 0 to 1. */
function likenessOf(one: Words, other: Words): number {
  if (one.total + other.total === 0) return 0;
  const [smaller, larger] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [word, count] of smaller.counts) common += Math.min(count, larger.counts.get(word) ?? 0);
  return (2 * common) / (one.total + other.total);
}
