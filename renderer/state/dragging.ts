import { create } from 'zustand';
import type { Dragged } from './pane-layout';

const useDragging = create<{ dragged: Dragged | null }>(() => ({ dragged: null }));

/** What is being dragged inside the window, or null. */
export const useDragged = (): Dragged | null => useDragging((state) => state.dragged);

export const setDragged = (dragged: Dragged | null): void => useDragging.setState({ dragged });
