// Set phrases: runs of syllables that come again in many articles.
import { END, corpusOf, Ints, type Corpus } from '#core/set-phrases/corpus';
import { articleCounts, firstLevel, nextLevel, type Level } from '#core/set-phrases/levels';

export interface PhraseArticle {
  id: string;
  /** The article whose wire story this is a copy of; all copies count as one. */
  story: string | null;
  /** As `textOf` gives it. */
  text: string;
}

export interface PhraseLimits {
  /** The shortest phrase, in syllables. */
  syllables: number;
  /** In how many articles, at least, it stands. */
  articles: number;
}

export interface SetPhrase {
  /** The same however it is written. */
  key: string;
  /** As it is written most often. */
  text: string;
  syllables: number;
  /** In how many articles it stands. */
  articles: number;
  /** Every place in three numbers: index of the article among those that were given, `start` and `end` in its text. */
  places: Int32Array;
}

/** Longer runs are found by their first so many syllables. */
const LONGEST = 64;

/**
 * The phrases that stand in the most articles first. A phrase is left out when each of its places is within a longer one, and
 * when it has nothing but function words. Sentences and paragraphs end phrases; of one wire story only the first copy counts.
 */
export function setPhrases(articles: readonly PhraseArticle[], limits: PhraseLimits): SetPhrase[] {
  const counted = firstCopies(articles);
  const texts = counted.map((index) => articles[index]?.text ?? '');
  const corpus = corpusOf(texts);
  const phrases: SetPhrase[] = [];
  let level = firstLevel(corpus, limits.articles);
  while (level.places.length > 0) {
    const longer = level.length < LONGEST ? nextLevel(corpus, level, limits.articles) : null;
    if (level.length >= limits.syllables) phrases.push(...listed(corpus, level, longer, texts, counted));
    if (longer === null) break;
    level = longer;
  }
  return phrases.sort(
    (a, b) => b.articles - a.articles || b.syllables - a.syllables || (a.key < b.key ? -1 : 1),
  );
}

/** Indexes of the articles without further copies of a story that is there already. */
function firstCopies(articles: readonly PhraseArticle[]): number[] {
  const ids = new Set(articles.map(({ id }) => id));
  const seen = new Set<string>();
  return articles.flatMap(({ story }, index) => {
    if (story === null) return [index];
    if (ids.has(story) || seen.has(story)) return [];
    seen.add(story);
    return [index];
  });
}

/** The runs of a level that have a place which is not within a longer run. */
function listed(
  corpus: Corpus,
  level: Level,
  longer: Level | null,
  texts: readonly string[],
  counted: readonly number[],
): SetPhrase[] {
  const { runs, places, count } = level;
  const isListed = new Uint8Array(count);
  for (const at of places) {
    const isWithin =
      longer === null
        ? (runs[at - 1] ?? END) !== END
        : (longer.runs[at] ?? END) !== END || (longer.runs[at - 1] ?? END) !== END;
    if (!isWithin) isListed[runs[at] ?? 0] = 1;
  }
  const placesOf = new Map<number, Ints>();
  for (const at of places) {
    const run = runs[at] ?? 0;
    if (isListed[run] !== 1 || isEmpty(corpus, at, level.length)) continue;
    const list = placesOf.get(run) ?? new Ints(8);
    placesOf.set(run, list);
    list.push(at);
  }
  const articleCount = articleCounts(corpus, level);
  return Array.from(placesOf, ([run, list]) =>
    phraseAt(corpus, list.done(), level.length, articleCount[run] ?? 0, { texts, counted }),
  );
}

/** Nothing but words that join others. */
function isEmpty({ ids, isFunction }: Corpus, at: number, length: number): boolean {
  for (let next = at; next < at + length; next += 1) if (isFunction[ids[next] ?? 0] !== 1) return false;
  return true;
}

function phraseAt(
  { ids, keys, starts, ends, firsts }: Corpus,
  at: Int32Array,
  syllables: number,
  articles: number,
  { texts, counted }: { texts: readonly string[]; counted: readonly number[] },
): SetPhrase {
  const places = new Int32Array(at.length * 3);
  const written = new Map<string, number>();
  let article = 0;
  for (const [index, first] of at.entries()) {
    article = articleAt(firsts, first, article);
    const [start, end] = [starts[first] ?? 0, ends[first + syllables - 1] ?? 0];
    places.set([counted[article] ?? 0, start, end], index * 3);
    const words = (texts[article]?.slice(start, end) ?? '').normalize('NFC').replaceAll(/\s+/gu, ' ');
    written.set(words, (written.get(words) ?? 0) + 1);
  }
  const first = at[0] ?? 0;
  const key = Array.from(ids.subarray(first, first + syllables), (id) => keys[id] ?? '').join(' ');
  return { key, text: mostWritten(written), syllables, articles, places };
}

/** The article that holds a place; none before `from` does. */
function articleAt(firsts: Int32Array, place: number, from: number): number {
  let [low, high] = [from, firsts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? Infinity) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Of those that are written as often the first. */
function mostWritten(written: ReadonlyMap<string, number>): string {
  let [most, best] = [0, ''];
  for (const [words, count] of written) if (count > most) [most, best] = [count, words];
  return best;
}
