import { FileOutput, GitMerge } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
import { TABLE_FORMATS, type TableFormat } from '#core/export/table-formats';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { useLibrary } from '../state/library';
import { beginMerge, REGISTER_TABS, setRegister, useRegister } from '../state/registers';
import { attempt, say } from '../state/status';
import { Button, CommandKey } from '../ui/controls';
import { mainPart } from '../ui/main-part';
import { useCoverageBy } from './coverage-by';

/** What is shown, and what is done with all of it. */
export function RegisterBar({ rows, total }: { rows: readonly DirectiveRow[]; total: number }) {
  const { t } = useTranslation();
  const tab = useRegister((state) => state.tab);
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="bar">
      <h1>{t('register.title')}</h1>
      <span className="cnt xs num">{total.toLocaleString('vi-VN')}</span>
      <span className="vr" />
      <div className="tabs" role="tablist" aria-label={t('register.tabs.label')}>
        {REGISTER_TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={each === tab}
            title={`${t('command.nextRegisterTab')} (${capOf('nextRegisterTab') ?? ''})`}
            onClick={() => setRegister({ tab: each })}
          >
            {t(`register.tabs.${each}`)}
          </button>
        ))}
      </div>
      <span className="end" />
      {tab === 'list' && !readOnly && (
        <Button className="t2" disabled={total < 2} onClick={beginMerge}>
          <GitMerge size={14} strokeWidth={1.75} aria-hidden /> {t('register.merge')}{' '}
          <span className="hide-narrow">
            <CommandKey command="mergeDirective" />
          </span>
        </Button>
      )}
      {tab !== 'timeline' && <ExportMenu ids={rows.map(({ id }) => id)} />}
    </div>
  );
}

/** Saves *Danh mục văn bản* or the matrix: of the documents that are shown, in their order. */
function ExportMenu({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const exporting = useRegister((state) => state.exporting);
  const what = useRegister((state) => state.tab) === 'coverage' ? 'exportCoverage' : 'export';
  const by = useCoverageBy((state) => state.by);
  const save = (format: TableFormat) =>
    attempt(async () => {
      const { path } = await (what === 'export'
        ? call('directives.save', { ids, format })
        : call('coverage.save', { ids, format, by }));
      if (path !== null) say(t('register.saved', { path }));
    });
  return (
    <Menu.Root open={exporting && ids.length > 0} onOpenChange={(open) => setRegister({ exporting: open })}>
      <Menu.Trigger className="btn line" disabled={ids.length === 0}>
        <FileOutput size={14} strokeWidth={1.75} aria-hidden /> {t(`register.${what}`)}{' '}
        <span className="hide-narrow">
          <CommandKey command="export" />
        </span>
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {TABLE_FORMATS.map((format) => (
              <Menu.Item key={format} className="menu-item" onClick={() => void save(format)}>
                {t(`register.formats.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
