import { call } from './bridge';
import type { CommandName } from './keymap';
import { chooseFiles, chooseFolder, importSamples } from './state/importing';
import { editCurrentBlock, toggleOriginal } from './state/original';
import { applyKind, applyNote, removeChosen } from './state/marking';
import {
  extendSelection,
  focusActivePane,
  stepBlock,
  stepMark,
  stepPane,
  stepSyllable,
} from './state/reading';
import { readerWidth } from './state/panes';
import { changeReadSize, toggleTheme } from './state/settings';
import { attempt, reportFailure, say } from './state/status';
import { redo, undo } from './state/undo';
import { addPane, closePane, setView, swapPanes, unchoose, useView } from './state/view';
import { i18next } from './strings/i18n';

async function takeBack(): Promise<void> {
  const what = await undo();
  say(what === null ? i18next.t('undo.nothing') : i18next.t('undo.did', { what }));
}

async function makeAgain(): Promise<void> {
  const what = await redo();
  say(what === null ? i18next.t('undo.nothingAgain') : i18next.t('undo.didAgain', { what }));
}

/** Closes what is on top: dialog, card, selection, another view. */
function escape(): void {
  const { dialog, chosen, view } = useView.getState();
  if (dialog !== null) setView({ dialog: null });
  else if (chosen !== null) {
    unchoose();
    focusActivePane();
  } else if (getSelection()?.isCollapsed === false) getSelection()?.removeAllRanges();
  else if (view !== 'library') setView({ view: 'library' });
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
  if (view === 'export') return;
  const articleId = (view === 'library' ? panes[active]?.articleId : null) ?? null;
  setView({ view: 'export', exportIds: articleId === null ? null : [articleId], dialog: null });
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
  compare: () => setView({ view: 'compare', dialog: null }),
  codebook: () => setView({ view: 'codebook', dialog: null }),
  library: () => setView({ view: 'library', dialog: null }),
  undo: takeBack,
  redo: makeAgain,
  theme: toggleTheme,
  escape,
  nextPane: () => stepPane(1),
  previousPane: () => stepPane(-1),
  addPane: () => addPane(readerWidth()),
  closePane: () => closePane(useView.getState().active),
  swapPanes,
  toggleNotes: () => setView({ notesOpen: !useView.getState().notesOpen }),
  filterList: () => setView({ view: 'library', filterOpen: true }),
  facts: () => openAbout('facts'),
  original: toggleOriginal,
  versions: () => openAbout('versions'),
  editBlock: editCurrentBlock,
  nextBlock: () => stepBlock(1),
  previousBlock: () => stepBlock(-1),
  nextWord: () => stepSyllable(1),
  previousWord: () => stepSyllable(-1),
  extendRight: () => extendSelection(1),
  extendLeft: () => extendSelection(-1),
  nextMark: () => stepMark(1),
  previousMark: () => stepMark(-1),
  larger: () => changeReadSize(1),
  smaller: () => changeReadSize(-1),
  directive: () => applyKind('directive'),
  task: () => applyKind('task'),
  target: () => applyKind('target'),
  deadline: () => applyKind('deadline'),
  highlight: () => applyKind('highlight'),
  note: applyNote,
  remove: removeChosen,
};

/** Runs a command of the keymap; what goes wrong is shown in the status bar. */
export function runCommand(name: CommandName): void {
  say(null);
  Promise.resolve(ACTIONS[name]()).catch(reportFailure);
}

/** Asks for another library folder. One that is refused leaves the open library as it is. */
export const changeFolder = (): Promise<boolean> => attempt(() => call('library.chooseFolder', {}));
