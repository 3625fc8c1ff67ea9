import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { NoteInline } from '#core/note-markdown';
import { xmlText } from '../xml-text';

/** Text as runs; a line feed begins a new line of the same paragraph. */
export const runs = (text: string, style: IRunOptions = {}): TextRun[] =>
  xmlText(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index === 0 ? {} : { break: 1 }) }));

/** What a note's Markdown says within a paragraph. */
export const inlineRuns = (parts: readonly NoteInline[], style: IRunOptions = {}): ParagraphChild[] =>
  parts.flatMap((part): ParagraphChild[] => {
    switch (part.is) {
      case 'text':
        return runs(part.text, style);
      case 'break':
        return [new TextRun({ ...style, text: '', break: 1 })];
      case 'code':
        return runs(part.text, { ...style, font: 'Courier New' });
      case 'link':
        return [
          new ExternalHyperlink({
            link: part.address,
            children: inlineRuns(part.children, { ...style, style: 'Hyperlink' }),
          }),
        ];
      case 'strong':
        return inlineRuns(part.children, { ...style, bold: true });
      case 'emphasis':
        return inlineRuns(part.children, { ...style, italics: true });
      case 'delete':
        return inlineRuns(part.children, { ...style, strike: true });
    }
  });
