import type { DirectiveId, DirectiveMention } from '#core/directive';
import type { ArticleSummary } from '#core/library';

export const COVERAGE_BY = ['source', 'year', 'article'] as const;
/** What the columns of a coverage matrix are. */
export type CoverageBy = (typeof COVERAGE_BY)[number];

type ColumnFacts = Pick<ArticleSummary, 'id' | 'source' | 'publishedOn'>;
type Place = Pick<DirectiveMention, 'directive' | 'articleId'>;

export interface CoverageColumn {
  /** The source, the year or the article's id; empty where it is not known. */
  key: string;
  mentions: number;
}

/** How often each document is mentioned in each column. A cell that is not there counts none. */
export interface Coverage {
  columns: CoverageColumn[];
  cells: ReadonlyMap<DirectiveId, ReadonlyMap<string, number>>;
}

/** The column in which an article counts. */
export function columnOf({ id, source, publishedOn }: ColumnFacts, by: CoverageBy): string {
  switch (by) {
    case 'article':
      return id;
    case 'source':
      return source ?? '';
    case 'year':
      return publishedOn?.slice(0, 4) ?? '';
  }
}

/**
 * Counts mentions in articles that are known. Years and articles stand in the order of time, those without a day last;
 * sources by how much they mention, the unknown one last.
 */
export function coverageOf(
  mentions: Iterable<Place>,
  articles: ReadonlyMap<string, ColumnFacts>,
  by: CoverageBy,
): Coverage {
  const cells = new Map<DirectiveId, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { directive, articleId } of mentions) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const key = columnOf(article, by);
    const row = cells.get(directive) ?? new Map<string, number>();
    cells.set(directive, row.set(key, (row.get(key) ?? 0) + 1));
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  const columns = Array.from(totals, ([key, count]) => ({ key, mentions: count }));
  const dayOf = ({ key }: CoverageColumn): string =>
    (by === 'article' ? articles.get(key)?.publishedOn : key) || LAST;
  columns.sort((a, b) =>
    by === 'source'
      ? Number(a.key === '') - Number(b.key === '') || b.mentions - a.mentions || compared(a.key, b.key)
      : compared(dayOf(a), dayOf(b)) || compared(a.key, b.key),
  );
  return { columns, cells };
}

/** After every day and year. */
const LAST = '\uFFFF';

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
