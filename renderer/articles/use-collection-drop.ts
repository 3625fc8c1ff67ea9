import { useRef, useState, type DragEvent } from 'react';
import type { ArticleSummary } from '#core/library';
import type { Collection, CollectionId } from '#core/shelving';
import { collectRows, unfoldCollection, useArticles } from '../state/articles';
import { mayMove, moveCollection } from '../state/collections';
import { useDragged } from '../state/dragging';
import { useLibrary } from '../state/library';
import { attempt } from '../state/status';

/** How long something is held over a collection before those under it come into sight, in milliseconds. */
const UNFOLD_AFTER = 600;
/** The place outside of all collections. */
export const TOP = '';

export interface CollectionDrop {
  /** Where it would fall: on a collection, or at the top. */
  over: string | null;
  /** A collection is being dragged that lies in another one. */
  isDeep: boolean;
  source: (collection: Collection) => object;
  target: (id: CollectionId | null) => object;
}

/** Collections are dragged onto others, or (null) to the top; articles of the table onto collections. */
export function useCollectionDrop(rows: readonly ArticleSummary[]): CollectionDrop {
  const readOnly = useLibrary((state) => state.readOnly);
  const article = useDragged();
  const [moved, setMoved] = useState<Collection | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const waiting = useRef<{ id: string; timer: number }>({ id: TOP, timer: 0 });
  const wait = (id: string) => {
    if (waiting.current.id === id) return;
    clearTimeout(waiting.current.timer);
    const timer = id === TOP ? 0 : window.setTimeout(() => unfoldCollection(id, true), UNFOLD_AFTER);
    waiting.current = { id, timer };
  };
  const takes = (id: CollectionId | null): boolean => {
    if (readOnly) return false;
    return moved !== null ? mayMove(moved.id, id) : article?.is === 'article' && id !== null;
  };
  const end = () => {
    wait(TOP);
    setMoved(null);
    setOver(null);
  };
  return {
    over,
    isDeep: moved !== null && moved.parent !== null,
    source: (collection) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('application/x-doi-chieu-collection', collection.id);
        // In the middle of this event a change of the page would end the drag.
        setTimeout(() => setMoved(collection));
      },
      onDragEnd: end,
    }),
    target: (id) => ({
      onDragOver: (event: DragEvent) => {
        event.stopPropagation();
        const place = takes(id) ? (id ?? TOP) : null;
        if (place !== null) event.preventDefault();
        wait(place ?? TOP);
        if (over !== place) setOver(place);
      },
      onDragLeave: () => setOver(null),
      onDrop: (event: DragEvent) => {
        event.stopPropagation();
        event.preventDefault();
        const isTaken = takes(id);
        end();
        if (!isTaken) return;
        if (moved !== null) void attempt(() => moveCollection(moved.id, id));
        else if (article?.is === 'article' && id !== null)
          void collectRows(draggedIds(article.articleId, rows), { id });
      },
    }),
  };
}

/** A row that is picked is dragged with all others that are. */
function draggedIds(id: string, rows: readonly ArticleSummary[]): string[] {
  const { picked } = useArticles.getState();
  return picked.has(id) ? rows.flatMap((row) => (picked.has(row.id) ? [row.id] : [])) : [id];
}
