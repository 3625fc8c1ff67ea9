import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, packed, unpacked, type Field } from '#core/search/index/layout';
import { LibraryIndex } from '#core/search/index/library-index';
import type { IndexedArticle } from '#core/search/index/builder';
import { spansOf, type Leaf } from '#core/search/leaf';
import { phraseOf } from '#core/search/phrase';
import { scannedText } from '#core/search/scan';
import { learnFollowers } from './learn';

const idOf = (index: number): string => index.toString(16).padStart(16, '0');

const word = fc.constantFrom(
  ...'đảng Đang dang ĐẢNG dâng thi thị thì chỉ chi chí kỳ kì ky quý hoà hòa thủy thuỷ 05 5 CT TW kyoto th ng nghị'.split(
    ' ',
  ),
);
const joint = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  '\u00a0',
  '-',
  '–',
  '/',
  ', ',
  '. ',
  ' “',
  '” ',
  '\u00ad',
  '  ',
);
const form = fc.constantFrom('NFC' as const, 'NFD' as const);
const text = fc
  .tuple(fc.array(fc.tuple(word, joint), { maxLength: 25 }), form)
  .map(([parts, to]) => parts.flat().join('').normalize(to));

const fields = fc.record({
  title: fc.array(text, { maxLength: 2 }),
  text: fc.array(text, { maxLength: 1 }),
  note: fc.array(text, { maxLength: 3 }),
});

const phrase = fc
  .tuple(
    fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 3 }),
    fc.record({
      marks: fc.constantFrom('auto' as const, 'strict' as const, 'loose' as const),
      isPrefix: fc.boolean(),
    }),
    fc.nat({ max: 2 }),
  )
  .map(([parts, options, cut]) => {
    const whole = parts.flat().join('').trim();
    return phraseOf(options.isPrefix ? whole.slice(0, Math.max(1, whole.length - cut)) : whole, options);
  })
  .filter((words) => words.length > 0);
const phrases = fc.array(phrase, { minLength: 1, maxLength: 2 });
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ kind: fc.constant('words' as const), phrases }),
  fc.record({
    kind: fc.constant('near' as const),
    left: phrases,
    right: phrases,
    within: fc.nat({ max: 4 }),
  }),
);

type Fields = IndexedArticle['fields'];

/** What must be found: a plain scan of every article. */
function scanned(library: ReadonlyMap<string, Fields>, wanted: Leaf, field: Field): string[] {
  return [...library]
    .filter(([, { [field]: texts }]) => texts.some((each) => spansOf(wanted, scannedText(each)).length > 0))
    .map(([id]) => id)
    .sort();
}

function found(index: LibraryIndex, wanted: Leaf, field: Field): string[] {
  const ids: string[] = [];
  index.find(wanted)[field].each((number) => ids.push(index.ids[number] ?? ''));
  return ids.sort();
}

/** Adds, puts anew and takes away articles one batch after another. */
const changes = fc.array(
  fc.record({
    added: fc.array(fc.tuple(fc.nat({ max: 12 }), fields), { maxLength: 6 }),
    removed: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
  }),
  { maxLength: 12 },
);

function applied(steps: Iterable<{ added: [number, Fields][]; removed: number[] }>): {
  index: LibraryIndex;
  library: Map<string, Fields>;
} {
  const index = new LibraryIndex();
  const library = new Map<string, Fields>();
  for (const { added, removed } of steps) {
    const latest = new Map(added.map(([number, of]) => [idOf(number), of]));
    index.add([...latest].map(([id, of]) => ({ id, stamp: id, fields: of })));
    index.remove(removed.map(idOf));
    for (const [id, of] of latest) library.set(id, of);
    for (const number of removed) library.delete(idOf(number));
  }
  return { index, library };
}

const ONSETS = 'b c d đ g h k l m n p r t v x'.split(' ');
const VOWELS = ['a', 'ă', 'i', 'ơ'];
const ENDS = ['', 'c', 'm', 'n', 'ng', 'nh', 'p', 't', '\u0301c', '\u0301n', '\u0323t', '\u0323ng'];
/** Syllables, some of them frequent and most of them rare: more than there are classes of words. */
const syllable = fc
  .tuple(fc.nat({ max: 14 }), fc.nat({ max: 3 }), fc.oneof(fc.constant(0), fc.nat({ max: 11 })))
  .map(([first, vowel, last]) => (ONSETS[first] ?? '') + (VOWELS[vowel] ?? '') + (ENDS[last] ?? ''));
const prose = fc.array(syllable, { minLength: 30, maxLength: 60 }).map((words) => words.join(' '));

