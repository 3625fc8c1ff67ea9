import type { NoteFormat } from '../state/note-writing';

/** What is to be written in place of [start, end) of a text, and what is selected in the text after that. */
export interface FormatEdit {
  start: number;
  end: number;
  insert: string;
  select: { start: number; end: number };
}

const SIGNS = { bold: '**', italic: '*' } as const;

/** Formats the selected part of a Markdown text; takes the format away again where it is there already. */
export function formatEdit(text: string, start: number, end: number, how: NoteFormat): FormatEdit {
  switch (how) {
    case 'bold':
    case 'italic':
      return wrapEdit(text, start, end, SIGNS[how]);
    case 'bulletList':
      return listEdit(text, start, end);
    case 'noteLink':
      return linkEdit(text, start, end);
  }
}

/** Signs around spaces would not be read as signs: the spaces stay outside. */
function wrapEdit(text: string, start: number, end: number, sign: string): FormatEdit {
  const picked = text.slice(start, end);
  const from = start + (picked.length - picked.trimStart().length);
  const to = Math.max(from, end - (picked.length - picked.trimEnd().length));
  const inner = text.slice(from, to);
  const size = sign.length;
  if (isWrapped(starsAfter(inner, 0), starsBefore(inner, inner.length), sign) && inner.length > 2 * size) {
    const bare = inner.slice(size, -size);
    return { start: from, end: to, insert: bare, select: { start: from, end: from + bare.length } };
  }
  if (isWrapped(starsBefore(text, from), starsAfter(text, to), sign)) {
    const select = { start: from - size, end: to - size };
    return { start: from - size, end: to + size, insert: inner, select };
  }
  const select = { start: from + size, end: to + size };
  return { start: from, end: to, insert: `${sign}${inner}${sign}`, select };
}

const starsBefore = (text: string, at: number): number => /\**$/u.exec(text.slice(0, at))?.[0].length ?? 0;
const starsAfter = (text: string, at: number): number => /^\**/u.exec(text.slice(at))?.[0].length ?? 0;

/** One star is italics, two are bold, three are both. */
function isWrapped(left: number, right: number, sign: string): boolean {
  const stars = Math.min(left, right);
  return sign === '*' ? stars % 2 === 1 : stars >= 2;
}

/** The lines that the selection touches, as items of a list; as plain lines when all of them are items. */
function listEdit(text: string, start: number, end: number): FormatEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, end - (end > start ? 1 : 0)));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const items = lines.every((line) => /^\s*- /u.test(line));
  const insert = lines.map((line) => (items ? line.replace(/^(\s*)- /u, '$1') : `- ${line}`)).join('\n');
  const caret = from + insert.length;
  return {
    start: from,
    end: to,
    insert,
    select: start === end ? { start: caret, end: caret } : { start: from, end: caret },
  };
}

/** The selected words as a link whose address is selected, to be typed or pasted. */
function linkEdit(text: string, start: number, end: number): FormatEdit {
  const words = text.slice(start, end);
  if (/^[a-z][a-z-]*:\/\/\S+$/iu.test(words)) {
    return { start, end, insert: `[](${words})`, select: { start: start + 1, end: start + 1 } };
  }
  const address = 'https://';
  const insert = `[${words}](${address})`;
  const at = words === '' ? start + 1 : start + words.length + 3;
  return { start, end, insert, select: { start: at, end: words === '' ? at : at + address.length } };
}

/** Formats what is selected in a field, as typing would, so that the field's own undo takes it back. */
export function formatField(field: HTMLTextAreaElement, how: NoteFormat): void {
  const edit = formatEdit(field.value, field.selectionStart, field.selectionEnd, how);
  field.focus();
  field.setSelectionRange(edit.start, edit.end);
  if (!typeInto(edit.insert)) {
    field.setRangeText(edit.insert);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(edit.select.start, edit.select.end);
}

/** The only way of writing into a field that its own undo knows of. Whether it was done. */
function typeInto(text: string): boolean {
  if (!('execCommand' in document)) return false;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing has replaced it
  return document.execCommand('insertText', false, text);
}
