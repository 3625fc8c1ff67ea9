// Which paragraphs of two articles say the same: in the order of both, then those that changed places.
import { bestChain, type Candidate } from '#core/align/chain';
import { candidatesOf } from '#core/align/candidates';
import { featuresOf, similarity, type Features } from '#core/align/features';
import { findTarget } from '#core/anchor';
import { blockAt, blockStarts, textOf, type Article } from '#core/article';
import type { Pin, PinEnd } from '#core/pin';

/**
 * `same`: equal but for case, placement of tones, spaces; `reworded`: the same matter in other words, or with other numbers;
 * `moved`: either of them, at another place in the order.
 */
export type PairKind = 'same' | 'reworded' | 'moved';

/** Indices of blocks, from 0. */
export interface AlignedPair {
  left: number;
  right: number;
  kind: PairKind;
  /** How much the two have in common, 0 to 1; 1 when they are equal. */
  score: number;
  /** A person said so. */
  pinned: boolean;
}

/** Every block stands in one pair or alone. */
export interface Alignment {
  /** In the order of the left article. */
  pairs: AlignedPair[];
  onlyLeft: number[];
  onlyRight: number[];
}

/** A person's word that two paragraphs belong together, or (false) do not. */
export interface AlignPin {
  left: number;
  right: number;
  together: boolean;
}

/** From this similarity on paragraphs are versions of one another, where the order speaks for it… */
const LEAST_IN_ORDER = 0.24;
/** …and where it does not. */
const LEAST_MOVED = 0.3;
/** A pair with less than this part of the similarity that one of its paragraphs has with its own best match is none. */
const LEAST_OF_BEST = 0.6;

/** Aligns two articles given as their paragraphs. Swapping the sides swaps the result. */
export function alignBlocks(
  left: readonly string[],
  right: readonly string[],
  pins: readonly AlignPin[] = [],
): Alignment {
  // Equal choices are settled by the order of the sides, so that has to be the same whichever way round they were given.
  if (!comesFirst(right, left)) return aligned(left, right, pins);
  const mirrored = pins.map((pin) => ({ ...pin, left: pin.right, right: pin.left }));
  const { pairs, onlyLeft, onlyRight } = aligned(right, left, mirrored);
  return {
    pairs: pairs.map((pair) => ({ ...pair, left: pair.right, right: pair.left })).sort(byLeft),
    onlyLeft: onlyRight,
    onlyRight: onlyLeft,
  };
}

const byLeft = (a: AlignedPair, b: AlignedPair): number => a.left - b.left;

function comesFirst(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const at = a.findIndex((text, index) => text !== b[index]);
  return at >= 0 && (a[at] ?? '') < (b[at] ?? '');
}