describe('the index of a library', () => {
  it('finds exactly the articles in which a plain scan finds a place, whatever was added, changed and removed', () => {
    fc.assert(
      fc.property(changes, fc.array(leaf, { minLength: 1, maxLength: 5 }), (steps, leaves) => {
        const { index, library } = applied(steps);
        const check = (): void => {
          for (const wanted of leaves) {
            for (const field of FIELDS)
              expect(found(index, wanted, field)).toEqual(scanned(library, wanted, field));
          }
        };
        check();
        learnFollowers(index);
        check();
      }),
      { numRuns: 400 },
    );
  });

  it('finds the same by what follows words, also where words are too many for a class of their own', () => {
    const asked = fc.tuple(
      fc.nat(),
      fc.nat(),
      fc.integer({ min: 2, max: 4 }),
      fc.nat({ max: 2 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 30, maxLength: 60 }),
        fc.array(asked, { minLength: 20, maxLength: 20 }),
        (texts, questions) => {
          const library = new Map(texts.map((each, at) => [idOf(at), { title: [], text: [each], note: [] }]));
          const index = new LibraryIndex();
          index.add([...library].map(([id, of]) => ({ id, stamp: id, fields: of })));
          learnFollowers(index);
          for (const [which, from, length, cut, isBare] of questions) {
            const words = (texts[which % texts.length] ?? '').split(' ');
            const at = from % (words.length - length);
            const whole = words.slice(at, at + length).join(' ');
            const query = whole.slice(0, whole.length - cut);
            const marks = isBare ? ('loose' as const) : ('strict' as const);
            const wanted: Leaf = { kind: 'words', phrases: [phraseOf(query, { marks, isPrefix: cut > 0 })] };
            expect(found(index, wanted, 'text'), query).toEqual(scanned(library, wanted, 'text'));
          }
        },
      ),
      // Making 60 texts smaller takes minutes and tells nothing more.
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('finds few places of a word beside very many of another', () => {
    const rare = new Set([0, 7, 300, 399]);
    const index = new LibraryIndex();
    const library = new Map<string, Fields>();
    for (let at = 0; at < 400; at += 1) {
      // The rare word stands once before the common one and once somewhere else.
      const words = ['và '.repeat(at % 40), rare.has(at) ? 'đảng và' : at % 100 === 50 ? 'và đảng' : 'và'];
      library.set(idOf(at), { title: [], text: [words.join('')], note: [] });
    }
    index.add([...library].map(([id, of]) => ({ id, stamp: id, fields: of })));
    learnFollowers(index);
    for (const [query, ids] of [
      ['đảng và', [...rare].map(idOf)],
      ['dang v*', [...rare].map(idOf)],
      ['và đảng', [7, 50, 150, 250, 300, 350, 399].map(idOf)],
    ] as const) {
      const wanted: Leaf = {
        kind: 'words',
        phrases: [phraseOf(query, { marks: 'auto', isPrefix: false })],
      };
      expect(found(index, wanted, 'text'), query).toEqual([...ids].sort());
      expect(scanned(library, wanted, 'text'), query).toEqual([...ids].sort());
    }
  });

  it('is the same after it was written to files and read again', () => {
    fc.assert(
      fc.property(changes, leaf, (steps, wanted) => {
        const { index, library } = applied(steps);
        const files = index.parts.map(({ segment }) => packed(segment.arrays));
        const dead = index.parts.map((part) => part.dead);
        const again = new LibraryIndex();
        files.forEach((file, at) => {
          const arrays = unpacked(file);
          if (arrays !== null) again.take(arrays, dead[at]);
        });
        expect(again.stamps()).toEqual(index.stamps());
        for (const field of FIELDS)
          expect(found(again, wanted, field)).toEqual(scanned(library, wanted, field));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps few segments however many articles come one by one', () => {
    const index = new LibraryIndex();
    for (let at = 0; at < 600; at += 1) {
      index.add([
        { id: idOf(at), stamp: idOf(at), fields: { title: [`bài ${String(at)}`], text: ['a b'], note: [] } },
      ]);
    }
    expect(index.parts.length).toBeLessThan(30);
    expect(index.stamps().size).toBe(600);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['another file', new Uint8Array(4_000).fill(65)],
  ])('takes no segment from %s', (_, file) => {
    expect(unpacked(file)).toBeNull();
  });

  it('takes no segment that was cut off', () => {
    const index = new LibraryIndex();
    index.add([{ id: idOf(1), stamp: idOf(1), fields: { title: ['một'], text: ['hai ba'], note: [] } }]);
    for (const { segment } of index.parts) {
      const file = packed(segment.arrays);
      for (let length = 0; length < file.length - 8; length += 16)
        expect(unpacked(file.slice(0, length))).toBeNull();
    }
  });
});
