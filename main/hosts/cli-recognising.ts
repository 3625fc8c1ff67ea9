import type { Annotation } from '#core/annotation';
import { localDay } from '#core/day';
import type { DirectiveRow } from '#core/directive';
import type { Client } from '#core/gateway';
import type { Recognised } from '#core/recognise/found';
import { NO_FACTS, stateOf, type TaskState } from '#core/task';
import { articleId, noPositionals, onlyId, type Command } from './cli-words';

// What the rules find and what people took of it.

export const detect: Command = {
  mode: 'read',
  verify: 'later',
  options: {},
  prepare: (words) => {
    onlyId(words);
  },
  run: async ({ call, words, print }) => {
    const { found } = await call('recognise.article', { id: articleId(onlyId(words)) });
    print(detectedRow(found), detectedText(found));
    return true;
  },
};

export const register: Command = {
  mode: 'read',
  verify: 'first',
  options: {},
  prepare: noPositionals,
  run: async ({ call, print }) => {
    const { rows } = await call('directives.list', { complete: true });
    for (const row of rows) print(registerRow(row), registerText(row));
    return true;
  },
};

/** So many articles' tasks, and no more than this of them, come in one answer. */
const AT_ONCE = { articles: 50, limit: 5000 };

export const tasks: Command = {
  mode: 'read',
  verify: 'first',
  options: {},
  prepare: noPositionals,
  run: async ({ call, print }) => {
    const rows = await taskRows(call);
    for (const row of rows) print(row, taskText(row));
    return true;
  },
};

/** The tasks and targets of the library, the nearest deadline first. */
export async function taskRows(call: Client): Promise<TaskRow[]> {
  const kinds = ['task' as const, 'target' as const];
  const { articles } = await call('annotations.find', { filter: { kinds }, limit: 0 });
  const today = localDay(new Date());
  const rows: TaskRow[] = [];
  for (let from = 0; from < articles.length; from += AT_ONCE.articles) {
    const articleIds = articles.slice(from, from + AT_ONCE.articles).map(({ id }) => id);
    const found = await call('annotations.find', { filter: { kinds, articleIds }, limit: AT_ONCE.limit });
    const { annotations, blocks } = found;
    rows.push(...annotations.map((annotation, index) => taskRow(annotation, blocks[index] ?? null, today)));
  }
  return rows.sort((a, b) => (a.deadline?.iso ?? '9999').localeCompare(b.deadline?.iso ?? '9999'));
}

function detectedRow({ citations, tasks: found, dates }: Recognised) {
  return {
    citations,
    tasks: found.map(({ start, end, text, responsible, cooperating, assignedBy, deadline, kind, rank }) => ({
      ...{ start, end, text, responsible, cooperating, assignedBy },
      deadline: deadline === null ? null : { text: deadline.text, iso: deadline.iso, kind: deadline.kind },
      ...{ kind, rank },
    })),
    dates: dates.map(({ start, end, text, kind, from, to }) => ({ start, end, text, kind, from, to })),
  };
}

const inOneLine = (text: string): string => text.replaceAll('\n', ' ');

function detectedText({ citations, tasks: found, dates }: Recognised): string[] {
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${heading}: ${lines.length}`, ...lines.map((line) => `  ${line}`)];
  return [
    ...section(
      'Văn bản được viện dẫn',
      citations.map(({ text, canonical }) => `${inOneLine(text)}  [${canonical}]`),
    ),
    ...section(
      'Nhiệm vụ, chỉ tiêu',
      found.map(({ text, kind, ...facts }) => `[${kind}] ${inOneLine(text)}${factsText(facts)}`),
    ),
    ...section(
      'Ngày tháng',
      dates.map(
        ({ text, from, to }) => `${inOneLine(text)}${from === null ? '' : `  ${from} – ${to ?? ''}`}`,
      ),
    ),
  ];
}

interface Facts {
  responsible: string | null;
  cooperating: string | null;
  assignedBy: string | null;
  deadline: { text: string; iso: string | null } | null;
}

function factsText({ responsible, cooperating, assignedBy, deadline }: Facts): string {
  const due = deadline === null ? null : [deadline.text, deadline.iso].filter(Boolean).join(' = ');
  const facts = [
    ['chủ trì', responsible],
    ['phối hợp', cooperating],
    ['giao', assignedBy],
    ['thời hạn', due],
  ] as const;
  return facts
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ` · ${name}: ${value ?? ''}`)
    .join('');
}

function registerRow({ canonical, type, number, issuer, issuerName, issuedOn, term, ...row }: DirectiveRow) {
  const { id, title, mentions, articles } = row;
  return {
    ...{ id, canonical, type, number, issuer, issuerName, issuedOn },
    ...{ term, title, mentions, articles },
  };
}

function registerText({
  spellings,
  canonical,
  term,
  issuedOn,
  title,
  mentions,
  articles,
}: DirectiveRow): string[] {
  const roman = term === null ? null : `khóa ${term.roman}${term.certain ? '' : ' (suy luận)'}`;
  const facts = [roman, issuedOn, `${mentions} lần, ${articles.length} bài`].filter((fact) => fact !== null);
  const lines = [`${spellings[0] ?? canonical}  [${canonical}]`, `  ${facts.join(' · ')}`];
  return title === '' ? lines : [...lines, `  ${title}`];
}

type TaskRow = ReturnType<typeof taskRow>;

/** `paragraph` counts from 1; null for an orphan, which stands nowhere. */
function taskRow({ articleId: article, ...annotation }: Annotation, block: number | null, today: string) {
  const { id, kind, target, anchor, note, tags, task = NO_FACTS } = annotation;
  return {
    ...{ id, kind, quote: target.quote.exact, ...task, state: stateOf(task, today) },
    ...{ article, paragraph: anchor === 'orphan' || block === null ? null : block + 1, note, tags },
  };
}

const STATES: Readonly<Record<TaskState, string>> = {
  notDue: 'chưa đến hạn',
  doing: 'đang làm',
  onTime: 'hoàn thành đúng hạn',
  late: 'hoàn thành quá hạn',
  overdue: 'quá hạn',
  paused: 'tạm dừng',
};

function taskText(row: TaskRow): string[] {
  const where = row.paragraph === null ? 'không còn tìm thấy' : `đoạn ${row.paragraph}`;
  return [
    `[${row.kind}] ${row.content === '' ? inOneLine(row.quote) : row.content}`,
    `  ${STATES[row.state]}${factsText(row)} · ${row.article}, ${where}`,
  ];
}