function aligned(left: readonly string[], right: readonly string[], pins: readonly AlignPin[]): Alignment {
  const features = featuresOf(left, right);
  const { together, apart, touched } = settledBy(pins, left.length, right.length);
  const ends = equalEnds(features, touched);
  const free = {
    left: openIndices(left.length, ends, new Set(together.map((pin) => pin.left))),
    right: openIndices(right.length, ends, new Set(together.map((pin) => pin.right))),
  };
  const allowed = candidatesOf(features, free, LEAST_IN_ORDER).filter(
    (pair) => !apart.has(pair.left * right.length + pair.right),
  );
  const likely = withoutDominated(allowed);
  const pinned = together.map((pin) => pinnedCandidate(pin, features));
  const chain = bestChain<Candidate & { pinned?: boolean }>([...likely, ...pinned]);
  const inChain = new Set(chain);
  const moved = pinned.filter((pin) => !inChain.has(pin));

  const pairs: AlignedPair[] = [];
  const used = { left: new Set<number>(), right: new Set<number>() };
  const take = (pair: Candidate, isMoved: boolean, isPinned: boolean) => {
    if (used.left.has(pair.left) || used.right.has(pair.right)) return;
    used.left.add(pair.left);
    used.right.add(pair.right);
    const kind = isMoved ? 'moved' : pair.score === 1 ? 'same' : 'reworded';
    pairs.push({ left: pair.left, right: pair.right, kind, score: pair.score, pinned: isPinned });
  };
  for (const pair of ends.pairs(features)) take(pair, false, false);
  for (const pair of moved) take(pair, true, true);
  for (const pair of chain) take(pair, false, pair.pinned === true);
  const rest = likely.filter(({ score }) => score >= LEAST_MOVED).sort(byScore);
  for (const pair of rest) take(pair, true, false);
  return {
    pairs: pairs.sort(byLeft),
    onlyLeft: left.map((_, at) => at).filter((at) => !used.left.has(at)),
    onlyRight: right.map((_, at) => at).filter((at) => !used.right.has(at)),
  };
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || b.worth - a.worth || a.left - b.left || a.right - b.right;

/** The pins that hold: of those that contradict one another, or name no paragraph, only the first. */
function settledBy(pins: readonly AlignPin[], lefts: number, rights: number) {
  const together: AlignPin[] = [];
  const apart = new Set<number>();
  const touched = { left: new Set<number>(), right: new Set<number>() };
  const used = { left: new Set<number>(), right: new Set<number>() };
  for (const pin of pins) {
    if (pin.left >= lefts || pin.right >= rights) continue;
    const pair = pin.left * rights + pin.right;
    touched.left.add(pin.left);
    touched.right.add(pin.right);
    if (!pin.together) apart.add(pair);
    else if (!apart.has(pair) && !used.left.has(pin.left) && !used.right.has(pin.right)) {
      together.push(pin);
      used.left.add(pin.left);
      used.right.add(pin.right);
    }
  }
  return { together, apart, touched };
}

interface Ends {
  head: number;
  tail: number;
  pairs: (features: Features) => Candidate[];
}

/** How many paragraphs are equal at the beginning and at the end, up to the first that a person spoke of. */
function equalEnds(
  { left, right }: Features,
  touched: { left: ReadonlySet<number>; right: ReadonlySet<number> },
): Ends {
  const most = Math.min(left.length, right.length);
  const isEqual = (l: number, r: number) =>
    left[l]?.key === right[r]?.key && !touched.left.has(l) && !touched.right.has(r);
  let head = 0;
  while (head < most && isEqual(head, head)) head++;
  let tail = 0;
  while (tail < most - head && isEqual(left.length - 1 - tail, right.length - 1 - tail)) tail++;
  const pair = (l: number, r: number): Candidate => ({ left: l, right: r, score: 1, worth: 1 });
  return {
    head,
    tail,
    pairs: () => [
      ...Array.from({ length: head }, (_, at) => pair(at, at)),
      ...Array.from({ length: tail }, (_, at) => pair(left.length - 1 - at, right.length - 1 - at)),
    ],
  };
}

function openIndices(length: number, { head, tail }: Ends, settled: ReadonlySet<number>): number[] {
  const open: number[] = [];
  for (let at = head; at < length - tail; at++) if (!settled.has(at)) open.push(at);
  return open;
}

function pinnedCandidate({ left, right }: AlignPin, features: Features): Candidate & { pinned: true } {
  const [one, other] = [features.left[left], features.right[right]];
  const score = one === undefined || other === undefined ? 0 : similarity(one, other, features.weights);
  return { left, right, score, worth: Math.sqrt((one?.total ?? 0) + (other?.total ?? 0) + 1), pinned: true };
}

/** Leaves out pairs of a paragraph that belongs much better to another one which has no better either. */
function withoutDominated(candidates: readonly Candidate[]): Candidate[] {
  const best = { left: new Map<number, Candidate>(), right: new Map<number, Candidate>() };
  for (const pair of [...candidates].sort(byScore)) {
    if (!best.left.has(pair.left)) best.left.set(pair.left, pair);
    if (!best.right.has(pair.right)) best.right.set(pair.right, pair);
  }
  const claimOf = (pair: Candidate | undefined): number => {
    if (pair === undefined) return 0;
    const isMutual = best.left.get(pair.left) === pair && best.right.get(pair.right) === pair;
    return isMutual ? pair.score : 0;
  };
  return candidates.filter((pair) => {
    const claims = Math.max(claimOf(best.left.get(pair.left)), claimOf(best.right.get(pair.right)));
    return pair.score >= LEAST_OF_BEST * claims;
  });
}

/** Pins as paragraphs of these two articles, whichever way round they were set; one whose paragraph is gone is left out. */
export function pinsBetween(
  pins: readonly Pin[],
  left: Article,
  right: Article,
): (AlignPin & { id: string })[] {
  return pins.flatMap((pin) => {
    const isTurned = pin.left.articleId !== left.id;
    const [mine, theirs] = isTurned ? [pin.right, pin.left] : [pin.left, pin.right];
    if (mine.articleId !== left.id || theirs.articleId !== right.id) return [];
    const [one, other] = [blockOf(mine, left), blockOf(theirs, right)];
    return one === null || other === null
      ? []
      : [{ id: pin.id, left: one, right: other, together: pin.together }];
  });
}

function blockOf({ target, revision }: PinEnd, article: Article): number | null {
  const starts = blockStarts(article.blocks);
  if (revision === article.revision) return blockAt(starts, target.start);
  const found = findTarget(textOf(article), target);
  return found.state === 'orphan' ? null : blockAt(starts, found.span.start);
}
