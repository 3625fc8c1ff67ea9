import { useEffect, useRef, type RefObject } from 'react';
import { readyAlignment, useAlignment } from '../state/alignment';
import { useLibrary, viewOf } from '../state/library';
import { onPanesChanged, paneHandle } from '../state/panes';
import { useView, type PaneState } from '../state/view';
import { LOOKS, shapesOf, tiesIn, type Side } from './connector-shapes';
import './connectors.css';

/**
 * How far a connector reaches into the panes, in CSS pixels: on the left over the scroll bar into the margin of the text,
 * on the right up to the paragraph numbers, of which those above 999 begin sooner.
 */
const REACH = { left: 17, right: 8, rightOfLong: 3 } as const;

/** Panes that stand side by side have only the line to drag between them. */
const TOUCHING = 4;

interface PairProps {
  root: RefObject<HTMLElement | null>;
  left: PaneState;
  right: PaneState;
}

/** Between panes side by side that are linked: which paragraphs in sight belong together. The comparison says it in words. */
export function Connectors({ root }: { root: RefObject<HTMLElement | null> }) {
  const linked = useView((state) => state.linked);
  const panes = useView((state) => state.panes);
  if (!linked) return null;
  return panes.flatMap((left, i) =>
    panes
      .slice(i + 1)
      .map((right) => <Between key={`${left.key}-${right.key}`} root={root} left={left} right={right} />),
  );
}

function Between({ root, left, right }: PairProps) {
  const svg = useRef<SVGSVGElement>(null);
  const alignment = useAlignment(left.articleId, right.articleId);
  useEffect(() => {
    const [reader, element] = [root.current, svg.current];
    if (reader === null || element === null) return undefined;
    return drawOn(reader, left, right, () => draw(reader, element, left, right));
  }, [root, left, right, alignment]);
  return (
    <svg ref={svg} className="connectors" aria-hidden>
      {LOOKS.map((look) => (
        <g key={look} className={look}>
          <path className="body" />
          <path className="ends" />
        </g>
      ))}
    </svg>
  );
}

/** Calls `drawNow` in the next frame whenever one of the panes is scrolled, laid out anew, moved, or read elsewhere. */
function drawOn(reader: HTMLElement, left: PaneState, right: PaneState, drawNow: () => void): () => void {
  let frame = 0;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(drawNow);
  };
  const scrollers = () => [left, right].flatMap(({ key }) => paneHandle(key)?.scroller ?? []);
  const scrolled = ({ target }: Event) => {
    if (scrollers().some((scroller) => scroller === target)) later();
  };
  const sizes = new ResizeObserver(later);
  const observe = () => {
    sizes.disconnect();
    for (const scroller of scrollers()) {
      for (const element of [scroller, ...scroller.children]) sizes.observe(element);
    }
    later();
  };
  observe();
  reader.addEventListener('scroll', scrolled, { capture: true, passive: true });
  const forgetPanes = onPanesChanged(observe);
  const forgetView = useView.subscribe((now, before) => {
    if (now.blocks !== before.blocks || now.active !== before.active || now.layout !== before.layout) later();
  });
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    forgetPanes();
    forgetView();
    reader.removeEventListener('scroll', scrolled, true);
  };
}

function draw(reader: HTMLElement, svg: SVGSVGElement, left: PaneState, right: PaneState): void {
  const [one, other] = [placed(left), placed(right)];
  const alignment = one === null || other === null ? null : readyAlignment(one.articleId, other.articleId);
  const zone = one === null || other === null ? null : zoneBetween(one.box, other.box);
  svg.toggleAttribute('hidden', alignment === null || zone === null);
  if (one === null || other === null || alignment === null || zone === null) return;
  const reach = other.side(0).ground.blocks > 999 ? REACH.rightOfLong : REACH.right;
  const width = Math.round(other.box.left + reach - (one.box.right - REACH.left));
  const height = zone.bottom - zone.top;
  const origin = reader.getBoundingClientRect();
  svg.style.left = `${one.box.right - REACH.left - origin.left}px`;
  svg.style.top = `${zone.top - origin.top}px`;
  svg.style.width = `${width}px`;
  svg.style.height = `${height}px`;
  const ties = tiesIn(height, one.side(zone.top), other.side(zone.top), alignment.pairs);
  const shapes = shapesOf(ties, width);
  for (const look of LOOKS) {
    svg.querySelector(`.${look} .body`)?.setAttribute('d', shapes[look].body);
    svg.querySelector(`.${look} .ends`)?.setAttribute('d', shapes[look].ends);
  }
}

/** A pane's text and where it stands in the window; null while the pane does not show it. */
function placed(pane: PaneState) {
  const article = viewOf(useLibrary.getState(), pane)?.article;
  const handle = paneHandle(pane.key);
  if (article === undefined || handle === undefined) return null;
  const { scroller, boxOf } = handle;
  const box = scroller.getBoundingClientRect();
  const { panes, active, blocks } = useView.getState();
  const ground = { boxOf, blocks: article.blocks.length, height: scroller.scrollHeight };
  const current = panes[active]?.key === pane.key ? (blocks.get(pane.key) ?? null) : null;
  const side = (top: number): Side => ({ ground, current, shift: box.top - top - scroller.scrollTop });
  return { articleId: article.id, box, side };
}

/** Where two texts stand side by side; null where something is between them, or one is under the other. */
function zoneBetween(left: DOMRect, right: DOMRect): { top: number; bottom: number } | null {
  const [top, bottom] = [Math.max(left.top, right.top), Math.min(left.bottom, right.bottom)];
  return Math.abs(right.left - left.right) <= TOUCHING && bottom > top ? { top, bottom } : null;
}
