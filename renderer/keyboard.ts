import { tinykeys } from 'tinykeys';
import { COMMANDS, COMMAND_NAMES, type CommandName } from './keymap';
import { applyTagKey } from './state/marking';
import { useView } from './state/view';
import { isComposing, isField } from './ui/fields';
import { runCommand } from './commands';

/** Keys that a focused button, link or field needs for itself. */
const needsFocus = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' ';

function mayRun(name: CommandName, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event) || needsFocus(event)) return false;
  if (!COMMANDS[name].typing && isField(event.target)) return false;
  const { dialog, view } = useView.getState();
  if (dialog !== null) return name === 'escape';
  const inReader = COMMANDS[name].group === 'reading' || COMMANDS[name].group === 'marking';
  if (!inReader || name === 'larger' || name === 'smaller') return true;
  // Menus, other popups and the list use letters and arrows for themselves.
  const inList = event.target instanceof Element && event.target.closest('.shelf') !== null;
  return view === 'library' && !inList && document.querySelector('[role="menu"]') === null;
}

/** Listens for every key of the keymap, and for the digits that give tags. Returns how to stop. */
export function listenToKeys(): () => void {
  const handlers: Record<string, (event: KeyboardEvent) => void> = {};
  for (const name of COMMAND_NAMES) {
    for (const keys of COMMANDS[name].keys) {
      handlers[keys] = (event) => {
        if (!mayRun(name, event)) return;
        event.preventDefault();
        runCommand(name);
      };
    }
  }
  for (let digit = 1; digit <= 9; digit++) {
    handlers[String(digit)] = (event) => {
      if (!mayRun('highlight', event)) return;
      event.preventDefault();
      void applyTagKey(digit);
    };
  }
  return tinykeys(window, handlers);
}
