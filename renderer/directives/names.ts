import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DirectiveId, DirectiveMention, DirectiveRow } from '#core/directive';
import { yearInKey } from '#core/export/register-table';
import type { ArticleSummary } from '#core/library';
import { useLibrary } from '../state/library';
import type { RowWords } from '../state/registers';
import { directiveName } from '../ui/directive-name';

/** How a document of the register is called: "Chỉ thị số 36-CT/TW". */
export const nameOfRow = (row: DirectiveRow): string =>
  directiveName(row.canonical, row.spellings[0] ?? (row.title === '' ? undefined : row.title));

/** Its sign alone, where it has one: "36-CT/TW". */
export function signOfRow(row: DirectiveRow): string {
  const [, sign = ''] = row.canonical.split(/:(.*)/su);
  return row.number !== null && /^\d/u.test(sign) ? sign : nameOfRow(row);
}

export function nameOfId(id: DirectiveId, rows: readonly DirectiveRow[]): string {
  const row = rows.find((each) => each.id === id);
  return row === undefined ? directiveName(id.replace(/#.*$/su, '')) : nameOfRow(row);
}

/** The term or the year of its number; of a term that is only likely, that it is. */
export function termWords({ term, canonical }: DirectiveRow, t: TFunction): string {
  if (term === null) return yearInKey(canonical) ?? '';
  return t(term.certain ? 'register.termIs' : 'register.termPerhaps', { term: term.roman });
}

/** In how many articles of each year documents are mentioned, by their ids. */
export type YearCounts = ReadonlyMap<DirectiveId, ReadonlyMap<string, number>>;

export function useYearCounts(rows: readonly DirectiveRow[]): YearCounts {
  const articles = useLibrary((state) => state.articles);
  return useMemo(() => new Map(rows.map((row) => [row.id, yearsOf(row, articles)])), [rows, articles]);
}

function yearsOf(row: DirectiveRow, articles: ReadonlyMap<string, ArticleSummary>): Map<string, number> {
  const years = new Map<string, number>();
  for (const id of row.articles) {
    const year = articles.get(id)?.publishedOn?.slice(0, 4);
    if (year !== undefined) years.set(year, (years.get(year) ?? 0) + 1);
  }
  return years;
}

/** What the rows are sorted and found by, in the words of the window. */
export function useRowWords(counts: YearCounts): RowWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      name: nameOfRow,
      term: (row) => termWords(row, t),
      status: ({ status }) => (status === null ? '' : t(`register.statuses.${status}`)),
      years: ({ id }) => new Set(counts.get(id)?.keys()),
    }),
    [t, counts],
  );
}

/** Mentions by their articles, in the order in which they come. */
export function byArticle(mentions: readonly DirectiveMention[]): [string, DirectiveMention[]][] {
  const groups = new Map<string, DirectiveMention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.articleId);
    if (group === undefined) groups.set(mention.articleId, [mention]);
    else group.push(mention);
  }
  return [...groups];
}
