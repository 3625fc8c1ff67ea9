import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareTest } from '#core/search/bare';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import { bareText } from '#core/text/fold';

const SYLLABLES = [
  ...[
    'Chỉ',
    'thị',
    'kỹ',
    'kĩ',
    'thúy',
    'quý',
    'Đảng',
    'dang',
    'ủy',
    'hoà',
    'hòa',
    'ly',
    'lí',
    'số',
    'an',
    'h',
  ],
  ...['05-CT/TW', '05 ct tw', '5-ct/tw', '2026', '003', '12.3', '…', '“quý”', 'ß', 'Œuvre'],
];
const words = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 5 })
  .map((all) => all.join(' '));
const spelled = fc.tuple(words, fc.constantFrom('NFC', 'NFD')).map(([text, form]) => text.normalize(form));

/** What the lists asked before: each word that is typed has a place. */
const holds = (typed: string, text: string): boolean =>
  typed
    .split(/\s+/u)
    .map((word) => createMatcher(word, LOOSE_FIND))
    .every((matcher) => matcher === null || matcher.find(text).length > 0);

describe('the quick test of bare texts', () => {
  it('never says no where the matcher says yes, and is right where it is sure', () => {
    fc.assert(
      fc.property(spelled, spelled, (typed, text) => {
        const { mayHold, isSure } = bareTest(typed);
        const may = mayHold(bareText(text));
        if (holds(typed, text)) expect(may).toBe(true);
        if (isSure) expect(may).toBe(holds(typed, text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is sure of plain words, and not of numbers, of words with two spellings, of signs', () => {
    const sure = ['chinh sach', 'Đảng ủy', 'h', 'hội nghị sơ kết'].map((typed) => bareTest(typed).isSure);
    const unsure = ['05', 'ky', 'kỹ', '05-CT/TW', '“quý', '…', 'thi'].map((typed) => bareTest(typed).isSure);
    expect([sure, unsure]).toEqual([sure.map(() => true), unsure.map(() => false)]);
  });
});
