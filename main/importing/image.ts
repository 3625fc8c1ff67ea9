import type { RemovedLine } from '#core/article';
import { Refusal } from '#core/refusal';
import { assembleArticle, NOTHING_KNOWN } from '#core/text/assemble';
import type { SourceLine } from '#core/text/lines';
import { lineKey, normaliseText, oneLine } from '#core/text/normalise';
import { checkPicture, imageKind } from './image-header';
import { damaged } from './image-limits';
import { decodeTiff } from './image-tiff';
import { machineReadOf, type ReadWords } from './machine-read';
import type { PageImage, ReadLine, ReadPage, ReadPart, Reader } from './reading';

export { pngOf } from './image-png';
export { decodeTiff, type TiffFile } from './image-tiff';

/** A picture file: what each of its pages is, unpacked only when its turn comes. */
interface Picture {
  pageCount: number;
  page(index: number): PageImage | Uint8Array;
}

/** Photographs and scans: PNG, JPEG, WebP, and TIFF with any number of pages. */
export const readImage: Reader = async (file, options) => {
  const { name } = file;
  const picture = pictureOf(name, file.bytes);
  if (options.readPage === null) throw new Refusal('scan-not-read', { name });
  const pages: ReadLine[][] = [];
  for (let index = 0; index < picture.pageCount; index += 1) {
    options.onProgress(index, picture.pageCount);
    pages.push(await readNamed(options.readPage, picture.page(index), name));
  }
  options.onProgress(picture.pageCount, picture.pageCount);
  return articleOf(name, pages);
};

function pictureOf(name: string, bytes: Uint8Array): Picture {
  const kind = imageKind(bytes);
  if (kind === null) throw damaged(name, 'no picture');
  if (kind === 'tiff') return decodeTiff(name, bytes);
  checkPicture(name, bytes, kind);
  return { pageCount: 1, page: () => bytes };
}

/** The engine does not know which file its page is from. */
async function readNamed(
  readPage: ReadPage,
  image: PageImage | Uint8Array,
  name: string,
): Promise<ReadLine[]> {
  try {
    return await readPage(image);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, { ...error.params, name }) : error;
  }
}

/** Below this mean the words are shapes that look like letters to the machine. */
const LEAST_CONFIDENCE = 40;

function articleOf(name: string, pages: readonly ReadLine[][]): ReadPart[] {
  const { lines, words, pageOf, removed } = linesOf(pages);
  if (lines.length === 0) throw new Refusal('scan-without-words', { name });
  const article = assembleArticle(lines, NOTHING_KNOWN);
  if (article === null) return [];
  const { blocks, origins } = article;
  const machineRead = machineReadOf(blocks, origins, words);
  if (machineRead.confidence < LEAST_CONFIDENCE) throw new Refusal('scan-without-words', { name });
  const heads = removed.map(({ text, at }): RemovedLine => ({
    text,
    reason: 'running-head',
    before: origins.filter((origin) => origin < at).length,
  }));
  const inOrder = [...article.removed, ...heads].toSorted((left, right) => left.before - right.before);
  const numbers = origins.map((at) => pageOf[at] ?? 1);
  return [
    {
      article: { ...article, removed: inOrder },
      encoding: 'unicode',
      part: null,
      pages: numbers,
      machineRead,
    },
  ];
}

interface Lines {
  lines: SourceLine[];
  words: ReadWords[];
  /** The page, from 1, that the line with that `at` begins on. */
  pageOf: number[];
  /** Heads and numbers of pages; `at` is that of the line that came next. */
  removed: { text: string; at: number }[];
}

/** Paragraphs become one line each: where the paper's lines end means nothing. */
function linesOf(pages: readonly ReadLine[][]): Lines {
  const found: Lines = { lines: [], words: [], pageOf: [], removed: [] };
  const isHead = headsOf(pages);
  for (const [index, page] of pages.entries()) {
    let isFirst = true;
    for (const [place, line] of page.entries()) {
      const text = oneLine(normaliseText(line.text));
      const at = found.lines.length;
      const last = found.lines.at(-1);
      if (isEdge(place, page) && isHead(text)) {
        found.removed.push({ text, at });
      } else if (last !== undefined && (isFirst ? crosses(last.text, text) : !line.gap)) {
        last.text += ` ${text}`;
        found.words.at(-1)?.words.push(...line.words);
        isFirst = false;
      } else {
        found.lines.push({ text, role: null, gap: true, at });
        found.words.push({ at, words: [...line.words] });
        found.pageOf.push(index + 1);
        isFirst = false;
      }
    }
  }
  return found;
}

/** A sentence that goes on over the turn of the page. */
function crosses(before: string, text: string): boolean {
  return /[\p{L}\p{N},]$/u.test(before) && /^\p{Ll}/u.test(text);
}

const PAGE_NUMBER = /^[-–—.\s]*(?:Trang\s)?\d{1,4}(?:\s?\/\s?\d{1,4})?[-–—.\s]*$/iu;
const LEAST_REPEATS = 3;

const isEdge = (place: number, page: readonly ReadLine[]): boolean =>
  page.length > 1 && (place === 0 || place === page.length - 1);

/** A number alone, or words that stand at the edge of most pages, with other digits on each. */
function headsOf(pages: readonly ReadLine[][]): (text: string) => boolean {
  const key = (text: string) => lineKey(text).replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = page.filter((_, place) => isEdge(place, page)).map((line) => key(normaliseText(line.text)));
    for (const edge of new Set(edges)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const least = Math.max(LEAST_REPEATS, pages.length / 2);
  return (text) => PAGE_NUMBER.test(text) || (counts.get(key(text)) ?? 0) >= least;
}
