import type { ArticleSummary } from '#core/library';
import { importDay } from '../state/article-order';
import { isListed } from '../state/listed';
import type { PaneState, Show, Sort } from '../state/view';

/** What a group of the list is called; words are added where it is drawn. */
export type GroupName =
  | { is: 'open' }
  | { is: 'month'; month: string; year: string }
  | { is: 'no-date' }
  | { is: 'source'; source: string | null }
  | { is: 'trash' };

export type Row =
  | { is: 'group'; name: GroupName; count: number }
  | { is: 'article'; article: ArticleSummary; panes: readonly number[] };

interface Wish {
  sort: Sort;
  show: Show;
  filter: string;
  /** What else is asked of an article. */
  fits?: (article: ArticleSummary) => boolean;
  panes: readonly PaneState[];
}

/** The list as it is drawn: what is open first, then groups. `articles` stand in the chosen order. */
export function rowsOf(articles: readonly ArticleSummary[], wish: Wish): Row[] {
  const { sort, show, panes } = wish;
  const fitting = articles.filter(isListed(wish));
  const panesOf = (id: string): number[] => panes.flatMap((pane, i) => (pane.articleId === id ? [i] : []));
  const inPanes = new Set(show === 'trash' ? [] : panes.map(({ articleId }) => articleId));
  const open = fitting.filter(({ id }) => inPanes.has(id));
  const rest = open.length === 0 ? fitting : fitting.filter(({ id }) => !inPanes.has(id));

  const rows: Row[] = [];
  if (open.length > 0) {
    rows.push({ is: 'group', name: { is: 'open' }, count: open.length });
    const placed = open.map((article) => ({ article, panes: panesOf(article.id) }));
    placed.sort((a, b) => (a.panes[0] ?? 0) - (b.panes[0] ?? 0));
    rows.push(...placed.map((item): Row => ({ is: 'article', ...item })));
  }
  let group: Extract<Row, { is: 'group' }> | null = null;
  let groupKey: string | null = null;
  for (const article of rest) {
    const key = show === 'trash' ? 'trash' : keyOfGroup(article, sort);
    if (key !== null && (group === null || key !== groupKey)) {
      group = { is: 'group', name: show === 'trash' ? { is: 'trash' } : groupOf(article, sort), count: 0 };
      groupKey = key;
      rows.push(group);
    }
    if (group !== null) group.count++;
    rows.push({ is: 'article', article, panes: IN_NO_PANE });
  }
  return rows;
}

const IN_NO_PANE: readonly number[] = [];

const dayOf = (article: ArticleSummary, sort: 'published' | 'imported'): string | null =>
  sort === 'published' ? article.publishedOn : importDay(article);

/** The same for articles of one group; null where there are none. */
function keyOfGroup(article: ArticleSummary, sort: Sort): string | null {
  if (sort === 'title') return null;
  if (sort === 'source') return article.source ?? '';
  return dayOf(article, sort)?.slice(0, 7) ?? '';
}

function groupOf(article: ArticleSummary, sort: Sort): GroupName {
  if (sort === 'source') return { is: 'source', source: article.source };
  const day = dayOf(article, sort === 'imported' ? 'imported' : 'published');
  if (day === null) return { is: 'no-date' };
  return { is: 'month', month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) };
}
