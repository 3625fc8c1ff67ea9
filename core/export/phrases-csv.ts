import type { PhraseRow, WordsInPlace } from '#core/calls/phrases';
import { csvOf } from '#core/export/csv';
import { slugOf } from '#core/export/file-name';
import type { ArticleSummary, Language } from '#core/library';

const WORDS = {
  vi: {
    phrases: 'cum-tu-lap-lai',
    phrase: 'Cụm từ',
    syllables: 'Số tiếng',
    count: 'Số lần',
    articles: 'Số bài',
    years: 'Theo năm',
    sources: 'Nguồn',
    bodies: 'Cơ quan được nhắc',
    unknown: 'chưa rõ',
    before: 'Trước',
    after: 'Sau',
    article: 'Bài viết',
    source: 'Nguồn',
    date: 'Ngày đăng',
    paragraph: 'Đoạn',
  },
  en: {
    phrases: 'set-phrases',
    phrase: 'Phrase',
    syllables: 'Syllables',
    count: 'Times',
    articles: 'Articles',
    years: 'By year',
    sources: 'Sources',
    bodies: 'Bodies named',
    unknown: 'unknown',
    before: 'Before',
    after: 'After',
    article: 'Article',
    source: 'Source',
    date: 'Published',
    paragraph: 'Paragraph',
  },
} as const;

/** The list of phrases as a table for spreadsheets. */
export function phraseTable(
  rows: readonly PhraseRow[],
  language: Language,
): { text: string; fileName: string } {
  const words = WORDS[language];
  const head = [
    ...[words.phrase, words.syllables, words.count, words.articles],
    ...[words.years, words.sources, words.bodies],
  ];
  const cells = rows.map((row) => [
    row.text,
    String(row.syllables),
    String(row.count),
    String(row.articles),
    row.years.map(({ year, count }) => `${year ?? words.unknown}: ${count}`).join(', '),
    row.sources.map(({ source, count }) => `${source ?? words.unknown}: ${count}`).join(', '),
    row.bodies.map(({ name, count }) => `${name}: ${count}`).join(', '),
  ]);
  return { text: csvOf([head, ...cells]), fileName: `${words.phrases}.csv` };
}

/** All places of a phrase, the words around it in columns of their own. */
export function placesTable(
  phrase: string,
  places: readonly WordsInPlace[],
  articles: ReadonlyMap<string, ArticleSummary>,
  language: Language,
): { text: string; fileName: string } {
  const words = WORDS[language];
  const head = [
    words.before,
    words.phrase,
    words.after,
    words.article,
    words.source,
    words.date,
    words.paragraph,
  ];
  const cells = places.map(({ articleId, before, text, after, block }) => {
    const article = articles.get(articleId);
    const facts = [
      article?.title ?? '',
      article?.source ?? words.unknown,
      article?.publishedOn ?? words.unknown,
    ];
    return [before, text, after, ...facts, String(block + 1)];
  });
  return { text: csvOf([head, ...cells]), fileName: `${words.phrases}-${slugOf(phrase)}.csv` };
}
