import type { AnnotationKind } from '#core/annotation';
import type { NoteItem, NoteSource, NotesHeading } from '#core/export/notes';
import type { Language } from '#core/library';
import { isInferred, type Deadline, type TaskFacts } from '#core/task';

/** Every word of an export that is the program's own. */
interface Words {
  kinds: Readonly<Record<AnnotationKind, string>>;
  untagged: string;
  tags: string;
  note: string;
  sources: string;
  orphan: string;
  orphanDetail: string;
  yearInferred: string;
  paragraph: string;
  heading: (articles: number) => string;
  counted: (annotations: number) => string;
  exportedOn: (day: string) => string;
  /** The publisher at the beginning of a source line. */
  from: (source: string) => string;
  on: (day: string) => string;
  undated: string;
  deadlines: string;
  task: Readonly<Record<TaskLabel, string>>;
  /** Stands before the words from which a day was worked out. */
  inferred: string;
}

/** What is told of a task. */
type TaskLabel = 'content' | 'responsible' | 'cooperating' | 'assignedBy' | 'deadline' | 'product';

export const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    kinds: {
      directive: 'Văn bản chỉ đạo',
      task: 'Nhiệm vụ',
      target: 'Chỉ tiêu',
      deadline: 'Thời hạn',
      highlight: 'Đánh dấu',
    },
    untagged: 'Chưa gắn thẻ',
    tags: 'Thẻ',
    note: 'Ghi chú',
    sources: 'Nguồn',
    orphan: 'Mất vị trí',
    orphanDetail: 'không còn tìm thấy trong bài; phần trích giữ nguyên từ ngữ cũ',
    yearInferred: 'năm suy luận',
    paragraph: 'đoạn',
    heading: (articles) => `Ghi chú từ ${articles} bài viết`,
    counted: (annotations) => `${annotations} ghi chú`,
    exportedOn: (day) => `Xuất ngày ${day}`,
    from: (source) => `Theo ${source}`,
    on: (day) => `ngày ${day}`,
    undated: 'không rõ ngày đăng',
    deadlines: 'Thời hạn nhiệm vụ',
    task: {
      content: 'Nội dung',
      responsible: 'Chủ trì',
      cooperating: 'Phối hợp',
      assignedBy: 'Người giao',
      deadline: 'Thời hạn',
      product: 'Sản phẩm',
    },
    inferred: 'suy luận từ',
  },
  en: {
    kinds: {
      directive: 'Directive',
      task: 'Task',
      target: 'Target',
      deadline: 'Deadline',
      highlight: 'Highlight',
    },
    untagged: 'Without a tag',
    tags: 'Tags',
    note: 'Note',
    sources: 'Sources',
    orphan: 'Place lost',
    orphanDetail: 'no longer found in the article; the quotation keeps the old words',
    yearInferred: 'year inferred',
    paragraph: 'paragraph',
    heading: (articles) => `Notes from ${articles} ${articles === 1 ? 'article' : 'articles'}`,
    counted: (annotations) => `${annotations} ${annotations === 1 ? 'annotation' : 'annotations'}`,
    exportedOn: (day) => `Exported on ${day}`,
    from: (source) => `From ${source}`,
    on: (day) => day,
    undated: 'undated',
    deadlines: 'Task deadlines',
    task: {
      content: 'Task',
      responsible: 'Responsible',
      cooperating: 'Cooperating',
      assignedBy: 'Assigned by',
      deadline: 'Deadline',
      product: 'Product',
    },
    inferred: 'inferred from',
  },
};

/** `2026-01-09` as `09/01/2026`, in both languages: it is the day as the sources write it. */
export function dayInWords(isoDay: string): string {
  return isoDay.split('-').reverse().join('/');
}

