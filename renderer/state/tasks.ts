import { create } from 'zustand';
import type { Annotation } from '#core/annotation';
import type { CallOutput } from '#core/contract';
import { localDay } from '#core/day';
import { createMatcher, LOOSE_FIND } from '#core/search/find';
import { NO_FACTS, withProgress, type TaskFacts } from '#core/task';
import {
  ALL_TASKS,
  contentOf,
  fitsTask,
  type TaskColumn,
  type TaskFilter,
  type TaskGroupBy,
  type TaskOrder,
  type TaskRow,
} from '#core/task-list';
import { directiveName } from '../ui/directive-name';
import { call } from '../bridge';
import { i18next } from '../strings/i18n';
import { removeAnnotation, updateAnnotation } from './changes';
import { loadArticle, useLibrary } from './library';
import { showAnnotation } from './linking';
import { copyAnnotation } from './quoting';
import { attempt, say } from './status';

export const TASK_TABS = ['table', 'board', 'calendar', 'targets'] as const;
export type TaskTab = (typeof TASK_TABS)[number];

interface TasksState {
  tab: TaskTab;
  words: string;
  /** Counts how often the field for words was asked for. */
  asked: number;
  filter: TaskFilter;
  groupBy: TaskGroupBy;
  order: TaskOrder;
  /** Id of the annotation whose facts are shown beside. */
  chosen: string | null;
  /** The column that the keys of the table are at, and whether its cell is being edited. */
  column: TaskColumn;
  editing: boolean;
  /** Whether the quotation of the task at hand lies over the table. */
  peeking: boolean;
  /** Whether the formats for saving the table are shown. */
  exporting: boolean;
  /** The task that is shown beside, and its place among those shown; the first one when none was chosen. */
  atHand: Annotation | null;
  place: number;
  /** The day of the calendar; null = today. */
  day: string | null;
  /** Facts that were changed a moment ago, by annotation, with the version that they are a change of. */
  changed: ReadonlyMap<string, { of: string; facts: TaskFacts }>;
}

/** What the task views show and how. */
export const useTasks = create<TasksState>(() => ({
  tab: 'table',
  words: '',
  asked: 0,
  filter: ALL_TASKS,
  groupBy: 'due',
  order: { by: 'deadline', downwards: false },
  chosen: null,
  column: 'content',
  editing: false,
  peeking: false,
  exporting: false,
  atHand: null,
  place: 0,
  day: null,
  changed: new Map(),
}));

const { setState: set, getState: get } = useTasks;

export const setTasks = (patch: Partial<TasksState>): void => set(patch);

export const narrowTasks = (patch: Partial<TaskFilter>): void =>
  set(({ filter }) => ({ filter: { ...filter, ...patch } }));

/** Shows all tasks again. */
export const showAllTasks = (): void => set({ filter: ALL_TASKS, words: '' });

/** Sorts by a column; by the same one again, the other way round. */
export const sortTasks = (by: TaskColumn): void =>
  set(({ order }) => ({ order: { by, downwards: order.by === by && !order.downwards } }));

/** Shows the next of the views. */
const nextTaskTab = (): void =>
  set(({ tab }) => ({
    tab: TASK_TABS[(TASK_TABS.indexOf(tab) + 1) % TASK_TABS.length] ?? 'table',
    editing: false,
    peeking: false,
  }));

/** Edits the cell that the keys are at, or another one of its row. */
function editCell(column: TaskColumn): void {
  const { tab, atHand } = get();
  if (tab !== 'table' || atHand === null || column === 'source') return;
  set({ chosen: atHand.id, column, editing: true, peeking: false });
}

/** Whether a tab shows one of its tasks beside. */
const hasChosen = (tab: TaskTab): boolean => tab === 'table' || tab === 'board';

/** Lays the quotation over the table, or takes it away. */
function peek(): void {
  const { tab, atHand, peeking } = get();
  if (atHand !== null && hasChosen(tab)) set({ peeking: !peeking, editing: false });
}

/** Takes the quotation away. Returns whether it was there. */
export function stopPeeking(): boolean {
  if (!get().peeking) return false;
  set({ peeking: false });
  return true;
}

/** Copies the words of a task with the line that says where they come from. */
export const copyTask = (annotation: Annotation): Promise<boolean> =>
  attempt(async () => {
    await loadArticle(annotation.articleId);
    await copyAnnotation(annotation);
  });

