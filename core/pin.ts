import { z } from 'zod';
import { findTarget } from '#core/anchor';
import { Target } from '#core/annotation';
import { ArticleId, blockAt, blockStarts, textOf, type Article } from '#core/article';

/** A paragraph of an article, found again by its words when the article gets another text. */
export const PinEnd = z.object({ articleId: ArticleId, revision: z.int().positive(), target: Target });
export type PinEnd = z.infer<typeof PinEnd>;

/** A person's word on how two articles are aligned: these paragraphs belong together, or (false) they do not. */
export const Pin = z.object({
  id: z.uuid(),
  left: PinEnd,
  right: PinEnd,
  together: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Pin = z.infer<typeof Pin>;

/** The index of the paragraph that a pin holds in this text of its article; null when the words are gone. */
export function pinnedBlock({ revision, target }: PinEnd, article: Article): number | null {
  const starts = blockStarts(article.blocks);
  if (revision === article.revision) return blockAt(starts, target.start);
  const found = findTarget(textOf(article), target);
  return found.state === 'orphan' ? null : blockAt(starts, found.span.start);
}
