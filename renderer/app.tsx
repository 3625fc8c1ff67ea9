import { useEffect, useState } from 'react';
import { PanelRightOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { parsePlaceLink } from '#core/place-link';
import { ArticlesView } from './articles/articles-view';
import { CodebookView } from './codebook/codebook-view';
import { DirectivesView } from './directives/directives-view';
import { changeFolder, runCommand, runFromAnywhere } from './commands';
import { CompareView } from './compare/compare-view';
import { AcceptDialog } from './dialogs/accept-dialog';
import { FactsDialog } from './dialogs/facts-dialog';
import { KeysDialog } from './dialogs/keys-dialog';
import { Palette } from './dialogs/palette';
import { PasteDialog } from './dialogs/paste-dialog';
import { UrlDialog } from './dialogs/url-dialog';
import { VersionsDialog } from './dialogs/versions-dialog';
import { WorkspacesDialog } from './dialogs/workspaces-dialog';
import { ExportView } from './exporting/export-view';
import { Notices } from './frame/notices';
import { Rail } from './frame/rail';
import { StatusBar } from './frame/status-bar';
import { TitleBar } from './frame/title-bar';
import { ReviewView } from './importing/review-view';
import { NotesMargin } from './notes/notes-margin';
import { PhrasesView } from './phrases/phrases-view';
import { PrintView } from './printing/print-view';
import { Panes } from './reader/reader';
import { SearchView } from './search/search-view';
import { SettingsView } from './settings/settings-view';
import { Shelf } from './shelf/shelf';
import { useFocus, useFocused } from './state/focus';
import { importFiles, importPasted } from './state/importing';
import { hasPresent, useLibrary } from './state/library';
import { readerWidth } from './state/panes';
import { searchFor } from './state/search-open';
import { openPlace } from './state/going';
import { attempt } from './state/status';
import { openBeside, openHere, setView, useView } from './state/view';
import { Button, IconButton } from './ui/controls';
import { isField } from './ui/fields';
import { TasksView } from './tasks/tasks-view';
import { Welcome } from './welcome/welcome';
import { startLibrary } from './start';

/** The whole window. */
export function App() {
  const { t } = useTranslation();
  const status = useLibrary((state) => state.status);
  const dropping = useDropAndPaste();
  const focused = useFocused();
  const dim = useFocus((state) => state.dim);
  return (
    <div className={`app ${focused ? 'focused' : ''} ${focused && dim ? 'dimmed' : ''}`}>
      <TitleBar onRun={runCommand} />
      <Rail onRun={runCommand} />
      <main className="main">
        {status.is === 'ready' && <Area />}
        {status.is === 'failed' && <LibraryFailed message={status.message} />}
        {dropping && <div className="drop-overlay">{t('drop')}</div>}
        <Notices />
      </main>
      <StatusBar />
      <Dialogs />
    </div>
  );
}

/** What the rail has chosen; an empty library shows the ways in. */
function Area() {
  const view = useView((state) => state.view);
  const show = useView((state) => state.show);
  const empty = !useLibrary(hasPresent);
  const hasTrash = useLibrary((state) => state.articles.size > 0);
  switch (view) {
    case 'settings':
      return <SettingsView />;
    case 'export':
      return <ExportView />;
    case 'print':
      return <PrintView />;
    case 'articles':
      return <ArticlesView />;
    case 'compare':
      return <CompareView />;
    case 'directives':
      return <DirectivesView />;
    case 'tasks':
      return <TasksView />;
    case 'codebook':
      return <CodebookView />;
    case 'phrases':
      return <PhrasesView />;
    case 'search':
      return <SearchView />;
    case 'review':
      return <ReviewView />;
    case 'library':
      if (empty && !(hasTrash && show === 'trash')) {
        return <Welcome onRun={runCommand} onChangeFolder={() => void changeFolder()} />;
      }
      return <ReaderArea />;
  }
}

function ReaderArea() {
  const { t } = useTranslation();
  const focused = useFocused();
  const notesOpen = useView(({ notesOpen: open, chosen }) => open && (!focused || chosen !== null));
  return (
    <div className={`reader ${notesOpen ? '' : 'no-notes'}`}>
      {focused && <h1 className="sr-only">{t('comfort.focus.on')}</h1>}
      <Shelf onRun={runCommand} />
      <Panes onImport={() => runCommand('import')} />
      {notesOpen ? (
        <NotesMargin />
      ) : (
        <IconButton
          small
          className="notes-opener"
          label={t('notes.show')}
          command="toggleNotes"
          onClick={() => runCommand('toggleNotes')}
        >
          <PanelRightOpen size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}

const closeDialog = () => setView({ dialog: null });

function Dialogs() {
  const dialog = useView((state) => state.dialog);
  switch (dialog?.is) {
    case undefined:
      return null;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'paste':
      return <PasteDialog onClose={closeDialog} />;
    case 'url':
      return <UrlDialog address={dialog.address} onClose={closeDialog} />;
    case 'versions':
      return <VersionsDialog articleId={dialog.articleId} onClose={closeDialog} />;
    case 'accepting':
      return <AcceptDialog onClose={closeDialog} />;
    case 'workspaces':
      return <WorkspacesDialog saving={dialog.saving} onClose={closeDialog} />;
    case 'facts':
      return <FactsDialog articleId={dialog.articleId} onClose={closeDialog} />;
    case 'palette':
      return (
        <Palette
          onClose={closeDialog}
          onRun={(command) => {
            closeDialog();
            runFromAnywhere(command);
          }}
          onSearch={(words) => {
            closeDialog();
            searchFor(words);
          }}
          onLink={(link) => {
            closeDialog();
            void attempt(() => openPlace(link));
          }}
          onOpen={(articleId, beside) => {
            closeDialog();
            if (beside) openBeside(articleId, readerWidth());
            else openHere(articleId);
          }}
        />
      );
  }
}

function LibraryFailed({ message }: { message: string }) {
  const { t } = useTranslation();
  return (
    <div className="empty" role="alert">
      <h2>{t('failure.title')}</h2>
      <p>{message}</p>
      <p className="t3 xs">{t('failure.untouched')}</p>
      <div className="row">
        <Button look="primary" large onClick={() => void startLibrary()}>
          {t('failure.retry')}
        </Button>
        <Button look="line" large onClick={() => void changeFolder()}>
          {t('failure.choose')}
        </Button>
      </div>
    </div>
  );
}

/** Brings in what was dragged out of another program: files, a passage of a page, or the address of one. */
function bringDropped(data: DataTransfer, name: string): void {
  const files = [...data.files];
  if (files.length > 0) {
    void importFiles(files);
    return;
  }
  const text = data.getData('text/plain').trim();
  if (/^https?:\/\/\S+$/u.test(text)) setView({ dialog: { is: 'url', address: text } });
  else if (text !== '') void importPasted({ text, html: data.getData('text/html') }, name);
}

/** What is dropped anywhere on the window, and pasted outside of any field, is imported. */
function useDropAndPaste(): boolean {
  const { t } = useTranslation();
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    // What is dragged inside the window (a passage, a picture) is no import.
    let ours = false;
    const began = () => {
      ours = true;
    };
    const ended = () => {
      ours = false;
    };
    const over = (event: DragEvent) => {
      event.preventDefault();
      const types = event.dataTransfer?.types ?? [];
      if (!ours && (types.includes('Files') || types.includes('text/plain'))) setDropping(true);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      if (!ours && event.dataTransfer !== null) bringDropped(event.dataTransfer, t('report.pasted'));
    };
    const pasted = (event: ClipboardEvent) => {
      const target = event.target;
      if (isField(target) || event.clipboardData === null) return;
      const files = [...event.clipboardData.files];
      const text = event.clipboardData.getData('text/plain');
      const html = event.clipboardData.getData('text/html');
      const link = parsePlaceLink(text);
      if (files.length > 0) void importFiles(files);
      else if (link !== null) void attempt(() => openPlace(link));
      else if (text.trim() !== '') void importPasted({ text, html }, t('report.pasted'));
    };
    addEventListener('dragstart', began);
    addEventListener('dragend', ended);
    addEventListener('dragover', over);
    addEventListener('dragleave', left);
    addEventListener('drop', dropped);
    addEventListener('paste', pasted);
    return () => {
      removeEventListener('dragstart', began);
      removeEventListener('dragend', ended);
      removeEventListener('dragover', over);
      removeEventListener('dragleave', left);
      removeEventListener('drop', dropped);
      removeEventListener('paste', pasted);
    };
  }, [t]);
  return dropping;
}
