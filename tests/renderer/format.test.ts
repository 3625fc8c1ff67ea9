import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collator, dayText, filterBy, parseDay } from '../../renderer/ui/format';
import { syllableBeside } from '../../renderer/ui/text/syllables';

describe('a day that is typed', () => {
  test.each([
    ['9/1/2026', '2026-01-09'],
    ['09-01-2026', '2026-01-09'],
    ['9.1.26', '2026-01-09'],
    [' 29/02/2024 ', '2024-02-29'],
    ['29/02/2025', null],
    ['31/4/2026', null],
    ['0/1/2026', null],
    ['1/13/2026', null],
    ['2026-01-09', null],
    ['9/1', null],
    ['9/1/2026 sáng', null],
    ['1/1/0026', null],
    ['', null],
  ])('“%s” is %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });

  test('is the day that is shown, for every day', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(parseDay(dayText(day))).toBe(day);
      }),
    );
  });
});

describe('a filter', () => {
  test.each([
    ['Đảng ủy Lam Khê', 'dang uy', true],
    ['Đảng ủy Lam Khê', 'KHÊ đảng', true],
    ['Đảng ủy Lam Khê'.normalize('NFD'), 'ủy', true],
    ['Đảng ủy Lam Khê', 'đảng viên', false],
    ['Nghị quyết 09-NQ/TU', '09-nq', true],
    ['Đảng ủy', ' ', true],
  ])('of “%s” by “%s” fits: %s', (text, typed, fits) => {
    expect(filterBy(typed)(text)).toBe(fits);
  });
});

test('words stand in the order of the Vietnamese alphabet, tones after letters', () => {
  const ordered = ['An', 'Ăn', 'Ân', 'Ba', 'Da', 'Đa', 'Em', 'Êm', 'Gia', 'Oa', 'Ô', 'Ơ', 'U', 'Ư', 'Y'];
  expect(ordered.toReversed().sort(collator.compare)).toEqual(ordered);
  expect(['má', 'mạ', 'ma', 'mã', 'mà', 'mả'].sort(collator.compare)).toEqual([
    'ma',
    'mà',
    'mả',
    'mã',
    'má',
    'mạ',
  ]);
});

describe('the syllable beside a place', () => {
  const TEXT = 'Theo Chỉ thị số 03-CT/TW, ngày 9/1/2026 (thứ sáu).';
  const SYLLABLES = ['Theo', 'Chỉ', 'thị', 'số', '03-CT/TW', 'ngày', '9/1/2026', 'thứ', 'sáu'];

  test('keeps numbers of documents and dates in one piece, forwards and backwards', () => {
    const words: string[] = [];
    for (let at = syllableBeside(TEXT, 0, 1); at !== null; at = syllableBeside(TEXT, at.end, 1)) {
      words.push(TEXT.slice(at.start, at.end));
    }
    expect(words).toEqual(SYLLABLES);
    const back: string[] = [];
    for (
      let at = syllableBeside(TEXT, TEXT.length, -1);
      at !== null;
      at = syllableBeside(TEXT, at.start, -1)
    ) {
      back.push(TEXT.slice(at.start, at.end));
    }
    expect(back.reverse()).toEqual(SYLLABLES);
  });

  test('is reached both ways from between any two syllables, with letters of any spelling', () => {
    const syllable = fc.constantFrom('đường', 'ngoằn', 'ươ', 'NQ', '15', 'ế'.normalize('NFD'), 'ộ');
    const space = fc.constantFrom(' ', ', ', ' – ', '\n', ' “');
    fc.assert(
      fc.property(fc.array(fc.tuple(syllable, space), { minLength: 2, maxLength: 150 }), (parts) => {
        const text = parts.flat().join('');
        let from = 0;
        for (const [word] of parts) {
          const next = syllableBeside(text, from, 1);
          expect(text.slice(next?.start, next?.end)).toBe(word);
          expect(syllableBeside(text, next?.end ?? 0, -1)).toEqual(next);
          from = next?.end ?? 0;
        }
        expect(syllableBeside(text, from, 1)).toBeNull();
      }),
    );
  });
});
