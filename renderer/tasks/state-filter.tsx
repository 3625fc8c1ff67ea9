import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TASK_STATES, type TaskState } from '#core/task';
import { ALL_TASKS, type TaskRow } from '#core/task-list';
import { narrowTasks, setTasks, useTasks } from '../state/tasks';
import { collator } from '../ui/format';
import { StateGlyph } from './state-glyph';

/** Within so many days a task is due soon. */
const SOON = 14;

interface StateFilterProps {
  rows: readonly TaskRow[];
  counts: Readonly<Record<TaskState, number>>;
}

/** How many tasks stand in each state; each is a filter, as are what is due soon and who is responsible. */
export function StateFilter({ rows, counts }: StateFilterProps) {
  const { t } = useTranslation();
  const { states, responsible, dueWithin } = useTasks((state) => state.filter);
  const narrowed = useTasks(({ filter, words }) => filter !== ALL_TASKS || words !== '');
  const bodies = useMemo(
    () =>
      [...new Set(rows.map(({ facts }) => facts.responsible))]
        .filter((name) => name !== '')
        .sort(collator.compare),
    [rows],
  );
  const toggle = (state: TaskState) =>
    narrowTasks({
      states: states.includes(state) ? states.filter((each) => each !== state) : [...states, state],
    });
  return (
    <div className="task-states" role="group" aria-label={t('tasks.states')}>
      {TASK_STATES.filter((state) => counts[state] > 0 || states.includes(state)).map((state) => (
        <button
          key={state}
          type="button"
          className={`chip state-${state} ${states.includes(state) ? 'on' : ''}`}
          aria-pressed={states.includes(state)}
          onClick={() => toggle(state)}
        >
          <StateGlyph state={state} /> {t(`tasks.state.${state}`)} <b className="num">{counts[state]}</b>
        </button>
      ))}
      <button
        type="button"
        className={`chip ${dueWithin === null ? '' : 'on'}`}
        aria-pressed={dueWithin !== null}
        onClick={() => narrowTasks({ dueWithin: dueWithin === null ? SOON : null })}
      >
        {t('tasks.dueSoon', { count: SOON })}
      </button>
      {bodies.length > 0 && (
        <select
          className="input"
          aria-label={t('tasks.column.responsible')}
          value={responsible}
          onChange={(event) => narrowTasks({ responsible: event.target.value })}
        >
          <option value="">{t('tasks.everybody')}</option>
          {bodies.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
      {narrowed && (
        <button type="button" className="link xs" onClick={() => setTasks({ filter: ALL_TASKS, words: '' })}>
          {t('tasks.showAll')}
        </button>
      )}
    </div>
  );
}
