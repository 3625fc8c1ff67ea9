import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { findCitations } from '#core/recognise/citations';
import { matchCopy } from '#core/recognise/match-copy';

const find = (text: string) => findCitations(text, { publishedOn: null });
const keys = (text: string) => find(text).map(({ canonical }) => canonical);

const piece = fc.constantFrom(
  ...[
    'Chỉ thị',
    'Nghị quyết',
    'chỉ thị',
    'NQ',
    'Luật',
    'Luật Đất đai',
    'các',
    'số',
    '03',
    '18-NQ/TW',
    '36 – CT / TW',
  ],
  ...[
    '30/2020/NĐ-CP',
    '/',
    '-',
    ',',
    'và',
    '(',
    ')',
    'khóa XI',
    'XII',
    'Trung ương 4',
    'Đại hội',
    'lần thứ',
    'của',
  ],
  ...[
    'Bộ Chính trị',
    'Đảng bộ tỉnh',
    'UBND tỉnh',
    'ngày 1/2/2020',
    'năm 2024',
    'này',
    'năm',
    '57',
    '.',
    '\n',
    '\u00a0',
  ],
);
const prose = fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '', '\n')), { maxLength: 40 });
const text = prose.map((pieces) => pieces.map(([word, space]) => word + space).join(''));

describe('any text', () => {
  test('spans cut out their own words, in order, without overlaps', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD'), (written, form) => {
        const original = written.normalize(form);
        let end = 0;
        for (const citation of find(original)) {
          expect(citation.start).toBeGreaterThanOrEqual(end);
          expect(citation.end).toBeGreaterThan(citation.start);
          expect(citation.text).toBe(original.slice(citation.start, citation.end));
          expect(citation.canonical).toMatch(/^[a-z-]+:\S+$/u);
          expect(citation.confidence).toBeGreaterThan(0);
          expect(citation.confidence).toBeLessThanOrEqual(1);
          ({ end } = citation);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('spelling changes no key', () => {
    fc.assert(
      fc.property(text, (written) => {
        const expected = keys(written);
        expect(keys(written.normalize('NFD'))).toEqual(expected);
        expect(keys(written.replaceAll('-', '\u2011').replaceAll('–', '\u2212'))).toEqual(expected);
        expect(keys(written.replaceAll(' ', '\u00a0'))).toEqual(expected);
        expect(keys(written.replaceAll('Đ', '\u00d0'))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('the text found is a citation by itself, unless a list or another citation completed it', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const { text: own, canonical, confidence, class: kind } of find(matchCopy(written).text)) {
          if (confidence < 1 || kind === 'relative' || !/^\p{L}{2}/u.test(own) || /^(?:số|XII)/u.test(own))
            continue;
          expect(keys(own)).toContain(canonical);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('many citations', () => {
  /** Every rule is tried by a pattern at one place: reading again what was read shows in how often that happens. */
  function triesOf(text: string): number {
    const exec = vi.spyOn(RegExp.prototype, 'exec');
    find(text);
    const tries = exec.mock.calls.length;
    exec.mockRestore();
    return tries;
  }

  test.each([
    ['numbers', 'Nghị quyết 57, Nghị quyết số 18-NQ/TW và 19-NQ/TW; '],
    ['a list without an end', '18, '],
    ['a list of symbols without an end', '18-NQ/TW, '],
    ['type words only', 'nghị quyết '],
    ['laws that go on', 'Luật Đất đai và nhà ở cùng xây dựng '],
    ['congresses that go on', 'Nghị quyết Đại hội đại biểu Đảng bộ tỉnh cùng nhiều '],
    ['plenums in a list', 'Nghị quyết Trung ương 4 khóa XI, Trung ương 5 khóa XI và trung ương '],
    ['references', 'Nghị quyết này, '],
  ])('%s: twice the text is twice the work', (_, words) => {
    const work = (count: number): number => triesOf(`Nghị quyết ${words.repeat(count)}`);
    const [once, twice] = [work(200), work(400)];
    expect(once).toBeGreaterThan(200);
    expect(twice).toBeLessThan(2.1 * once);
  });
});
