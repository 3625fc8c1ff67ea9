import { COLOUR_OF_KIND, KINDS, type Annotation } from '#core/annotation';
import { blockAt, blockStarts, type Article, type Block, type Caption } from '#core/article';
import type { PrintOptions } from '#core/calls/printing';
import { articleStyle } from '#core/export/article-html-style';
import { blockHtml, escapedHtml, type NoteReader } from '#core/export/html';
import { dateInWords, WORDS } from '#core/export/words';
import type { Language, Settings } from '#core/library';
import { segmentsOf, segmentsWithin, type Segment } from '#core/segments';
import { UNBROKEN } from '#core/text/unbroken';

const PRINT_WORDS = {
  vi: { caption: 'Ảnh', notes: 'Ghi chú', lost: 'Ghi chú mất vị trí' },
  en: { caption: 'Picture', notes: 'Notes', lost: 'Notes that lost their place' },
} as const satisfies Record<Language, unknown>;

/** The address, relative to the page, of the style sheet that names the fonts. Without it the system's are taken. */
export const FONTS_FILE = 'fonts.css';

/** The longest quotation in the list of notes, in characters. */
const LONGEST_QUOTE = 140;

/** A list item that brings its own marker: `- `, `1. `, `a) `, `•`. */
const OWN_MARKER = /^(?:[-–—+•*▪]\s|\(?(?:\d{1,3}|\p{L})[.)]\s)/u;

export interface PrintedArticle {
  article: Article;
  annotations: readonly Annotation[];
  options: PrintOptions;
  /** How the person reads: letters and lines of the printed text are alike. */
  settings: Pick<Settings, 'language' | 'readFont' | 'readJustify'>;
  /** Reads the Markdown of a note. */
  readNote: NoteReader;
}

/**
 * An article as a page to be printed on A4: title, facts, numbered paragraphs with their marks, captions, and its notes after
 * the text or beside it. Marks have a fill and, for each kind, a line of its own pattern, so that they can be told apart in
 * black and white too. It runs nothing and asks for nothing but its fonts.
 */
export function articleHtml(printed: PrintedArticle): string {
  const { article, options, settings } = printed;
  const classes = [
    settings.readFont,
    settings.readJustify ? 'justified' : '',
    options.numbers ? 'numbered' : '',
    options.colour ? '' : 'grey',
    options.notes === 'margin' ? 'beside' : '',
  ].filter((name) => name !== '');
  return `<!doctype html>
<html lang="${settings.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'">
<title>${escapedHtml(article.title)}</title>
<link rel="stylesheet" href="${FONTS_FILE}">
<style>${articleStyle(options.points)}</style>
</head>
<body class="${classes.join(' ')}">
<main lang="vi">
${headHtml(printed)}
${bodyHtml(printed)}
${notesHtml(printed)}
</main>
</body>
</html>
`;
}

function headHtml({ article, annotations, options, settings }: PrintedArticle): string {
  const { title, dek, source, byline, publishedOn, dateConfidence, url } = article;
  const { language } = settings;
  const day = dateInWords({ publishedOn, yearInferred: dateConfidence === 'inferred-year' }, language);
  const facts = [source, byline, day, url].filter((fact) => fact !== null).map(escapedHtml);
  const used = KINDS.filter((kind) => annotations.some((each) => isPlaced(each) && each.kind === kind));
  const samples = used.map(
    (kind) => `<span>${marked(WORDS[language].kinds[kind], [{ kind, colour: COLOUR_OF_KIND[kind] }])}</span>`,
  );
  return `<header class="head">
<h1>${escapedHtml(title)}</h1>
${dek === null ? '' : `<p class="dek">${escapedHtml(dek)}</p>\n`}<p class="facts">${facts.join(' · ')}</p>
${options.marks && used.length > 0 ? `<p class="legend" lang="${language}">${samples.join('')}</p>\n` : ''}</header>`;
}

const isPlaced = ({ anchor }: Annotation): boolean => anchor !== 'orphan';
const saysSomething = ({ note, tags }: Annotation): boolean => note.trim() !== '' || tags.length > 0;

/** The notes that stand in the text, in the order in which their numbers stand there. */
function numbered({ annotations, options }: PrintedArticle): Annotation[] {
  if (options.notes === 'none') return [];
  return annotations
    .filter((each) => isPlaced(each) && saysSomething(each))
    .sort((a, b) => a.target.end - b.target.end || a.target.start - b.target.start);
}

interface Passage {
  start: number;
  end: number;
  annotation: Annotation;
}

function bodyHtml(printed: PrintedArticle): string {
  const { article, annotations, options } = printed;
  const { blocks, captions } = article;
  const starts = blockStarts(blocks);
  const notes = numbered(printed);
  const shown = options.marks ? annotations.filter(isPlaced) : notes;
  const segments = segmentsOf(
    shown.map((annotation): Passage => ({
      start: annotation.target.start,
      end: annotation.target.end,
      annotation,
    })),
  );
  const notesOf = blocks.map((): Note[] => []);
  for (const [index, note] of notes.entries()) {
    notesOf[blockAt(starts, note.target.end - 1)]?.push({ note, count: index + 1 });
  }
  const rows: string[] = [];
  for (const [index, block] of blocks.entries()) {
    rows.push(...captionsHtml(captions, index, printed));
    const [start = 0, own = []] = [starts[index], notesOf[index]];
    rows.push(rowHtml({ block, index, start, notes: own, segments, printed }));
  }
  rows.push(...captionsHtml(captions, blocks.length, printed));
  return rows.join('\n');
}

