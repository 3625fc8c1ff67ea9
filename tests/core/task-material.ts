import type { Annotation } from '#core/annotation';
import { NO_FACTS, stateOf, type Deadline, type TaskFacts } from '#core/task';
import type { TaskRow } from '#core/task-list';

export const TODAY = '2026-05-14';
export const ARTICLE = 'a'.repeat(16);

export const due = (iso: string | null, text = ''): Deadline => ({ text, iso, kind: 'by' });

interface TaskMaterial {
  facts?: Partial<TaskFacts>;
  articleId?: string;
  tags?: string[];
}

/** A task whose passage is `words`, as it stands on `TODAY`. */
export function taskRow(
  words: string,
  { facts, articleId = ARTICLE, tags = [] }: TaskMaterial = {},
): TaskRow {
  const annotation: Annotation = {
    ...{ id: words, articleId, revision: 1, kind: 'task', colour: 'orange', tags, note: '' },
    target: { start: 0, end: words.length, quote: { exact: words, prefix: '', suffix: '' } },
    ...{ anchor: 'exact', createdAt: '2026-01-09T00:00:00Z', updatedAt: '2026-01-09T00:00:00Z' },
  };
  const known = { ...NO_FACTS, ...facts };
  return { annotation, facts: known, state: stateOf(known, TODAY), block: 0 };
}
