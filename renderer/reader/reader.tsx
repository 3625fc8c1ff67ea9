import { Fragment, useEffect, useRef, useState, type RefObject } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { useLibrary, viewOf } from '../state/library';
import { useOriginal } from '../state/original';
import { addPane, fittingPanes, letterOf, setView, useView, type PaneState } from '../state/view';
import { OriginalColumn } from './original-column';
import { placeOriginals } from './original-place';
import { Pane } from './pane';
import { SelectionBar } from './selection-bar';
import { useTextSelection } from '../ui/text/use-text-selection';
import './reader.css';
import './original.css';

/** The panes, side by side. */
export function Panes({ onImport }: { onImport: () => void }) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const panes = useView((state) => state.panes);
  const active = useView((state) => state.active);
  const widths = useView((state) => state.widths);
  useTextSelection(root);

  const hasRoom = panes.length < fittingPanes(width);
  // A new set of panes is a new layout: equal widths, or those that were kept for it.
  const layoutKey = panes.map((pane) => pane.key).join('-');
  const kept = widths.length === panes.length ? widths : panes.map(() => 100 / panes.length);
  const layout: Layout = Object.fromEntries(panes.map((pane, i) => [`pane-${pane.key}`, kept[i] ?? 0]));
  const originals = useOriginal((state) => state.open);
  const place = placeOriginals({
    open: panes.map((pane) => pane.articleId !== null && originals.has(pane.key)),
    widths: panes.map((_, i) => (width * (kept[i] ?? 0)) / 100),
    active,
  });
  const coveredBy = place.covered === null ? undefined : panes[active];

  return (
    <div className="panes" ref={root} data-reader>
      <Group
        key={layoutKey}
        orientation="horizontal"
        defaultLayout={layout}
        onLayoutChanged={(changed, { isUserInteraction }) => {
          if (isUserInteraction) setView({ widths: panes.map((pane) => changed[`pane-${pane.key}`] ?? 0) });
        }}
        style={{ height: '100%' }}
      >
        {panes.map((pane, i) => (
          <Fragment key={pane.key}>
            {i > 0 && <Separator className="pane-separator" aria-label={t('reader.resize')} />}
            <Panel id={`pane-${pane.key}`} minSize={280}>
              {i === place.covered && coveredBy !== undefined ? (
                <CoverColumn pane={coveredBy} letter={letterOf(active)} />
              ) : (
                <Pane
                  pane={pane}
                  index={i}
                  active={i === active}
                  original={place.of(i)}
                  onImport={onImport}
                  onBeside={hasRoom && i === panes.length - 1 ? () => addPane(width) : null}
                />
              )}
            </Panel>
          </Fragment>
        ))}
      </Group>
      <SelectionBar />
    </div>
  );
}

/** The original of a narrow pane's article, where its neighbour's text would be. */
function CoverColumn({ pane, letter }: { pane: PaneState; letter: string }) {
  const article = useLibrary((state) => viewOf(state, pane)?.article);
  return article === undefined ? null : <OriginalColumn pane={pane} article={article} letter={letter} />;
}

/** Width of an element in CSS pixels, as it is resized. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(innerWidth);
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(measured.clientWidth);
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return width;
}
