import { alignBlocks } from '#core/align';
import { sharedPhrases } from '#core/shared-phrases';
import { diffWords } from '#core/word-diff';
import { twoYears, type TwoYears } from '../core/align-material';
import { median } from './store.bench';

type Print = (line: string) => void;

/** Paragraphs of each article, how often it is done, and how long one may take (ms). */
const CASES = [
  { paragraphs: 100, rounds: 15, limit: 50 },
  { paragraphs: 2000, rounds: 3, limit: 2000 },
];

/** What comes to mind first: every paragraph with every other by the cosine of their words. It does not even keep the order. */
function everyCosine({ left, right }: TwoYears): number {
  const bags = (texts: readonly string[]) =>
    texts.map((text) => {
      const counts = new Map<string, number>();
      for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
        counts.set(word, (counts.get(word) ?? 0) + 1);
      const length = Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
      return { counts, length };
    });
  const [mine, theirs] = [bags(left), bags(right)];
  let paired = 0;
  for (const one of mine) {
    let best = 0;
    for (const other of theirs) {
      let product = 0;
      for (const [word, count] of one.counts) product += count * (other.counts.get(word) ?? 0);
      best = Math.max(best, product / (one.length * other.length));
    }
    if (best > 0.5) paired++;
  }
  return paired;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`.padStart(12);

export default function run(print: Print): void {
  for (const { paragraphs, rounds, limit } of CASES) {
    const articles = twoYears(paragraphs, paragraphs);
    const { left, right, pairs } = articles;
    const times = {
      align: [] as number[],
      cosine: [] as number[],
      phrases: [] as number[],
      words: [] as number[],
    };
    let found = alignBlocks(left, right).pairs;
    // Turn by turn, because the machine is never equally busy for long.
    for (let round = 0; round < rounds; round++) {
      times.align.push(timed(() => (found = alignBlocks(left, right).pairs)));
      times.cosine.push(timed(() => everyCosine(articles)));
      times.phrases.push(timed(() => sharedPhrases(left, right)));
      times.words.push(
        timed(() => found.forEach((pair) => diffWords(left[pair.left] ?? '', right[pair.right] ?? ''))),
      );
    }
    const correct = found.filter((pair) => pairs.has(`${pair.left}-${pair.right}`)).length;
    const [align, cosine] = [median(times.align), median(times.cosine)];
    const verdict = align <= limit ? 'ok    ' : 'MISSED';
    print(`${paragraphs} against ${right.length} paragraphs, median of ${rounds}`);
    print(`${verdict}  aligned ${ms(align)} (at most ${limit} ms)`);
    print(
      `        every pair by cosine, unordered ${ms(cosine)}, aligned takes ${(align / cosine).toFixed(2)} of it`,
    );
    print(
      `        shared phrases ${ms(median(times.phrases))}, words of all pairs ${ms(median(times.words))}`,
    );
    print(
      `        of ${found.length} pairs ${correct} are right, of ${pairs.size} that belong together ${correct} are found`,
    );
  }
}
