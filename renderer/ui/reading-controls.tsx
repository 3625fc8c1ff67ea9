import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#core/library';
import { useLibrary } from '../state/library';
import { changeReadSize, updateSettings } from '../state/settings';
import { IconButton, Segmented } from './controls';

const LINE_HEIGHTS = ['1.55', '1.72', '1.9'] as const;
const nearestOf = (settings: Settings) =>
  LINE_HEIGHTS.reduce((best, value) =>
    Math.abs(Number(value) - settings.readLineHeight) < Math.abs(Number(best) - settings.readLineHeight)
      ? value
      : best,
  );

/** Text size (15 to 24 px, or as the window's width says) and line spacing of articles. */
export function ReadingControls() {
  const { t } = useTranslation();
  const settings = useLibrary((state) => state.settings);
  return (
    <div className="reading-controls">
      <div>
        <span className="name">{t('settings.size')}</span>
        <span className="stepper">
          <IconButton small label={t('panes.smaller')} onClick={() => changeReadSize(-1)}>
            <Minus size={14} aria-hidden />
          </IconButton>
          <button
            type="button"
            className="btn num"
            style={{ minWidth: 84, justifyContent: 'center' }}
            onClick={() => updateSettings({ readSize: null })}
            title={t('settings.sizeAuto')}
          >
            {settings.readSize === null ? t('settings.sizeAuto') : `${settings.readSize} px`}
          </button>
          <IconButton small label={t('panes.larger')} onClick={() => changeReadSize(1)}>
            <Plus size={14} aria-hidden />
          </IconButton>
        </span>
      </div>
      <div>
        <span className="name">{t('settings.lineHeight')}</span>
        <Segmented
          label={t('settings.lineHeight')}
          value={nearestOf(settings)}
          options={LINE_HEIGHTS.map((value) => ({ value, text: value.replace('.', ',') }))}
          onChange={(value) => updateSettings({ readLineHeight: Number(value) })}
        />
      </div>
    </div>
  );
}
