import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TASK_STATES, type TaskState } from '#core/task';
import { ALL_TASKS, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { narrowTasks, showAllTasks, useTasks } from '../state/tasks';
import { Choice } from '../ui/choice';
import { collator } from '../ui/format';
import { StateGlyph } from './state-glyph';
import { SOON } from './task-words';

interface StateFilterProps {
  rows: readonly TaskRow[];
  counts: Readonly<Record<TaskState, number>>;
}

/** How many tasks stand in each state; each is a filter, as are what is due soon and who is responsible. */
export function StateFilter({ rows, counts }: StateFilterProps) {
  const { t } = useTranslation();
  const { states, dueWithin } = useTasks((state) => state.filter);
  const narrowed = useTasks(({ filter, words }) => filter !== ALL_TASKS || words !== '');
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
      <Choices rows={rows} />
      {narrowed && (
        <button type="button" className="link xs" onClick={showAllTasks}>
          {t('tasks.showAll')}
        </button>
      )}
    </div>
  );
}

/** Who is responsible, the tag and the article, as far as there is anything to choose. */
function Choices({ rows }: { rows: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const { responsible, tag, articleId } = useTasks((state) => state.filter);
  const articles = useLibrary((state) => state.articles);
  const { bodies, tags, sources } = useMemo(
    () => ({
      bodies: namesIn(rows.map(({ facts }) => facts.responsible)),
      tags: namesIn(rows.flatMap(({ annotation }) => annotation.tags)),
      sources: [...new Set(rows.map(({ annotation }) => annotation.articleId))],
    }),
    [rows],
  );
  return (
    <span className="task-choices">
      {(bodies.length > 0 || responsible !== '') && (
        <Choice
          label={t('tasks.column.responsible')}
          any={t('tasks.everybody')}
          value={responsible}
          options={bodies.map((name) => ({ value: name, words: name }))}
          onChoose={(name) => narrowTasks({ responsible: name })}
        />
      )}
      {(tags.length > 0 || tag !== '') && (
        <Choice
          label={t('tasks.tag')}
          any={t('tasks.anyTag')}
          value={tag}
          options={tags.map((name) => ({ value: name, words: name }))}
          onChoose={(name) => narrowTasks({ tag: name })}
        />
      )}
      {(sources.length > 1 || articleId !== '') && (
        <Choice
          label={t('tasks.article')}
          any={t('tasks.anyArticle')}
          value={articleId}
          options={sources.map((id) => ({ value: id, words: articles.get(id)?.title ?? id }))}
          onChoose={(id) => narrowTasks({ articleId: id })}
        />
      )}
    </span>
  );
}

const namesIn = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name !== '').sort(collator.compare);
