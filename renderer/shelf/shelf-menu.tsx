import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { SORTS } from '#core/library';
import { openShelfFilter } from '../state/shelf-filter';
import { setView, useView, type Show, type Sort } from '../state/view';
import { CommandKey } from '../ui/controls';
import { mainPart } from '../ui/main-part';

/** What an article of the list is, as far as one can choose. */
export const SHOWS = [
  { show: 'all', words: 'shelf.showAll' },
  { show: 'unread', words: 'shelving.unread' },
  { show: 'reading', words: 'shelving.reading' },
  { show: 'starred', words: 'shelving.starred' },
  { show: 'marked', words: 'shelf.showMarked' },
  { show: 'unmarked', words: 'codebook.showUnmarked' },
  { show: 'lost', words: 'codebook.showLost' },
  { show: 'archived', words: 'shelving.archived' },
  { show: 'trash', words: 'shelf.showTrash' },
] as const satisfies readonly { show: Show; words: string }[];

/** What the list shows and in which order. */
export function ShelfMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const sort = useView((state) => state.sort);
  const show = useView((state) => state.show);
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={t('shelf.filter')} title={t('shelf.filter')}>
        {children}
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            <Menu.Item className="menu-item" onClick={() => setView({ filterOpen: true })}>
              <Tick on={false} />
              {t('command.filterList')} <CommandKey command="filterList" />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={openShelfFilter}>
              <Tick on={false} />
              {t('command.narrowList')} <CommandKey command="narrowList" />
            </Menu.Item>
            <div className="menu-line" />
            <Menu.RadioGroup value={show} onValueChange={(value: Show) => setView({ show: value })}>
              <div className="h menu-label">{t('shelf.show')}</div>
              {SHOWS.map((option) => (
                <Menu.RadioItem key={option.show} value={option.show} className="menu-item" closeOnClick>
                  <Tick on={option.show === show} />
                  {t(option.words)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <div className="menu-line" />
            <Menu.RadioGroup value={sort} onValueChange={(value: Sort) => setView({ sort: value })}>
              <div className="h menu-label">{t('shelf.sort')}</div>
              {SORTS.map((option) => (
                <Menu.RadioItem key={option} value={option} className="menu-item" closeOnClick>
                  <Tick on={option === sort} />
                  {t(`shelf.sortBy.${option}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const Tick = ({ on }: { on: boolean }) => (
  <Check size={14} aria-hidden style={{ visibility: on ? 'visible' : 'hidden' }} />
);
