import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import { countsByState, groupedTasks, taskRows, type TaskRow } from '#core/task-list';
import { useAnswer } from '../state/answers';
import { factsOf, findTasks, setTasks, shownTasks, useTasks } from '../state/tasks';
import { setView } from '../state/view';
import { Button } from '../ui/controls';
import { DocumentNames, useDocumentNames } from './document-names';
import { DueCalendar } from './due-calendar';
import { StateFilter } from './state-filter';
import { Targets } from './targets';
import { TaskBoard } from './task-board';
import { TaskPanel } from './task-panel';
import { TaskTable } from './task-table';
import { TasksBar } from './tasks-bar';
import './tasks.css';

/** The tasks and targets that were accepted in all articles: who is to do them, until when, and how they stand. */
export function TasksView() {
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
  if (all === null || rows === null) return <div className="tasks" aria-busy />;
  if (all.length === 0) return <NoTasks />;
  return (
    <DocumentNames value={names}>
      <div className={`tasks of-${tab}`}>
        <TasksBar rows={rows} ordered={ordered} today={today} />
        <StateFilter rows={rows} counts={countsByState(rows)} />
        {tab === 'table' && <TableWithPanel groups={groups} ordered={ordered} today={today} />}
        {tab === 'board' && <BoardWithPanel rows={ordered} today={today} />}
        {tab === 'calendar' && <DueCalendar rows={shown} today={today} />}
        {tab === 'targets' && <Targets rows={ordered} />}
      </div>
    </DocumentNames>
  );
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

interface WithPanelProps {
  ordered: readonly TaskRow[];
  today: string;
}

function useChosen(rows: readonly TaskRow[]): TaskRow | null {
  const id = useTasks((state) => state.chosen);
  const chosen = rows.find(({ annotation }) => annotation.id === id) ?? rows[0] ?? null;
  const atHand = chosen?.annotation ?? null;
  useEffect(() => setTasks({ atHand }), [atHand]);
  return chosen;
}

function TableWithPanel({
  groups,
  ordered,
  today,
}: WithPanelProps & { groups: ReturnType<typeof groupedTasks> }) {
  const chosen = useChosen(ordered);
  return (
    <>
      <TaskTable groups={groups} chosen={chosen?.annotation.id ?? null} today={today} />
      <Panel chosen={chosen} />
    </>
  );
}

function BoardWithPanel({ rows, today }: { rows: readonly TaskRow[]; today: string }) {
  const chosen = useChosen(rows);
  return (
    <>
      <TaskBoard rows={rows} chosen={chosen?.annotation.id ?? null} today={today} />
      <Panel chosen={chosen} />
    </>
  );
}

function Panel({ chosen }: { chosen: TaskRow | null }) {
  const { t } = useTranslation();
  if (chosen !== null) return <TaskPanel key={chosen.annotation.id} row={chosen} />;
  return (
    <aside className="task-panel" aria-label={t('tasks.chosen')}>
      <p className="t2">{t('tasks.nothingFits')}</p>
    </aside>
  );
}

function NoTasks() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{t('tasks.empty.title')}</h2>
      <p>{t('tasks.empty.lead')}</p>
      <Button look="line" large onClick={() => setView({ view: 'library' })}>
        {t('tasks.empty.read')}
      </Button>
    </div>
  );
}
