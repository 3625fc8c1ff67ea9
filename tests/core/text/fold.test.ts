import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareText, foldText } from '#core/text/fold';

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const ONSETS = ['', 'b', 'đ', 'Đ', 'gi', 'h', 'k', 'kh', 'l', 'ngh', 'qu', 't', 'th', 'TR', 'v', 'x'];
const RHYMES = ['a', 'oa', 'oan', 'iê', 'iêng', 'ươi', 'uy', 'UY', 'uyên', 'âu', 'y', 'i', 'ăng', 'ua', 'ưa'];
const VOWEL = /[aăâeêioôơuưy]/iu;

interface Syllable {
  onset: string;
  rhyme: string;
  tone: number;
  /** Which of the vowels carries the tone. */
  place: number;
}

const syllable: fc.Arbitrary<Syllable> = fc.record({
  onset: fc.constantFrom(...ONSETS),
  rhyme: fc.constantFrom(...RHYMES),
  tone: fc.nat(TONES.length - 1),
  place: fc.nat(3),
});

function spelled({ onset, rhyme, tone, place }: Syllable): string {
  const vowels = Array.from(rhyme).flatMap((letter, index) => (VOWEL.test(letter) ? [index] : []));
  const at = vowels[place % vowels.length];
  return onset + Array.from(rhyme, (l, i) => (i === at ? l + (TONES[tone] ?? '') : l)).join('');
}

/** As `domain/search.md` defines it: the tone taken out and put at the end. */
function strictBySlowDefinition(text: string): string {
  const parts = text.normalize('NFD').toLowerCase();
  const tone = TONES.findIndex((mark) => mark !== '' && parts.includes(mark));
  const letters = parts.replace(/[\u0300\u0309\u0303\u0301\u0323]/gu, '').normalize('NFC');
  return tone > 0 ? letters + String(tone) : letters;
}

const folded = (text: string): string => foldText(text).text;

/** NFC, NFD, and hats in the letter with the tone beside it, as Vietnamese keyboards write. */
const forms = [
  (text: string) => text.normalize('NFC'),
  (text: string) => text.normalize('NFD'),
  (text: string) =>
    text
      .normalize('NFD')
      .replace(
        /([aeouAEOU])([\u0323]?)([\u0302\u0306\u031b])/gu,
        (_, letter, dot, hat) => `${String(letter)}${String(hat)}`.normalize('NFC') + String(dot),
      ),
];

describe('folding', () => {
  test('makes two syllables one exactly when the slow definition does', () => {
    fc.assert(
      fc.property(syllable, syllable, (one, other) => {
        const [a, b] = [spelled(one), spelled(other)];
        const same = strictBySlowDefinition(a) === strictBySlowDefinition(b);
        expect([a, b, folded(a).toLowerCase() === folded(b).toLowerCase()]).toEqual([a, b, same]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('knows a tone wherever it is written', () => {
    fc.assert(
      fc.property(syllable, fc.nat(3), (one, place) => {
        expect(folded(spelled({ ...one, place }))).toBe(folded(spelled(one)));
      }),
    );
  });

  test('gives one text for NFC, NFD and half-composed letters', () => {
    fc.assert(
      fc.property(fc.array(syllable), (syllables) => {
        const text = syllables.map(spelled).join(' ');
        expect(forms.map((form) => folded(form(text)))).toEqual(forms.map(() => folded(text)));
      }),
    );
  });

  test.each([
    ['hòa', 'hoà'],
    ['Uỷ', 'Ủy'],
    ['khóa', 'khoá'],
    ['ðảng Ðảng', 'đảng Đảng'],
    ['một\u00a0\n\t hai', 'một hai'],
    ['05\u2011CT\u2013TW\u22121', '05-CT-TW-1'],
    ['“a” ‘b’', '"a" \'b\''],
    ['nhiệm\u00ad \u200bvụ', 'nhiệm vụ'],
    ['x\u030c', 'x'],
  ])('holds “%s” and “%s” for the same', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test.each([
    ['đảng', 'đang'],
    ['thúy', 'thúi'],
    ['Đảng', 'đảng'],
    ['ma', 'mă'],
  ])('keeps “%s” and “%s” apart', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });

  test('finds the way back to whole characters, whatever the text', () => {
    const pieces = fc.oneof(
      syllable.map(spelled),
      fc.constantFrom(
        ' ',
        '\r\n',
        '\u00ad',
        '👩‍👩‍👧',
        '🇻🇳',
        'नि',
        '각',
        'e\ufe0f',
        '\u0323',
        '\u200d',
        '-',
        '\ud800',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(pieces), fc.nat(2), (parts, form) => {
        const text = forms[form]?.(parts.join('')) ?? '';
        const edges = new Set([...new Intl.Segmenter('vi').segment(text)].map(({ index }) => index)).add(
          text.length,
        );
        const result = foldText(text);
        expect(result.text.length).toBeLessThanOrEqual(text.length);
        let last = 0;
        for (let at = 0; at < result.text.length; at += 1) {
          const span = result.spanOf({ start: at, end: at + 1 });
          expect([span.start < span.end, edges.has(span.start), edges.has(span.end)]).toEqual([
            true,
            true,
            true,
          ]);
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('a bare text has no mark and is small', () => {
  expect(bareText('Đảng ỦY\u00a0Hoà')).toBe('dang uy hoa');
});

test('the short way to a bare text is the long one, for every kind of letter and space', () => {
  const long = (text: string): string =>
    foldText(text).text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
  const vietnamese = fc.array(
    fc.constantFrom(
      'Đảng',
      'ủy',
      ' ',
      '  ',
      '\u00a0',
      '\t',
      'Hoà',
      '–',
      '“',
      'ΑΣ',
      'ð',
      '\u00ad',
      'e\u0301',
      '\u0301',
      'İ',
      '👩‍👩‍👧',
      '05-CT/TW',
    ),
  );
  const texts = fc.oneof(
    vietnamese.map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(bareText(text)).toBe(long(text));
    }),
    { numRuns: 3000 },
  );
});
