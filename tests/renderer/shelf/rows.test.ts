import { describe, expect, test } from 'vitest';
import type { ArticleSummary } from '#core/library';
import { inOrder } from '../../../renderer/state/article-order';
import { rowsOf } from '../../../renderer/shelf/rows';
import { summary } from './summary';

type Wish = Parameters<typeof rowsOf>[1];

/** The list as one string a row: a group is `# name (count)`, an article its title with the panes that show it. */
function listOf(articles: readonly ArticleSummary[], wish: Partial<Wish> = {}): string[] {
  const whole: Wish = { sort: 'published', show: 'all', filter: '', panes: [], ...wish };
  const rows = rowsOf(inOrder(new Map(articles.map((each) => [each.id, each])), whole.sort), whole);
  return rows.map((row) => {
    if (row.is === 'article') return [row.article.title, ...row.panes].join(' @');
    const { is, ...name } = row.name;
    return `# ${[is, ...Object.values(name)].join(' ')} (${row.count})`;
  });
}

const ARTICLES = [
  summary({ title: 'Đảng ủy', source: 'Báo Lam Khê', publishedOn: '2026-01-09' }),
  summary({ title: 'Ân cần', source: 'Cổng thông tin', publishedOn: '2025-12-30' }),
  summary({ title: 'Dân vận', source: 'Báo Lam Khê', publishedOn: '2026-01-20', annotations: 2 }),
  summary({ title: 'Ăn cơm', publishedOn: '2025-01-02', tags: ['cải cách'] }),
  summary({ title: 'An ninh', dek: 'Giữ bình yên' }),
];

describe('the article list', () => {
  test('groups by the month of publication, the newest first, what has no date last', () => {
    expect(listOf(ARTICLES)).toEqual([
      '# month 1 2026 (2)',
      'Dân vận',
      'Đảng ủy',
      '# month 12 2025 (1)',
      'Ân cần',
      '# month 1 2025 (1)',
      'Ăn cơm',
      '# no-date (1)',
      'An ninh',
    ]);
  });

  test('by title follows the Vietnamese alphabet, numbers by their value, and has no groups', () => {
    const numbered = ['Nghị quyết 10', 'Nghị quyết 9'].map((title) => summary({ title }));
    expect(listOf([...ARTICLES, ...numbered], { sort: 'title' })).toEqual([
      'An ninh',
      'Ăn cơm',
      'Ân cần',
      'Dân vận',
      'Đảng ủy',
      'Nghị quyết 9',
      'Nghị quyết 10',
    ]);
  });

  test('by source puts unknown sources last, and the newest first in each', () => {
    expect(listOf(ARTICLES, { sort: 'source' })).toEqual([
      '# source Báo Lam Khê (2)',
      'Dân vận',
      'Đảng ủy',
      '# source Cổng thông tin (1)',
      'Ân cần',
      '# source  (2)',
      'Ăn cơm',
      'An ninh',
    ]);
  });

  test('by import puts the last imported first', () => {
    const early = summary({ title: 'sớm', importedAt: '2026-01-15T08:00:00.000Z' });
    const late = summary({ title: 'muộn', importedAt: '2026-02-15T08:00:00.000Z' });
    expect(listOf([early, late], { sort: 'imported' })).toEqual([
      '# month 2 2026 (1)',
      'muộn',
      '# month 1 2026 (1)',
      'sớm',
    ]);
  });

  test('shows what stands open first, in the order of the panes, each article once', () => {
    const [dang, , dan] = ARTICLES;
    const panes = [dan, null, dang, dan].map((article, key) => ({ key, articleId: article?.id ?? null }));
    expect(listOf(ARTICLES, { panes }).slice(0, 4)).toEqual([
      '# open (2)',
      'Dân vận @0 @3',
      'Đảng ủy @2',
      '# month 12 2025 (1)',
    ]);
    expect(listOf(ARTICLES, { panes })).toHaveLength(3 + 2 + 2 + 2);
  });

  test.each([
    ['dang uy', ['Đảng ủy']],
    ['LAM khe', ['Dân vận', 'Đảng ủy']],
    ['cai cach', ['Ăn cơm']],
    ['bình yên', ['An ninh']],
    ['  ', ['Dân vận', 'Đảng ủy', 'Ân cần', 'Ăn cơm', 'An ninh']],
    ['xyz', []],
  ])('filtered by “%s” keeps %j', (filter, titles) => {
    expect(listOf(ARTICLES, { filter }).filter((row) => !row.startsWith('#'))).toEqual(titles);
  });

  test('shows only articles with notes when asked to', () => {
    expect(listOf(ARTICLES, { show: 'marked' })).toEqual(['# month 1 2026 (1)', 'Dân vận']);
  });

  test('keeps the trash apart from everything else', () => {
    const thrown = summary({ title: 'bỏ đi', removedAt: '2026-02-11T08:00:00.000Z', annotations: 1 });
    const panes = [{ key: 1, articleId: thrown.id }];
    expect(listOf([...ARTICLES, thrown], { panes })).toEqual(listOf(ARTICLES));
    expect(listOf([thrown], { show: 'marked' })).toEqual([]);
    expect(listOf([...ARTICLES, thrown], { show: 'trash', panes })).toEqual(['# trash (1)', 'bỏ đi']);
  });
});
