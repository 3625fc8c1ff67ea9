// Near-duplicates: how much of one text stands in another. Word order counts; case, tone placement, punctuation do not.
import { toneOnFirstVowel } from '#core/text/normalise';

/** Syllables in a run. Longer ones tell apart reports that share set phrases; shorter ones survive more corrections. */
const RUN = 3;
/** Hashes in a sketch. */
export const SKETCH_SIZE = 48;
/** Changes with the way sketches are made: those of another kind compare with nothing. */
export const SKETCH_KIND = `${SKETCH_SIZE} of ${RUN}`;

/** From this resemblance on two texts are versions of one. */
const LEAST_RESEMBLANCE = 0.5;
/** A shorter text of which this much stands in the longer one is a cut of it… */
const LEAST_CONTAINMENT = 0.8;
/** …unless it is a smaller part of it than this: then the longer one only has a passage of it. */
const LEAST_PART = 0.4;
/**
 * The least share of common hashes in two sketches. Of the pairs that are only just similar (a cut to 40 % of which 80 %
 * is left has a resemblance of 0.3) fewer than one in ten thousand have less.
 */
const LEAST_SHARE = 4 / SKETCH_SIZE;

/** `resemblance`: runs that both texts have, of all that either has; `containment`: of those of the shorter. 0 to 1. */
export interface Likeness {
  resemblance: number;
  containment: number;
}

/** Of two texts in NFC. */
export function likeness(a: string, b: string): Likeness {
  const [one, other] = [new Set(hashesOf(a)), new Set(hashesOf(b))];
  const [smaller, larger] = one.size <= other.size ? [one, other] : [other, one];
  if (smaller.size === 0) return { resemblance: 0, containment: 0 };
  let common = 0;
  for (const hash of smaller) if (larger.has(hash)) common++;
  return {
    resemblance: common / (smaller.size + larger.size - common),
    containment: common / smaller.size,
  };
}

/** Whether one text is a version, a copy or a cut of the other. */
export function isSimilar({ resemblance, containment }: Likeness): boolean {
  if (resemblance >= LEAST_RESEMBLANCE) return true;
  if (containment < LEAST_CONTAINMENT) return false;
  // How large the smaller is, of the larger: what the two shares leave open.
  return 1 / (containment / resemblance + containment - 1) >= LEAST_PART;
}

/** The smallest hashes of a text's runs, ascending: a sample that two texts share as far as they share runs. */
export function sketchOf(text: string): number[] {
  const sketch: number[] = [];
  for (const hash of hashesOf(text).sort()) {
    if (hash !== sketch.at(-1)) sketch.push(hash);
    if (sketch.length === SKETCH_SIZE) break;
  }
  return sketch;
}

/** What two sketches say of the resemblance of their texts, 0 to 1. */
export function resemblanceOfSketches(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let at = 0;
  let other = 0;
  let common = 0;
  let seen = 0;
  while (seen < SKETCH_SIZE && (at < a.length || other < b.length)) {
    const mine = a[at] ?? Infinity;
    const theirs = b[other] ?? Infinity;
    if (mine <= theirs) at++;
    if (theirs <= mine) other++;
    if (mine === theirs) common++;
    seen++;
  }
  return seen === 0 ? 0 : common / seen;
}

/** False when texts with these sketches are hardly ever similar; true says that they have to be compared. */
export function mayBeSimilar(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return resemblanceOfSketches(a, b) >= LEAST_SHARE;
}

const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** One for each run of syllables, in the order of the text; one for all when there are too few for a run. */
function hashesOf(text: string): Uint32Array {
  const syllables = Array.from(toneOnFirstVowel(text.toLowerCase()).match(SYLLABLE) ?? [], hashOf);
  if (syllables.length === 0) return new Uint32Array();
  const runs = Math.max(1, syllables.length - RUN + 1);
  const hashes = new Uint32Array(runs);
  for (let run = 0; run < runs; run++) {
    let hash = 0;
    for (let at = run; at < run + RUN; at++) hash = Math.imul(hash, 0x9e3779b1) + (syllables[at] ?? 0);
    hashes[run] = mixed(hash);
  }
  return hashes;
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads every bit over all of them (the end of MurmurHash 3), so that the smallest hashes are a fair sample. */
function mixed(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
