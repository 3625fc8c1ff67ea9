import type { ExportTable } from '#core/export/table';
import { dayInWords } from '#core/export/words';
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

/** *Bảng theo dõi nhiệm vụ*, in the order given. `exportedOn` is an ISO day. */
export function tasksTable(
  rows: readonly TaskRow[],
  articles: ReadonlyMap<string, Pick<ArticleSummary, 'title' | 'publishedOn'>>,
  exportedOn: string,
  language: Language,
): ExportTable {
  const words = WORDS[language];
  return {
    title: words.title,
    facts: words.facts(rows.length, dayInWords(exportedOn)),
    columns: words.columns,
    rows: rows.map((row, index) => {
      const { facts, annotation, block } = row;
      const article = articles.get(annotation.articleId);
      const day = article?.publishedOn == null ? '' : `, ${dayInWords(article.publishedOn)}`;
      return [
        String(index + 1),
        contentOf(row),
        facts.basis.map(basisInWords).join('; '),
        facts.responsible,
        facts.cooperating,
        deadlineInWords(facts.deadline),
        facts.product,
        words.states[row.state],
        `“${article?.title ?? ''}”${day}, ${words.paragraph} ${block + 1}`,
      ];
    }),
  };
}

/** A document as it is cited officially; other words as they were typed. */
function basisInWords(basis: string): string {
  const [canonical] = /^[a-z-]+:[^#]+/u.exec(basis) ?? [];
  if (canonical === undefined) return basis;
  return displayForm({ canonical, text: canonical.slice(canonical.indexOf(':') + 1) });
}

/** The day, with the article's words behind it where they say it in another way. */
function deadlineInWords(deadline: TaskRow['facts']['deadline']): string {
  if (deadline === null) return '';
  const day = deadline.iso === null ? '' : dayInWords(deadline.iso);
  if (day === '') return deadline.text;
  return deadline.text === '' || deadline.text.includes(day) ? day : `${day} (${deadline.text})`;
}
