import { createMatcher, PLAIN_FIND } from '#core/search/find';
import { foldText } from '#core/text/fold';
import { textOf } from '#core/article';
import { generated } from './material';

type Print = (line: string) => void;

const BYTES = 2_000_000;
const ROUNDS = 15;
/** Without marks, with marks, short, a document's number, and words that are not there. */
const QUERIES = ['nhiem vu', 'nhiệm vụ', 'an', '05 ct tw', 'không đâu có'] as const;
/** Folding once and finding once, beside what a plain search does for every query: no slower. */
const LIMIT = 1;

function textOfSize(): string {
  let text = '';
  for (let part = 0; Buffer.byteLength(text) < BYTES; part += 1)
    text += `${textOf(generated(part).article)}\n`;
  return text;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function timed<T>(into: number[], work: () => T): T {
  const begun = performance.now();
  const result = work();
  into.push(performance.now() - begun);
  return result;
}

/** What is usually done: all marks off, then letter by letter. It finds no spelling and knows no way back. */
function plainSearch(text: string, query: string): number {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let count = 0;
  for (let at = bare.indexOf(query); at >= 0; at = bare.indexOf(query, at + 1)) count += 1;
  return count;
}

export default function run(print: Print): void {
  const text = textOfSize();
  for (const form of ['NFC', 'NFD'] as const) {
    const written = text.normalize(form);
    const times = { plain: [] as number[], fold: [] as number[], find: QUERIES.map((): number[] => []) };
    for (let round = 0; round < ROUNDS; round += 1) {
      timed(times.plain, () => plainSearch(written, 'nhiem vu'));
      const folded = timed(times.fold, () => foldText(written));
      QUERIES.forEach((query, i) =>
        timed(times.find[i] ?? [], () => createMatcher(query, PLAIN_FIND)?.find(folded)),
      );
    }
    print(`2 MB as ${form}, median of ${ROUNDS}`);
    print(`  marks off by NFD, and indexOf  ${median(times.plain).toFixed(1).padStart(8)} ms`);
    print(`  foldText                       ${median(times.fold).toFixed(1).padStart(8)} ms`);
    QUERIES.forEach((query, i) =>
      print(
        `  find ${`“${query}”`.padEnd(26)}${median(times.find[i] ?? [])
          .toFixed(1)
          .padStart(8)} ms`,
      ),
    );
    const ratio = (median(times.fold) + median(times.find[0] ?? [])) / median(times.plain);
    print(
      `${ratio <= LIMIT ? 'ok    ' : 'MISSED'}  folding and finding to the plain search: ${ratio.toFixed(2)} (at most ${LIMIT})`,
    );
  }
}
