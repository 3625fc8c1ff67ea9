import { useTranslation } from 'react-i18next';
import type { TaskState } from '#core/task';
import { countsByState, type TaskRow } from '#core/task-list';
import { narrowTasks, useTasks } from '../state/tasks';
import { StateGlyph } from './state-glyph';
import './progress-summary.css';

/** As they stand below the bar: the column of what is under way, then that of what is over. */
const BELOW: readonly TaskState[] = ['notDue', 'doing', 'paused', 'overdue', 'onTime', 'late'];
/** What is done first, what is late last: as it stands in the bar. */
const IN_BAR: readonly TaskState[] = ['onTime', 'late', 'doing', 'notDue', 'paused', 'overdue'];

/** How far the tasks are: a bar, and under it how many stand in each state; each count is a filter. */
export function ProgressSummary({ rows }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const states = useTasks((state) => state.filter.states);
  const counts = countsByState(rows);
  const toggle = (state: TaskState) =>
    narrowTasks({
      states: states.includes(state) ? states.filter((each) => each !== state) : [...states, state],
    });
  return (
    <section className="progress-summary" aria-labelledby="task-progress">
      <header>
        <h2 id="task-progress" className="h">
          {t('tasks.progress.title')}
        </h2>
        <span className="xs num end">
          {t('tasks.progress.done', { count: counts.onTime + counts.late, all: rows.length })}
        </span>
      </header>
      <div className="progress-bar" aria-hidden>
        {IN_BAR.filter((state) => counts[state] > 0).map((state) => (
          <i
            key={state}
            className={`of-${state} ${states.length === 0 || states.includes(state) ? '' : 'out'}`}
            style={{ flexGrow: counts[state] }}
          />
        ))}
      </div>
      <div className="state-counts" role="group" aria-label={t('tasks.states')}>
        {BELOW.map((state) => (
          <button
            key={state}
            type="button"
            className={`state-${state} ${states.includes(state) ? 'on' : ''}`}
            aria-pressed={states.includes(state)}
            title={t(`tasks.state.${state}`)}
            disabled={counts[state] === 0 && !states.includes(state)}
            onClick={() => toggle(state)}
          >
            <StateGlyph state={state} /> <span className="clip">{t(`tasks.shortState.${state}`)}</span>{' '}
            <b className="num">{counts[state]}</b>
          </button>
        ))}
      </div>
    </section>
  );
}
