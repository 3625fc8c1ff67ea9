import type { BodyRow } from '#core/body';
import type { DirectiveId, DirectiveMention } from '#core/directive';
import type { ArticleSummary } from '#core/library';

export const COVERAGE_BY = ['source', 'body', 'year', 'article'] as const;
/** What the columns of a coverage matrix are. */
export type CoverageBy = (typeof COVERAGE_BY)[number];

/** An article with the bodies that it names. */
export type CitingArticle = Pick<ArticleSummary, 'id' | 'source' | 'publishedOn'> & {
  bodies?: readonly string[];
};
type Place = Pick<DirectiveMention, 'directive' | 'articleId'>;

export interface CoverageColumn {
  /** The source, a body's name, the year or the article's id; empty where it is not known. */
  key: string;
  mentions: number;
}

/** How often each document is mentioned in each column. A cell that is not there counts none. */
export interface Coverage {
  columns: CoverageColumn[];
  cells: ReadonlyMap<DirectiveId, ReadonlyMap<string, number>>;
}

/** The columns in which an article counts: one, or that of each body that it names. */
export function columnsOf(
  { id, source, publishedOn, bodies = [] }: CitingArticle,
  by: CoverageBy,
): readonly string[] {
  switch (by) {
    case 'article':
      return [id];
    case 'source':
      return [source ?? ''];
    case 'body':
      return bodies.length === 0 ? [''] : bodies;
    case 'year':
      return [publishedOn?.slice(0, 4) ?? ''];
  }
}

/** The articles with the bodies (not people) that they name. */
export function withBodies<A extends CitingArticle>(
  articles: Iterable<A>,
  rows: readonly Pick<BodyRow, 'name' | 'is' | 'articles'>[],
): Map<string, A & { bodies: string[] }> {
  const naming = new Map<string, string[]>();
  for (const { name, is, articles: ids } of rows) {
    if (is !== 'body') continue;
    for (const id of ids) {
      const named = naming.get(id) ?? [];
      naming.set(id, named);
      named.push(name);
    }
  }
  return new Map(
    Array.from(articles, (article) => [article.id, { ...article, bodies: naming.get(article.id) ?? [] }]),
  );
}

/**
 * Counts mentions in articles that are known. Years and articles stand in the order of time, those without a day last;
 * sources and bodies by how much is mentioned there, the unknown one last.
 */
export function coverageOf(
  mentions: Iterable<Place>,
  articles: ReadonlyMap<string, CitingArticle>,
  by: CoverageBy,
): Coverage {
  const cells = new Map<DirectiveId, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { directive, articleId } of mentions) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const row = cells.get(directive) ?? new Map<string, number>();
    cells.set(directive, row);
    for (const key of columnsOf(article, by)) {
      row.set(key, (row.get(key) ?? 0) + 1);
      totals.set(key, (totals.get(key) ?? 0) + 1);
    }
  }
  const columns = Array.from(totals, ([key, count]) => ({ key, mentions: count }));
  const dayOf = ({ key }: CoverageColumn): string =>
    (by === 'article' ? articles.get(key)?.publishedOn : key) || LAST;
  columns.sort((a, b) =>
    by === 'source' || by === 'body'
      ? Number(a.key === '') - Number(b.key === '') || b.mentions - a.mentions || compared(a.key, b.key)
      : compared(dayOf(a), dayOf(b)) || compared(a.key, b.key),
  );
  return { columns, cells };
}

/** After every day and year. */
const LAST = '\uFFFF';

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
