import { useCallback, useEffect, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { textOf, type Article } from '#core/article';
import type { Span } from '#core/span';
import { dropEnd, previewEnds, shownSpan, stepEnd, useEnds } from '../../state/ends';
import { useLibrary, viewOf } from '../../state/library';
import { onPanesChanged, paneHandle } from '../../state/panes';
import { useView } from '../../state/view';
import { rangeOfSpan } from '../../ui/text/offsets';
import type { End } from '../../ui/text/snap';
import { spotlight } from '../../ui/text/spotlight';
import { dragEnd } from './drag-end';

/** Handles at both ends of the chosen annotation: dragged, or moved by the arrow keys. */
export function EndHandles() {
  const pane = useView((state) => state.panes[state.active]);
  const chosenId = useView((state) => state.chosen?.annotationId);
  const view = useLibrary((state) => viewOf(state, pane));
  const readOnly = useLibrary((state) => state.readOnly);
  const handle = useSyncExternalStore(onPanesChanged, () => paneHandle(pane?.key));
  const annotation = view?.annotations.find(({ id }) => id === chosenId);
  if (handle === undefined || view === undefined || annotation === undefined) return null;
  if (annotation.anchor === 'orphan' || readOnly || view.article.removedAt !== null) return null;
  return createPortal(
    <Handles key={annotation.id} annotation={annotation} article={view.article} scroller={handle.scroller} />,
    handle.scroller,
  );
}

interface HandlesProps {
  annotation: Annotation;
  article: Article;
  scroller: HTMLElement;
}

function Handles({ annotation, article, scroller }: HandlesProps) {
  const { t } = useTranslation();
  const moving = useEnds((state) => state.moving);
  const span = shownSpan(annotation, moving);
  const places = useEndPlaces(scroller, span, article, annotation);
  const isMoving = moving?.annotationId === annotation.id;
  useEffect(() => {
    spotlight('peek', isMoving ? [{ root: scroller, spans: [{ start: span.start, end: span.end }] }] : []);
    return () => spotlight('peek', []);
  }, [scroller, isMoving, span.start, span.end]);
  if (places === null) return null;

  const grab = (end: End) => (event: React.PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.focus({ preventScroll: true });
    const box = scroller.getBoundingClientRect();
    const { left, top, height } = places[end];
    dragEnd({
      ...{ end, span, scroller },
      text: textOf(article),
      grip: {
        x: left - scroller.scrollLeft + box.left - event.clientX,
        y: top + height / 2 - scroller.scrollTop + box.top - event.clientY,
      },
      onMove: (moved) => previewEnds({ annotationId: annotation.id, span: moved }),
      onEnd: (ended) => {
        if (ended === null) previewEnds(null);
        else void dropEnd(annotation, ended);
      },
    });
  };
  const pressed = (end: End) => (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    event.stopPropagation();
    void stepEnd(end, event.key === 'ArrowRight' ? 1 : -1, event.altKey ? 'character' : 'syllable');
  };
  return (
    <div className="mark-ends" role="group" aria-label={t('marking.ends.group')}>
      {(['start', 'end'] as const).map((end) => (
        <button
          key={end}
          type="button"
          className={`mark-end at-${end} k-${annotation.kind}`}
          style={{ left: places[end].left, top: places[end].top, height: places[end].height }}
          aria-label={t('marking.ends.hint', { name: t(`marking.ends.${end}`) })}
          onMouseDown={(event) => event.preventDefault()}
          onPointerDown={grab(end)}
          onKeyDown={pressed(end)}
        />
      ))}
    </div>
  );
}

/** Where an end stands: CSS pixels from the corner of the scrolled text, and the height of its line. */
interface EndPlace {
  left: number;
  top: number;
  height: number;
}

type EndPlaces = Readonly<Record<End, EndPlace>>;

/** Measured again in the next frame whenever the words, their marks or the layout change. */
function useEndPlaces(
  scroller: HTMLElement,
  span: Span,
  article: Article,
  painted: unknown,
): EndPlaces | null {
  const [places, setPlaces] = useState<EndPlaces | null>(null);
  const { start, end } = span;
  const measure = useCallback(() => {
    const first = edgeOf(scroller, { start, end: start + 1 }, 'start');
    const last = edgeOf(scroller, { start: end - 1, end }, 'end');
    setPlaces((before) => {
      const next = first === null || last === null ? null : { start: first, end: last };
      return JSON.stringify(next) === JSON.stringify(before) ? before : next;
    });
  }, [scroller, start, end]);
  useEffect(() => {
    let frame = requestAnimationFrame(measure);
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(later);
    const text = scroller.querySelector('.article');
    if (text !== null) observer.observe(text);
    // Far paragraphs of a long article have their true heights only when they come near.
    scroller.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener('scroll', later);
    };
  }, [measure, scroller, article, painted]);
  return places;
}

function edgeOf(scroller: HTMLElement, letter: Span, end: End): EndPlace | null {
  const rects = rangeOfSpan(scroller, letter)?.getClientRects();
  const rect = end === 'start' ? rects?.[0] : rects?.[rects.length - 1];
  if (rect === undefined) return null;
  const box = scroller.getBoundingClientRect();
  return {
    left: (end === 'start' ? rect.left : rect.right) - box.left + scroller.scrollLeft,
    top: rect.top - box.top + scroller.scrollTop,
    height: rect.height,
  };
}
