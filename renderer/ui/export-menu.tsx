import { Menu } from '@base-ui/react/menu';
import { FileOutput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { TaskFormat } from '#core/export/table-formats';
import { attempt, say } from '../state/status';
import { CommandKey } from './controls';
import { mainPart } from './main-part';

interface ExportMenuProps<F extends string> {
  formats: readonly F[];
  /** What is taken out of the app. */
  words: string;
  disabled: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Asks where to and saves; `path` is null when the person cancelled. */
  save: (format: F) => Promise<{ path: string | null }>;
}

/** The formats in which a table is taken out of the app; the export key opens it. */
export function ExportMenu<F extends TaskFormat>({
  formats,
  words,
  disabled,
  open,
  onOpenChange,
  save,
}: ExportMenuProps<F>) {
  const { t } = useTranslation();
  const saveAs = (format: F) =>
    attempt(async () => {
      const { path } = await save(format);
      if (path !== null) say(t('tables.saved', { path }));
    });
  return (
    <Menu.Root open={open && !disabled} onOpenChange={onOpenChange}>
      <Menu.Trigger className="btn line" disabled={disabled}>
        <FileOutput size={15} strokeWidth={1.75} aria-hidden /> {words}{' '}
        <span className="hide-narrow">
          <CommandKey command="export" />
        </span>
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {formats.map((format) => (
              <Menu.Item key={format} className="menu-item" onClick={() => void saveAs(format)}>
                {t(nameKey(format))}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const nameKey = (format: TaskFormat) => `tables.formats.${format}` as const;
