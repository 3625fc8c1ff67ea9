import type { DirectiveMention, DirectiveRow } from '#core/directive';
import type { ExportTable } from '#core/export/table';
import { dayInWords } from '#core/export/words';
import type { ArticleSummary, Language } from '#core/library';
import { displayForm } from '#core/recognise/citations/display';

const WORDS = {
  vi: {
    title: 'Danh mục văn bản',
    facts: (count: number, day: string) => `${count} văn bản được viện dẫn. Xuất ngày ${day}.`,
    columns: [
      'TT',
      'Số, ký hiệu',
      'Loại văn bản',
      'Cơ quan ban hành',
      'Ngày ban hành',
      'Trích yếu',
      'Khóa/Năm',
      'Số lần viện dẫn',
      'Bài viết (ngày, đoạn)',
    ],
    likely: (term: string) => `chưa rõ khóa (có thể ${term})`,
    term: (term: string) => `khóa ${term}`,
    paragraphs: 'đoạn',
    dek: 'sapo',
    undated: 'không rõ ngày',
    yearInferred: 'năm suy luận',
  },
  en: {
    title: 'List of documents',
    facts: (count: number, day: string) => `${count} documents cited. Exported on ${day}.`,
    columns: [
      'No.',
      'Number, code',
      'Type',
      'Issuing body',
      'Issued on',
      'Title',
      'Term/Year',
      'Times cited',
      'Articles (date, paragraph)',
    ],
    likely: (term: string) => `term not known (perhaps ${term})`,
    term: (term: string) => `term ${term}`,
    paragraphs: 'para.',
    dek: 'standfirst',
    undated: 'no date',
    yearInferred: 'year inferred',
  },
} as const;

export interface RegisterTableParts {
  rows: readonly DirectiveRow[];
  mentions: readonly Pick<DirectiveMention, 'directive' | 'articleId' | 'block'>[];
  articles: ReadonlyMap<string, Pick<ArticleSummary, 'title' | 'publishedOn' | 'dateConfidence'>>;
  /** ISO day. */
  exportedOn: string;
}

/** *Danh mục văn bản*: one row per document, in the order given. */
export function registerTable(parts: RegisterTableParts, language: Language): ExportTable {
  const { rows, mentions, articles, exportedOn } = parts;
  const words = WORDS[language];
  const places = new Map<string, Map<string, Set<number>>>();
  for (const { directive, articleId, block } of mentions) {
    const ofDirective = places.get(directive) ?? new Map<string, Set<number>>();
    places.set(directive, ofDirective);
    ofDirective.set(articleId, (ofDirective.get(articleId) ?? new Set()).add(block + 1));
  }
  const placesOf = (id: string): string =>
    [...(places.get(id) ?? [])]
      .map(([articleId, blocks]) => {
        const article = articles.get(articleId);
        const day = article?.publishedOn == null ? words.undated : dayInWords(article.publishedOn);
        const inferred = article?.dateConfidence === 'inferred-year' ? `, ${words.yearInferred}` : '';
        return `“${article?.title ?? ''}” (${day}${inferred}, ${words.paragraphs} ${[...blocks].map((number) => (number === 0 ? words.dek : number)).join(', ')})`;
      })
      .join('\n');
  return {
    title: words.title,
    facts: words.facts(rows.length, dayInWords(exportedOn)),
    columns: words.columns,
    rows: rows.map((row, index) => [
      String(index + 1),
      signOf(row),
      row.type,
      row.issuerName ?? row.issuer ?? '',
      row.issuedOn === null ? '' : dayInWords(row.issuedOn),
      row.title,
      termOf(row, language),
      String(row.mentions),
      placesOf(row.id),
    ]),
  };
}

/** Its number and code; its name, where it has none. */
export function signOf({ canonical, number, spellings }: DirectiveRow): string {
  const sign = canonical.slice(canonical.indexOf(':') + 1);
  return number !== null && /^\d/u.test(sign) ? sign : displayForm({ canonical, text: spellings[0] ?? sign });
}

function termOf({ term, canonical }: DirectiveRow, language: Language): string {
  if (term !== null) return WORDS[language][term.certain ? 'term' : 'likely'](term.roman);
  return yearInKey(canonical) ?? '';
}

/** The year that is part of a number: 2020 in "30/2020/NĐ-CP". */
export const yearInKey = (canonical: string): string | null =>
  /\/((?:19|20)\d\d)(?:\/|$)/u.exec(canonical)?.[1] ?? null;
