import { useLayoutEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Article } from '#core/article';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { changedSpans } from '#core/word-diff';
import type { Compared } from '../state/alignment';
import { SIDES, type Side } from '../state/comparing-rows';
import { useLibrary } from '../state/library';
import { useView } from '../state/view';
import { Painter, type MarkSpan } from '../ui/text/paint';
import { sideOf, WordChanges } from './word-changes';

const NONE: readonly Annotation[] = [];

/**
 * Fills the paragraphs of both columns (they carry `data-side` and `data-block`), paints their marks, and underlines the
 * words in which pairs differ. Returns what each portion is to be given to once it is on the page.
 */
export function useColumns(scroller: HTMLElement, compared: Compared): (portion: HTMLElement) => void {
  const { left, right } = compared;
  const columns = useMemo(() => {
    const changes = new WordChanges(scroller, changesIn(compared));
    const painter = () => new Painter(scroller, (element) => changes.refresh(element));
    const painters = { left: painter(), right: painter() };
    const articles = { left: compared.left, right: compared.right };
    const add = (portion: HTMLElement) => {
      for (const element of portion.querySelectorAll<HTMLElement>('[data-start]')) {
        const side = sideOf(element);
        const block = articles[side].blocks[Number(element.dataset['block'])];
        if (block === undefined) continue;
        painters[side].add(element, block.text, Number(element.dataset['start']), portion);
      }
    };
    return { changes, painters, add };
  }, [scroller, compared]);
  useLayoutEffect(
    () => () => {
      for (const side of SIDES) columns.painters[side].clear();
      columns.changes.clear();
    },
    [columns],
  );
  useMarks(columns.painters.left, left);
  useMarks(columns.painters.right, right);
  return columns.add;
}

/** Paints the annotations of one column's article. */
function useMarks(painter: Painter, { id }: Article): void {
  const { t } = useTranslation();
  const annotations = useLibrary(({ views }) => views.get(id)?.annotations ?? NONE);
  const chosenId = useView(({ chosen }) => (chosen?.articleId === id ? chosen.annotationId : null));
  useLayoutEffect(() => {
    const placed = annotations.filter(({ anchor }) => anchor !== 'orphan');
    const spans = placed.map(({ id: name, target, kind, colour }): MarkSpan => {
      const text = target.quote.exact.slice(0, 120);
      return {
        id: name,
        start: target.start,
        end: target.end,
        kind,
        colour,
        get label() {
          return t('reader.marked', { kind: t(`kind.${kind}`), text });
        },
      };
    });
    painter.setSpans(spans);
  }, [painter, annotations, t]);
  useLayoutEffect(() => painter.choose(chosenId), [painter, chosenId]);
}

/** Finds the words that changed in an element's paragraph; each pair is compared once. */
function changesIn({ left, right, rows }: Compared): (element: HTMLElement) => readonly Span[] {
  const pairs = { left: new Map<number, [number, number]>(), right: new Map<number, [number, number]>() };
  for (const { pair } of rows) {
    if (pair === null || pair.kind === 'same') continue;
    for (const side of SIDES) pairs[side].set(pair[side], [pair.left, pair.right]);
  }
  const known = new Map<string, Record<Side, readonly Span[]>>();
  return (element) => {
    const side = sideOf(element);
    const pair = pairs[side].get(Number(element.dataset['block']));
    if (pair === undefined) return [];
    const key = pair.join();
    const before = known.get(key);
    if (before !== undefined) return before[side];
    const spans = changedSpans(left.blocks[pair[0]]?.text ?? '', right.blocks[pair[1]]?.text ?? '');
    const found = { left: spans.before, right: spans.after };
    known.set(key, found);
    return found[side];
  };
}
