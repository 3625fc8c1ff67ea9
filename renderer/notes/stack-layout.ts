import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { Annotation } from '#core/annotation';
import type { Suggestion } from '#core/suggestions';
import { blockAt, blockStarts, type Article } from '#core/article';
import type { PaneHandle } from '../state/panes';
import { useView } from '../state/view';
import { afterPaint } from '../ui/after-paint';
import { besidePassage, highestPlace, placeNear, type Sight } from './placement';

/** The height of a note's card that was not drawn yet, and of a suggestion that is not open. CSS pixels. */
const CARD_GUESS = 84;
const LINE = 26;
/** Cards within this distance of the window are drawn, and stand exactly; the others wait at their block. */
const NEAR = 1000;
/** Of more cards than this only those near the window are placed at all. */
const MOST_PLACED = 500;
/** The stack is laid out anew whenever this much was scrolled. CSS pixels. */
const SCROLL_STEP = 400;

/** What stands beside its passage. */
export type Beside = Annotation | Suggestion;

/** Where its passage begins. */
export const startOf = (item: Beside): number => ('target' in item ? item.target.start : item.start);

/** A card that is drawn. */
export interface ShownCard {
  item: Beside;
  /** CSS pixels from the top of the scrolled text. */
  top: number;
}

/**
 * Heights of passages and cards in, the cards near the window (and the open one) and their tops out; measured again
 * whenever the text is laid out anew.
 */
export function useStackLayout(
  article: Article,
  placed: readonly Beside[],
  handle: PaneHandle,
  chosenId: string | null,
) {
  const factsRef = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [shown, setShown] = useState<readonly ShownCard[]>([]);
  const starts = useMemo(() => blockStarts(article.blocks), [article.blocks]);
  const blocks = useMemo(() => placed.map((item) => blockAt(starts, startOf(item))), [placed, starts]);

  const lay = useCallback(() => {
    const sight = sightOf(handle.scroller, factsRef.current);
    const blockTops = handle.blockTops();
    const inWindow = (top: number | undefined): boolean => top !== undefined && isNear(top, sight);
    const cards = placed.flatMap((item, i) => {
      const blockTop = blockTops[blocks[i] ?? 0] ?? 0;
      const near = inWindow(blockTop);
      const open = item.id === chosenId;
      if (!near && !open && placed.length > MOST_PLACED) return [];
      const quiet = !open && !('target' in item);
      // The height that was measured may be that of the card while it was open.
      const height = quiet ? LINE : (heights.current.get(item.id) ?? CARD_GUESS);
      const passage = (near ? handle.topOf(startOf(item)) : null) ?? blockTop;
      const wanted = besidePassage(passage, { height, open, quiet }, sight);
      return [{ item, id: item.id, height, quiet, wanted }];
    });
    const floor = highestPlace(factsRef.current?.offsetHeight ?? 0, sight);
    const tops = placeNear(cards, { floor, chosenId, inWindow, mostApart: sight.height || Infinity });
    handle.reserve(
      cards.reduce((most, { id, height }) => Math.max(most, (tops.get(id) ?? 0) + height), 0) + 24,
    );
    const next = cards.flatMap(({ item, id }) => {
      const top = tops.get(id);
      return top !== undefined && (inWindow(top) || id === chosenId) ? [{ item, top }] : [];
    });
    setShown((before) => (sameCards(before, next) ? before : next));
  }, [placed, blocks, handle, chosenId]);

  const layLater = useLayoutWatch(handle, factsRef, lay);
  const onHeight = useCallback(
    (id: string, height: number) => {
      if (heights.current.get(id) === height) return;
      heights.current.set(id, height);
      layLater();
    },
    [layLater],
  );
  return { shown, onHeight, factsRef };
}

const sameCards = (some: readonly ShownCard[], others: readonly ShownCard[]): boolean =>
  some.length === others.length &&
  some.every(({ item, top }, i) => item === others[i]?.item && top === others[i].top);

const stackOf = (facts: HTMLElement | null): Element | null => facts?.closest('.note-stack') ?? null;

function sightOf(scroller: HTMLElement, facts: HTMLElement | null): Sight {
  const stackTop = stackOf(facts)?.getBoundingClientRect().top;
  const top = scroller.getBoundingClientRect().top;
  return { scrollTop: scroller.scrollTop, height: scroller.clientHeight, covered: (stackTop ?? top) - top };
}

const isNear = (top: number, { scrollTop, height }: Sight): boolean =>
  top > scrollTop - NEAR && top < scrollTop + height + NEAR;

/** Calls `lay` after the next frame, and again when the text changes its size, fonts arrive or much was scrolled. */
function useLayoutWatch(
  { scroller }: PaneHandle,
  facts: RefObject<HTMLElement | null>,
  lay: () => void,
): () => void {
  const latest = useRef(lay);
  const waiting = useRef(false);
  // Thousands of notes take their time, and marks must not wait for it.
  const later = useCallback(() => {
    if (waiting.current) return;
    waiting.current = true;
    afterPaint(() => {
      waiting.current = false;
      latest.current();
    });
  }, []);
  useEffect(() => {
    latest.current = lay;
    later();
    return () => {
      latest.current = () => undefined;
    };
  }, [lay, later]);
  useEffect(() => {
    let laidAt = scroller.scrollTop;
    const scrolledBy = (least: number) => () => {
      if (Math.abs(scroller.scrollTop - laidAt) < least) return;
      laidAt = scroller.scrollTop;
      later();
    };
    const scrolled = scrolledBy(SCROLL_STEP);
    // Where the open card may stand is known once the scrolling to its passage is over.
    const ended = scrolledBy(1);
    const observer = new ResizeObserver(later);
    const text = scroller.querySelector('.article');
    if (text !== null) observer.observe(text);
    const stack = stackOf(facts.current);
    if (stack !== null) observer.observe(stack);
    void document.fonts.ready.then(later);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    scroller.addEventListener('scrollend', ended);
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', scrolled);
      scroller.removeEventListener('scrollend', ended);
    };
  }, [scroller, facts, later]);
  return later;
}

/** Moves the stack with its text: what it is given stands as far below the top of the text as it says. */
export function useScrollTogether({ scroller }: PaneHandle) {
  const inner = useRef<HTMLDivElement>(null);
  const layout = useView((state) => state.layout);
  useLayoutEffect(() => {
    const cards = inner.current;
    const stack = cards?.parentElement ?? null;
    if (cards === null || stack === null) return undefined;
    // How much lower than the stack the pane stands: it may be under another one.
    let shift = 0;
    const follow = () => {
      cards.style.transform = `translateY(${shift - scroller.scrollTop}px)`;
    };
    const measure = () => {
      shift = scroller.getBoundingClientRect().top - stack.getBoundingClientRect().top;
      stack.style.clipPath = shift > 0 ? `inset(${shift}px 0 0)` : '';
      follow();
    };
    // It is called before the next frame too: to measure now would lay the page out once more.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    observer.observe(stack);
    scroller.addEventListener('scroll', follow, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', follow);
    };
  }, [scroller, layout]);
  return inner;
}
