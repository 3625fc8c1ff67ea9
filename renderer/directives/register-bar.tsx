import { FileOutput, TriangleAlert } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveRow } from '#core/directive';
import { call } from '../bridge';
import { isUndecided, setRegister, useRegister } from '../state/registers';
import { attempt, say } from '../state/status';
import { Segmented } from '../ui/controls';
import { collator } from '../ui/format';
import { mainPart } from '../ui/main-part';

interface RegisterBarProps {
  rows: readonly DirectiveRow[];
  shown: readonly DirectiveRow[];
  /** How many articles were looked through, of how many. */
  progress: { done: number; total: number };
}

/** How many documents there are, what they are narrowed to, and the export. */
export function RegisterBar({ rows, shown, progress: { done, total } }: RegisterBarProps) {
  const { t } = useTranslation();
  const { words, type, undecided, tab, asked } = useRegister();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  const types = useMemo(() => [...new Set(rows.map((row) => row.type))].sort(collator.compare), [rows]);
  const doubts = useMemo(() => rows.filter(isUndecided).length, [rows]);
  return (
    <div className="bar" role="search" aria-label={t('register.filter')}>
      <h1>{t('register.title')}</h1>
      <span className="cnt xs num" role="status">
        {shown.length === rows.length
          ? rows.length.toLocaleString('vi-VN')
          : t('register.found', { count: shown.length, all: rows.length })}
      </span>
      <Segmented
        label={t('register.tabs')}
        value={tab}
        options={[
          { value: 'list', text: t('register.list') },
          { value: 'coverage', text: t('register.coverage') },
        ]}
        onChange={(value) => setRegister({ tab: value })}
      />
      <input
        ref={field}
        className="input register-words"
        type="search"
        value={words}
        placeholder={t('register.words')}
        aria-label={t('register.words')}
        onChange={(event) => setRegister({ words: event.target.value })}
      />
      <select
        className="input register-type"
        aria-label={t('register.column.type')}
        value={type ?? ''}
        onChange={(event) => setRegister({ type: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{t('register.allTypes')}</option>
        {types.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      {(doubts > 0 || undecided) && (
        <button
          type="button"
          className={`chip doubt ${undecided ? 'on' : ''}`}
          aria-pressed={undecided}
          onClick={() => setRegister({ undecided: !undecided })}
        >
          <TriangleAlert size={13} aria-hidden /> {t('register.undecided', { count: doubts })}
        </button>
      )}
      <span className="end" />
      {done < total && (
        <span className="xs t3 num" role="status">
          {t('register.looking', { done, total })}
        </span>
      )}
      <ExportMenu ids={shown.map(({ id }) => id)} />
    </div>
  );
}

const FORMATS = ['csv', 'html', 'markdown'] as const;

/** Saves *Danh mục văn bản*, the documents that are shown, in their order. */
function ExportMenu({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const save = (format: (typeof FORMATS)[number]) =>
    attempt(async () => {
      const { path } = await call('directives.save', { ids, format });
      if (path !== null) say(t('register.saved', { path }));
    });
  return (
    <Menu.Root>
      <Menu.Trigger className="btn line" disabled={ids.length === 0}>
        <FileOutput size={15} strokeWidth={1.75} aria-hidden /> {t('register.export')}
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {FORMATS.map((format) => (
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
