import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import type { DirectiveRow } from '#core/directive';
import { contentOf, taskRows } from '#core/task-list';
import { useAnswer } from '../state/answers';
import { showOffset } from '../state/going';
import { attempt } from '../state/status';
import { findTasks } from '../state/tasks';
import { dayText } from '../ui/format';

/** Accepted tasks that rest on the document. */
export function BasedTasks({ row }: { row: DirectiveRow }) {
  const { t } = useTranslation();
  const found = useAnswer('tasks by basis', findTasks);
  const ids = new Set([row.id, row.canonical, ...row.aliases]);
  const all = found === null ? [] : taskRows(found.annotations, found.blocks, localDay(new Date()));
  const own = all.filter(({ facts }) => facts.basis.some((id) => ids.has(id)));
  if (own.length === 0) return null;
  return (
    <section className="mentions" aria-labelledby="based-tasks">
      <h3 id="based-tasks" className="h">
        {t('register.tasks')} <span className="cnt">{own.length}</span>
      </h3>
      {own.map((task) => {
        const { annotation, facts, state } = task;
        const due = facts.deadline?.iso ?? null;
        return (
          <button
            key={annotation.id}
            type="button"
            className="based-task xs"
            onClick={() => void attempt(() => showOffset(annotation.articleId, annotation.target.start))}
          >
            <span className="clip" lang="vi">
              {contentOf(task)}
            </span>
            <span className={state === 'overdue' ? 'overdue' : 't2'}>{t(`tasks.state.${state}`)}</span>
            <span className="num t3">{due === null ? '' : dayText(due)}</span>
          </button>
        );
      })}
    </section>
  );
}
