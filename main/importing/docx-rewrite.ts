import { Refusal } from '#core/refusal';
import { lettersIn, type OldFont, oldFontOf } from './doc-fonts';
import type { DocxNumbering } from './docx-numbering';
import { type DocxStyles, isOn, type ListPlace } from './docx-styles';
import { escapeHtml, scanXml } from './xml';

// What the converter of Word documents passes over is written into the document before it gets it: the
// numbers of paragraphs, the letters of old fonts, and text that is hidden.

interface Piece {
  from: number;
  to: number;
  text: string;
  font: string;
}

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
  label: string;
  /** Place after its properties. */
  head: number;
  pieces: Piece[];
}

interface Run {
  style: string | null;
  font: string | null;
  isHidden: boolean;
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

/** What a revision replaced, and what is drawn only by newer programs, which also write it in an older way. */
const PASSED_OVER = new Set(['w:pPrChange', 'w:rPrChange', 'w:numberingChange', 'mc:Choice']);

/** The converter takes about 13 seconds for a million. */
const MOST_ELEMENTS = 300_000;
const MOST_CELLS = 2000;

export interface Rewritten {
  xml: string;
  encoding: OldFont | null;
}

export function rewriteDocx(
  name: string,
  xml: string,
  styles: DocxStyles,
  numbering: DocxNumbering,
): Rewritten {
  const writer = new Rewriter(name, xml, styles, numbering);
  scanXml(name, xml, writer, MOST_ELEMENTS);
  return writer.end();
}

class Rewriter {
  private readonly edits: Edit[] = [];
  private readonly path: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private run: Run | null = null;
  private passedOver = 0;
  private cells = 0;
  private textFrom = -1;
  private words = '';
  private encoding: OldFont | null = null;

  constructor(
    private readonly name: string,
    private readonly xml: string,
    private readonly styles: DocxStyles,
    private readonly numbering: DocxNumbering,
  ) {}

  readonly open = (name: string, attributes: Readonly<Record<string, string>>, at: number): void => {
    if (PASSED_OVER.has(name)) this.passedOver += 1;
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'w:tr') this.cells = 0;
    if (name === 'w:tc') this.countCell();
    if (this.passedOver > 0) return;
    if (name === 'w:p') {
      this.paragraphs.push({ style: null, list: null, level: null, label: '', head: at, pieces: [] });
    } else if (name === 'w:r') {
      this.run = { style: null, font: null, isHidden: false };
    } else if (name === 'w:t') {
      this.textFrom = at;
      this.words = '';
    } else if (parent === 'w:pPr' || parent === 'w:numPr') {
      this.paragraphProperty(name, attributes);
    } else if (parent === 'w:rPr' && this.path.at(-3) === 'w:r') {
      this.runProperty(name, attributes);
    }
  };

  readonly text = (text: string): void => {
    if (this.textFrom !== -1) this.words += text;
  };

  readonly close = (name: string, at: number): void => {
    this.path.pop();
    if (PASSED_OVER.has(name)) this.passedOver -= 1;
    if (this.passedOver > 0) return;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (name === 'w:t') this.endText(paragraph, at);
    else if (name === 'w:pPr') this.endProperties(paragraph, at);
    else if (name === 'w:p') this.endParagraph(paragraph);
  };

  end(): Rewritten {
    const parts: string[] = [];
    let at = 0;
    for (const edit of this.edits.toSorted((left, right) => left.from - right.from)) {
      parts.push(this.xml.slice(at, edit.from), edit.text);
      at = edit.to;
    }
    return { xml: parts.join('') + this.xml.slice(at), encoding: this.encoding };
  }

  /** The converter's time grows with the square of the cells in a row. */
  private countCell(): void {
    this.cells += 1;
    if (this.cells > MOST_CELLS) throw new Refusal('file-too-complex', { name: this.name });
  }

  private paragraphProperty(name: string, attributes: Readonly<Record<string, string>>): void {
    const paragraph = this.paragraphs.at(-1);
    const value = attributes['w:val'];
    if (paragraph === undefined || value === undefined) return;
    if (name === 'w:pStyle') paragraph.style = value;
    else if (name === 'w:numId') paragraph.list = value;
    else if (name === 'w:ilvl') paragraph.level = Number(value) || 0;
  }

  private runProperty(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.run === null) return;
    if (name === 'w:rFonts') this.run.font = attributes['w:hAnsi'] ?? attributes['w:ascii'] ?? null;
    else if (name === 'w:rStyle') this.run.style = attributes['w:val'] ?? null;
    else if (name === 'w:vanish') this.run.isHidden = isOn(attributes['w:val']);
  }

  private endProperties(paragraph: Paragraph, at: number): void {
    paragraph.head = at;
    const place = this.placeOf(paragraph);
    if (place !== null) paragraph.label = this.numbering.labelOf(place);
  }

  private placeOf({ style, list, level }: Paragraph): ListPlace | null {
    const styled = this.styles.placeOf(style);
    const id = list ?? styled?.list ?? null;
    return id === null ? null : { list: id, level: level ?? styled?.level ?? 0 };
  }

  private endText(paragraph: Paragraph, at: number): void {
    const from = this.textFrom;
    this.textFrom = -1;
    const to = this.xml.lastIndexOf('</', at - 1);
    if (this.words === '' || from === -1 || to < from) return;
    if (this.run?.isHidden === true) {
      this.edits.push({ from, to, text: '' });
      return;
    }
    const font = this.run?.font ?? this.styles.fontOf(paragraph.style, this.run?.style ?? null);
    paragraph.pieces.push({ from, to, text: this.words, font });
  }

  private endParagraph(paragraph: Paragraph): void {
    this.paragraphs.pop();
    if (paragraph.label !== '' && paragraph.pieces.some((piece) => piece.text.trim() !== '')) {
      const text = `<w:r><w:t xml:space="preserve">${escapeHtml(paragraph.label)} </w:t></w:r>`;
      this.edits.push({ from: paragraph.head, to: paragraph.head, text });
    }
    for (const group of groupsOf(paragraph.pieces)) this.turn(group);
  }

  /** A word may be cut into runs anywhere, even between a letter and its mark: its font is turned as a whole. */
  private turn(group: readonly Piece[]): void {
    const font = group[0]?.font ?? '';
    const old = oldFontOf(font);
    if (old === null) return;
    const text = group.map((piece) => piece.text).join('');
    const letters = lettersIn(font, text);
    if (letters === text) return;
    this.encoding ??= old;
    for (const [index, { from, to }] of group.entries())
      this.edits.push({ from, to, text: index === 0 ? escapeHtml(letters) : '' });
  }
}

function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const current = groups.at(-1);
    if (current?.[0]?.font === piece.font) current.push(piece);
    else groups.push([piece]);
  }
  return groups;
}
