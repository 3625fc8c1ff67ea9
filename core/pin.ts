import { z } from 'zod';
import { Target } from '#core/annotation';
import { ArticleId } from '#core/article';

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
