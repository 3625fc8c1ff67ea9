import { z } from 'zod';
import { ArticleId } from '#core/article';
import { Collection, Shelving, ShelvingPatch } from '#core/shelving';
import { call, Nothing } from './call';

const Kept = z.object({ id: ArticleId, shelving: Shelving });

export const shelvingCalls = {
  /** Changes how articles are kept. Returns those that changed as they were, for `shelving.put`. */
  'shelving.update': call(
    z.object({ ids: z.array(ArticleId).min(1), patch: ShelvingPatch }),
    z.object({ before: z.array(Kept) }),
  ),
  /** Puts articles back as they were kept; returns them as they were until now. */
  'shelving.put': call(z.object({ items: z.array(Kept).min(1) }), z.object({ before: z.array(Kept) })),
  /** All collections at once; returns those that there were. An article keeps the ids of collections that are gone. */
  'collections.set': call(
    z.object({ collections: z.array(Collection).max(2_000) }),
    z.object({ before: z.array(Collection) }),
  ),
  /** Deletes articles of the trash, with all their notes, versions and originals, for good. Refused for those that are not in it. */
  'articles.purge': call(z.object({ ids: z.array(ArticleId).min(1) }), Nothing),
} as const;
