import { useEffect, type RefObject } from 'react';
import type { Alignment } from '#core/align';
import { readyAlignment, useAlignment } from '../state/alignment';
import { useLibrary, viewOf } from '../state/library';
import { paneHandle, type PaneHandle } from '../state/panes';
import { useView, type PaneState } from '../state/view';
import { partnerLine, stepsOf, type Ground, type Steps } from './linked-places';

/** Where the eyes are, as a share of the pane's height. */
const READING_LINE = 1 / 3;

/** Keeps the panes at paragraphs that belong together while they are linked. Draws nothing. */
export function LinkedScroll({ root }: { root: RefObject<HTMLElement | null> }) {
  const linked = useView((state) => state.linked && state.panes.length > 1);
  const panes = useView((state) => state.panes);
  useEffect(() => (linked ? follow(root.current) : undefined), [linked, root]);
  if (!linked) return null;
  return panes.flatMap((one, i) =>
    panes.slice(i + 1).map((other) => <Prepared key={`${one.key}-${other.key}`} one={one} other={other} />),
  );
}

/** Sees to it that two articles are aligned before one is scrolled, also after their texts or pins have changed. */
function Prepared({ one, other }: { one: PaneState; other: PaneState }) {
  const alignment = useAlignment(one.articleId, other.articleId);
  useEffect(() => {
    const key = keyOfActive();
    if (alignment !== null && key !== undefined) bringAlong(key);
  }, [alignment]);
  return null;
}

const stepsKnown = new WeakMap<Alignment, Steps>();

function knownSteps(alignment: Alignment): Steps {
  const steps = stepsKnown.get(alignment) ?? stepsOf(alignment.pairs);
  stepsKnown.set(alignment, steps);
  return steps;
}

/** The pane's text as far as scrolling goes; null while the pane does not show it. */
function groundOf(pane: PaneState): { ground: Ground; handle: PaneHandle; articleId: string } | null {
  const view = viewOf(useLibrary.getState(), pane);
  const handle = paneHandle(pane.key);
  if (view === undefined || handle === undefined) return null;
  const ground = {
    boxOf: handle.boxOf,
    blocks: view.article.blocks.length,
    height: handle.scroller.scrollHeight,
  };
  return { ground, handle, articleId: view.article.id };
}

/** Scrolls the other panes to what belongs to the line that is read in one. */
function bringAlong(key: number): void {
  const { panes } = useView.getState();
  const leader = panes.find((pane) => pane.key === key);
  const lead = leader === undefined ? null : groundOf(leader);
  if (lead === null) return;
  const { scroller } = lead.handle;
  const line = scroller.scrollTop + scroller.clientHeight * READING_LINE;
  for (const pane of panes) {
    const other = pane.key === key ? null : groundOf(pane);
    const alignment = other === null ? null : readyAlignment(lead.articleId, other.articleId);
    if (other === null || alignment === null) continue;
    const to = partnerLine(line, lead.ground, other.ground, knownSteps(alignment));
    other.handle.scroller.scrollTop = to - other.handle.scroller.clientHeight * READING_LINE;
  }
}

function keyOfActive(): number | undefined {
  const { panes, active } = useView.getState();
  return panes[active]?.key;
}

/** Listens to the panes in `root`. Only the pane under the hand leads: what it moves does not move it in turn. */
function follow(root: HTMLElement | null): (() => void) | undefined {
  if (root === null) return undefined;
  let hand = keyOfActive();
  const touched = (event: Event) => {
    const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null;
    const index = Number(pane?.dataset['pane'] ?? NaN);
    hand = useView.getState().panes[index]?.key ?? keyOfActive();
  };
  const typed = () => {
    hand = keyOfActive();
  };
  let frame = 0;
  const scrolled = (event: Event) => {
    const lead = paneHandle(hand);
    if (lead === undefined || event.target !== lead.scroller || hand === undefined) return;
    const leader = hand;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => bringAlong(leader));
  };
  // A jump in another pane (a card, a link, a search) is made in the active one.
  const forget = useView.subscribe((state, before) => {
    if (state.active !== before.active || state.panes !== before.panes) hand = keyOfActive();
  });
  document.addEventListener('wheel', touched, { capture: true, passive: true });
  document.addEventListener('pointerdown', touched, true);
  document.addEventListener('keydown', typed, true);
  root.addEventListener('scroll', scrolled, true);
  return () => {
    cancelAnimationFrame(frame);
    forget();
    document.removeEventListener('wheel', touched, true);
    document.removeEventListener('pointerdown', touched, true);
    document.removeEventListener('keydown', typed, true);
    root.removeEventListener('scroll', scrolled, true);
  };
}
