import type { DragEvent } from 'react';
import { setDragged } from '../state/dragging';
import type { Dragged } from '../state/pane-layout';

/** Lets an element be dragged onto a pane. */
export const dragSource = (dragged: Dragged) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('application/x-doi-chieu', dragged.is);
    // In the middle of this event a change of the page would end the drag.
    setTimeout(() => setDragged(dragged));
  },
  onDragEnd: () => setDragged(null),
});
