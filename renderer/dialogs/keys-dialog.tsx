import { useState } from 'react';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { COMMANDS, COMMAND_NAMES, KEY_GROUPS, keyCap, type CommandName, type KeyGroup } from '../keymap';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/controls';
import { filterBy } from '../ui/format';
import { en } from '../strings/en';
import { vi } from '../strings/vi';
import './dialogs.css';

interface KeyRow {
  id: CommandName | 'tag';
  /** As they are written on key caps, each once. */
  caps: readonly string[];
}

const ROWS: ReadonlyMap<KeyGroup, readonly KeyRow[]> = new Map(
  KEY_GROUPS.map((group) => [group, rowsOf(group)]),
);

function rowsOf(group: KeyGroup): KeyRow[] {
  const rows = COMMAND_NAMES.filter((name) => COMMANDS[name].group === group).map((name): KeyRow => ({
    id: name,
    caps: [...new Set(COMMANDS[name].keys.map(keyCap))],
  }));
  // The digits are bound to the tags that the library has.
  if (group === 'marking') rows.push({ id: 'tag', caps: ['1–9'] });
  return rows.filter(({ caps }) => caps.length > 0);
}

/** Every key of the app; typing leaves those whose command, in either language, or key fits. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const fits = filterBy(typed);
  const groups = KEY_GROUPS.map((group) => ({
    group,
    rows: (ROWS.get(group) ?? []).filter(({ id, caps }) =>
      fits(`${vi.command[id]} ${en.command[id]} ${caps.join(' ')} ${vi.keys[group]} ${en.keys[group]}`),
    ),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <label className="keys-filter">
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <input
          type="text"
          aria-label={t('keys.filter')}
          placeholder={t('keys.filter')}
          spellCheck={false}
          autoComplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div className="keys-sheet">
        {groups.map(({ group, rows }) => (
          <section key={group} aria-label={t(`keys.${group}`)}>
            <h3 className="h">{t(`keys.${group}`)}</h3>
            {rows.map(({ id, caps }) => (
              <div key={id} className="key-row">
                <span className="grow">{t(`command.${id}`)}</span>
                {caps.map((cap) => (
                  <Kbd key={cap}>{cap}</Kbd>
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
      {groups.length === 0 && <p className="keys-none t2">{t('keys.none')}</p>}
      <p className="xs t2">{t('keys.hint')}</p>
    </Dialog>
  );
}
