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
  print: { keys: ['$mod+p'], group: 'app', typing: true },
  savePdf: { keys: ['$mod+s'], group: 'app', typing: true },
  theme: { keys: ['$mod+Shift+l'], group: 'app', typing: true },
  themeLight: { keys: [], group: 'app', typing: true },
  themeDark: { keys: [], group: 'app', typing: true },
  themeSepia: { keys: [], group: 'app', typing: true },
  themeContrast: { keys: [], group: 'app', typing: true },
  themeSystem: { keys: [], group: 'app', typing: true },
  keys: { keys: ['Shift+?', '?'], group: 'app', typing: false },
  escape: { keys: ['Escape'], group: 'app', typing: false },

  nextPane: { keys: ['F6'], group: 'panes', typing: true },
  previousPane: { keys: ['Shift+F6'], group: 'panes', typing: true },
  splitRight: { keys: ['$mod+\\'], group: 'panes', typing: true },
  splitDown: { keys: ['$mod+Shift+|', '$mod+Shift+\\'], group: 'panes', typing: true },
  closePane: { keys: ['$mod+w'], group: 'panes', typing: true },
  swapPanes: { keys: ['$mod+Shift+x'], group: 'panes', typing: true },
  movePaneLeft: { keys: ['$mod+Alt+ArrowLeft'], group: 'panes', typing: true },
  movePaneRight: { keys: ['$mod+Alt+ArrowRight'], group: 'panes', typing: true },
  movePaneUp: { keys: ['$mod+Alt+ArrowUp'], group: 'panes', typing: true },
  movePaneDown: { keys: ['$mod+Alt+ArrowDown'], group: 'panes', typing: true },
  equalisePanes: { keys: ['$mod+Shift+e'], group: 'panes', typing: true },
  larger: { keys: ['$mod+=', '$mod+Shift++'], group: 'panes', typing: true },
  smaller: { keys: ['$mod+-'], group: 'panes', typing: true },
  actualSize: { keys: ['$mod+0'], group: 'panes', typing: true },
  saveWorkspace: { keys: ['$mod+Shift+s'], group: 'panes', typing: true },
  workspaces: { keys: ['$mod+Shift+w'], group: 'panes', typing: true },
  toggleNotes: { keys: ['$mod+Shift+n'], group: 'panes', typing: true },
  filterList: { keys: ['$mod+Shift+k', '/'], group: 'panes', typing: false },
  narrowList: { keys: ['Alt+l'], group: 'panes', typing: true },
  original: { keys: ['o'], group: 'panes', typing: false },
  versions: { keys: ['$mod+Shift+h'], group: 'panes', typing: true },
  editBlock: { keys: ['e'], group: 'reading', typing: false },

  facts: { keys: ['F2'], group: 'reading', typing: false },
  nextBlock: { keys: ['j', 'ArrowDown'], group: 'reading', typing: false },
  previousBlock: { keys: ['k', 'ArrowUp'], group: 'reading', typing: false },
  nextMark: { keys: ['n'], group: 'reading', typing: false },
  previousMark: { keys: ['p'], group: 'reading', typing: false },
  back: { keys: ['Alt+ArrowLeft'], group: 'reading', typing: false },
  forward: { keys: ['Alt+ArrowRight'], group: 'reading', typing: false },
  outline: { keys: ['m'], group: 'reading', typing: false },
  copyLink: { keys: ['y'], group: 'reading', typing: false },
  linked: { keys: ['l'], group: 'reading', typing: false },
  focus: { keys: ['F9'], group: 'reading', typing: true },
  dim: { keys: ['Shift+F9'], group: 'reading', typing: true },
  readAloud: { keys: ['F7'], group: 'reading', typing: true },
  stopReading: { keys: ['Shift+F7'], group: 'reading', typing: true },
  nextSentence: { keys: ['$mod+F7'], group: 'reading', typing: true },
  previousSentence: { keys: ['$mod+Shift+F7'], group: 'reading', typing: true },

  nextWord: { keys: ['ArrowRight'], group: 'marking', typing: false },
  previousWord: { keys: ['ArrowLeft'], group: 'marking', typing: false },
  extendRight: { keys: ['Shift+ArrowRight'], group: 'marking', typing: false },
  extendLeft: { keys: ['Shift+ArrowLeft'], group: 'marking', typing: false },
  startRight: { keys: ['Alt+Shift+ArrowRight'], group: 'marking', typing: false },
  startLeft: { keys: ['Alt+Shift+ArrowLeft'], group: 'marking', typing: false },
  selectArticle: { keys: ['$mod+a'], group: 'marking', typing: false },
  directive: { keys: ['d'], group: 'marking', typing: false },
  task: { keys: ['t'], group: 'marking', typing: false },
  target: { keys: ['c'], group: 'marking', typing: false },
  deadline: { keys: ['h'], group: 'marking', typing: false },
  highlight: { keys: ['a'], group: 'marking', typing: false },
  note: { keys: ['g'], group: 'marking', typing: false },
  remove: { keys: ['Delete'], group: 'marking', typing: false },
  markAll: { keys: ['Shift+a'], group: 'marking', typing: false },
  copyQuotation: { keys: ['$mod+Shift+c'], group: 'marking', typing: false },

  find: { keys: ['$mod+f'], group: 'find', typing: true },
  findNext: { keys: ['F3'], group: 'find', typing: true },
  findPrevious: { keys: ['Shift+F3'], group: 'find', typing: true },
  findMarks: { keys: ['Alt+d'], group: 'find', typing: true },
  findWhole: { keys: ['Alt+t'], group: 'find', typing: true },
  findCase: { keys: ['Alt+c'], group: 'find', typing: true },
  findEverywhere: { keys: ['Alt+p'], group: 'find', typing: true },
  markFound: { keys: ['Alt+a'], group: 'find', typing: true },

  nextOverlap: { keys: ['v'], group: 'notes', typing: false },
  pickOverlap: { keys: ['Shift+v'], group: 'notes', typing: false },
  lostNotes: { keys: ['Shift+r'], group: 'notes', typing: false },
  attachLost: { keys: ['r'], group: 'notes', typing: false },
  pickNote: { keys: ['x'], group: 'notes', typing: false },
  pickNext: { keys: ['Shift+n'], group: 'notes', typing: false },
  pickPrevious: { keys: ['Shift+p'], group: 'notes', typing: false },
  pickAll: { keys: ['$mod+Shift+a'], group: 'notes', typing: false },
  nextSuggestion: { keys: ['s'], group: 'notes', typing: false },
  previousSuggestion: { keys: ['Shift+s'], group: 'notes', typing: false },
  acceptSuggestion: { keys: ['Enter'], group: 'notes', typing: false },
  editSuggestion: { keys: ['Alt+Enter'], group: 'notes', typing: false },
  dismissSuggestion: { keys: ['Backspace'], group: 'notes', typing: false },
  acceptAlike: { keys: ['Shift+Enter'], group: 'notes', typing: false },
  acceptEverywhere: { keys: ['$mod+Shift+j'], group: 'notes', typing: true },
  toggleSuggestions: { keys: ['i'], group: 'notes', typing: false },
  suggestions: { keys: ['Shift+i'], group: 'notes', typing: false },
  filterNotes: { keys: ['f'], group: 'notes', typing: false },
  linkNotes: { keys: ['Shift+l'], group: 'notes', typing: false },
  chooseDocument: { keys: ['Shift+d'], group: 'notes', typing: false },
  bold: { keys: ['$mod+b'], group: 'notes', typing: true },
  italic: { keys: ['$mod+i'], group: 'notes', typing: true },
  bulletList: { keys: ['$mod+Shift+*'], group: 'notes', typing: true },
  noteLink: { keys: ['$mod+l'], group: 'notes', typing: true },
  previewNote: { keys: ['$mod+Shift+m'], group: 'notes', typing: true },

  nextDifference: { keys: ['n'], group: 'compare', typing: false },
  previousDifference: { keys: ['p'], group: 'compare', typing: false },
  nextRow: { keys: ['j'], group: 'compare', typing: false },
  previousRow: { keys: ['k'], group: 'compare', typing: false },
  chooseLeft: { keys: ['['], group: 'compare', typing: false },
  chooseRight: { keys: [']'], group: 'compare', typing: false },
  pinPair: { keys: ['u'], group: 'compare', typing: false },
  partPair: { keys: ['x'], group: 'compare', typing: false },
  swapSides: { keys: ['s'], group: 'compare', typing: false },
  nextTab: { keys: ['v'], group: 'compare', typing: false },

  findDirective: { keys: ['$mod+f'], group: 'directives', typing: true },
  mergeDirective: { keys: ['$mod+g'], group: 'directives', typing: false },
  nextRegisterTab: { keys: ['v'], group: 'directives', typing: false },
  pickDirective: { keys: ['x'], group: 'directives', typing: false },
  splitDirective: { keys: ['s'], group: 'directives', typing: false },
  unmergeDirective: { keys: ['u'], group: 'directives', typing: false },
  timelineNearer: { keys: ['+', 'Shift++', '='], group: 'directives', typing: false },
  timelineFurther: { keys: ['-'], group: 'directives', typing: false },
  timelineAll: { keys: ['f'], group: 'directives', typing: false },

  findTask: { keys: ['$mod+f'], group: 'tasks', typing: true },
  nextTaskTab: { keys: ['v'], group: 'tasks', typing: false },
  editTaskCell: { keys: ['F2'], group: 'tasks', typing: false },
  changeProgress: { keys: ['s'], group: 'tasks', typing: false },
  openTask: { keys: ['$mod+Enter'], group: 'tasks', typing: false },
  peekTask: { keys: ['Space'], group: 'tasks', typing: false },
  copyTask: { keys: ['c'], group: 'tasks', typing: false },
  removeTask: { keys: ['Delete'], group: 'tasks', typing: false },

  newTag: { keys: ['n', 'Insert'], group: 'codebook', typing: false },
  newTagUnder: { keys: ['Shift+n'], group: 'codebook', typing: false },
  renameTag: { keys: ['F2'], group: 'codebook', typing: false },
  moveTag: { keys: ['$mod+m'], group: 'codebook', typing: false },
  mergeTag: { keys: ['$mod+g'], group: 'codebook', typing: false },
  removeTag: { keys: ['Delete'], group: 'codebook', typing: false },
  cutTag: { keys: ['$mod+x'], group: 'codebook', typing: false },
  pasteTag: { keys: ['$mod+v'], group: 'codebook', typing: false },
  findTag: { keys: ['$mod+f'], group: 'codebook', typing: true },
  filterByTag: { keys: ['$mod+l'], group: 'codebook', typing: false },

  nextPhraseTab: { keys: ['v'], group: 'phrases', typing: false },
  findPhrase: { keys: ['$mod+f'], group: 'phrases', typing: true },
  savePhrases: { keys: ['x'], group: 'phrases', typing: false },
  renameBody: { keys: ['F2'], group: 'phrases', typing: false },
  aliasBody: { keys: ['n', 'Insert'], group: 'phrases', typing: false },
  mergeBody: { keys: ['$mod+g'], group: 'phrases', typing: false },
  switchBody: { keys: ['b'], group: 'phrases', typing: false },
  filterByBody: { keys: ['$mod+l'], group: 'phrases', typing: false },
  removeBody: { keys: ['Delete'], group: 'phrases', typing: false },

  findInLibrary: { keys: ['$mod+f'], group: 'search', typing: true },
  nextSearchTab: { keys: ['Alt+k'], group: 'search', typing: true },
  searchMarks: { keys: ['Alt+d'], group: 'search', typing: true },
  openBesideFound: { keys: ['$mod+Enter'], group: 'search', typing: true },
  saveSearch: { keys: ['$mod+d'], group: 'search', typing: true },
  searchWhole: { keys: ['Alt+t'], group: 'search', typing: true },
  searchOtherWays: { keys: ['Alt+y'], group: 'search', typing: true },
  searchCase: { keys: ['Alt+c'], group: 'search', typing: true },
  contextNotes: { keys: ['Alt+g'], group: 'search', typing: true },
  tagFound: { keys: ['Alt+a'], group: 'search', typing: true },
  collectFound: { keys: ['Alt+b'], group: 'search', typing: true },
  exportFound: { keys: ['Alt+x'], group: 'search', typing: true },

  findArticle: { keys: ['$mod+f'], group: 'articles', typing: true },
  newCollection: { keys: ['n', 'Insert'], group: 'articles', typing: false },
  newCollectionUnder: { keys: ['Shift+n'], group: 'articles', typing: false },
  renameCollection: { keys: ['F2'], group: 'articles', typing: false },
  moveCollection: { keys: ['$mod+Shift+m'], group: 'articles', typing: false },
  readCollection: { keys: ['$mod+l'], group: 'articles', typing: false },
  collectArticles: { keys: ['$mod+m'], group: 'articles', typing: false },

  articles: { keys: ['$mod+Shift+y'], group: 'app', typing: true },
  compare: { keys: ['$mod+Shift+d'], group: 'app', typing: true },
  directives: { keys: ['$mod+Shift+g'], group: 'app', typing: true },
  tasks: { keys: ['$mod+Shift+t'], group: 'app', typing: true },
  codebook: { keys: ['$mod+Shift+b'], group: 'app', typing: true },
  phrases: { keys: ['$mod+Shift+p'], group: 'app', typing: true },
  search: { keys: ['$mod+Shift+f'], group: 'app', typing: true },
  library: { keys: [], group: 'app', typing: true },
  samples: { keys: [], group: 'app', typing: true },
} as const satisfies Record<string, KeyEntry>;

export interface KeyEntry {
  keys: readonly string[];
  group: KeyGroup;
  typing: boolean;
}

export const KEY_GROUPS = [
  'app',
  'panes',
  'reading',
  'marking',
  'find',
  'notes',
  'compare',
  'directives',
  'tasks',
  'codebook',
  'phrases',
  'search',
  'articles',
] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];
export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** The views in which the keys of a group work; those of the other groups work everywhere. */
export const VIEWS_OF_GROUP: Partial<
  Record<
    KeyGroup,
    readonly (
      'library' | 'compare' | 'directives' | 'tasks' | 'codebook' | 'phrases' | 'search' | 'articles'
    )[]
  >
> = {
  reading: ['library'],
  marking: ['library', 'compare'],
  find: ['library'],
  notes: ['library'],
  compare: ['compare'],
  directives: ['directives'],
  tasks: ['tasks'],
  codebook: ['codebook'],
  phrases: ['phrases'],
  search: ['search'],
  articles: ['articles'],
};

const KEY_WORDS: Readonly<Record<string, string>> = {
  $mod: 'Ctrl',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
  Insert: 'Ins',
  '|': '\\',
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
