import {
  ArrowLeftRight,
  BookOpen,
  ChevronLeft,
  ChevronRight,
  Pin as PinGlyph,
  Table2,
  Unlink2,
} from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge';
import { capOf } from '../keymap';
import type { Compared } from '../state/alignment';
import {
  COMPARE_TABS,
  pinCurrent,
  pinnable,
  readCurrent,
  showExporting,
  showTab,
  stepDifference,
  swapSides,
  useComparing,
} from '../state/comparing';
import { rowAt, stepsThrough } from '../state/comparing-rows';
import { useLibrary } from '../state/library';
import { attempt, say } from '../state/status';
import { Button, CommandKey, IconButton, Segmented } from '../ui/controls';
import { mainPart } from '../ui/main-part';
import { PinsPopover } from './pins-popover';

/** `compared` is null until two articles are chosen and aligned. */
export function CompareToolbar({ compared }: { compared: Compared | null }) {
  const { t } = useTranslation();
  const tab = useComparing((state) => state.tab);
  return (
    <div className="bar">
      <h1>{t('compare.title')}</h1>
      <span className="vr" />
      <span title={`${t('command.nextTab')} (${capOf('nextTab') ?? ''})`}>
        <Segmented
          label={t('compare.ways')}
          value={tab}
          options={COMPARE_TABS.map((value) => ({ value, text: t(`compare.tab.${value}`) }))}
          onChange={showTab}
        />
      </span>
      {compared !== null && <PinsPopover left={compared.left} right={compared.right} />}
      {compared !== null && tab === 'paragraphs' && <ReadButton compared={compared} />}
      {compared !== null && tab === 'paragraphs' && <PinButtons compared={compared} />}
      <span className="end" />
      {compared !== null && tab === 'paragraphs' && <Stepper compared={compared} />}
      {tab !== 'topics' && (
        <Button disabled={compared === null} title={t('command.swapSides')} onClick={swapSides}>
          <ArrowLeftRight size={14} strokeWidth={1.75} aria-hidden /> {t('compare.swap')}{' '}
          <span className="hide-narrow">
            <CommandKey command="swapSides" />
          </span>
        </Button>
      )}
      <ExportMenu disabled={compared === null} />
    </div>
  );
}

/** Opens the current paragraph in the reader. */
function ReadButton({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const none = useComparing((state) => rowAt(compared.rows, state.at) < 0);
  const name = t('compare.readCurrent');
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={`${name} (↵)`}
      disabled={none}
      onClick={() => void attempt(readCurrent)}
    >
      <BookOpen size={15} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** What a person may say about the pair at hand. */
function PinButtons({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const readOnly = useLibrary((state) => state.readOnly);
  const chosen = useComparing((state) => state.chosen);
  const row = useComparing((state) => compared.rows[rowAt(compared.rows, state.at)]);
  if (readOnly) return null;
  const none = pinnable(chosen, row) === null;
  return (
    <>
      <IconButton
        label={t('command.pinPair')}
        command="pinPair"
        disabled={none}
        onClick={() => void pinCurrent(true)}
      >
        <PinGlyph size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        label={t('command.partPair')}
        command="partPair"
        disabled={none}
        onClick={() => void pinCurrent(false)}
      >
        <Unlink2 size={15} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </>
  );
}

/** Steps from one place that differs to the next. */
function Stepper({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const only = useComparing((state) => state.only);
  const index = useComparing((state) => rowAt(compared.rows, state.at));
  const steps = stepsThrough(compared.rows, only);
  const at = steps.indexOf(index);
  const name = only === null ? t('compare.differences') : t(`compare.kind.${only}`);
  return (
    <>
      <span
        className="xs t2 num nb"
        role="status"
        aria-label={t('compare.place', { name, at: at + 1, all: steps.length })}
      >
        <span className="hide-narrow">{name} </span>
        <b>{at < 0 ? '–' : at + 1}</b>/{steps.length}
      </span>
      <IconButton
        label={t('command.previousDifference')}
        command="previousDifference"
        disabled={steps.length === 0}
        onClick={() => stepDifference(-1)}
      >
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        label={t('command.nextDifference')}
        command="nextDifference"
        disabled={steps.length === 0}
        onClick={() => stepDifference(1)}
      >
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <span className="vr" />
    </>
  );
}

const FORMATS = ['html', 'markdown', 'csv'] as const;

async function save(articleIds: string[], format: (typeof FORMATS)[number], saved: (path: string) => string) {
  await attempt(async () => {
    const { path } = await call('compare.save', { articleIds, format });
    if (path !== null) say(saved(path));
  });
}

/** The comparison as a file; the button's menu also opens by its key. */
function ExportMenu({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const open = useComparing((state) => state.exporting);
  const ids = useComparing((state) => state.ids);
  const tab = useComparing((state) => state.tab);
  const chosen = ids.flatMap((id) => id ?? []);
  const articleIds = tab === 'topics' ? chosen : chosen.slice(0, 2);
  return (
    <Menu.Root open={open && !disabled} onOpenChange={showExporting}>
      <Menu.Trigger
        className="btn line"
        disabled={disabled}
        title={`${t('compare.export')} (${capOf('export') ?? ''})`}
      >
        <Table2 size={14} strokeWidth={1.75} aria-hidden /> {t('compare.export')}
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {FORMATS.map((format) => (
              <Menu.Item
                key={format}
                className="menu-item"
                onClick={() => void save(articleIds, format, (path) => t('exporting.saved', { path }))}
              >
                {t(`compare.format.${format}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
