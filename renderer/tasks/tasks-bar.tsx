import { FileOutput } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { TABLE_FORMATS, type TableFormat } from '#core/export/table-formats';
import { TASK_GROUPS, type TaskRow } from '#core/task-list';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { attempt, say } from '../state/status';
import { setTasks, TASK_TABS, useTasks } from '../state/tasks';
import { Segmented } from '../ui/controls';
import { dayText } from '../ui/format';
import { mainPart } from '../ui/main-part';
import { Choice } from '../ui/choice';
import { SearchField } from '../ui/search-field';

interface TasksBarProps {
  rows: readonly TaskRow[];
  /** Those that are shown, in their order. */
  ordered: readonly TaskRow[];
  today: string;
}

/** What is shown, how, and the way to take it out of the app. */
export function TasksBar({ rows, ordered, today }: TasksBarProps) {
  const { t } = useTranslation();
  const { words, asked, tab } = useTasks();
  return (
    <div className="bar" role="search" aria-label={t('tasks.filter')}>
      <h1>{t('tasks.title')}</h1>
      <span className="cnt xs num" role="status">
        {ordered.length === rows.length
          ? rows.length
          : t('tasks.found', { count: ordered.length, all: rows.length })}
      </span>
      <SearchField
        label={t('tasks.words')}
        value={words}
        asked={asked}
        command="findTask"
        onChange={(next) => setTasks({ words: next })}
      />
      <span className="end" />
      <span className="xs t3 num nb hide-narrow">{t('tasks.today', { day: dayText(today) })}</span>
      {tab === 'table' && <GroupChoice />}
      <span title={`${t('tasks.tabs')} (${capOf('nextTaskTab') ?? ''})`}>
        <Segmented
          label={t('tasks.tabs')}
          value={tab}
          options={TASK_TABS.map((value) => ({ value, text: t(`tasks.tab.${value}`) }))}
          onChange={(next) => setTasks({ tab: next, editing: false })}
        />
      </span>
      <ExportMenu ordered={ordered} />
    </div>
  );
}

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
