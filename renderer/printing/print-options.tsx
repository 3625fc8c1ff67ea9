import { Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { choosePrint, usePrinting } from '../state/printing';
import { IconButton, Segmented } from '../ui/controls';

/** Sizes of printed letters, in points. */
const POINTS = { least: 9, most: 18 } as const;

export function PrintOptions() {
  const { t } = useTranslation();
  const { marks, notes, numbers, colour, points } = usePrinting((state) => state.options);
  return (
    <section className="print-options scroll">
      <h2 className="h">{t('comfort.print.what')}</h2>
      <Check on={marks} words={t('comfort.print.marks')} onChange={(on) => choosePrint({ marks: on })} />
      <Check
        on={numbers}
        words={t('comfort.print.numbers')}
        onChange={(on) => choosePrint({ numbers: on })}
      />
      <h2 className="h">{t('comfort.print.notes')}</h2>
      <Segmented
        label={t('comfort.print.notes')}
        value={notes}
        options={(['none', 'end', 'margin'] as const).map((value) => ({
          value,
          text: t(`comfort.print.notesAt.${value}`),
        }))}
        onChange={(value) => choosePrint({ notes: value })}
      />
      <h2 className="h">{t('comfort.print.ink')}</h2>
      <Segmented
        label={t('comfort.print.ink')}
        value={colour ? 'colour' : 'grey'}
        options={(['colour', 'grey'] as const).map((value) => ({
          value,
          text: t(`comfort.print.inks.${value}`),
        }))}
        onChange={(value) => choosePrint({ colour: value === 'colour' })}
      />
      <p className="xs t3">{t('comfort.print.inkHint')}</p>
      <h2 className="h">{t('comfort.print.size')}</h2>
      <span className="print-size" role="group" aria-label={t('comfort.print.size')}>
        <IconButton
          small
          label={t('comfort.print.smaller')}
          disabled={points <= POINTS.least}
          onClick={() => choosePrint({ points: points - 1 })}
        >
          <Minus size={14} aria-hidden />
        </IconButton>
        <span className="num med xs" aria-live="polite">
          {t('comfort.print.points', { value: points })}
        </span>
        <IconButton
          small
          label={t('comfort.print.larger')}
          disabled={points >= POINTS.most}
          onClick={() => choosePrint({ points: points + 1 })}
        >
          <Plus size={14} aria-hidden />
        </IconButton>
      </span>
      <p className="xs t3">{t('comfort.print.look')}</p>
    </section>
  );
}

function Check({ on, words, onChange }: { on: boolean; words: string; onChange: (on: boolean) => void }) {
  return (
    <label className="print-check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {words}
    </label>
  );
}
