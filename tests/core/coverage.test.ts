import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COVERAGE_BY, coverageOf, withBodies, type Coverage } from '#core/coverage';

const articles = new Map(
  [
    { id: 'a', source: 'Báo Lam Khê', publishedOn: '2024-03-05' },
    { id: 'b', source: 'Báo Lam Khê', publishedOn: '2023-12-31' },
    { id: 'c', source: null, publishedOn: null },
    { id: 'd', source: 'Tạp chí Suối Mơ', publishedOn: '2024-01-01' },
  ].map((article) => [article.id, article]),
);
const mention = (directive: string, articleId: string) => ({ directive, articleId });
const MENTIONS = [
  mention('chi-thi:03-CT/TU', 'a'),
  mention('chi-thi:03-CT/TU', 'a'),
  mention('chi-thi:03-CT/TU', 'c'),
  mention('ke-hoach:7-KH/TU', 'b'),
  mention('ke-hoach:7-KH/TU', 'd'),
];

const sumOf = ({ cells }: Coverage): number =>
  [...cells.values()].flatMap((row) => [...row.values()]).reduce((sum, count) => sum + count, 0);

describe('coverage', () => {
  it('counts mentions by source, the most telling first and the unknown last', () => {
    const { columns, cells } = coverageOf(
      [...MENTIONS, mention('x:1', 'c'), mention('x:1', 'c')],
      articles,
      'source',
    );
    expect(columns).toEqual([
      { key: 'Báo Lam Khê', mentions: 3 },
      { key: 'Tạp chí Suối Mơ', mentions: 1 },
      { key: '', mentions: 3 },
    ]);
    expect(cells.get('chi-thi:03-CT/TU')).toEqual(
      new Map([
        ['Báo Lam Khê', 2],
        ['', 1],
      ]),
    );
  });

  it('has years and articles in the order of time, those without a day last', () => {
    const keys = (by: 'year' | 'article') => coverageOf(MENTIONS, articles, by).columns.map(({ key }) => key);
    expect(keys('year')).toEqual(['2023', '2024', '']);
    expect(keys('article')).toEqual(['b', 'd', 'a', 'c']);
  });

  it('leaves out articles that are not known', () => {
    expect(coverageOf([mention('chi-thi:03-CT/TU', 'gone')], articles, 'year')).toEqual({
      columns: [],
      cells: new Map(),
    });
  });

  it.each(COVERAGE_BY)('loses no mention and invents none, by %s', (by) => {
    const some = fc.record({
      directive: fc.constantFrom('chi-thi:1-CT/TU', 'chi-thi:2-CT/TU', 'luat:to-chuc-2014', 'x:9'),
      articleId: fc.constantFrom(...articles.keys()),
    });
    fc.assert(
      fc.property(fc.array(some), (mentions) => {
        const coverage = coverageOf(mentions, articles, by);
        expect(sumOf(coverage)).toBe(mentions.length);
        for (const { key, mentions: counted } of coverage.columns) {
          const inColumn = [...coverage.cells.values()].map((row) => row.get(key) ?? 0);
          expect(inColumn.reduce((sum, count) => sum + count, 0)).toBe(counted);
          expect(counted).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('counts a million mentions without looking twice', () => {
    let looks = 0;
    const counted = (function* () {
      for (let i = 0; i < 1_000_000; i += 1) {
        looks += 1;
        yield mention(`chi-thi:${i % 900}-CT/TU`, 'abcd'[i % 4] ?? 'a');
      }
    })();
    expect(sumOf(coverageOf(counted, articles, 'source'))).toBe(1_000_000);
    expect(looks).toBe(1_000_000);
  });

  it('counts a mention for each body that its article names, people not, those without any last', () => {
    const rows = [
      { name: 'Tỉnh ủy', is: 'body' as const, articles: ['a', 'b'] },
      { name: 'Lê Thị Mai', is: 'person' as const, articles: ['c'] },
      { name: 'Huyện ủy', is: 'body' as const, articles: ['a', 'gone'] },
    ];
    const { columns, cells } = coverageOf(MENTIONS, withBodies(articles.values(), rows), 'body');
    expect(columns).toEqual([
      { key: 'Tỉnh ủy', mentions: 3 },
      { key: 'Huyện ủy', mentions: 2 },
      { key: '', mentions: 2 },
    ]);
    expect(cells.get('ke-hoach:7-KH/TU')).toEqual(new Map([['Tỉnh ủy', 1], ['', 1]])); // prettier-ignore
  });
});
