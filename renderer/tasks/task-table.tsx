import { useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { contentOf, daysBetween, type TaskGroup, type TaskGroupBy, type TaskRow } from '#core/task-list';
import { TASK_STATES } from '#core/task';
import type { ArticleSummary } from '#core/library';
import { useLibrary } from '../state/library';
import { showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { setTasks, useTasks } from '../state/tasks';
import { directiveName } from '../ui/directive-name';
import { dayText } from '../ui/format';
import { StateGlyph } from './state-glyph';

const COLUMNS = ['content', 'basis', 'responsible', 'deadline', 'state', 'source'] as const;

type Line = { is: 'group'; group: TaskGroup } | { is: 'task'; row: TaskRow; number: number };

interface TaskTableProps {
  groups: readonly TaskGroup[];
  chosen: string | null;
  /** ISO day. */
  today: string;
}

/** All tasks under their groups, one a row. Arrows walk them, Enter goes to the passage. */
export function TaskTable({ groups, chosen, today }: TaskTableProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = linesOf(groups);
  // The compiler leaves this component alone: the virtualizer's functions cannot be memoized.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.is === 'group' ? 32 : 56),
    getItemKey: (index) => keyOfLine(lines[index]) ?? index,
    overscan: 10,
  });
  const tasks = lines.flatMap((line) => (line.is === 'task' ? [line.row] : []));
  const at = tasks.findIndex(({ annotation }) => annotation.id === chosen);
  const pressed = (event: KeyboardEvent) => {
    const step = stepTo(event.key, at, tasks.length - 1);
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && tasks[at] !== undefined) open(tasks[at]);
    const next = step === undefined ? undefined : tasks[Math.max(0, Math.min(tasks.length - 1, step))];
    if (next === undefined) return;
    event.preventDefault();
    setTasks({ chosen: next.annotation.id });
    virtualizer.scrollToIndex(lines.findIndex((line) => line.is === 'task' && line.row === next));
  };
  return (
    <div
      className="task-table"
      role="grid"
      tabIndex={0}
      aria-label={t('tasks.title')}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={at < 0 ? undefined : `task-${chosen ?? ''}`}
      onKeyDown={pressed}
    >
      <Heads />
      <div className="task-scroll" ref={scroller} role="rowgroup">
        <div className="task-rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            return (
              <div
                key={key}
                data-index={index}
                ref={virtualizer.measureElement}
                role="presentation"
                className="task-line"
                style={{ transform: `translateY(${start}px)` }}
              >
                {line?.is === 'group' && <GroupHead group={line.group} />}
                {line?.is === 'task' && (
                  <Row
                    row={line.row}
                    number={line.number}
                    index={index}
                    chosen={line.row.annotation.id === chosen}
                    today={today}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Heads() {
  const { t } = useTranslation();
  return (
    <div className="task-row heads" role="row" aria-rowindex={1}>
      <span role="columnheader" className="cell">
        {t('tasks.column.number')}
      </span>
      {COLUMNS.map((column) => (
        <span key={column} role="columnheader" className="cell">
          {t(`tasks.column.${column}`)}
        </span>
      ))}
    </div>
  );
}

/** The index that a key goes to; undefined for any other key. */
const stepTo = (key: string, at: number, last: number): number | undefined =>
  ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last })[key];

const open = ({ annotation }: TaskRow): void => void attempt(() => showAnnotation(annotation));

function linesOf(groups: readonly TaskGroup[]): Line[] {
  let number = 0;
  return groups.flatMap((group): Line[] => [
    { is: 'group', group },
    ...group.rows.map((row): Line => ({ is: 'task', row, number: ++number })),
  ]);
}

const keyOfLine = (line: Line | undefined): string | undefined =>
  line?.is === 'group' ? `group ${line.group.key}` : line?.row.annotation.id;

function GroupHead({ group }: { group: TaskGroup }) {
  const { t } = useTranslation();
  const by = useTasks((state) => state.groupBy);
  const articles = useLibrary((state) => state.articles);
  return (
    <div className={`task-group ${group.key === 'overdue' ? 'state-overdue' : ''}`} role="row">
      <span role="gridcell">
        {nameOfGroup(group.key, by, articles, t)} <span className="t3 num">{group.rows.length}</span>
      </span>
    </div>
  );
}

function nameOfGroup(
  key: string,
  by: TaskGroupBy,
  articles: ReadonlyMap<string, ArticleSummary>,
  t: TFunction,
): string {
  if (key === '') return t(`tasks.without.${by}`);
  if (by === 'article') return articles.get(key)?.title ?? key;
  if (by === 'basis') return directiveName(key);
  if (by === 'responsible') return key;
  const state = TASK_STATES.find((each) => each === key);
  if (state !== undefined) return t(`tasks.state.${state}`);
  const [year, month] = key.split('-');
  return t('tasks.month', { month: Number(month), year });
}

interface RowProps {
  row: TaskRow;
  number: number;
  index: number;
  chosen: boolean;
  today: string;
}

function Row({ row, number, index, chosen, today }: RowProps) {
  const { t } = useTranslation();
  const { annotation, facts, state } = row;
  const article = useLibrary((all) => all.articles.get(annotation.articleId));
  const basis = facts.basis.map((id) => directiveName(id)).join('; ');
  return (
    // Reached by the arrow keys of the table.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`task-${annotation.id}`}
      className={`task-row ${chosen ? 'on' : ''}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-task={annotation.id}
      onClick={() => setTasks({ chosen: annotation.id })}
    >
      <span role="gridcell" className="cell num t3">
        {number}
      </span>
      <span role="gridcell" className="cell" title={annotation.target.quote.exact}>
        <span className="c2">{contentOf(row)}</span>
      </span>
      <span role="gridcell" className="cell" title={basis}>
        <span className="c2">{basis}</span>
      </span>
      <span role="gridcell" className="cell">
        <span className="c2">{facts.responsible}</span>
        {facts.cooperating !== '' && <span className="xxs t3 clip">+ {facts.cooperating}</span>}
      </span>
      <span role="gridcell" className={`cell num ${state === 'overdue' ? 'state-overdue' : ''}`}>
        <DeadlineWords row={row} today={today} />
      </span>
      <span role="gridcell" className={`cell state state-${state}`}>
        <StateGlyph state={state} /> <span>{t(`tasks.state.${state}`)}</span>
      </span>
      <span role="gridcell" className="cell">
        <span className="clip t2">{article?.title}</span>
        <button
          type="button"
          className="link xxs num"
          tabIndex={chosen ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            open(row);
          }}
        >
          {article?.publishedOn == null ? '' : `${dayText(article.publishedOn)}, `}
          {t('tasks.paragraph', { number: row.block + 1 })}
        </button>
      </span>
    </div>
  );
}

/** The day, and how far it is; or the words that name none. */
function DeadlineWords({ row: { facts, state }, today }: { row: TaskRow; today: string }) {
  const { t } = useTranslation();
  const { deadline } = facts;
  if (deadline === null) return <span className="t3">—</span>;
  if (deadline.iso === null) return <span className="c2">{deadline.text}</span>;
  const left = daysBetween(today, deadline.iso);
  const isOpen = state === 'notDue' || state === 'doing' || state === 'overdue';
  return (
    <>
      <span>{dayText(deadline.iso)}</span>
      {isOpen && (
        <span className="xxs t3">
          {left < 0 ? t('tasks.daysOver', { count: -left }) : t('tasks.daysLeft', { count: left })}
        </span>
      )}
    </>
  );
}
