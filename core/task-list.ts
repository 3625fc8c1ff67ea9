import type { Annotation } from '#core/annotation';
import { stateOf, NO_FACTS, TASK_STATES, type TaskFacts, type TaskState } from '#core/task';

/** An accepted task or target with what is known of it. */
export interface TaskRow {
  annotation: Annotation;
  facts: TaskFacts;
  state: TaskState;
  /** Index of the block in which the passage begins. */
  block: number;
}

export const TASK_GROUPS = ['due', 'responsible', 'state', 'article', 'basis'] as const;
export type TaskGroupBy = (typeof TASK_GROUPS)[number];

export interface TaskFilter {
  states: readonly TaskState[];
  /** Empty = whoever. */
  responsible: string;
  /** Due within this many days from today, or overdue; null = whenever. */
  dueWithin: number | null;
}

export const ALL_TASKS: TaskFilter = { states: [], responsible: '', dueWithin: null };

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

export function fitsTask({ facts, state }: TaskRow, filter: TaskFilter, today: string): boolean {
  const { states, responsible, dueWithin } = filter;
  if (states.length > 0 && !states.includes(state)) return false;
  if (responsible !== '' && facts.responsible !== responsible) return false;
  if (dueWithin === null) return true;
  const due = facts.deadline?.iso ?? null;
  const isOpen = state === 'notDue' || state === 'doing' || state === 'overdue';
  return isOpen && due !== null && daysBetween(today, due) <= dueWithin;
}

/** How many tasks stand in each state. */
export function countsByState(rows: readonly TaskRow[]): Readonly<Record<TaskState, number>> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>;
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** By deadline, those without one last; then in the order in which they came. */
export const byDeadline = (a: TaskRow, b: TaskRow): number =>
  (a.facts.deadline?.iso ?? '9999').localeCompare(b.facts.deadline?.iso ?? '9999');

/** Tasks that are listed together. `key` is empty where what they are grouped by is not known. */
export interface TaskGroup {
  key: string;
  rows: TaskRow[];
}

/**
 * Groups in the order of their first task by deadline, those whose key is not known last. A task with several documents as
 * its basis stands with the first of them.
 */
export function groupedTasks(rows: readonly TaskRow[], by: TaskGroupBy): TaskGroup[] {
  const groups = new Map<string, TaskRow[]>();
  for (const row of rows.toSorted(byDeadline)) {
    const key = keyOf(row, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = Array.from(groups, ([key, group]) => ({ key, rows: group }));
  return [...all.filter(({ key }) => key !== ''), ...all.filter(({ key }) => key === '')];
}

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
  }
}
