import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundArticles } from '../../../renderer/dialogs/palette-answers';
import { rankBy } from '../../../renderer/dialogs/palette-rank';
import { summary } from '../shelf/summary';

const WORDS = [
  'Hội',
  'nghị',
  'Chỉ',
  'thị',
  '05-CT/TW',
  'Đảng',
  'ủy',
  'hòa',
  'Quý',
  'kỳ',
  'h',
  '2026',
  '“Dân',
  'vận”',
];
const some = (least: number, most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((words) => words.join(' '));
const article = fc
  .record({ title: some(1, 4), source: fc.option(some(1, 2)), removed: fc.boolean() })
  .map(({ title, source, removed }) =>
    summary({ title, source, removedAt: removed ? '2026-02-10T08:00:00.000Z' : null }),
  );
const typed = fc.oneof(
  some(0, 3),
  fc.constantFrom(
    '',
    ' ',
    'hn',
    'ct',
    'du',
    'hoi nghi',
    'Hội Nghị',
    '5 ct',
    '0',
    'quy',
    'qui',
    'ky',
    'dan van',
    '“',
    'x',
  ),
);

test('the best thirty are those that ranking every article gives', () => {
  fc.assert(
    fc.property(fc.array(article, { minLength: 50, maxLength: 120 }), typed, (articles, words) => {
      const rank = rankBy(words);
      const all = articles
        .filter(({ removedAt }) => removedAt === null)
        .flatMap((each) => {
          const fit = rank(each.title) ?? rank(`${each.title} ${each.source ?? ''}`);
          return fit === null ? [] : [{ id: each.id, rank: fit.rank }];
        })
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 30);
      expect(foundArticles(articles, words).map(({ article: { id } }) => id)).toEqual(
        all.map(({ id }) => id),
      );
    }),
    { numRuns: 400 },
  );
});
