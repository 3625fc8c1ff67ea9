import { Ellipsis } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { attachToSelection, useLost } from '../../state/lost';
import { askOccurrences } from '../../state/occurrences';
import { copyQuotation } from '../../state/quoting';
import { useView } from '../../state/view';
import { CommandKey } from '../controls';
import { mainPart } from '../main-part';

/** What else can be done with selected words. */
export function SelectionMore() {
  const { t } = useTranslation();
  const reading = useView((state) => state.view === 'library');
  const looking = useLost((state) => state.articleId !== null && state.annotationId !== null);
  return (
    <Menu.Root>
      <Menu.Trigger title={t('marking.more')} aria-label={t('marking.more')}>
        <Ellipsis size={15} strokeWidth={1.75} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={6} align="end" className="positioner">
          <Menu.Popup className="popup">
            <Menu.Item className="menu-item" onClick={askOccurrences}>
              {t('marking.all.ask')} <CommandKey command="markAll" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void copyQuotation()}>
              {t('marking.quote.copy')} <CommandKey command="copyQuotation" />
            </Menu.Item>
            {reading && looking && (
              <Menu.Item className="menu-item" onClick={() => void attachToSelection()}>
                {t('marking.lost.attachToSelection')} <CommandKey command="attachLost" />
              </Menu.Item>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
