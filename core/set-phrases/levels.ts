// Runs of equal syllables, one syllable longer at each level. Two runs are equal when they have the same number, and a run
// gets its number from those of its two parts that are one syllable shorter: so nothing is compared twice, and no two runs
// are taken for one by chance.
import { END, type Corpus } from './corpus';

/** All runs of one length that stand in enough articles. */
export interface Level {
  length: number;
  /** By place: the number of the run that begins there; `END` where none does. */
  runs: Int32Array;
  /** The places where one begins, in order. */
  places: Int32Array;
  /** How many runs there are. */
  count: number;
}

/** Single syllables. */
export function firstLevel(corpus: Corpus, leastArticles: number): Level {
  const { ids } = corpus;
  const all = Int32Array.from({ length: ids.length }, (_, at) => at);
  const places = all.filter((at) => ids[at] !== END);
  return frequent(corpus, { length: 1, runs: ids.slice(), places, count: corpus.keys.length }, leastArticles);
}

/** Runs that are one syllable longer than those of `level`. */
export function nextLevel(corpus: Corpus, level: Level, leastArticles: number): Level {
  const runs = new Int32Array(level.runs.length).fill(END);
  const names = new PairNames();
  const places = level.places.filter((at) => (level.runs[at + 1] ?? END) !== END);
  for (const at of places) runs[at] = names.of(level.runs[at] ?? 0, level.runs[at + 1] ?? 0);
  return frequent(corpus, { length: level.length + 1, runs, places, count: names.count }, leastArticles);
}

/** Leaves out the runs that stand in too few articles. */
function frequent(corpus: Corpus, level: Level, leastArticles: number): Level {
  const articles = articleCounts(corpus, level);
  const isFrequent = (at: number): boolean => (articles[level.runs[at] ?? 0] ?? 0) >= leastArticles;
  const places = level.places.filter(isFrequent);
  const runs = new Int32Array(level.runs.length).fill(END);
  for (const at of places) runs[at] = level.runs[at] ?? END;
  return { ...level, runs, places };
}

/** By run: in how many articles it stands. */
export function articleCounts({ firsts }: Corpus, { runs, places, count }: Level): Int32Array {
  const counts = new Int32Array(count);
  const last = new Int32Array(count).fill(-1);
  let article = 0;
  for (const at of places) {
    while ((firsts[article + 1] ?? Infinity) <= at) article += 1;
    const run = runs[at] ?? 0;
    if (last[run] === article) continue;
    last[run] = article;
    counts[run] = (counts[run] ?? 0) + 1;
  }
  return counts;
}

/** Numbers for pairs of numbers, in the order in which they come: a table with open addresses. */
class PairNames {
  count = 0;
  private slots = new Int32Array(1 << 12).fill(-1);
  private left = new Int32Array(1 << 11);
  private right = new Int32Array(1 << 11);

  of(left: number, right: number): number {
    let slot = this.slotOf(left, right);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    if (this.count === this.left.length) {
      this.grow();
      slot = this.slotOf(left, right);
    }
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.slots[slot] = this.count;
    return this.count++;
  }

  /** Where the pair stands, or could. */
  private slotOf(left: number, right: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const name = this.slots[slot] ?? -1;
      if (name < 0 || (this.left[name] === left && this.right[name] === right)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const double = (before: Int32Array): Int32Array<ArrayBuffer> => {
      const longer = new Int32Array(before.length * 2);
      longer.set(before);
      return longer;
    };
    this.left = double(this.left);
    this.right = double(this.right);
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let name = 0; name < this.count; name += 1) {
      this.slots[this.slotOf(this.left[name] ?? 0, this.right[name] ?? 0)] = name;
    }
  }
}
