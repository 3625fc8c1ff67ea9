import { create } from 'zustand';
import { asksForNothing, fits } from '#core/annotation-filter';
import type { Annotation } from '#core/annotation';
import type { AnnotationFilter } from '#core/contract';
import { setView } from './view';

interface NoteFilterState {
  /** What the notes margin shows, and what stands out in the text. */
  filter: AnnotationFilter;
  /** The fields that change it are in sight. */
  open: boolean;
  /** How often it was asked for by key, so that its first field takes the focus each time. */
  asked: number;
}

export const useNoteFilter = create<NoteFilterState>(() => ({ filter: {}, open: false, asked: 0 }));

const { setState: set, getState: get } = useNoteFilter;

export function openNoteFilter(): void {
  setView({ notesOpen: true });
  set({ open: true, asked: get().asked + 1 });
}

export const closeNoteFilter = (): void => set({ open: false });

/** Changes parts of the filter; what is undefined asks for nothing any more. */
export function narrowNotes(patch: { [K in keyof AnnotationFilter]: AnnotationFilter[K] | undefined }): void {
  const wanted = Object.entries({ ...get().filter, ...patch }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  set({ filter: Object.fromEntries(wanted) });
}

/** Shows all notes again. */
export function clearNoteFilter(): void {
  if (!asksForNothing(get().filter)) set({ filter: {} });
}

/** Whether the margin shows a note beside the text: one that has a place there and fits the filter. */
export const isShown = (
  annotation: Annotation,
  { filter }: Pick<NoteFilterState, 'filter'> = get(),
): boolean => annotation.anchor !== 'orphan' && fits(annotation, filter);
