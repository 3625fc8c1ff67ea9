/** What the commands for writing need of the field that the open note is written in. */
export interface NoteWriting {
  format(how: NoteFormat): void;
  togglePreview(): void;
}

export type NoteFormat = 'bold' | 'italic' | 'bulletList' | 'noteLink';

let open: NoteWriting | null = null;

export function registerNoteWriting(writing: NoteWriting): () => void {
  open = writing;
  return () => {
    if (open === writing) open = null;
  };
}

/** The open note's field; null while no note can be written. */
export const noteWriting = (): NoteWriting | null => open;
