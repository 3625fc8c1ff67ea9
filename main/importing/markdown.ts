import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type AssembledArticle, assembleArticle, type KnownFacts, NOTHING_KNOWN } from '#core/text/assemble';
import { writtenDay } from '#core/text/days';
import { isUrl, type LineRole, type SourceLine } from '#core/text/lines';
import { normaliseText, oneLine } from '#core/text/normalise';
import { joinWrapped } from '#core/text/paragraphs';
import { decode } from './decode';
import { flattened, tokenise } from './html-tokens';
import { type Reader, wholePart } from './reading';
import { articleOfText } from './text';

/** Beyond this a file is read as plain text: the parser needs seconds for a megabyte. */
const LONGEST = 500_000;
/** The parser's time grows with the square of what it holds at once, so it is given a file in pieces. */
const PIECE = 16_000;
const LONGEST_PIECE = 48_000;
const DEEP_NESTING =
  /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){30}|^[ \t]{60,}(?:>|[-+*]|\d+[.)])|[[\]*_`!(|]{40}|(?:[[*_!][^\n]{0,3}){60}|(?:[^\n|]{0,3}\|){200}/m;

export const readMarkdown: Reader = ({ name, bytes }, options) => {
  const { text, encoding } = decode(name, bytes, options);
  return Promise.resolve(wholePart(articleOfMarkdown(text), encoding));
};

function articleOfMarkdown(decoded: string): AssembledArticle | null {
  const { facts, body } = frontMatter(normaliseText(decoded));
  if (body.length > LONGEST) return articleOfText(body);
  const lines: SourceLine[] = [];
  for (const piece of piecesOf(body)) linesOfPiece(piece, lines);
  const title = lines.find((line) => line.role === 'title');
  const numbered = lines.map((line, at): SourceLine => {
    return {
      ...line,
      at,
      role: line.role === 'title' && (line !== title || facts.title !== null) ? 'heading' : line.role,
    };
  });
  return assembleArticle(numbered, facts);
}

function linesOfPiece(piece: string, lines: SourceLine[]): void {
  if (piece.length > LONGEST_PIECE || DEEP_NESTING.test(piece)) {
    for (const paragraph of piece.split(/\n{2,}/)) addRows(paragraph, null, lines);
    return;
  }
  const root = unified().use(remarkParse).use(remarkGfm).parse(piece) as MarkdownNode;
  for (const node of root.children ?? []) linesOfNode(node, null, lines);
}

/** Pieces that end at a blank line before a line without indent, outside fenced code. */
function piecesOf(body: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let fenced = false;
  for (const match of body.matchAll(/\n(```|~~~)|\n\n(?=[^\s`~])/g)) {
    if (match[1] !== undefined) fenced = !fenced;
    else if (!fenced && match.index - start >= PIECE) {
      pieces.push(body.slice(start, match.index));
      start = match.index;
    }
  }
  return [...pieces, body.slice(start)];
}

/** What the importer reads of a Markdown tree. */
interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
  value?: string;
  depth?: number;
  ordered?: boolean | null;
  start?: number | null;
  alt?: string | null;
  title?: string | null;
}

function linesOfNode(node: MarkdownNode, role: LineRole | null, lines: SourceLine[]): void {
  const children = node.children ?? [];
  switch (node.type) {
    case 'heading': {
      add(lines, wordsOf(node), node.depth === 1 ? 'title' : 'heading');
      return;
    }
    case 'paragraph': {
      addParagraph(node, role, lines);
      return;
    }
    case 'list': {
      addList(node, lines);
      return;
    }
    case 'table':
      for (const row of children)
        add(lines, (row.children ?? []).map(wordsOf).map(oneLine).join(' | '), 'table');
      return;
    case 'code':
    case 'html': {
      addRows(
        node.type === 'html' ? flattened(tokenise(node.value ?? '').tokens) : (node.value ?? ''),
        role,
        lines,
      );
      return;
    }
    case 'thematicBreak':
    case 'definition':
      return;
    default:
      for (const child of children) linesOfNode(child, node.type === 'blockquote' ? 'quote' : role, lines);
  }
}

const wordsOf = (node: MarkdownNode): string =>
  toString(node, { includeHtml: false, includeImageAlt: false });

function add(lines: SourceLine[], words: string, role: LineRole | null): void {
  const text = oneLine(words);
  if (text !== '') lines.push({ text, role, gap: true, at: lines.length });
}

/** The rows of one paragraph: wrapped lines are joined, lines that are paragraphs of their own are not. */
function addRows(words: string, role: LineRole | null, lines: SourceLine[]): void {
  const rows = words
    .split('\n')
    .map(oneLine)
    .filter((row) => row !== '')
    .map((text, index): SourceLine => ({ text, role: null, gap: index === 0, at: 0 }));
  for (const row of joinWrapped(rows)) add(lines, row.text, role);
}

function addParagraph(node: MarkdownNode, role: LineRole | null, lines: SourceLine[]): void {
  for (const image of imagesIn(node)) add(lines, image.title ?? image.alt ?? '', 'caption');
  addRows(wordsOf({ ...node, children: (node.children ?? []).map(withBreaks) }), role, lines);
}

/** A hard break is a line end. */
function withBreaks(node: MarkdownNode): MarkdownNode {
  return node.type === 'break' ? { type: 'text', value: '\n' } : node;
}

function imagesIn(node: MarkdownNode): MarkdownNode[] {
  return (node.children ?? []).flatMap((child) => {
    return child.type === 'image' || child.type === 'imageReference' ? [child] : imagesIn(child);
  });
}

function addList(list: MarkdownNode, lines: SourceLine[]): void {
  let number = list.start ?? 1;
  for (const item of list.children ?? []) {
    const from = lines.length;
    for (const child of item.children ?? []) linesOfNode(child, 'list-item', lines);
    const first = lines[from];
    if (list.ordered === true && first !== undefined)
      lines[from] = { ...first, text: `${number}. ${first.text}` };
    number += 1;
  }
}

const FIELDS: Readonly<Record<string, keyof KnownFacts>> = {
  title: 'title', 'tiêu đề': 'title', source: 'source', 'nguồn': 'source', site: 'source', publisher: 'source', url: 'url',
  link: 'url', canonical: 'url', author: 'byline', 'tác giả': 'byline', byline: 'byline', date: 'explicit', 'ngày': 'explicit',
  published: 'explicit', 'ngày đăng': 'explicit',
}; // prettier-ignore

/** `---`, lines of `key: value`, `---` at the head of the file. */
function frontMatter(text: string): { facts: KnownFacts; body: string } {
  const facts: KnownFacts = { ...NOTHING_KNOWN };
  const match = /^\s{0,20}---[ \t]*\n([^]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const rows = (match?.[1] ?? '').split('\n');
  if (
    match === null ||
    !rows.every((row) => row.trim() === '' || /^(?:[\p{L}_ -]{1,40}:|\s|#|-)/u.test(row))
  ) {
    return { facts, body: text };
  }
  for (const row of rows) {
    const [, key = '', quoted = ''] = /^([\p{L}_ -]{1,40}):\s*(.*)$/u.exec(row) ?? [];
    const field = Object.hasOwn(FIELDS, key.toLowerCase().trim())
      ? FIELDS[key.toLowerCase().trim()]
      : undefined;
    const value = oneLine(quoted.replace(/^(["'])(.*)\1$/, '$2'));
    if (field === undefined || value === '') continue;
    if (field === 'explicit') {
      const day = writtenDay(value)?.day ?? null;
      if (day !== null) facts.explicit ??= { day, words: value };
    } else if (field !== 'url' || isUrl(value)) {
      facts[field] ??= value;
    }
  }
  return { facts, body: text.slice(match[0].length) };
}
