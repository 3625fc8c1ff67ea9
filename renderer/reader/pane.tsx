import { useEffect, useLayoutEffect, useState, type MouseEvent } from 'react';
import { FilePenLine, PanelRightOpen, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ArticleView } from '#core/contract';
import { registerPane } from '../state/panes';
import { attempt } from '../state/status';
import { loadArticle, useLibrary, viewOf } from '../state/library';
import {
  activate,
  choose,
  closePane,
  letterOf,
  positionFor,
  rememberPosition,
  setBlock,
  setView,
  useView,
  type PaneState,
} from '../state/view';
import { Button, CommandKey, IconButton } from '../ui/controls';
import { dayText } from '../ui/format';
import { ArticleBody } from './article-body';
import { BEGINNING, createPaneHandle, positionOf, scrollToPosition } from './pane-handle';
import { idsOf } from './paint';
import { TypePopover } from './type-popover';

interface PaneProps {
  pane: PaneState;
  index: number;
  active: boolean;
  onImport: () => void;
  onBeside: (() => void) | null;
}

/** One article in its own column, with its own scroll. */
export function Pane({ pane, index, active, onImport, onBeside }: PaneProps) {
  const { t } = useTranslation();
  const view = useLibrary((state) => viewOf(state, pane));
  const { articleId } = pane;
  useEffect(() => {
    if (articleId !== null && view === undefined) void attempt(() => loadArticle(articleId));
  }, [articleId, view]);

  return (
    // A click or focus anywhere inside makes the pane the active one, as F6 does.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`pane ${active ? 'active' : ''}`}
      aria-label={t('reader.pane', { letter: letterOf(index) })}
      data-pane={index}
      onFocus={() => activate(index)}
      onMouseDown={() => activate(index)}
    >
      <PaneHead index={index} active={active} view={view} onBeside={onBeside} />
      {view !== undefined && <PaneText pane={pane} view={view} active={active} />}
      {view === undefined && articleId !== null && <div className="pane-scroll" aria-busy />}
      {articleId === null && (
        <div className="empty">
          <p>{t('reader.empty')}</p>
          <Button look="line" onClick={onImport}>
            {t('reader.emptyAction')} <CommandKey command="import" />
          </Button>
        </div>
      )}
    </section>
  );
}

interface PaneHeadProps {
  index: number;
  active: boolean;
  view: ArticleView | undefined;
  onBeside: (() => void) | null;
}

function PaneHead({ index, active, view, onBeside }: PaneHeadProps) {
  const { t } = useTranslation();
  const article = view?.article;
  return (
    <header className="pane-head">
      <span className={`pane-letter ${active ? 'on' : ''}`} aria-hidden>
        {letterOf(index)}
      </span>
      {article !== undefined && (
        <span className="row xs t2 grow" title={article.title}>
          <b className="med clip" style={{ color: 'var(--ink)' }}>
            {article.source ?? t('shelf.noSource')}
          </b>
          {article.publishedOn !== null && <span className="num nb">{dayText(article.publishedOn)}</span>}
          <span className="hide-narrow nb">{t('reader.blocks', { count: article.blocks.length })}</span>
        </span>
      )}
      <span className="end" />
      {article !== undefined && (
        <>
          <TypePopover />
          <IconButton
            small
            label={t('reader.facts')}
            command="facts"
            onClick={() => setView({ dialog: { is: 'facts', articleId: article.id } })}
          >
            <FilePenLine size={14} strokeWidth={1.75} aria-hidden />
          </IconButton>
        </>
      )}
      {onBeside !== null && (
        <IconButton small label={t('reader.beside')} command="addPane" onClick={onBeside}>
          <PanelRightOpen size={14} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
      <IconButton small label={t('reader.close')} command="closePane" onClick={() => closePane(index)}>
        <X size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </header>
  );
}

function PaneText({ pane, view, active }: { pane: PaneState; view: ArticleView; active: boolean }) {
  const { t } = useTranslation();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const chosen = useView((state) => state.chosen);
  const currentBlock = useView((state) => state.blocks.get(pane.key) ?? -1);
  const { article, annotations } = view;
  const chosenId = chosen?.articleId === article.id ? chosen.annotationId : null;
  usePosition(pane, scroller, article.revision);

  useEffect(() => {
    if (scroller === null) return undefined;
    return registerPane(pane.key, createPaneHandle(scroller, article));
  }, [scroller, article, pane.key]);

  const clicked = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const block = target.closest<HTMLElement>('[data-block]');
    if (block !== null) setBlock(pane.key, Number(block.dataset['block']));
    const mark = target.closest<HTMLElement>('mark');
    if (mark === null || getSelection()?.isCollapsed === false) return;
    const id = nextOf(idsOf(mark), active ? chosenId : null);
    if (id !== undefined) choose(article.id, id);
  };
  return (
    // Clicks only repeat what the keys of the keymap do (n, p, Enter on a focused mark).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="pane-scroll"
      ref={setScroller}
      role="document"
      aria-label={article.title}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the arrow keys
      tabIndex={0}
      onClick={clicked}
      onKeyDown={(event) => {
        const mark =
          event.key === 'Enter' ? (event.target as HTMLElement).closest<HTMLElement>('mark') : null;
        const id = mark === null ? undefined : nextOf(idsOf(mark), chosenId);
        if (id === undefined) return;
        event.preventDefault();
        choose(article.id, id);
      }}
    >
      {scroller !== null && (
        <ArticleBody
          article={article}
          annotations={annotations}
          chosenId={chosenId}
          currentBlock={currentBlock}
          scroller={scroller}
        />
      )}
      {article.removedAt !== null && <p className="t3 xs">{t('reader.gone')}</p>}
    </div>
  );
}

/** The innermost annotation first; when it is chosen already, the one around it, and so on in a circle. */
function nextOf(ids: readonly string[], chosenId: string | null): string | undefined {
  const inward = [...ids].reverse();
  const at = chosenId === null ? -1 : inward.indexOf(chosenId);
  return inward[(at + 1) % inward.length];
}

/**
 * Remembers where the pane is scrolled to, brings it back there when an article is shown, and keeps the same
 * words at the top when the text is laid out anew (another width, another size, fonts that arrive).
 */
function usePosition(pane: PaneState, scroller: HTMLElement | null, revision: number): void {
  useLayoutEffect(() => {
    if (scroller === null) return undefined;
    let position = positionFor(pane) ?? BEGINNING;
    rememberPosition(pane, position);
    let laidOut = '';
    const hold = () => {
      const now = layoutOf(scroller);
      if (now === laidOut) return;
      laidOut = now;
      scrollToPosition(scroller, position);
    };
    let frame = 0;
    const note = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (layoutOf(scroller) !== laidOut) return;
        position = positionOf(scroller);
        rememberPosition(pane, position);
      });
    };
    const observer = new ResizeObserver(hold);
    observer.observe(scroller);
    for (const child of scroller.children) observer.observe(child);
    scroller.addEventListener('scroll', note, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', note);
    };
  }, [pane, scroller, revision]);
}

/** Changes whenever the lines of the text do. */
function layoutOf(scroller: HTMLElement): string {
  const last = [...scroller.querySelectorAll<HTMLElement>('[data-block]')].at(-1);
  return `${scroller.clientWidth} ${last?.offsetTop ?? 0} ${last?.offsetHeight ?? 0}`;
}
