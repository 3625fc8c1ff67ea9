import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseFiles } from '../state/importing';
import { hasPresent, useLibrary } from '../state/library';
import { setView, useView } from '../state/view';
import { Button, CommandKey, Kbd } from './controls';
import { isComposing } from './fields';
import './empty-view.css';

interface EmptyViewProps {
  title: string;
  /** How it comes to be filled. */
  lead: string;
  children?: ReactNode;
}

/** A view that has nothing to show yet, and what to do first: without any article, to bring one in. */
export function EmptyView({ title, lead, children }: EmptyViewProps) {
  const { t } = useTranslation();
  const hasArticles = useLibrary(hasPresent);
  const readOnly = useLibrary((state) => state.readOnly);
  const toImport = !hasArticles && !readOnly;
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{toImport ? t('tables.noArticles', { lead }) : lead}</p>
      <div className="empty-ways">
        {toImport && (
          <Button look="primary" large onClick={() => void chooseFiles()}>
            {t('command.import')} <CommandKey command="import" />
          </Button>
        )}
        {children}
        <Button look="line" large onClick={() => setView({ view: 'library' })}>
          {t('tables.toLibrary')} <Kbd>Esc</Kbd>
        </Button>
      </div>
    </div>
  );
}

interface NothingFitsProps {
  words: string;
  /** What the way back is called, if it is not to show everything. */
  action?: string;
  onShowAll: () => void;
}

/** Nothing fits the filter: the way back to everything. */
export function NothingFits({ words, action, onShowAll }: NothingFitsProps) {
  const { t } = useTranslation();
  useEscape(onShowAll);
  return (
    <div className="empty">
      <p role="status">{words}</p>
      <Button look="line" large onClick={onShowAll}>
        {action ?? t('tables.showAll')} <Kbd>Esc</Kbd>
      </Button>
    </div>
  );
}

/** Escape does this first, instead of leaving the view. */
function useEscape(work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      if (useView.getState().dialog !== null) return;
      event.preventDefault();
      latest.current();
    };
    // Before the keys of the app, which listen further out; after fields, which may need Escape for themselves.
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
