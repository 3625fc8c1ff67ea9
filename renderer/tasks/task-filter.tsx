import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_TASKS, TASK_GROUPS, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { narrowTasks, setTasks, showAllTasks, useTasks } from '../state/tasks';
import { Choice } from '../ui/choice';
import { isComposing } from '../ui/fields';
import { collator } from '../ui/format';
import { SearchField } from '../ui/search-field';
import { SOON } from './task-words';

interface TaskFilterProps {
  rows: readonly TaskRow[];
  /** How many are shown. */
  found: number;
}

/** What the tasks are narrowed to, and how they are grouped; the states are beside, with their counts. */
export function TaskFilterBar({ rows, found }: TaskFilterProps) {
  const { t } = useTranslation();
  const { words, asked, tab, filter } = useTasks();
  const { dueWithin } = filter;
  return (
    <div className="task-filter" data-part role="search" aria-label={t('tasks.filter')}>
      <SearchField
        label={t('tasks.words')}
        value={words}
        asked={asked}
        command="findTask"
        onChange={(next) => setTasks({ words: next })}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape' && words !== '') setTasks({ words: '' });
          else if (event.key === 'ArrowDown' || event.key === 'Enter') focusTasks(event.currentTarget);
          else return;
          event.preventDefault();
        }}
      />
      <button
        type="button"
        className={`chip ${dueWithin === null ? '' : 'on'}`}
        aria-pressed={dueWithin !== null}
        onClick={() => narrowTasks({ dueWithin: dueWithin === null ? SOON : null })}
      >
        {t('tasks.dueSoon', { count: SOON })}
      </button>
      <Choices rows={rows} />
      {(filter !== ALL_TASKS || words !== '') && (
        <>
          <span className="xs t3 num nb" role="status">
            {t('tasks.found', { count: found, all: rows.length })}
          </span>
          <button type="button" className="link xs nb" onClick={showAllTasks}>
            {t('tasks.showAll')}
          </button>
        </>
      )}
      <span className="end" />
      {tab === 'table' && <GroupChoice />}
    </div>
  );
}

/** The keyboard goes from the field to the first task, or to the one that is chosen. */
const focusTasks = (field: Element): void =>
  field
    .closest('.tasks')
    ?.querySelector<HTMLElement>('[role="grid"], .task-card[tabindex="0"], .target-line .words')
    ?.focus();

function GroupChoice() {
  const { t } = useTranslation();
  const groupBy = useTasks((state) => state.groupBy);
  return (
    <span className="group-by xs t2">
      <span className="hide-narrow" aria-hidden>
        {t('tasks.groupBy')}
      </span>
      <Choice
        label={t('tasks.groupBy')}
        value={groupBy}
        options={TASK_GROUPS.map((by) => ({ value: by, words: t(`tasks.by.${by}`) }))}
        onChoose={(value) => {
          const by = TASK_GROUPS.find((each) => each === value);
          if (by !== undefined) setTasks({ groupBy: by });
        }}
      />
    </span>
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
