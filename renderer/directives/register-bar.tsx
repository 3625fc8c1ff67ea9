import { GitMerge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
import { TABLE_FORMATS } from '#core/export/table-formats';
import { call } from '../bridge';
import { capOf } from '../keymap';
import { useLibrary } from '../state/library';
import { beginMerge, REGISTER_TABS, setRegister, useRegister } from '../state/registers';
import { Button, CommandKey } from '../ui/controls';
import { ExportMenu } from '../ui/export-menu';
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
      <TakeOut ids={rows.map(({ id }) => id)} />
    </div>
  );
}

/** Saves *Danh mục văn bản* or the matrix: of the documents that are shown, in their order. */
function TakeOut({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const open = useRegister((state) => state.exporting);
  const isMatrix = useRegister((state) => state.tab) === 'coverage';
  const by = useCoverageBy((state) => state.by);
  return (
    <ExportMenu
      formats={TABLE_FORMATS}
      words={t(isMatrix ? 'register.exportCoverage' : 'register.export')}
      disabled={ids.length === 0}
      open={open}
      onOpenChange={(exporting) => setRegister({ exporting })}
      save={(format) =>
        isMatrix ? call('coverage.save', { ids, format, by }) : call('directives.save', { ids, format })
      }
    />
  );
}
