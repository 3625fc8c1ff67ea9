import type { Article, Block } from '#core/article';
import type { Matcher } from '#core/search/find';
import type { Span } from '#core/span';
import { foldText, type FoldedText } from '#core/text/fold';

/** Words of an article that stand outside its numbered paragraphs: they can be found, but not annotated. */
export interface Aside {
  /** What the element that shows them carries in `data-aside`. */
  name: string;
  text: string;
  /** Offset of the paragraph that they stand before, in the article's text; what stands above all text has `ABOVE`. */
  at: number;
}

/** A place of the words that are looked for: a span of the article's text, or of the words of an aside. */
export interface Hit extends Span {
  aside?: Aside;
}

/** The hits in one pane, in the order of reading. */
export interface PaneHits {
  paneKey: number;
  spans: readonly Hit[];
}

/** Where the title stands: before the first character of the text. */
export const ABOVE = -1;

export const captionName = (index: number): string => `caption-${index}`;

export const hitCount = (hits: readonly PaneHits[] | null): number =>
  (hits ?? []).reduce((sum, { spans }) => sum + spans.length, 0);

export const isInText = ({ aside }: Hit): boolean => aside === undefined;

/** Where a hit stands in the article's text; that of an aside stands where the aside does. */
export const offsetOf = ({ aside, start }: Hit): number => aside?.at ?? start;

/** The hit at a place among all hits. */
export function hitAt(
  hits: readonly PaneHits[] | null,
  place: number | null,
): { paneKey: number; span: Hit } | null {
  let left = place ?? -1;
  if (left < 0) return null;
  for (const { paneKey, spans } of hits ?? []) {
    const span = spans[left];
    if (span !== undefined) return { paneKey, span };
    left -= spans.length;
  }
  return null;
}

/** How long the window may be kept busy. Milliseconds. */
const SLICE = 8;

/**
 * All hits in an article, in the order of reading. Looks through the paragraphs one by one, in slices that leave the window
 * room to breathe; null once `goesOn` says no.
 */
export async function findInArticle(
  article: Article,
  matcher: Matcher,
  goesOn: () => boolean,
): Promise<Hit[] | null> {
  const hits: Hit[] = [];
  const captions = article.captions
    .map(({ text, before }, index) => ({ text, before, name: captionName(index) }))
    .sort((a, b) => a.before - b.before);
  let offset = 0;
  let nextCaption = 0;
  const lookAside = (name: string, text: string | null, at: number): void => {
    if (text === null) return;
    for (const span of matcher.find(text)) hits.push({ ...span, aside: { name, text, at } });
  };
  const lookAtCaptions = (before: number): void => {
    for (let each = captions[nextCaption]; each !== undefined && each.before <= before;) {
      lookAside(each.name, each.text, offset);
      each = captions[++nextCaption];
    }
  };
  lookAside('title', article.title, ABOVE);
  lookAside('dek', article.dek, ABOVE);
  let begun = performance.now();
  for (const [index, block] of article.blocks.entries()) {
    lookAtCaptions(index);
    for (const { start, end } of matcher.find(foldedBlock(block))) {
      hits.push({ start: offset + start, end: offset + end });
    }
    offset += block.text.length + 1;
    if (performance.now() - begun < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!goesOn()) return null;
    begun = performance.now();
  }
  lookAtCaptions(Infinity);
  return hits;
}

/** Texts that have been folded, as long as anybody has them. */
const folded = new WeakMap<Block, FoldedText>();

function foldedBlock(block: Block): FoldedText {
  const known = folded.get(block) ?? foldText(block.text);
  folded.set(block, known);
  return known;
}
