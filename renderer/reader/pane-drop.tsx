import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '#core/layout';
import { dropOnPane, layoutAfterDrop } from '../state/pane-layout';
import { setDragged, useDragged } from '../state/dragging';
import type { PaneState } from '../state/view';

type Zone = Side | 'centre';

/** How deep the zones at the edges reach into a pane, as a share of its width and height. */
const EDGE = 0.28;

/** The zone under the mouse; `x` and `y` from 0 to 1. */
function zoneAt(x: number, y: number): Zone {
  const edges = (
    [
      ['left', x],
      ['right', 1 - x],
      ['up', y],
      ['down', 1 - y],
    ] as const
  ).toSorted((a, b) => a[1] - b[1]);
  const [nearest] = edges;
  return nearest !== undefined && nearest[1] < EDGE ? nearest[0] : 'centre';
}

/** Lies over a pane while an article or a pane is dragged, and shows what letting go would do there. */
export function PaneDrop({ pane }: { pane: PaneState }) {
  const { t } = useTranslation();
  const dragged = useDragged();
  const [zone, setZone] = useState<Zone | null>(null);
  if (dragged === null) return null;
  const onItself = dragged.is === 'pane' && dragged.key === pane.key;
  const zoneOf = (event: DragEvent<HTMLElement>): Zone => {
    const box = event.currentTarget.getBoundingClientRect();
    const wanted = zoneAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    const hasRoom = wanted === 'centre' || layoutAfterDrop(dragged, pane.key, wanted, 0) !== null;
    return hasRoom ? wanted : 'centre';
  };
  const words = zone === 'centre' && dragged.is === 'pane' ? 'swap' : zone;
  return (
    // The keys of the list and of the panes do the same (Enter, Ctrl+Enter, split, move, swap).
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="pane-drop"
      data-zone={onItself ? undefined : (zone ?? undefined)}
      onDragOver={(event) => {
        if (onItself) return;
        event.preventDefault();
        setZone(zoneOf(event));
      }}
      onDragLeave={() => setZone(null)}
      onDrop={(event) => {
        event.preventDefault();
        setZone(null);
        setDragged(null);
        if (onItself) return;
        // As after a click on it, the keys belong to the text and no longer to the list.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        dropOnPane(dragged, pane.key, zoneOf(event));
      }}
    >
      {words !== null && !onItself && <span>{t(`panes.drop.${words}`)}</span>}
    </div>
  );
}
