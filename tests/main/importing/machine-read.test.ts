import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#core/article';
import { type AssembledArticle, assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import type { SourceLine } from '#core/text/lines';
import { machineReadOf, type ReadWords } from '../../../main/importing/machine-read';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** `word` is sure, `word?40` has a confidence of 40. */
const words = (at: number, marked: string): ReadWords => ({
  at,
  words: marked.split(' ').map((part) => {
    const [text = '', confidence = '95'] = part.split('?');
    return { text, confidence: Number(confidence) };
  }),
});

/** Block number and letters of each doubtful word. */
function doubts(blocks: readonly Block[], origins: readonly number[], lines: readonly ReadWords[]) {
  return machineReadOf(blocks, origins, lines).doubtful.map(({ block, start, end }) => [
    block,
    blocks[block]?.text.slice(start, end),
  ]);
}

describe('machineReadOf', () => {
  test('a word that stands often in a block is found at its own place', () => {
    const blocks = [paragraph('xã Tân Phú và xã Hòa An cùng xã Bình Minh')];
    const { doubtful } = machineReadOf(
      blocks,
      [0],
      [words(0, 'xã Tân Phú và xã?30 Hòa An'), words(1, 'cùng xã Bình?55.5 Minh')],
    );
    expect(doubtful).toEqual([
      { block: 0, start: 14, end: 16, confidence: 30 },
      { block: 0, start: 32, end: 36, confidence: 55.5 },
    ]);
  });

  test('words before the first block, of removed lines and cut ones are passed over', () => {
    const blocks = [paragraph('Hội nghị bàn về vụ xuân.'), paragraph('Đại biểu góp ý kiến.')];
    const lines = [
      words(0, 'TIÊU?10 ĐỀ'),
      words(1, 'Hội nghị'),
      words(2, 'Trang?20 đầu?20 về?20'),
      words(3, 'bàn về vụ?60 xu-?40 ân.'),
      words(4, 'Đại biểu?69 góp ý?70 kiến./.?5'),
    ];
    expect(doubts(blocks, [1, 4], lines)).toEqual([
      [0, 'vụ'],
      [1, 'biểu'],
    ]);
  });

  test('marks without a letter or digit are no doubtful words; part of a word is none', () => {
    const blocks = [paragraph('– Thôn 3 có 12 hộ; trạm có 1 bác sĩ')];
    expect(doubts(blocks, [0], [words(0, '–?1 Thôn 3?20 có 1?20 bác sĩ')])).toEqual([
      [0, '3'],
      [0, '1'],
    ]);
  });

  test('words in parted letters are found in the composed text', () => {
    const blocks = [paragraph('Ủy ban xã họp')];
    expect(doubts(blocks, [0], [words(0, `${'Ủy?40'.normalize('NFD')} ban xã họp`)])).toEqual([[0, 'Ủy']]);
  });

  test('the mean is over all words; numbers off the scale are put on it', () => {
    expect(machineReadOf([], [], []).confidence).toBe(0);
    const { confidence } = machineReadOf([], [], [words(0, 'a?120 b?-20 c?NaN d?80')]);
    expect(confidence).toBe(45);
  });

  test('whatever the lines, each doubtful word is a word of its block with a confidence below 70', () => {
    const word = fc.constantFrom('xã', 'Tân', 'Phú', 'họp', '5/1,', 'dân.', '–', 'a', '(khóa', 'X)');
    const line = fc.array(fc.record({ text: word, confidence: fc.double({ min: -5, max: 105 }) }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.boolean()), { maxLength: 12 }), (read) => {
        const source = read.map(([parts, gap], at): SourceLine => ({
          text: parts.map((part) => part.text).join(' '),
          role: null,
          gap,
          at,
        }));
        const article: AssembledArticle | null = assembleArticle(source, NOTHING_KNOWN);
        if (article === null) return;
        const { blocks, origins } = article;
        const { doubtful } = machineReadOf(
          blocks,
          origins,
          read.map(([parts], at) => ({ at, words: parts })),
        );
        for (const { block, start, end, confidence } of doubtful) {
          expect(confidence).toBeLessThan(70);
          expect(blocks[block]?.text.slice(start, end)).toMatch(
            /^(xã|Tân|Phú|họp|5\/1,|dân\.|a|\(khóa|X\))$/,
          );
        }
      }),
    );
  });
});
