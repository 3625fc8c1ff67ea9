import { useState, type SubmitEvent } from 'react';
import { Check, Pencil, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SavedWorkspace } from '#core/library';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';
import { useView } from '../state/view';
import { openWorkspace, removeWorkspace, renameWorkspace, saveWorkspaceAs } from '../state/workspaces';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import { collator, dayText } from '../ui/format';
import './dialogs.css';
import './workspaces.css';

/** Arrangements of panes that were kept under a name: open, save, rename, delete. */
export function WorkspacesDialog({ saving, onClose }: { saving: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const workspaces = useLibrary((state) => state.workspaces);
  const readOnly = useLibrary((state) => state.readOnly);
  const sorted = workspaces.toSorted((a, b) => collator.compare(a.name, b.name));
  return (
    <Dialog title={t('panes.workspaces.title')} onClose={onClose}>
      {!readOnly && <SaveForm taken={workspaces.map(({ name }) => name)} onSaved={saving ? onClose : null} />}
      {sorted.length === 0 ? (
        <p className="t3 workspaces-none">{t('panes.workspaces.none')}</p>
      ) : (
        <ul className="workspaces" aria-label={t('panes.workspaces.list')}>
          {sorted.map((each) => (
            <WorkspaceRow key={each.name} saved={each} readOnly={readOnly} onClose={onClose} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** `onSaved`: what comes after; null = another one may be saved or opened. */
function SaveForm({ taken, onSaved }: { taken: readonly string[]; onSaved: (() => void) | null }) {
  const { t } = useTranslation();
  const current = useView((state) => state.workspaceName);
  const [name, setName] = useState(current ?? '');
  const wanted = name.trim();
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    void attempt(() => saveWorkspaceAs(wanted)).then((good) => {
      if (good) onSaved?.();
    });
  };
  return (
    <form className="workspace-save" onSubmit={save}>
      <label className="grow">
        <span className="xs t2">{t('panes.workspaces.name')}</span>
        <input
          className="input"
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button look="primary" type="submit" disabled={wanted === ''}>
        {t('panes.workspaces.saveAs')} <CommandKey command="saveWorkspace" />
      </Button>
      {taken.includes(wanted) && <p className="xs t3">{t('panes.workspaces.replaces')}</p>}
    </form>
  );
}

interface WorkspaceRowProps {
  saved: SavedWorkspace;
  readOnly: boolean;
  onClose: () => void;
}

function WorkspaceRow({ saved, readOnly, onClose }: WorkspaceRowProps) {
  const { t } = useTranslation();
  const { name, workspace, savedAt } = saved;
  const current = useView((state) => state.workspaceName === name);
  const articles = useLibrary((state) => state.articles);
  const [renaming, setRenaming] = useState(false);
  if (renaming) return <RenameForm name={name} onDone={() => setRenaming(false)} />;
  const titles = workspace.panes.flatMap(({ articleId }) =>
    articleId === null ? [] : (articles.get(articleId)?.title ?? []),
  );
  const open = () => {
    onClose();
    openWorkspace(saved);
  };
  return (
    <li className={`workspace ${current ? 'current' : ''}`}>
      <button type="button" className="open" onClick={open}>
        <span className="row">
          <span className="sr-only">{t('panes.workspaces.open')}</span>{' '}
          {current && <Check size={13} aria-hidden />}
          <b className="med clip">{name}</b>
          {current && <span className="t3 xs nb">{t('panes.workspaces.current')}</span>}
        </span>
        <span className="xs t3 clip">{titles.join(' · ')}</span>
        <span className="xs t3 num">
          {t('panes.workspaces.panes', { count: workspace.panes.length })} · {dayText(savedAt.slice(0, 10))}
        </span>
      </button>
      {!readOnly && (
        <>
          <IconButton
            small
            label={t('panes.workspaces.renameOf', { name })}
            onClick={() => setRenaming(true)}
          >
            <Pencil size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton
            small
            label={t('panes.workspaces.removeOf', { name })}
            onClick={() => void attempt(() => removeWorkspace(name))}
          >
            <Trash2 size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </>
      )}
    </li>
  );
}

function RenameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [next, setNext] = useState(name);
  const wanted = next.trim();
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    if (wanted === '' || wanted === name) onDone();
    else
      void attempt(() => renameWorkspace(name, wanted)).then((good) => {
        if (good) onDone();
      });
  };
  return (
    <li>
      <form className="workspace-save" onSubmit={rename}>
        <input
          className="input grow"
          aria-label={t('panes.workspaces.newName', { name })}
          value={next}
          maxLength={120}
          ref={(field) => field?.focus()}
          onChange={(event) => setNext(event.target.value)}
        />
        <Button look="primary" type="submit">
          {t('panes.workspaces.rename')}
        </Button>
        <IconButton small label={t('facts.cancel')} onClick={onDone}>
          <X size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </form>
    </li>
  );
}
