import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allWords, articlesOf, placesIn, wantedWords } from '#core/search/answer';
import { LibraryIndex } from '#core/search/index/library-index';
import { FIELDS } from '#core/search/index/layout';
import { parseQuery, type QueryNode } from '#core/search/query';

const idOf = (number: number): string => number.toString(16).padStart(16, '0');

function parsed(query: string): QueryNode {
  const read = parseQuery(query, { marks: 'auto', isTyping: false });
  if (!read.ok || read.query === null) throw new Error(query);
  return read.query;
}

/** The texts in which a query is found, by their numbers. */
function answered(query: QueryNode, texts: readonly string[]): number[] {
  const index = new LibraryIndex();
  index.add(
    texts.map((text, at) => ({
      id: idOf(at),
      stamp: idOf(at),
      fields: { title: [], text: [text], note: [] },
    })),
  );
  const found = articlesOf(query, {
    size: texts.length,
    words: ({ leaf, fields }) => {
      const sets = index.find(leaf);
      const all = sets.text.sized(texts.length);
      for (const field of FIELDS.filter((one) => fields.includes(one))) all.addAll(sets[field]);
      return all;
    },
    filter: () => {
      throw new Error('no filter was asked for');
    },
  });
  const numbers: number[] = [];
  found.each((number) => numbers.push(number));
  return numbers;
}

/** What the query means, said again in the simplest way: letters are words. */
function isTrue(query: QueryNode, text: string): boolean {
  if (query.is === 'words') return text.split(' ').includes(query.text);
  if (query.is === 'all') return query.parts.every((part) => isTrue(part, text));
  if (query.is === 'any') return query.parts.some((part) => isTrue(part, text));
  return query.is === 'without' && !isTrue(query.part, text);
}

const letter = fc.constantFrom('a', 'b', 'c', 'd');
const { query: queryText } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4 },
    letter,
    fc
      .tuple(tie('query'), fc.constantFrom(' OR ', '; ', ' AND '), tie('query'))
      .map(([a, by, b]) => `(${a}${by}${b})`),
    tie('query').map((one) => `NOT (${one})`),
  ),
}));

describe('the answer to a query', () => {
  it('is what AND, OR and NOT say', () => {
    const texts = fc.array(
      fc.array(letter, { maxLength: 4 }).map((all) => all.join(' ')),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(queryText, texts, (text, all) => {
        const query = parsed(text);
        const expected = all.flatMap((one, at) => (isTrue(query, one) ? [at] : []));
        expect(answered(query, all)).toEqual(expected);
      }),
    );
  });

  it('is shown where the wanted words stand, not those that shall be missing', () => {
    const query = parsed('đảng ủy; (chỉ thị | nghị quyết) -báo cáo');
    expect(wantedWords(query).map(({ text }) => text)).toEqual(['đảng ủy', 'chỉ thị', 'nghị quyết']);
    expect(allWords(query).map(({ text }) => text)).toEqual(['đảng ủy', 'chỉ thị', 'nghị quyết', 'báo cáo']);
    const text = 'Chỉ thị của Đảng ủy và báo cáo';
    const shown = placesIn(text, 'text', wantedWords(query)).map(({ start, end }) => text.slice(start, end));
    expect(shown).toEqual(['Chỉ thị', 'Đảng ủy']);
  });

  it('is shown only in the field that was asked for', () => {
    const words = wantedWords(parsed('ghi-chú:xem'));
    expect(placesIn('xem lại', 'text', words)).toEqual([]);
    expect(placesIn('xem lại', 'note', words)).toEqual([{ start: 0, end: 3 }]);
  });
});