/** `ngày 09/01/2026 (năm suy luận)`; never an inferred value without saying so. */
export function dateInWords(
  { publishedOn, yearInferred }: Pick<NoteSource, 'publishedOn' | 'yearInferred'>,
  language: Language,
): string {
  const words = WORDS[language];
  if (publishedOn === null) return words.undated;
  const day = words.on(dayInWords(publishedOn));
  return yearInferred ? `${day} (${words.yearInferred})` : day;
}

/** `đoạn 3`, `đoạn 3–5` or `Mất vị trí`; null where it is not to be said. */
export function placeInWords({ place }: Pick<NoteItem, 'place'>, language: Language): string | null {
  const words = WORDS[language];
  switch (place.state) {
    case 'unsaid':
      return null;
    case 'orphan':
      return words.orphan;
    case 'found': {
      const range = place.first === place.last ? `${place.first}` : `${place.first}–${place.last}`;
      const word = language === 'en' && place.first !== place.last ? `${words.paragraph}s` : words.paragraph;
      return `${word} ${range}`;
    }
  }
}

/** What a source line says of a passage. */
interface Cited {
  source: Pick<NoteSource, 'title' | 'source' | 'publishedOn' | 'yearInferred'>;
  place: NoteItem['place'];
}

/** `Theo Báo Lam Khê, “Tên bài”, ngày 09/01/2026, đoạn 4.` */
export function sourceLine(item: Cited, language: Language): string {
  const { source } = item;
  const place = placeInWords(item, language);
  const parts = [`“${source.title}”`, dateInWords(source, language)];
  if (place !== null) parts.push(item.place.state === 'orphan' ? place.toLocaleLowerCase(language) : place);
  if (source.source !== null) parts.unshift(WORDS[language].from(source.source));
  return `${parts.join(', ')}.`;
}

/** One entry of the list of sources, without its address. */
export function sourceEntry(source: NoteSource, language: Language): string {
  const parts = [`“${source.title}”`, dateInWords(source, language)];
  if (source.byline !== null) parts.unshift(source.byline);
  if (source.source !== null) parts.unshift(source.source);
  return `${parts.join(', ')}.`;
}

export function headingInWords(heading: NotesHeading, language: Language): string {
  switch (heading.by) {
    case 'article':
      return heading.source.title;
    case 'kind':
      return WORDS[language].kinds[heading.kind];
    case 'tag':
      return heading.tag;
    case 'untagged':
      return WORDS[language].untagged;
  }
}

/** The article's title when there is one article, else how many there are. */
export function titleInWords(sources: readonly NoteSource[], language: Language): string {
  const [only, second] = sources;
  return only !== undefined && second === undefined ? only.title : WORDS[language].heading(sources.length);
}

/** The address when it leads to a page; anything else (`javascript:`, a path) is never made a link. */
export function pageAddress({ url }: NoteSource): string | null {
  return url !== null && /^https?:\/\/[^\s<>"\\]+$/iu.test(url) ? url : null;
}

/** The day, with the article's words behind it where they say it in another way; a day that was worked out says so. */
export function deadlineInWords(deadline: Deadline | null, language: Language): string {
  if (deadline === null) return '';
  const day = deadline.iso === null ? '' : dayInWords(deadline.iso);
  if (day === '') return deadline.text;
  if (isInferred(deadline)) return `${day} (${WORDS[language].inferred} “${deadline.text}”)`;
  return deadline.text === '' || deadline.text.includes(day) ? day : `${day} (${deadline.text})`;
}

/** What is known of a task beside its quotation, each with its name. */
export function taskInWords(task: TaskFacts | null, language: Language): { name: string; value: string }[] {
  if (task === null) return [];
  const { content, responsible, cooperating, assignedBy, product } = task;
  const known = {
    content,
    responsible,
    cooperating,
    assignedBy,
    deadline: deadlineInWords(task.deadline, language),
    product,
  };
  const names = WORDS[language].task;
  return (Object.keys(known) as TaskLabel[]).flatMap((label) =>
    known[label] === '' ? [] : [{ name: names[label], value: known[label] }],
  );
}
