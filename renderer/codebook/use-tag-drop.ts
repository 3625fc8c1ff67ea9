import { useRef, useState, type DragEvent } from 'react';
import { foldedTag, isWithin } from '#core/tag';
import { unfold } from '../state/codebook';

const TYPE = 'application/x-doi-chieu-tag';
/** How long a tag is held over another one before those under it come into sight, in milliseconds. */
const UNFOLD_AFTER = 600;

export interface TagDrop {
  /** The tag that is being dragged. */
  dragged: string | null;
  /** Where it would fall: on a tag, or (`''`) at the top. */
  over: string | null;
  /** Alt merges instead of moving. */
  merges: boolean;
  source: (name: string) => object;
  target: (name: string | null) => object;
}

/** Tags are dragged onto others, or (`under` null) to the top. */
export function useTagDrop(onDrop: (name: string, under: string | null, merging: boolean) => void): TagDrop {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<{ place: string; merges: boolean } | null>(null);
  const waiting = useRef({ place: '', timer: 0 });
  const wait = (place: string) => {
    if (waiting.current.place === place) return;
    clearTimeout(waiting.current.timer);
    const timer = place === '' ? 0 : window.setTimeout(() => unfold(place, true), UNFOLD_AFTER);
    waiting.current = { place, timer };
  };
  const end = () => {
    wait('');
    setDragged(null);
    setOver(null);
  };
  return {
    dragged,
    over: over?.place ?? null,
    merges: over?.merges ?? false,
    source: (name) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(TYPE, name);
        // In the middle of this event a change of the page would end the drag.
        setTimeout(() => setDragged(name));
      },
      onDragEnd: end,
    }),
    target: (name) => ({
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.stopPropagation();
        if (name !== null && isWithin(foldedTag(name), foldedTag(dragged))) {
          setOver(null);
          return;
        }
        event.preventDefault();
        const place = name ?? '';
        wait(place);
        if (over?.place !== place || over.merges !== event.altKey) setOver({ place, merges: event.altKey });
      },
      onDrop: (event: DragEvent) => {
        event.stopPropagation();
        event.preventDefault();
        const moved = event.dataTransfer.getData(TYPE);
        end();
        if (moved !== '' && moved !== name) onDrop(moved, name, event.altKey && name !== null);
      },
    }),
  };
}
