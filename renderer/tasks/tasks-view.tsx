import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import { groupedTasks, taskRows, type TaskGroup, type TaskRow } from '#core/task-list';
import { useAnswer } from '../state/answers';
import { factsOf, findTasks, setTasks, showAllTasks, shownTasks, useTasks } from '../state/tasks';
import { EmptyView, NothingFits } from '../ui/empty-view';
import { DocumentNames, useDocumentNames } from './document-names';
import { DayPanel, DueCalendar } from './due-calendar';
import { ProgressSummary } from './progress-summary';
import { QuotePeek } from './quote-peek';
import { Targets } from './targets';
import { TaskBoard } from './task-board';
import { TaskFilterBar } from './task-filter';
import { TaskPanel } from './task-panel';
import { TaskTable } from './task-table';
import { TasksBar } from './tasks-bar';
import './tasks.css';

/** The tasks and targets that were accepted in all articles: who is to do them, until when, and how they stand. */
export function TasksView() {
  const { t } = useTranslation();
  const today = localDay(new Date());
  const { words, filter, groupBy, order, tab } = useTasks();
  const all = useTaskRows(today);
  const rows = useMemo(
    () => (tab === 'targets' ? (all?.filter(({ annotation }) => annotation.kind === 'target') ?? null) : all),
    [all, tab],
  );
  const names = useDocumentNames(all);
  const shown = useMemo(() => shownTasks(rows ?? [], { words, filter }, today), [rows, words, filter, today]);
  const groups = useMemo(() => groupedTasks(shown, groupBy, order), [shown, groupBy, order]);
  const ordered = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const chosen = useChosen(ordered);
  if (all === null || rows === null) return <div className="tasks" aria-busy />;
  if (all.length === 0) return <EmptyView title={t('tasks.empty.title')} lead={t('tasks.empty.lead')} />;
  return (
    <DocumentNames value={names}>
      <div className={`tasks of-${tab}`}>
        <TasksBar count={rows.length} ordered={ordered} today={today} />
        <TaskFilterBar rows={rows} found={shown.length} />
        <Tab {...{ rows, groups, ordered, today }} chosen={chosen?.annotation.id ?? null} />
        <div className="task-side" data-part>
          <ProgressSummary rows={rows} />
          {tab === 'calendar' && <DayPanel rows={shown} today={today} />}
          {(tab === 'table' || tab === 'board') && chosen !== null && (
            <TaskPanel key={chosen.annotation.id} row={chosen} />
          )}
          {tab === 'targets' && rows.length > 0 && (
            <p className="task-panel xs t2">{t('tasks.targets.lead')}</p>
          )}
        </div>
      </div>
      <QuotePeek row={chosen} />
    </DocumentNames>
  );
}

interface TabProps {
  rows: readonly TaskRow[];
  groups: readonly TaskGroup[];
  ordered: readonly TaskRow[];
  chosen: string | null;
  today: string;
}

/** The tasks as the person wants to look at them; a month is shown without any too. */
function Tab({ rows, groups, ordered, chosen, today }: TabProps) {
  const { t } = useTranslation();
  const tab = useTasks((state) => state.tab);
  if (tab === 'calendar') return <DueCalendar rows={ordered} today={today} />;
  if (rows.length === 0) return <NoTargets />;
  if (ordered.length === 0) return <NothingFits words={t('tasks.nothingFits')} onShowAll={showAllTasks} />;
  if (tab === 'table') return <TaskTable groups={groups} chosen={chosen} today={today} />;
  if (tab === 'board') return <TaskBoard rows={ordered} chosen={chosen} today={today} />;
  return <Targets rows={ordered} />;
}

function NoTargets() {
  const { t } = useTranslation();
  return <EmptyView title={t('tasks.targets.emptyTitle')} lead={t('tasks.targets.empty')} />;
}

/** All accepted tasks, with what was changed a moment ago; null until they are known. */
function useTaskRows(today: string): TaskRow[] | null {
  const found = useAnswer('tasks', findTasks);
  const changed = useTasks((state) => state.changed);
  return useMemo(() => {
    if (found === null) return null;
    const latest = found.annotations.map((annotation) =>
      changed.has(annotation.id) ? { ...annotation, task: factsOf(annotation, changed) } : annotation,
    );
    return taskRows(latest, found.blocks, today);
  }, [found, changed, today]);
}

/** The task that is shown beside: the chosen one; where it has gone, the one that has come into its place. */
function useChosen(rows: readonly TaskRow[]): TaskRow | null {
  const id = useTasks((state) => state.chosen);
  const place = useTasks((state) => state.place);
  const found = rows.findIndex(({ annotation }) => annotation.id === id);
  const at = found < 0 ? Math.min(id === null ? 0 : place, rows.length - 1) : found;
  const chosen = rows[at] ?? null;
  const atHand = chosen?.annotation ?? null;
  useEffect(() => {
    if (atHand === null) setTasks({ atHand });
    else setTasks({ atHand, place: at, chosen: atHand.id });
  }, [atHand, at]);
  return chosen;
}
