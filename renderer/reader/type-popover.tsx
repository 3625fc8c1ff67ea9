import { Popover } from '@base-ui/react/popover';
import { Type } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ReadingControls } from '../ui/reading-controls';
import { ThemeTiles } from '../ui/theme-tiles';

/** Letters, lines and theme, where the text is: every change is seen at once. */
export function TypePopover() {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger className="icon-button small" aria-label={t('reader.type')} title={t('reader.type')}>
        <Type size={14} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="end" className="positioner">
          <Popover.Popup className="popup type-popup" aria-label={t('reader.type')}>
            <ThemeTiles />
            <div className="menu-line" />
            <ReadingControls />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
