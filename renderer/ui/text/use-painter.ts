import { useEffect, useLayoutEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#core/annotation';
import type { Article } from '#core/article';
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
}

const textsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-start]') ?? []),
];

/** Fills the text elements of an article (they carry `data-start`), marks them, and underlines doubtful words. */
export function usePainter(root: RefObject<HTMLElement | null>, painted: Painted): void {
  const { article, starts, annotations, chosenId, doubt, scroller } = painted;
  const { t } = useTranslation();
  const words = article.machineRead?.doubtful;
  const doubtful = useMemo(() => {
    const blocks = new Map(starts.map((start, block) => [start, block]));
    return new DoubtfulWords((element) => blocks.get(Number(element.dataset['start'])) ?? -1);
  }, [starts]);
  const painter = useMemo(
    () => new Painter(scroller, (element) => doubtful.refresh(element)),
    [scroller, doubtful],
  );

  useLayoutEffect(() => {
    doubtful.setWords(words ?? []);
    textsIn(root.current).forEach((element, i) => {
      const block = article.blocks[i];
      if (block !== undefined) painter.add(element, block.text, starts[i] ?? 0);
    });
    return () => {
      painter.clear();
      doubtful.clear();
    };
  }, [painter, doubtful, words, root, article.blocks, starts]);

  useEffect(() => {
    const spans = annotations.map((annotation): MarkSpan => ({
      id: annotation.id,
      start: annotation.target.start,
      end: annotation.target.end,
      kind: annotation.kind,
      colour: annotation.colour,
      // Words are looked up only for marks that are drawn: an article may have thousands.
      get label() {
        const text = annotation.target.quote.exact.slice(0, 120);
        return t('reader.marked', { kind: t(`kind.${annotation.kind}`), text });
      },
    }));
    painter.setSpans(spans);
  }, [painter, annotations, t, article.blocks]);

  useEffect(() => painter.choose(chosenId), [painter, chosenId, annotations]);

  useEffect(() => {
    const word = doubt === null ? undefined : words?.[doubt];
    const element = word === undefined ? undefined : textsIn(root.current)[word.block];
    doubtful.choose(element ?? null, word);
  }, [doubtful, doubt, words, root, annotations]);
}
