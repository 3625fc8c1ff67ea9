import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleSummary } from '#core/library';
import { importDay, inOrder } from '../../../renderer/state/article-order';
import { summary } from '../shelf/summary';

const SORTS = ['published', 'imported', 'title', 'source'] as const;
const IDS = Array.from({ length: 120 }, (_, at) => at.toString(16).padStart(16, '0'));

const facts = fc.record({
  title: fc.constantFrom('Ăn', 'An', 'Ân', 'Bài 9', 'Bài 10', 'Đảng', 'Dân'),
  source: fc.constantFrom('Báo Lam Khê', 'Đài', null),
  publishedOn: fc.constantFrom('2026-01-09', '2025-12-30', '2025-01-02', null),
  importedAt: fc.constantFrom('2026-02-10T08:00:00.000Z', '2026-02-11T08:00:00.000Z'),
});
const article = fc
  .tuple(fc.constantFrom(...IDS), facts)
  .map(([id, made]): [string, ArticleSummary] => [id, summary({ ...made, id })]);
const start = fc.tuple(
  ...IDS.map((id) => facts.map((made): [string, ArticleSummary] => [id, summary({ ...made, id })])),
);
const change = fc.oneof(
  article,
  fc.constantFrom(...IDS).map((id): [string, null] => [id, null]),
);

test('an order that follows changes is the one that sorting all anew gives', () => {
  fc.assert(
    fc.property(start, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }), (first, steps) => {
      let articles = new Map(first);
      const followed = [];
      for (const step of [[], ...steps]) {
        articles = new Map(articles);
        for (const [id, changed] of step) {
          if (changed === null) articles.delete(id);
          else articles.set(id, changed);
        }
        for (const sort of SORTS) followed.push({ sort, articles, list: inOrder(articles, sort) });
      }
      for (const { sort, articles: all, list } of followed) {
        expect(new Set(list)).toEqual(new Set(all.values()));
        // Sorted by nothing that was kept. Of equals either may stand first.
        inOrder(new Map(), sort);
        expect(keysOf(list, sort)).toEqual(keysOf(inOrder(all, sort), sort));
      }
    }),
    { numRuns: 15 },
  );
});

/** What the order looks at. */
const keysOf = (list: readonly ArticleSummary[], sort: (typeof SORTS)[number]) =>
  list.map(({ title, source, publishedOn, importedAt }) => {
    if (sort === 'title') return title;
    return sort === 'source'
      ? [source, publishedOn]
      : [sort === 'imported' ? importedAt : publishedOn, title];
  });

test('the same state of the library gives the same list', () => {
  const articles = new Map([summary(), summary()].map((each) => [each.id, each]));
  expect(inOrder(articles, 'title')).toBe(inOrder(articles, 'title'));
});

test('the day of an import is the one on this machine', () => {
  const day = new Date(2026, 1, 10, 0, 30);
  expect(importDay(summary({ importedAt: day.toISOString() }))).toBe('2026-02-10');
});
