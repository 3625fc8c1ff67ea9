import type { ConcordanceRow } from '#core/calls/searching';
import type { ExportTable } from '#core/export/table';
import { dayInWords } from '#core/export/words';
import type { ArticleSummary, Language } from '#core/library';

const WORDS = {
  vi: {
    title: (query: string) => `Các chỗ có “${query}”`,
    facts: (rows: number, articles: number, day: string) =>
      `${rows} chỗ trong ${articles} bài. Xuất ngày ${day}.`,
    left: (left: number) => ` Còn ${left} bài cũ hơn chưa được đọc.`,
    columns: ['Trước', 'Từ ngữ', 'Sau', 'Bài viết', 'Nguồn', 'Ngày đăng', 'Đoạn'],
    unknown: 'chưa rõ',
  },
  en: {
    title: (query: string) => `Places of “${query}”`,
    facts: (rows: number, articles: number, day: string) =>
      `${rows} places in ${articles} articles. Exported on ${day}.`,
    left: (left: number) => ` ${left} older articles were not read.`,
    columns: ['Before', 'Words', 'After', 'Article', 'Source', 'Published', 'Paragraph'],
    unknown: 'unknown',
  },
} as const;

export interface ConcordanceTableParts {
  query: string;
  rows: readonly ConcordanceRow[];
  /** Articles that were not read. */
  left: number;
  articles: ReadonlyMap<string, Pick<ArticleSummary, 'title' | 'source' | 'publishedOn'>>;
  /** ISO day. */
  exportedOn: string;
}

/** Every place of the words that were looked for, with the words around it in columns of their own. */
export function concordanceTable(parts: ConcordanceTableParts, language: Language): ExportTable {
  const { query, rows, left, articles, exportedOn } = parts;
  const words = WORDS[language];
  const count = new Set(rows.map(({ articleId }) => articleId)).size;
  return {
    title: words.title(query),
    facts: words.facts(rows.length, count, dayInWords(exportedOn)) + (left > 0 ? words.left(left) : ''),
    columns: words.columns,
    rows: rows.map(({ articleId, hit: { before, exact, after, block } }) => {
      const article = articles.get(articleId);
      const day = article?.publishedOn ?? null;
      return [
        ...[before, exact.replaceAll('\n', ' '), after],
        ...[article?.title ?? '', article?.source ?? words.unknown],
        ...[day === null ? words.unknown : dayInWords(day), block === null ? '' : String(block + 1)],
      ];
    }),
  };
}
