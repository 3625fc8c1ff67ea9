import { useTranslation } from 'react-i18next';
import { TASK_FORMATS } from '#core/export/table-formats';
import type { TaskRow } from '#core/task-list';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { setTasks, TASK_TABS, useTasks } from '../state/tasks';
import { Segmented } from '../ui/controls';
import { ExportMenu } from '../ui/export-menu';
import { dayText } from '../ui/format';

interface TasksBarProps {
  /** How many there are in this tab. */
  count: number;
  /** Those that are shown, in their order. */
  ordered: readonly TaskRow[];
  today: string;
}

/** How the tasks are looked at, and the way to take them out of the app. */
export function TasksBar({ count, ordered, today }: TasksBarProps) {
  const { t } = useTranslation();
  const tab = useTasks((state) => state.tab);
  return (
    <div className="bar">
      <h1>{t('tasks.title')}</h1>
      <span className="cnt xs num">{count.toLocaleString('vi-VN')}</span>
      <span className="end" />
      <span className="xs t3 num nb">{t('tasks.today', { day: dayText(today) })}</span>
      <span title={`${t('tasks.tabs')} (${capOf('nextTaskTab') ?? ''})`}>
        <Segmented
          label={t('tasks.tabs')}
          value={tab}
          options={TASK_TABS.map((value) => ({ value, text: t(`tasks.tab.${value}`) }))}
          onChange={(next) => setTasks({ tab: next, editing: false, peeking: false })}
        />
      </span>
      <TakeOut ordered={ordered} />
    </div>
  );
}

/** Saves *Bảng theo dõi nhiệm vụ*: the tasks that are shown, in their order. */
function TakeOut({ ordered }: { ordered: readonly TaskRow[] }) {
  const { t } = useTranslation();
  const open = useTasks((state) => state.exporting);
  const refs = () => ordered.map(({ annotation: { articleId, id } }) => ({ articleId, annotationId: id }));
  return (
    <ExportMenu
      formats={TASK_FORMATS}
      words={t('tasks.export')}
      disabled={ordered.length === 0}
      open={open}
      onOpenChange={(exporting) => setTasks({ exporting })}
      save={(format) => call('tasks.save', { refs: refs(), format })}
    />
  );
}
