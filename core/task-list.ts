import type { Annotation } from '#core/annotation';
import { isWithin, foldedTag } from '#core/tag';
import { stateOf, NO_FACTS, TASK_STATES, type TaskFacts, type TaskState } from '#core/task';

/** An accepted task or target with what is known of it. */
export interface TaskRow {
  annotation: Annotation;
  facts: TaskFacts;
  state: TaskState;
  /** Index of the block in which the passage begins. */
  block: number;
}

export const TASK_GROUPS = ['due', 'responsible', 'state', 'article', 'basis', 'none'] as const;
export type TaskGroupBy = (typeof TASK_GROUPS)[number];

/** What is known of a task, as the columns of a table; `source` is where its passage stands. */
export const TASK_COLUMNS = [
  'content',
  'basis',
  'responsible',
  'cooperating',
  'deadline',
  'product',
  'state',
  'source',
] as const;
export type TaskColumn = (typeof TASK_COLUMNS)[number];

export interface TaskOrder {
  by: TaskColumn;
  downwards: boolean;
}

export interface TaskFilter {
  states: readonly TaskState[];
  /** Empty = whoever. */
  responsible: string;
  /** Open, and due within this many days from today; null = whenever. */
  dueWithin: number | null;
  /** With this tag or one under it; empty = any. */
  tag: string;
  /** Empty = any. */
  articleId: string;
}

export const ALL_TASKS: TaskFilter = {
  ...{ states: [], responsible: '', dueWithin: null },
  ...{ tag: '', articleId: '' },
};

/** The rows of annotations; `blocks` are the blocks in which they begin, `today` the day by which they are late. */
export const taskRows = (
  annotations: readonly Annotation[],
  blocks: readonly number[],
  today: string,
): TaskRow[] =>
  annotations.map((annotation, index) => {
    const facts = annotation.task ?? NO_FACTS;
    return { annotation, facts, state: stateOf(facts, today), block: blocks[index] ?? 0 };
  });

/** What is to be done, in the person's words or else in the article's. */
export const contentOf = ({ annotation, facts }: Pick<TaskRow, 'annotation' | 'facts'>): string =>
  facts.content === '' ? annotation.target.quote.exact : facts.content;

/** Whole days from one ISO day to another; negative when the other lies before it. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const isOpen = (state: TaskState): boolean =>
  state === 'notDue' || state === 'doing' || state === 'overdue';

export function fitsTask({ annotation, facts, state }: TaskRow, filter: TaskFilter, today: string): boolean {
  const { states, responsible, dueWithin, tag, articleId } = filter;
  if (states.length > 0 && !states.includes(state)) return false;
  if (responsible !== '' && facts.responsible !== responsible) return false;
  if (articleId !== '' && annotation.articleId !== articleId) return false;
  if (tag !== '' && !annotation.tags.some((name) => isWithin(foldedTag(name), foldedTag(tag)))) return false;
  return dueWithin === null || isDueWithin({ facts, state }, dueWithin, today);
}

function isDueWithin(
  { facts, state }: Pick<TaskRow, 'facts' | 'state'>,
  days: number,
  today: string,
): boolean {
  const due = facts.deadline?.iso ?? null;
  if (due === null || !isOpen(state)) return false;
  const left = daysBetween(today, due);
  return left >= 0 && left <= days;
}

/** How many tasks stand in each state. */
export function countsByState(rows: readonly TaskRow[]): Readonly<Record<TaskState, number>> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>;
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** What is sorted by; empty where it is not known. Of the source: nothing, since tasks come in the order of their sources. */
function sortKey(row: TaskRow, by: TaskColumn): string {
  const { facts, state } = row;
  switch (by) {
    case 'content':
      return contentOf(row);
    case 'basis':
      return facts.basis.join(' ');
    case 'deadline':
      return facts.deadline?.iso ?? '';
    case 'state':
      return String(TASK_STATES.indexOf(state));
    case 'responsible':
    case 'cooperating':
    case 'product':
      return facts[by];
    case 'source':
      return '';
  }
}

/** Those of which it is not known come last, whichever way; equal ones stay in the order in which they came. */
export function sortedTasks(rows: readonly TaskRow[], { by, downwards }: TaskOrder): TaskRow[] {
  if (by === 'source') return downwards ? rows.toReversed() : [...rows];
  const keyed = rows.map((row) => ({ row, key: sortKey(row, by) }));
  const sign = downwards ? -1 : 1;
  keyed.sort(({ key: a }, { key: b }) =>
    a === '' || b === '' ? Number(a === '') - Number(b === '') : sign * collator.compare(a, b),
  );
  return keyed.map(({ row }) => row);
}

/** Tasks that are listed together. `key` is empty where what they are grouped by is not known. */
export interface TaskGroup {
  key: string;
  rows: TaskRow[];
}

/**
 * Groups of sorted tasks: deadlines by time with what is overdue first, others in the order of their first task, those whose
 * key is not known last. A task with several documents as its basis stands with the first of them.
 */
export function groupedTasks(rows: readonly TaskRow[], by: TaskGroupBy, order: TaskOrder): TaskGroup[] {
  const groups = new Map<string, TaskRow[]>();
  for (const row of sortedTasks(rows, order)) {
    const key = keyOf(row, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = Array.from(groups, ([key, group]) => ({ key, rows: group }));
  if (by === 'due') all.sort((a, b) => rankOfDue(a.key).localeCompare(rankOfDue(b.key)));
  return [...all.filter(({ key }) => key !== ''), ...all.filter(({ key }) => key === '')];
}

const rankOfDue = (key: string): string => (key === 'overdue' ? '' : key);

/** Of a deadline: `overdue`, or its month as `YYYY-MM`. */
function keyOf({ annotation, facts, state }: TaskRow, by: TaskGroupBy): string {
  switch (by) {
    case 'due':
      return state === 'overdue' ? 'overdue' : (facts.deadline?.iso?.slice(0, 7) ?? '');
    case 'responsible':
      return facts.responsible;
    case 'state':
      return state;
    case 'article':
      return annotation.articleId;
    case 'basis':
      return facts.basis[0] ?? '';
    case 'none':
      return 'all';
  }
}
