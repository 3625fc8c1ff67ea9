import type { LineRole, SourceLine } from '#core/text/lines';
import { lineKey, normaliseText, oneLine } from '#core/text/normalise';
import { childrenOf, type DomElement, type DomNode, isElement, isText, textOf } from './html-dom';

const BLOCKS = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl',
  'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr',
  'html', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot',
  'th', 'thead', 'tr', 'ul',
]); // prettier-ignore
const FRAME = new Set(['nav', 'footer', 'aside', 'form', 'button', 'dialog', 'menu', 'input', 'label']);
const INVISIBLE = new Set([
  'head',
  'title',
  'meta',
  'link',
  'base',
  'source',
  'track',
  'area',
  'map',
  'param',
  'frame',
  'frameset',
]);

const FOREIGN =
  /(?:^|[\s_-])(?:related|relate|relates|lien-?quan|comments?|binh-?luan|tags?|tagbox|keywords?|tu-?khoa|shares?|sharing|socials?|ads?|adv|adverts?|advertis\w*|banner|quang-?cao|promo|sponsor\w*|newsletter|breadcrumbs?|pagination|pager|sidebar|popup|modal|most-?(?:read|view)\w*|doc-?nhieu|xem-?nhieu|box-?(?:tin|news)|tin-?(?:khac|lien-?quan|cung)\w*|toolbar|print|rating|audio|player|vote|feedback|cookie|subscribe)(?:[\s_-]|$)/i;
const CAPTION =
  /(?:^|[\s_-])(?:\w*caption\w*|chu-?thich|photo-?note|img-?note|note-?img|wp-caption-text)(?:[\s_-]|$)/i;
export const DEK =
  /(?:^|[\s_-])(?:sapo|dek|chapeau|tomtat|tom-tat|lead|lead-?text|news-?lead|article-?summary|detail-?summary|post-?summary|standfirst)(?:[\s_-]|$)/i;

const namesOf = (element: DomElement) =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2');

/** Everything a reader of the page would see, in order; what is not of the article has the role `outside`. */
export function linesOfPage(body: DomElement, container: DomElement): SourceLine[] {
  return new PageReader(container).read(body);
}

interface Place {
  role: LineRole | null;
  inside: boolean;
}

class PageReader {
  private readonly lines: SourceLine[] = [];
  private words: string[] = [];
  private afterImage = false;
  private readonly size: number;
  /** Alternative texts of photos, to be kept only if nothing else says the same. */
  private readonly alts: { text: string; index: number }[] = [];

  constructor(private readonly container: DomElement) {
    this.size = textOf(container).length;
  }

  read(body: DomElement): SourceLine[] {
    const place: Place = { role: null, inside: body === this.container };
    this.walk(body, place);
    this.flush(place);
    return this.withAlts().map((line, at) => ({ ...line, at }));
  }

  private walk(element: DomElement, place: Place): void {
    for (const child of childrenOf(element)) {
      if (isText(child)) this.text(child.textContent ?? '', element);
      else if (isElement(child)) this.enter(child, place);
    }
  }

  /** Line ends count only where the page says that they do. */
  private text(words: string, parent: DomElement): void {
    this.words.push(parent.localName === 'pre' ? words : words.replace(/\s+/g, ' '));
  }

  private enter(element: DomElement, outer: Place): void {
    const name = element.localName;
    if (INVISIBLE.has(name)) return;
    if (name === 'br') {
      this.words.push('\n');
      return;
    }
    if (name === 'img') {
      this.image(element, outer);
      return;
    }
    const place = this.placeOf(element, outer);
    const isBlock = BLOCKS.has(name) || place.role !== outer.role || place.inside !== outer.inside;
    if (!isBlock) {
      this.walk(element, place);
      return;
    }
    this.flush(outer);
    if (name === 'tr' && place.inside && isDataRow(element)) this.row(element);
    else if (name === 'ol') this.numbered(element, place);
    else this.walk(element, place);
    this.flush(place);
  }

