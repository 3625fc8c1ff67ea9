import { useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import { asksForNothing, fits } from '#core/annotation-filter';
import type { Article } from '#core/article';
import { useBulk } from '../../state/bulk';
import { useNoteFilter } from '../../state/note-filter';
import { DoubtfulWords } from './doubtful';
import { Painter, type MarkSpan } from './paint';

interface Painted {
  article: Article;
  starts: readonly number[];
  annotations: readonly Annotation[];
  chosenId: string | null;
  /** The doubtful word that was stepped to, by its index. */
  doubt: number | null;
  scroller: HTMLElement;
  /** The element that holds a block's text. */
  textOf: (block: number) => HTMLElement | null;
  /** Hears of every text element whose text nodes are new ones. */
  onFilled: (element: HTMLElement) => void;
  /** Hears of every watched element that comes near the window. */
  onNear: (around: Element) => void;
}

/**
 * Marks an article's annotations and underlines its doubtful words in the text elements that are added to the painter.
 * The returned painter is another one whenever the text is.
 */
export function usePainter(painted: Painted): Painter {
  const { article, starts, annotations, chosenId, doubt, scroller, textOf, onFilled, onNear } = painted;
  const words = article.machineRead?.doubtful;
  const doubtful = useMemo(() => {
    const blocks = new Map(starts.map((start, block) => [start, block]));
    const made = new DoubtfulWords((element) => blocks.get(Number(element.dataset['start'])) ?? -1);
    made.setWords(words ?? []);
    return made;
  }, [starts, words]);
  const painter = useMemo(
    () =>
      new Painter(
        scroller,
        (element) => {
          doubtful.refresh(element);
          onFilled(element);
        },
        onNear,
      ),
    [scroller, doubtful, onFilled, onNear],
  );
  useLayoutEffect(
    () => () => {
      painter.clear();
      doubtful.clear();
    },
    [painter, doubtful],
  );

  const spanOf = useSpanOf();
  // Before the first frame, so that an article never shows without its marks.
  useLayoutEffect(() => painter.setSpans(annotations.map(spanOf)), [painter, annotations, spanOf]);
  useLayoutEffect(() => painter.choose(chosenId), [painter, chosenId]);
  const { picked, faint } = useNoteLooks(article.id, annotations);
  useLayoutEffect(() => painter.pick(picked), [painter, picked]);
  useLayoutEffect(() => painter.fade(faint), [painter, faint]);

  useLayoutEffect(() => {
    const word = doubt === null ? undefined : words?.[doubt];
    doubtful.choose(word === undefined ? null : textOf(word.block), word);
  }, [doubtful, doubt, words, textOf, annotations]);
  return painter;
}

const NONE: ReadonlySet<string> = new Set();

/** The annotations that are chosen together, and those that do not fit the filter of the notes. */
function useNoteLooks(articleId: string, annotations: readonly Annotation[]) {
  const picked = useBulk((state) => (state.articleId === articleId ? state.ids : NONE));
  const filter = useNoteFilter((state) => state.filter);
  const faint = useMemo(() => {
    if (asksForNothing(filter)) return NONE;
    return new Set(annotations.filter((each) => !fits(each, filter)).map(({ id }) => id));
  }, [annotations, filter]);
  return { picked, faint };
}

/** What the painter needs of an annotation: the same object for the same annotation, while the language stays. */
function useSpanOf(): (annotation: Annotation) => MarkSpan {
  const { t } = useTranslation();
  return useMemo(() => {
    const label = ({ kind, target }: Annotation) =>
      t('reader.marked', { kind: t(`kind.${kind}`), text: target.quote.exact.slice(0, 120) });
    return remembered((annotation): MarkSpan => {
      const { id, kind, colour, target } = annotation;
      return {
        ...{ id, kind, colour, start: target.start, end: target.end },
        // Words are looked up only for marks that are drawn: an article may have thousands.
        get label() {
          return label(annotation);
        },
      };
    });
  }, [t]);
}

/** `make`, which is asked once for each object. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
