import { KINDS, type Annotation, type AnnotationKind } from '#core/annotation';
import { blockAt, blockStarts, type Article } from '#core/article';

export interface OutlineEntry {
  /** Index of the block that it leads to. */
  block: number;
  words: string;
  /** Kinds of the annotations from here to the next entry. */
  kinds: readonly AnnotationKind[];
}

const MOST_WORDS = 14;
/** With fewer headings than this, they say too little of where one is. */
const FEWEST_HEADINGS = 2;

/** The beginning of a paragraph. */
function firstWords(text: string): string {
  const words = text.trim().split(/\s+/u);
  return words.length <= MOST_WORDS ? words.join(' ') : `${words.slice(0, MOST_WORDS).join(' ')}…`;
}

/** An article's headings; when it has hardly any, its paragraphs by their first words. */
export function outlineEntries(
  { blocks }: Pick<Article, 'blocks'>,
  annotations: readonly Annotation[],
): { entries: OutlineEntry[]; byHeadings: boolean } {
  const all = blocks.map((block, index) => ({ ...block, index }));
  const headings = all.filter(({ kind }) => kind === 'heading');
  const byHeadings = headings.length >= FEWEST_HEADINGS;
  const shown = byHeadings ? headings : all;
  const starts = blockStarts(blocks);
  const kinds = shown.map(() => new Set<AnnotationKind>());
  const entryOf = shown.map(({ index }) => index);
  for (const { target, kind, anchor } of annotations) {
    if (anchor === 'orphan') continue;
    const block = blockAt(starts, target.start);
    if (block >= (entryOf[0] ?? 0)) kinds[blockAt(entryOf, block)]?.add(kind);
  }
  const entries = shown.map(({ index, text }, i) => ({
    block: index,
    words: byHeadings ? text.trim() : firstWords(text),
    kinds: KINDS.filter((kind) => kinds[i]?.has(kind)),
  }));
  return { entries, byHeadings };
}

/** The entry that a block stands under; -1 above the first one. */
export const entryAt = (entries: readonly OutlineEntry[], block: number): number =>
  entries.findLastIndex((entry) => entry.block <= block);
