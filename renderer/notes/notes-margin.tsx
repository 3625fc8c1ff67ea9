import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { PanelRightClose } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import { updateAnnotation, updateFacts } from '../state/changes';
import { useLibrary, viewOf } from '../state/library';
import { removeChosen } from '../state/marking';
import { onPanesChanged, paneHandle, type PaneHandle } from '../state/panes';
import { attempt } from '../state/status';
import { choose, setView, useView } from '../state/view';
import { IconButton } from '../ui/controls';
import { ArticleFacts } from './article-facts';
import { NoteCard, type CardEvents } from './note-card';
import { shownCards, useScrollTogether, useStackLayout } from './stack-layout';
import './notes.css';

type Tab = 'placed' | 'lost';

/** The notes of the active pane's article, each at the height of its passage. */
export function NotesMargin() {
  const { t } = useTranslation();
  const pane = useView((state) => state.panes[state.active]);
  const view = useLibrary((state) => viewOf(state, pane));
  const handle = useSyncExternalStore(onPanesChanged, () => paneHandle(pane?.key));
  const [tab, setTab] = useState<Tab>('placed');
  const lost = view?.annotations.filter((annotation) => annotation.anchor === 'orphan') ?? [];
  const shown: Tab = lost.length === 0 ? 'placed' : tab;
  const placedCount = (view?.annotations.length ?? 0) - lost.length;
  return (
    <aside className="notes col" aria-label={t('notes.title')}>
      <div className="bar">
        <div className="tabs" role="tablist">
          <TabButton
            name={t('notes.title')}
            count={placedCount}
            on={shown === 'placed'}
            onClick={() => setTab('placed')}
          />
          {lost.length > 0 && (
            <TabButton
              name={t('notes.lost')}
              count={lost.length}
              on={shown === 'lost'}
              onClick={() => setTab('lost')}
            />
          )}
        </div>
        <span className="end" />
        <IconButton
          small
          label={t('notes.hide')}
          command="toggleNotes"
          onClick={() => setView({ notesOpen: false })}
        >
          <PanelRightClose size={15} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </div>
      {view !== undefined && shown === 'placed' && handle !== undefined && (
        <NoteStack key={pane?.key} view={view} handle={handle} />
      )}
      {view !== undefined && shown === 'lost' && <LostList annotations={lost} />}
      {view === undefined && <div className="note-stack" />}
    </aside>
  );
}

function TabButton(props: { name: string; count: number; on: boolean; onClick: () => void }) {
  return (
    <button type="button" role="tab" aria-selected={props.on} onClick={props.onClick}>
      {props.name} <span className="cnt">{props.count}</span>
    </button>
  );
}

const change: CardEvents['onChange'] = (annotation, patch) => {
  void attempt(() => updateAnnotation(annotation, patch));
};
const remove: CardEvents['onRemove'] = () => void removeChosen();

function NoteStack({ view, handle }: { view: ArticleView; handle: PaneHandle }) {
  const { t } = useTranslation();
  const { article } = view;
  const chosen = useView((state) => state.chosen);
  const writing = useView((state) => state.writing);
  const tagging = useView((state) => state.tagging);
  const readOnly = useLibrary((state) => state.readOnly);
  const tags = useLibrary((state) => state.tags);
  const placed = useMemo(() => view.annotations.filter((a) => a.anchor !== 'orphan'), [view.annotations]);
  const knownTags = useMemo(() => tags.map((tag) => tag.name), [tags]);
  const placeOf = usePlaceWords(article);
  const chosenId = chosen?.articleId === article.id ? chosen.annotationId : null;
  const { tops, onHeight, factsRef } = useStackLayout(article, placed, handle, chosenId);
  const inner = useScrollTogether(handle);

  const onChoose = useCallback(
    (annotation: Annotation) => {
      choose(article.id, annotation.id);
      handle.reveal(annotation.target.start);
    },
    [article.id, handle],
  );
  return (
    <div className="note-stack" onWheel={(event) => handle.scroller.scrollBy({ top: event.deltaY })}>
      <div className="inner" ref={inner}>
        <div ref={factsRef}>
          <ArticleFacts
            article={article}
            readOnly={readOnly}
            onConfirmDate={() => void attempt(() => updateFacts(article.id, { dateConfidence: 'confirmed' }))}
            onOpen={() => setView({ dialog: { is: 'facts', articleId: article.id } })}
          />
          {placed.length === 0 && <p className="notes-empty">{t('notes.empty')}</p>}
        </div>
        {shownCards(placed, tops, handle, chosenId).map(({ annotation, top }) => (
          <NoteCard
            key={annotation.id}
            annotation={annotation}
            place={placeOf(annotation)}
            top={top}
            chosen={annotation.id === chosenId}
            writing={annotation.id === chosenId && writing}
            tagging={annotation.id === chosenId && tagging}
            readOnly={readOnly}
            knownTags={knownTags}
            onChoose={onChoose}
            onChange={change}
            onRemove={remove}
            onHeight={onHeight}
          />
        ))}
      </div>
    </div>
  );
}

/** "đoạn 4", or "đoạn 4–5" for a passage across blocks. */
function usePlaceWords(article: Article): (annotation: Annotation) => string {
  const { t } = useTranslation();
  return useMemo(() => {
    const starts = blockStarts(article.blocks);
    return ({ target }) => {
      const from = blockAt(starts, target.start) + 1;
      const to = blockAt(starts, target.end - 1) + 1;
      return from === to ? t('notes.block', { number: from }) : t('notes.blocks', { from, to });
    };
  }, [article.blocks, t]);
}

function LostList({ annotations }: { annotations: readonly Annotation[] }) {
  const { t } = useTranslation();
  const chosen = useView((state) => state.chosen);
  const readOnly = useLibrary((state) => state.readOnly);
  return (
    <div className="note-list scroll">
      <p className="xs t3">{t('notes.lostHint')}</p>
      {annotations.map((annotation) => (
        <NoteCard
          key={annotation.id}
          annotation={annotation}
          place={t('notes.lost')}
          top={null}
          chosen={annotation.id === chosen?.annotationId}
          writing={false}
          tagging={false}
          readOnly={readOnly}
          knownTags={[]}
          onChoose={(lost) => choose(lost.articleId, lost.id)}
          onChange={change}
          onRemove={remove}
        />
      ))}
    </div>
  );
}
