import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isPlainNote, noteBlocks, plainBlocks, type NoteBlock } from '#core/note-markdown';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** What a note's Markdown says, as the window reads it too. */
export const readNote = (note: string): NoteBlock[] =>
  isPlainNote(note) ? plainBlocks(note) : noteBlocks(parser.parse(note), note);
