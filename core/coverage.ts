import type { DirectiveId, DirectiveMention } from '#core/directive';
import type { ArticleSummary } from '#core/library';

export const COVERAGE_BY = ['source', 'year', 'article'] as const;
/** What the columns of a coverage matrix are. */
export type CoverageBy = (typeof COVERAGE_BY)[number];

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

/** Counts mentions; years in their order, sources and articles by how much they mention. */
export function coverageOf(
  mentions: Iterable<Pick<DirectiveMention, 'directive' | 'articleId'>>,
  articles: ReadonlyMap<string, Pick<ArticleSummary, 'id' | 'source' | 'publishedOn'>>,
  by: CoverageBy,
): Coverage {
  const cells = new Map<DirectiveId, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const { directive, articleId } of mentions) {
    const article = articles.get(articleId);
    if (article === undefined) continue;
    const key =
      { source: article.source, year: article.publishedOn?.slice(0, 4), article: article.id }[by] ?? '';
    const row = cells.get(directive) ?? new Map<string, number>();
    cells.set(directive, row);
    row.set(key, (row.get(key) ?? 0) + 1);
    totals.set(key, (totals.get(key) ?? 0) + 1);
  }
  const columns = Array.from(totals, ([key, count]) => ({ key, mentions: count }));
  columns.sort((a, b) =>
    by === 'year' ? a.key.localeCompare(b.key) : b.mentions - a.mentions || a.key.localeCompare(b.key),
  );
  return { columns, cells };
}
