import type { ReactNode } from 'react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../keymap';
import { CommandKey } from '../ui/controls';
import { mainPart } from '../ui/main-part';

const WAYS: readonly (readonly CommandName[])[] = [
  ['import', 'importFolder', 'paste', 'importUrl'],
  ['review'],
];

/** The ways in which articles come into the library. */
export function ImportMenu({
  onRun,
  children,
}: {
  onRun: (command: CommandName) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label={t('shelf.import')} title={t('shelf.import')}>
        {children}
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {WAYS.map((commands, i) => (
              <div key={commands[0]}>
                {i > 0 && <div className="menu-line" />}
                {commands.map((command) => (
                  <Menu.Item key={command} className="menu-item" onClick={() => onRun(command)}>
                    {t(`command.${command}`)} <CommandKey command={command} />
                  </Menu.Item>
                ))}
              </div>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
