import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher, PLAIN_FIND, type FindOptions } from '#core/search/find';

/** The words that are found in a text. */
function found(query: string, text: string, options: Partial<FindOptions> = {}): string[] | null {
  const spans = createMatcher(query, { ...PLAIN_FIND, ...options })?.find(text);
  return spans?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

describe('a syllable without marks', () => {
  test.each([
    ['chi thi', 'Chỉ thị, CHỈ THỊ, chí thì', ['Chỉ thị', 'CHỈ THỊ', 'chí thì']],
    ['dang uy khoi', 'Đảng ủy Khối và Đảng uỷ khối', ['Đảng ủy Khối', 'Đảng uỷ khối']],
    ['nghi quyet 4', 'Nghị quyết 4 và nghị quyết số 4', ['Nghị quyết 4', 'nghị quyết số 4']],
    ['Petain', 'Pétain', ['Pétain']],
  ])('%s is found with any', (query, text, words) => {
    expect(found(query, text)).toEqual(words);
    expect(found(query, text.normalize('NFD'))).toEqual(words.map((word) => word.normalize('NFD')));
  });
});

describe('a syllable with a mark', () => {
  test.each([
    ['chỉ thị', 'chí thì Chỉ thị CHỈ\u00a0\nTHỊ', ['Chỉ thị', 'CHỈ\u00a0\nTHỊ']],
    ['đảng', 'đang dâng Đảng', ['Đảng']],
    ['dang ủy', 'Đảng uỷ, dâng ủy, đảng úy', ['Đảng uỷ', 'dâng ủy']],
    ['hoà bình', 'hòa bình', ['hòa bình']],
    ['thúy an', 'thúi an, thuý an', ['thuý an']],
    ['ðảng viên', 'Ðảng viên', ['Ðảng viên']],
  ])('%s is found only as it is spelled', (query, text, words) => {
    expect(found(query, text)).toEqual(words);
    expect(found(query.normalize('NFD'), text.normalize('NFD'))).toEqual(
      words.map((w) => w.normalize('NFD')),
    );
  });

  test('may be asked for loosely, and a bare one strictly', () => {
    expect(found('chỉ thị', 'chí thì', { marks: 'loose' })).toEqual(['chí thì']);
    expect(found('dang', 'đảng dang', { marks: 'strict' })).toEqual(['dang']);
  });
});

describe('open syllables', () => {
  test.each([
    ['kỹ thuật', 'kĩ thuật', ['kĩ thuật']],
    ['ly do', 'lí do, lý do', ['lí do', 'lý do']],
    ['thư ký', 'thư kí, thư kín', ['thư kí']],
    ['thư kí', 'thư ký, thư kín', ['thư ký', 'thư kí']],
    ['quý nhân', 'quí nhân', []],
    ['TỶ LỆ', 'tỉ lệ', ['tỉ lệ']],
  ])('%s in “%s”', (query, text, words) => {
    expect(found(query, text)).toEqual(words);
  });
});

describe('whole syllables', () => {
  test('are looked for when the query is short', () => {
    expect(found('an', 'Đảng, an toàn, ban')).toEqual(['an']);
    expect(found('an', 'Đảng, ban', { wholeSyllables: false })).toEqual(['ản', 'an']);
  });

  test('may be asked for', () => {
    expect(found('nhân dâ', 'nhân dân')).toEqual(['nhân dâ']);
    expect(found('nhân dâ', 'nhân dân', { wholeSyllables: true })).toEqual([]);
    expect(found('“dân', 'nhân dân và "dân', { wholeSyllables: true })).toEqual(['"dân']);
  });
});

describe('numbers of documents', () => {
  test.each([
    ['05 ct tw', 'Chỉ thị số 05- CT/ TW', ['05- CT/ TW']],
    ['05-CT/TW', '5-CT/TW và 105-CT/TW', ['5-CT/TW']],
    ['35 ct', 'số 35-CT/TW', ['35-CT']],
    ['chi thi 05', 'Chỉ thị số 05- CT/ TW', ['Chỉ thị số 05']],
    ['chỉ thị 05 ct', 'Chỉ thị số 05- CT/ TW', ['Chỉ thị số 05- CT']],
    ['09-NQ/TU', '09\u2013NQ/TU', ['09\u2013NQ/TU']],
    ['6/2022/qđ-ttg', 'số 06/2022/QĐ-TTg', ['06/2022/QĐ-TTg']],
    ['3.5', '35 và 3.5', ['3.5']],
    ['35', '135 và 35', ['35']],
  ])('%s in “%s”', (query, text, words) => {
    expect(found(query, text)).toEqual(words);
  });
});

test('case counts only for whom it counts', () => {
  expect(found('Bộ', 'bộ Bộ', { matchCase: true })).toEqual(['Bộ']);
  expect(found('Bo', 'bộ Bộ', { matchCase: true })).toEqual(['Bộ']);
});

test('signs stand for themselves', () => {
  for (const query of ['a.*(b|c)[d]{2}^$\\?', '30%', '-', '…', 'x/y', '👍']) {
    expect(found(query, `trước ${query} sau`)).toEqual([query]);
  }
  expect(found('.', 'abc')).toEqual([]);
});

test('there is nothing to look for in white space', () => {
  expect(found(' \n\u00a0', 'một hai')).toBeNull();
  expect(found('', 'một hai')).toBeNull();
});

test('any query over any text is answered with whole characters, in order, each once', () => {
  const text = fc
    .array(
      fc.constantFrom(
        ...Array.from('aàăâđĐoòhiyn 0-/.\u0302\u0323\u00a0'),
        'oà',
        '👩‍👩‍👧',
        'Chỉ thị ',
        '05-CT/TW',
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));
  const options = fc.record({
    marks: fc.constantFrom('auto', 'strict', 'loose'),
    wholeSyllables: fc.constantFrom<FindOptions['wholeSyllables']>('auto', true, false),
    matchCase: fc.boolean(),
  } as const);
  fc.assert(
    fc.property(fc.oneof(text, fc.string()), text, options, (query, within, chosen) => {
      const edges = new Set([...new Intl.Segmenter('vi').segment(within)].map(({ index }) => index));
      edges.add(within.length);
      let end = 0;
      for (const span of createMatcher(query, chosen)?.find(within) ?? []) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect([edges.has(span.start), edges.has(span.end), span.start < span.end]).toEqual([
          true,
          true,
          true,
        ]);
        end = span.end;
      }
    }),
  );
});

test('a text is found in itself, in whatever form it is written', () => {
  const words = fc.array(fc.constantFrom('Đảng', 'ủy', 'hoà', 'kỹ', 'thuật', 'số', '12', 'nghị', 'quyết'), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(words, fc.constantFrom('NFC', 'NFD'), fc.constantFrom('NFC', 'NFD'), (parts, one, other) => {
      const text = parts.join(' ').normalize(one);
      expect(found(parts.join(' ').normalize(other), text)).toContain(text);
    }),
  );
});
