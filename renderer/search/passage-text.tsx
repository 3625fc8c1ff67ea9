import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { showAnnotation } from '../state/linking';
import { attempt } from '../state/status';
import { openHere } from '../state/view';
import { idsOf } from '../ui/text/paint';
import { spotlight } from '../ui/text/spotlight';
import { usePainter } from '../ui/text/use-painter';

/** So many paragraphs before and after the chosen one; most articles have fewer. */
const AROUND = 40;

interface PassageTextProps {
  scroller: HTMLElement;
  article: Article;
  annotations: readonly Annotation[];
  /** The paragraph of the chosen place; null where it has none. */
  block: number | null;
  /** The places of the words, in order, and the chosen one. Offsets into the article's text. */
  hits: readonly Span[];
  current: Span | null;
}

/** Paragraphs with the person's marks, and the words that were looked for over them. */
export function PassageText(props: PassageTextProps) {
  const { article, block } = props;
  const middle = Math.floor((block ?? 0) / AROUND) * AROUND;
  const from = Math.max(0, middle - AROUND);
  const to = Math.min(article.blocks.length, middle + 2 * AROUND);
  // The painter keeps the texts that it was given: another part of the article is another one.
  return <Paragraphs key={`${article.revision} ${from}`} {...props} from={from} to={to} />;
}

function Paragraphs(props: PassageTextProps & { from: number; to: number }) {
  const { scroller, article, annotations, block, hits, current, from, to } = props;
  const rows = useRef<HTMLDivElement>(null);
  const starts = useMemo(() => blockStarts(article.blocks), [article]);
  const placed = useMemo(() => annotations.filter(({ anchor }) => anchor !== 'orphan'), [annotations]);
  const textOf = useCallback(
    (index: number) =>
      rows.current?.querySelector<HTMLElement>(`[data-start="${starts[index] ?? -1}"]`) ?? null,
    [starts],
  );
  const onFilled = useFoundWords(rows, hits, current, from, starts);
  const painter = usePainter({
    ...{ article, starts, annotations: placed, chosenId: null, doubt: null, scroller },
    ...{ textOf, onFilled, onNear: nothingToDo },
  });
  useLayoutEffect(() => {
    for (let index = from; index < to; index += 1) {
      const element = textOf(index);
      if (element !== null) painter.add(element, article.blocks[index]?.text ?? '', starts[index] ?? 0);
    }
  }, [painter, textOf, article, starts, from, to]);
  useEffect(() => {
    const row = block === null ? null : textOf(block);
    const top = row === null ? 0 : topOf(row) + offsetWithin(row, current, starts);
    scroller.scrollTo({ top: top - scroller.clientHeight * 0.36 });
  }, [scroller, textOf, block, current, starts]);
  return (
    // Marks are buttons of their own: their clicks and keys come here.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="rows"
      ref={rows}
      onClick={(event) => openMark(event.target, annotations)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && openMark(event.target, annotations)) event.preventDefault();
      }}
    >
      {article.blocks.slice(from, to).map(({ kind }, place) => {
        const index = from + place;
        const Text = kind === 'heading' ? 'h3' : kind === 'quote' ? 'blockquote' : 'p';
        return (
          <div key={index} className={`block ${kind} ${index === block ? 'current' : ''}`}>
            <span className="number" aria-hidden>
              {index + 1}
            </span>
            <Text data-start={starts[index]} />
          </div>
        );
      })}
    </div>
  );
}

const nothingToDo = (): void => undefined;

/** Where a paragraph begins in what is scrolled; its row is what it is placed in. CSS pixels. */
const topOf = (text: HTMLElement): number => text.parentElement?.offsetTop ?? 0;

/** How far down its paragraph a place stands. CSS pixels. */
function offsetWithin(row: HTMLElement, place: Span | null, starts: readonly number[]): number {
  if (place === null || row.textContent === '') return 0;
  const start = starts[blockAt(starts, place.start)] ?? 0;
  return row.offsetHeight * ((place.start - start) / row.textContent.length);
}

/** Draws the words that were found; again whenever a paragraph gets new text nodes. Returns who is to hear of that. */
function useFoundWords(
  rows: React.RefObject<HTMLDivElement | null>,
  hits: readonly Span[],
  current: Span | null,
  from: number,
  starts: readonly number[],
): () => void {
  const frame = useRef(0);
  const draw = useRef(nothingToDo);
  const later = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => draw.current());
  }, []);
  useEffect(() => {
    const begin = starts[from] ?? 0;
    draw.current = () => {
      const root = rows.current;
      if (root === null) return;
      const others = hits.filter(({ start }) => start >= begin && start !== current?.start);
      spotlight('found', [{ root, spans: others }]);
      spotlight('found-now', [{ root, spans: current === null ? [] : [current] }]);
    };
    later();
  }, [rows, hits, current, from, starts, later]);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      spotlight('found', []);
      spotlight('found-now', []);
    },
    [],
  );
  return later;
}

/** Opens the annotation of a mark in the reader. Returns whether there is one. */
function openMark(target: EventTarget, annotations: readonly Annotation[]): boolean {
  const mark = target instanceof Element ? target.closest<HTMLElement>('mark') : null;
  const id = mark === null ? undefined : idsOf(mark).at(-1);
  const annotation = annotations.find((each) => each.id === id);
  if (annotation === undefined) return false;
  openHere(annotation.articleId);
  void attempt(() => showAnnotation(annotation));
  return true;
}
