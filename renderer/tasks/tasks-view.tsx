import { useEffect, useMemo, useRef } from 'react';
import { FileOutput } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { localDay } from '#core/day';
import { TABLE_FORMATS, type TableFormat } from '#core/export/table-formats';
import { countsByState, groupedTasks, taskRows, TASK_GROUPS, type TaskRow } from '#core/task-list';
import { call } from '../bridge';
import { useAnswer } from '../state/answers';
import { attempt, say } from '../state/status';
import { setTasks, shownTasks, useTasks } from '../state/tasks';
import { setView } from '../state/view';
import { Button } from '../ui/controls';
import { dayText } from '../ui/format';
import { mainPart } from '../ui/main-part';
import { StateFilter } from './state-filter';
import { TaskPanel } from './task-panel';
import { TaskTable } from './task-table';
import './tasks.css';

/** More tasks are not asked for at once. */
const MOST = 5000;

/** The tasks and targets that were accepted in all articles: who is to do them, until when, and how they stand. */
export function TasksView() {
  const { t } = useTranslation();
  const found = useAnswer('tasks', () =>
    call('annotations.find', { filter: { kinds: ['task', 'target'] }, limit: MOST }),
  );
  const state = useTasks();
  const today = localDay(new Date());
  const rows = useMemo(
    () => (found === null ? [] : taskRows(found.annotations, found.blocks, today)),
    [found, today],
  );
  const { words, filter, groupBy } = state;
  const shown = useMemo(() => shownTasks(rows, { words, filter }, today), [rows, words, filter, today]);
  const groups = useMemo(() => groupedTasks(shown, groupBy), [shown, groupBy]);
  const ordered = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const chosen = ordered.find(({ annotation }) => annotation.id === state.chosen) ?? ordered[0] ?? null;
  if (found === null) return <div className="tasks" aria-busy />;
  if (rows.length === 0) return <NoTasks />;
  return (
    <div className="tasks">
      <TasksBar rows={rows} ordered={ordered} today={today} />
      <StateFilter rows={rows} counts={countsByState(rows)} />
      <TaskTable groups={groups} chosen={chosen?.annotation.id ?? null} today={today} />
      {chosen === null ? (
        <aside className="task-panel">
          <p className="t2">{t('tasks.nothingFits')}</p>
        </aside>
      ) : (
        <TaskPanel key={chosen.annotation.id} row={chosen} />
      )}
    </div>
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

interface TasksBarProps {
  rows: readonly TaskRow[];
  /** Those that are shown, in their order. */
  ordered: readonly TaskRow[];
  today: string;
}

function TasksBar({ rows, ordered, today }: TasksBarProps) {
  const { t } = useTranslation();
  const { words, asked, groupBy } = useTasks();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  return (
    <div className="bar" role="search" aria-label={t('tasks.filter')}>
      <h1>{t('tasks.title')}</h1>
      <span className="cnt xs num" role="status">
        {ordered.length === rows.length
          ? rows.length
          : t('tasks.found', { count: ordered.length, all: rows.length })}
      </span>
      <input
        ref={field}
        className="input tasks-words"
        type="search"
        value={words}
        placeholder={t('tasks.words')}
        aria-label={t('tasks.words')}
        onChange={(event) => setTasks({ words: event.target.value })}
      />
      <span className="end" />
      <span className="xs t3 num hide-narrow">{t('tasks.today', { day: dayText(today) })}</span>
      <label className="group-by xs t2">
        {t('tasks.groupBy')}
        <select
          className="input"
          value={groupBy}
          onChange={({ target: { value } }) => {
            const by = TASK_GROUPS.find((each) => each === value);
            if (by !== undefined) setTasks({ groupBy: by });
          }}
        >
          {TASK_GROUPS.map((by) => (
            <option key={by} value={by}>
              {t(`tasks.by.${by}`)}
            </option>
          ))}
        </select>
      </label>
      <ExportMenu ordered={ordered} />
    </div>
  );
}

/** Saves *Bảng theo dõi nhiệm vụ*, the tasks that are shown, in their order. */
function ExportMenu({ ordered }: { ordered: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const save = (format: TableFormat) =>
    attempt(async () => {
      const refs = ordered.map(({ annotation: { articleId, id } }) => ({ articleId, annotationId: id }));
      const { path } = await call('tasks.save', { refs, format });
      if (path !== null) say(t('tasks.saved', { path }));
    });
  return (
    <Menu.Root>
      <Menu.Trigger className="btn line" disabled={ordered.length === 0}>
        <FileOutput size={15} strokeWidth={1.75} aria-hidden /> {t('tasks.export')}
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {TABLE_FORMATS.map((format) => (
              <Menu.Item key={format} className="menu-item" onClick={() => void save(format)}>
                {t(`tasks.formats.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
