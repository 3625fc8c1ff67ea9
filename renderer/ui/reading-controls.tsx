import type { ReactNode } from 'react';
import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { READ_FONTS } from '#core/library';
import { useLibrary } from '../state/library';
import { changeReadSize, stepReading, updateSettings } from '../state/settings';
import { IconButton, Segmented } from './controls';

/** Letters and lines of articles: font, size (15 to 24 px, or as the window's width says), spacing, length, alignment. */
export function ReadingControls() {
  const { t } = useTranslation();
  const { readFont, readSize, readJustify } = useLibrary((state) => state.settings);
  return (
    <div className="reading-controls">
      <Row name={t('comfort.type.font')}>
        <Segmented
          label={t('comfort.type.font')}
          value={readFont}
          options={READ_FONTS.map((value) => ({ value, text: t(`comfort.type.fonts.${value}`) }))}
          onChange={(value) => updateSettings({ readFont: value })}
        />
      </Row>
      <Row name={t('settings.size')}>
        <Stepper
          name={t('settings.size')}
          less={t('panes.smaller')}
          more={t('panes.larger')}
          onStep={changeReadSize}
          atLeast={readSize === 15}
          atMost={readSize === 24}
        >
          <button
            type="button"
            className="btn num"
            onClick={() => updateSettings({ readSize: null })}
            title={t('settings.sizeAuto')}
          >
            {readSize === null ? t('settings.sizeAuto') : `${readSize} px`}
          </button>
        </Stepper>
      </Row>
      <LineControls />
      <Row name={t('comfort.type.justify')}>
        <Segmented
          label={t('comfort.type.justify')}
          value={readJustify ? 'both' : 'left'}
          options={(['left', 'both'] as const).map((value) => ({
            value,
            text: t(`comfort.type.justified.${value}`),
          }))}
          onChange={(value) => updateSettings({ readJustify: value === 'both' })}
        />
      </Row>
    </div>
  );
}

/** How far apart lines stand, and how long they may be. */
function LineControls() {
  const { t, i18n } = useTranslation();
  const { readLineHeight, readMeasure } = useLibrary((state) => state.settings);
  const lineHeight = readLineHeight.toLocaleString(i18n.language, { maximumFractionDigits: 2 });
  return (
    <>
      <Row name={t('settings.lineHeight')}>
        <Stepper
          name={t('settings.lineHeight')}
          less={t('comfort.type.tighter')}
          more={t('comfort.type.looser')}
          onStep={(step) => stepReading('readLineHeight', step)}
          atLeast={readLineHeight <= 1.5}
          atMost={readLineHeight >= 2.2}
        >
          {lineHeight}
        </Stepper>
      </Row>
      <Row name={t('comfort.type.measure')}>
        <Stepper
          name={t('comfort.type.measure')}
          less={t('comfort.type.narrower')}
          more={t('comfort.type.wider')}
          onStep={(step) => stepReading('readMeasure', step)}
          atLeast={readMeasure <= 45}
          atMost={readMeasure >= 100}
        >
          {t('comfort.type.measureValue', { value: readMeasure })}
        </Stepper>
      </Row>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <span className="name">{name}</span>
      {children}
    </div>
  );
}

interface StepperProps {
  name: string;
  less: string;
  more: string;
  onStep: (step: 1 | -1) => void;
  atLeast: boolean;
  atMost: boolean;
  /** The value as it is. */
  children: ReactNode;
}

function Stepper({ name, less, more, onStep, atLeast, atMost, children }: StepperProps) {
  return (
    <span className="stepper" role="group" aria-label={name}>
      <IconButton small label={less} disabled={atLeast} onClick={() => onStep(-1)}>
        <Minus size={14} aria-hidden />
      </IconButton>
      <span className="num value" aria-live="polite">
        {children}
      </span>
      <IconButton small label={more} disabled={atMost} onClick={() => onStep(1)}>
        <Plus size={14} aria-hidden />
      </IconButton>
    </span>
  );
}
