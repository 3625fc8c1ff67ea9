import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { NoteBlock } from '#core/note-markdown';
import { inlineRuns, runs } from './words';

/** What notes of one document say, as paragraphs. */
export class NoteParagraphs {
  private readonly lists: string[] = [];

  /** `style`: of a paragraph without another. */
  constructor(private readonly style: string) {}

  /** Names of the lists with figures that were made, one for each, so that each begins anew. */
  get numbered(): readonly string[] {
    return this.lists;
  }

  of(blocks: readonly NoteBlock[]): Paragraph[] {
    return this.blocksOf(blocks);
  }

  private blocksOf(blocks: readonly NoteBlock[], options: IParagraphOptions = {}, level = 0): Paragraph[] {
    return blocks.flatMap((block): Paragraph[] => {
      const style = { style: this.style, ...options };
      switch (block.is) {
        case 'paragraph':
          return [new Paragraph({ ...style, children: inlineRuns(block.children) })];
        case 'heading':
          return [new Paragraph({ ...style, children: inlineRuns(block.children, { bold: true }) })];
        case 'quote':
          return this.blocksOf(block.children, { ...options, style: 'Quote' }, level);
        case 'list':
          return this.listOf(block, level);
        case 'code':
          return [new Paragraph({ ...style, children: runs(block.text, { font: 'Courier New' }) })];
        case 'rule':
          return [new Paragraph({ ...style, thematicBreak: true })];
      }
    });
  }

  private listOf(list: NoteBlock & { is: 'list' }, level: number): Paragraph[] {
    const reference = list.ordered ? `list-${this.lists.length}` : 'dots';
    if (list.ordered) this.lists.push(reference);
    const numbering = { reference, level: Math.min(level, 3) };
    return list.items.flatMap(({ checked, children }) => {
      const [first, ...others] = children;
      const box = checked === null ? [] : [new TextRun(checked ? '☑ ' : '☐ ')];
      const words = first?.is === 'paragraph' || first?.is === 'heading' ? inlineRuns(first.children) : [];
      const rest = words.length === 0 && first !== undefined ? children : others;
      return [
        new Paragraph({ style: this.style, numbering, children: [...box, ...words] }),
        ...this.blocksOf(rest, {}, level + 1),
      ];
    });
  }
}
