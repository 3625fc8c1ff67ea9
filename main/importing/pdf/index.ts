import type { RemovedLine } from '#core/article';
import { Refusal } from '#core/refusal';
import { type AssembledArticle, assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import type { SourceLine } from '#core/text/lines';
import { normaliseText, oneLine } from '#core/text/normalise';
import { machineReadOf } from '../machine-read';
import type { Reader, ReadLine, ReadOptions, ReadPart, SourceFile } from '../reading';
import { flowsOf } from './columns';
import { type OpenPdf, withPdf } from './document';
import { linesOfFlow, type SetLine, withModernLetters, withSharedEdges } from './lines';
import { type ScannedPage, scanOf } from './page-image';
import { type Paragraph, paragraphsOf, paragraphsOfRead } from './paragraphs';
import { rowsOf } from './rows';
import { type RunningHead, takeRunningHeads } from './running-heads';

/** What the pages of a document hold. */
interface Pages {
  lines: SetLine[];
  /** Of each page, from the first. */
  heights: number[];
  read: Map<number, ReadLine[]>;
  /** Stands on a scanned page beside the picture: who signed it and when, which program made it. */
  stamps: RunningHead[];
}

/** The text layer of a document; of pages without one, what a machine reads from their picture. */
export const readPdf: Reader = async (file, options) => {
  const pages = await withPdf(file, (pdf) => readPages(file, pdf, options));
  const { lines, encoding } = withModernLetters(withSharedEdges(pages.lines));
  const { kept, heads } = takeRunningHeads(lines, pages.heights);
  const read = [...pages.read].flatMap(([page, own]) => paragraphsOfRead(own, page));
  const paragraphs = [...paragraphsOf(kept), ...read]
    .filter((paragraph) => paragraph.text !== '')
    .toSorted((left, right) => left.page - right.page);
  if (paragraphs.length === 0 && pages.read.size > 0) {
    throw new Refusal('scan-without-words', { name: file.name });
  }
  const part = partOf(paragraphs, [...heads, ...pages.stamps], encoding);
  return part === null ? [] : [part];
};

const FEWEST_LETTERS = 10;
/** What programs write over the picture of a scanned page. */
const STAMP =
  /CamScanner|Ký bởi|Người ký|Thời gian ký|Ngày ký|Ký ngày|Digitally signed|Signature|Scanned (?:by|with)/iu;
const LONGEST_STAMP = 600;

async function readPages(file: SourceFile, pdf: OpenPdf, options: ReadOptions): Promise<Pages> {
  const found: Pages = { lines: [], heights: [], read: new Map(), stamps: [] };
  let scans = 0;
  let flow = 0;
  for (let page = 1; page <= pdf.pages; page += 1) {
    const { pieces, aside, height } = await pdf.pieces(page);
    const text = pieces.map((piece) => piece.text).join(' ');
    const isBare = text.replace(/[^\p{L}\p{N}]/gu, '').length < FEWEST_LETTERS;
    const mayBeScan = isBare || (text.length <= LONGEST_STAMP && STAMP.test(text.normalize('NFC')));
    found.heights.push(height);
    const scan = mayBeScan ? await scanned(pdf, page, options, scans) : null;
    if (scan !== null) {
      scans += 1;
      if (text !== '') found.stamps.push({ text, page });
      if (options.readPage !== null) {
        found.read.set(page, scan.image === null ? [] : await options.readPage(scan.image));
      }
    } else {
      for (const part of [...flowsOf(rowsOf(pieces)), ...flowsOf(rowsOf(aside))]) {
        found.lines.push(...linesOfFlow(part, page, flow));
        flow += 1;
      }
    }
    options.onProgress(page, pdf.pages);
  }
  if (scans > 0 && found.lines.length === 0 && options.readPage === null) {
    throw new Refusal('scan-not-read', { name: file.name });
  }
  return found;
}

/** Enough to say that a document is a scan, where its pictures are of no use. */
const ENOUGH_SCANS = 3;

function scanned(
  pdf: OpenPdf,
  page: number,
  options: ReadOptions,
  scans: number,
): Promise<ScannedPage | null> {
  const isWanted = options.readPage !== null;
  if (!isWanted && scans >= ENOUGH_SCANS) return Promise.resolve({ image: null });
  return pdf.withPictures(page, (proxy) => scanOf(proxy, isWanted));
}

function partOf(
  paragraphs: readonly Paragraph[],
  heads: readonly RunningHead[],
  encoding: string,
): ReadPart | null {
  const lines = paragraphs.map(({ text, role }, at): SourceLine => ({ text, role, gap: true, at }));
  const article = assembleArticle(lines, NOTHING_KNOWN);
  if (article === null) return null;
  const pages = article.origins.map((at) => paragraphs[at]?.page ?? 1);
  const read = paragraphs.flatMap(({ words }, at) => (words === null ? [] : [{ at, words }]));
  return {
    article: withHeads(article, heads, pages),
    encoding,
    part: null,
    pages,
    machineRead: read.length === 0 ? null : machineReadOf(article.blocks, article.origins, read),
  };
}

/** Puts running heads among the removed lines, before the first block of their page. */
function withHeads(
  article: AssembledArticle,
  heads: readonly RunningHead[],
  pages: readonly number[],
): AssembledArticle {
  const lines = heads.map(({ text, page }): RemovedLine => {
    const before = pages.findIndex((own) => own >= page);
    return {
      text: oneLine(normaliseText(text)),
      reason: 'running-head',
      before: before === -1 ? pages.length : before,
    };
  });
  const removed = [...lines.filter((line) => line.text !== ''), ...article.removed];
  return { ...article, removed: removed.toSorted((left, right) => left.before - right.before) };
}
