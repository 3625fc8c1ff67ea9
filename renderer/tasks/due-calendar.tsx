import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { monthOfDay, sameDayAfter, tasksByDay, weeksOfMonth } from '#core/due-calendar';
import { addDays } from '#core/recognise/calendar';
import { contentOf, isOpen, type TaskRow } from '#core/task-list';
import { setTasks, useTasks } from '../state/tasks';
import { Button, IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { useTakeFocus } from '../ui/take-focus';
import { StateGlyph } from './state-glyph';
import { openTask } from './task-row';
import { DeadlineWords } from './task-words';
import './due-calendar.css';

/** As many tasks as a day of the month shows. */
const IN_CELL = 3;
const UPCOMING = 8;

const showDay = (day: string): void => setTasks({ day });

interface DueCalendarProps {
  rows: readonly TaskRow[];
  today: string;
}

/** The day whose tasks are listed. */
const useDay = (today: string): string => useTasks((state) => state.day) ?? today;

/** The deadlines of a month. */
export function DueCalendar({ rows, today }: DueCalendarProps) {
  const { t } = useTranslation();
  const day = useDay(today);
  return (
    <section className="calendar" aria-label={t('tasks.tab.calendar')}>
      <MonthHead day={day} today={today} />
      <Month day={day} today={today} days={tasksByDay(rows)} />
    </section>
  );
}

/** What is due on the chosen day, what comes up and what is overdue. */
export function DayPanel({ rows, today }: DueCalendarProps) {
  const { t } = useTranslation();
  const day = useDay(today);
  const onDay = tasksByDay(rows).get(day) ?? [];
  const open = rows.filter(({ state }) => isOpen(state));
  const dated = open.filter(({ facts }) => facts.deadline?.iso != null);
  const byDay = dated.toSorted((a, b) =>
    (a.facts.deadline?.iso ?? '').localeCompare(b.facts.deadline?.iso ?? ''),
  );
  const overdue = byDay.filter(({ state }) => state === 'overdue');
  const upcoming = byDay.filter(({ state }) => state !== 'overdue').slice(0, UPCOMING);
  const undated = open.length - dated.length;
  return (
    <aside className="task-panel day-panel" aria-label={t('tasks.calendar.due', { day: dayText(day) })}>
      <h2 className="h">{t('tasks.calendar.due', { day: dayText(day) })}</h2>
      {onDay.length === 0 && <p className="xs t3">{t('tasks.calendar.none')}</p>}
      <DayTasks rows={onDay} today={today} ofChosenDay />
      {upcoming.length > 0 && <h2 className="h">{t('tasks.calendar.upcoming')}</h2>}
      <DayTasks rows={upcoming} today={today} />
      {overdue.length > 0 && <h2 className="h state-overdue">{t('tasks.calendar.overdue')}</h2>}
      <DayTasks rows={overdue} today={today} />
      {undated > 0 && <p className="xs t3 undated">{t('tasks.calendar.undated', { count: undated })}</p>}
    </aside>
  );
}

function MonthHead({ day, today }: { day: string; today: string }) {
  const { t } = useTranslation();
  const [year, month] = day.split('-');
  return (
    <header>
      <h2 className="num">{t('tasks.month', { month: Number(month), year })}</h2>
      <IconButton small label={t('tasks.calendar.previous')} onClick={() => showDay(sameDayAfter(day, -1))}>
        <ChevronLeft size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton small label={t('tasks.calendar.next')} onClick={() => showDay(sameDayAfter(day, 1))}>
        <ChevronRight size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <Button disabled={day === today} onClick={() => showDay(today)}>
        {t('tasks.calendar.today')}
      </Button>
    </header>
  );
}

interface MonthProps {
  day: string;
  today: string;
  days: ReadonlyMap<string, TaskRow[]>;
}

/** Arrows walk the days, Page Up and Down the months, Home goes to today; Enter goes to the tasks of the day. */
function Month({ day, today, days }: MonthProps) {
  const { t } = useTranslation();
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  useTakeFocus(grid, '[aria-selected="true"]');
  useEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [day]);
  const keyed = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, string>> = {
      ArrowLeft: addDays(day, -1),
      ArrowRight: addDays(day, 1),
      ArrowUp: addDays(day, -7),
      ArrowDown: addDays(day, 7),
      PageUp: sameDayAfter(day, -1),
      PageDown: sameDayAfter(day, 1),
      Home: today,
    };
    const next = steps[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.day-tasks.chosen button')?.focus();
    }
    if (next === undefined) return;
    event.preventDefault();
    walked.current = true;
    showDay(next);
  };
  const month = monthOfDay(day);
  return (
    <table
      ref={grid}
      data-part
      // eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={t('tasks.month', { month: Number(month.slice(5)), year: month.slice(0, 4) })}
      onKeyDown={keyed}
    >
      <thead>
        <tr>
          {t('tasks.calendar.weekdays')
            .split(' ')
            .map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <DayCell
                key={one}
                day={one}
                rows={days.get(one) ?? []}
                chosen={one === day}
                isToday={one === today}
                outside={monthOfDay(one) !== month}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  day: string;
  rows: readonly TaskRow[];
  chosen: boolean;
  isToday: boolean;
  outside: boolean;
}

function DayCell({ day, rows, chosen, isToday, outside }: DayCellProps) {
  const { t } = useTranslation();
  const more = rows.length - IN_CELL;
  return (
    <td
      role="gridcell"
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      aria-current={isToday ? 'date' : undefined}
      className={outside ? 'outside' : ''}
      onClick={() => showDay(day)}
    >
      <span className="sr-only">{t('tasks.calendar.cell', { day: dayText(day), count: rows.length })}</span>
      <span className="day num" aria-hidden>
        {Number(day.slice(8))}
      </span>
      {rows.slice(0, IN_CELL).map((row) => (
        <span
          key={row.annotation.id}
          className={`due-task state-${row.state}`}
          title={contentOf(row)}
          lang="vi"
        >
          <StateGlyph state={row.state} />
          <span className="clip">{contentOf(row)}</span>
        </span>
      ))}
      {more > 0 && <span className="xxs t3">{t('tasks.calendar.more', { count: more })}</span>}
    </td>
  );
}

function DayTasks({ rows, today, ofChosenDay = false }: DueCalendarProps & { ofChosenDay?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <ul className={`day-tasks ${ofChosenDay ? 'chosen' : ''}`}>
      {rows.map((row) => (
        <li key={row.annotation.id}>
          <button type="button" title={row.annotation.target.quote.exact} onClick={() => openTask(row)}>
            <span className={`state-${row.state}`}>
              <StateGlyph state={row.state} />
            </span>
            <span className="c2" lang="vi">
              {contentOf(row)}
            </span>
            <span className={`due xs ${row.state === 'overdue' ? 'state-overdue' : 't2'}`}>
              <DeadlineWords row={row} today={today} />
            </span>
            <span className="xs t3 clip">{row.facts.responsible}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
