import { resolve } from 'node:path';
import type { Block } from '#core/article';
import { recognise } from '#core/recognise/recognise';
import { generated } from './material';
import { readGold, type GoldArticle } from './recognise-gold';
import { rates, score, total, type Counts, type Score, type Share } from './recognise-score';

/** Nothing here opens a window. */
export const windowless = true;

type Print = (line: string) => void;

/** This file runs from dist/scripts/recognise.bench. */
const FIXTURES = resolve(import.meta.dirname, '..', '..', '..', 'tests', 'fixtures', 'recognise');
const SIZES = [10_000, 100_000, 1_000_000] as const;
const LARGEST = 1_000_000;
const ROUNDS = 7;
/** What is slow on hostile text is slow enough to be seen at once. */
const HOSTILE_ROUNDS = 3;
/** What one measurement reads at least, so that short texts are read often enough. */
const BYTES_A_ROUND = 400_000;
const MB_PER_SECOND = 5;
/** Cost per byte of the largest text to the smallest: linear, with room for noise. */
const LINEAR = 1.6;

const rounded = (counts: Counts): string =>
  JSON.stringify({
    ...counts,
    ...Object.fromEntries(Object.entries(rates(counts)).map(([name, rate]) => [name, +rate.toFixed(3)])),
  });
const shareOf = ({ right, all }: Share): string => `${right}/${all}`;

function report(print: Print, articles: readonly GoldArticle[], isVerbose: boolean): void {
  const scores: Score[] = [];
  for (const { gold, article } of articles) {
    const one = score(gold, recognise(article));
    scores.push(one);
    if (isVerbose) for (const mistake of one.mistakes) print(`  ${mistake.replaceAll('\n', ' ')}`);
    const file = gold.file.replace(/\.txt$/, '.json');
    print(`${file} citations ${rounded(one.citations)} tasks ${rounded(one.tasks)}`);
  }
  const all = total(scores);
  print(`ALL citations ${rounded(all.citations)}`);
  print(`ALL tasks     ${rounded(all.tasks)}`);
  print(
    `responsible right on matched tasks ${shareOf(all.responsible)}  deadline (iso) right on matched tasks ${shareOf(all.deadline)}`,
  );
}

type Text = Parameters<typeof recognise>[0];

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const bytesOf = (text: Text): number =>
  text.blocks.reduce((sum, block) => sum + Buffer.byteLength(block.text) + 1, 0);
const written = (blocks: Block[]): Text => ({ blocks, publishedOn: '2025-01-05', dek: null });

/** Blocks of `source` over and over, `bytes` of UTF-8. */
function repeated(source: readonly Block[], bytes: number): Text {
  const blocks: Block[] = [];
  for (let size = 0, next = 0; size < bytes; next += 1) {
    const block = source[next % source.length];
    if (block === undefined) throw new Error('no text to repeat');
    blocks.push(block);
    size += Buffer.byteLength(block.text) + 1;
  }
  return written(blocks);
}

/** One block of `bytes` made of pieces, each told its number. */
function unbroken(bytes: number, piece: (index: number) => string): Text {
  const pieces: string[] = [];
  for (let size = 0, index = 1; size < bytes; index += 1) {
    const next = piece(index);
    pieces.push(next);
    size += Buffer.byteLength(next);
  }
  return written([paragraph(pieces.join(''))]);
}

const words = (seed: number): string =>
  generated(seed)
    .article.blocks.map((block) => block.text.slice(0, -1))
    .join(' ');

