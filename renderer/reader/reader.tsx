import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { Group, Panel, Separator, useGroupRef } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { boxesOf, resized, type Layout } from '#core/layout';
import { useLibrary, viewOf } from '../state/library';
import { useOriginal } from '../state/original';
import { SMALLEST_PANE, zoomPane } from '../state/pane-layout';
import { paneHandle } from '../state/panes';
import { panePosition } from '../state/places';
import { showTexts } from '../state/shown-texts';
import { letterOf, setView, useView, type PaneState } from '../state/view';
import { SelectedWords } from '../ui/text/selected-words';
import { Connectors } from './connectors';
import { LinkPill, pillPlace } from './link-pill';
import { LinkedScroll } from './linked-scroll';
import { MarkTools } from './marks/mark-tools';
import { OriginalColumn } from './original-column';
import { placeOriginals } from './original-place';
import { Pane } from './pane';
import { PaneDrop } from './pane-drop';
import { ParagraphMenu } from './paragraph-menu';
import { FindBar } from './find/find-bar';
import { textsInPanes } from './shown-in-panes';
import { SpeakingBar } from './speaking-bar';
import { useFocusFollow } from './use-focus-follow';
import './reader.css';
import './original.css';
import './panes.css';

interface Size {
  width: number;
  height: number;
}

/** The panes, as their layout says. */
export function Panes({ onImport }: { onImport: () => void }) {
  const root = useRef<HTMLDivElement>(null);
  const size = useSize(root);
  const panes = useView((state) => state.panes);
  const active = useView((state) => state.active);
  const layout = useView((state) => state.layout);
  const zooms = useView((state) => state.zooms);
  const originals = useOriginal((state) => state.open);
  const roots = usePaneRoots(panes);
  useEffect(() => showTexts(textsInPanes), []);
  useWheelZoom(root);
  useFocusFollow(root);

  const boxes = boxesOf(layout);
  const place = placeOriginals({
    open: panes.map((pane) => pane.articleId !== null && originals.has(pane.key)),
    widths: panes.map(({ key }) => (boxes.get(key)?.width ?? 0) * size.width),
    active,
  });
  const coveredBy = place.covered === null ? undefined : panes[active];
  const pill = pillPlace(layout, size.width);
  const pillSide = (key: number) =>
    pill === null ? undefined : key === pill.left ? 'left' : key === pill.right ? 'right' : undefined;
  return (
    <div className="panes" ref={root} data-reader>
      <Room layout={layout} path={[]} size={size} roots={roots} />
      {panes.map((pane, i) => {
        const root = roots.get(pane.key);
        if (root === undefined) return null;
        const zoom = zooms.get(pane.key) ?? 1;
        return createPortal(
          <div
            className="pane-place"
            style={{ '--zoom': zoom } as CSSProperties}
            data-pill={pillSide(pane.key)}
          >
            {i === place.covered && coveredBy !== undefined ? (
              <CoverColumn pane={coveredBy} letter={letterOf(active)} />
            ) : (
              <Pane pane={pane} index={i} active={i === active} original={place.of(i)} onImport={onImport} />
            )}
            <ZoomSign zoom={zoom} />
            <PaneDrop pane={pane} />
          </div>,
          root,
          pane.key,
        );
      })}
      {pill !== null && <LinkPill place={pill} />}
      <LinkedScroll root={root} />
      <Connectors root={root} />
      <FindBar />
      <SelectedWords />
      <SpeakingBar />
      <MarkTools panes={root} />
      <ParagraphMenu />
    </div>
  );
}

type PaneRoots = ReadonlyMap<number, HTMLElement>;

/** An element for each pane that stays the same wherever the pane is moved, so that it is never drawn anew. */
function usePaneRoots(panes: readonly PaneState[]): PaneRoots {
  const [roots, setRoots] = useState<PaneRoots>(new Map());
  const missing = panes.some(({ key }) => !roots.has(key)) || roots.size !== panes.length;
  if (!missing) return roots;
  const next = new Map(panes.map(({ key }) => [key, roots.get(key) ?? newRoot()]));
  setRoots(next);
  return next;
}

function newRoot(): HTMLElement {
  const root = document.createElement('div');
  root.className = 'pane-root';
  return root;
}

interface RoomProps {
  layout: Layout;
  /** The indexes that lead to this part of the layout. */
  path: readonly number[];
  size: Size;
  roots: PaneRoots;
}

