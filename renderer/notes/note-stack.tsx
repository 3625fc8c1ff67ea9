import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import type { Span } from '#core/span';
import type { Suggestion } from '#core/suggestions';
import { useBulk } from '../state/bulk';
import { removeAnnotation, updateAnnotation, updateFacts } from '../state/changes';
import { useLibrary } from '../state/library';
import { linksByAnnotation, loadEnds } from '../state/linking';
import type { PaneHandle } from '../state/panes';
import { attempt } from '../state/status';
import { useSuggestions } from '../state/suggestions';
import { choose, setView, unchoose, useView } from '../state/view';
import { ArticleFacts } from './article-facts';
import { NoteCard, type CardEvents } from './note-card';
import { startOf, useScrollTogether, useStackLayout, type Beside } from './stack-layout';
import { SuggestionCard } from './suggestion-card';
import { SuggestionsHint } from './suggestions-hint';

export const change: CardEvents['onChange'] = (annotation, patch) => {
  void attempt(() => updateAnnotation(annotation, patch));
};
export const remove: CardEvents['onRemove'] = (annotation) => {
  unchoose();
  void attempt(() => removeAnnotation(annotation));
};

interface NoteStackProps {
  view: ArticleView;
  handle: PaneHandle;
  /** The annotations that have a place and fit the filter. */
  placed: readonly Annotation[];
  /** In the order of reading. */
  suggestions: readonly Suggestion[];
  /** What is said where there is none of them. */
  none: string;
}

/** The cards of an article, each at the height of its passage, with what is known of the article above them. */
export function NoteStack({ view, handle, placed, suggestions, none }: NoteStackProps) {
  const { article } = view;
  const annotationId = useView(({ chosen }) =>
    chosen?.articleId === article.id ? chosen.annotationId : null,
  );
  const suggestionId = useSuggestions(({ chosen }) => (chosen?.articleId === article.id ? chosen.id : null));
  const chosenId = annotationId ?? suggestionId;
  const readOnly = useLibrary((state) => state.readOnly);
  const picking = useBulk((state) => state.articleId === article.id);
  const cards = useMemo(() => inOrder(placed, suggestions), [placed, suggestions]);
  const { shown, onHeight, factsRef } = useStackLayout(article, cards, handle, chosenId);
  const noteProps = useNoteProps(article, handle);
  const placeOf = usePlaceWords(article);
  const inner = useScrollTogether(handle);
  return (
    <div
      className={`note-stack ${picking ? 'picking' : ''}`}
      onWheel={(event) => handle.scroller.scrollBy({ top: event.deltaY })}
      onScroll={({ currentTarget }) => {
        // What takes the focus is brought into sight: the text goes along, so that cards stay at their passages.
        const { scrollTop } = currentTarget;
        currentTarget.scrollTop = 0;
        if (scrollTop !== 0) handle.scroller.scrollBy({ top: scrollTop });
      }}
    >
      <div className="inner" ref={inner}>
        <div ref={factsRef}>
          <ArticleFacts
            article={article}
            readOnly={readOnly}
            onConfirmDate={() => void attempt(() => updateFacts(article.id, { dateConfidence: 'confirmed' }))}
            onOpen={() => setView({ dialog: { is: 'facts', articleId: article.id } })}
          />
          {placed.length === 0 &&
            (suggestions.length > 0 ? <SuggestionsHint /> : <p className="notes-empty">{none}</p>)}
        </div>
        {shown.map(({ item, top }) => {
          const common = { top, readOnly, chosen: item.id === chosenId, onHeight };
          return 'target' in item ? (
            <NoteCard key={item.id} {...common} {...noteProps(item)} place={placeOf(item.target)} />
          ) : (
            <SuggestionCard key={item.id} {...common} view={view} suggestion={item} place={placeOf(item)} />
          );
        })}
      </div>
    </div>
  );
}

/** What the card of a note needs beside its place. */
function useNoteProps(article: Article, handle: PaneHandle) {
  const chosen = useView((state) => state.chosen);
  const writing = useView((state) => state.writing);
  const tagging = useView((state) => state.tagging);
  const readOnly = useLibrary((state) => state.readOnly);
  const tags = useLibrary((state) => state.tags);
  const picked = useBulk((state) => (state.articleId === article.id ? state.ids : null));
  const links = useLinks(article.id);
  const knownTags = useMemo(() => tags.map((tag) => tag.name), [tags]);
  const onChoose = useCallback(
    (annotation: Annotation) => {
      choose(article.id, annotation.id);
      handle.reveal(annotation.target.start);
    },
    [article.id, handle],
  );
  return (annotation: Annotation) => {
    const open = chosen?.articleId === article.id && chosen.annotationId === annotation.id;
    return {
      ...{ annotation, knownTags, onChoose, onChange: change, onRemove: remove },
      picked: readOnly ? null : (picked?.has(annotation.id) ?? false),
      links: links.get(annotation.id),
      writing: open && writing,
      tagging: open && tagging,
    };
  };
}

/** Notes and suggestions, both in the order of reading, in one. */
function inOrder(notes: readonly Annotation[], suggestions: readonly Suggestion[]): readonly Beside[] {
  if (suggestions.length === 0) return notes;
  return [...notes, ...suggestions].sort((a, b) => startOf(a) - startOf(b));
}

/** Every annotation's links; the far ends of this article's are brought in. */
function useLinks(articleId: string) {
  const links = useLibrary((state) => state.links);
  useEffect(() => {
    const ends = links.flatMap(({ from, to }) => [
      ...(from.articleId === articleId ? [to] : []),
      ...(to.articleId === articleId ? [from] : []),
    ]);
    void attempt(() => loadEnds(ends));
  }, [links, articleId]);
  return useMemo(() => linksByAnnotation(links), [links]);
}

/** "đoạn 4", or "đoạn 4–5" for a passage across blocks. */
function usePlaceWords(article: Article): (span: Span) => string {
  const { t } = useTranslation();
  return useMemo(() => {
    const starts = blockStarts(article.blocks);
    return ({ start, end }) => {
      const from = blockAt(starts, start) + 1;
      const to = blockAt(starts, end - 1) + 1;
      return from === to ? t('notes.block', { number: from }) : t('notes.blocks', { from, to });
    };
  }, [article.blocks, t]);
}
