import { useEffect, useLayoutEffect, useMemo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { blockStarts, type Article } from '#core/article';
import type { Annotation } from '#core/annotation';
import type { Span } from '#core/span';
import { changedSpans } from '#core/word-diff';
import type { Compared } from '../state/alignment';
import { SIDES, type Side } from '../state/comparing-rows';
import { useLibrary } from '../state/library';
import { Painter, type MarkSpan } from '../ui/text/paint';
import { sideOf, WordChanges } from './word-changes';

const textsIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')];
const NONE: readonly Annotation[] = [];

/**
 * Fills the paragraphs of both columns (they carry `data-side` and `data-block`), paints their marks, and underlines the
 * words in which pairs differ.
 */
export function useColumns(
  root: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
  compared: Compared,
): void {
  const { left, right, rows } = compared;
  const parts = useMemo(() => {
    if (scroller === null) return null;
    const changes = new WordChanges(scroller, changesIn(compared));
    const painter = () => new Painter(scroller, (element) => changes.refresh(element));
    return { changes, painters: { left: painter(), right: painter() } };
  }, [scroller, compared]);

  useLayoutEffect(() => {
    const page = root.current;
    if (page === null || parts === null) return undefined;
    const starts = { left: blockStarts(left.blocks), right: blockStarts(right.blocks) };
    const articles = { left, right };
    for (const element of textsIn(page)) {
      const side = sideOf(element);
      const index = Number(element.dataset['block']);
      const block = articles[side].blocks[index];
      if (block !== undefined) parts.painters[side].add(element, block.text, starts[side][index] ?? 0);
    }
    return () => {
      for (const side of SIDES) parts.painters[side].clear();
      parts.changes.clear();
    };
  }, [root, parts, left, right, rows]);

  useMarks(parts?.painters.left ?? null, left);
  useMarks(parts?.painters.right ?? null, right);
}

/** Paints the annotations of one column's article. */
function useMarks(painter: Painter | null, { id }: Article): void {
  const { t } = useTranslation();
  const annotations = useLibrary(({ views }) => views.get(id)?.annotations ?? NONE);
  useEffect(() => {
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
    painter?.setSpans(spans);
  }, [painter, annotations, t]);
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
