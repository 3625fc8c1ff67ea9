import { Fragment } from 'react';
import { ChevronDown, ChevronUp, ScanText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MachineRead } from '#core/article';
import { IconButton } from '../ui/controls';

interface MachineReadLineProps {
  machineRead: MachineRead;
  onStep: (step: 1 | -1) => void;
}

/** Under the title: that a machine read this text, how sure it was, and the way to the words to look at. */
export function MachineReadLine({ machineRead, onStep }: MachineReadLineProps) {
  const { t } = useTranslation();
  const { confidence, doubtful } = machineRead;
  const words = [
    t('original.machineRead'),
    t('original.confidence', { percent: Math.round(confidence) }),
    doubtful.length === 0 ? t('original.noDoubt') : t('original.doubtful', { count: doubtful.length }),
  ];
  return (
    <p className="machine-read">
      <ScanText size={14} strokeWidth={1.75} aria-hidden />
      <span>
        {words.map((part, i) => (
          <Fragment key={part}>
            {i > 0 && ' · '}
            <span className="nb">{part}</span>
          </Fragment>
        ))}
      </span>
      {doubtful.length > 0 && (
        <span className="steps">
          <IconButton small label={t('original.previousDoubt')} onClick={() => onStep(-1)}>
            <ChevronUp size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton small label={t('original.nextDoubt')} onClick={() => onStep(1)}>
            <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </span>
      )}
    </p>
  );
}
