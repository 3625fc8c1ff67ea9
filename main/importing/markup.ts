import { type AssembledArticle, assembleArticle, type KnownFacts, NOTHING_KNOWN } from '#core/text/assemble';
import { type LineRole, linesOfText, type SourceLine } from '#core/text/lines';
import { normaliseText, oneLine } from '#core/text/normalise';
import { joinWrapped } from '#core/text/paragraphs';
import { decodeEntities } from './entities';
import { type OpenTag, type Token, tokenise } from './html-tokens';

// HTML that a converter made of a document: everything in it is content. Read token by token, without a
// tree, so that its size and depth cost nothing.

/** The article of clean, structured HTML. Null when it holds no body. */
export function articleOfMarkup(html: string, known: Partial<KnownFacts> = {}): AssembledArticle | null {
  return assembleArticle(linesOfMarkup(html), { ...NOTHING_KNOWN, ...known });
}

/** Paragraphs that nothing sets apart have no role, as the lines of a plain text. */
export function linesOfMarkup(html: string): SourceLine[] {
  const reader = new MarkupReader();
  for (const token of tokenise(withoutSelfClosing(html)).tokens) reader.take(token);
  const rows = withTitle(reader.end());
  if (rows.every((row) => row.role === null)) {
    return linesOfText(rows.map(({ gap, text }) => (gap ? `\n${text}` : text)).join('\n'));
  }
  return rows.map(({ text, ...row }, at) => ({ ...row, text: oneLine(text), at }));
}

/** `<script/>` and `<td/>` are whole elements in XHTML, but the HTML tokeniser sees opening tags. */
function withoutSelfClosing(html: string): string {
  return html.replace(/<([a-z][a-z0-9:]{0,20})((?:\s[^<>]{0,2000})?)\/>/gi, '<$1$2></$1>');
}

/** A line before its place is known; its spaces are as they were written. */
type Row = Omit<SourceLine, 'at'>;

interface Open {
  name: string;
  /** Handed down to everything inside. */
  role: LineRole | null;
  /** What the next item of an ordered list is called; null in any other list. */
  number: number | null;
}

interface Table {
  rows: Row[][][];
  /** How many elements stood open around it. */
  depth: number;
}

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'div', 'dl', 'dt', 'figcaption', 'figure',
  'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'head', 'header', 'hr', 'html', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section',
  'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'title', 'tr', 'ul',
]); // prettier-ignore
/** Nothing of these is shown as text; `note` stands for a reference to a note. */
const HIDDEN = ['head', 'title', 'rp', 'note'];
const ROLES: Readonly<Record<string, LineRole>> = {
  h1: 'title', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading', li: 'list-item', dd: 'list-item',
  blockquote: 'quote', figcaption: 'caption',
}; // prettier-ignore
/** Classes that our own style maps write. */
const CLASSES: Readonly<Record<string, LineRole>> = { dek: 'dek', caption: 'caption' };
/** Tables that lie deeper in one another are read as paragraphs. */
const DEEPEST_TABLE = 8;
/** Word has one style for what stands below photos and above tables. */
const TABLE_NAME = /^(?:Bảng|Biểu)\s/iu;
/** Notes below a text: their signs would stand inside its words, so they go to the removed lines. */
const NOTE = /^#?(?:foot|end)note-\d+$/;

class MarkupReader {
  private readonly rows: Row[] = [];
  private readonly open: Open[] = [];
  private readonly counts = new Map<string, number>();
  private readonly tables: Table[] = [];
  private words: string[] = [];
  /** The number that a reader sees before the next item of a list. */
  private label = '';

  take(token: Token): void {
    if (token.kind === 'text') this.text(token.raw);
    else if (token.kind === 'close') this.close(token.name);
    else this.start(token);
  }

  end(): Row[] {
    this.flush();
    while (this.open.length > 0) this.pop();
    while (this.tables.length > 0) this.endTable();
    return this.rows;
  }

  private text(raw: string): void {
    if (HIDDEN.some((name) => this.isInside(name))) return;
    const words = decodeEntities(raw);
    // A run of spaces may part paragraphs; a line end in the mark-up is no more than a space.
    this.words.push(this.isInside('pre') ? words : words.replace(/[^\S\r\n\t]*[\r\n\t]\s*/g, ' '));
  }

  private start({ name, attributes }: OpenTag): void {
    if (name === 'br') {
      this.words.push('\n');
      return;
    }
    const isReference = name === 'a' && NOTE.test(attributes.get('href') ?? '');
    if (isReference || name === 'rp') {
      this.push({ name: isReference ? 'note' : name, role: this.role(), number: null });
      return;
    }
    if (!BLOCKS.has(name)) return;
    this.flush();
    this.closeBefore(name);
    if (name === 'hr') return;
    const isNote = name === 'li' && NOTE.test(attributes.get('id') ?? '');
    if (name === 'li') this.countItem();
    const role = isNote ? 'outside' : this.roleOf(name, attributes.get('class') ?? '');
    const number = name === 'ol' ? Number(attributes.get('start') ?? 1) || 1 : null;
    this.push({ name, role, number });
    this.startTablePart(name);
  }

