// Two articles compared: which paragraphs say the same, what changed in them, what they have in common besides.
import { z } from 'zod';
import { alignBlocks, pinsBetween } from '#core/align';
import { changedFigures, ChangedFigure } from '#core/align/figures';
import { compactCode, tokensOf } from '#core/align/tokens';
import type { Article } from '#core/article';
import type { Pin } from '#core/pin';
import { sharedPhrases } from '#core/shared-phrases';

const Index = z.int().nonnegative();
const Phrase = z.object({ block: Index, start: Index, end: Index });

/** A document that both articles cite, and how often each does. */
export const SharedCitation = z.object({ code: z.string(), left: z.int(), right: z.int() });
export type SharedCitation = z.infer<typeof SharedCitation>;

/** All indices are those of blocks, from 0. */
export const Comparison = z.object({
  pairs: z.array(
    z.object({
      left: Index,
      right: Index,
      kind: z.enum(['same', 'reworded', 'moved']),
      score: z.number().min(0).max(1),
      pinned: z.boolean(),
    }),
  ),
  onlyLeft: z.array(Index),
  onlyRight: z.array(Index),
  counts: z.object({
    same: z.int(),
    reworded: z.int(),
    moved: z.int(),
    onlyLeft: z.int(),
    onlyRight: z.int(),
  }),
  /** How much of both texts stands in the other too, 0 to 1. */
  likeness: z.number().min(0).max(1),
  changedFigures: z.array(ChangedFigure),
  sharedPhrases: z.array(
    z.object({ text: z.string(), syllables: z.int(), left: Phrase, right: Phrase, inSame: z.boolean() }),
  ),
  sharedCitations: z.array(SharedCitation),
});
export type Comparison = z.infer<typeof Comparison>;

/** `pins`: of any articles; those of these two count. */
export function compareArticles(left: Article, right: Article, pins: readonly Pin[]): Comparison {
  const [mine, theirs] = [textsOf(left), textsOf(right)];
  const alignment = alignBlocks(mine, theirs, pinsBetween(pins, left, right));
  const { pairs, onlyLeft, onlyRight } = alignment;
  const count = (kind: (typeof pairs)[number]['kind']) => pairs.filter((pair) => pair.kind === kind).length;
  return {
    ...alignment,
    counts: {
      same: count('same'),
      reworded: count('reworded'),
      moved: count('moved'),
      onlyLeft: onlyLeft.length,
      onlyRight: onlyRight.length,
    },
    likeness: likenessOf(mine, theirs, pairs),
    changedFigures: changedFigures(mine, theirs, pairs),
    sharedPhrases: sharedPhrases(mine, theirs),
    sharedCitations: sharedCitations(mine, theirs),
  };
}

const textsOf = ({ blocks }: Article): string[] => blocks.map(({ text }) => text);

/** The pairs' scores by the length of their texts, over the length of both articles. */
function likenessOf(
  left: readonly string[],
  right: readonly string[],
  pairs: readonly { left: number; right: number; score: number }[],
): number {
  const length = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const all = length(left) + length(right);
  const paired = pairs.reduce(
    (sum, pair) => sum + pair.score * ((left[pair.left]?.length ?? 0) + (right[pair.right]?.length ?? 0)),
    0,
  );
  return all === 0 ? 1 : Math.min(1, paired / all);
}

/** Those cited most often first, as the left article writes them. */
export function sharedCitations(left: readonly string[], right: readonly string[]): SharedCitation[] {
  const [mine, theirs] = [citationsOf(left), citationsOf(right)];
  return [...mine]
    .flatMap(([key, { code, count }]) => {
      const other = theirs.get(key);
      return other === undefined ? [] : [{ code, left: count, right: other.count }];
    })
    .sort((a, b) => b.left + b.right - a.left - a.right);
}

function citationsOf(texts: readonly string[]): Map<string, { code: string; count: number }> {
  const found = new Map<string, { code: string; count: number }>();
  for (const text of texts) {
    for (const { is, key, start, end } of tokensOf(text)) {
      if (is !== 'code') continue;
      const code = found.get(key)?.code ?? compactCode(text.slice(start, end));
      found.set(key, { code, count: (found.get(key)?.count ?? 0) + 1 });
    }
  }
  return found;
}