  private placeOf(element: DomElement, outer: Place): Place {
    const name = element.localName;
    const inside = outer.inside || element === this.container;
    if (inside && outer.role !== 'outside' && element !== this.container && this.isForeign(element)) {
      return { role: 'outside', inside };
    }
    if (name === 'h1') return { role: 'title', inside };
    if (!inside || outer.role === 'outside') {
      return { role: isDek(element) && outer.role === null ? 'dek' : outer.role, inside };
    }
    return { role: roleIn(element, outer.role, this.afterImage), inside };
  }

  private isForeign(element: DomElement): boolean {
    const name = element.localName;
    const isHidden =
      element.getAttribute('hidden') !== null ||
      /display\s*:\s*none/i.test(element.getAttribute('style') ?? '');
    const isNamed = FRAME.has(name) || isHidden || FOREIGN.test(namesOf(element));
    if (isNamed) return textOf(element).length < this.size * 0.5 || name === 'nav' || name === 'form';
    return /^(?:ul|div|p|td|center)$/.test(name) && isLinkList(element);
  }

  private image(element: DomElement, place: Place): void {
    if (place.inside && place.role !== 'outside') {
      const alt = oneLine(normaliseText(element.getAttribute('alt') ?? ''));
      if (isTelling(alt)) this.alts.push({ text: alt, index: this.lines.length });
      if (this.words.every((words) => words.trim() === '')) this.afterImage = true;
    }
  }

  /** Cells of one row, parted by ` | `. */
  private row(element: DomElement): void {
    const cells = [...childrenOf(element)]
      .filter(isElement)
      .map((cell) => oneLine(normaliseText(spacedText(cell))));
    const text = cells.join(' | ').replace(/^[\s|]+|[\s|]+$/g, '');
    if (text !== '') this.lines.push({ text, role: 'table', gap: true, at: 0 });
  }

  /** The number that a reader sees before each item is part of the text. */
  private numbered(element: DomElement, place: Place): void {
    let number = Number(element.getAttribute('start') ?? 1) || 1;
    for (const child of childrenOf(element)) {
      if (!isElement(child)) continue;
      if (child.localName === 'li' && !/^\s*(?:\d{1,3}|\p{L})\s*[.)]/u.test(textOf(child)))
        this.words.push(`${number}. `);
      if (child.localName === 'li') number += 1;
      const item = this.placeOf(child, place);
      this.walk(child, item);
      this.flush(item);
    }
  }

  private flush({ role, inside }: Place): void {
    const text = normaliseText(this.words.join(''));
    this.words = [];
    const actual = inside || role === 'title' || role === 'dek' ? role : 'outside';
    for (const part of partsOf(text)) {
      this.lines.push({ text: part, role: actual, gap: true, at: 0 });
      this.afterImage = false;
    }
  }

  private withAlts(): SourceLine[] {
    const keys = this.lines.map((line) => lineKey(line.text));
    const known = new Set(keys);
    const result = [...this.lines];
    for (const { text, index } of this.alts.toReversed()) {
      const key = lineKey(text);
      const isSaid =
        known.has(key) ||
        keys
          .slice(Math.max(0, index - 2), index + 3)
          .some((other) => other.startsWith(key) || key.startsWith(other));
      const hasCaption = this.lines[index]?.role === 'caption';
      if (!isSaid && !hasCaption) result.splice(index, 0, { text, role: 'caption', gap: true, at: 0 });
      known.add(key);
    }
    return result;
  }
}

const isTelling = (alt: string) =>
  alt.length >= 20 &&
  alt.length <= 300 &&
  alt.split(' ').length >= 5 &&
  !/\.(?:jpe?g|png|gif|webp)$/i.test(alt);

function isDek(element: DomElement): boolean {
  return /^(?:h2|h3|p|div|span|strong|section)$/.test(element.localName) && DEK.test(namesOf(element));
}

