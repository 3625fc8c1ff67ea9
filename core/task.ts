import { z } from 'zod';
import { IsoDay } from '#core/article';

/** `before` and `by` have a day, `period` the last day of it; `event`, `recurring` and `after` may have none. */
export const DeadlineKind = z.enum(['before', 'by', 'period', 'event', 'recurring', 'after']);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

/** When a task is due: the article's words (empty where a person typed the day), and the last day that is on time. */
export const Deadline = z.object({ text: z.string(), iso: IsoDay.nullable(), kind: DeadlineKind });
export type Deadline = z.infer<typeof Deadline>;

export const PROGRESS = ['open', 'doing', 'done', 'paused'] as const;

/** What is known of a task beside its quotation: taken over from the rules' suggestion or typed by a person. Empty = not known. */
export const TaskFacts = z.object({
  /** The task in other words; empty = in those of the passage. */
  content: z.string(),
  /** The documents that it rests on: ids of directives, or words. */
  basis: z.array(z.string().min(1)),
  responsible: z.string(),
  cooperating: z.string(),
  assignedBy: z.string(),
  deadline: Deadline.nullable(),
  /** What is to be handed in. */
  product: z.string(),
  progress: z.enum(PROGRESS),
  /** The day on which it was finished. */
  doneOn: IsoDay.nullable(),
});
export type TaskFacts = z.infer<typeof TaskFacts>;

export const NO_FACTS: TaskFacts = {
  ...{ content: '', basis: [], responsible: '', cooperating: '', assignedBy: '' },
  ...{ deadline: null, product: '', progress: 'open', doneOn: null },
};

export const TASK_STATES = ['notDue', 'doing', 'onTime', 'late', 'overdue', 'paused'] as const;
/** Chưa đến hạn, đang làm, hoàn thành đúng hạn, hoàn thành quá hạn, quá hạn, tạm dừng. */
export type TaskState = (typeof TASK_STATES)[number];

/** A year in full, or the two figures of one after day and month. */
const NAMES_YEAR = /(?<!\d)(?:(?:19|20)\d{2}|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2})(?!\d)/u;

/** Whether the day of a deadline was worked out: the words that it was read from do not name its year. */
export const isInferred = ({ text, iso }: Deadline): boolean =>
  iso !== null && text !== '' && !NAMES_YEAR.test(text);

/** How a task stands on a day. A task without a deadline is never late. */
export function stateOf(
  { deadline, progress, doneOn }: Pick<TaskFacts, 'deadline' | 'progress' | 'doneOn'>,
  today: string,
): TaskState {
  const due = deadline?.iso ?? null;
  if (progress === 'done') return due !== null && doneOn !== null && doneOn > due ? 'late' : 'onTime';
  if (progress === 'paused') return 'paused';
  if (due !== null && today > due) return 'overdue';
  return progress === 'doing' ? 'doing' : 'notDue';
}

/** The facts of a task that goes on or is finished `today`; a day that a person gave stays while it is done. */
export function withProgress(facts: TaskFacts, progress: TaskFacts['progress'], today: string): TaskFacts {
  return { ...facts, progress, doneOn: progress === 'done' ? (facts.doneOn ?? today) : null };
}
