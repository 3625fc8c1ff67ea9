import { Refusal } from '#core/refusal';
import { FontText } from './doc-fonts';

/** Far more than a book has. */
const MOST_PARAGRAPHS = 100_000;

/** Puts the paragraphs of an RTF file together, and its rows, whose cells come one after the other. */
export class RtfWriter {
  readonly text = new FontText();
  private readonly html: string[] = [];
  /** Finished rows of the table that is open. */
  private rows: string[] = [];
  /** Finished cells of the row that is open, and finished paragraphs of its open cell. */
  private cells: string[] = [];
  private cell: string[] = [];
  private count = 0;

  constructor(private readonly name: string) {}

  /** `open` and `close` are the tags of the paragraph that ends. */
  endParagraph(inTable: boolean, open: string, close: string): void {
    const words = this.text.take();
    if (!inTable && this.cell.length === 0 && this.cells.length === 0) this.endTable();
    if (words.trim() === '') return;
    this.count += 1;
    if (this.count > MOST_PARAGRAPHS) throw new Refusal('file-too-complex', { name: this.name });
    const paragraph = `${open}${words}${close}\n`;
    if (inTable) this.cell.push(paragraph);
    else this.html.push(...this.openRow(), paragraph);
  }

  endCell(): void {
    this.endParagraph(true, '<p>', '</p>');
    this.cells.push(`<td>${this.cell.join('')}</td>`);
    this.cell = [];
  }

  endRow(): void {
    if (this.cell.length > 0) this.endCell();
    if (this.cells.length > 0) this.rows.push(`<tr>${this.cells.join('')}</tr>\n`);
    this.cells = [];
  }

  endTable(): void {
    if (this.rows.length > 0) this.html.push(`<table>${this.rows.join('')}</table>\n`);
    this.rows = [];
  }

  end(): string {
    this.endParagraph(false, '<p>', '</p>');
    this.endRow();
    this.endTable();
    return this.html.join('');
  }

  /** A table that ends without the end of its row. */
  private openRow(): string[] {
    const parts = [...this.cells, ...this.cell];
    this.cells = [];
    this.cell = [];
    return parts;
  }
}
