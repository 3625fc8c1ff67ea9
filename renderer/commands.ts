import { call } from './bridge';
import { COMMANDS, VIEWS_OF_GROUP, type CommandName } from './keymap';
import { escape } from './escape';
import { openAccepting } from './state/accepting';
import { chooseAllShown, stepBulk, toggleOpenCard } from './state/bulk';
import {
  chooseCurrent,
  nextTab,
  openComparison,
  pinCurrent,
  showExporting,
  stepDifference,
  stepRow,
  stepSide,
  swapSides,
} from './state/comparing';
import {
  askRemove,
  beginNew,
  beginPick,
  beginRename,
  cutTag,
  filterByTag,
  pasteTag,
  searchTag,
  useCodebook,
} from './state/codebook';
import { chooseFiles, chooseFolder, importSamples } from './state/importing';
import { linkOpenCard } from './state/linking';
import { markFound, openFind, stepHit, toggleEverywhere, toggleFindOption } from './state/finding';
import { articleActions } from './state/articles';
import { phraseActions } from './state/phrases';
import { openNoteFilter } from './state/note-filter';
import { noteWriting } from './state/note-writing';
import { toggleDim, toggleFocus } from './state/focus';
import { editCurrentBlock, toggleOriginal } from './state/original';
import { attachToSelection, openLost } from './state/lost';
import { applyDocument, applyKind, applyNote, removeChosen } from './state/marking';
import { askOccurrences } from './state/occurrences';
import { pickOverlap, stepOverlap } from './state/overlaps';
import { copyQuotation } from './state/quoting';
import { extend, selectArticle, stepBlock, stepMark, stepPane, stepSyllable } from './state/reading';
import { goAlong } from './state/going';
import { equalisePanes, movePane, splitPane, swapPanes, zoomPane } from './state/pane-layout';
import { copyCurrentLink, toggleLinked, toggleOutline } from './state/pane-tools';
import { print, savePdf } from './state/printing';
import { chooseTheme, toggleTheme } from './state/settings';
import { readAloud, stepSentence, stopReading } from './state/speaking';
import { setSearch } from './state/search';
import { openSearch } from './state/search-open';
import { searchActions } from './state/search-steps';
import { openShelfFilter } from './state/shelf-filter';
import {
  acceptAllLikeChosen,
  acceptChosen,
  chosenSuggestion,
  dismissChosen,
  editChosen,
  stepSuggestion,
  toggleSuggestions,
} from './state/suggesting';
import { toggleSuggestionBar } from './state/suggestions';
import { registerActions, setRegister } from './state/registers';
import { setTasks, taskActions } from './state/tasks';
import { attempt, reportFailure, say } from './state/status';
import { redo, undo } from './state/undo';
import { closePane, setView, useView, type View } from './state/view';
import { saveWorkspace } from './state/workspaces';
import { i18next } from './strings/i18n';
import { stepViewPart } from './ui/view-parts';

async function takeBack(): Promise<void> {
  const what = await undo();
  say(what === null ? i18next.t('undo.nothing') : i18next.t('undo.did', { what }));
}

async function makeAgain(): Promise<void> {
  const what = await redo();
  say(what === null ? i18next.t('undo.nothingAgain') : i18next.t('undo.didAgain', { what }));
}

/** The keyboard goes to the next pane (or the one before); in a comparison to the other column, elsewhere to the next part. */
function nextText(step: 1 | -1): void {
  const { view } = useView.getState();
  if (view === 'compare') stepSide();
  else if (view === 'library') stepPane(step);
  else stepViewPart(step);
}

/** A dialog about the article in the active pane. */
function openAbout(is: 'facts' | 'versions'): void {
  const { panes, active } = useView.getState();
  const articleId = panes[active]?.articleId ?? null;
  if (articleId !== null) setView({ dialog: { is, articleId } });
}

/** The export of all notes; of the article being read when it is asked for from the reader. */
function openExport(): void {
  const { panes, active, view } = useView.getState();
  const articleId = (view === 'library' ? panes[active]?.articleId : null) ?? null;
  if (view === 'compare') showExporting(true);
  else if (view === 'directives') setRegister({ exporting: true });
  else if (view === 'tasks') setTasks({ exporting: true });
  else if (view === 'search') setSearch({ exporting: true });
  else if (view !== 'export') {
    setView({ view: 'export', exportIds: articleId === null ? null : [articleId], dialog: null });
  }
}