function roleIn(element: DomElement, outer: LineRole | null, afterImage: boolean): LineRole | null {
  const name = element.localName;
  if (name === 'figcaption' || name === 'caption' || CAPTION.test(namesOf(element))) return 'caption';
  if (outer === 'caption' || outer === 'dek' || outer === 'table') return outer;
  if (isDek(element)) return 'dek';
  if (/^h[2-6]$/.test(name)) return 'heading';
  if (name === 'li' || name === 'dd') return 'list-item';
  if (name === 'blockquote') return 'quote';
  if (outer === 'quote' || outer === 'list-item') return outer;
  if (name === 'td' && isPhotoTable(element)) return 'caption';
  if (name === 'p' || name === 'div') return afterImage && isStyledCaption(element) ? 'caption' : 'paragraph';
  return outer;
}

/** Old pages put a photo and its caption into a table of one column. */
function isPhotoTable(cell: DomElement): boolean {
  const text = textOf(cell);
  if (text === '' || text.length > 300) return false;
  const table = enclosing(cell, 'table');
  return table !== null && table.querySelector('img') !== null && textOf(table).length <= 320;
}

function enclosing(element: DomElement, name: string): DomElement | null {
  for (let node: DomNode | null = element; node !== null; node = node.parentNode) {
    if (isElement(node) && node.localName === name) return node;
  }
  return null;
}

/** Below a photo: wholly in italics, or centred. */
function isStyledCaption(element: DomElement): boolean {
  const text = textOf(element);
  if (text === '' || text.length > 300) return false;
  const style = `${element.getAttribute('style') ?? ''} ${element.getAttribute('align') ?? ''}`;
  if (/(?:text-align\s*:\s*center|italic|(?:^|\s)center)/i.test(style)) return true;
  const italic = element.querySelector('em, i');
  return italic !== null && textOf(italic).length >= text.length * 0.8;
}

/** The words of a cell with a space wherever the page breaks the line. */
function spacedText(node: DomNode): string {
  if (!isElement(node)) return isText(node) ? (node.textContent ?? '') : '';
  const inner = [...childrenOf(node)].map(spacedText).join('');
  return node.localName === 'br' || BLOCKS.has(node.localName) ? ` ${inner} ` : inner;
}

function isDataRow(row: DomElement): boolean {
  const cells = [...childrenOf(row)]
    .filter(isElement)
    .filter((cell) => cell.localName === 'td' || cell.localName === 'th');
  const rows = [...(enclosing(row, 'table')?.querySelectorAll('tr') ?? [])];
  if (cells.length < 2 || rows.length < 2) return false;
  return cells.every((cell) => {
    if (cell.querySelector('table, img, h1, h2, h3, figure, ul, ol') !== null) return false;
    return textOf(cell).length <= 600 && [...cell.querySelectorAll('p, div, br')].length <= 6;
  });
}

/** Headlines of other articles: nothing but links. */
function isLinkList(element: DomElement): boolean {
  const links = [...element.querySelectorAll('a')].filter((link) => (link.getAttribute('href') ?? '') !== '');
  if (links.length === 0 || links.length > 200) return false;
  const whole = textOf(element);
  const linked = links.reduce((sum, link) => sum + textOf(link).length, 0);
  return (
    whole.length >= 15 && linked >= whole.length * 0.85 && (links.length >= 2 || !/[.!?…:]$/u.test(whole))
  );
}

/** Two breaks part paragraphs; one does where a sentence ends or a new one begins. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let gap = true;
  for (const row of text.split('\n').map(oneLine)) {
    const before = parts.at(-1);
    if (row === '') {
      gap = true;
      continue;
    }
    const goesOn =
      before !== undefined && !gap && !/[.!?…:;”"]$/u.test(before) && !/^[\p{Lu}\d“"•*+-]/u.test(row);
    if (goesOn) parts[parts.length - 1] = `${before} ${row}`;
    else parts.push(row);
    gap = false;
  }
  return parts;
}
