// Runs of syllables that two articles share, whatever their order and punctuation.
import { textKey, wordsOf } from '#core/align/tokens';

interface PhrasePlace {
  block: number;
  start: number;
  end: number;
}

/** A run that cannot be longer on either side. `start` and `end` are offsets into the text of the block. */
export interface SharedPhrase {
  /** As the left article writes it. */
  text: string;
  syllables: number;
  left: PhrasePlace;
  right: PhrasePlace;
  /** It is part of a paragraph that is the same in both. */
  inSame: boolean;
}

const LEAST_SYLLABLES = 6;
/** Places of a run's beginning that are tried: a common formula has thousands. */
const MOST_TRIED = 64;

/** All syllables of an article in a row; a block ends with a piece that equals nothing. */
interface Row {
  /** Ids of what stands there; below 0 at the end of a block. */
  ids: Int32Array;
  block: Int32Array;
  start: Int32Array;
  end: Int32Array;
}

/** A run by its place in the rows of both articles. */
interface Run {
  left: number;
  right: number;
  length: number;
}

/** The longest first; none is part of another one's words, and each wording stands once, where the right article has it first. */
export function sharedPhrases(
  left: readonly string[],
  right: readonly string[],
  least = LEAST_SYLLABLES,
): SharedPhrase[] {
  const ids = new Map<string, number>();
  const [rowL, rowR] = [rowOf(left, ids), rowOf(right, ids)];
  const runs = sharedRuns(rowL.ids, rowR.ids, least).sort((a, b) => b.length - a.length || a.right - b.right);
  const keys = { left: left.map(textKey), right: right.map(textKey) };
  return withoutParts(runs, rowL.ids, least).map((run) => {
    const [mine, theirs] = [placeOf(rowL, run.left, run.length), placeOf(rowR, run.right, run.length)];
    return {
      text: (left[mine.block] ?? '').slice(mine.start, mine.end),
      syllables: run.length,
      left: mine,
      right: theirs,
      inSame: keys.left[mine.block] === keys.right[theirs.block],
    };
  });
}

/** The longest run from each place of the right article on, without those that are only the rest of another. */
function sharedRuns(left: Int32Array, right: Int32Array, least: number): Run[] {
  const starts = startsOf(left, least);
  const runs: Run[] = [];
  let covered = 0;
  for (let at = 0; at < right.length; at++) {
    const { place, length } = longestAt(left, right, at, starts, least);
    if (length < least || at + length <= covered) continue;
    covered = at + length;
    runs.push({ left: place, right: at, length });
  }
  return runs;
}

/** `runs`: the longest first. */
function withoutParts(runs: readonly Run[], ids: Int32Array, least: number): Run[] {
  const places = new Map<number, { place: number; end: number }[]>();
  const isPart = (run: Run): boolean =>
    (places.get(runHash(ids, run.left, least)) ?? []).some(({ place, end }) => {
      let length = 0;
      while (length < run.length && ids[place + length] === ids[run.left + length]) length++;
      return length === run.length && place + length <= end;
    });
  return runs.filter((run) => {
    if (isPart(run)) return false;
    const end = run.left + run.length;
    for (let place = run.left; place + least <= end; place++) {
      const hash = runHash(ids, place, least);
      const list = places.get(hash) ?? [];
      if (list.length < MOST_TRIED) places.set(hash, [...list, { place, end }]);
    }
    return true;
  });
}

function rowOf(texts: readonly string[], ids: Map<string, number>): Row {
  const pieces = texts.flatMap((text, block) => [
    ...wordsOf(text).map(({ key, start, end }) => ({ id: idOf(key, ids), block, start, end })),
    { id: -1, block, start: text.length, end: text.length },
  ]);
  return {
    ids: Int32Array.from(pieces, ({ id }) => id),
    block: Int32Array.from(pieces, ({ block }) => block),
    start: Int32Array.from(pieces, ({ start }) => start),
    end: Int32Array.from(pieces, ({ end }) => end),
  };
}

function idOf(key: string, ids: Map<string, number>): number {
  const id = ids.get(key) ?? ids.size;
  ids.set(key, id);
  return id;
}

/** The places at which each run of `length` pieces begins. */
function startsOf(ids: Int32Array, length: number): Map<number, number[]> {
  const starts = new Map<number, number[]>();
  for (let at = 0; at + length <= ids.length; at++) {
    const hash = runHash(ids, at, length);
    const list = starts.get(hash);
    if (list === undefined) starts.set(hash, [at]);
    else if (list.length < MOST_TRIED) list.push(at);
  }
  return starts;
}

function runHash(ids: Int32Array, at: number, length: number): number {
  let hash = 0;
  for (let next = at; next < at + length; next++) hash = Math.imul(hash, 0x9e3779b1) + (ids[next] ?? 0) + 1;
  return hash | 0;
}

function longestAt(
  left: Int32Array,
  right: Int32Array,
  at: number,
  starts: ReadonlyMap<number, readonly number[]>,
  least: number,
): { place: number; length: number } {
  let best = { place: 0, length: 0 };
  for (const place of starts.get(runHash(right, at, least)) ?? []) {
    let length = 0;
    while ((left[place + length] ?? -1) >= 0 && left[place + length] === right[at + length]) length++;
    if (length > best.length) best = { place, length };
  }
  return best;
}

function placeOf(row: Row, from: number, length: number): PhrasePlace {
  return {
    block: row.block[from] ?? 0,
    start: row.start[from] ?? 0,
    end: row.end[from + length - 1] ?? 0,
  };
}
