import { memo } from 'react';
import { ArrowLeft, ArrowRight, Ellipsis, FileSearch, SquareSplitHorizontal, Volume2, X } from 'lucide-react';
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import { goAlong } from '../state/going';
import { toggleOriginalOf } from '../state/original';
import { equalisePanes, splitPane, swapPanes, zoomPane } from '../state/pane-layout';
import { useTrail } from '../state/places';
import { print } from '../state/printing';
import { readAloud } from '../state/speaking';
import { attempt } from '../state/status';
import { activate, closePane, letterOf, setView, useView, type PaneState } from '../state/view';
import { CommandKey, IconButton } from '../ui/controls';
import { dragSource } from '../ui/drag-source';
import { mainPart } from '../ui/main-part';
import { dayText } from '../ui/format';
import type { CommandName } from '../keymap';
import { Outline } from './outline';
import { PaneProgress } from './pane-progress';
import { TypePopover } from './type-popover';

interface PaneHeadProps {
  pane: PaneState;
  index: number;
  active: boolean;
  article: Article | undefined;
  /** The original is shown beside the text. */
  original: boolean;
}

/**
 * Whose text this is, how far it is read, and what can be done with it. It is also the handle by which the pane is dragged.
 * Annotations that come and go are nothing to it.
 */
export const PaneHead = memo(function PaneHead(props: PaneHeadProps) {
  const { pane, index, active, article, original } = props;
  const { t } = useTranslation();
  const alone = useView((state) => state.panes.length === 1);
  const letter = letterOf(index);
  const drag = alone ? {} : dragSource({ is: 'pane', key: pane.key });
  return (
    <header className={`pane-head ${alone ? '' : 'movable'}`} {...drag}>
      <span
        className={`pane-letter ${active ? 'on' : ''}`}
        aria-hidden
        title={alone ? undefined : t('panes.drag', { letter })}
      >
        {letter}
      </span>
      {article !== undefined && (
        <span className="pane-facts xs t2" title={article.title}>
          <b className="med clip">{article.source ?? t('shelf.noSource')}</b>
          {article.publishedOn !== null && <span className="num nb">{dayText(article.publishedOn)}</span>}
        </span>
      )}
      {article !== undefined && <PaneProgress pane={pane} blocks={article.blocks.length} />}
      <span className="end" />
      <HistoryButtons pane={pane} index={index} />
      {article !== undefined && (
        <>
          <Outline pane={pane} article={article} />
          <span className="hide-narrow">
            <TypePopover />
          </span>
          <IconButton
            small
            className="hide-narrow"
            label={t('comfort.speak.start')}
            command="readAloud"
            onClick={() => {
              activate(index);
              void attempt(readAloud);
            }}
          >
            <Volume2 size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
          <IconButton
            small
            label={t('original.show')}
            command="original"
            aria-pressed={original}
            onClick={() => toggleOriginalOf(pane.key)}
          >
            <FileSearch size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </>
      )}
      <IconButton
        small
        className="hide-narrow"
        label={t('panes.splitRight')}
        command="splitRight"
        onClick={() => splitPane('right', index)}
      >
        <SquareSplitHorizontal size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <PaneMenu index={index} article={article} />
      <IconButton small label={t('reader.close')} command="closePane" onClick={() => closePane(index)}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </header>
  );
});

/** Back and forward; they are there once the pane has been somewhere else. */
function HistoryButtons({ pane, index }: { pane: PaneState; index: number }) {
  const { t } = useTranslation();
  const { back, forward } = useTrail(pane.key);
  if (!back && !forward) return null;
  return (
    <span className="row-tight">
      <IconButton
        small
        label={t('panes.back')}
        command="back"
        disabled={!back}
        onClick={() => goAlong(-1, index)}
      >
        <ArrowLeft size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
      <IconButton
        small
        label={t('panes.forward')}
        command="forward"
        disabled={!forward}
        onClick={() => goAlong(1, index)}
      >
        <ArrowRight size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </span>
  );
}

/** The rarer commands, with their keys. */
function PaneMenu({ index, article }: { index: number; article: Article | undefined }) {
  const { t } = useTranslation();
  const alone = useView((state) => state.panes.length === 1);
  const item = (words: string, command: CommandName, run: () => void) => (
    <Menu.Item
      className="menu-item"
      onClick={() => {
        activate(index);
        run();
      }}
    >
      {words} <CommandKey command={command} />
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button small" aria-label={t('panes.more')} title={t('panes.more')}>
        <Ellipsis size={14} strokeWidth={1.75} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={mainPart}>
        <Menu.Positioner sideOffset={4} align="end" className="positioner">
          <Menu.Popup className="popup">
            {item(t('panes.splitRight'), 'splitRight', () => splitPane('right', index))}
            {item(t('panes.splitDown'), 'splitDown', () => splitPane('down', index))}
            {!alone && item(t('panes.swap'), 'swapPanes', swapPanes)}
            {!alone && item(t('panes.equalise'), 'equalisePanes', equalisePanes)}
            <div className="menu-line" />
            {item(t('command.larger'), 'larger', () => zoomPane(1, index))}
            {item(t('command.smaller'), 'smaller', () => zoomPane(-1, index))}
            {item(t('command.actualSize'), 'actualSize', () => zoomPane(0, index))}
            {item(t('comfort.type.more'), 'settings', () => setView({ view: 'settings' }))}
            <div className="menu-line" />
            {article !== undefined &&
              item(t('comfort.speak.start'), 'readAloud', () => void attempt(readAloud))}
            {article !== undefined && item(t('command.print'), 'print', print)}
            {article !== undefined &&
              item(t('shelf.facts'), 'facts', () =>
                setView({ dialog: { is: 'facts', articleId: article.id } }),
              )}
            {item(t('command.workspaces'), 'workspaces', () =>
              setView({ dialog: { is: 'workspaces', saving: false } }),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
