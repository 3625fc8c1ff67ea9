import type { FoundArticle, SearchAnswer, SearchHit, SearchProblem } from '#core/calls/searching';
import type { ProblemCode } from '#core/search/query';
import type { Span } from '#core/span';
import { one, text, WrongUsage, type Command, type Words } from './cli-words';

/** So many articles come in one answer. */
const AT_ONCE = 500;
const ALL_HITS = 100_000;

export const search: Command = {
  mode: 'read',
  verify: 'first',
  options: { limit: text, 'any-marks': { type: 'boolean' } },
  prepare: (words) => {
    queryOf(words);
    limitOf(words);
  },
  run: async ({ call, words, print, printError }) => {
    const query = queryOf(words);
    const limit = limitOf(words);
    const marks = words.values['any-marks'] === true ? ('loose' as const) : ('auto' as const);
    const titles = new Map((await call('library.snapshot', {})).articles.map(({ id, title }) => [id, title]));
    // Each hit is in an article, so that no more of them are read than may be needed.
    const page = Math.min(limit, AT_ONCE);
    let left = limit;
    for (let offset = 0; ; offset += page) {
      const asked = { query, marks, offset, limit: page, hits: ALL_HITS, complete: true };
      const answer = await call('search.find', asked);
      if (answer.problem !== null) {
        printError(problemText(query, answer.problem));
        return false;
      }
      if (offset === 0) for (const warning of warningsOf(answer)) printError(warning);
      const rows = answer.articles
        .flatMap((article) => rowsOf(article, titles.get(article.articleId) ?? ''))
        .slice(0, left);
      for (const row of rows) print(row, hitText(row));
      left -= rows.length;
      if (left === 0 || offset + page >= answer.total) break;
    }
    return true;
  },
};

function queryOf({ positionals }: Words): string {
  const query = positionals.join(' ');
  if (query.trim() === '') throw new WrongUsage('search QUERY');
  return query;
}

function limitOf(words: Words): number {
  const given = one(words, 'limit');
  if (given === undefined) return Infinity;
  const limit = Number(given);
  if (!Number.isSafeInteger(limit) || limit < 1) throw new WrongUsage('--limit?');
  return limit;
}

/**
 * `paragraph` counts from 1. What does not stand in the text has none, and `in` says where its offsets count; `article` is one
 * that fits a query without words, such as `năm:2023`.
 */
interface Row extends Span {
  id: string;
  title: string;
  exact: string;
  snippet: string;
  paragraph: number | null;
  in?: Exclude<SearchHit['in'], 'text'> | 'article';
  annotation?: string;
}

function rowsOf({ articleId: id, hits }: FoundArticle, title: string): Row[] {
  if (hits.length === 0)
    return [{ id, title, start: 0, end: 0, exact: '', snippet: '', paragraph: null, in: 'article' }];
  return hits.map(({ start, end, before, exact, after, block, annotationId, in: place }) => ({
    ...{ id, title, start, end, exact, snippet: before + exact + after },
    paragraph: block === null ? null : block + 1,
    ...(place !== 'text' && { in: place }),
    ...(annotationId !== null && { annotation: annotationId }),
  }));
}

function warningsOf({ withAnyMarks, indexed: { done, total } }: SearchAnswer): string[] {
  const warnings: string[] = [];
  if (withAnyMarks > 0)
    warnings.push(`Không có kết quả đúng dấu; với --any-marks: ${withAnyMarks} bài không phân biệt dấu.`);
  if (done < total) warnings.push(`Chỉ tìm được trong ${done} trên ${total} bài.`);
  return warnings;
}

const PLACES = { title: 'tiêu đề', dek: 'sapo', note: 'ghi chú', text: '', article: 'bài' } as const;

function hitText({ id, title, snippet, paragraph, ...row }: Row): string[] {
  const place = paragraph === null ? PLACES[row.in ?? 'text'] : `đoạn ${paragraph}`;
  return [`${id}  ${title}`, `  ${place}: ${snippet.replaceAll('\n', ' ')}`];
}

const PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'too-long': 'Câu tìm quá dài.',
  'too-many-words': 'Câu tìm có quá nhiều chữ.',
  'open-quote': 'Thiếu dấu ngoặc kép đóng.',
  'open-bracket': 'Thiếu dấu ngoặc đóng.',
  'stray-bracket': 'Thừa dấu ngoặc đóng.',
  'nothing-beside': 'Thiếu chữ cần tìm bên cạnh.',
  'nothing-in-field': 'Thiếu nội dung sau dấu hai chấm.',
  'bad-year': 'Năm phải viết như năm:2023 hoặc năm:2021..2023.',
  'bad-kind': 'Không có loại ghi chú này.',
  'bad-reading': 'Tình trạng đọc viết như đọc:chưa, đọc:đang hoặc đọc:rồi.',
  'bad-choice': 'Ở đây chỉ viết có hoặc không.',
  'near-needs-words': 'NEAR cần chữ ở cả hai bên.',
  'near-too-far': 'NEAR không xa hơn 50 chữ.',
};

/** Only so much of a query is repeated. */
const SHOWN = 60;

function problemText(query: string, { code, start, end }: SearchProblem): string {
  return `${PROBLEMS[code]} “${query.slice(start, Math.min(end, start + SHOWN))}” [${code}]`;
}
