import type { ExportTable } from '#core/export/table';
import { dayInWords, deadlineInWords, WORDS as SHARED } from '#core/export/words';
import type { ArticleSummary, Language } from '#core/library';
import { displayForm } from '#core/recognise/citations/display';
import type { TaskState } from '#core/task';
import { contentOf, type TaskRow } from '#core/task-list';

interface Words {
  title: string;
  facts: (count: number, day: string) => string;
  columns: readonly string[];
  states: Readonly<Record<TaskState, string>>;
  paragraph: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    title: 'Bảng theo dõi nhiệm vụ',
    facts: (count, day) => `${count} nhiệm vụ, chỉ tiêu. Xuất ngày ${day}.`,
    columns: [
      'TT',
      'Nội dung nhiệm vụ',
      'Căn cứ',
      'Cơ quan chủ trì',
      'Cơ quan phối hợp',
      'Thời hạn',
      'Sản phẩm',
      'Trạng thái',
      'Nguồn',
    ],
    states: {
      notDue: 'Chưa đến hạn',
      doing: 'Đang thực hiện',
      onTime: 'Hoàn thành đúng hạn',
      late: 'Hoàn thành quá hạn',
      overdue: 'Quá hạn',
      paused: 'Tạm dừng',
    },
    paragraph: 'đoạn',
  },
  en: {
    title: 'Task tracking table',
    facts: (count, day) => `${count} tasks and targets. Exported on ${day}.`,
    columns: [
      'No.',
      'Task',
      'Basis',
      'Responsible body',
      'Cooperating bodies',
      'Deadline',
      'Product',
      'Status',
      'Source',
    ],
    states: {
      notDue: 'Not due',
      doing: 'In progress',
      onTime: 'Done on time',
      late: 'Done late',
      overdue: 'Overdue',
      paused: 'Paused',
    },
    paragraph: 'para.',
  },
};

type CitedArticle = Pick<ArticleSummary, 'title' | 'publishedOn' | 'dateConfidence'>;

interface Known {
  articles: ReadonlyMap<string, CitedArticle>;
  /** How the articles write a document, by its id. */
  spellings: ReadonlyMap<string, string>;
}

/** *Bảng theo dõi nhiệm vụ*, in the order given. `exportedOn` is an ISO day. */
export function tasksTable(
  rows: readonly TaskRow[],
  { articles, spellings }: Known,
  exportedOn: string,
  language: Language,
): ExportTable {
  const words = WORDS[language];
  return {
    title: words.title,
    facts: words.facts(rows.length, dayInWords(exportedOn)),
    columns: words.columns,
    rows: rows.map((row, index) => {
      const { facts } = row;
      return [
        String(index + 1),
        asSentence(contentOf(row)),
        facts.basis.map((id) => basisInWords(id, spellings.get(id))).join('; '),
        facts.responsible,
        facts.cooperating,
        deadlineInWords(facts.deadline, language),
        facts.product,
        words.states[row.state],
        sourceInWords(row, articles.get(row.annotation.articleId), language),
      ];
    }),
  };
}

/** A cell begins with a capital, though the passage stands within a sentence. */
const asSentence = (words: string): string =>
  words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('vi'));

/** `“Tên bài”, 09/01/2026 (năm suy luận), đoạn 4`. */
function sourceInWords(
  { annotation, block }: TaskRow,
  article: CitedArticle | undefined,
  language: Language,
): string {
  const { orphan, yearInferred } = SHARED[language];
  const parts = [`“${article?.title ?? ''}”`];
  if (article?.publishedOn != null) {
    const inferred = article.dateConfidence === 'inferred-year' ? ` (${yearInferred})` : '';
    parts.push(`${dayInWords(article.publishedOn)}${inferred}`);
  }
  const isLost = annotation.anchor === 'orphan';
  parts.push(isLost ? orphan.toLocaleLowerCase(language) : `${WORDS[language].paragraph} ${block + 1}`);
  return parts.join(', ');
}

/** A document as it is cited officially; other words as they were typed. */
function basisInWords(basis: string, spelling: string | undefined): string {
  const [canonical] = /^[a-z-]+:[^#]+/u.exec(basis) ?? [];
  if (canonical === undefined) return basis;
  return displayForm({ canonical, text: spelling ?? canonical.slice(canonical.indexOf(':') + 1) });
}
