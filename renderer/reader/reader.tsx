import { Fragment, useEffect, useRef, useState, type RefObject } from 'react';
import { Group, Panel, Separator, type Layout } from 'react-resizable-panels';
import { useTranslation } from 'react-i18next';
import { addPane, fittingPanes, setView, useView } from '../state/view';
import { Pane } from './pane';
import { SelectionBar } from './selection-bar';
import { useTextSelection } from './use-text-selection';
import './reader.css';

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
              <Pane
                pane={pane}
                index={i}
                active={i === active}
                onImport={onImport}
                onBeside={hasRoom && i === panes.length - 1 ? () => addPane(width) : null}
              />
            </Panel>
          </Fragment>
        ))}
      </Group>
      <SelectionBar />
    </div>
  );
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
