import { slugOf } from '#core/export/file-name';
import { renderHtml, type NoteReader } from '#core/export/html';
import { renderMarkdown } from '#core/export/markdown';
import type { Notes, ParsedExportRequest } from '#core/export/notes';
import type { Language } from '#core/library';
import { plainBlocks } from '#core/note-markdown';

export { notesOf, type Notes } from '#core/export/notes';

type Format = ParsedExportRequest['format'];

/** Notes as text. Markdown takes a person's own Markdown over; HTML shows what `readNote` makes of it. */
export function renderNotes(
  notes: Notes,
  format: Format,
  language: Language,
  readNote: NoteReader = plainBlocks,
): string {
  switch (format) {
    case 'markdown':
      return renderMarkdown(notes, language);
    case 'html':
      return renderHtml(notes, language, readNote);
  }
}

const EXTENSIONS: Readonly<Record<Format, string>> = { markdown: 'md', html: 'html' };

/** `ghi-chu-2026-11-22.md`, or the article's title in plain letters when there is one article. */
export function exportFileName(notes: Notes, format: Format): string {
  const [only, second] = notes.sources;
  const slug = only !== undefined && second === undefined ? slugOf(only.title) : '';
  return `${slug === '' ? 'ghi-chu' : slug}-${notes.exportedOn}.${EXTENSIONS[format]}`;
}