/** Takes a task out of the table: its passage is no task any more. One undo step. */
export async function removeTask(annotation: Annotation): Promise<void> {
  if (useLibrary.getState().readOnly) return;
  if (await attempt(() => removeAnnotation(annotation))) say(i18next.t('tasks.removed'));
}

/** Does something with the task at hand. */
async function withChosen(work: (annotation: Annotation) => Promise<unknown>): Promise<void> {
  const { tab, atHand } = get();
  if (atHand !== null && hasChosen(tab)) await work(atHand);
}

/** What the keys of the task view do. */
export const taskActions = {
  nextTaskTab,
  findTask: () => set(({ asked }) => ({ asked: asked + 1 })),
  editTaskCell: () => editCell(get().column),
  changeProgress: () => editCell('state'),
  openTask: () => withChosen(showAnnotation),
  peekTask: peek,
  copyTask: () => withChosen(copyTask),
  removeTask: () => withChosen(removeTask),
};

/** The rows that fit the filter and the words. */
export function shownTasks(
  rows: readonly TaskRow[],
  { words, filter }: Pick<TasksState, 'words' | 'filter'>,
  today: string,
): TaskRow[] {
  const matchers = words
    .split(/\s+/u)
    .map((word) => createMatcher(word, LOOSE_FIND))
    .filter((matcher) => matcher !== null);
  return rows.filter((row) => {
    if (!fitsTask(row, filter, today)) return false;
    if (matchers.length === 0) return true;
    const { responsible, cooperating, product, basis } = row.facts;
    const { quote } = row.annotation.target;
    const texts = [
      contentOf(row),
      quote.exact,
      responsible,
      cooperating,
      product,
      ...basis.map((id) => directiveName(id)),
    ];
    return matchers.every((matcher) => texts.some((text) => matcher.find(text).length > 0));
  });
}

/** As many as one answer has. */
const AT_ONCE = 5000;
const TASK_KINDS = ['task', 'target'] as const;

/** All tasks and targets of the library, with the blocks in which they begin; many come in several answers. */
export async function findTasks(): Promise<Pick<CallOutput<'annotations.find'>, 'annotations' | 'blocks'>> {
  const kinds = [...TASK_KINDS];
  const first = await call('annotations.find', { filter: { kinds }, limit: AT_ONCE });
  if (first.total <= AT_ONCE) return first;
  const all: typeof first.annotations = [];
  const blocks: number[] = [];
  for (const articleIds of inAnswers(first.articles)) {
    const found = await call('annotations.find', { filter: { kinds, articleIds }, limit: AT_ONCE });
    all.push(...found.annotations);
    blocks.push(...found.blocks);
  }
  return { annotations: all, blocks };
}

/** Articles that have no more annotations together than one answer holds. */
function inAnswers(articles: readonly { id: string; count: number }[]): string[][] {
  const answers: string[][] = [];
  let room = 0;
  for (const { id, count } of articles) {
    if (count > room) {
      answers.push([]);
      room = AT_ONCE;
    }
    answers.at(-1)?.push(id);
    room -= count;
  }
  return answers;
}

/** What is known of a task now: a change that has not come back from the library counts. */
export function factsOf({ id, updatedAt, task }: Annotation, changed = get().changed): TaskFacts {
  const latest = changed.get(id);
  return latest?.of === updatedAt ? latest.facts : (task ?? NO_FACTS);
}

/** Changes what is known of a task; one undo step. */
export function saveFacts(annotation: Annotation, facts: TaskFacts): void {
  const { id, updatedAt } = annotation;
  set({ changed: new Map(get().changed).set(id, { of: updatedAt, facts }) });
  void attempt(() => updateAnnotation(annotation, { task: facts })).then((good) => {
    if (!good) forgetChange(id, facts);
  });
}

/** Changes some of what is known of a task; one undo step. */
export const editTask = (annotation: Annotation, patch: Partial<TaskFacts>): void =>
  saveFacts(annotation, { ...factsOf(annotation), ...patch });

export const setProgress = (annotation: Annotation, progress: TaskFacts['progress']): void =>
  saveFacts(annotation, withProgress(factsOf(annotation), progress, localDay(new Date())));

/** What the library refused is not shown as if it were known. */
function forgetChange(id: string, facts: TaskFacts): void {
  const changed = new Map(get().changed);
  if (changed.get(id)?.facts === facts) changed.delete(id);
  set({ changed });
}
