import type { ComparisonTable, ComparedRow, Remark } from '#core/export/comparison';
import { dayInWords, WORDS } from '#core/export/words';
import type { Language } from '#core/library';

interface Words {
  title: string;
  matter: string;
  remark: string;
  remarks: Readonly<Record<Remark, string>>;
  everywhere: (articles: number) => string;
  only: string;
  paragraph: string;
  likeness: (percent: number) => string;
  figures: string;
  phrases: string;
  citations: string;
  counts: (count: number, what: string) => string;
  times: (left: number, right: number) => string;
  none: string;
}

export const COMPARISON_WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    title: 'So sánh',
    matter: 'Nội dung',
    remark: 'Nhận xét',
    remarks: {
      same: 'Giữ nguyên',
      reworded: 'Diễn đạt lại',
      moved: 'Chuyển chỗ',
      'moved-reworded': 'Chuyển chỗ, diễn đạt lại',
      gone: 'Không còn',
      added: 'Bổ sung',
    },
    everywhere: (articles) => `Cả ${articles} bài`,
    only: 'Chỉ có ở',
    paragraph: 'đoạn',
    likeness: (percent) => `Giống nhau ${percent}%`,
    figures: 'Số liệu, thời hạn, văn bản thay đổi',
    phrases: 'Cụm từ chung',
    citations: 'Cùng viện dẫn',
    counts: (count, what) => `${what}: ${count}`,
    times: (left, right) => `A ${left} lần, B ${right} lần`,
    none: 'không có',
  },
  en: {
    title: 'Comparison',
    matter: 'Matter',
    remark: 'Remark',
    remarks: {
      same: 'Unchanged',
      reworded: 'Reworded',
      moved: 'Moved',
      'moved-reworded': 'Moved, reworded',
      gone: 'Gone',
      added: 'Added',
    },
    everywhere: (articles) => `All ${articles} articles`,
    only: 'Only in',
    paragraph: 'paragraph',
    likeness: (percent) => `${percent}% alike`,
    figures: 'Figures, deadlines and documents that changed',
    phrases: 'Shared phrases',
    citations: 'Cited in both',
    counts: (count, what) => `${what}: ${count}`,
    times: (left, right) => `A ${left}, B ${right}`,
    none: 'none',
  },
};

/** `A` to `D`. */
export const letterOf = (column: number): string => String.fromCharCode('A'.charCodeAt(0) + column);

/** What is to be said of a row: what became of the paragraph, or which articles speak of it. */
export function remarkInWords({ remark, cells }: ComparedRow, language: Language): string {
  const words = COMPARISON_WORDS[language];
  if (remark !== null) return words.remarks[remark];
  const letters = cells.flatMap((paragraphs, at) => (paragraphs.length > 0 ? [letterOf(at)] : []));
  if (letters.length === cells.length) return words.everywhere(cells.length);
  return letters.length === 1 ? `${words.only} ${letters.join('')}` : letters.join(', ');
}

/** `Giống nhau 64% · Giữ nguyên: 2 · … · Xuất ngày 22/11/2026`. */
export function summaryInWords({ comparison, exportedOn }: ComparisonTable, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const parts = [WORDS[language].exportedOn(dayInWords(exportedOn))];
  if (comparison !== null) {
    const { same, reworded, moved, onlyLeft, onlyRight } = comparison.counts;
    const { remarks } = words;
    parts.unshift(
      words.likeness(Math.round(comparison.likeness * 100)),
      words.counts(same, remarks.same),
      words.counts(reworded, remarks.reworded),
      words.counts(moved, remarks.moved),
      words.counts(onlyLeft, remarks.gone),
      words.counts(onlyRight, remarks.added),
    );
  }
  return parts.join(' · ');
}

/** `đoạn 4`. */
export const paragraphInWords = (number: number, language: Language): string =>
  `${COMPARISON_WORDS[language].paragraph} ${number}`;
