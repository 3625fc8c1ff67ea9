import { useEffect, useMemo, useRef, type ComponentProps, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { TASK_COLUMNS, type TaskColumn, type TaskGroup, type TaskRow } from '#core/task-list';
import { useLibrary } from '../state/library';
import { setTasks, sortTasks, taskActions, useTasks } from '../state/tasks';
import { collator } from '../ui/format';
import { useTakeFocus } from '../ui/take-focus';
import type { AfterCell } from './cell-editor';
import { useDocumentName } from './document-names';
import { cellId, openTask, TaskRowLine } from './task-row';
import { nameOfGroup } from './task-words';
import { useWide } from './use-wide';

/** Columns that only a wide window has; the panel beside the table always has them. */
const ONLY_WIDE: ReadonlySet<TaskColumn> = new Set(['cooperating', 'product']);

type Line = { is: 'group'; group: TaskGroup } | { is: 'task'; row: TaskRow; number: number };

interface TaskTableProps {
  groups: readonly TaskGroup[];
  chosen: string | null;
  /** ISO day. */
  today: string;
}

/** All tasks under their groups, one a row. Arrows walk the cells, Enter edits one. */
export function TaskTable({ groups, chosen, today }: TaskTableProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const groupBy = useTasks((state) => state.groupBy);
  const { wide, columns, column } = useColumns();
  const lines = linesOf(groups, groupBy !== 'none');
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.is === 'group' ? 30 : 55),
    getItemKey: (index) => keyOfLine(lines[index]) ?? index,
    overscan: 10,
  });
  const indexOfLine = (id: string) =>
    lines.findIndex((line) => line.is === 'task' && line.row.annotation.id === id);
  const tasks = useMemo(() => groups.flatMap(({ rows }) => rows), [groups]);
  const knownIn = useKnown(tasks);
  const at = tasks.findIndex(({ annotation }) => annotation.id === chosen);
  useTakeFocus(grid);
  // The task that was left to read its article is in sight again.
  useAtFirst(() => chosen !== null && virtualizer.scrollToIndex(indexOfLine(chosen)));
  const goTo = (index: number) => {
    const row = tasks[Math.max(0, Math.min(tasks.length - 1, index))];
    if (row === undefined) return;
    setTasks({ chosen: row.annotation.id, editing: false });
    virtualizer.scrollToIndex(indexOfLine(row.annotation.id));
  };
  const stepCell = (step: 1 | -1): TaskColumn | undefined => columns[columns.indexOf(column) + step];
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    if (pressedIn({ event, at, last: tasks.length - 1, row: tasks[at], column, goTo, stepCell })) {
      event.preventDefault();
    }
  };
  const done = (after: AfterCell) => {
    if (!goOn(after === 'stay' ? undefined : stepCell(after === 'next' ? 1 : -1))) grid.current?.focus();
  };
  return (
    <div
      ref={grid}
      data-part
      className={`task-table ${wide ? 'wide' : ''}`}
      role="grid"
      tabIndex={0}
      aria-label={t('tasks.title')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={at < 0 ? undefined : cellId(chosen ?? '', column)}
      onKeyDown={pressed}
    >
      <Heads columns={columns} />
      <div className="task-scroll" ref={scroller} role="rowgroup">
        <div className="task-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => (
            <div
              key={key}
              data-index={index}
              ref={virtualizer.measureElement}
              role="presentation"
              className="task-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              <LineOf line={lines[index]} {...{ index, columns, today, knownIn, chosen }} onDone={done} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Does something once, when the table is there. */
function useAtFirst(work: () => unknown): void {
  useEffect(() => {
    work();
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}

type LineProps = Omit<ComponentProps<typeof TaskRowLine>, 'row' | 'number' | 'chosen'> & {
  line: Line | undefined;
  chosen: string | null;
};

function LineOf({ line, chosen, ...rest }: LineProps) {
  if (line === undefined) return null;
  if (line.is === 'group') return <GroupHead group={line.group} />;
  return (
    <TaskRowLine {...rest} row={line.row} number={line.number} chosen={line.row.annotation.id === chosen} />
  );
}

/** The columns that there is room for, and the one that the keys are at. */
function useColumns() {
  const current = useTasks((state) => state.column);
  const wide = useWide();
  const columns = TASK_COLUMNS.filter((column) => wide || !ONLY_WIDE.has(column));
  const column = columns.includes(current) ? current : 'responsible';
  return { wide, columns, column };
}

/** Goes on editing in the next cell. Returns whether there is one. */
function goOn(next: TaskColumn | undefined): boolean {
  const goesOn = next !== undefined && next !== 'source';
  setTasks(goesOn ? { column: next } : { editing: false });
  return goesOn;
}

interface Pressed {
  event: KeyboardEvent;
  at: number;
  last: number;
  row: TaskRow | undefined;
  column: TaskColumn;
  goTo: (index: number) => void;
  stepCell: (step: 1 | -1) => TaskColumn | undefined;
}

/** What a key does in the table. Returns whether it does anything. */
function pressedIn({ event, at, last, row, column, goTo, stepCell }: Pressed): boolean {
  const { key } = event;
  const { peeking } = useTasks.getState();
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10, Home: 0, End: last }[
    key
  ];
  const side = { ArrowRight: stepCell(1), ArrowLeft: stepCell(-1) }[key];
  if (to !== undefined) goTo(to);
  else if (side !== undefined) setTasks({ column: side });
  else if (row === undefined) return false;
  else if (key === ' ') taskActions.peekTask();
  else if (key === 'Enter' && (column === 'source' || peeking)) openTask(row);
  else if (key === 'Enter') setTasks({ column, editing: true });
  else return false;
  return true;
}

/** What stands in a column already, so that a body is called the same everywhere. */
function useKnown(tasks: readonly TaskRow[]): (column: TaskColumn) => readonly string[] {
  return useMemo(() => {
    const bodies = [...new Set(tasks.flatMap(({ facts }) => [facts.responsible, facts.cooperating]))]
      .filter((name) => name !== '')
      .sort(collator.compare);
    return (column) => (column === 'responsible' || column === 'cooperating' ? bodies : []);
  }, [tasks]);
}

/** A click sorts by the column, another one the other way round. */
function Heads({ columns }: { columns: readonly TaskColumn[] }) {
  const { t } = useTranslation();
  const { by, downwards } = useTasks((state) => state.order);
  const Arrow = downwards ? ArrowDown : ArrowUp;
  return (
    <div className="task-row heads" role="row" aria-rowindex={1}>
      <span role="columnheader" className="cell">
        {t('tasks.column.number')}
      </span>
      {columns.map((column) => (
        <span
          key={column}
          role="columnheader"
          className="cell"
          aria-sort={column !== by ? undefined : downwards ? 'descending' : 'ascending'}
        >
          <button
            type="button"
            title={t('tasks.sortBy', { column: t(`tasks.column.${column}`) })}
            onClick={() => sortTasks(column)}
          >
            <span className="clip">{t(`tasks.column.${column}`)}</span>
            {column === by && <Arrow size={12} strokeWidth={2} aria-hidden />}
          </button>
        </span>
      ))}
    </div>
  );
}

function linesOf(groups: readonly TaskGroup[], headed: boolean): Line[] {
  let number = 0;
  return groups.flatMap((group): Line[] => [
    ...(headed ? [{ is: 'group', group } as const] : []),
    ...group.rows.map((row): Line => ({ is: 'task', row, number: ++number })),
  ]);
}

const keyOfLine = (line: Line | undefined): string | undefined =>
  line?.is === 'group' ? `group ${line.group.key}` : line?.row.annotation.id;

function GroupHead({ group }: { group: TaskGroup }) {
  const { t } = useTranslation();
  const by = useTasks((state) => state.groupBy);
  const articles = useLibrary((state) => state.articles);
  const nameOf = useDocumentName();
  return (
    <div className={`task-group ${group.key === 'overdue' ? 'state-overdue' : ''}`} role="row">
      <span role="gridcell">
        {nameOfGroup(group.key, by, articles, nameOf, t)} <span className="cnt num">{group.rows.length}</span>
      </span>
    </div>
  );
}