  /** A paragraph ends where any other block begins, and an item where the next one does. */
  private closeBefore(name: string): void {
    if (this.open.at(-1)?.name === 'p') this.pop();
    const top = this.open.at(-1)?.name;
    if ((name === 'li' && top === 'li') || (/^t[dhr]$/.test(name) && /^t[dh]$/.test(top ?? ''))) this.pop();
    if (name === 'tr' && this.open.at(-1)?.name === 'tr') this.pop();
  }

  private countItem(): void {
    const list = this.open.at(-1);
    if (list === undefined || list.number === null) return;
    this.label = `${list.number}. `;
    list.number += 1;
  }

  private roleOf(name: string, className: string): LineRole | null {
    const outer = this.role();
    if (outer === 'outside' || outer === 'caption') return outer;
    const named = Object.hasOwn(CLASSES, className) ? CLASSES[className] : undefined;
    const own = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
    return named ?? own ?? outer;
  }

  private role(): LineRole | null {
    return this.open.at(-1)?.role ?? null;
  }

  private startTablePart(name: string): void {
    if (name === 'table' && this.tables.length < DEEPEST_TABLE)
      this.tables.push({ rows: [], depth: this.open.length });
    const table = this.tables.at(-1);
    if (name === 'tr') table?.rows.push([]);
    if (name === 'td' || name === 'th') table?.rows.at(-1)?.push([]);
  }

  private close(name: string): void {
    const actual = name === 'a' ? 'note' : name;
    if (BLOCKS.has(name)) this.flush();
    if (!this.isInside(actual)) return;
    while (this.isInside(actual)) {
      if (this.pop() === actual) break;
    }
  }

  private push(element: Open): void {
    this.open.push(element);
    this.counts.set(element.name, (this.counts.get(element.name) ?? 0) + 1);
  }

  private pop(): string | null {
    const element = this.open.pop();
    if (element === undefined) return null;
    this.counts.set(element.name, (this.counts.get(element.name) ?? 1) - 1);
    if (element.name === 'table' && this.tables.at(-1)?.depth === this.open.length + 1) this.endTable();
    return element.name;
  }

  private isInside(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0;
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const isData = table.rows.length >= 2;
    for (const cells of table.rows) {
      if (isData && isDataRow(cells)) this.add([{ text: rowText(cells), role: 'table', gap: true }]);
      else for (const cell of cells) this.add(cell);
    }
  }

  /** Where rows belong: into the cell that is open, or to the text. */
  private add(rows: readonly Row[]): void {
    const target = this.tables.at(-1)?.rows.at(-1)?.at(-1) ?? this.rows;
    for (const row of rows) if (row.text !== '') target.push(row);
  }

  private flush(): void {
    if (this.words.length === 0) return;
    const text = normaliseText(this.words.join('')).trim();
    this.words = [];
    if (text === '') return;
    const number = /^(?:\d{1,3}|\p{L})\s?[.)]/u.test(text) ? '' : this.label;
    this.label = '';
    const role = this.role();
    this.add(rowsOf(number + text, role === 'caption' && TABLE_NAME.test(text) ? null : role));
  }
}

/** The rows of one paragraph: line breaks inside a heading are decoration, elsewhere they may part paragraphs. */
function rowsOf(text: string, role: LineRole | null): Row[] {
  const parts = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  if (role === null) return parts.map((row, index) => ({ text: row, role, gap: index === 0 }));
  if (role !== 'list-item' && role !== 'quote' && role !== 'outside')
    return [{ text: parts.join(' '), role, gap: true }];
  const lines = parts.map((row, index): SourceLine => ({ text: row, role: null, gap: index === 0, at: 0 }));
  return joinWrapped(lines).map((line) => ({ text: line.text, role, gap: true }));
}

const LONGEST_CELL = 600;

/** Cells of a table that sets out data; tables that only lay out a page hold whole paragraphs. */
function isDataRow(cells: readonly (readonly Row[])[]): boolean {
  const isCell = (cell: readonly Row[]) =>
    cell.length <= 6 &&
    cell.every((row) => row.role !== 'table' && row.role !== 'title') &&
    cell.reduce((sum, row) => sum + row.text.length, 0) <= LONGEST_CELL;
  return cells.length >= 2 && cells.every(isCell);
}

function rowText(cells: readonly (readonly Row[])[]): string {
  return cells
    .map((cell) => oneLine(cell.map((row) => row.text).join(' ')))
    .join(' | ')
    .replace(/^[\s|]+|[\s|]+$/g, '');
}

const LINES_ABOVE_TITLE = 6;
const LONGEST_ABOVE_TITLE = 160;
const NUMBERED = /^(?:[IVX]{1,5}|\d{1,2}|\p{Lu})\s?[.)–-]\s/u;

/** The first heading of the first rank is the title when nothing but short lines stands above it. */
function withTitle(rows: readonly Row[]): Row[] {
  const first = rows.findIndex((row) => row.role === 'title');
  const above = rows.slice(0, Math.max(0, first));
  const isTitle =
    above.length <= LINES_ABOVE_TITLE &&
    above.every((row) => row.text.length <= LONGEST_ABOVE_TITLE && row.role !== 'heading') &&
    (above.length === 0 || !NUMBERED.test(rows[first]?.text ?? ''));
  return rows.map((row, index) =>
    row.role === 'title' && !(isTitle && index === first) ? { ...row, role: 'heading' } : row,
  );
}
