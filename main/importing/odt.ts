import { Refusal } from '#core/refusal';
import { modernLetters } from './decode';
import { FontText } from './doc-fonts';
import { articleOfMarkup } from './markup';
import { OdtStyles } from './odt-styles';
import { type Reader, wholePart } from './reading';
import { childNamed, elementsOf, escapeHtml, parseXml, type XmlElement, xmlText } from './xml';
import { partsOf } from './xml-parts';

export const readOdt: Reader = ({ name, bytes }) => {
  const parts = partsOf(name, bytes, (part) =>
    ['content.xml', 'styles.xml', 'META-INF/manifest.xml'].includes(part),
  );
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest !== undefined && /<(?:\w+:)?encryption-data\b/.test(xmlText(manifest)))
    throw new Refusal('file-encrypted', { name });
  const content = parts.get('content.xml');
  if (content === undefined) throw new Refusal('file-damaged', { name, detail: 'content.xml' });
  const root = parseXml(name, xmlText(content));
  const common = parts.get('styles.xml');
  const styles = new OdtStyles(common === undefined ? [root] : [parseXml(name, xmlText(common)), root]);
  const body = childNamed(childNamed(root, 'office:body'), 'office:text');
  if (body === undefined) throw new Refusal('file-damaged', { name, detail: 'office:text' });
  const writer = new OdtWriter(styles);
  const { text, encoding } = modernLetters(writer.write(body));
  return Promise.resolve(wholePart(articleOfMarkup(text), writer.text.encoding() ?? encoding));
};

/** What is not text of the document: notes of reviewers, what they took out, drawings' titles, fields' lists. */
const SKIPPED = new Set([
  'office:annotation', 'office:annotation-end', 'text:tracked-changes', 'text:sequence-decls', 'text:variable-decls',
  'text:user-field-decls', 'text:note-citation', 'office:forms', 'office:script', 'office:scripts', 'svg:title', 'svg:desc',
  'text:ruby-text', 'table:covered-table-cell', 'draw:image', 'draw:object', 'text:table-of-content', 'text:hidden-text',
]); // prettier-ignore
const BLOCKS: Readonly<Record<string, string>> = {
  'table:table': 'table', 'table:table-row': 'tr', 'table:table-cell': 'td',
}; // prettier-ignore

/** The depth of what is written here is bounded by the depth of the XML. */
class OdtWriter {
  readonly text = new FontText();
  private readonly notes: string[] = [];
  private listStyle = '';
  /** The number of the item that is open, on every level. */
  private readonly counts: number[] = [];
  /** Where the lists of a style and level ended, for lists that go on. */
  private readonly last = new Map<string, number>();
  /** Waits for the first paragraph of its item. */
  private label = '';

  constructor(private readonly styles: OdtStyles) {}

  write(body: XmlElement): string {
    this.children(body, '');
    const html = this.text.take();
    const notes = this.notes.map((note, index) => `<li id="footnote-${index + 1}">${note}</li>`);
    return `${html}\n${notes.join('\n')}`;
  }

  private children(parent: XmlElement, font: string): void {
    for (const child of parent.children) {
      if (typeof child === 'string') this.words(child, font, parent.name);
      else if (!SKIPPED.has(child.name)) this.element(child, font);
    }
  }

  /** Outside paragraphs there is nothing but the layout of the file. */
  private words(text: string, font: string, parent: string): void {
    if (parent.startsWith('office:') || parent.startsWith('table:') || /^text:(?:list|section)/.test(parent))
      return;
    this.text.add(font, text.replace(/[\r\n\t]+/g, ' '));
  }

  private element(element: XmlElement, font: string): void {
    const { name, attributes } = element;
    if (name === 'text:h' || name === 'text:p') this.paragraph(element);
    else if (name === 'text:list') this.list(element);
    else if (name === 'text:note') this.note(element);
    else if (name === 'text:span') this.span(element, font);
    else if (name === 'text:line-break') this.text.markup('<br>');
    else if (name === 'text:tab') this.text.add(font, ' ');
    else if (name === 'text:s') {
      this.text.add(font, ' '.repeat(Math.min(100, Number(attributes['text:c'] ?? 1) || 1)));
    } else {
      const tag = BLOCKS[name];
      if (tag !== undefined) this.text.markup(`\n<${tag}>`);
      this.children(element, font);
      if (tag !== undefined) this.text.markup(`</${tag}>`);
    }
  }

  private paragraph(element: XmlElement): void {
    const style = element.attributes['text:style-name'] ?? '';
    if (this.styles.isHidden(style)) return;
    const level = Math.min(6, Number(element.attributes['text:outline-level'] ?? 1) || 1);
    const [tag, className] =
      element.name === 'text:h' ? [`h${level}`, ''] : (this.styles.roleOf(style) ?? ['p', '']);
    this.text.markup(className === '' ? `\n<${tag}>` : `\n<${tag} class="${className}">`);
    const font = this.styles.fontOf(style, '');
    if (this.label !== '') this.text.markup(escapeHtml(`${this.label} `));
    this.label = '';
    this.children(element, font);
    this.text.markup(`</${tag}>\n`);
  }

  private span(element: XmlElement, font: string): void {
    const style = element.attributes['text:style-name'] ?? '';
    if (!this.styles.isHidden(style)) this.children(element, this.styles.fontOf(style, font));
  }

  /** Items with numbers are paragraphs that begin with them, as a reader sees it. */
  private list(element: XmlElement): void {
    const { attributes } = element;
    const level = this.counts.length + 1;
    const style = attributes['text:style-name'] ?? this.listStyle;
    const key = `${level} ${style}`;
    const goesOn = attributes['text:continue-numbering'] === 'true' || 'text:continue-list' in attributes;
    const outer = this.listStyle;
    this.listStyle = style;
    this.counts.push((goesOn ? this.last.get(key) : undefined) ?? this.styles.startOf(style, level) - 1);
    for (const item of elementsOf(element)) this.item(item, style);
    this.last.set(key, this.counts.pop() ?? 0);
    this.listStyle = outer;
  }

  private item(item: XmlElement, style: string): void {
    if (item.name !== 'text:list-item') {
      this.children(item, '');
      return;
    }
    const at = this.counts.length - 1;
    const start = Number(item.attributes['text:start-value'] ?? Number.NaN);
    this.counts[at] = Number.isNaN(start) ? (this.counts[at] ?? 0) + 1 : start;
    const label = this.styles.labelOf(style, this.counts);
    this.label = isWritten(item) ? label : '';
    if (label === '') this.text.markup('\n<ul><li>');
    this.children(item, '');
    if (label === '') this.text.markup('</li></ul>\n');
    this.label = '';
  }

  private note(element: XmlElement): void {
    const inner = new OdtWriter(this.styles);
    const body = childNamed(element, 'text:note-body');
    if (body !== undefined) this.notes.push(inner.write(body));
  }
}

/** An item that holds nothing but a deeper list shows no number. */
function isWritten(item: XmlElement): boolean {
  const [first] = elementsOf(item);
  return first !== undefined && first.name !== 'text:list';
}
