import {
  AlignmentType,
  Document,
  Header,
  LevelFormat,
  LineRuleType,
  Packer,
  PageOrientation,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip,
  type FileChild,
  type IParagraphStyleOptions,
  type ISectionOptions,
} from 'docx';
import type { Language } from '#core/library';
import { xmlText } from '../xml-text';

const FONT = 'Times New Roman';
/** Half points. */
const SIZE = { text: 28, small: 24, title: 32, heading: 28 };
const INK = { quiet: '5F5A54', rule: 'CAC7C2' };

/** As offices lay out a document (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, a wide left margin, the number of the page above. */
const pageOf = (isWide: boolean): NonNullable<ISectionOptions['properties']> => ({
  page: {
    // A4 as Word itself rounds it.
    size: {
      width: 11_906,
      height: 16_838,
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: convertMillimetersToTwip(20),
      bottom: convertMillimetersToTwip(20),
      left: convertMillimetersToTwip(30),
      right: convertMillimetersToTwip(15),
    },
  },
  // The first page has no number.
  titlePage: true,
});

/** Space above and below a paragraph, in points. */
const spacing = (before: number, after: number) => ({
  before: before * 20,
  after: after * 20,
  // One and a sixth: stacked marks (ễ, ộ) of one line stay off the next.
  line: 280,
  lineRule: LineRuleType.AUTO,
});

const STYLES: IParagraphStyleOptions[] = [
  {
    ...{ id: 'Place', name: 'Place', basedOn: 'Normal', next: 'Quote', quickFormat: true },
    run: { bold: true, size: SIZE.small, color: INK.quiet },
    paragraph: { spacing: spacing(12, 2), keepNext: true },
  },
  {
    ...{ id: 'Quote', name: 'Quote', basedOn: 'Normal', next: 'Remark', quickFormat: true },
    run: { size: SIZE.text },
    paragraph: {
      spacing: spacing(0, 4),
      alignment: AlignmentType.JUSTIFIED,
      indent: { left: convertMillimetersToTwip(8) },
      border: { left: { style: 'single', size: 12, space: 10, color: INK.rule } },
    },
  },
  {
    ...{ id: 'Remark', name: 'Remark', basedOn: 'Normal', quickFormat: true },
    paragraph: { spacing: spacing(0, 2), indent: { left: convertMillimetersToTwip(8) } },
  },
  {
    ...{ id: 'Cell', name: 'Cell', basedOn: 'Normal', quickFormat: true },
    run: { size: SIZE.small },
    paragraph: { spacing: spacing(1, 1) },
  },
  {
    ...{ id: 'Facts', name: 'Facts', basedOn: 'Normal', quickFormat: true },
    run: { size: SIZE.small, color: INK.quiet },
    paragraph: { spacing: spacing(0, 6), keepNext: true },
  },
];

/** The lists of a document: figures that begin anew for each name, and dots. */
const listOf = (reference: string, isOrdered: boolean) => ({
  reference,
  levels: [0, 1, 2, 3].map((level) => ({
    level,
    format: isOrdered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isOrdered ? `%${level + 1}.` : '–',
    alignment: AlignmentType.LEFT,
    style: {
      paragraph: {
        indent: {
          left: convertMillimetersToTwip(8 * (level + 2)),
          hanging: convertMillimetersToTwip(7),
        },
      },
    },
  })),
});

export interface DocumentParts {
  title: string;
  language: Language;
  children: FileChild[];
  /** By number, from 1. */
  footnotes: Readonly<Record<string, { children: Paragraph[] }>>;
  /** Names of lists with figures. */
  numbered: readonly string[];
  /** The long side of the paper below. */
  isWide: boolean;
}

/** A document with styles of its own, as bytes. */
export async function documentBytes(parts: DocumentParts): Promise<Uint8Array> {
  const { title, language, children, footnotes, numbered, isWide } = parts;
  const document = new Document({
    title: xmlText(title),
    creator: 'Đối Chiếu',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.text, language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' } },
          paragraph: { spacing: spacing(0, 6) },
        },
        title: {
          run: { font: FONT, size: SIZE.title, bold: true, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(0, 6) },
        },
        heading1: {
          run: { font: FONT, size: SIZE.heading, bold: true, color: '000000' },
          paragraph: { spacing: spacing(18, 4), keepNext: true },
        },
        footnoteText: { run: { font: FONT, size: 20 }, paragraph: { spacing: spacing(0, 2) } },
      },
      paragraphStyles: STYLES,
    },
    numbering: { config: [listOf('dots', false), ...numbered.map((name) => listOf(name, true))] },
    footnotes,
    sections: [{ properties: pageOf(isWide), headers: { default: pageNumber() }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.small })],
      }),
    ],
  });
