import type { NoteFormat } from '#core/calls/exporting';
import { slugOf } from '#core/export/file-name';
import { renderHtml, type NoteReader } from '#core/export/html';
import { renderMarkdown } from '#core/export/markdown';
import type { Notes } from '#core/export/notes';
import { renderPlainText } from '#core/export/plain-text';
import type { Language } from '#core/library';
import { plainBlocks } from '#core/note-markdown';

export { notesOf, type Notes } from '#core/export/notes';

/** Formats that are text; the others are made of it or beside it. */
export type TextFormat = Exclude<NoteFormat, 'docx' | 'pdf'>;

/** The format in which one is shown that is no text. */
export const shownAs = (format: NoteFormat): TextFormat =>
  format === 'docx' || format === 'pdf' ? 'html' : format;

/** Notes as text. Markdown takes a person's own Markdown over; HTML shows what `readNote` makes of it. */
export function renderNotes(
  notes: Notes,
  format: TextFormat,
  language: Language,
  readNote: NoteReader = plainBlocks,
): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(notes, language, 'plain');
    case 'obsidian':
      return renderMarkdown(notes, language, 'obsidian');
    case 'html':
      return renderHtml(notes, language, readNote);
    case 'text':
      return renderPlainText(notes, language);
  }
}

const EXTENSIONS: Readonly<Record<NoteFormat, string>> = {
  markdown: 'md',
  obsidian: 'md',
  html: 'html',
  docx: 'docx',
  pdf: 'pdf',
  text: 'txt',
};

/** `ghi-chu-2026-11-22.md`, or the title in plain letters when there is one article. `exportedOn`: `YYYY-MM-DD`. */
export function exportFileName(onlyTitle: string | null, exportedOn: string, format: NoteFormat): string {
  const slug = onlyTitle === null ? '' : slugOf(onlyTitle);
  return `${slug === '' ? 'ghi-chu' : slug}-${exportedOn}.${EXTENSIONS[format]}`;
}
