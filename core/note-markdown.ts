/** What a note may hold besides words. Everything else that its Markdown says is shown as it was typed. */
export type NoteInline =
  | { is: 'text'; text: string }
  | { is: 'break' }
  | { is: 'strong' | 'emphasis' | 'delete'; children: NoteInline[] }
  | { is: 'code'; text: string }
  | { is: 'link'; address: string; children: NoteInline[] };

export type NoteBlock =
  | { is: 'paragraph' | 'heading'; children: NoteInline[] }
  | { is: 'quote'; children: NoteBlock[] }
  | { is: 'list'; ordered: boolean; start: number; items: NoteListItem[] }
  | { is: 'code'; text: string }
  | { is: 'rule' };

/** `checked` is null for an item without a box. */
export interface NoteListItem {
  checked: boolean | null;
  children: NoteBlock[];
}

/** A node of a Markdown parser's tree (mdast). */
export interface MarkdownNode {
  type: string;
  value?: string;
  /** What stands beside the fence of a code block. */
  lang?: string | null | undefined;
  url?: string;
  ordered?: boolean | null | undefined;
  start?: number | null | undefined;
  checked?: boolean | null | undefined;
  children?: MarkdownNode[];
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
}

/** Beyond this a note is shown as it was typed: the parser's time grows with the square of what it is given. */
const LONGEST = 20_000;
const DEEP_NESTING =
  /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){30}|^[ \t]{60,}(?:>|[-+*]|\d+[.)])|[[\]*_`!(|~]{40}|(?:[[*_!~][^\n]{0,3}){60}|(?:[^\n|]{0,3}\|){200}/mu;
const SIGNS = /[*_`~[\]<>#|\\&+-]|\d[.)]|:\/\/|www\.|@/iu;

/** Whether a note says nothing that a parser is needed for, or too much for one. */
export const isPlainNote = (note: string): boolean =>
  note.length > LONGEST || !SIGNS.test(note) || DEEP_NESTING.test(note);

/** A note without Markdown: its lines as they are. */
export const plainBlocks = (note: string): NoteBlock[] =>
  note
    .split(/\n[ \t]*\n+/u)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ is: 'paragraph', children: lines(paragraph.trim()) }));

/** A parsed note. A single line feed parts lines, as the person who typed it meant. */
export function noteBlocks(root: MarkdownNode, note: string): NoteBlock[] {
  return (root.children ?? []).map((node) => blockOf(node, note));
}

const asTyped = (node: MarkdownNode, note: string): NoteBlock => ({
  is: 'paragraph',
  children: lines(typed(node, note)),
});

function blockOf(node: MarkdownNode, note: string): NoteBlock {
  const children = node.children ?? [];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { is: node.type, children: children.flatMap((child) => inlineOf(child, note)) };
    case 'blockquote':
      return { is: 'quote', children: noteBlocks(node, note) };
    case 'list':
      return {
        is: 'list',
        ordered: node.ordered === true,
        start: node.start ?? 1,
        items: children.map((item) => ({
          checked: item.checked ?? null,
          children: noteBlocks(item, note),
        })),
      };
    case 'code':
      // A fence with words beside it is shown as it was typed: they may be words of the note.
      if (node.lang != null) return asTyped(node, note);
      return { is: 'code', text: node.value ?? '' };
    case 'thematicBreak':
      return { is: 'rule' };
    default:
      return asTyped(node, note);
  }
}

function inlineOf(node: MarkdownNode, note: string): NoteInline[] {
  const children = () => (node.children ?? []).flatMap((child) => inlineOf(child, note));
  switch (node.type) {
    case 'text':
      return lines(node.value ?? '');
    case 'break':
      return [{ is: 'break' }];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ is: node.type, children: children() }];
    case 'inlineCode':
      return [{ is: 'code', text: node.value ?? '' }];
    case 'link':
      return linkOf(node.url ?? '', children()) ?? lines(typed(node, note));
    default:
      return lines(typed(node, note));
  }
}

/** Leads to a page of the web or to a place in this library; null for any other address. */
function linkOf(address: string, children: NoteInline[]): NoteInline[] | null {
  if (!/^(?:https?|doi-chieu):\/\//iu.test(address)) return null;
  const named = children.length === 0 ? [{ is: 'text' as const, text: address }] : children;
  return [{ is: 'link', address, children: named }];
}

const typed = ({ position, value }: MarkdownNode, note: string): string =>
  position === undefined ? (value ?? '') : note.slice(position.start.offset, position.end.offset);

/** Words with their line feeds as breaks, and the addresses of places in this library as links. */
function lines(text: string): NoteInline[] {
  return text.split('\n').flatMap((line, index): NoteInline[] => {
    const words = line.split(/(doi-chieu:\/\/[^\s<>"'”)]*[^\s<>"'”).,;:!?])/iu).map(wordsOrPlace);
    const shown = words.filter((part) => part.is !== 'text' || part.text !== '');
    return index === 0 ? shown : [{ is: 'break' }, ...shown];
  });
}

const wordsOrPlace = (text: string, index: number): NoteInline =>
  index % 2 === 0 ? { is: 'text', text } : { is: 'link', address: text, children: [{ is: 'text', text }] };
