import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { noteBlocks, type NoteBlock } from '#core/note-markdown';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** Reads a note's Markdown. It brings the parser with it, so it is loaded when the first note needs one. */
export const parseNote = (note: string): NoteBlock[] => noteBlocks(parser.parse(note), note);
