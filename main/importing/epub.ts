import { Refusal } from '#core/refusal';
import { assembleArticle, type AssembledArticle, NOTHING_KNOWN } from '#core/text/assemble';
import { isoDay } from '#core/text/days';
import type { SourceLine } from '#core/text/lines';
import { lineKey } from '#core/text/normalise';
import { decode } from './decode';
import { type Book, type BookDocument, openBook } from './epub-package';
import { linesOfMarkup } from './markup';
import { type Reader, type ReadPart, wholePart } from './reading';

/** A document of a book that is an article of its own. */
export interface Chapter {
  href: string;
  title: string;
}

export const readEpub: Reader = ({ name, bytes }, { chapters }) => {
  const book = openBook(name, bytes);
  const texts = textsOf(name, book);
  return Promise.resolve(chapters === 'together' ? together(book, texts) : apart(book, texts));
};

/** What reading the chapters apart would give. Throws nothing but a `Refusal`. */
export function chaptersOf(name: string, bytes: Uint8Array): Chapter[] {
  const book = openBook(name, bytes);
  return apart(book, textsOf(name, book)).map(({ part, article }) => ({ href: part, title: article.title }));
}

interface BookText extends BookDocument {
  lines: SourceLine[];
}

/** A thousand pages hold a quarter of them; each is looked at many times. */
const MOST_LINES = 60_000;

function textsOf(name: string, book: Book): BookText[] {
  const texts: BookText[] = [];
  let count = 0;
  for (const document of book.documents) {
    const markup = markupOf(name, book.read(document.path));
    const lines = markup === null ? [] : linesOfMarkup(markup);
    count += lines.length;
    if (count > MOST_LINES) throw new Refusal('file-too-complex', { name });
    if (lines.length > 0 && !isBesideText(document, lines, markup ?? '')) texts.push({ ...document, lines });
  }
  return texts;
}

function markupOf(name: string, bytes: Uint8Array): string | null {
  if (!bytes.some((byte) => byte > 0x20)) return null;
  const declared = /^[^<]{0,4}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w-]{2,40})/.exec(
    Buffer.from(bytes.subarray(0, 300)).toString('latin1'),
  );
  return withoutDoctype(
    unicodeOf(bytes) ?? decode(name, bytes, { encoding: null, declared: declared?.[1] ?? null }).text,
  );
}

/** What a book has to be written in; the guesses for old texts are not for it. */
function unicodeOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** With the entities that it may declare: none of them is ever filled in. */
function withoutDoctype(markup: string): string {
  return markup.replace(/^(\uFEFF?\s*(?:<\?xml[^>]*>\s*)?)<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*>|>)/i, '$1');
}

const LONGEST_FRONT = 600;

/** Covers and imprints of a few words, and lists of links: by what the book calls them and by what they hold. */
function isBesideText({ kind }: BookDocument, lines: readonly SourceLine[], markup: string): boolean {
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  if (kind === 'front') return length <= LONGEST_FRONT;
  const links = markup.match(/<a\s/gi)?.length ?? 0;
  return kind === 'contents' && (length <= 60 || links >= lines.length * 0.6);
}

/** One article of the whole book; what is the title of a chapter is a heading in it. */
function together({ facts }: Book, texts: readonly BookText[]): ReadPart[] {
  const stated = texts.flatMap(({ lines }) => lines).find((line) => line.role === 'title')?.text ?? null;
  const lines = texts.flatMap((text) =>
    headed(text).map((line, index) => (index === 0 ? { ...line, gap: true } : line)),
  );
  const title = facts.title ?? stated;
  const numbered = lines.map((line, at) => ({ ...line, at }));
  return wholePart(withBody(assembleArticle(numbered, { ...facts, title })));
}

/** How far down the heading of a chapter may stand. */
const HEAD_LINES = 4;

const isHeading = ({ role }: SourceLine) => role === 'title' || role === 'heading';

/** The lines of a chapter with its title as a heading; that of the table of contents where it shows none. */
function headed({ lines, label }: BookText): SourceLine[] {
  const headings = lines.map((line): SourceLine =>
    line.role === 'title' ? { ...line, role: 'heading' } : line,
  );
  const top = headings.slice(0, HEAD_LINES);
  if (label === null || top.some(isHeading)) return headings;
  const shown = top.findIndex((line) => lineKey(line.text) === lineKey(label));
  if (shown !== -1)
    return headings.map((line, index) => (index === shown ? { ...line, role: 'heading' } : line));
  return [{ text: label, role: 'heading', gap: true, at: 0 }, ...headings];
}

function apart({ facts }: Book, texts: readonly BookText[]): (ReadPart & { part: string })[] {
  return texts.flatMap((text) => {
    const title = text.lines.slice(0, HEAD_LINES).find(isHeading)?.text ?? text.label;
    const article = withBody(assembleArticle(text.lines, { ...NOTHING_KNOWN, title }));
    const parts = wholePart(article === null ? null : withFacts(article, facts));
    return parts.map((part) => ({ ...part, part: text.href }));
  });
}

/** Headings alone, as on the page before a part of a book, are no article. */
function withBody(article: AssembledArticle | null): AssembledArticle | null {
  return article?.blocks.some((block) => block.kind !== 'heading') ? article : null;
}

/** In a collection an article's own date and writer say more than those of the book. */
function withFacts(article: AssembledArticle, { source, byline, explicit }: Book['facts']): AssembledArticle {
  const day = article.publishedOn === null && explicit !== null ? dated(explicit) : {};
  return { ...article, source: article.source ?? source, byline: article.byline ?? byline, ...day };
}

function dated({ day, words }: NonNullable<Book['facts']['explicit']>) {
  return { publishedOn: isoDay(day), dateConfidence: 'explicit' as const, dateEvidence: words };
}
