import { Blend, ChevronDown, Focus, Minus, Moon, Redo2, Search, Square, Sun, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge';
import type { CommandName } from '../keymap';
import { useFocus, useFocused } from '../state/focus';
import { useLibrary } from '../state/library';
import { shownTheme } from '../state/settings';
import { attempt } from '../state/status';
import { useUndo } from '../state/undo';
import { useView } from '../state/view';
import { CommandKey, IconButton } from '../ui/controls';

/** The window's title bar: name, the command field, undo and redo, theme, window buttons where the system has none. */
export function TitleBar({ onRun }: { onRun: (command: CommandName) => void }) {
  const { t } = useTranslation();
  const folder = useLibrary((state) => state.folder);
  const workspace = useView((state) => state.workspaceName);
  const settings = useLibrary((state) => state.settings);
  const ownButtons = useLibrary((state) => state.host.ownWindowButtons);
  const lastDone = useUndo((state) => state.done.at(-1)?.what);
  const lastUndone = useUndo((state) => state.undone.at(-1)?.what);
  const dark = shownTheme(settings) === 'dark';
  return (
    <header className="titlebar">
      <div className="brand">
        <Logo />
        <span className="med nb">{t('app.name')}</span>
        <span className="t3 clip" title={folder}>
          {folder.split(/[\\/]/u).at(-1)}
        </span>
        {workspace !== null && (
          <button
            type="button"
            className="workspace-name"
            aria-label={t('panes.workspaces.button', { name: workspace })}
            title={t('panes.workspaces.button', { name: workspace })}
            onClick={() => onRun('workspaces')}
          >
            <span className="clip">{workspace}</span>
            <ChevronDown size={12} aria-hidden />
          </button>
        )}
      </div>
      <button type="button" className="command-field" onClick={() => onRun('palette')}>
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <span className="grow clip">{t('title.command')}</span>
        <CommandKey command="palette" />
      </button>
      <div className="win">
        <IconButton
          label={lastDone === undefined ? t('undo.nothing') : t('undo.undo', { what: lastDone })}
          command="undo"
          disabled={lastDone === undefined}
          onClick={() => onRun('undo')}
        >
          <Undo2 size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <IconButton
          label={lastUndone === undefined ? t('undo.nothingAgain') : t('undo.redo', { what: lastUndone })}
          command="redo"
          disabled={lastUndone === undefined}
          onClick={() => onRun('redo')}
        >
          <Redo2 size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
        <FocusButtons onRun={onRun} />
        <IconButton label={t('title.theme')} command="theme" onClick={() => onRun('theme')}>
          {dark ? (
            <Sun size={16} strokeWidth={1.75} aria-hidden />
          ) : (
            <Moon size={16} strokeWidth={1.75} aria-hidden />
          )}
        </IconButton>
        {ownButtons && <WindowButtons />}
      </div>
    </header>
  );
}

/** Focus on and off; while it is on, whether other paragraphs are dimmed. */
function FocusButtons({ onRun }: { onRun: (command: CommandName) => void }) {
  const { t } = useTranslation();
  const focused = useFocused();
  const dim = useFocus((state) => state.dim);
  const reading = useView(
    ({ view, panes }) => view === 'library' && panes.some(({ articleId }) => articleId !== null),
  );
  if (!reading) return null;
  return (
    <>
      {focused && (
        <IconButton
          label={t('comfort.focus.dim')}
          command="dim"
          aria-pressed={dim}
          onClick={() => onRun('dim')}
        >
          <Blend size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={t(focused ? 'comfort.focus.off' : 'comfort.focus.on')}
        command="focus"
        aria-pressed={focused}
        onClick={() => onRun('focus')}
      >
        <Focus size={16} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </>
  );
}

function WindowButtons() {
  const { t } = useTranslation();
  const button = (action: 'minimize' | 'maximize' | 'close', glyph: React.ReactNode) => (
    <button
      type="button"
      tabIndex={-1}
      className="window-button"
      data-action={action}
      aria-label={t(`title.${action}`)}
      title={t(`title.${action}`)}
      onClick={() => void attempt(() => call('window.control', { action }))}
    >
      {glyph}
    </button>
  );
  return (
    <>
      {button('minimize', <Minus size={14} aria-hidden />)}
      {button('maximize', <Square size={12} aria-hidden />)}
      {button('close', <X size={16} aria-hidden />)}
    </>
  );
}

/** Two sheets side by side, tied together. */
function Logo() {
  return (
    <svg className="logo" viewBox="0 0 22 22" aria-hidden>
      <rect x="1" y="2" width="8" height="18" rx="2" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
      <rect
        x="13"
        y="2"
        width="8"
        height="18"
        rx="2"
        fill="var(--ink)"
        stroke="var(--ink)"
        strokeWidth="1.5"
      />
      <path d="M9 7h4M9 13c2 0 2 2 4 2" stroke="var(--accent)" strokeWidth="1.75" fill="none" />
    </svg>
  );
}