/** A pane, or a row or column of rooms with lines between them that can be dragged. */
function Room({ layout, path, size, roots }: RoomProps) {
  if (!('pane' in layout)) return <SplitRoom layout={layout} path={path} size={size} roots={roots} />;
  const root = roots.get(layout.pane);
  return root === undefined ? null : <Slot paneKey={layout.pane} root={root} />;
}

function SplitRoom({ layout, path, size, roots }: RoomProps & { layout: Exclude<Layout, { pane: number }> }) {
  const { t } = useTranslation();
  const group = useGroupRef();
  const { split, children, sizes } = layout;
  const across = split === 'right';
  const wanted = sizes.map((share, i) => [`part-${i}`, share] as const);
  useEffect(() => {
    const shown = group.current?.getLayout() ?? {};
    const differs = wanted.some(([id, share]) => Math.abs((shown[id] ?? share) - share) > 0.1);
    if (differs) group.current?.setLayout(Object.fromEntries(wanted));
  });
  const length = across ? size.width : size.height;
  const least = across ? SMALLEST_PANE.width : SMALLEST_PANE.height;
  return (
    <Group
      // Another number of parts is another group.
      key={`${split}-${children.length}`}
      groupRef={group}
      orientation={across ? 'horizontal' : 'vertical'}
      defaultLayout={Object.fromEntries(wanted)}
      onLayoutChanged={(changed, { isUserInteraction }) => {
        if (!isUserInteraction) return;
        const shares = children.map((_, i) => changed[`part-${i}`] ?? 0);
        setView({ layout: resized(useView.getState().layout, path, shares) });
      }}
      className="room"
    >
      {children.flatMap((child, i) => {
        const part = (size.width === 0 ? 0 : length) * ((sizes[i] ?? 0) / 100);
        const inner = across ? { ...size, width: part } : { ...size, height: part };
        return [
          i > 0 && (
            <Separator
              key={`line-${i}`}
              className={`pane-separator ${split}`}
              aria-label={t(across ? 'reader.resize' : 'panes.resizeHeight')}
            />
          ),
          <Panel key={`part-${i}`} id={`part-${i}`} minSize={Math.min(least, length / children.length - 1)}>
            <Room layout={child} path={[...path, i]} size={inner} roots={roots} />
          </Panel>,
        ];
      })}
    </Group>
  );
}

/** Where a pane stands. Moving an element scrolls it to its top and takes the keyboard away: both are brought back. */
function Slot({ paneKey, root }: { paneKey: number; root: HTMLElement }) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    slot.current?.replaceChildren(root);
    const handle = paneHandle(paneKey);
    const position = panePosition(paneKey);
    if (position !== null) handle?.goTo(position);
    const { panes, active } = useView.getState();
    if (panes[active]?.key === paneKey && document.activeElement === document.body) handle?.focus();
  }, [paneKey, root]);
  return <div className="pane-slot" ref={slot} />;
}

/** The original of a narrow pane's article, where its neighbour's text would be. */
function CoverColumn({ pane, letter }: { pane: PaneState; letter: string }) {
  const article = useLibrary((state) => viewOf(state, pane)?.article);
  return article === undefined ? null : <OriginalColumn pane={pane} article={article} letter={letter} />;
}

/** Says for a moment how large the letters have become. The status bar says it too, for screen readers. */
function ZoomSign({ zoom }: { zoom: number }) {
  const { t } = useTranslation();
  const [first] = useState(zoom);
  const [changed, setChanged] = useState(false);
  if (!changed && zoom !== first) setChanged(true);
  if (!changed) return null;
  return (
    <span key={zoom} className="zoom-sign num" aria-hidden>
      {t('panes.percent', { percent: Math.round(zoom * 100) })}
    </span>
  );
}

/** How far the wheel turns for one step of zoom. CSS pixels. */
const WHEEL_STEP = 50;

/** The wheel with Ctrl makes the letters of the pane under the mouse larger or smaller. */
function useWheelZoom(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    let turned = 0;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const pane = (event.target as Element).closest<HTMLElement>('[data-pane]');
      if (pane === null) return;
      turned += event.deltaY;
      if (Math.abs(turned) < WHEEL_STEP) return;
      zoomPane(turned < 0 ? 1 : -1, Number(pane.dataset['pane']));
      turned = 0;
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [root]);
}

/** Size of an element in CSS pixels, as it changes. */
function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => {
      setSize({ width: measured.clientWidth, height: measured.clientHeight });
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return size;
}
