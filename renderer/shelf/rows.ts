import { localDay } from '#core/day';
import type { ArticleSummary } from '#core/library';
import { isListed } from '../state/listed';
import type { PaneState, Show, Sort } from '../state/view';
import { collator } from '../ui/format';

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

/** The list as it is drawn: what is open first, then groups in the chosen order. */
export function rowsOf(articles: Iterable<ArticleSummary>, wish: Wish): Row[] {
  const { sort, show, panes } = wish;
  const fitting = [...articles].filter(isListed(wish));
  const panesOf = (id: string): number[] => panes.flatMap((pane, i) => (pane.articleId === id ? [i] : []));
  const open = fitting.filter((article) => show !== 'trash' && panesOf(article.id).length > 0);
  const rest = fitting.filter((article) => !open.includes(article)).sort(ORDERS[sort]);

  const rows: Row[] = [];
  if (open.length > 0) {
    rows.push({ is: 'group', name: { is: 'open' }, count: open.length });
    const placed = open.map((article) => ({ article, panes: panesOf(article.id) }));
    placed.sort((a, b) => (a.panes[0] ?? 0) - (b.panes[0] ?? 0));
    rows.push(...placed.map((item): Row => ({ is: 'article', ...item })));
  }
  let group: Extract<Row, { is: 'group' }> | null = null;
  for (const article of rest) {
    const name: GroupName | null = show === 'trash' ? { is: 'trash' } : groupOf(article, sort);
    if (name !== null && (group === null || JSON.stringify(group.name) !== JSON.stringify(name))) {
      group = { is: 'group', name, count: 0 };
      rows.push(group);
    }
    if (group !== null) group.count++;
    rows.push({ is: 'article', article, panes: [] });
  }
  return rows;
}

const ORDERS: Readonly<Record<Sort, (a: ArticleSummary, b: ArticleSummary) => number>> = {
  published: (a, b) =>
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '') || collator.compare(a.title, b.title),
  imported: (a, b) => b.importedAt.localeCompare(a.importedAt) || collator.compare(a.title, b.title),
  title: (a, b) => collator.compare(a.title, b.title),
  source: (a, b) =>
    Number(a.source === null) - Number(b.source === null) ||
    collator.compare(a.source ?? '', b.source ?? '') ||
    (b.publishedOn ?? '').localeCompare(a.publishedOn ?? ''),
};

function groupOf(article: ArticleSummary, sort: Sort): GroupName | null {
  switch (sort) {
    case 'title':
      return null;
    case 'source':
      return { is: 'source', source: article.source };
    case 'published':
    case 'imported': {
      const day = sort === 'published' ? article.publishedOn : localDay(new Date(article.importedAt));
      if (day === null) return { is: 'no-date' };
      return { is: 'month', month: String(Number(day.slice(5, 7))), year: day.slice(0, 4) };
    }
  }
}
