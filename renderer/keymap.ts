/**
 * Every key of the app, as data. `keys` in tinykeys' notation; the first one is shown beside the command.
 * `typing`: also works while a text field has the focus. Single letters never do (Telex and VNI type with them).
 */
export const COMMANDS = {
  import: { keys: ['$mod+o'], group: 'app', typing: true },
  importFolder: { keys: ['$mod+Shift+o'], group: 'app', typing: true },
  importUrl: { keys: ['$mod+Shift+u'], group: 'app', typing: true },
  review: { keys: ['$mod+Shift+i'], group: 'app', typing: true },
  paste: { keys: ['$mod+Shift+v'], group: 'app', typing: false },
  palette: { keys: ['$mod+k'], group: 'app', typing: true },
  export: { keys: ['$mod+e'], group: 'app', typing: true },
  settings: { keys: ['$mod+,'], group: 'app', typing: true },
  undo: { keys: ['$mod+z'], group: 'app', typing: false },
  redo: { keys: ['$mod+Shift+z', '$mod+y'], group: 'app', typing: false },
  theme: { keys: ['$mod+Shift+l'], group: 'app', typing: true },
  keys: { keys: ['Shift+?', '?'], group: 'app', typing: false },
  escape: { keys: ['Escape'], group: 'app', typing: false },

  nextPane: { keys: ['F6'], group: 'panes', typing: true },
  previousPane: { keys: ['Shift+F6'], group: 'panes', typing: true },
  addPane: { keys: ['$mod+\\'], group: 'panes', typing: true },
  closePane: { keys: ['$mod+w'], group: 'panes', typing: true },
  swapPanes: { keys: ['$mod+Shift+x'], group: 'panes', typing: true },
  toggleNotes: { keys: ['$mod+Shift+n'], group: 'panes', typing: true },
  filterList: { keys: ['$mod+Shift+k', '/'], group: 'panes', typing: false },
  facts: { keys: ['F2'], group: 'panes', typing: false },
  original: { keys: ['o'], group: 'panes', typing: false },
  versions: { keys: ['$mod+Shift+h'], group: 'panes', typing: true },
  editBlock: { keys: ['e'], group: 'reading', typing: false },

  nextBlock: { keys: ['j', 'ArrowDown'], group: 'reading', typing: false },
  previousBlock: { keys: ['k', 'ArrowUp'], group: 'reading', typing: false },
  nextWord: { keys: ['ArrowRight'], group: 'reading', typing: false },
  previousWord: { keys: ['ArrowLeft'], group: 'reading', typing: false },
  extendRight: { keys: ['Shift+ArrowRight'], group: 'reading', typing: false },
  extendLeft: { keys: ['Shift+ArrowLeft'], group: 'reading', typing: false },
  nextMark: { keys: ['n'], group: 'reading', typing: false },
  previousMark: { keys: ['p'], group: 'reading', typing: false },
  larger: { keys: ['$mod+=', '$mod+Shift++'], group: 'reading', typing: true },
  smaller: { keys: ['$mod+-'], group: 'reading', typing: true },

  directive: { keys: ['d'], group: 'marking', typing: false },
  task: { keys: ['t'], group: 'marking', typing: false },
  target: { keys: ['c'], group: 'marking', typing: false },
  deadline: { keys: ['h'], group: 'marking', typing: false },
  highlight: { keys: ['a'], group: 'marking', typing: false },
  note: { keys: ['g'], group: 'marking', typing: false },
  remove: { keys: ['Delete'], group: 'marking', typing: false },

  compare: { keys: ['$mod+Shift+d'], group: 'app', typing: true },
  codebook: { keys: ['$mod+Shift+b'], group: 'app', typing: true },
  library: { keys: [], group: 'app', typing: true },
  samples: { keys: [], group: 'app', typing: true },
} as const satisfies Record<string, KeyEntry>;

export interface KeyEntry {
  keys: readonly string[];
  group: KeyGroup;
  typing: boolean;
}

export const KEY_GROUPS = ['app', 'panes', 'reading', 'marking', 'compare', 'codebook'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];
export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

const KEY_WORDS: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Delete: 'Del',
};

/** How a key is written on a key cap: `$mod+Shift+z` is `Ctrl Shift Z`. */
export function keyCap(keys: string): string {
  if (keys === 'Shift+?') return '?';
  return keys
    .split(/\+(?=.)/)
    .map((part) => KEY_WORDS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** The key cap of a command, or null when it has no key. */
export function capOf(command: CommandName): string | null {
  const [first] = COMMANDS[command].keys as readonly string[];
  return first === undefined ? null : keyCap(first);
}
