import { tinykeys } from 'tinykeys';
import { COMMANDS, COMMAND_NAMES, VIEWS_OF_GROUP, type CommandName, type KeyEntry } from './keymap';
import { applyTagKey } from './state/marking';
import { chosenSuggestion } from './state/suggesting';
import { useView, type View } from './state/view';
import { isComposing, isField } from './ui/fields';
import { runCommand } from './commands';

/** Keys that a focused button, link or field needs for itself. */
const needsFocus = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (key === 'Enter' && !ctrlKey && !metaKey) || key === ' ';

/** What a key decides about the open suggestion; these keys are nobody's while none is open. */
const DECISIONS: ReadonlySet<CommandName> = new Set<CommandName>([
  'acceptSuggestion',
  'editSuggestion',
  'dismissSuggestion',
  'acceptAlike',
]);
const CONTROLS = 'button, a, select, summary, mark, [role="option"], [role="treeitem"], [role="separator"]';

/** A key that is held down decides once, and a focused control keeps its keys. */
const mayDecide = (event: KeyboardEvent): boolean =>
  !event.repeat &&
  chosenSuggestion() !== null &&
  !(event.target instanceof Element && event.target.closest(CONTROLS) !== null);

/** Lists and menus use letters, digits and arrows for themselves. */
const isTaken = (event: KeyboardEvent): boolean =>
  !(event.ctrlKey || event.metaKey || event.altKey || /^F\d/u.test(event.key)) &&
  ((event.target instanceof Element && event.target.closest('.shelf') !== null) ||
    document.querySelector('[role="menu"]') !== null);

function mayRun(name: CommandName, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return false;
  if (DECISIONS.has(name) ? !mayDecide(event) : needsFocus(event)) return false;
  const { typing, group }: KeyEntry = COMMANDS[name];
  if (!typing && isField(event.target)) return false;
  const { dialog, view } = useView.getState();
  if (dialog !== null) return name === 'escape';
  const views: readonly View[] | undefined = VIEWS_OF_GROUP[group];
  return views === undefined || (views.includes(view) && !isTaken(event));
}

/** Listens for every key of the keymap, and for the digits that give tags. Returns how to stop. */
export function listenToKeys(): () => void {
  const commandsOf = new Map<string, CommandName[]>();
  for (const name of COMMAND_NAMES) {
    for (const keys of COMMANDS[name].keys) commandsOf.set(keys, [...(commandsOf.get(keys) ?? []), name]);
  }
  const handlers: Record<string, (event: KeyboardEvent) => void> = {};
  for (const [keys, names] of commandsOf) {
    handlers[keys] = (event) => {
      // Views share keys: at most one of a key's commands may run at a time.
      const name = names.find((each) => mayRun(each, event));
      if (name === undefined) return;
      event.preventDefault();
      runCommand(name);
    };
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