function captionsHtml(captions: readonly Caption[], before: number, { settings }: PrintedArticle): string[] {
  const words = PRINT_WORDS[settings.language];
  return captions
    .filter((caption) => caption.before === before)
    .map(({ text, credit }) => {
      const said = [text, credit === null ? '' : `(${credit})`].filter((part) => part !== '').join(' ');
      return `<p class="caption">${words.caption}: ${escapedHtml(said)}</p>`;
    });
}

interface Note {
  note: Annotation;
  count: number;
}

interface Row {
  block: Block;
  index: number;
  /** Offset of the block's first character in the text. */
  start: number;
  /** Notes whose passages end in this block. */
  notes: readonly Note[];
  segments: readonly Segment<Passage>[];
  printed: PrintedArticle;
}

function rowHtml(row: Row): string {
  const { block, index, notes, printed } = row;
  const { options } = printed;
  const dash = block.kind === 'list-item' && !OWN_MARKER.test(block.text) ? ' dash' : '';
  const number = options.numbers ? `<span class="number">${index + 1}</span>` : '';
  const beside =
    options.notes === 'margin'
      ? notes.map((each) => `<aside class="beside-note">${besideHtml(each, printed)}</aside>`).join('')
      : '';
  const name = block.kind === 'heading' ? 'h2' : 'p';
  return `<div class="row ${block.kind}${dash}">${number}${beside}<${name} class="text">${textHtml(row)}</${name}></div>`;
}

/** A block's words with their marks, and the number of each note after its passage. */
function textHtml({ block, start, notes, segments, printed }: Row): string {
  const end = start + block.text.length;
  const words = (from: number, to: number) => wordsHtml(block.text.slice(from - start, to - start));
  const refs = (from: number, to: number) =>
    notes
      .filter(({ note }) => note.target.end > from && note.target.end <= to)
      .map(({ count }) => `<span class="ref">${count}</span>`)
      .join('');
  let html = '';
  let at = start;
  for (const segment of segmentsWithin(segments, start, end)) {
    const text = words(segment.start, segment.end);
    const annotations = segment.spans.map(({ annotation }) => annotation);
    html += words(at, segment.start);
    html += printed.options.marks ? marked(text, annotations) : text;
    html += refs(at, segment.end);
    at = segment.end;
  }
  // A passage may end with the line feed after the block.
  return html + words(at, end) + refs(at, end + 1);
}

/** Words of the text, in which document numbers and dates do not break. */
function wordsHtml(text: string): string {
  let html = '';
  let at = 0;
  for (const { index, 0: number } of text.matchAll(UNBROKEN)) {
    html += `${escapedHtml(text.slice(at, index))}<span class="nb">${escapedHtml(number)}</span>`;
    at = index + number.length;
  }
  return html + escapedHtml(text.slice(at));
}

/** Words (as HTML) under marks, the outermost first: the fill of the innermost, and the line of every kind. */
function marked(html: string, marks: readonly Pick<Annotation, 'kind' | 'colour'>[]): string {
  const kinds = [...new Set(marks.map(({ kind }) => kind))].filter((kind) => kind !== 'highlight');
  const lined = kinds.reduceRight(
    (inner, kind, depth) => `<span class="line ${kind} over-${depth}">${inner}</span>`,
    html,
  );
  return `<mark class="fill ${marks.at(-1)?.colour ?? 'yellow'}">${lined}</mark>`;
}

function besideHtml({ note, count }: Note, printed: PrintedArticle): string {
  return `<b>${count}</b> ${aboutHtml(note, printed)}${saidHtml(note, printed)}`;
}

/** The notes after the text: those with a number, then those whose words are no longer in it. */
function notesHtml(printed: PrintedArticle): string {
  const { article, annotations, options, settings } = printed;
  if (options.notes === 'none') return '';
  const words = PRINT_WORDS[settings.language];
  const starts = blockStarts(article.blocks);
  const listed = options.notes === 'margin' ? [] : numbered(printed);
  const items = listed.map((note, index) => {
    const place = `${WORDS[settings.language].paragraph} ${blockAt(starts, note.target.start) + 1}`;
    return `<li class="note"><span class="count">${index + 1}</span>${aboutHtml(note, printed, place)}
<p class="quoted">${quotedHtml(note)}</p>${saidHtml(note, printed)}</li>`;
  });
  const lost = annotations
    .filter((each) => !isPlaced(each))
    .map(
      (note) => `<li class="note">${aboutHtml(note, printed)}
<p class="quoted">${quotedHtml(note)}</p>${saidHtml(note, printed)}</li>`,
    );
  const section = (title: string, list: 'ol' | 'ul', rows: readonly string[]) =>
    rows.length === 0
      ? ''
      : `<section class="notes"><h2 lang="${settings.language}">${title}</h2><${list}>
${rows.join('\n')}
</${list}></section>\n`;
  return section(words.notes, 'ol', items) + section(words.lost, 'ul', lost);
}

/** A note's kind, where it stands, and its tags. */
function aboutHtml({ kind, tags }: Annotation, { settings }: PrintedArticle, place?: string): string {
  const { language } = settings;
  const parts = [`<span class="kind" lang="${language}">${WORDS[language].kinds[kind]}</span>`];
  if (place !== undefined) parts.push(`<span class="place" lang="${language}">${place}</span>`);
  if (tags.length > 0) parts.push(`<span class="tags">${tags.map(escapedHtml).join(', ')}</span>`);
  return parts.join(' · ');
}

function quotedHtml({ target }: Annotation): string {
  const words = target.quote.exact.replace(/\s+/gu, ' ').trim();
  const whole = words.length <= LONGEST_QUOTE;
  return escapedHtml(`“${whole ? words : `${words.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/u, '')}…`}”`);
}

const saidHtml = ({ note }: Annotation, { readNote }: PrintedArticle): string =>
  note.trim() === '' ? '' : `<div class="said">${readNote(note).map(blockHtml).join('\n')}</div>`;
