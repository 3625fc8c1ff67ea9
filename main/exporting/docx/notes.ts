import { FootnoteReferenceRun, HeadingLevel, Paragraph, type FileChild, type IRunOptions } from 'docx';
import type { NoteReader } from '#core/export/html';
import type { NoteItem, Notes, NotesGroup, NoteSource } from '#core/export/notes';
import {
  dateInWords,
  dayInWords,
  headingInWords,
  placeInWords,
  sourceEntry,
  sourceLine,
  taskInWords,
  titleInWords,
  WORDS,
} from '#core/export/words';
import type { Language } from '#core/library';
import { documentBytes } from './document';
import { markStyle } from './marks';
import { NoteParagraphs } from './note-paragraphs';
import { inlineRuns, runs } from './words';

/** Notes as a Word document: styles, a footnote with the source of each quotation, a list of sources. */
export function notesDocx(notes: Notes, language: Language, readNote: NoteReader): Promise<Uint8Array> {
  return new NotesDocument(notes, language, readNote).bytes();
}

class NotesDocument {
  private readonly footnotes: Record<string, { children: Paragraph[] }> = {};
  private readonly noteParagraphs = new NoteParagraphs('Remark');

  constructor(
    private readonly notes: Notes,
    private readonly language: Language,
    private readonly readNote: NoteReader,
  ) {}

  bytes(): Promise<Uint8Array> {
    const { notes, language } = this;
    const words = WORDS[language];
    const title = titleInWords(notes.sources, language);
    const [only, second] = notes.sources;
    const children = [
      new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
      ...(only === undefined || second !== undefined ? [] : [this.factsOf(only)]),
      paragraph('Facts', `${words.counted(notes.count)} · ${words.exportedOn(dayInWords(notes.exportedOn))}`),
      ...notes.groups.flatMap((group) => this.groupOf(group)),
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(words.sources) }),
      ...notes.sources.map(
        (source) =>
          new Paragraph({
            numbering: { reference: 'sources', level: 0 },
            children: runs(`${sourceEntry(source, language)}${source.url === null ? '' : ` ${source.url}`}`),
          }),
      ),
    ];
    const { footnotes } = this;
    const numbered = ['sources', ...this.noteParagraphs.numbered];
    return documentBytes({ title, language, children, footnotes, numbered, isWide: false });
  }

  private factsOf(source: NoteSource): Paragraph {
    const facts = [source.source, source.byline, dateInWords(source, this.language)];
    return paragraph('Facts', facts.filter((fact) => fact !== null).join(' · '));
  }

  private groupOf(group: NotesGroup): FileChild[] {
    const { heading, items } = group;
    // With one article its title and facts are the document's.
    const isDocument = heading.by === 'article' && this.notes.sources.length === 1;
    const title = isDocument
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: runs(headingInWords(heading, this.language)),
          }),
        ];
    const facts = heading.by === 'article' && !isDocument ? [this.factsOf(heading.source)] : [];
    return [...title, ...facts, ...items.flatMap((item) => this.itemOf(item))];
  }

  private itemOf(item: NoteItem): FileChild[] {
    const words = WORDS[this.language];
    const place = placeInWords(item, this.language);
    const lost = item.place.state === 'orphan' ? ` (${words.orphanDetail})` : '';
    const label = [words.kinds[item.kind], ...(place === null ? [] : [`${place}${lost}`])].join(' · ');
    const remarks = [
      ...taskInWords(item.task, this.language),
      ...(item.tags.length === 0 ? [] : [{ name: words.tags, value: item.tags.join(' · ') }]),
    ];
    return [
      paragraph('Place', label),
      ...this.quotationOf(item),
      ...remarks.map(
        ({ name, value }) =>
          new Paragraph({
            style: 'Remark',
            children: [...runs(`${name}: `, { bold: true }), ...runs(value)],
          }),
      ),
      ...(item.note === '' ? [] : this.noteOf(words.note, item.note)),
    ];
  }

  private quotationOf(item: NoteItem): Paragraph[] {
    const { quotation, context, kind, colour } = item;
    const style = markStyle({ kind, colour });
    const quiet: IRunOptions = { color: '5F5A54' };
    const last = quotation.length - 1;
    return quotation.map((words, index) => {
      const before = index === 0 ? runs(context?.before.trimStart() ?? '', quiet) : [];
      const after = index === last ? runs(context?.after.trimEnd() ?? '', quiet) : [];
      const reference = index === last ? [this.footnote(sourceLine(item, this.language))] : [];
      const children = [...before, ...runs(words, style), ...after, ...reference];
      return new Paragraph({ style: 'Quote', children });
    });
  }

  private footnote(text: string): FootnoteReferenceRun {
    const number = Object.keys(this.footnotes).length + 1;
    this.footnotes[number] = {
      children: [new Paragraph({ style: 'FootnoteText', children: runs(` ${text}`) })],
    };
    return new FootnoteReferenceRun(number);
  }

  private noteOf(name: string, note: string): Paragraph[] {
    const label = runs(`${name}: `, { bold: true });
    const [first, ...others] = this.readNote(note);
    if (first === undefined) return [];
    if (first.is !== 'paragraph') {
      return [
        new Paragraph({ style: 'Remark', children: label }),
        ...this.noteParagraphs.of([first, ...others]),
      ];
    }
    const children = [...label, ...inlineRuns(first.children)];
    return [new Paragraph({ style: 'Remark', children }), ...this.noteParagraphs.of(others)];
  }
}

const paragraph = (style: string, text: string): Paragraph => new Paragraph({ style, children: runs(text) });
