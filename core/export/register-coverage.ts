import { coverageOf, type CitingArticle, type CoverageBy } from '#core/coverage';
import type { DirectiveMention, DirectiveRow } from '#core/directive';
import { signOf } from '#core/export/register-table';
import type { ExportTable } from '#core/export/table';
import { dayInWords } from '#core/export/words';
import type { ArticleSummary, Language } from '#core/library';

const WORDS = {
  vi: {
    title: {
      source: 'Bảng bao quát theo nguồn',
      body: 'Bảng bao quát theo cơ quan được nhắc trong bài',
      year: 'Bảng bao quát theo năm',
      article: 'Bảng bao quát theo bài',
    },
    facts: (rows: number, day: string) => `Số lần viện dẫn ${rows} văn bản. Xuất ngày ${day}.`,
    document: 'Văn bản',
    total: 'Cộng',
    unknown: 'Chưa rõ',
  },
  en: {
    title: {
      source: 'Coverage by source',
      body: 'Coverage by the bodies that the articles name',
      year: 'Coverage by year',
      article: 'Coverage by article',
    },
    facts: (rows: number, day: string) => `How often ${rows} documents are cited. Exported on ${day}.`,
    document: 'Document',
    total: 'Total',
    unknown: 'Not known',
  },
} as const;

export interface CoverageTableParts {
  rows: readonly DirectiveRow[];
  mentions: readonly Pick<DirectiveMention, 'directive' | 'articleId'>[];
  articles: ReadonlyMap<string, CitingArticle & Pick<ArticleSummary, 'title'>>;
  by: CoverageBy;
  /** ISO day. */
  exportedOn: string;
}

/** How often each document is cited where, with sums; a cell that counts none is empty. */
export function coverageTable(parts: CoverageTableParts, language: Language): ExportTable {
  const { rows, mentions, articles, by, exportedOn } = parts;
  const words = WORDS[language];
  const wanted = new Set(rows.map(({ id }) => id));
  const { columns, cells } = coverageOf(
    mentions.filter(({ directive }) => wanted.has(directive)),
    articles,
    by,
  );
  const nameOf = (key: string): string => {
    const article = by === 'article' ? articles.get(key) : undefined;
    if (article === undefined) return key === '' ? words.unknown : key;
    const { title, publishedOn } = article;
    return publishedOn === null ? title : `${title} (${dayInWords(publishedOn)})`;
  };
  const sum = (counts: Iterable<number>): string => String([...counts].reduce((all, one) => all + one, 0));
  return {
    title: words.title[by],
    facts: words.facts(rows.length, dayInWords(exportedOn)),
    columns: [words.document, ...columns.map(({ key }) => nameOf(key)), words.total],
    rows: [
      ...rows.map((row) => {
        const counts = cells.get(row.id);
        return [
          signOf(row),
          ...columns.map(({ key }) => String(counts?.get(key) ?? '')),
          sum(counts?.values() ?? []),
        ];
      }),
      [
        words.total,
        ...columns.map(({ mentions: count }) => String(count)),
        sum(columns.map(({ mentions: count }) => count)),
      ],
    ],
  };
}