const HOSTILE: Readonly<Record<string, (index: number) => string>> = {
  'nothing but citations': (n) => `Chỉ thị số ${n % 99_999}-CT/TW, `,
  'one list of numbers': (n) => (n === 1 ? 'các Chỉ thị 1' : `, ${n % 99_999}`),
  'nothing but “Nghị quyết này”': (n) => (n === 1 ? 'Nghị quyết số 10-NQ/TW ' : 'Nghị quyết này '),
  'numbers without a code': (n) => `số ${n % 999} - ${n % 99} / `,
  'one sentence without a mark': (n) => `${words((n % 40) + 1)} `,
  'one sentence of clauses': (n) => `Sở Y tế yêu cầu các đơn vị hoàn thành việc ${n} trước ngày 30/6; `,
  'one sentence of targets': (n) => `phấn đấu đạt ${n % 100}% mục tiêu, trong đó ít nhất 30% là; `,
  'labels behind labels': () => 'Mục tiêu: kết quả: Sở Y tế: ',
  'nothing but actors': () => 'Ban Thường vụ Đảng ủy, Ủy ban Kiểm tra, ',
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Nanoseconds a byte for reading the text once. */
function costs(text: Text, work: (text: Text) => unknown, count = ROUNDS): number {
  const bytes = bytesOf(text);
  const times = Math.max(1, Math.ceil(BYTES_A_ROUND / bytes));
  const rounds = Array.from({ length: count }, () => {
    const start = performance.now();
    for (let time = 0; time < times; time += 1) work(text);
    return performance.now() - start;
  });
  return (median(rounds) * 1e6) / (bytes * times);
}

/** What a single pass over the text costs on this machine at this hour. */
function onePass(text: Text): number {
  let count = 0;
  for (const block of text.blocks) count += block.text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return count;
}

const verdict = (isGood: boolean): string => (isGood ? 'ok    ' : 'MISSED');
const speedOf = (cost: number): string => `${(1000 / cost).toFixed(1)} MB/s`;

function speed(print: Print, articles: readonly GoldArticle[]): void {
  const sources: [string, readonly Block[]][] = [
    ['articles', articles.flatMap(({ article }) => article.blocks)],
    ['plain words', generated(1).article.blocks],
  ];
  for (const [name, source] of sources) {
    const texts = SIZES.map((size) => repeated(source, size));
    for (const text of texts) costs(text, recognise);
    const measured = texts.map((text) => ({ cost: costs(text, recognise), bare: costs(text, onePass) }));
    for (const [index, { cost, bare }] of measured.entries()) {
      const size = `${String((SIZES[index] ?? 0) / 1000).padStart(5)} kB`;
      print(
        `${verdict(1000 / cost >= MB_PER_SECOND)}  ${name}, ${size}: ${speedOf(cost)}, one pass ${speedOf(bare)}, ${(cost / bare).toFixed(1)} times as long`,
      );
    }
    const ratio = (measured.at(-1)?.cost ?? Number.NaN) / (measured[0]?.cost ?? Number.NaN);
    print(
      `${verdict(ratio <= LINEAR)}  ${name}, cost per byte, 1 MB to 10 kB: ${ratio.toFixed(2)} (at most ${LINEAR})`,
    );
  }
}

function hostile(print: Print): void {
  for (const [name, piece] of Object.entries(HOSTILE)) {
    const small = unbroken(LARGEST / 10, piece);
    const large = unbroken(LARGEST, piece);
    costs(small, recognise, 1);
    const [less, more] = [costs(small, recognise, HOSTILE_ROUNDS), costs(large, recognise, HOSTILE_ROUNDS)];
    print(
      `${verdict(more / less <= LINEAR)}  1 MB, ${name}: ${speedOf(more)}, cost per byte to 100 kB: ${(more / less).toFixed(2)}`,
    );
  }
}

/** `given`: the folder of the gold files and that of their articles; ours without. `-v` prints every mistake. */
export default async function run(print: Print, given: readonly string[] = []): Promise<void> {
  const folders = given.filter((word) => word !== '-v');
  const here = process.env['INIT_CWD'] ?? process.cwd();
  const [goldFolder = FIXTURES, articleFolder = goldFolder] = folders.map((folder) => resolve(here, folder));
  report(print, await readGold(goldFolder, articleFolder), given.includes('-v'));
  const ours = await readGold(FIXTURES, FIXTURES);
  speed(print, ours);
  hostile(print);
}
