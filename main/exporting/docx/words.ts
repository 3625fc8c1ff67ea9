import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import type { NoteInline } from '#core/note-markdown';

/** Characters that a document of XML cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

/** Text that Word opens: what cannot stand in it shows as the sign for that. */
export const wordsFor = (text: string): string =>
  text.replace(FORBIDDEN, '\ufffd').replace(/\p{Cs}/gu, '\ufffd');

/** Text as runs; a line feed begins a new line of the same paragraph. */
export const runs = (text: string, style: IRunOptions = {}): TextRun[] =>
  wordsFor(text)
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
