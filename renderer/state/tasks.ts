import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import type { TaskFacts } from '#core/task';
import {
  ALL_TASKS,
  contentOf,
  fitsTask,
  type TaskFilter,
  type TaskGroupBy,
  type TaskRow,
} from '#core/task-list';
import { updateAnnotation } from './changes';
import { attempt } from './status';

interface TasksState {
  words: string;
  /** Counts how often the field for words was asked for. */
  asked: number;
  filter: TaskFilter;
  groupBy: TaskGroupBy;
  /** Id of the annotation whose facts are shown beside. */
  chosen: string | null;
}

/** What the task table shows and how. */
export const useTasks = create<TasksState>(() => ({
  words: '',
  asked: 0,
  filter: ALL_TASKS,
  groupBy: 'due',
  chosen: null,
}));

export const setTasks = (patch: Partial<TasksState>): void => useTasks.setState(patch);

export const narrowTasks = (patch: Partial<TaskFilter>): void =>
  useTasks.setState(({ filter }) => ({ filter: { ...filter, ...patch } }));

/** The rows that fit the filter and the words. */
export function shownTasks(
  rows: readonly TaskRow[],
  { words, filter }: Pick<TasksState, 'words' | 'filter'>,
  today: string,
): TaskRow[] {
  const matcher = words.trim() === '' ? null : createMatcher(words, LOOSE_FIND);
  return rows.filter((row) => {
    if (!fitsTask(row, filter, today)) return false;
    const { responsible, cooperating, product } = row.facts;
    return (
      matcher === null ||
      [contentOf(row), responsible, cooperating, product].some((text) => matcher.find(text).length > 0)
    );
  });
}

/** Changes what is known of a task; one undo step. */
export function saveFacts(annotation: Annotation, task: TaskFacts): void {
  void attempt(() => updateAnnotation(annotation, { task }));
}
