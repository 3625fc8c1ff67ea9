import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { ArticleView } from '#core/contract';
import { useBulk } from '../state/bulk';
import { removeAnnotation, updateAnnotation, updateFacts } from '../state/changes';
import { useLibrary } from '../state/library';
import { linksByAnnotation, loadEnds } from '../state/linking';
import type { PaneHandle } from '../state/panes';
import { attempt } from '../state/status';
import { choose, setView, unchoose, useView } from '../state/view';
import { ArticleFacts } from './article-facts';
import { NoteCard, type CardEvents } from './note-card';
import { useScrollTogether, useStackLayout } from './stack-layout';

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
  /** What is said where there is none of them. */
  none: string;
}

/** The cards of an article, each at the height of its passage, with what is known of the article above them. */
export function NoteStack({ view, handle, placed, none }: NoteStackProps) {
  const { article } = view;
  const chosen = useView((state) => state.chosen);
  const writing = useView((state) => state.writing);
  const tagging = useView((state) => state.tagging);
  const readOnly = useLibrary((state) => state.readOnly);
  const tags = useLibrary((state) => state.tags);
  const picked = useBulk((state) => (state.articleId === article.id ? state.ids : null));
  const links = useLinks(article.id);
  const knownTags = useMemo(() => tags.map((tag) => tag.name), [tags]);
  const placeOf = usePlaceWords(article);
  const chosenId = chosen?.articleId === article.id ? chosen.annotationId : null;
  const { shown, onHeight, factsRef } = useStackLayout(article, placed, handle, chosenId);
  const inner = useScrollTogether(handle);

  const onChoose = useCallback(
    (annotation: Annotation) => {
      choose(article.id, annotation.id);
      handle.reveal(annotation.target.start);
    },
    [article.id, handle],
  );
  return (
    <div
      className={`note-stack ${picked === null ? '' : 'picking'}`}
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
          {placed.length === 0 && <p className="notes-empty">{none}</p>}
        </div>
        {shown.map(({ annotation, top }) => (
          <NoteCard
            key={annotation.id}
            annotation={annotation}
            place={placeOf(annotation)}
            top={top}
            chosen={annotation.id === chosenId}
            picked={readOnly ? null : (picked?.has(annotation.id) ?? false)}
            links={links.get(annotation.id)}
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
