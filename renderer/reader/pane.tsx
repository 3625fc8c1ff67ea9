import { useCallback, useEffect, useMemo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleView } from '#core/contract';
import type { Suggestion } from '#core/suggestions';
import { stepDoubt, useOriginal, type Editing } from '../state/original';
import { nextAround } from '../state/overlaps';
import { registerPane } from '../state/panes';
import { positionFor } from '../state/places';
import { attempt } from '../state/status';
import { openSuggestion } from '../state/suggesting';
import { useLookThrough, useSuggestions, useSuggestionsIn } from '../state/suggestions';
import { loadArticle, useLibrary, viewOf } from '../state/library';
import { activate, choose, letterOf, setBlock, setView, useView, type PaneState } from '../state/view';
import { Button, CommandKey } from '../ui/controls';
import { ArticleBody } from './article-body';
import { ArticleRows } from './article-rows';
import { BlockEditor } from './block-editor';
import { OriginalColumn } from './original-column';
import { PaneHead } from './pane-head';
import { createPaneHandle } from './pane-handle';
import { suggestionAt } from './suggestions/suggestion-at';
import { idsOf } from '../ui/text/paint';
import { usePosition } from './use-position';

interface PaneProps {
  pane: PaneState;
  index: number;
  active: boolean;
  /** Where the original is, when it is shown: beside the text in this pane, or in the text's place for lack of room. */
  original: 'beside' | 'instead' | null;
  onImport: () => void;
}

/** One article in its own column, with its own scroll. */
export function Pane({ pane, index, active, original, onImport }: PaneProps) {
  const { t } = useTranslation();
  const view = useLibrary((state) => viewOf(state, pane));
  const asked = useOriginal((state) => state.open.has(pane.key));
  const { articleId } = pane;
  useEffect(() => {
    if (articleId !== null && view === undefined) void attempt(() => loadArticle(articleId));
  }, [articleId, view]);

  // By where it stands now: it may have been moved since it was drawn.
  const becomeActive = () => activate(useView.getState().panes.indexOf(pane));
  return (
    // A click or focus anywhere inside makes the pane the active one, as F6 does.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`pane ${active ? 'active' : ''} ${original === 'beside' ? 'split' : ''}`}
      aria-label={t('reader.pane', { letter: letterOf(index) })}
      data-pane={index}
      onFocus={becomeActive}
      onMouseDown={becomeActive}
    >
      {original !== 'instead' && (
        <div className="pane-column">
          <PaneHead pane={pane} index={index} active={active} article={view?.article} original={asked} />
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
        </div>
      )}
      {original !== null && view !== undefined && (
        <OriginalColumn pane={pane} article={view.article} letter={letterOf(index)} />
      )}
    </section>
  );
}

interface PaneTextProps {
  pane: PaneState;
  view: ArticleView;
  active: boolean;
}

function PaneText({ pane, view, active }: PaneTextProps) {
  const { t } = useTranslation();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const chosen = useView((state) => state.chosen);
  const currentBlock = useView((state) => state.blocks.get(pane.key) ?? -1);
  const { article, annotations } = view;
  const mayEdit = useLibrary((state) => !state.readOnly) && article.removedAt === null;
  const editing = useEditing(pane, article.id);
  const doubt = useOriginal((state) => (state.doubt?.paneKey === pane.key ? state.doubt.index : null));
  const chosenId = chosen?.articleId === article.id ? chosen.annotationId : null;
  useLookThrough(article);
  const { shown: suggestions } = useSuggestionsIn(view);
  const suggestedId = useSuggestions((state) =>
    state.chosen?.articleId === article.id ? state.chosen.id : null,
  );
  const { blocks, captions } = article;
  const rows = useMemo(
    () => new ArticleRows(blocks, captions, (credit) => t('reader.credit', { credit })),
    [blocks, captions, t],
  );
  const readAt = useCallback(() => positionFor(pane)?.block ?? 0, [pane]);
  usePosition(pane, scroller, rows);

  useEffect(() => {
    if (scroller === null) return undefined;
    return registerPane(pane.key, createPaneHandle(scroller, rows));
  }, [scroller, rows, pane.key]);

  const clicked = useClicks(pane, view, { scroller, suggestions, chosenId: active ? chosenId : null });
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
        const id = mark === null ? undefined : nextAround(idsOf(mark), chosenId);
        if (id === undefined) return;
        event.preventDefault();
        choose(article.id, id);
      }}
    >
      {scroller !== null && (
        <ArticleBody
          article={article}
          rows={rows}
          readAt={readAt}
          annotations={annotations}
          suggestions={suggestions}
          chosenId={chosenId ?? suggestedId}
          currentBlock={currentBlock}
          scroller={scroller}
          mayEdit={mayEdit}
          editing={editing === null ? null : editing.block}
          editor={editing === null ? null : <BlockEditor key={editing.block} editing={editing} />}
          doubt={doubt}
          onDoubt={(step) => stepDoubt(pane, step)}
        />
      )}
      {article.removedAt !== null && <p className="t3 xs">{t('reader.gone')}</p>}
    </div>
  );
}

interface Clickable {
  scroller: HTMLElement | null;
  suggestions: readonly Suggestion[];
  chosenId: string | null;
}

/** A click makes its paragraph the current one, and opens the note or the suggestion on whose words it is. */
function useClicks(pane: PaneState, view: ArticleView, clickable: Clickable) {
  const { article } = view;
  const { scroller, suggestions, chosenId } = clickable;
  return (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const block = target.closest<HTMLElement>('[data-block]');
    if (block !== null) setBlock(pane.key, Number(block.dataset['block']));
    if (block !== null && target.closest('.number') !== null) {
      setView({ paragraphMenu: { paneKey: pane.key, block: Number(block.dataset['block']) } });
    }
    if (getSelection()?.isCollapsed === false || scroller === null) return;
    const mark = target.closest<HTMLElement>('mark');
    const id = mark === null ? undefined : nextAround(idsOf(mark), chosenId);
    const suggestion =
      mark === null ? suggestionAt(scroller, suggestions, { x: event.clientX, y: event.clientY }) : null;
    if (id !== undefined) choose(article.id, id);
    else if (suggestion !== null) openSuggestion(view, suggestion);
  };
}

/** The correction that this pane shows; one whose pane is gone is shown wherever its article is. */
function useEditing(pane: PaneState, articleId: string): Editing | null {
  const editing = useOriginal((state) => state.editing);
  const elsewhere = useView((state) =>
    state.panes.some(({ key }) => key !== pane.key && key === editing?.paneKey),
  );
  return editing?.articleId === articleId && !elsewhere ? editing : null;
}
