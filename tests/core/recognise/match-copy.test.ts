import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchCopy } from '#core/recognise/match-copy';

const SENTENCE = 'Đảng ủy khóa XI, Chỉ thị số 03-CT/TW';

describe('one spelling', () => {
  test.each([
    ['NFD', SENTENCE.normalize('NFD')],
    ['half-composed', SENTENCE.replace('ị', 'i\u0323').replace('ỉ', 'i\u0309')],
    ['hat composed, tone apart', SENTENCE.replace('ố', 'ô\u0301')],
    ['Icelandic letters', SENTENCE.replace('Đ', '\u00d0')],
    ['African letters', SENTENCE.replace('Đ', '\u0189')],
    ['tone on the second vowel', SENTENCE.replace('ủy', 'uỷ').replace('óa', 'oá')],
    ['odd spaces', SENTENCE.replace(' số', '\u00a0số').replace(' 03', '\n03').replace(' XI', '\u202fXI')],
    ...Array.from('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', (dash) => [
      `dash U+${dash.charCodeAt(0).toString(16)}`,
      SENTENCE.replace('-', dash),
    ]),
  ])('%s', (_, written) => {
    expect(matchCopy(written).text).toBe(SENTENCE);
  });

  test('case, the letter y after q and vowels before consonants stay', () => {
    expect(matchCopy('QUÝ II, hoàn thành, quỹ, Thuận').text).toBe('QUÝ II, hoàn thành, quỹ, Thuận');
  });
});

describe('the way back', () => {
  test('composed text keeps its offsets', () => {
    const copy = matchCopy('Uỷ ban –\nkhoá XI');
    expect(copy.text).toBe('Ủy ban - khóa XI');
    expect(copy.spanOf(9, 13)).toEqual({ start: 9, end: 13 });
  });

  test('a part of decomposed text comes back with all its marks', () => {
    const written = `${'ấ'.normalize('NFD')} Chỉ thị 03`.normalize('NFD');
    const copy = matchCopy(written);
    const at = copy.text.indexOf('Chỉ thị');
    const { start, end } = copy.spanOf(at, at + 'Chỉ thị'.length);
    expect(written.slice(start, end)).toBe('Chỉ thị'.normalize('NFD'));
  });

  test('marks that make no letter are not lost', () => {
    const written = 'x\u0301\u0301 \u0344y';
    const copy = matchCopy(written);
    expect(copy.text).toBe(written);
    expect(copy.spanOf(0, 3)).toEqual({ start: 0, end: 3 });
  });

  test('offsets never go back, and cover the whole text', () => {
    const piece = fc.constantFrom(
      'ễ',
      'Đ',
      'ð',
      'oà',
      '\u00a0',
      '–',
      'a\u0323',
      '\u0301',
      '03',
      'x\u0344',
      '😀',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.boolean(), (pieces, apart) => {
        const written = apart ? pieces.join('').normalize('NFD') : pieces.join('');
        const copy = matchCopy(written);
        const offsets = Array.from({ length: copy.text.length + 1 }, (_, at) => copy.originOf(at));
        expect(offsets.at(-1)).toBe(written.length);
        expect(offsets.every((offset, at) => at === 0 || offset > (offsets[at - 1] ?? -1))).toBe(true);
      }),
    );
  });
});
