import { useTranslation } from 'react-i18next';
import { COMMANDS, COMMAND_NAMES, KEY_GROUPS, keyCap } from '../keymap';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/controls';
import './dialogs.css';

/** Every key of the app. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <div className="keys-list">
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3 className="h">{t(`keys.${group}`)}</h3>
            {COMMAND_NAMES.filter(
              (name) => COMMANDS[name].group === group && COMMANDS[name].keys.length > 0,
            ).map((name) => (
              <div key={name} className="key-row">
                {t(`command.${name}`)}
                {COMMANDS[name].keys
                  .filter((keys, i, all) => all.findIndex((other) => keyCap(other) === keyCap(keys)) === i)
                  .map((keys) => (
                    <Kbd key={keys}>{keyCap(keys)}</Kbd>
                  ))}
              </div>
            ))}
            {group === 'marking' && (
              <div className="key-row">
                {t('command.tag')}
                <Kbd>1–9</Kbd>
              </div>
            )}
          </section>
        ))}
        <p className="xs t3">{t('keys.hint')}</p>
      </div>
    </Dialog>
  );
}