const ACTIONS: Readonly<Record<CommandName, () => unknown>> = {
  import: chooseFiles,
  importFolder: chooseFolder,
  importUrl: () => setView({ dialog: { is: 'url', address: '' } }),
  review: () => setView({ view: 'review', dialog: null }),
  samples: importSamples,
  paste: () => setView({ dialog: { is: 'paste' } }),
  palette: () => setView({ dialog: { is: 'palette' } }),
  keys: () => setView({ dialog: { is: 'keys' } }),
  export: openExport,
  settings: () => setView({ view: 'settings', dialog: null }),
  articles: () => setView({ view: 'articles', dialog: null }),
  ...articleActions,
  compare: openComparison,
  nextDifference: () => stepDifference(1),
  previousDifference: () => stepDifference(-1),
  nextRow: () => stepRow(1),
  previousRow: () => stepRow(-1),
  chooseLeft: () => chooseCurrent('left'),
  chooseRight: () => chooseCurrent('right'),
  pinPair: () => pinCurrent(true),
  partPair: () => pinCurrent(false),
  swapSides,
  nextTab,
  directives: () => setView({ view: 'directives', dialog: null }),
  ...registerActions,
  tasks: () => setView({ view: 'tasks', dialog: null }),
  ...taskActions,
  codebook: () => setView({ view: 'codebook', dialog: null }),
  phrases: () => setView({ view: 'phrases', dialog: null }),
  ...phraseActions,
  search: openSearch,
  ...searchActions,
  library: () => setView({ view: 'library', dialog: null }),
  undo: takeBack,
  redo: makeAgain,
  print,
  savePdf,
  theme: toggleTheme,
  themeLight: () => chooseTheme('light'),
  themeDark: () => chooseTheme('dark'),
  themeSepia: () => chooseTheme('sepia'),
  themeContrast: () => chooseTheme('contrast'),
  themeSystem: () => chooseTheme('system'),
  escape,
  nextPane: () => nextText(1),
  previousPane: () => nextText(-1),
  splitRight: () => splitPane('right'),
  splitDown: () => splitPane('down'),
  closePane: () => closePane(useView.getState().active),
  swapPanes,
  movePaneLeft: () => movePane('left'),
  movePaneRight: () => movePane('right'),
  movePaneUp: () => movePane('up'),
  movePaneDown: () => movePane('down'),
  equalisePanes,
  saveWorkspace,
  workspaces: () => setView({ dialog: { is: 'workspaces', saving: false } }),
  back: () => goAlong(-1),
  forward: () => goAlong(1),
  outline: toggleOutline,
  copyLink: copyCurrentLink,
  linked: toggleLinked,
  toggleNotes: () => setView({ notesOpen: !useView.getState().notesOpen }),
  filterList: () => setView({ view: 'library', filterOpen: true }),
  narrowList: () => {
    setView({ view: 'library' });
    openShelfFilter();
  },
  newTag: () => beginNew(null),
  newTagUnder: () => beginNew(useCodebook.getState().chosen),
  renameTag: beginRename,
  moveTag: () => beginPick('move'),
  mergeTag: () => beginPick('merge'),
  removeTag: askRemove,
  cutTag,
  pasteTag,
  findTag: searchTag,
  filterByTag: () => filterByTag(useCodebook.getState().chosen),
  facts: () => openAbout('facts'),
  original: toggleOriginal,
  versions: () => openAbout('versions'),
  editBlock: editCurrentBlock,
  nextBlock: () => stepBlock(1),
  previousBlock: () => stepBlock(-1),
  nextWord: () => stepSyllable(1),
  previousWord: () => stepSyllable(-1),
  extendRight: () => extend('end', 1),
  extendLeft: () => extend('end', -1),
  startRight: () => extend('start', 1),
  startLeft: () => extend('start', -1),
  selectArticle,
  nextMark: () => stepMark(1),
  previousMark: () => stepMark(-1),
  larger: () => zoomPane(1),
  smaller: () => zoomPane(-1),
  actualSize: () => zoomPane(0),
  focus: toggleFocus,
  dim: toggleDim,
  readAloud,
  stopReading,
  nextSentence: () => stepSentence(1),
  previousSentence: () => stepSentence(-1),
  directive: () => applyKind('directive'),
  task: () => applyKind('task'),
  target: () => applyKind('target'),
  deadline: () => applyKind('deadline'),
  highlight: () => applyKind('highlight'),
  note: applyNote,
  remove: () => (chosenSuggestion() === null ? removeChosen() : dismissChosen()),
  markAll: askOccurrences,
  nextOverlap: stepOverlap,
  pickOverlap,
  copyQuotation,
  lostNotes: openLost,
  attachLost: attachToSelection,
  find: openFind,
  findNext: () => stepHit(1),
  findPrevious: () => stepHit(-1),
  findMarks: () => toggleFindOption('marks'),
  findWhole: () => toggleFindOption('wholeSyllables'),
  findCase: () => toggleFindOption('matchCase'),
  findEverywhere: toggleEverywhere,
  markFound,
  pickNote: toggleOpenCard,
  pickNext: () => stepBulk(1),
  pickPrevious: () => stepBulk(-1),
  pickAll: chooseAllShown,
  nextSuggestion: () => stepSuggestion(1),
  previousSuggestion: () => stepSuggestion(-1),
  acceptSuggestion: () => acceptChosen(),
  editSuggestion: editChosen,
  dismissSuggestion: dismissChosen,
  acceptAlike: acceptAllLikeChosen,
  acceptEverywhere: openAccepting,
  toggleSuggestions,
  suggestions: toggleSuggestionBar,
  filterNotes: openNoteFilter,
  linkNotes: linkOpenCard,
  chooseDocument: applyDocument,
  bold: () => noteWriting()?.format('bold'),
  italic: () => noteWriting()?.format('italic'),
  bulletList: () => noteWriting()?.format('bulletList'),
  noteLink: () => noteWriting()?.format('noteLink'),
  previewNote: () => noteWriting()?.togglePreview(),
};

/** Runs a command of the keymap; what goes wrong is shown in the status bar. */
export function runCommand(name: CommandName): void {
  say(null);
  Promise.resolve(ACTIONS[name]()).catch(reportFailure);
}

/**
 * Runs a command of any view, in the view where it means something; once the palette has given back the keyboard and that
 * view is drawn.
 */
export function runFromAnywhere(name: CommandName): void {
  const { group } = COMMANDS[name];
  const views: readonly View[] | undefined = group === 'panes' ? ['library'] : VIEWS_OF_GROUP[group];
  const [first] = views ?? [];
  if (first !== undefined && views?.includes(useView.getState().view) === false) setView({ view: first });
  requestAnimationFrame(() => requestAnimationFrame(() => runCommand(name)));
}

/** Asks for another library folder. One that is refused leaves the open library as it is. */
export const changeFolder = (): Promise<boolean> => attempt(() => call('library.chooseFolder', {}));
