import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
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
import { placeCards } from './placement';
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

const CARD_GUESS = 84;
const FACTS_GAP = 10;
/** How far a card's edge stands above the first line of its passage. */
const CARD_RISE = 8;

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
  const { tops, onHeight, factsRef } = useLayout(placed, handle, chosenId);
  const { inner, isNear } = useScrollTogether(handle);

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
        {placed
          .filter((annotation) => isNear(tops.get(annotation.id) ?? 0) || annotation.id === chosenId)
          .map((annotation) => (
            <NoteCard
              key={annotation.id}
              annotation={annotation}
              place={placeOf(annotation)}
              top={tops.get(annotation.id) ?? 0}
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

/** Heights of passages and cards in, tops of cards out; measured again whenever the text is laid out anew. */
function useLayout(placed: readonly Annotation[], handle: PaneHandle, chosenId: string | null) {
  const factsRef = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());

  const lay = useCallback(() => {
    const { scrollTop, clientHeight } = handle.scroller;
    const cards = placed.map(({ id, target }) => {
      const height = heights.get(id) ?? CARD_GUESS;
      const beside = (handle.topOf(target.start) ?? 0) - CARD_RISE;
      // The open card is tall: where it would reach below the window it stands higher than its passage.
      const lowest = scrollTop + clientHeight - height - CARD_RISE;
      return { id, height, wanted: id === chosenId ? Math.min(beside, Math.max(lowest, 0)) : beside };
    });
    const next = placeCards(cards, (factsRef.current?.offsetHeight ?? 0) + FACTS_GAP, chosenId);
    const bottom = Math.max(0, ...cards.map((card) => (next.get(card.id) ?? 0) + card.height));
    handle.reserve(bottom + 24);
    setTops(next);
  }, [placed, handle, chosenId, heights]);

  useEffect(() => {
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(lay);
    };
    later();
    const observer = new ResizeObserver(later);
    const text = handle.scroller.querySelector('.article');
    if (text !== null) observer.observe(text);
    void document.fonts.ready.then(later);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [handle, lay]);

  const onHeight = useCallback((id: string, height: number) => {
    setHeights((known) => (known.get(id) === height ? known : new Map(known).set(id, height)));
  }, []);
  return { tops, onHeight, factsRef };
}

/** Moves the stack with its text, and tells which cards are near enough to the window to be drawn. */
function useScrollTogether(handle: PaneHandle) {
  const inner = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState(() => Math.floor(handle.scroller.scrollTop / 400) * 400);
  useLayoutEffect(() => {
    const { scroller } = handle;
    const follow = () => {
      if (inner.current !== null) inner.current.style.transform = `translateY(${-scroller.scrollTop}px)`;
      setFrom(Math.floor(scroller.scrollTop / 400) * 400);
    };
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', follow);
    };
  }, [handle]);
  const isNear = (top: number) => top > from - 800 && top < from + handle.scroller.clientHeight + 1200;
  return { inner, isNear };
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
